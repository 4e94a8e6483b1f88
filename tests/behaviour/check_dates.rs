//! Dates: a charter is due every quarter, a notice has its time, a hotline is dialled once a year.

use sanad::model::Date;

use crate::support::paths::WINTER;
use crate::support::{Outcome, Portal};

fn on(today: &str, code: &str) -> Outcome {
    Portal::small().run(&["check", "--only", code, "--today", today])
}

#[test]
fn a_charter_is_overdue_from_the_day_after_its_quarter() {
    on("2025-09-30", "charter-overdue").finds(&[]);
    on("2025-10-01", "charter-overdue")
        .finds(&[("content/dept/charter.yaml:1:14", "2025-06-30")])
        .tells("this charter was due again by 2025-09-30");
}

#[test]
fn every_day_is_due_again_at_the_end_of_the_next_quarter_of_the_fiscal_year() {
    for (day, due) in [
        ("2025-06-30", "2025-09-30"),
        ("2025-07-01", "2025-12-31"),
        ("2025-10-15", "2026-03-31"),
        ("2026-01-01", "2026-06-30"),
    ] {
        let day = Date::parse(day).expect("a day");
        assert_eq!(day.due().to_string(), due);
    }
}

#[test]
fn days_are_counted_from_1970_through_leap_years() {
    for (days, date) in [
        (0, "1970-01-01"),
        (11_016, "2000-02-29"),
        (20_269, "2025-06-30"),
    ] {
        assert_eq!(Date::after_1970(days).expect("a day").to_string(), date);
    }
    assert_eq!(Date::after_1970(u64::MAX), None);
}

#[test]
fn a_charter_approved_tomorrow_is_doubted() {
    on("2025-06-29", "future-charter").finds(&[("content/dept/charter.yaml:1:14", "2025-06-30")]);
    on("2025-06-30", "future-charter").finds(&[]);
}

#[test]
fn an_offices_own_date_is_judged_in_its_own_file() {
    Portal::small()
        .with(
            "content/dept/offices/first.sample/charter.yaml",
            "approved_on: 2024-12-31\n",
        )
        .check("charter-overdue")
        .finds(&[(
            "content/dept/offices/first.sample/charter.yaml:1:14",
            "2024-12-31",
        )]);
}

#[test]
fn a_notice_of_tomorrow_is_doubted_unless_it_is_a_draft() {
    on("2025-01-14", "future-notice").finds(&[(
        "content/dept/offices/first.sample/notices/winter.md:3:7",
        "2025-01-15",
    )]);
    on("2025-01-15", "future-notice").finds(&[]);
    Portal::small()
        .edit(WINTER, "date:", "draft: true\ndate:")
        .run(&["check", "--only", "future-notice", "--today", "2025-01-14"])
        .finds(&[]);
}

#[test]
fn a_notice_is_noted_from_the_day_after_its_last() {
    let portal = Portal::small().edit(WINTER, "summary:", "expires_on: 2025-02-01\nsummary:");
    let on = |today| portal.run(&["check", "--only", "expired-notice", "--today", today]);
    on("2025-02-01").finds(&[]);
    on("2025-02-02").finds(&[(
        "content/dept/offices/first.sample/notices/winter.md:4:13",
        "2025-02-01",
    )]);
}

#[test]
fn a_notice_that_expires_before_it_begins_is_doubted() {
    Portal::small()
        .edit(WINTER, "summary:", "expires_on: 2025-01-01\nsummary:")
        .check("expiry-before-date")
        .finds(&[(
            "content/dept/offices/first.sample/notices/winter.md:4:13",
            "2025-01-01",
        )]);
}

#[test]
fn a_hotline_that_nobody_checked_for_a_year_is_noted() {
    on("2026-01-01", "unchecked-hotline").finds(&[]);
    on("2026-01-02", "unchecked-hotline").finds(&[("content/portal.yaml:7:17", "2025-01-01")]);
}

#[test]
fn the_last_holiday_is_noted_when_the_list_does_not_reach_sixty_days_ahead() {
    let portal = Portal::small().edit(
        "content/portal.yaml",
        "hotlines:",
        "holidays:\n  - {date: 2025-12-16, name: ক}\n  - {date: \"২০২৫-০২-২১\", name: খ}\nhotlines:",
    );
    let on = |today| portal.run(&["check", "--only", "holidays-end", "--today", today]);
    on("2025-10-17").finds(&[]);
    on("2025-10-18")
        .finds(&[("content/portal.yaml:5:12", "2025-12-16")])
        .tells("no holiday after 2025-12-16 is listed");
    on("2026-03-01").finds(&[("content/portal.yaml:5:12", "2025-12-16")]);
}

#[test]
fn a_country_that_lists_no_holiday_is_not_asked_for_more() {
    on("2025-10-18", "holidays-end").finds(&[]);
}

#[test]
fn days_are_added_over_the_ends_of_months_and_years() {
    for (day, days, later) in [
        ("2025-06-30", 0, "2025-06-30"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2025-02-28", 1, "2025-03-01"),
        ("2025-11-15", 60, "2026-01-14"),
    ] {
        let day = Date::parse(day).expect("a day");
        assert_eq!(day.plus(days).expect("a day").to_string(), later);
    }
    assert_eq!(Date::parse("2199-12-31").expect("a day").plus(1), None);
}
