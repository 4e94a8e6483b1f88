//! What an office says of itself: the columns of its row in `offices.csv`, and the keys of its `office.yaml`, which stand over
//! them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::allow::{self, RawAllow};
use super::fields::{Fields, Hint};
use super::files::Folder;
use super::raw_person::{self, RawPerson};
use super::reader::{Reader, Values};
use super::record::{FIXED, record};
use super::schema::{self, JsonSchema};
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::{Diagnostic, Said, phrase, say};
use crate::model::{
    AreaCode, Coordinates, Date, Degrees, Email, OfficeDetails, Person, Phone, Place, Placed, Post,
    Slug,
};

/// The columns of `offices.csv`.
pub(super) const OFFICE_COLUMNS: [&str; 13] = [
    "id",
    "upazila",
    "officer",
    "post",
    "phone",
    "mobile",
    "email",
    "verified_on",
    "host",
    "room",
    "code",
    "upazila_en",
    "officer_en",
];

record! {
    /// এই কার্যালয় নিজের সম্পর্কে যা বলে। এখানে যা লেখা হয়, তা offices.csv-এর সারির উপরে থাকে।
    ///
    /// What this office says of itself. What is written here stands over its row in offices.csv.
    #[schemars(extend("if" = schema::says("vacant"), "then" = schema::without_officer()))]
    #[schemars(extend("allOf" = schema::together(["latitude", "longitude"])))]
    pub(super) struct RawOffice, RawOfficeInEnglish {
        ;
        /// কর্মকর্তার নাম।
        ///
        /// The officer's name.
        officer: Option<Text>,
        /// ডাকের ঠিকানা।
        ///
        /// The postal address.
        address: Option<Text>,
        ;
        /// পদে কেউ না থাকলে true লিখুন; তখন officer লিখবেন না।
        ///
        /// true when nobody holds the post; then there is no officer.
        vacant: Option<bool>,
        /// পদ, department.yaml-এর posts থেকে একটি id।
        ///
        /// The post: an id of posts in department.yaml.
        #[schemars(with = "Option<Slug>")]
        post: Option<Text>,
        /// কার্যালয়ের ফোন, বাংলা বা ইংরেজি অঙ্কে; মোবাইল নম্বরে ১১ অঙ্ক।
        ///
        /// The office's telephone, in Bangla or Latin digits; mobile numbers have 11.
        #[schemars(with = "Option<Phone>")]
        phone: Option<Text>,
        /// কার্যালয়ের দাপ্তরিক মোবাইল, ফোনের পাশাপাশি; ১১ অঙ্ক।
        ///
        /// The office's official mobile number, beside its telephone; 11 digits.
        #[schemars(with = "Option<Phone>")]
        mobile: Option<Text>,
        /// কার্যালয়ের ই-মেইল।
        ///
        /// The office's e-mail address.
        #[schemars(with = "Option<Email>")]
        email: Option<Text>,
        /// মানচিত্রে কার্যালয়ের অক্ষাংশ, ডিগ্রিতে; longitude-ও লিখুন, নইলে কোনোটি নয়।
        ///
        /// The office's latitude on the map, in degrees; write longitude too, or neither.
        #[schemars(with = "Option<Degrees>")]
        latitude: Option<Text>,
        /// মানচিত্রে কার্যালয়ের দ্রাঘিমাংশ, ডিগ্রিতে।
        ///
        /// The office's longitude on the map, in degrees.
        #[schemars(with = "Option<Degrees>")]
        longitude: Option<Text>,
        /// কর্মকর্তার রুম নম্বর।
        ///
        /// The number of the officer's room.
        room: Option<Text>,
        /// উপজেলার কোড, দুই থেকে ছয় অঙ্ক।
        ///
        /// The code of the upazila, two to six digits.
        #[schemars(with = "Option<AreaCode>")]
        code: Option<Text>,
        /// যে দিন এই তথ্য মিলিয়ে দেখা হয়েছে (বছর-মাস-দিন)। না লিখলে পোর্টালে লেখা থাকে যে তথ্য নিশ্চিত নয়, আর সার্চ ইঞ্জিন
        /// পোর্টালটি দেখায় না।
        ///
        /// The day on which the office last confirmed its data (year-month-day). Without it the portal says that its data is
        /// unconfirmed, and search engines stay away.
        #[schemars(with = "Option<Date>")]
        verified_on: Option<Text>,
        /// কার্যালয়ের সবাই, যে ক্রমে দেখানো হবে; people.csv-এ এই কার্যালয়ের সারিগুলোর বদলে।
        ///
        /// All people of the office, in the order in which they are shown; instead of its rows in people.csv.
        people: Option<Vec<RawPerson>>,
        /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
        ///
        /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
        allow: Option<Vec<RawAllow>>,
    }
}

/// The values that a row of the table and `office.yaml` both may hold.
pub(super) fn details(of: &mut impl Values, posts: &[Post]) -> OfficeDetails {
    OfficeDetails {
        officer: of.placed_localized("officer"),
        post: of.placed("post", |of, key, text| of.post(key, text, posts)),
        phone: of.placed("phone", Reader::phone),
        mobile: of.placed("mobile", Reader::phone),
        email: of.placed("email", Reader::email),
        address: of.placed_localized("address"),
        room: of.placed_plain("room"),
        code: of.placed("code", Reader::area_code),
        verified_on: of.placed("verified_on", Reader::date),
        // Two keys of `office.yaml`.
        coordinates: None,
    }
}

