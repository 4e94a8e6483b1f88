//! What search engines are told of a portal as a whole: its addresses (<https://www.sitemaps.org/protocol.html>) and that
//! they are welcome (RFC 9309).

use std::fmt::Write;

use crate::escape;
use crate::model::{Date, Language, Office, Route};

/// The addresses of all pages, each with the day on which it was last changed, where that is known, and with the addresses
/// of the same page in all languages, where there are several
/// (<https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap>).
pub(super) fn addresses(office: &Office, languages: &[Language]) -> String {
    let several = languages.len() > 1;
    let mut list = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    if several {
        list += " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    }
    list += ">\n";
    let routes = office.routes();
    let pages = routes.iter().filter(|route| route.is_listed());
    for route in pages {
        let file = route.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        // A sitemap holds addresses as they are sent.
        let path = escape::xml(&escape::address(path));
        let changed = changed_on(route, office)
            .map(|date| format!("<lastmod>{date}</lastmod>"))
            .unwrap_or_default();
        let address =
            |language: &Language| format!("https://{}/{}{path}", office.host, language.folder());
        let like = |language: &Language| {
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                language.key(),
                address(language)
            )
        };
        let alike: String = languages.iter().filter(|_| several).map(like).collect();
        for language in languages {
            let address = address(language);
            writeln!(list, "<url><loc>{address}</loc>{changed}{alike}</url>")
                .expect("writing into a String does not fail");
        }
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
        | Route::Expectations => office.details.verified_on().copied().max(Some(charter)),
        Route::Officers | Route::Contact => office.details.verified_on().copied(),
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
    let list = if office.details.verified_on.is_some() {
        format!("\nSitemap: https://{}/sitemap.xml\n", office.host)
    } else {
        String::new()
    };
    format!("User-agent: *\nAllow: /\n{list}")
}
