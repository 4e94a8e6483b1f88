//! People: who leads an office, whether they can be reached, and when the office last confirmed it.

use super::{Origins, Setting};
use crate::diagnostic::Diagnostic;
use crate::model::{Holder, Language, Office};

type Words = (&'static str, &'static str);

pub(super) fn office(office: &Office, origins: &Origins<'_>, setting: &Setting) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut doubt = |code, key, message: Words, hint: Words| {
        let place = origins.place(key);
        found.extend(place.map(|place| Diagnostic::new(code, place, message, hint)));
    };
    match &office.head {
        Holder::Unconfirmed => doubt(
            "unconfirmed-office",
            "id",
            (
                "this office has not confirmed its data",
                "এই কার্যালয় তথ্য নিশ্চিত করেনি",
            ),
            (
                "let the office confirm its row, and write the day into verified_on",
                "কার্যালয়কে দিয়ে যাচাই করিয়ে verified_on-এ তারিখ লিখুন",
            ),
        ),
        Holder::Vacant => doubt(
            "vacant-post",
            "officer",
            ("nobody holds this office's post", "এই কার্যালয়ের পদটি শূন্য"),
            (
                "write the officer's name as soon as somebody is appointed",
                "পদায়ন হলেই কর্মকর্তার নাম লিখুন",
            ),
        ),
        Holder::Held(_) if office.details.phone.is_none() => doubt(
            "officer-without-phone",
            "officer",
            ("this officer has no telephone", "এই কর্মকর্তার ফোন নম্বর নেই"),
            ("fill phone", "phone ঘরে ফোন নম্বর লিখুন"),
        ),
        Holder::Held(_) => {}
    }
    let land_line = |phone: &crate::model::Phone| !phone.international().starts_with("+8801");
    if office.details.phone().is_some_and(land_line) {
        doubt(
            "land-line",
            "phone",
            (
                "this is a land line, and the office names no other number",
                "এটি ল্যান্ডফোন; কার্যালয়ের আর কোনো নম্বর নেই",
            ),
            (
                "add a mobile number, if the office has an official one",
                "দাপ্তরিক মোবাইল নম্বর থাকলে যোগ করুন",
            ),
        );
    }
    let dialled = crate::model::Phone::international;
    let district = &office.district.contact.phone;
    if office.details.phone.is_some()
        && office.details.phone().map(dialled) == district.as_ref().map(dialled)
    {
        doubt(
            "shared-phone",
            "phone",
            (
                "the officer of the district has this telephone too",
                "জেলার কর্মকর্তারও এই ফোন নম্বর",
            ),
            ("ask both offices", "দুই কার্যালয়েই খোঁজ নিন"),
        );
    }
    if let Some(day) = office.details.verified_on().copied() {
        if day > setting.today {
            doubt(
                "future-confirmation",
                "verified_on",
                ("this day is yet to come", "এই তারিখ এখনো আসেনি"),
                ("correct verified_on", "verified_on ঠিক করুন"),
            );
        } else if setting.today > day.due() {
            doubt(
                "confirmation-overdue",
                "verified_on",
                (
                    "the office confirmed this more than a quarter ago",
                    "কার্যালয় এক প্রান্তিকের বেশি আগে এটি নিশ্চিত করেছে",
                ),
                (
                    "let the office confirm its data again, and write the day",
                    "কার্যালয়কে দিয়ে আবার যাচাই করিয়ে তারিখ লিখুন",
                ),
            );
        }
    }
    found
}

/// Posts of the charter, of services and of the signature, of which nobody in the office is known to hold one: the office
/// names the holder of one post alone.
pub(super) fn posts(office: &Office, origins: &Origins<'_>) -> Option<Diagnostic> {
    let charter = &office.charter;
    let named = charter
        .services
        .iter()
        .map(|service| &service.responsible.value);
    let mut posts: Vec<&str> = Vec::new();
    for post in named.chain([&charter.signed_by]) {
        let name = office.department.post_name(post, Language::Bangla);
        if *post != office.head_post && !posts.contains(&name) {
            posts.push(name);
        }
    }
    let place = origins.place("post").filter(|_| !posts.is_empty())?;
    let list = posts.join(", ");
    Some(Diagnostic::new(
        "post-without-holder",
        place,
        (
            format!("the charter names posts that nobody in this office is known to hold: {list}"),
            format!("চার্টারে এমন পদ আছে যে পদে এই কার্যালয়ের কারও নাম জানা নেই: {list}"),
        ),
        (
            "correct the post of the officer, or name the officer's post in the services",
            "কর্মকর্তার পদটি ঠিক করুন, অথবা সেবায় কর্মকর্তার পদটি লিখুন",
        ),
    ))
}
