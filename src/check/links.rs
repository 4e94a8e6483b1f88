//! Links of pages and notices: each must lead somewhere, and nowhere dangerous; pictures and downloads.

use std::collections::BTreeSet;

use super::look::Look;
use super::pictures;
use crate::diagnostic::{Diagnostic, Said, say};
use crate::escape;
use crate::model::{
    Body, BodyLink, Elsewhere, ElsewhereError, Language, Office, Place, Places, Route, decoded,
    fill,
};

/// A download larger than this is too much for a slow network.
const LARGE: u64 = 2 * 1024 * 1024;

/// Pictures and links that say nothing to whoever cannot see them.
pub(super) fn source(look: &mut Look<'_>) {
    let Some(body) = look.source.value("").filter(|_| look.may_hold("[](")) else {
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
            look.mark(range, say::picture_without_text());
        } else {
            look.mark(range, say::link_without_text());
        }
    }
}

/// Files that are too large for a slow network.
pub(super) fn downloads(office: &Office) -> Vec<Diagnostic> {
    let large = office.files.iter().filter(|file| file.bytes > LARGE);
    large
        .map(|file| {
            let megabytes = usize::try_from(file.bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX);
            let shown = escape::slashes(&file.path);
            say::large_download(megabytes).at(Place::file(&shown.into()))
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
    let offered = forms.map(|(_, form)| (&form.file, form.origin.below("file")));
    let missing = attached
        .chain(offered)
        .filter(|(name, _)| !routes.contains(&Route::File((*name).clone())));
    found.extend(missing.map(|(name, place)| say::missing_attachment(name).at(place)));
    found
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
        Some(say::foreign_picture(&target))
    } else {
        elsewhere(&target)
    };
    let place = Place::bytes(&body.origin.file, link.range.clone());
    Some(fault?.at(place))
}

fn in_page(fragment: &str, body: &Body) -> Option<Said> {
    let wanted = decoded(fragment);
    let known = body.fragments.iter().any(|known| *known == wanted);
    (!known).then(|| say::missing_fragment(fragment))
}

fn in_portal(target: &str, image: bool, office: &Office, routes: &BTreeSet<Route>) -> Option<Said> {
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
        return Some(say::missing_page(path));
    }
    image.then(|| say::not_a_picture_page(path))
}

fn elsewhere(target: &str) -> Option<Said> {
    let wrong = Elsewhere::parse(target).err()?;
    Some(match wrong {
        ElsewhereError::Scheme(scheme) => say::link_scheme(scheme),
        ElsewhereError::Relative => say::relative_link(target),
        ElsewhereError::Web => say::bad_link_web(target),
        ElsewhereError::Mail => say::bad_link_mail(target),
        ElsewhereError::MailLetters => say::bad_link_mail_letters(target),
        ElsewhereError::Number => say::bad_link_number(target),
    })
}