/// What an office writes over its row.
#[derive(Default)]
pub(super) struct OwnWords {
    pub(super) details: OfficeDetails,
    /// Its people, instead of those of `people.csv`; `None` where it names none.
    pub(super) people: Option<Vec<Person>>,
    /// Nobody holds the post, whatever the row says.
    pub(super) vacant: Option<Place>,
    /// The English of the name in the row.
    pub(super) officer_in_english: Option<Placed<String>>,
}

/// Keys of `office.yaml` that are read like cells: its own, or those of a person.
pub(super) struct Keys<'a> {
    fields: Fields<'a>,
    file: &'a Arc<str>,
    written: BTreeMap<&'static str, Text>,
    english: BTreeMap<&'static str, Text>,
}

impl<'a> Keys<'a> {
    pub(super) fn new<const N: usize, const M: usize>(
        fields: Fields<'a>,
        file: &'a Arc<str>,
        written: [(&'static str, Option<Text>); N],
        english: [(&'static str, Option<Text>); M],
    ) -> Self {
        let only = |(key, text): (&'static str, Option<Text>)| Some((key, text?));
        Self {
            fields,
            file,
            written: written.into_iter().filter_map(only).collect(),
            english: english.into_iter().filter_map(only).collect(),
        }
    }
}

impl Reader for Keys<'_> {
    fn tell(&mut self, key: &str, said: Said) {
        self.fields.tell(key, said);
    }
}

impl Values for Keys<'_> {
    fn written(&mut self, key: &str) -> Option<String> {
        self.written.remove(key).map(|text| text.0)
    }

    fn is_written(&self, key: &str) -> bool {
        self.written.contains_key(key)
    }

    fn plain(&mut self, key: &str) -> Option<String> {
        let text = self.written.remove(key)?;
        self.fields
            .fixed(key, Some(text), &phrase::needs_value_or_nothing)
    }

    fn in_english(&mut self, key: &str) -> Option<String> {
        let text = self.english.remove(key);
        self.fields.in_english(key, text, FIXED)
    }

    fn tell_of_missing(&mut self, key: &str, hint: Hint<'_>) {
        self.fields.missing(key, hint);
    }

    fn tell_of_lone_english(&mut self, key: &str) {
        // The row may have the name of which this is the English.
        if key != "officer" && self.english.contains_key(key) {
            self.fields.lone_english(key);
        }
    }

    fn origin(&self, key: &str) -> Place {
        Place::value(self.file, self.fields.path(key))
    }
}

/// Reads `office.yaml`, where there is one.
pub(super) fn own_words(
    folder: &Folder,
    posts: &[Post],
    found: &mut Vec<Diagnostic>,
) -> Result<OwnWords> {
    let Some(source) = folder.text("office.yaml", found)? else {
        return Ok(OwnWords::default());
    };
    let Some(Parsed { mut value, excused }) =
        yaml::read::<RawOffice>(&source.file, &source.text, 0, found)
    else {
        return Ok(OwnWords::default());
    };
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, value.allow.take());
    if value.vacant == Some(true) && value.officer.is_some() {
        top.tell("vacant", say::held_and_vacant());
    }
    let coordinates = coordinates(&mut top, value.latitude.take(), value.longitude.take());
    let people = value.people.take();
    let people = people.map(|people| raw_person::people(&mut top, &source.file, people, posts));
    let is_vacant = value.vacant == Some(true);
    let mut keys = value.keys(top, &source.file);
    let mut details = details(&mut keys, posts);
    details.coordinates = coordinates.map(|value| Placed {
        value,
        origin: keys.origin("latitude"),
    });
    Ok(OwnWords {
        details,
        people,
        vacant: is_vacant.then(|| keys.origin("vacant")),
        officer_in_english: keys.in_english("officer").map(|value| Placed {
            value,
            origin: keys.origin("en.officer"),
        }),
    })
}

impl RawOffice {
    /// Its keys by name.
    fn keys<'a>(self, fields: Fields<'a>, file: &'a Arc<str>) -> Keys<'a> {
        let en = self.en.unwrap_or_default();
        let written = [
            ("officer", self.officer),
            ("post", self.post),
            ("phone", self.phone),
            ("mobile", self.mobile),
            ("email", self.email),
            ("address", self.address),
            ("room", self.room),
            ("code", self.code),
            ("verified_on", self.verified_on),
        ];
        let english = [("officer", en.officer), ("address", en.address)];
        Keys::new(fields, file, written, english)
    }
}

/// The office's place on the map, when both numbers are there and lie in Bangladesh.
fn coordinates(
    top: &mut Fields<'_>,
    latitude: Option<Text>,
    longitude: Option<Text>,
) -> Option<Coordinates> {
    if latitude.is_none() && longitude.is_none() {
        return None;
    }
    let latitude = degrees(top, "latitude", latitude);
    let longitude = degrees(top, "longitude", longitude);
    let (latitude, longitude) = latitude.zip(longitude)?;
    let place = Coordinates::new(latitude, longitude);
    if place.is_none() {
        top.tell("latitude", say::bad_coordinates_place(latitude, longitude));
    }
    place
}

fn degrees(top: &mut Fields<'_>, key: &str, text: Option<Text>) -> Option<Degrees> {
    let text = top.text(key, text, &phrase::needs_degrees)?;
    let degrees = Degrees::parse(&text);
    if degrees.is_none() {
        top.tell(key, say::bad_coordinates(text));
    }
    degrees
}
