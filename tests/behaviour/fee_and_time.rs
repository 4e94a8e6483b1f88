//! What is read of a fee and of a time limit, and where it is said: in the data, on the badge, beside the limit for the
//! calendar, and in English.

use serde_json::Value;

use crate::support::hosts::FIRST;
use crate::support::paths::CHARTER;
use crate::support::{Outcome, Portal};

/// A time limit | whether the data say at once | the working days of data and badge | the days of the calendar | the
/// English; `-` where nothing is said, and the Bangla stands as it is written.
const TIMES: &str = "\
তাৎক্ষণিক | at once | - | 0 | Immediately
তাৎক্ষণিকভাবে | at once | - | 0 | Immediately
তাৎক্ষণিক। | at once | - | 0 | Immediately
তাৎক্ষণিক । | at once | - | 0 | Immediately
তাৎক্ষণিক (প্রযোজ্য ক্ষেত্রে) | - | - | - | -
তাৎক্ষণিক (শুনানি সাপেক্ষে) | - | - | - | -
০৫ (পাঁচ) কার্যদিবস | - | 5 | 5 | 5 working days
7 কর্ম দিবস | - | 7 | 7 | 7 working days
৫ কার্য দিবস | - | 5 | 5 | 5 working days
৭ কর্মদিবস | - | 7 | 7 | 7 working days
৫ কার্যদিবস। | - | 5 | 5 | 5 working days
সর্বোচ্চ ৫ কার্যদিবস | - | 5 | 5 | 5 working days
৫ কার্যদিবসের মধ্যে | - | 5 | 5 | 5 working days
৫ কার্যদিবসে | - | 5 | 5 | 5 working days
১ কার্যদিবস | - | 1 | 1 | 1 working day
০ কার্যদিবস | - | 0 | 0 | 0 working days
৫ (5) কার্যদিবস | - | 5 | 5 | 5 working days
১২০ (একশত বিশ) কার্যদিবস | - | 120 | 120 | 120 working days
৪৫ (পয়তাল্লিশ) কার্যদিবস | - | 45 | 45 | 45 working days
২৪ (চব্বিশ) ঘণ্টা | - | - | - | -
০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে) | - | 5 | 5 | 5 working days (where applicable)
০৩ (তিন) কার্যদিবস (প্রযোজ্য ক্ষেত্রে) | - | 3 | 3 | 3 working days (where applicable)
৫ কার্যদিবসের মধ্যে (প্রযোজ্য ক্ষেত্রে) | - | 5 | 5 | 5 working days (where applicable)
৫ কার্যদিবস (প্রযোজ্য ক্ষেত্রে)। | - | 5 | 5 | 5 working days (where applicable)
৫ (প্রযোজ্য ক্ষেত্রে) কার্যদিবস | - | 5 | 5 | 5 working days (where applicable)
(প্রযোজ্য ক্ষেত্রে) ৫ কার্যদিবস | - | - | - | -
১-৭ কার্যদিবস | - | - | 1-7 | -
৩ (তিন) – ৫ (পাঁচ) কার্যদিবসের মধ্যে | - | - | 3-5 | -
৭-১ কার্যদিবস | - | - | - | -
৫-৫ কার্যদিবস | - | 5 | 5 | 5 working days
১-৭ কার্যদিবস (প্রযোজ্য ক্ষেত্রে) | - | - | 1-7 | -
৩০ দিন | - | - | 30d | -
সর্বোচ্চ ২৮ দিন | - | - | 28d | -
১-৭ দিন | - | - | 1-7d | -
৫০০০ দিন | - | - | - | -
তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস | at once | 5 | 0-5 | Immediately/ 5 working days
তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে) | at once | 5 | 0-5 | Immediately/ 5 working days (where applicable)
তাৎক্ষণিক/ ৩ দিন | at once | - | 0-3d | -
তাৎক্ষণিক/ ১-৭ কার্যদিবস | at once | - | 0-7 | -
০৫ (পাঁচ) কার্যদিবস/ তাৎক্ষণিক | at once | 5 | 0-5 | 5 working days/ Immediately
তাৎক্ষণিক/ কার্যদিবস (প্রযোজ্য ক্ষেত্রে) | at once | - | - | -
তাৎক্ষণিক/ | at once | - | - | -
তাৎক্ষণিক/ ০৩ (তিন) কার্যদিবস/ ০৫ (পাঁচ) কার্যদিবস | at once | - | 0-5 | Immediately/ 3 working days/ 5 working days
৩ কার্যদিবস/ ৭ কার্যদিবস | - | - | 3-7 | 3 working days/ 7 working days
৩ কার্যদিবস/ ৩০ দিন | - | - | - | -
৩০ দিন/ ৩ কার্যদিবস | - | - | - | -
১-৩ কার্যদিবস/ ৭ কার্যদিবস | - | - | 1-7 | -
৫ কার্যদিবস/ শুনানি সাপেক্ষে | - | - | - | -
৫ কার্যদিবস/ নির্দেশনা অনুযায়ী | - | - | - | -
৩০ কার্যদিবস/ ৩০ কার্যদিবস | - | 30 | 30 | 30 working days/ 30 working days
৫ কার্যদিবস (শুনানি সাপেক্ষে) | - | - | - | -
০৫ (পাঁচ) কার্যদিবস (শুনানি সাপেক্ষে) | - | - | - | -
৫ (শুনানি সাপেক্ষে) কার্যদিবস | - | - | - | -
২১০ (দুইশত দশ) কার্যদিবস | - | 210 | 210 | 210 working days
৫ (ন্যূনতম) কার্যদিবস | - | - | - | -
সর্বোচ্চ ২৮ দিন (জরুরি ১২ দিন | - | - | - | -
শুনানি সাপেক্ষে | - | - | - | -
নির্দেশনা অনুযায়ী | - | - | - | -
নির্দেশনা অনুযায়ী/ তাৎক্ষণিক | at once | - | - | -
কমপক্ষে ০৩ দিন | - | - | - | -
৩ মাস পর পর | - | - | - | -
অন্তত ৫ কার্যদিবস | - | - | - | -
প্রতি ৩ কার্যদিবস | - | - | - | -
২(দুই) মাস | - | - | - | -
৩০মিনিট | - | - | - | -
অফিস চলাকালীন সময় | - | - | - | -
5 working days | - | - | - | -
তিন (০২) কার্যদিবস | - | - | - | -
পাঁচ কার্যদিবস | - | - | - | -";

/// A fee | the sum in the data | the English; `-` as above.
const FEES: &str = "\
বিনামূল্যে | 0 | Free of charge
বিনা মূল্যে | 0 | Free of charge
নেই | 0 | Free of charge
ফ্রি | 0 | Free of charge
৫০ টাকা | 50 | 50 taka
২০/- টাকা | 20 | 20 taka
৫/- | 5 | 5 taka
২৪৫.০০ | 245 | 245 taka
৭.৫০ | 7.5 | 7.50 taka
৭.৫ | 7.5 | 7.50 taka
৭.৫০ টাকা মাত্র | 7.5 | 7.50 taka
১,০০০/- | 1000 | 1000 taka
১,০০,০০০ টাকা | 100000 | 100000 taka
১ টাকা | 1 | 1 taka
০ টাকা | 0 | 0 taka
৫০ টাকা (প্রযোজ্য ক্ষেত্রে) | - | -
বিনামূল্যে (প্রযোজ্য ক্ষেত্রে) | - | -
৫০ টাকা (শুনানি সাপেক্ষে) | - | -
বিনামূল্যে, ফরম ২০/- টাকা | - | -
৫০ টাকা, ট্রেজারি চালানে | - | -
৫০ টাকা/ ১০০ টাকা | - | -
৭.৫০.২ | - | -
৫০. | - | -
৯৯৯৯৯৯৯৯৯৯ টাকা | - | -
৪২৯৪৯৬৭২৯৫.৫০ | - | -
যন্ত্রের মূল্যের ৫০% | - | -
বিদ্যমান সরকারি নীতিমালা অনুযায়ী | - | -
বিধি মোতাবেক ফি | - | -
আলোচনা সাপেক্ষে | - | -
প্রযোজ্য নয় | - | -
50 taka | - | -
20 | 20 | -";

/// The rows of a table.
fn rows<const COLUMNS: usize>(table: &'static str) -> Vec<[&'static str; COLUMNS]> {
    let cells = |row: &'static str| -> Vec<_> { row.split(" | ").collect() };
    let row = |row| cells(row).try_into().expect("as many cells as columns");
    table.lines().map(row).collect()
}

/// The small site with a service for each pair of a fee and a time limit, and a tier of the grievance for each limit.
fn with(fees_and_times: impl Iterator<Item = (&'static str, &'static str)>) -> Portal {
    let portal = Portal::small().in_both_languages();
    let charter = portal.text(CHARTER);
    let (top, rest) = charter
        .split_once("    - id: first-service\n")
        .expect("services");
    let (_, rest) = rest.split_once("subordinate_offices").expect("their end");
    let (middle, rest) = rest.split_once("  - when: ").expect("tiers");
    let (_, end) = rest.split_once("signature:").expect("their end");
    let rows = fees_and_times.enumerate().map(|(at, (fee, time))| {
        let service = format!("    - id: s{at}\n      name: সেবা {at}\n      delivery_method: সরাসরি\n      fee: \"{fee}\"\n      time_limit: \"{time}\"\n      responsible: clerk\n");
        let tier = format!("  - when: ধাপ {at}\n    whom: অনিক\n    contact: district.grievance_officer\n    time_limit: \"{time}\"\n");
        (service, tier)
    });
    let (services, tiers): (String, String) = rows.unzip();
    portal.with(
        CHARTER,
        format!("{top}{services}subordinate_offices{middle}{tiers}signature:{end}"),
    )
}

fn data(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.page(&format!("{FIRST}/charter/charter.json"))).expect("JSON")
}

