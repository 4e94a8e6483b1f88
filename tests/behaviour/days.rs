//! What pages carry for the script that counts days: limits, days off, the day on which the charter is due.

use crate::support::paths::{CHARTER, COUNTRY};
use crate::support::{Portal, text_of};

const FIRST: &str = "dept.first.sample.gov.bd/services/first-service/index.html";
const SECOND: &str = "dept.first.sample.gov.bd/services/second-service/index.html";
const GRIEVANCE: &str = "dept.first.sample.gov.bd/grievance/index.html";

/// A page of the small site after an edit of a file.
fn page(file: &str, from: &str, to: &str, page: &str) -> String {
    let outcome = Portal::small()
        .edit(file, from, to)
        .run(&["build", "--no-minify"]);
    outcome.succeeds().page(page)
}

/// The page of its first service as it is.
fn unchanged() -> String {
    let outcome = Portal::small().run(&["build", "--no-minify"]);
    outcome.succeeds().page(FIRST)
}

#[test]
fn a_limit_that_can_be_counted_stands_beside_its_words() {
    let of = |limit: &str| page(CHARTER, "০৫ (পাঁচ) কার্যদিবস", limit, FIRST);
    for (limit, days) in [
        ("১-৭ কার্যদিবস", "1-7"),
        ("তাৎক্ষণিক/ ৩ কার্যদিবস", "0-3"),
        ("৩০ দিন", "30d"),
    ] {
        let html = of(limit);
        let cell = format!("<dd data-days=\"{days}\">{limit}</dd>");
        assert!(html.contains(&cell), "{cell} is not in\n{html}");
        assert!(html.contains("type=\"date\""), "{limit}");
    }
}

#[test]
fn a_limit_that_cannot_be_counted_stays_words_and_nobody_is_asked_for_a_day() {
    let html = page(CHARTER, "০৫ (পাঁচ) কার্যদিবস", "৫ কার্যদিবস (শুনানি সাপেক্ষে)", FIRST);
    assert!(html.contains("<dd>৫ কার্যদিবস (শুনানি সাপেক্ষে)</dd>"), "{html}");
    assert!(
        !html.contains("type=\"date\"") && !html.contains("data-week"),
        "{html}"
    );
}

#[test]
fn at_once_is_no_day_at_all() {
    let html = Portal::small()
        .run(&["build", "--no-minify"])
        .succeeds()
        .page(SECOND);
    assert!(html.contains("<dd data-days=\"0\">তাৎক্ষণিক</dd>"), "{html}");
}

#[test]
fn days_off_come_from_weekend_and_holidays_in_the_order_of_the_calendar() {
    let html = page(
        COUNTRY,
        "weekend: [friday, saturday]",
        "weekend: [friday]\nholidays:\n  - {date: 2026-12-25, name: বড়দিন}\n  - {date: ২০২৬-১২-১৬, name: বিজয় দিবস}",
        FIRST,
    );
    for data in [
        "data-week=\"1111101\"",
        "data-holidays=\"2026-12-16 2026-12-25\"",
        "data-last=\"2026-12-25\"",
    ] {
        assert!(html.contains(data), "{data} is not in\n{html}");
    }
    assert!(text_of(&html).contains("সরকারি ছুটির তালিকা ২৫ ডিসেম্বর ২০২৬ পর্যন্ত আছে"));
}

#[test]
fn a_country_without_holidays_says_that_only_the_weekend_counts() {
    let html = unchanged();
    assert!(
        html.contains("data-holidays=\"\"") && html.contains("data-last=\"\""),
        "{html}"
    );
    let text = text_of(&html);
    assert!(text.contains("সরকারি ছুটির তালিকা দেওয়া নেই"), "{text}");
    assert!(!text.contains("তালিকার সরকারি ছুটি বাদ দিয়ে"), "{text}");
}

#[test]
fn a_list_says_up_to_which_day_it_is_complete_and_otherwise_that_the_moon_is_not_counted() {
    let with = |more: &str| {
        let list =
            format!("weekend: [friday]\nholidays:\n  - {{date: 2026-12-25, name: বড়দিন}}\n{more}");
        page(COUNTRY, "weekend: [friday, saturday]", &list, FIRST)
    };
    for (more, data) in [
        ("", "hidden data-complete=\"\""),
        (
            "holidays_complete_until: ২০২৬-১২-৩১\n",
            "hidden data-complete=\"2026-12-31\"",
        ),
    ] {
        let html = with(more);
        assert!(html.contains(data), "{data} is not in\n{html}");
        assert!(text_of(&html).contains("ঈদসহ চাঁদ দেখার ওপর নির্ভরশীল ছুটি এখনো ধরা হয়নি"));
    }
}

#[test]
fn what_only_the_script_can_say_is_hidden_until_it_runs() {
    let html = unchanged();
    for (element, count) in [
        ("class=\"card plain more counted\" hidden", 1),
        ("class=\"counted usual more\" hidden", 1),
        ("<strong hidden>", 1),
    ] {
        assert_eq!(html.matches(element).count(), count, "{element} in\n{html}");
    }
}

#[test]
fn the_tiers_of_a_grievance_carry_their_limits_wherever_they_stand_in_full() {
    for place in [FIRST, GRIEVANCE] {
        let html = page(
            CHARTER,
            "time_limit: ৩০ কার্যদিবস",
            "time_limit: ৩০ দিন",
            place,
        );
        assert!(
            html.contains("<p class=\"limit\" data-days=\"30d\">নিষ্পত্তির সময়সীমা: ৩০ দিন</p>"),
            "{place}\n{html}"
        );
        assert!(html.contains("data-week"), "{place}");
    }
}

#[test]
fn wherever_the_charters_day_stands_it_says_until_when_it_was_to_be_brought_up_to_date() {
    let outcome = Portal::small()
        .with(
            "content/dept/offices/second.sample/charter.yaml",
            "approved_on: 2025-10-01\n",
        )
        .run(&["build", "--no-minify"])
        .succeeds();
    for (office, due, written) in [
        ("first", "2025-09-30", "৩০ সেপ্টেম্বর ২০২৫"),
        ("second", "2026-03-31", "৩১ মার্চ ২০২৬"),
    ] {
        for place in ["", "charter/", "services/first-service/", "poster/"] {
            let html = outcome.page(&format!("dept.{office}.sample.gov.bd/{place}index.html"));
            let note = format!(
                "<p class=\"usual due\" data-due=\"{due}\"><span>চার্টারটি {written}-এর মধ্যে হালনাগাদ করার কথা।</span> <strong hidden>চার্টারটি {written}-এর মধ্যে হালনাগাদ করার কথা ছিল, এখনো করা হয়নি। তথ্য ফোনে যাচাই করে নিন।</strong></p>"
            );
            assert!(
                html.contains(&note),
                "{note} is not in {office}/{place}\n{html}"
            );
        }
    }
}

#[test]
fn every_page_of_an_office_says_which_office_confirmed_its_data_and_when() {
    let portal = Portal::small();
    portal.build().succeeds();
    for (path, bytes) in portal.output() {
        if !path.starts_with("dept.first.sample.gov.bd/") || !path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).expect("UTF-8");
        let foot = html.split_once("<footer>").expect("a foot").1;
        let foot = text_of(foot);
        assert!(
            foot.starts_with("উপজেলা নমুনা কার্যালয়, নমুনাপুর, নমুনা জেলা")
                && foot.contains("তথ্য সর্বশেষ যাচাই করা হয়েছে: ৩০ জুন ২০২৫"),
            "{path}: {foot}"
        );
    }
}
