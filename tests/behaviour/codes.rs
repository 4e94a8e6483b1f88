//! The codes of what can be found: that each is one of the catalogue the compiler knows; here, that each can be found, is
//! whole in both languages and has a test, with the tests of those that are rare.

use std::collections::BTreeSet;

use icu_normalizer::ComposingNormalizerBorrowed;
use sanad::diagnostic::catalogue;
use sanad::model::Language;

use crate::support::paths::CHARTER;
use crate::support::{Portal, files, is_bangla, project};

/// The texts of all files in a folder of the project.
fn texts(folder: &str) -> impl Iterator<Item = (String, String)> {
    let text = |(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8"));
    files(&project().join(folder)).into_iter().map(text)
}

/// A message that nobody says is a warning of the compiler, so a code can be found if it has one.
#[test]
fn every_code_can_be_found() {
    let mut has_message = BTreeSet::new();
    for (_, text) in texts("src/diagnostic/catalogue") {
        let mut code = "";
        for line in text.lines() {
            let head = line.strip_prefix('[').and_then(|head| head.split_once(']'));
            code = head.map_or(code, |(code, _)| code);
            if line.starts_with("say ") {
                has_message.insert(code.to_owned());
            }
        }
    }
    for item in catalogue::items() {
        let name = item.name;
        assert!(
            has_message.contains(name),
            "nothing is ever said of `{name}`"
        );
    }
}

/// No content makes the program fail; the tests of `guard` do.
const NOT_BY_CONTENT: &str = "program-fault";

#[test]
fn every_code_has_a_test() {
    let tests: String = texts("tests/behaviour").map(|(_, text)| text).collect();
    let items = catalogue::items().iter();
    for item in items.filter(|item| item.name != NOT_BY_CONTENT) {
        let named = tests.contains(&format!("\"{}\"", item.name));
        assert!(named, "no test names `{}`", item.name);
    }
}

#[test]
fn every_item_of_the_catalogue_is_whole_in_both_languages() {
    let mut blocks = 0;
    for (_, bytes) in files(&project().join("src/diagnostic/catalogue")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&text));
        blocks += text.lines().filter(|line| line.starts_with('[')).count();
    }
    assert_eq!(catalogue::items().len(), blocks, "each block can be read");
    for item in catalogue::items() {
        for text in [&item.title, &item.reason, &item.remedy] {
            let (english, bangla) = (text.get(Language::English), text.get(Language::Bangla));
            assert!(english.is_ascii() || english.chars().any(|c| c.is_ascii_alphabetic()));
            assert!(bangla.chars().any(is_bangla), "{}: {bangla}", item.name);
        }
    }
}

#[test]
fn content_without_a_department_is_reported() {
    let portal = Portal::small().without("content/dept");
    portal
        .build()
        .reports(&[("no-department", "content/:1:1", "")]);
}

#[test]
fn a_post_that_is_held_and_vacant_is_reported() {
    let office = "content/dept/offices/first.sample/office.yaml";
    Portal::small()
        .with(office, "vacant: true\nofficer: নমুনা কর্মকর্তা\n")
        .build()
        .reports(&[("held-and-vacant", &format!("{office}:1:9"), "true")]);
}

#[test]
fn a_list_behind_a_text_is_reported_as_swallowed() {
    let office = "content/dept/offices/first.sample/office.yaml";
    Portal::small()
        .with(office, "officer: নমুনা কর্মকর্তা\n  - খ\n")
        .build()
        .reports(&[("swallowed-line", &format!("{office}:2:3"), "- খ")]);
}

#[test]
fn a_file_with_more_entries_than_any_needs_is_reported() {
    let office = "content/dept/offices/first.sample/office.yaml";
    let many = format!("allow:\n{}", "  - code: x\n    reason: y\n".repeat(5000));
    let outcome = Portal::small().with(office, many).build();
    let codes: Vec<String> = outcome.findings().into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["yaml-too-large"], "{}", outcome.stderr);
}

#[test]
fn a_charter_without_services_is_doubted() {
    let portal = Portal::small();
    let charter = portal.text(CHARTER);
    let start = charter.find("services:\n").expect("services");
    let end = charter.find("subordinate_offices:").expect("the next key");
    let without = format!("{}services: {{}}\n{}", &charter[..start], &charter[end..]);
    let outcome = portal.with(CHARTER, without).check("no-services");
    assert_eq!(
        outcome.findings()[0].code,
        "no-services",
        "{}",
        outcome.stderr
    );
}
