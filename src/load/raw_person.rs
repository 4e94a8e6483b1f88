//! `people:` in `office.yaml`: the people of the office, in their order.

use std::sync::Arc;

use serde::Deserialize;

use super::fields::Fields;
use super::limits::MAX_PEOPLE;
use super::office_values::Keys;
use super::person::person;
use super::reader::Reader;
use super::record::record;
use super::schema::{JsonSchema, PhoneOrList, RoleOrList};
use super::text::{Text, TextOrList};
use crate::diagnostic::say;
use crate::model::{Charge, Date, Email, Person, Post, Slug};

record! {
    pub(super) struct RawPerson, RawPersonInEnglish {
        ;
        /// নাম।
        ///
        /// The name.
        #[schemars(required)]
        name: Option<Text>,
        /// অতিরিক্ত দায়িত্ব হলে কোন কোন দিন অফিসে থাকেন, যেমন রবি ও মঙ্গলবার।
        ///
        /// With an additional charge: on which days they are in the office.
        days: Option<Text>,
        ;
        /// পদ, department.yaml-এর posts থেকে একটি id।
        ///
        /// The post: an id of posts in department.yaml.
        #[schemars(with = "Slug")]
        post: Option<Text>,
        /// নিজের ফোন; একাধিক হলে তালিকা।
        ///
        /// Their own telephone; a list where there are several.
        #[schemars(with = "Option<PhoneOrList>")]
        phone: Option<TextOrList>,
        /// নিজের ই-মেইল।
        ///
        /// Their own e-mail address.
        #[schemars(with = "Option<Email>")]
        email: Option<Text>,
        /// রুম নম্বর।
        ///
        /// The number of their room.
        room: Option<Text>,
        /// দায়িত্ব: head অফিস-প্রধান, rti তথ্য প্রদানকারী, rti-appeal তথ্যের আপিল, grievance অনিক, appeal অভিযোগের আপিল, focal ফোকাল পয়েন্ট।
        ///
        /// What they stand for: head of the office, rti (information), rti-appeal, grievance, appeal, focal.
        #[schemars(with = "Option<RoleOrList>")]
        roles: Option<TextOrList>,
        /// main নিজের পদ, additional অতিরিক্ত দায়িত্ব।
        ///
        /// main where the post is their own, additional where it is held beside another.
        #[schemars(with = "Option<Charge>")]
        charge: Option<Text>,
        /// যে দিন থেকে এই পদে আছেন (বছর-মাস-দিন)।
        ///
        /// The first day in the post (year-month-day).
        #[schemars(with = "Option<Date>")]
        from: Option<Text>,
        /// এই পদে শেষ দিন; পার হলে তিনি আর দেখানো হন না, অফিস-প্রধান হলে প্রাক্তন হিসেবে থাকেন।
        ///
        /// The last day in the post; after it they are not shown, a head as a former one.
        #[schemars(with = "Option<Date>")]
        until: Option<Text>,
    }
}

/// Reads the list.
pub(super) fn people(
    top: &mut Fields<'_>,
    file: &Arc<str>,
    raw: Vec<RawPerson>,
    posts: &[Post],
) -> Vec<Person> {
    if raw.len() > MAX_PEOPLE {
        top.tell("people", say::too_many_people(MAX_PEOPLE));
        return Vec::new();
    }
    let raw = raw.into_iter().enumerate();
    raw.filter_map(|(at, raw)| {
        let fields = top.below(format!("people[{at}]"));
        person(&mut raw.keys(fields, file), posts)
    })
    .collect()
}

impl RawPerson {
    /// Its keys by name.
    fn keys<'a>(self, fields: Fields<'a>, file: &'a Arc<str>) -> Keys<'a> {
        let en = self.en.unwrap_or_default();
        let lines = |list: TextOrList| Text(list.0.join("\n"));
        let written = [
            ("name", self.name),
            ("post", self.post),
            ("phone", self.phone.map(lines)),
            ("email", self.email),
            ("room", self.room),
            ("roles", self.roles.map(lines)),
            ("charge", self.charge),
            ("days", self.days),
            ("from", self.from),
            ("until", self.until),
        ];
        let english = [("name", en.name), ("days", en.days)];
        Keys::new(fields, file, written, english)
    }
}
