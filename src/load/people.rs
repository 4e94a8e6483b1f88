//! Who works in an office: its own list or that of the table, and the officer whom its row or `office.yaml` names the short
//! way.

use super::office_table::OfficeRow;
use super::office_values::OwnWords;
use crate::diagnostic::{Diagnostic, say};
use crate::model::{Charge, Date, OfficeDetails, Person, Placed, Role, Slug};

/// The people of an office.
pub(super) struct People {
    /// In their order.
    pub(super) people: Vec<Person>,
    /// Whether somebody wrote a list of them. Of another office nobody knows more than who leads it.
    pub(super) are_listed: bool,
}

/// The list, with the officer of the short way in it. Who leads the office today fills what `details` say of its officer.
pub(super) fn people(
    row: &OfficeRow,
    words: &OwnWords,
    details: &mut OfficeDetails,
    row_post: &Slug,
    today: Date,
    found: &mut Vec<Diagnostic>,
) -> People {
    let mut people = words.people.as_ref().unwrap_or(&row.people).clone();
    let are_listed = !people.is_empty();
    let is_above = words.people.is_none() && words.details.officer.is_some();
    if let Some(officer) = officer(details, row_post) {
        add(&mut people, officer, is_above, today);
    }
    let leads = |one: &Person| one.is_head() && one.is_there(today);
    let post = details.post().unwrap_or(row_post);
    if !people.iter().any(leads) {
        // Nobody said so, and yet it is known who holds the post that leads.
        let mut there = people.iter_mut().filter(|one| one.is_there(today));
        if let Some(holder) = there.find(|one| one.post == *post) {
            holder.roles.insert(0, Role::Head);
        }
    }
    let leader = people.iter().find(|one| leads(one));
    if let (Some(leader), Some(vacant)) = (leader, &words.vacant) {
        found.push(say::held_and_vacant_head(&leader.name.bangla).at(vacant.clone()));
    }
    if let Some(leader) = leader.filter(|_| are_listed) {
        lead(leader, details);
    }
    People { people, are_listed }
}

/// Whom the short way names: a person who leads the office.
fn officer(details: &OfficeDetails, row_post: &Slug) -> Option<Person> {
    let name = details.officer.as_ref()?;
    let post = details.post.as_ref();
    let origin = |(key, origin): (&'static str, _)| Some((key, Clone::clone(origin?)));
    let origins = [
        ("name", Some(&name.origin)),
        ("post", post.map(|post| &post.origin)),
        ("phone", details.phone.as_ref().map(|phone| &phone.origin)),
        ("email", details.email.as_ref().map(|email| &email.origin)),
        ("room", details.room.as_ref().map(|room| &room.origin)),
    ];
    Some(Person {
        name: name.value.clone(),
        post: post.map_or(row_post, |post| &post.value).clone(),
        phones: details.phone().cloned().into_iter().collect(),
        email: details.email().cloned(),
        room: details.room().cloned(),
        roles: vec![Role::Head],
        charge: Charge::Main,
        days: None,
        from: None,
        until: None,
        origins: origins.into_iter().filter_map(origin).collect(),
    })
}

/// Adds the officer to the list, unless it has somebody of that name; then this one leads the office. What stands in
/// `office.yaml` stands over the table, as everywhere.
fn add(people: &mut Vec<Person>, officer: Person, is_above: bool, today: Date) {
    let has_head = |people: &[Person]| {
        people
            .iter()
            .any(|one| one.is_head() && one.is_there(today))
    };
    let mut there = people.iter_mut().filter(|one| one.is_there(today));
    if let Some(known) = there.find(|one| one.name.bangla == officer.name.bangla) {
        if !known.is_head() {
            known.roles.insert(0, Role::Head);
        }
    } else if is_above || !has_head(people) {
        people.insert(0, officer);
    } else {
        people.push(officer);
    }
}

/// Name and post are the leader's; what the office does not say of itself is too.
fn lead(leader: &Person, details: &mut OfficeDetails) {
    let origin = |key: &str| leader.place(key).cloned();
    let (Some(name), Some(post)) = (origin("name"), origin("post")) else {
        return;
    };
    details.officer = Some(Placed {
        value: leader.name.clone(),
        origin: name,
    });
    details.post = Some(Placed {
        value: leader.post.clone(),
        origin: post,
    });
    let phone = leader.phones.first().cloned().zip(origin("phone"));
    let email = leader.email.clone().zip(origin("email"));
    let room = leader.room.clone().zip(origin("room"));
    details.phone = details.phone.take().or_else(|| phone.map(placed));
    details.email = details.email.take().or_else(|| email.map(placed));
    details.room = room.map(placed).or_else(|| details.room.take());
}

fn placed<T>((value, origin): (T, crate::model::Place)) -> Placed<T> {
    Placed { value, origin }
}
