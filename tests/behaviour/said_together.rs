//! What is said of many places in one file is said once, above them; the end says what to do first.

use crate::support::Portal;
use crate::support::paths::TRAINING;

fn with(body: &str) -> Portal {
    Portal::small().with(TRAINING, format!("---\ntitle: ক\n---\n{body}\n"))
}

fn said(portal: &Portal, arguments: &[&str]) -> String {
    let all = [&["check", "--today", "2025-07-01"], arguments].concat();
    portal.run(&all).stdout
}

#[test]
fn findings_of_one_kind_in_a_file_are_told_once() {
    let portal = with("ৰহিম\n\nআগের লেখা ৰহিম পরের লেখা");
    let said = said(&portal, &["--only", "assamese-letter"]);
    assert_eq!(
        said,
        "warning[assamese-letter]: this is the Assamese letter ৰ\n    --> content/dept/offices/first.sample/pages/training.md, in 2 places\n     |\n \
         4:1 | »ৰ«হিম\n6:11 | আগের লেখা »ৰ«হিম পরের লেখা\n     |\n     = It looks alike in some fonts, but search does not find the word.\n     \
         = write `র`\n     = --fix writes all of them\n\n0 mistakes, 2 warnings, 0 notes in 3 offices\n  \
         1. Run `sanad check --fix`, which writes 2 corrections and shows what it changed\n"
    );
}

#[test]
fn what_differs_stands_beside_its_place() {
    let portal = with("সরকারী উর্ধ্বতন\n\nজরুরী");
    let said = said(&portal, &["--only", "misspelling", "--lang", "bn"]);
    for line in [
        "সতর্কতা[misspelling]: বানান ভুল",
        "training.md, ৩ জায়গায়",
        "4:1 | »সরকারী« উর্ধ্বতন → `সরকারি` লিখুন",
        "4:8 | সরকারী »উর্ধ্বতন« → `ঊর্ধ্বতন` লিখুন",
        "6:1 | »জরুরী« → `জরুরি` লিখুন",
        "= --fix সবগুলো লিখে দেবে",
        "  ১. `sanad check --fix` চালান: এটি ৩টি সংশোধন নিজেই লিখে দেবে এবং কী বদলাল তা দেখাবে",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
}

#[test]
fn verbose_shows_each_by_itself() {
    let portal = with("সরকারী উর্ধ্বতন");
    let said = said(&portal, &["--only", "misspelling", "--verbose"]);
    assert_eq!(said.matches("warning[misspelling]").count(), 2, "{said}");
    assert!(said.contains("training.md:4:8\n"), "{said}");
}

#[test]
fn mistakes_of_one_kind_are_told_once_by_a_build_too() {
    let portal = with("[ক](/nowhere) [খ](/nobody)");
    let said = portal.build().stderr;
    assert_eq!(said.matches("error[missing-page]").count(), 1, "{said}");
    assert!(said.contains("2 mistakes"), "{said}");
    portal.build().reports(&[
        ("missing-page", &format!("{TRAINING}:4:5"), "/nowhere"),
        ("missing-page", &format!("{TRAINING}:4:19"), "/nobody"),
    ]);
}

#[test]
fn programs_are_told_of_each() {
    let portal = with("সরকারী উর্ধ্বতন");
    let said = said(&portal, &["--only", "misspelling", "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(said["findings"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_end_says_what_to_do_first() {
    let portal = with("[ক](/nowhere) সরকারী 5 ও 6").with(
        "content/dept/offices/second.sample/pages/other.md",
        "---\ntitle: ক\n---\nমোট 7\n",
    );
    let said = said(
        &portal,
        &["--only", "missing-page", "misspelling", "latin-digits"],
    );
    let end = "1 mistake, 4 warnings, 0 notes in 3 offices\n  \
         1. Mend the mistake, which keeps a portal from being built: content/dept/offices/first.sample/pages/training.md:4:5\n  \
         2. Run `sanad check --fix`, which writes 1 correction and shows what it changed\n  \
         3. Look through content/dept/offices/first.sample/pages/training.md: 2 of 3 warnings\n";
    assert!(said.ends_with(end), "{said}");
    assert!(
        self::said(&with("ক"), &["--only", "misspelling"])
            .ends_with("0 mistakes, 0 warnings, 0 notes in 3 offices\n")
    );
}
