//! `office.yaml`: what an office says of itself, over its row in the table.

use serde::Deserialize;

use super::allow::{self, RawAllow};
use super::charter;
use super::fields::Fields;
use super::files::Folder;
use super::record::record;
use super::schema::{self, JsonSchema};
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::{
    AreaCode, Coordinates, Date, Degrees, Email, Localized, Origin, Phone, Post, Slug,
};

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
        /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
        ///
        /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
        allow: Option<Vec<RawAllow>>,
    }
}

/// What the office writes, each with its place; `None` where it leaves the row as it is.
#[derive(Default)]
pub(super) struct OwnWords {
    pub(super) officer: Option<(Localized<String>, Origin)>,
    /// The English of the name in the row.
    pub(super) officer_in_english: Option<String>,
    /// Nobody holds the post, whatever the row says.
    pub(super) vacant: Option<Origin>,
    pub(super) post: Option<(Slug, Origin)>,
    pub(super) phone: Option<(Phone, Origin)>,
    pub(super) email: Option<(Email, Origin)>,
    pub(super) address: Option<(Localized<String>, Origin)>,
    pub(super) coordinates: Option<(Coordinates, Origin)>,
    pub(super) room: Option<(String, Origin)>,
    pub(super) code: Option<(AreaCode, Origin)>,
    pub(super) verified_on: Option<(Date, Origin)>,
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
    let Some(Parsed { value, excused }) =
        yaml::read::<RawOffice>(&source.file, &source.text, 0, found)
    else {
        return Ok(OwnWords::default());
    };
    let RawOffice {
        officer,
        vacant,
        post,
        phone,
        email,
        address,
        latitude,
        longitude,
        room,
        code,
        verified_on,
        en,
        allow,
    } = value;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    if vacant == Some(true) && officer.is_some() {
        top.wrong(
            "vacant",
            "held-and-vacant",
            (
                "the post is called vacant and held at once",
                "পদটি একই সঙ্গে শূন্য ও পূর্ণ লেখা হয়েছে",
            ),
            (
                "delete `vacant` or `officer`",
                "`vacant` অথবা `officer` মুছে ফেলুন",
            ),
        );
    }
    let at = |key: &str| Origin::key(&source.file, key);
    let hint = ("write it, or delete the key", "মান লিখুন, অথবা কী-টি মুছে ফেলুন");
    let en = en.unwrap_or_default();
    let (officer, officer_in_english) = if officer.is_some() {
        (top.plain("officer", officer, en.officer, hint), None)
    } else {
        (None, top.plain_english("officer", en.officer))
    };
    let address = top.plain_where_written("address", address, en.address, hint);
    let room = room.and_then(|text| top.fixed("room", Some(text), hint));
    let coordinates = coordinates(&mut top, latitude, longitude);
    let post = post.and_then(|text| charter::post(&mut top, "post", Some(text), posts));
    Ok(OwnWords {
        officer_in_english,
        officer: officer.map(|name| (name, at("officer"))),
        vacant: (vacant == Some(true)).then(|| at("vacant")),
        post: post.map(|post| (post, at("post"))),
        phone: phone
            .and_then(|text| top.phone("phone", &text.0))
            .map(|phone| (phone, at("phone"))),
        email: email
            .and_then(|text| top.email("email", &text.0))
            .map(|email| (email, at("email"))),
        address: address.map(|address| (address, at("address"))),
        coordinates: coordinates.map(|place| (place, at("latitude"))),
        room: room.map(|room| (room, at("room"))),
        code: code
            .and_then(|text| top.area_code("code", &text.0))
            .map(|code| (code, at("code"))),
        verified_on: verified_on
            .and_then(|text| top.date("verified_on", &text.0))
            .map(|date| (date, at("verified_on"))),
    })
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
        top.wrong(
            "latitude",
            "bad-coordinates",
            (
                format!("{latitude}, {longitude} is not in Bangladesh"),
                format!("{latitude}, {longitude} বাংলাদেশের ভেতরে নয়"),
            ),
            (
                "`latitude` is 20.3 to 26.7, `longitude` 88.0 to 92.7; perhaps they are swapped",
                "`latitude` হবে ২০.৩ থেকে ২৬.৭, `longitude` ৮৮.০ থেকে ৯২.৭; হয়তো অদলবদল হয়েছে",
            ),
        );
    }
    place
}

fn degrees(top: &mut Fields<'_>, key: &str, text: Option<Text>) -> Option<Degrees> {
    let hint = (
        "degrees like ২৩.৭৯১২; `latitude` and `longitude` belong together",
        "ডিগ্রি, যেমন ২৩.৭৯১২; `latitude` ও `longitude` একসঙ্গে লিখতে হয়",
    );
    let text = top.text(key, text, hint)?;
    let degrees = Degrees::parse(&text);
    if degrees.is_none() {
        top.wrong(
            key,
            "bad-coordinates",
            (
                format!("`{text}` is not a number of degrees"),
                format!("`{text}` ডিগ্রির কোনো সংখ্যা নয়"),
            ),
            (
                "write a number with a point, like ২৩.৭৯১২, without the sign of degrees",
                "দশমিক বিন্দুসহ সংখ্যা লিখুন, যেমন ২৩.৭৯১২; ডিগ্রির চিহ্ন লিখবেন না",
            ),
        );
    }
    degrees
}
