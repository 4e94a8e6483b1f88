//! Layers, later wins: department → district → row → `office.yaml`; the charter merges by service id.

use crate::support::hosts::SECOND;
use crate::support::paths::SECOND_CHARTER;
use crate::support::{Outcome, Portal, text_of};

const OFFICE: &str = "content/dept/offices/second.sample/office.yaml";

fn charter(yaml: &str) -> Outcome {
    Portal::small().with(SECOND_CHARTER, yaml).build()
}

#[test]
fn an_office_may_say_over_its_row_who_works_there() {
    let yaml = "officer: নিজের নাম\nphone: ০১৮০০০০০০০০\nemail: own@dept.example\naddress: নমুনা সড়ক, নমুনাপুর\nverified_on: 2025-07-01\n";
    let outcome = Portal::small().with(OFFICE, yaml).build().succeeds();
    let text = text_of(&outcome.page(&format!("{SECOND}/contact/index.html")));
    for words in [
        "নিজের নাম",
        "০১৮০০০০০০০০",
        "own@dept.example",
        "নমুনা সড়ক, নমুনাপুর",
        "০১ জুলাই ২০২৫",
    ] {
        let words = words.trim_start_matches('০');
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("তথ্য এখনো নিশ্চিত করা হয়নি"));
}

#[test]
fn an_office_may_say_that_a_post_of_its_row_is_vacant() {
    let portal = Portal::small().with(
        "content/dept/offices/first.sample/office.yaml",
        "vacant: true\n",
    );
    let text = text_of(
        &portal
            .build()
            .succeeds()
            .page("dept.first.sample.gov.bd/officers/index.html"),
    );
    assert!(
        text.contains("পদ শূন্য") && !text.contains("ন নমুনা কর্মকর্তা"),
        "{text}"
    );
}

#[test]
fn an_office_changes_single_fields_of_a_shared_service() {
    let outcome =
        charter("services:\n  citizen:\n    - id: first-service\n      fee: বিনামূল্যে\n").succeeds();
    let own = text_of(&outcome.page(&format!("{SECOND}/services/first-service/index.html")));
    let other =
        text_of(&outcome.page("dept.third.sample.gov.bd/services/first-service/index.html"));
    assert!(
        own.contains("বিনামূল্যে") && !own.contains("৫০ টাকা") && own.contains("০৫ (পাঁচ) কার্যদিবস"),
        "{own}"
    );
    assert!(other.contains("৫০ টাকা"));
    let json: serde_json::Value =
        serde_json::from_str(&outcome.page(&format!("{SECOND}/charter/charter.json")))
            .expect("JSON");
    assert_eq!(
        json["services"][0]["fee_taka"], 0,
        "the meaning follows the text"
    );
}

#[test]
fn an_office_adds_a_service_behind_another() {
    let yaml = "services:\n  citizen:\n    - id: own-service\n      after: first-service\n      name: নিজস্ব সেবা\n      delivery_method: সরাসরি\n      fee: বিনামূল্যে\n      time_limit: তাৎক্ষণিক\n      responsible: clerk\n";
    let outcome = charter(yaml).succeeds();
    let text = text_of(&outcome.page(&format!("{SECOND}/charter/index.html")));
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert!(at("১ প্রথম নমুনা সেবা") < at("২ নিজস্ব সেবা") && at("২ নিজস্ব সেবা") < at("৩ দ্বিতীয় নমুনা সেবা"));
    outcome.page(&format!("{SECOND}/services/own-service/index.html"));
}

#[test]
fn an_office_withdraws_a_service_with_a_reason() {
    let portal = Portal::small().with(SECOND_CHARTER, "services:\n  citizen:\n    - id: second-service\n      withdrawn: true\n      reason: যন্ত্র নেই\n");
    let outcome = portal.build().succeeds();
    assert!(
        !outcome
            .page(&format!("{SECOND}/charter/index.html"))
            .contains("দ্বিতীয় নমুনা সেবা")
    );
    outcome.page("dept.first.sample.gov.bd/services/second-service/index.html");
}

