//! People: who leads an office, whether they can be reached, and when the office last confirmed it.

use super::{Origins, Setting};
use crate::diagnostic::{Diagnostic, Said, say};
use crate::model::{Holder, Language, Office};

pub(super) fn office(office: &Office, origins: &Origins<'_>, setting: &Setting) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut doubt = |key, said: Said| found.extend(origins.place(key).map(|place| said.at(place)));
    match &office.head {
        Holder::Unconfirmed => doubt("id", say::unconfirmed_office()),
        Holder::Vacant => doubt("officer", say::vacant_post()),
        Holder::Held(_) if office.details.phone.is_none() => {
            doubt("officer", say::officer_without_phone());
        }
        Holder::Held(_) => {}
    }
    let land_line = |phone: &crate::model::Phone| !phone.international().starts_with("+8801");
    if office.details.phone().is_some_and(land_line) && office.details.mobile.is_none() {
        doubt("phone", say::land_line());
    }
    let dialled = crate::model::Phone::international;
    let district = &office.district.contact.phone;
    if office.details.phone.is_some()
        && office.details.phone().map(dialled) == district.as_ref().map(dialled)
    {
        doubt("phone", say::shared_phone_district());
    }
    if let Some(day) = office.details.verified_on().copied() {
        if day > setting.today {
            doubt("verified_on", say::future_confirmation());
        } else if setting.today > day.due() {
            doubt("verified_on", say::confirmation_overdue());
        }
    }
    found
}

/// Posts of the charter, of services and of the signature, of which nobody in the office is known to hold one.
pub(super) fn posts(office: &Office, origins: &Origins<'_>) -> Option<Diagnostic> {
    let charter = &office.charter;
    let named = charter
        .services
        .iter()
        .map(|service| &service.responsible.value);
    let mut posts: Vec<&str> = Vec::new();
    for post in named.chain([&charter.signed_by]) {
        let name = office.department.post_name(post, Language::Bangla);
        let is_held = *post == office.head_post || office.staff().any(|one| one.post == *post);
        if !is_held && !posts.contains(&name) {
            posts.push(name);
        }
    }
    let place = origins.place("post").filter(|_| !posts.is_empty())?;
    let list = posts.join(", ");
    Some(say::post_without_holder(list).at(place))
}
