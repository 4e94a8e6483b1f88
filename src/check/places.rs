//! Places: upazila, district, host and signature that contradict each other.

use super::look::Look;
use super::{Origins, Setting};
use crate::diagnostic::{Diagnostic, say};
use crate::model::{District, Office};
use std::sync::Arc;

pub(super) fn source(look: &mut Look<'_>) {
    if look.is("charter.yaml") && look.is_shared() {
        signature(look);
    }
    if look.is_shared() {
        fixed_places(look);
    }
    if look.setting.office_name.contains("উপজেলা") {
        // What a head office or an office of the district promises is no copy of somebody else's.
        if look.is("charter.yaml") && look.is_shared() {
            vision(look);
        }
        district_level(look);
    }
}

fn signature(look: &mut Look<'_>) {
    let Some(value) = look.source.value("signature.place") else {
        return;
    };
    let text = look.source.typed(value);
    if !text.contains("{upazila}") {
        look.mark_all(value, say::signature_place());
    }
    let names_office = text.contains("কার্যালয়") || text.contains("অফিস");
    let office_name = look.setting.office_name.clone();
    if names_office && !text.contains("{office}") && !text.contains(&office_name) {
        look.mark_all(value, say::signature_office(office_name));
    }
}

fn vision(look: &mut Look<'_>) {
    let of = |key| {
        look.source
            .value(key)
            .map(|value| (value, look.source.typed(value)))
    };
    if let (Some((value, vision)), Some((_, mission))) = (of("vision"), of("mission"))
        && !vision.contains('{')
        && !mission.contains('{')
    {
        look.mark_all(value, say::general_vision());
    }
}

/// A district's name beside the word জেলা in a text that all districts share.
fn fixed_places(look: &mut Look<'_>) {
    if !look.may_hold("জেলা") {
        return;
    }
    let districts = look.setting.districts.iter();
    let names: Vec<String> = districts
        .filter(|name| look.may_hold(name))
        .flat_map(|name| {
            [
                format!("জেলা কার্যালয় {name}"),
                format!("জেলা কার্যালয়, {name}"),
                format!("{name} জেলা "),
            ]
        })
        .collect();
    for (value, text) in look.values() {
        // The tables are where names belong.
        if value.style == crate::model::Style::Cell || !text.contains("জেলা") {
            continue;
        }
        for name in &names {
            for (at, _) in text.match_indices(name.as_str()) {
                let start = value.range.start + at;
                look.mark(start..start + name.trim_end().len(), say::fixed_place());
            }
        }
    }
}

/// What a charter copied from a district office says.
fn district_level(look: &mut Look<'_>) {
    const WORDS: [(&str, &str); 4] = [
        ("available_at", "জেলা কার্যালয়"),
        ("required_documents", "জেলা কার্যালয়"),
        ("name", "জেলা পর্যায়ে"),
        ("name", "উপজেলা কার্যালয় পরিদর্শন"),
    ];
    for (value, text) in look.of_services() {
        for (key, words) in WORDS {
            if value.key() != key {
                continue;
            }
            // `উপজেলা কার্যালয়` holds the words of a district office.
            let own = |at: usize| words.starts_with("উপ") || !text[..at].ends_with("উপ");
            let mut places = text.match_indices(words).map(|(at, _)| at);
            if let Some(at) = places.find(|at| own(*at)) {
                look.mark(value.part(&(at..at + words.len())), say::district_level());
            }
        }
    }
}

/// An office whose name says nothing of its district, or names another one.
pub(super) fn district(district: &District, all: &[Arc<District>]) -> Option<Diagnostic> {
    let (name, office) = (&district.name.bangla, &district.office.bangla);
    let named = |name: &str| !name.is_empty() && office.contains(name);
    if name.is_empty() || office.is_empty() || named(name) {
        return None;
    }
    let other = all.iter().find(|other| named(&other.name.bangla));
    let said = match other {
        Some(other) => say::district_office_name_other(office, &other.name.bangla, name),
        None => say::district_office_name(office, name),
    };
    Some(said.at(district.origin.clone()))
}

pub(super) fn office(office: &Office, origins: &Origins<'_>, setting: &Setting) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let host = office.host.as_str();
    // Only `<department>.<upazila>.<district>.gov.bd` names a place; other hosts follow no scheme.
    let labels = host
        .strip_suffix(".gov.bd")
        .map(|rest| rest.split('.').count());
    if labels == Some(3) && !host.ends_with(&format!(".{}.gov.bd", office.id)) {
        found.extend(
            origins
                .place("host")
                .map(|place| say::host_place(&office.id).at(place)),
        );
    }
    let upazila = &office.upazila.bangla;
    let Some(address) = office.details.address().map(|address| &address.bangla) else {
        return found;
    };
    let other = setting
        .upazilas
        .iter()
        .find(|name| !name.is_empty() && address.contains(name.as_str()));
    if let (Some(other), false) = (other, address.contains(upazila)) {
        found.extend(
            origins
                .place("address")
                .map(|place| say::address_place(other, upazila).at(place)),
        );
    }
    found
}
