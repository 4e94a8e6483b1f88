//! Section ৫: three tiers with the usual limits, each of which can be reached.

use crate::support::Portal;
use crate::support::paths::CHARTER;

const THREE: &str = "signature:";

/// The small charter with the two other tiers.
fn three(second: &str, third: &str) -> Portal {
    let tier = |text: &str| format!("  - when: না হলে\n    whom: কর্মকর্তা\n    {text}\n");
    Portal::small().edit(
        CHARTER,
        THREE,
        &format!("{}{}{THREE}", tier(second), tier(third)),
    )
}

const SECOND: &str = "email: appeal@dept.example\n    time_limit: ২০ কার্যদিবস";
const THIRD: &str = "phone: ০২-০০০০০০০০\n    time_limit: ৬০ কার্যদিবস";

#[test]
fn fewer_than_three_tiers_are_doubted() {
    Portal::small()
        .check("few-tiers")
        .finds(&[("content/dept/charter.yaml:24:1", "grievance")])
        .tells("this names only 1 of the three tiers");
    three(SECOND, THIRD).check("few-tiers").finds(&[]);
}

#[test]
fn limits_other_than_the_usual_ones_are_doubted() {
    three(SECOND, THIRD).check("tier-limit").finds(&[]);
    three(
        "email: a@dept.example\n    time_limit: ২৫ কার্যদিবস",
        "email: a@dept.example\n    time_limit: ৬০ দিন",
    )
    .edit(CHARTER, "৩০ কার্যদিবস", "দুই মাস")
    .check("tier-limit")
    .finds(&[
        ("content/dept/charter.yaml:28:17", "দুই মাস"),
        ("content/dept/charter.yaml:32:17", "২৫ কার্যদিবস"),
        ("content/dept/charter.yaml:36:17", "৬০ দিন"),
    ])
    .tells("charters give this tier ২০ কার্যদিবস");
}

#[test]
fn a_tier_without_telephone_and_mail_is_noted() {
    three(SECOND, "host: www.grs.gov.bd\n    time_limit: ৬০ কার্যদিবস")
        .check("tier-hard-to-reach")
        .finds(&[("content/dept/charter.yaml:34:11", "কর্মকর্তা")]);
}

#[test]
fn an_old_address_of_the_complaints_system_is_doubted() {
    three(
        SECOND,
        "host: grs.cabinet.gov.bd\n    time_limit: ৬০ কার্যদিবস",
    )
    .check("outdated-grs")
    .finds(&[("content/dept/charter.yaml:35:11", "grs.cabinet.gov.bd")]);
    three(SECOND, "host: www.grs.gov.bd\n    time_limit: ৬০ কার্যদিবস")
        .check("outdated-grs")
        .finds(&[]);
}

#[test]
fn a_district_whose_officer_cannot_be_reached_is_doubted_once() {
    Portal::small()
        .edit(
            "content/dept/districts.csv",
            "0200000000,sample@dept.example",
            ",",
        )
        .check("district-unreachable")
        .finds(&[("content/dept/districts.csv:2:1", "sample")]);
}
