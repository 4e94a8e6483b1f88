//! People: who leads an office, whether they can be reached, and when the office last confirmed it.

use crate::support::Portal;
use crate::support::paths::{FIRST_YAML, OFFICES};

#[test]
fn an_office_that_has_confirmed_nothing_is_doubted_at_its_row() {
    Portal::small()
        .check("unconfirmed-office")
        .finds(&[("content/dept/offices.csv:3:1", "second.sample")]);
}

#[test]
fn a_vacant_post_is_noted_where_it_is_said() {
    Portal::small()
        .check("vacant-post")
        .finds(&[("content/dept/offices.csv:4:1", "third.sample")]);
    Portal::small()
        .with(FIRST_YAML, "vacant: true\n")
        .check("vacant-post")
        .finds(&[
            ("content/dept/offices.csv:4:1", "third.sample"),
            ("content/dept/offices/first.sample/office.yaml:1:9", "true"),
        ]);
}

#[test]
fn an_officer_without_telephone_is_doubted() {
    Portal::small()
        .edit(OFFICES, "01700000000", "")
        .check("officer-without-phone")
        .finds(&[("content/dept/offices.csv:2:23", "নমুনা কর্মকর্তা")]);
}

#[test]
fn an_officer_with_the_number_of_the_district_is_doubted() {
    Portal::small()
        .with(FIRST_YAML, "phone: ০২-০০০০০০০০\n")
        .check("shared-phone")
        .finds(&[(
            "content/dept/offices/first.sample/office.yaml:1:8",
            "০২-০০০০০০০০",
        )])
        .tells("the officer of the district has this telephone too");
}

#[test]
fn a_confirmation_is_due_again_at_the_end_of_the_next_quarter() {
    let on = |today: &str| {
        let arguments = ["check", "--only", "confirmation-overdue", "--today", today];
        Portal::small().run(&arguments)
    };
    on("2025-09-30").finds(&[]);
    on("2025-10-01").finds(&[
        ("content/dept/offices.csv:2:76", "2025-06-30"),
        ("content/dept/offices.csv:4:39", "2025-06-30"),
    ]);
    // What the office says itself stands over its row.
    Portal::small()
        .with(FIRST_YAML, "verified_on: 2025-07-01\n")
        .run(&[
            "check",
            "--only",
            "confirmation-overdue",
            "--today",
            "2025-12-31",
        ])
        .finds(&[("content/dept/offices.csv:4:39", "2025-06-30")]);
}

#[test]
fn a_confirmation_that_is_yet_to_come_is_doubted() {
    Portal::small()
        .with(FIRST_YAML, "verified_on: 2025-07-02\n")
        .check("future-confirmation")
        .finds(&[(
            "content/dept/offices/first.sample/office.yaml:1:14",
            "2025-07-02",
        )]);
}
