//! The people of an office beside each other and beside the day of its confirmation.

use super::{Origins, Setting};
use crate::diagnostic::{Diagnostic, Said, say};
use crate::model::{Charge, Date, Office, Person, Phone};

pub(super) fn office(office: &Office, origins: &Origins<'_>, setting: &Setting) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !office.lists_people {
        return found;
    }
    let mut doubt = |person: &Person, key: &str, said: Said| {
        // Somebody whom the office's own row names stands there.
        let place = person.place(key).cloned();
        found.extend(
            place
                .or_else(|| origins.place("id"))
                .map(|place| said.at(place)),
        );
    };
    for (at, person) in office.people.iter().enumerate() {
        let before = &office.people[..at];
        if let Some(other) = before.iter().find(|other| lead_together(person, other)) {
            doubt(person, "roles", say::two_heads(&other.name.bangla));
        }
        let here = before.iter().filter(|other| other.overlaps(person));
        let shared = here.filter(|other| other.name.bangla != person.name.bangla);
        if let Some(other) = { shared }.find(|other| shares_mobile(person, other)) {
            doubt(
                person,
                "phone",
                say::shared_phone_person(&other.name.bangla),
            );
        }
        if person.days.is_some() && person.charge == Charge::Main {
            doubt(person, "days", say::days_without_charge());
        }
        if person.until < person.from && person.until.is_some() {
            doubt(person, "until", say::until_before_from());
        }
        let confirmed = office.details.verified_on().copied();
        if let Some((key, day)) = confirmed.and_then(|day| change(person, day, setting.today)) {
            doubt(person, key, say::unconfirmed_change(day));
        }
    }
    found
}

fn lead_together(one: &Person, other: &Person) -> bool {
    one.is_head() && other.is_head() && one.overlaps(other)
}

/// The line of an exchange is everybody's; a mobile number is one person's.
fn shares_mobile(one: &Person, other: &Person) -> bool {
    let mobiles = |person: &Person| -> Vec<String> {
        let dialled = person.phones.iter().map(Phone::international);
        dialled
            .filter(|dialled| dialled.starts_with("+8801"))
            .collect()
    };
    let others = mobiles(other);
    mobiles(one).iter().any(|mobile| others.contains(mobile))
}

/// A day on which somebody came or left, behind the day of the confirmation and not to come; with the day of that.
fn change(person: &Person, confirmed: Date, today: Date) -> Option<(&'static str, Date)> {
    let is_change = |day: Option<Date>| day.is_some_and(|day| day > confirmed && day <= today);
    // On the last day somebody is still there.
    let key = if is_change(person.from) {
        "from"
    } else if person.has_left(today) && is_change(person.until) {
        "until"
    } else {
        return None;
    };
    Some((key, confirmed))
}
