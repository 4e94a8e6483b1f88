//! The people of an office: who they are, what they are responsible for, and when they hold their post.

use std::fmt;

use super::{Date, Email, Localized, Phone, Place, Slug};

/// Somebody who works in an office, did, or is about to.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name.
    pub name: Localized<String>,
    /// The post: one of the department's.
    pub post: Slug,
    /// Their own telephones, in the order in which they are to be tried.
    pub phones: Vec<Phone>,
    /// Their own e-mail.
    pub email: Option<Email>,
    /// Their room.
    pub room: Option<String>,
    /// What they stand for beside their post, each once.
    pub roles: Vec<Role>,
    /// Whether the post is theirs, or held beside another one.
    pub charge: Charge,
    /// On which days they are in the office, as it is written: `রবি ও মঙ্গলবার`.
    pub days: Option<Localized<String>>,
    /// The first day in the post.
    pub from: Option<Date>,
    /// The last day in the post.
    pub until: Option<Date>,
    /// Where each of this is written, by key.
    pub origins: Vec<(&'static str, Place)>,
}

/// What somebody in an office is responsible for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Leads the office.
    Head,
    /// Gives information under the Right to Information Act (দায়িত্বপ্রাপ্ত কর্মকর্তা).
    Rti,
    /// Decides on appeals under that act (আপিল কর্তৃপক্ষ).
    RtiAppeal,
    /// Settles complaints (অনিক).
    Grievance,
    /// Decides on appeals against that.
    Appeal,
    /// Whom other offices ask (ফোকাল পয়েন্ট).
    Focal,
}

impl Role {
    /// All of them, with the key used in the content.
    pub const ALL: [(&'static str, Self); 6] = [
        ("head", Self::Head),
        ("rti", Self::Rti),
        ("rti-appeal", Self::RtiAppeal),
        ("grievance", Self::Grievance),
        ("appeal", Self::Appeal),
        ("focal", Self::Focal),
    ];

    /// The key in the content.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// How somebody holds a post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Charge {
    /// It is their own.
    #[default]
    Main,
    /// Beside another one: অতিরিক্ত দায়িত্ব.
    Additional,
}

impl Charge {
    /// Both, with the key used in the content.
    pub const ALL: [(&'static str, Self); 2] =
        [("main", Self::Main), ("additional", Self::Additional)];

    /// The key in the content.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

impl Person {
    /// Whether they hold the post on a day.
    #[must_use]
    pub fn is_there(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_left(day)
    }

    /// Whether their time in the post is over on a day.
    #[must_use]
    pub fn has_left(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether there is a day on which both hold their posts.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |one: &Self, other: &Self| match one.from.zip(other.until) {
            Some((from, until)) => from <= until,
            None => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// Whether they lead the office, as long as they hold their post.
    #[must_use]
    pub fn is_head(&self) -> bool {
        self.roles.contains(&Role::Head)
    }

    /// Where something is written of them; their name, where that is not written.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<&Place> {
        let of = |key: &str| self.origins.iter().find(|(known, _)| *known == key);
        of(key).or_else(|| of("name")).map(|(_, place)| place)
    }

    /// What is said of them without the places: a row that only moved says the same.
    #[must_use]
    pub fn values(&self) -> impl fmt::Debug {
        let Self {
            name,
            post,
            phones,
            email,
            room,
            roles,
            charge,
            days,
            from,
            until,
            origins: _,
        } = self;
        (
            (name, post, phones, email, room),
            (roles, charge, days, from, until),
        )
    }
}
