//! The command `check`: what it prints, in which language and form, what can be asked of it, and how it ends.

use sanad::diagnostic::Severity;
use serde_json::Value;

use crate::support::paths::{CHARTER, FIRST_YAML, OFFICES};
use crate::support::{Portal, files};

#[test]
fn the_shipped_content_has_doubts_but_no_mistakes() {
    let outcome = Portal::real()
        .run(&["check", "--today", "2025-07-01"])
        .succeeds();
    assert!(
        outcome.stdout.contains("0 mistakes, "),
        "{}",
        outcome.stdout
    );
}

#[test]
fn a_build_shows_mistakes_only_and_check_the_doubts_too() {
    Portal::small().build().succeeds();
    let doubts = Portal::small().run(&["check"]).succeeds();
    assert!(!doubts.stdout.contains(" 0 warnings"), "{}", doubts.stdout);
    let outcome = Portal::small()
        .edit(OFFICES, "01700000000", "017000000000")
        .build();
    outcome.reports(&[(
        "phone-length",
        "content/dept/offices.csv:2:45",
        "017000000000",
    )]);
}

#[test]
fn a_finding_shows_place_fault_reason_and_remedy() {
    Portal::small()
        .edit(CHARTER, "০৫ (পাঁচ) কার্যদিবস", "তিন (০২) কার্যদিবস")
        .check("figure-and-word")
        .finds(&[("content/dept/charter.yaml:13:19", "তিন (০২)")])
        .tells("warning[figure-and-word]: `তিন` and `০২` are not the same number")
        .tells("= The citizen cannot know which of the two counts.")
        .tells("= correct the one that is wrong")
        .tells("0 mistakes, 1 warning, 0 notes in 3 offices");
}

#[test]
fn the_reason_is_given_once_for_each_code() {
    let outcome = Portal::small().check("empty-table");
    let reason = "The official form has three tables.";
    assert_eq!(outcome.findings().len(), 2);
    assert_eq!(
        outcome.stdout.matches(reason).count(),
        1,
        "{}",
        outcome.stdout
    );
}

#[test]
fn a_finding_in_a_shared_file_is_reported_once_for_all_offices() {
    Portal::small()
        .edit(CHARTER, "নমুনা প্রত্যাশা", "অন্যাবশ্যিক ফোন না করা")
        .check("misspelling")
        .finds(&[("content/dept/charter.yaml:23:5", "অন্যাবশ্যিক")]);
}

#[test]
fn mistakes_end_with_1_and_warnings_only_when_they_are_denied() {
    let check = |portal: &Portal, more: &[&str]| {
        let arguments: Vec<&str> = ["check", "--today", "2025-07-01"]
            .iter()
            .chain(more)
            .copied()
            .collect();
        portal.run(&arguments).code
    };
    let portal = Portal::small();
    assert_eq!(check(&portal, &[]), 0);
    assert_eq!(check(&portal, &["--deny", "warnings"]), 1);
    assert_eq!(
        check(&portal, &["--deny", "warnings", "--only", "empty-table"]),
        0
    );
    let portal = portal.edit(CHARTER, "responsible: clerk", "responsible: clark");
    assert_eq!(check(&portal, &[]), 1);
    assert_eq!(
        check(&portal, &["--ignore", "unknown-post", "missing-key"]),
        0
    );
}

#[test]
fn the_language_is_that_of_the_locale_unless_it_is_said() {
    let portal = Portal::small().edit(OFFICES, "01700000000", "017000000000");
    let arguments = ["check", "--only", "phone-length"];
    let bangla = "ভুল[phone-length]: এই মোবাইল নম্বরে ১২টি অঙ্ক আছে";
    let english = "error[phone-length]: this mobile number has 12 digits";
    portal
        .run_in("bn_BD.UTF-8", &arguments)
        .tells(bangla)
        .tells("মোবাইল নম্বরে ১১টি অঙ্ক থাকে");
    portal.run_in("en_US.UTF-8", &arguments).tells(english);
    let lang = |lang| [&arguments[..], &["--lang", lang]].concat();
    portal.run_in("bn_BD.UTF-8", &lang("en")).tells(english);
    portal
        .run_in("C", &lang("bn"))
        .tells(bangla)
        .tells("৩টি কার্যালয়: ১টি ভুল, ০টি সতর্কতা, ০টি পরামর্শ");
}