/// What stands between the first of these and the next of those.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text
        .split_once(from)
        .unwrap_or_else(|| panic!("{from} is not in\n{text}"));
    rest.split_once(to).expect("an end").0
}

/// The days for the calendar and the words of an element, from the end of its name on.
fn counted(element: &str) -> (&str, String) {
    let (attributes, words) = element.split_once('>').expect("a tag");
    let days = attributes.split_once("data-days=\"");
    let days = days.map_or("-", |(_, days)| days.trim_end_matches('"'));
    let words = words.replace("<span lang=bn>", "").replace("</span>", "");
    (days, words)
}

/// The words of the badge of a service on the list of services.
fn badge(list: &str, at: usize) -> Option<&str> {
    let item = between(list, &format!("services/s{at}/index.html"), "</li>");
    let (_, words) = item.split_once("<p class=\"promise\">")?;
    Some(words.split_once("</p>").expect("its end").0)
}

#[test]
fn a_time_limit_says_the_same_wherever_it_stands() {
    let times = rows::<5>(TIMES);
    let portal = with(times.iter().map(|[text, ..]| ("বিনামূল্যে", *text)));
    let outcome = portal.run(&["build", "--no-minify"]).succeeds();
    let page = |page: &str| outcome.page(&format!("{FIRST}/{page}/index.html"));
    let (data, list, steps) = (data(&outcome), page("en/services"), page("en/grievance"));
    let mut tiers = steps.split("<p class=\"limit\"").skip(1);
    for (at, [text, at_once, working_days, days, english]) in times.into_iter().enumerate() {
        let service = &data["services"][at];
        assert_eq!(service["immediate"], at_once != "-", "{text}");
        let tier = &data["grievance"][at];
        for data in [&service["working_days"], &tier["working_days"]] {
            assert_eq!(data.as_u64(), working_days.parse().ok(), "{text}");
        }
        let promised = match working_days {
            "-" => None,
            "1" => Some("1 working day".to_owned()),
            days => Some(format!("{days} working days")),
        };
        assert_eq!(badge(&list, at), promised.as_deref(), "{text}");
        let page = page(&format!("en/services/s{at}"));
        let tier = tiers.next().expect("a tier").split_once("</p>");
        for cell in [
            between(&page, "<dt>Time limit</dt><dd", "</dd>"),
            tier.expect("its end").0,
        ] {
            let (counted, words) = counted(cell);
            assert_eq!(counted, days, "{text}");
            let words = words.trim_start_matches("To be settled within: ");
            assert_eq!(words, said(text, english), "{text}");
        }
    }
}

