//! Links of pages and notices: each must lead somewhere, and nowhere dangerous.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Body, BodyLink, Email, Office, Phone, Places, Route, WebAddress, fill};

pub(super) fn links(office: &Office) -> Vec<Diagnostic> {
    let routes = office.routes();
    let places = office.places();
    let mut found = Vec::new();
    let bodies = office
        .pages
        .iter()
        .map(|page| &page.body)
        .chain(office.notices.iter().map(|notice| &notice.body));
    for body in bodies {
        found.extend(
            body.links
                .iter()
                .filter_map(|link| check(link, body, &routes, &places)),
        );
    }
    for notice in &office.notices {
        for (at, name) in notice.attachments.iter().enumerate() {
            if !routes.contains(&Route::File(name.clone())) {
                let hint = (
                    "put the file into the office's folder files/, or correct the name",
                    "ফাইলটি কার্যালয়ের files/ ফোল্ডারে রাখুন, অথবা নামটি ঠিক করুন",
                );
                let place = Place::value(&notice.body.origin.file, format!("attachments[{at}]"));
                found.push(Diagnostic::error(
                    "missing-attachment",
                    place,
                    (
                        format!("files/ holds no `{name}`"),
                        format!("files/ ফোল্ডারে `{name}` নেই"),
                    ),
                    hint,
                ));
            }
        }
    }
    found
}

fn check(
    link: &BodyLink,
    body: &Body,
    routes: &BTreeSet<Route>,
    places: &Places,
) -> Option<Diagnostic> {
    let target = fill(&link.target, places);
    let error = |code, message: (String, String), hint: (&str, &str)| {
        Some(Diagnostic::error(
            code,
            Place::bytes(&body.origin.file, link.range.clone()),
            message,
            hint,
        ))
    };
    if let Some(fragment) = target.strip_prefix('#') {
        let known = body.fragments.iter().any(|known| known == fragment);
        return if known {
            None
        } else {
            error(
                "missing-fragment",
                (
                    format!("this page has no heading `{fragment}`"),
                    format!("এই পাতায় `{fragment}` শিরোনামটি নেই"),
                ),
                (
                    "a heading's name is its text, with hyphens for spaces",
                    "শিরোনামের লেখায় ফাঁকা জায়গার বদলে হাইফেন দিলেই তার নাম হয়",
                ),
            )
        };
    }
    if target.starts_with('/') && !target.starts_with("//") {
        let path = target.split(['#', '?']).next().unwrap_or_default();
        let exists = Route::parse(path).is_some_and(|route| routes.contains(&route));
        return match (exists, link.image && !path.starts_with("/files/")) {
            (false, _) => error(
                "missing-page",
                (
                    format!("the portal has no page `{path}`"),
                    format!("পোর্টালে `{path}` পাতাটি নেই"),
                ),
                (
                    "write the page's address from the portal's root, like /charter or /services/ict-advice",
                    "পোর্টালের শুরু থেকে পাতার ঠিকানা লিখুন, যেমন /charter বা /services/ict-advice",
                ),
            ),
            (true, true) => error(
                "not-a-picture",
                (
                    format!("`{path}` is not a picture"),
                    format!("`{path}` কোনো ছবি নয়"),
                ),
                (
                    "put the picture into files/ and write /files/name.jpg",
                    "ছবিটি files/ ফোল্ডারে রেখে /files/name.jpg লিখুন",
                ),
            ),
            (true, false) => None,
        };
    }
    if link.image {
        return error(
            "foreign-picture",
            (
                format!("the picture `{target}` is not in this portal"),
                format!("`{target}` ছবিটি এই পোর্টালে নেই"),
            ),
            (
                "put the picture into files/ and write /files/name.jpg",
                "ছবিটি files/ ফোল্ডারে রেখে /files/name.jpg লিখুন",
            ),
        );
    }
    let fits = match target.split_once(':') {
        Some(("https" | "http", _)) => WebAddress::parse(&target).is_some(),
        Some(("mailto", address)) => Email::parse(address).is_some(),
        Some(("tel", number)) => Phone::parse(number).is_ok(),
        Some((scheme, _)) if !scheme.contains('/') => {
            return error(
                "link-scheme",
                (
                    format!("a link cannot begin with `{scheme}:`"),
                    format!("লিংক `{scheme}:` দিয়ে শুরু হতে পারে না"),
                ),
                (
                    "links begin with / for a page of this portal, or with https:, mailto: or tel:",
                    "এই পোর্টালের পাতার লিংক / দিয়ে, অন্যগুলো https:, mailto: বা tel: দিয়ে শুরু হয়",
                ),
            );
        }
        _ => {
            return error(
                "relative-link",
                (
                    format!("`{target}` does not say where it begins"),
                    format!("`{target}` কোথা থেকে শুরু তা বলা নেই"),
                ),
                (
                    "begin with / for a page of this portal, or with https:// for another site",
                    "এই পোর্টালের পাতা হলে / দিয়ে, অন্য সাইট হলে https:// দিয়ে শুরু করুন",
                ),
            );
        }
    };
    if fits {
        None
    } else {
        error(
            "bad-link",
            (
                format!("`{target}` is not a working address"),
                format!("`{target}` সচল ঠিকানা নয়"),
            ),
            (
                "look for spaces and missing letters",
                "ফাঁকা জায়গা বা বাদ পড়া অক্ষর আছে কি না দেখুন",
            ),
        )
    }
}