#[test]
fn mistakes_in_an_offices_own_charter_are_reported_at_their_places() {
    let rows = "services:\n  citizen:\n    - id: first-servise\n      fee: x\n    - id: second-service\n      withdrawn: true\n  internal:\n    - id: first-service\n      fee: y\n    - id: new-one\n      after: nowhere\n      name: ক\n      delivery_method: ক\n      fee: ক\n      time_limit: ক\n      responsible: clerk\n";
    charter(rows).reports(&[
        (
            "unknown-service",
            &format!("{SECOND_CHARTER}:3:11"),
            "first-servise",
        ),
        (
            "missing-key",
            &format!("{SECOND_CHARTER}:5:7"),
            "id: second-service",
        ),
        (
            "wrong-table",
            &format!("{SECOND_CHARTER}:8:11"),
            "first-service",
        ),
        (
            "unknown-service",
            &format!("{SECOND_CHARTER}:11:14"),
            "nowhere",
        ),
    ]);
}

#[test]
fn the_shared_charter_may_not_hold_what_only_an_office_can_say() {
    Portal::small()
        .edit(
            "content/dept/charter.yaml",
            "      fee: ৫০ টাকা\n",
            "      fee: ৫০ টাকা\n      withdrawn: true\n",
        )
        .build()
        .reports(&[("unknown-key", "content/dept/charter.yaml:12:18", "true")]);
}

#[test]
fn show_names_for_each_value_the_file_and_line_that_won() {
    let portal = Portal::small().with(OFFICE, "\nphone: ০১৮০০০০০০০০\n").with(
        SECOND_CHARTER,
        "services:\n  citizen:\n    - id: first-service\n      fee: ১০ টাকা\n",
    );
    let outcome = portal.run(&["show", "second.sample"]).succeeds();
    for lines in [
        "phone  content/dept/offices/second.sample/office.yaml:2\n  ০১৮০০০০০০০০\n",
        "upazila  content/dept/offices.csv:3\n  দ্বিতীয় নমুনাপুর\n",
        "district.phone  content/dept/districts.csv:2\n",
        "services.first-service.fee  content/dept/offices/second.sample/charter.yaml:4\n  ১০ টাকা\n",
        "services.first-service.time_limit  content/dept/charter.yaml:13\n",
        "host  follows from the others\n  dept.second.sample.gov.bd\n",
    ] {
        assert!(
            outcome.stdout.contains(lines),
            "{lines}\n{}",
            outcome.stdout
        );
    }
    portal
        .run(&["show", "nobody.sample"])
        .faults("no table of offices names `nobody.sample`");
}

#[test]
fn departments_stand_beside_each_other() {
    let portal = Portal::small();
    for (name, bytes) in crate::support::files(&portal.path("content/dept")) {
        let path = portal.path("content/other").join(&name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let outcome = portal.build().succeeds();
    outcome.page("dept.first.sample.gov.bd/index.html");
    outcome.page("other.first.sample.gov.bd/index.html");
    assert!(
        outcome
            .page("index.html")
            .contains("other.second.sample.gov.bd/index.html")
    );
}

#[test]
fn notices_of_the_department_stand_beside_those_of_the_office_whose_own_stands_for_one_of_the_same_name()
 {
    let notice = |title: &str, day: u8| {
        format!("---\ntitle: {title}\ndate: 2025-01-{day}\n---\n{{upazila}}\n")
    };
    let shared = "content/dept/notices";
    let outcome = Portal::small()
        .with(&format!("{shared}/all.md"), notice("সবার জন্য", 20))
        .with(&format!("{shared}/winter.md"), notice("অধিদপ্তরের শীত", 10))
        .build()
        .succeeds();
    let first = outcome.page("dept.first.sample.gov.bd/notices/index.html");
    assert!(
        first.contains("সবার জন্য") && !first.contains("অধিদপ্তরের শীত"),
        "{first}"
    );
    let second = outcome.page("dept.second.sample.gov.bd/notices/index.html");
    let places = ["সবার জন্য", "অধিদপ্তরের শীত"].map(|title| second.find(title));
    assert!(
        places[0] < places[1] && places[0].is_some(),
        "the newest first: {places:?}"
    );
    let text = outcome.page("dept.second.sample.gov.bd/notices/all/index.html");
    assert!(
        text.contains("<p>দ্বিতীয়"),
        "each office's own words: {text}"
    );
    assert!(
        outcome
            .page("dept.third.sample.gov.bd/notices/feed.xml")
            .contains("সবার জন্য")
    );
}

#[test]
fn a_notice_of_the_department_has_no_files() {
    Portal::small()
        .with(
            "content/dept/notices/all.md",
            "---\ntitle: ক\ndate: 2025-01-20\nattachments: [form.pdf]\n---\nখ\n",
        )
        .build()
        .reports(&[(
            "shared-attachment",
            "content/dept/notices/all.md:4:14",
            "[form.pdf]",
        )]);
}