#[test]
fn a_fee_says_the_same_wherever_it_stands() {
    let fees = rows::<3>(FEES);
    let portal = with(fees.iter().map(|[text, ..]| (*text, "তাৎক্ষণিক")));
    let outcome = portal.run(&["build", "--no-minify"]).succeeds();
    let data = data(&outcome);
    for (at, [text, taka, english]) in fees.into_iter().enumerate() {
        let sum = &data["services"][at]["fee_taka"];
        assert_eq!(sum.as_f64(), taka.parse().ok(), "{text}");
        let page = outcome.page(&format!("{FIRST}/en/services/s{at}/index.html"));
        let cell = between(&page, "<dt>Service fee</dt><dd", "</dd>");
        assert_eq!(counted(cell).1, said(text, english), "{text}");
    }
}

#[test]
fn a_translation_is_printed_as_it_is_written_even_with_bangla_in_it() {
    let english = "5 working days (শুনানি সাপেক্ষে)";
    let outcome = Portal::small()
        .in_both_languages()
        .edit(
            CHARTER,
            "০৫ (পাঁচ) কার্যদিবস",
            &format!("০৫ (পাঁচ) কার্যদিবস\n      en: {{time_limit: {english}, fee: 50 taka (ফরমসহ)}}"),
        )
        .run(&["build", "--no-minify"])
        .succeeds();
    let page = outcome.page(&format!("{FIRST}/en/services/first-service/index.html"));
    let cell = |name: &str| counted(between(&page, name, "</dd>")).1;
    assert_eq!(cell("<dt>Time limit</dt><dd"), english);
    assert_eq!(cell("<dt>Service fee</dt><dd"), "50 taka (ফরমসহ)");
}

/// What an English page says.
fn said<'a>(bangla: &'a str, english: &'a str) -> &'a str {
    if english == "-" { bangla } else { english }
}
