//! Across offices: what only shows when they are laid side by side.

use crate::support::Portal;
use crate::support::paths::OFFICES;

/// Written in two ways, it is the same.
#[test]
fn two_offices_with_one_telephone_are_doubted_at_the_second() {
    Portal::small()
        .with(
            "content/dept/offices/third.sample/office.yaml",
            "phone: +৮৮০ ১৭০০-০০০০০০\n",
        )
        .check("shared-phone")
        .finds(&[(
            "content/dept/offices/third.sample/office.yaml:1:8",
            "+৮৮০ ১৭০০-০০০০০০",
        )])
        .tells("the office `first.sample` has this telephone too");
}

#[test]
fn two_offices_with_one_host_are_a_mistake() {
    Portal::small()
        .with_column(
            OFFICES,
            "host",
            &[
                ("first.sample", "same.example"),
                ("second.sample", "same.example"),
            ],
        )
        .check("doubled-host")
        .finds(&[("content/dept/offices.csv:3:43", "same.example")]);
}

fn fee(fee: &str) -> String {
    format!("services:\n  citizen:\n    - id: first-service\n      fee: {fee}\n")
}

#[test]
fn a_shared_service_that_most_offices_change_is_noted_in_the_shared_charter() {
    let portal = Portal::small().with(
        "content/dept/offices/first.sample/charter.yaml",
        fee("১০ টাকা"),
    );
    portal.check("mostly-overridden").finds(&[]);
    portal
        .with(
            "content/dept/offices/second.sample/charter.yaml",
            fee("২০ টাকা"),
        )
        .check("mostly-overridden")
        .finds(&[("content/dept/charter.yaml:6:11", "first-service")])
        .tells("2 of 3 offices change this service");
}

#[test]
fn an_override_that_says_the_same_is_noted() {
    Portal::small()
        .with(
            "content/dept/offices/first.sample/charter.yaml",
            fee("৫০ টাকা"),
        )
        .check("same-as-shared")
        .finds(&[(
            "content/dept/offices/first.sample/charter.yaml:4:12",
            "৫০ টাকা",
        )]);
}
