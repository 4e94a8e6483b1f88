//! Dates: a charter is due every quarter, a notice has its time, a hotline is dialled once a year, holidays are listed
//! before they come.

use super::look::{Look, unquoted};
use crate::model::{Date, Written};

/// A hotline that nobody has dialled for so long is doubtful.
const HOTLINE_YEARS: u16 = 1;
/// The longest limit that charters name is 60 working days; what people count today reaches at least so far.
const HOLIDAY_DAYS: u16 = 60;

pub(super) fn source(look: &mut Look<'_>) {
    let today = look.setting.today;
    match look.source.name() {
        "charter.yaml" => charter(look, today),
        "portal.yaml" => {
            hotlines(look, today);
            holidays(look, today);
        }
        _ if look.is_markdown() => notice(look, today),
        _ => {}
    }
}

fn day<'a>(look: &Look<'a>, path: &str) -> Option<(&'a Written, Date)> {
    let value = look.source.value(path)?;
    let day = Date::parse(unquoted(look.source.typed(value))).ok()?;
    Some((value, day))
}

fn charter(look: &mut Look<'_>, today: Date) {
    let Some((value, approved)) = day(look, "approved_on") else {
        return;
    };
    let due = approved.due();
    if approved > today {
        look.mark(
            "future-charter",
            value.range.clone(),
            (
                "this day is yet to come".to_owned(),
                "এই তারিখ এখনো আসেনি".to_owned(),
            ),
            ("correct approved_on", "approved_on ঠিক করুন"),
        );
    } else if today > due {
        look.mark(
            "charter-overdue",
            value.range.clone(),
            (
                format!("this charter was due again by {due}"),
                format!("{} তারিখের মধ্যে চার্টার হালনাগাদ করার কথা ছিল", due.official()),
            ),
            (
                "go through the charter, and write the new date",
                "চার্টার দেখে নতুন তারিখ লিখুন",
            ),
        );
    }
}

fn notice(look: &mut Look<'_>, today: Date) {
    let draft = look
        .source
        .value("draft")
        .map(|draft| look.source.typed(draft));
    if draft == Some("true") {
        return;
    }
    let date = day(look, "date");
    if let Some((value, _)) = date.as_ref().filter(|(_, date)| *date > today) {
        look.mark(
            "future-notice",
            value.range.clone(),
            (
                "this day is yet to come, and the notice is published all the same".to_owned(),
                "এই তারিখ এখনো আসেনি, তবু বিজ্ঞপ্তিটি প্রকাশিত হয়".to_owned(),
            ),
            (
                "correct the date, or write `draft: true` until then",
                "তারিখ ঠিক করুন, অথবা তত দিন `draft: true` রাখুন",
            ),
        );
    }
    let Some((value, expires)) = day(look, "expires_on") else {
        return;
    };
    if date.is_some_and(|(_, date)| date > expires) {
        look.mark(
            "expiry-before-date",
            value.range.clone(),
            (
                "the notice expires before it begins".to_owned(),
                "বিজ্ঞপ্তির মেয়াদ শুরুর আগেই শেষ".to_owned(),
            ),
            ("correct one of the two dates", "দুটি তারিখের একটি ঠিক করুন"),
        );
    } else if today > expires {
        look.mark(
            "expired-notice",
            value.range.clone(),
            (
                "this notice is no longer current".to_owned(),
                "এই বিজ্ঞপ্তির মেয়াদ শেষ".to_owned(),
            ),
            (
                "delete the notice if nobody needs it as a record",
                "নথি হিসেবে দরকার না হলে বিজ্ঞপ্তিটি মুছে ফেলুন",
            ),
        );
    }
}

fn hotlines(look: &mut Look<'_>, today: Date) {
    let last_year = |day: Date| {
        (day.year() + HOTLINE_YEARS, day.month(), day.day())
            < (today.year(), today.month(), today.day())
    };
    for (value, typed) in look.values() {
        let old = value.key() == "checked_on" && Date::parse(unquoted(typed)).is_ok_and(last_year);
        if old {
            look.mark(
                "unchecked-hotline",
                value.range.clone(),
                (
                    "nobody has checked this number for a year".to_owned(),
                    "এক বছরের বেশি কেউ নম্বরটি যাচাই করেননি".to_owned(),
                ),
                ("dial it, and write the day", "ফোন করে দেখুন এবং তারিখ লিখুন"),
            );
        }
    }
}

/// A list that ends soon counts too few days off; one that nobody began promises nothing.
fn holidays(look: &mut Look<'_>, today: Date) {
    let days = look.values().filter_map(|(value, typed)| {
        let of_list = value.path.starts_with("holidays[") && value.key() == "date";
        let day = Date::parse(unquoted(typed)).ok()?;
        of_list.then_some((day, value))
    });
    let Some((last, value)) = days.max_by_key(|(day, _)| *day) else {
        return;
    };
    if today.plus(HOLIDAY_DAYS).is_some_and(|reach| last < reach) {
        look.mark(
            "holidays-end",
            value.range.clone(),
            (
                format!("no holiday after {last} is listed"),
                format!("{} তারিখের পরের কোনো ছুটি তালিকায় নেই", last.official()),
            ),
            (
                "add the holidays of the coming year from the gazette",
                "প্রজ্ঞাপন দেখে আগামী বছরের ছুটি যোগ করুন",
            ),
        );
    }
}
