//! The people of an office as templates see them.

use serde::Serialize;

use super::initial::initial;
use super::view::{DateView, PhoneView};
use crate::model::{Charge, Office, Person, Role};
use crate::theme::Wording;

/// Who works in an office, beside the name of its leader.
#[derive(Debug, Serialize)]
pub(super) struct StaffView {
    /// What else the leader stands for, and that the post is held beside another one, with the days.
    duties: Vec<String>,
    /// Telephones of the leader that are not said to be the office's.
    further_phones: Vec<PhoneView>,
    /// The leader's own e-mail, where the office has another.
    further_email: Option<String>,
    /// Everybody else who is in the office.
    people: Vec<PersonView>,
    /// Posts of the charter that nobody in the office holds.
    vacant_posts: Vec<String>,
    /// Who led it before, the last one first.
    former_heads: Vec<FormerHeadView>,
}

impl StaffView {
    pub(super) fn new(office: &Office, wording: &Wording) -> Self {
        let leader = office.leader();
        Self {
            duties: leader.map_or_else(Vec::new, |leader| duties(leader, wording)),
            further_phones: further_phones(office, wording),
            further_email: further_email(office),
            people: others(office, wording),
            vacant_posts: vacant_posts(office, wording),
            former_heads: former_heads(office, wording),
        }
    }
}

/// Somebody of an office.
#[derive(Debug, Serialize)]
struct PersonView {
    name: String,
    /// The first letter of the name, whole with its signs.
    initial: Option<String>,
    post: String,
    /// What they stand for beside the post, and that they hold it beside another one, with the days.
    duties: Vec<String>,
    phones: Vec<PhoneView>,
    email: Option<String>,
    /// In the digits of the language.
    room: Option<String>,
    /// The file with their card, from the portal's folder.
    card: Option<String>,
}

/// Who led an office.
#[derive(Debug, Serialize)]
struct FormerHeadView {
    name: String,
    post: String,
    from: Option<DateView>,
    until: Option<DateView>,
}

/// Everybody in the office but who leads it.
fn others(office: &Office, wording: &Wording) -> Vec<PersonView> {
    let cards = office.cards();
    let card = |person: &Person| {
        let own = cards.iter().find(|(_, other)| std::ptr::eq(*other, person));
        own.map(|(name, _)| format!("officers/{name}.vcf"))
    };
    let view = |person: &Person| {
        let name = person.name.in_language(wording.language).clone();
        PersonView {
            initial: initial(&name),
            name,
            post: post(office, person, wording),
            duties: duties(person, wording),
            phones: phones(person, wording),
            email: person.email.as_ref().map(ToString::to_string),
            room: person.room.as_deref().map(|room| wording.digits(room)),
            card: card(person),
        }
    };
    office.others().map(view).collect()
}

/// Posts that nobody holds.
fn vacant_posts(office: &Office, wording: &Wording) -> Vec<String> {
    let posts = office.vacant_posts().into_iter();
    let name = |post| office.department.post_name(post, wording.language);
    posts.map(|post| name(post).to_owned()).collect()
}

/// Who led the office before.
fn former_heads(office: &Office, wording: &Wording) -> Vec<FormerHeadView> {
    let view = |person: &Person| FormerHeadView {
        name: person.name.in_language(wording.language).clone(),
        post: post(office, person, wording),
        from: person.from.map(|day| DateView::new(day, wording)),
        until: person.until.map(|day| DateView::new(day, wording)),
    };
    office.former_heads().into_iter().map(view).collect()
}

fn further_phones(office: &Office, wording: &Wording) -> Vec<PhoneView> {
    let of_office = [office.details.phone(), office.details.mobile()];
    let own = office
        .leader()
        .into_iter()
        .flat_map(|leader| &leader.phones);
    own.filter(|phone| !of_office.contains(&Some(*phone)))
        .map(|phone| PhoneView::new(phone, wording))
        .collect()
}

fn further_email(office: &Office) -> Option<String> {
    let own = office.leader()?.email.as_ref()?;
    (office.details.email() != Some(own)).then(|| own.to_string())
}

fn phones(person: &Person, wording: &Wording) -> Vec<PhoneView> {
    let phones = person.phones.iter();
    phones.map(|phone| PhoneView::new(phone, wording)).collect()
}

fn post(office: &Office, person: &Person, wording: &Wording) -> String {
    let name = office.department.post_name(&person.post, wording.language);
    name.to_owned()
}

/// What somebody stands for; that who leads the office does so is said above.
pub(super) fn duties(person: &Person, wording: &Wording) -> Vec<String> {
    let roles = person.roles.iter().filter(|role| **role != Role::Head);
    let mut duties: Vec<String> = roles.map(|role| role_name(*role, wording)).collect();
    let days = person.days.as_ref();
    let days = days.map(|days| days.in_language(wording.language).as_str());
    let presence = match (person.charge, days) {
        (Charge::Additional, None) => Some(wording.string("charge_additional").to_owned()),
        (Charge::Additional, Some(days)) => Some(
            wording
                .string("charge_additional_days")
                .replace("{days}", days),
        ),
        (Charge::Main, Some(days)) => Some(wording.string("days_present").replace("{days}", days)),
        (Charge::Main, None) => None,
    };
    duties.extend(presence);
    duties
}

/// What a role is called.
fn role_name(role: Role, wording: &Wording) -> String {
    let key = role.key().replace('-', "_");
    wording.string(&format!("role_{key}")).to_owned()
}
