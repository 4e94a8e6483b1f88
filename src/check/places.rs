//! Places: upazila, district, host and signature that contradict each other.

use super::look::Look;
use super::{Origins, Setting, place};
use crate::diagnostic::Diagnostic;
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
        look.mark(
            "signature-place",
            value.range.clone(),
            (
                "every office would sign with this place".to_owned(),
                "সব কার্যালয়ের স্বাক্ষরে এই একই স্থান ছাপা হবে".to_owned(),
            ),
            (
                "write {upazila} and {district} instead of names",
                "নামের বদলে {upazila} ও {district} লিখুন",
            ),
        );
    }
    let names_office = text.contains("কার্যালয়") || text.contains("অফিস");
    let office_name = look.setting.office_name.clone();
    if names_office && !text.contains("{office}") && !text.contains(&office_name) {
        look.mark(
            "signature-office",
            value.range.clone(),
            (
                format!("the letterhead calls the office `{office_name}`"),
                format!("শিরোনামে কার্যালয়ের নাম `{office_name}`"),
            ),
            (
                "write that name, or {office}",
                "সেই নামটি লিখুন, অথবা {office}",
            ),
        );
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
        look.mark(
            "general-vision",
            value.range.clone(),
            (
                "vision and mission say nothing of the place".to_owned(),
                "ভিশন ও মিশনে কার্যালয়ের নিজের কথা নেই".to_owned(),
            ),
            (
                "say what this office does, with {upazila} or {office}",
                "{upazila} বা {office} দিয়ে এই কার্যালয়ের কাজের কথা লিখুন",
            ),
        );
    }
}

/// A district's name beside the word জেলা in a text that all districts share.
fn fixed_places(look: &mut Look<'_>) {
    let districts = &look.setting.districts;
    let names: Vec<String> = districts
        .iter()
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
                look.mark(
                    "fixed-place",
                    start..start + name.trim_end().len(),
                    (
                        "every district would print this name".to_owned(),
                        "সব জেলাতেই এই নাম ছাপা হবে".to_owned(),
                    ),
                    (
                        "write {district} instead of the name",
                        "নামের বদলে {district} লিখুন",
                    ),
                );
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
                look.mark(
                    "district-level",
                    value.part(&(at..at + words.len())),
                    (
                        "an upazila office sends its citizens to the district, or does a district's work".to_owned(),
                        "উপজেলার সেবায় নাগরিককে জেলায় পাঠানো হয়েছে, অথবা কাজটি জেলা পর্যায়ের".to_owned(),
                    ),
                    (
                        "write what holds for the upazila",
                        "উপজেলার জন্য যা প্রযোজ্য তা লিখুন",
                    ),
                );
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
    let message = match other {
        Some(other) => (
            format!(
                "`{office}` names {}, this is the row of {name}",
                other.name.bangla
            ),
            format!(
                "`{office}`-এ {} লেখা, অথচ সারিটি {name} জেলার",
                other.name.bangla
            ),
        ),
        None => (
            format!("`{office}` does not name {name}"),
            format!("`{office}`-এ {name} নামটি নেই"),
        ),
    };
    Some(Diagnostic::new(
        "district-office-name",
        place(&district.origin),
        message,
        (
            "correct the cell `office` or `name`, or write {district} into the office's name",
            "`office` অথবা `name` ঘরটি ঠিক করুন, অথবা কার্যালয়ের নামে {district} লিখুন",
        ),
    ))
}

pub(super) fn office(office: &Office, origins: &Origins<'_>, setting: &Setting) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let host = office.host.as_str();
    // Only `<department>.<upazila>.<district>.gov.bd` names a place; other hosts follow no scheme.
    let labels = host
        .strip_suffix(".gov.bd")
        .map(|rest| rest.split('.').count());
    if labels == Some(3) && !host.ends_with(&format!(".{}.gov.bd", office.id)) {
        found.extend(origins.place("host").map(|place| {
            Diagnostic::new(
                "host-place",
                place,
                (
                    format!("this host does not name `{}`", office.id),
                    format!("এই হোস্টে `{}` নেই", office.id),
                ),
                (
                    "correct the host, or leave the cell empty",
                    "হোস্টটি ঠিক করুন, অথবা ঘরটি খালি রাখুন",
                ),
            )
        }));
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
        found.extend(origins.place("address").map(|place| {
            Diagnostic::new(
                "address-place",
                place,
                (
                    format!("this address names {other}, the office is in {upazila}"),
                    format!("ঠিকানায় {other}, অথচ কার্যালয়টি {upazila} উপজেলায়"),
                ),
                ("correct the address", "ঠিকানাটি ঠিক করুন"),
            )
        }));
    }
    found
}
