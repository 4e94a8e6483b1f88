//! What search engines are told of a portal as a whole: its addresses (<https://www.sitemaps.org/protocol.html>) and that
//! they are welcome (RFC 9309).

use std::fmt::Write;

use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::data::xml;
use crate::model::{Date, Office, Route};

/// The addresses of all pages, each with the day on which it was last changed, where that is known.
pub(super) fn addresses(office: &Office) -> String {
    let mut list = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let routes = office.routes();
    let pages = routes
        .iter()
        .filter(|route| route.is_page() && **route != Route::NotFound);
    for route in pages {
        let file = route.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        // A sitemap holds addresses as they are sent, so the letters of Bangla names in percent signs.
        let path = xml(&utf8_percent_encode(path, CONTROLS).to_string());
        let changed = changed_on(route, office)
            .map(|date| format!("<lastmod>{date}</lastmod>"))
            .unwrap_or_default();
        writeln!(
            list,
            "<url><loc>https://{}/{path}</loc>{changed}</url>",
            office.host
        )
        .expect("writing into a String does not fail");
    }
    list + "</urlset>\n"
}

/// The day since which a page says what it says; `None` when nobody has written it down.
fn changed_on(route: &Route, office: &Office) -> Option<Date> {
    let charter = office.charter.approved_on;
    match route {
        Route::Charter
        | Route::Services
        | Route::Service(_)
        | Route::VisionMission
        | Route::Expectations => office.verified_on.max(Some(charter)),
        Route::Officers | Route::Contact => office.verified_on,
        Route::Notice(slug) => {
            let mut notices = office.notices.iter();
            notices
                .find(|notice| notice.slug == *slug)
                .map(|notice| notice.date)
        }
        Route::Notices => office.notices.iter().map(|notice| notice.date).max(),
        _ => None,
    }
}

/// Everybody may read everything. An unconfirmed portal keeps search engines away by a word on its pages, which they must
/// be able to read; only the list of addresses is missing.
pub(super) fn robots(office: &Office) -> String {
    let list = if office.verified_on.is_some() {
        format!("\nSitemap: https://{}/sitemap.xml\n", office.host)
    } else {
        String::new()
    };
    format!("User-agent: *\nAllow: /\n{list}")
}