#[test]
fn explain_says_what_a_code_means_in_both_languages() {
    let portal = Portal::small();
    portal
        .run(&["check", "--explain", "private-mail"])
        .succeeds()
        .tells("warning[private-mail]: An office uses a private mail service")
        .tells("Use an address that ends in gov.bd.");
    portal
        .run(&["check", "--explain", "private-mail", "--lang", "bn"])
        .succeeds()
        .tells("সতর্কতা[private-mail]");
}

#[test]
fn unknown_codes_days_and_folders_are_wrong_usage() {
    let portal = Portal::small();
    portal
        .run(&["check", "--explain", "no-such-code"])
        .faults("`no-such-code`");
    portal
        .run(&["check", "--only", "no-such-code"])
        .faults("`no-such-code`");
    portal
        .run(&["check", "--ignore", "no-such-code"])
        .faults("`no-such-code`");
    portal
        .run(&["check", "--today", "30/06/2025"])
        .faults("--today 30/06/2025");
    portal
        .run(&["check", "--content", "nowhere"])
        .faults("there is no folder nowhere");
    portal.run(&["check", "--format", "xml"]).faults("xml");
    portal.run(&["check", "--deny", "notes"]).faults("notes");
}

#[test]
fn check_writes_nothing() {
    let portal = Portal::real();
    let before = files(&portal.path("content"));
    portal.run(&["check"]);
    assert_eq!(files(&portal.path("content")), before);
    assert!(!portal.path("public").exists());
}

fn json(portal: &Portal, format: &str) -> Value {
    let outcome = portal.run(&["check", "--today", "2025-07-01", "--format", format]);
    serde_json::from_str(&outcome.stdout).expect("JSON")
}

#[test]
fn json_holds_every_finding_with_stable_keys() {
    let portal = Portal::small().edit(CHARTER, "নমুনা প্রত্যাশা", "অন্যাবশ্যিক ফোন না করা");
    let report = json(&portal, "json");
    let list = report["findings"].as_array().expect("a list");
    let finding = list
        .iter()
        .find(|finding| finding["code"] == "misspelling")
        .expect("the finding");
    let keys: Vec<&String> = finding.as_object().expect("an object").keys().collect();
    assert_eq!(
        keys,
        [
            "code",
            "column",
            "end_column",
            "file",
            "fix",
            "line",
            "message",
            "reason",
            "remedy",
            "severity",
            "text"
        ]
    );
    assert_eq!(finding["file"], CHARTER);
    assert_eq!(
        [&finding["line"], &finding["column"], &finding["end_column"]],
        [23, 5, 16]
    );
    assert_eq!(finding["text"], "অন্যাবশ্যিক");
    assert_eq!(finding["fix"]["new"], "অনাবশ্যক");
    let of = |severity: Severity| {
        let key = severity.key();
        list.iter()
            .filter(|finding| finding["severity"] == key)
            .count()
    };
    assert_eq!(report["errors"], of(Severity::Error));
    assert_eq!(report["warnings"], of(Severity::Warning));
    assert_eq!(report["notes"], of(Severity::Note));
}

