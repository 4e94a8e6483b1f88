//! Section ৫: three tiers with the usual limits, each of which can be reached.

use super::look::{Look, unquoted};
use crate::diagnostic::{Diagnostic, say};
use crate::model::{CitizensCharter, District, GrievanceContact, Limit, Place, TimeLimit, digits};

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
        look.found
            .push(say::few_tiers(tiers).at(Place::key(&look.source.file, "grievance")));
    }
    for (at, usual) in (0..tiers).zip(LIMITS.map(Some).into_iter().chain(std::iter::repeat(None))) {
        tier(look, &format!("grievance[{at}]"), usual);
    }
}

fn tier(look: &mut Look<'_>, path: &str, usual: Option<u16>) {
    let source = look.source;
    if let (Some(value), Some(usual)) = (source.value(&format!("{path}.time_limit")), usual) {
        let text = unquoted(source.typed(value));
        let limit = TimeLimit::read(text);
        let is_usual =
            matches!(limit.parts(), [Limit::Within { days, .. }] if days.working() == Some(usual));
        if !is_usual {
            let days = digits::number(usize::from(usual));
            look.mark_all(value, say::tier_limit(days));
        }
    }
    let reached = ["contact", "phone", "email"]
        .iter()
        .any(|key| look.has(&format!("{path}.{key}")));
    if let (Some(value), false) = (source.value(&format!("{path}.whom")), reached) {
        look.mark_all(value, say::tier_hard_to_reach());
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
        say::district_unreachable(name).at(district.origin.clone())
    })
}
