//! The people of an office beside each other, and beside the day on which the office confirmed its data.

use crate::support::Portal;
use crate::support::paths::CHARTER;

const TABLE: &str = "content/dept/people.csv";

/// The small site with a second post and a table of people; `rows` are behind the name of the first office.
fn with_rows(rows: &[&str]) -> Portal {
    let rows = rows.iter().flat_map(|row| ["first.sample,", row, "\n"]);
    let rows: String = rows.collect();
    Portal::small()
        .edit(
            "content/dept/department.yaml",
            "name: নমুনা সহকারী",
            "name: নমুনা সহকারী\n  - id: accountant\n    name: নমুনা হিসাবরক্ষক",
        )
        .with(
            TABLE,
            format!("office,name,post,phone,roles,charge,days,from,until\n{rows}"),
        )
}

#[test]
fn two_heads_at_one_time_are_doubted_and_one_after_the_other_are_not() {
    with_rows(&[
        "নমুনা কর্মকর্তা,clerk,,head,,,,",
        "অন্য কর্মকর্তা,clerk,,head,,,2025-01-01,",
    ])
    .check("two-heads")
    .finds(&[("content/dept/people.csv:3:36", "head")])
    .tells("নমুনা কর্মকর্তা leads the office at the same time");
    with_rows(&[
        "নমুনা কর্মকর্তা,clerk,,head,,,2025-01-01,",
        "অন্য কর্মকর্তা,clerk,,head,,,,2024-12-31",
    ])
    .check("two-heads")
    .finds(&[]);
}

#[test]
fn an_officer_of_the_row_whom_the_list_does_not_name_is_a_second_head() {
    with_rows(&["অন্য কর্মকর্তা,clerk,,head,,,,"])
        .check("two-heads")
        .finds(&[("content/dept/offices.csv:2:23", "নমুনা কর্মকর্তা")]);
}

#[test]
fn a_mobile_number_of_two_people_is_doubted_and_the_line_of_all_is_not() {
    with_rows(&[
        "এক নমুনা,accountant,01800000001; 0200000000,,,,,",
        "দুই নমুনা,accountant,০১৮০০০০০০০১,,,,,",
        "তিন নমুনা,accountant,0200000000,,,,,",
    ])
    .check("shared-phone")
    .finds(&[("content/dept/people.csv:3:35", "০১৮০০০০০০০১")])
    .tells("এক নমুনা has this mobile number too");
}

#[test]
fn days_without_an_additional_charge_are_doubted() {
    with_rows(&[
        "এক নমুনা,accountant,,,,রবিবার,,",
        "দুই নমুনা,accountant,,,additional,রবিবার,,",
    ])
    .check("days-without-charge")
    .finds(&[("content/dept/people.csv:2:37", "রবিবার")]);
}

#[test]
fn who_leaves_before_coming_is_doubted() {
    with_rows(&["এক নমুনা,accountant,,,,,2025-01-02,2025-01-01"])
        .check("until-before-from")
        .finds(&[("content/dept/people.csv:2:49", "2025-01-01")]);
}

#[test]
fn who_came_or_left_after_the_confirmation_is_doubted_from_that_day_on() {
    let portal = with_rows(&[
        "এক নমুনা,accountant,,,,,2025-07-01,",
        "দুই নমুনা,accountant,,,,,,2025-06-30",
        "তিন নমুনা,accountant,,,,,,2025-07-01",
        "চার নমুনা,accountant,,,,,2025-06-30,",
    ]);
    let on = |day| portal.run(&["check", "--only", "unconfirmed-change", "--today", day]);
    on("2025-06-30").finds(&[]);
    on("2025-07-02").finds(&[
        ("content/dept/people.csv:2:38", "2025-07-01"),
        ("content/dept/people.csv:4:40", "2025-07-01"),
    ]);
}

#[test]
fn a_post_of_the_charter_that_somebody_of_the_list_holds_has_a_holder() {
    let with = |row: &str| {
        with_rows(&[row])
            .edit(
                CHARTER,
                "time_limit: তাৎক্ষণিক\n      responsible: clerk",
                "time_limit: তাৎক্ষণিক\n      responsible: accountant",
            )
            .check("post-without-holder")
    };
    let others = [
        ("content/dept/offices.csv:3:34", "clerk"),
        ("content/dept/offices.csv:4:31", "clerk"),
    ];
    with("এক নমুনা,accountant,,,,,,").finds(&others);
    let all = [&[("content/dept/offices.csv:2:39", "clerk")], &others[..]].concat();
    with("এক নমুনা,accountant,,,,,,2025-06-30").finds(&all);
}

#[test]
fn a_table_can_name_only_so_many_people_of_one_office() {
    let rows: Vec<String> = (0..201)
        .map(|at| format!("নমুনা {at},accountant,,,,,,"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    with_rows(&rows).build().reports(&[(
        "too-many-people",
        "content/dept/people.csv:202:1",
        "first.sample",
    )]);
}

#[test]
fn a_doubt_about_the_table_can_be_answered_for_beside_it() {
    with_rows(&["এক নমুনা,accountant,,,,রবিবার,,"])
        .edit(
            "content/dept/department.yaml",
            "posts:",
            "allow: [{code: days-without-charge, reason: নমুনা}]\nposts:",
        )
        .check("days-without-charge")
        .finds(&[]);
}
