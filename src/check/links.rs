//! Links of pages and notices: each must lead somewhere, and nowhere dangerous; pictures and downloads.

use std::collections::BTreeSet;

use super::look::{Look, Words};
use super::pictures;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Body, BodyLink, Elsewhere, ElsewhereError, Language, Office, Places, Route, decoded, digits,
    fill,
};

/// A download larger than this is too much for a slow network.
const LARGE: u64 = 2 * 1024 * 1024;

/// Pictures and links that say nothing to whoever cannot see them.
pub(super) fn source(look: &mut Look<'_>) {
    let Some(body) = look.source.value("") else {
        return;
    };
    let text = look.source.typed(body);
    for (start, _) in text.match_indices("[](") {
        let Some(length) = text[start..].find(')') else {
            continue;
        };
        let image = text[..start].ends_with('!');
        let begin = body.range.start + start - usize::from(image);
        let range = begin..body.range.start + start + length + 1;
        if image {
            look.mark(
                "picture-without-text",
                range,
                (
                    "nothing says what this picture shows".to_owned(),
                    "ছবিটিতে কী আছে তা বলা নেই".to_owned(),
                ),
                (
                    "write it between the square brackets",
                    "চতুর্ভুজ বন্ধনীর ভেতরে লিখুন",
                ),
            );
        } else {
            look.mark(
                "link-without-text",
                range,
                (
                    "nothing says where this link leads".to_owned(),
                    "লিংকটি কোথায় নেয় তা বলা নেই".to_owned(),
                ),
                (
                    "write it between the square brackets",
                    "চতুর্ভুজ বন্ধনীর ভেতরে লিখুন",
                ),
            );
        }
    }
}

/// Files that are too large for a slow network.
pub(super) fn downloads(office: &Office) -> Vec<Diagnostic> {
    let large = office.files.iter().filter(|file| file.bytes > LARGE);
    large
        .map(|file| {
            let megabytes = usize::try_from(file.bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX);
            let shown = file.path.to_string_lossy().replace('\\', "/");
            Diagnostic::new(
                "large-download",
                Place::file(&shown.into()),
                (
                    format!("this file weighs {megabytes} MB"),
                    format!("ফাইলটি {} মেগাবাইট", digits::number(megabytes)),
                ),
                ("make it smaller, or split it", "ফাইলটি ছোট করুন, অথবা ভাগ করুন"),
            )
        })
        .collect()
}

pub(super) fn links(office: &Office) -> Vec<Diagnostic> {
    let routes = office.routes();
    let places = office.places(Language::Bangla);
    let mut found = Vec::new();
    for body in office.bodies() {
        let faults = |link| check(link, body, office, &routes, &places);
        found.extend(body.links.iter().filter_map(faults));
    }
    let attached = office.notices.iter().flat_map(|notice| {
        let place = |at| {
            Place::value(
                &notice.text.bangla.body.origin.file,
                format!("attachments[{at}]"),
            )
        };
        let names = notice.attachments.iter().enumerate();
        names.map(move |(at, name)| (name, place(at)))
    });
    let forms = office.charter.forms();
    let offered = forms.map(|(_, form)| (&form.file, super::place(&form.origin.below("file"))));
    let missing = attached
        .chain(offered)
        .filter(|(name, _)| !routes.contains(&Route::File((*name).clone())));
    found.extend(missing.map(|(name, place)| missing_file(name, place)));
    found
}

fn missing_file(name: &str, place: Place) -> Diagnostic {
    Diagnostic::error(
        "missing-attachment",
        place,
        (
            format!("files/ holds no `{name}`"),
            format!("files/ ফোল্ডারে `{name}` নেই"),
        ),
        (
            "put the file into the folder files/, the office's or for the shared charter the department's, or correct the name",
            "ফাইলটি files/ ফোল্ডারে রাখুন (কার্যালয়ের, অভিন্ন চার্টারের ফরম হলে অধিদপ্তরের), অথবা নামটি ঠিক করুন",
        ),
    )
}

fn check(
    link: &BodyLink,
    body: &Body,
    office: &Office,
    routes: &BTreeSet<Route>,
    places: &Places,
) -> Option<Diagnostic> {
    let target = fill(&link.target, places);
    let fault = if let Some(fragment) = target.strip_prefix('#') {
        in_page(fragment, body)
    } else if target.starts_with('/') && !target.starts_with("//") {
        in_portal(&target, link.image, office, routes)
    } else if link.image {
        Some(foreign_picture(&target))
    } else {
        elsewhere(&target)
    };
    let (code, message, hint) = fault?;
    let place = Place::bytes(&body.origin.file, link.range.clone());
    Some(Diagnostic::new(code, place, message, hint))
}

