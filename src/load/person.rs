//! A person of an office: a row of `people.csv`, or an item of `people:` in `office.yaml`. Both are read alike.

use super::limits::MAX_TITLE_CHARS;
use super::reader::{Reader, Values};
use super::yaml::nearest;
use crate::diagnostic::{phrase, say};
use crate::model::{Charge, Person, Post, Role};

/// What can be said of a person, in either place.
const KEYS: [&str; 10] = [
    "name", "post", "phone", "email", "room", "roles", "charge", "days", "from", "until",
];

/// Reads a person; `None` when somebody was told why nobody can be named.
pub(super) fn person(of: &mut impl Values, posts: &[Post]) -> Option<Person> {
    let written = KEYS.into_iter().filter(|key| of.is_written(key));
    let origins = written.map(|key| (key, of.origin(key))).collect();
    if !of.is_written("name") {
        of.tell_of_missing("name", &phrase::needs_person);
    }
    if !of.is_written("post") {
        of.tell_of_missing("post", &phrase::needs_post);
    }
    let name = of.placed_localized("name");
    let post = value(of, "post", |of, key, text| of.post(key, text, posts));
    let phones = items(of, "phone", Reader::phone);
    let email = value(of, "email", Reader::email);
    let room = of.plain("room");
    let roles = items(of, "roles", role);
    let charge = value(of, "charge", charge);
    let days = of.placed_localized("days");
    let from = value(of, "from", Reader::date);
    let until = value(of, "until", Reader::date);
    Some(Person {
        name: name?.value,
        post: post?,
        phones,
        email,
        room,
        roles,
        charge: charge.unwrap_or_default(),
        days: days.map(|days| days.value),
        from,
        until,
        origins,
    })
}

/// A value that is read from a text.
fn value<V: Values, T>(
    of: &mut V,
    key: &str,
    read: impl FnOnce(&mut V, &str, &str) -> Option<T>,
) -> Option<T> {
    of.placed(key, read).map(|placed| placed.value)
}

/// Several values in one text, each once: between semicolons, or one a line.
fn items<V: Values, T: PartialEq>(
    of: &mut V,
    key: &str,
    read: impl Fn(&mut V, &str, &str) -> Option<T>,
) -> Vec<T> {
    let Some(text) = of.written(key) else {
        return Vec::new();
    };
    if text.chars().count() > MAX_TITLE_CHARS {
        of.tell(key, say::too_long(key, MAX_TITLE_CHARS));
        return Vec::new();
    }
    let mut values = Vec::new();
    let items = text.split([';', '\n']).map(str::trim);
    for item in items.filter(|item| !item.is_empty()) {
        let value = read(of, key, item).filter(|value| !values.contains(value));
        values.extend(value);
    }
    if text.trim_matches([';', '\n', ' ']).is_empty() {
        let hint = phrase::needs_value_or_nothing();
        of.tell(key, say::empty_value(key).with(hint));
    }
    values
}

fn role(of: &mut impl Values, key: &str, text: &str) -> Option<Role> {
    let known = Role::ALL.iter().find(|(key, _)| *key == text);
    if known.is_none() {
        let keys = Role::ALL.map(|(key, _)| key);
        let said = say::unknown_role(text, keys.join(", "));
        of.tell(key, said.meant(nearest(text, &keys)));
    }
    known.map(|(_, role)| *role)
}

fn charge(of: &mut impl Values, key: &str, text: &str) -> Option<Charge> {
    let known = Charge::ALL.iter().find(|(key, _)| *key == text);
    if known.is_none() {
        let keys = Charge::ALL.map(|(key, _)| key);
        let said = say::unknown_charge(text, keys.join(", "));
        of.tell(key, said.meant(nearest(text, &keys)));
    }
    known.map(|(_, charge)| *charge)
}