/// The properties that SARIF 2.1.0 requires, and those whose form it lays down.
#[test]
fn sarif_holds_what_the_standard_requires() {
    let portal = Portal::small().edit(CHARTER, "নমুনা প্রত্যাশা", "অন্যাবশ্যিক ফোন না করা");
    let log = json(&portal, "sarif");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "sanad");
    let rules = driver["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 5);
    for result in results {
        assert!(
            !result["message"]["text"]
                .as_str()
                .expect("a text")
                .is_empty()
        );
        let level = result["level"].as_str().expect("a level");
        assert!(["error", "warning", "note"].contains(&level));
        let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a URI");
        assert!(
            uri.starts_with("content/") && !uri.contains(['\\', ' ', ':']),
            "{uri}"
        );
        let region = &place["region"];
        let number = |key: &str| region[key].as_u64().expect("a number");
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!(number("endColumn") >= number("startColumn"));
    }
    let misspelling = results
        .iter()
        .find(|result| result["ruleId"] == "misspelling")
        .expect("the finding");
    let replacement = &misspelling["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "অনাবশ্যক");
    assert_eq!(replacement["deletedRegion"]["byteLength"], "অন্যাবশ্যিক".len());
}

#[test]
fn an_answer_with_a_reason_silences_its_code_in_its_file() {
    let portal = Portal::small().with(FIRST_YAML, "email: office@gmail.com\n");
    portal.check("private-mail").finds(&[(
        "content/dept/offices/first.sample/office.yaml:1:8",
        "office@gmail.com",
    )]);
    let portal = portal.with(
        FIRST_YAML,
        "email: office@gmail.com\nallow:\n  - code: private-mail\n    reason: দাপ্তরিক ঠিকানা এখনো হয়নি\n",
    );
    portal.check("private-mail").finds(&[]);
    portal.build().succeeds();
}

#[test]
fn an_answer_in_front_matter_counts_for_its_page() {
    let notice = "content/dept/offices/first.sample/notices/winter.md";
    let allow =
        "date: 2025-01-15\nexpires_on: 2025-02-01\nallow: [{code: expired-notice, reason: নথি}]";
    Portal::small()
        .edit(notice, "date: 2025-01-15", allow)
        .run(&[
            "check",
            "--today",
            "2025-07-01",
            "--only",
            "expired-notice",
            "unused-allow",
        ])
        .finds(&[]);
}

#[test]
fn an_answer_in_the_department_counts_for_the_tables_beside_it() {
    let portal = Portal::small().edit(OFFICES, "first@dept.example", "first@gmail.com");
    portal
        .check("private-mail")
        .finds(&[("content/dept/offices.csv:2:57", "first@gmail.com")]);
    portal
        .edit(
            "content/dept/department.yaml",
            "posts:",
            "allow:\n  - {code: private-mail, reason: পরীক্ষামূলক}\nposts:",
        )
        .check("private-mail")
        .finds(&[]);
}

#[test]
fn an_answer_needs_a_reason() {
    Portal::small()
        .with(
            FIRST_YAML,
            "email: office@gmail.com\nallow:\n  - code: private-mail\n",
        )
        .build()
        .reports(&[(
            "missing-key",
            "content/dept/offices/first.sample/office.yaml:3:5",
            "code: private-mail",
        )])
        .says("say why it is right as it is");
}

#[test]
fn an_answer_to_nothing_is_noted_and_one_to_an_unknown_code_doubted() {
    let portal = Portal::small().with(
        FIRST_YAML,
        "phone: ০১৭০০০০০০০১\nallow:\n  - {code: private-mail, reason: পুরোনো}\n  - {code: privat-mail, reason: ভুল}\n",
    );
    portal.check("unused-allow").finds(&[(
        "content/dept/offices/first.sample/office.yaml:3:12",
        "private-mail",
    )]);
    portal.check("unknown-code").finds(&[(
        "content/dept/offices/first.sample/office.yaml:4:12",
        "privat-mail",
    )]);
}

#[test]
fn a_mistake_cannot_be_answered_for() {
    Portal::small()
        .with(
            FIRST_YAML,
            "phone: 017000000000\nallow:\n  - {code: phone-length, reason: তাই লেখা}\n",
        )
        .build()
        .reports(&[(
            "phone-length",
            "content/dept/offices/first.sample/office.yaml:1:8",
            "017000000000",
        )]);
}

#[test]
fn a_build_that_made_something_says_that_it_looked_for_mistakes_only() {
    let portal = Portal::small();
    let hint = "A build looks for mistakes only; `sanad check` finds what is doubtful";
    portal.build().succeeds().tells(hint);
    let again = portal.build().succeeds();
    assert!(
        !again.stdout.contains(hint),
        "nothing had changed: {}",
        again.stdout
    );
    let quiet = portal.run(&["build", "--clean", "--quiet"]).succeeds();
    assert_eq!(quiet.stdout, "");
}