/// Code, message and hint.
pub(super) type Fault = (&'static str, Words, (&'static str, &'static str));

pub(super) const PUT_PICTURE: (&str, &str) = (
    "put the picture into files/ and write /files/name.jpg",
    "ছবিটি files/ ফোল্ডারে রেখে /files/name.jpg লিখুন",
);

fn in_page(fragment: &str, body: &Body) -> Option<Fault> {
    let wanted = decoded(fragment);
    let known = body.fragments.iter().any(|known| *known == wanted);
    (!known).then(|| {
        (
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
    })
}

fn in_portal(
    target: &str,
    image: bool,
    office: &Office,
    routes: &BTreeSet<Route>,
) -> Option<Fault> {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let route = Route::parse(path);
    if let (true, Some(Route::File(name))) = (image, &route)
        && let Some(picture) = pictures::of(office, name)
    {
        let fault = picture.seen.err()?;
        return Some(pictures::fault(path, fault));
    }
    let exists = route.is_some_and(|route| match &route {
        // A service that the office has withdrawn has a page that says so.
        Route::Service(id) => {
            routes.contains(&route) || routes.contains(&Route::Withdrawn(id.clone()))
        }
        _ => routes.contains(&route),
    });
    if !exists {
        return Some((
            "missing-page",
            (
                format!("the portal has no page `{path}`"),
                format!("পোর্টালে `{path}` পাতাটি নেই"),
            ),
            (
                "write the page's address from the portal's root, like /charter or /services/ict-advice",
                "পোর্টালের শুরু থেকে পাতার ঠিকানা লিখুন, যেমন /charter বা /services/ict-advice",
            ),
        ));
    }
    image.then(|| {
        (
            "not-a-picture",
            (
                format!("`{path}` is not a picture"),
                format!("`{path}` কোনো ছবি নয়"),
            ),
            PUT_PICTURE,
        )
    })
}

fn foreign_picture(target: &str) -> Fault {
    (
        "foreign-picture",
        (
            format!("the picture `{target}` is not in this portal"),
            format!("`{target}` ছবিটি এই পোর্টালে নেই"),
        ),
        PUT_PICTURE,
    )
}

fn elsewhere(target: &str) -> Option<Fault> {
    let wrong = Elsewhere::parse(target).err()?;
    let not_working = (
        format!("`{target}` is not a working address"),
        format!("`{target}` সচল ঠিকানা নয়"),
    );
    Some(match wrong {
        ElsewhereError::Scheme(scheme) => (
            "link-scheme",
            (
                format!("a link cannot begin with `{scheme}:`"),
                format!("লিংক `{scheme}:` দিয়ে শুরু হতে পারে না"),
            ),
            (
                "links begin with / for a page of this portal, or with https:, mailto:, tel: or sms:",
                "এই পোর্টালের পাতার লিংক / দিয়ে, অন্যগুলো https:, mailto:, tel: বা sms: দিয়ে শুরু হয়",
            ),
        ),
        ElsewhereError::Relative => (
            "relative-link",
            (
                format!("`{target}` does not say where it begins"),
                format!("`{target}` কোথা থেকে শুরু তা বলা নেই"),
            ),
            (
                "begin with / for a page of this portal, or with https:// for another site",
                "এই পোর্টালের পাতা হলে / দিয়ে, অন্য সাইট হলে https:// দিয়ে শুরু করুন",
            ),
        ),
        ElsewhereError::Web => (
            "bad-link",
            not_working,
            (
                "look for spaces and missing letters",
                "ফাঁকা জায়গা বা বাদ পড়া অক্ষর আছে কি না দেখুন",
            ),
        ),
        ElsewhereError::Mail => (
            "bad-link",
            not_working,
            (
                "write it like mailto:office@doict.gov.bd?subject=…; a mail knows subject, body, cc, bcc and to",
                "mailto:office@doict.gov.bd?subject=… এভাবে লিখুন; শুধু subject, body, cc, bcc ও to লেখা যায়",
            ),
        ),
        ElsewhereError::MailLetters => (
            "bad-link",
            (
                format!("no mail reaches `{target}`: a mail address has Latin letters only"),
                format!("`{target}` ঠিকানায় ই-মেইল পৌঁছায় না: ই-মেইল ঠিকানা শুধু ইংরেজি অক্ষরে হয়"),
            ),
            (
                "write the address in Latin letters, like office@doict.gov.bd",
                "ঠিকানাটি ইংরেজি অক্ষরে লিখুন, যেমন office@doict.gov.bd",
            ),
        ),
        ElsewhereError::Number => (
            "bad-link",
            (
                format!("no telephone can dial `{target}`"),
                format!("`{target}` নম্বরে ফোন করা যায় না"),
            ),
            (
                "write the whole number, like tel:০১৭১২৩৪৫৬৭৮, or a short one, like tel:৩৩৩",
                "পুরো নম্বর লিখুন, যেমন tel:০১৭১২৩৪৫৬৭৮, অথবা সংক্ষিপ্ত নম্বর, যেমন tel:৩৩৩",
            ),
        ),
    })
}
