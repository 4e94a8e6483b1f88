//! Section ৫: three tiers with the usual limits, each of which can be reached.

use super::look::{Look, unquoted};
use super::place;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{CitizensCharter, District, GrievanceContact, TimeLimit, digits};

/// Working days of the three tiers, from the seed and the charters beside it (DOMAIN 2.4).
const LIMITS: [u16; 3] = [30, 20, 60];

pub(super) fn source(look: &mut Look<'_>) {
    if !look.is("charter.yaml") || !look.has("grievance") {
        return;
    }
    let tiers = (0..look.source.values.len())
        .take_while(|at| look.has(&format!("grievance[{at}]")))
        .count();
    if tiers < LIMITS.len() {
        look.found.push(Diagnostic::new(
            "few-tiers",
            Place::key(&look.source.file, "grievance"),
            (
                format!("here are {tiers} tiers of three"),
                format!("তিন ধাপের মধ্যে {}টি আছে", digits::number(tiers)),
            ),
            (
                "write all three: complaints officer, appeal officer, Cabinet Division",
                "তিনটি ধাপই লিখুন: অনিক, আপিল কর্মকর্তা, মন্ত্রিপরিষদ বিভাগের সেল",
            ),
        ));
    }
    for (at, usual) in (0..tiers).zip(LIMITS.map(Some).into_iter().chain(std::iter::repeat(None))) {
        tier(look, &format!("grievance[{at}]"), usual);
    }
}

fn tier(look: &mut Look<'_>, path: &str, usual: Option<u16>) {
    let source = look.source;
    if let (Some(value), Some(usual)) = (source.value(&format!("{path}.time_limit")), usual) {
        let text = unquoted(source.typed(value));
        if TimeLimit::read(text) != [TimeLimit::WorkingDays(usual)] {
            let days = digits::number(usize::from(usual));
            look.mark(
                "tier-limit",
                value.range.clone(),
                (
                    format!("charters give this tier {days} কার্যদিবস"),
                    format!("এই ধাপের প্রচলিত সময়সীমা {days} কার্যদিবস"),
                ),
                (
                    "correct it, or allow it with the rule that says otherwise",
                    "ঠিক করুন; ভিন্ন বিধি থাকলে তা উল্লেখ করে allow লিখুন",
                ),
            );
        }
    }
    let reached = ["contact", "phone", "email"]
        .iter()
        .any(|key| look.has(&format!("{path}.{key}")));
    if let (Some(value), false) = (source.value(&format!("{path}.whom")), reached) {
        look.mark(
            "tier-hard-to-reach",
            value.range.clone(),
            (
                "this tier has neither telephone nor e-mail".to_owned(),
                "এই ধাপে ফোন বা ই-মেইল নেই".to_owned(),
            ),
            ("add phone or email", "phone বা email যোগ করুন"),
        );
    }
}

/// The officer of a district to whom a charter sends complaints, and who cannot be reached.
pub(super) fn district(district: &District, charter: &CitizensCharter) -> Option<Diagnostic> {
    let contact = &district.contact;
    let is_sent_there = charter
        .grievance
        .iter()
        .any(|step| matches!(step.contact, GrievanceContact::DistrictOfficer));
    (is_sent_there && contact.phone.is_none() && contact.email.is_none()).then(|| {
        let name = &district.name.bangla;
        Diagnostic::new(
            "district-unreachable",
            place(&district.origin),
            (
                format!("the complaints officer of {name} has neither telephone nor e-mail"),
                format!("{name} জেলার অভিযোগ নিষ্পত্তি কর্মকর্তার ফোন বা ই-মেইল নেই"),
            ),
            ("fill phone or email", "phone বা email পূরণ করুন"),
        )
    })
}
