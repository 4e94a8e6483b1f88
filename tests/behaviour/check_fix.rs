//! `check --fix`: corrections that are certain are written in place, and nothing else changes.

use proptest::prelude::*;

use crate::support::mending::harm;
use crate::support::paths::{CHARTER, FIRST_YAML};
use crate::support::{Portal, files, written};

const FIX: [&str; 4] = ["check", "--fix", "--today", "2025-07-01"];

#[test]
fn what_changed_is_printed_as_a_difference() {
    let outcome = Portal::small()
        .edit(CHARTER, "নমুনা প্রত্যাশা", "অন্যাবশ্যিক ফোন না করা")
        .run(&FIX)
        .succeeds();
    let difference = "--- content/dept/charter.yaml\n+++ content/dept/charter.yaml\n@@ -23 +23 @@\n\
        -  - অন্যাবশ্যিক ফোন না করা\n+  - অনাবশ্যক ফোন না করা\n";
    assert!(outcome.stdout.starts_with(difference), "{}", outcome.stdout);
    assert!(
        !outcome.stdout.contains("misspelling"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn comments_layout_quotes_and_line_ends_stay() {
    let before = "\u{FEFF}# উর্ধ্বতন: a comment is not touched\r\n\r\naddress:   'সরকারী ভবন'   # সরকারী\r\n\
        officer: \"ৰহিম\"\r\nphone:  01700000000\r\n";
    let after = "\u{FEFF}# উর্ধ্বতন: a comment is not touched\r\n\r\naddress:   'সরকারি ভবন'   # সরকারী\r\n\
        officer: \"রহিম\"\r\nphone:  01700000000\r\n";
    assert_eq!(
        Portal::small().with(FIRST_YAML, before).mended(FIRST_YAML),
        after
    );
}

#[test]
fn tables_and_front_matter_are_mended_too() {
    let portal = Portal::small()
        .edit(
            "content/dept/offices.csv",
            "নমুনা কর্মকর্তা",
            "\"সরকারী, কর্মকর্তা\"",
        )
        .edit(
            "content/dept/offices/first.sample/notices/winter.md",
            "title: নমুনা বিজ্ঞপ্তি",
            "title: জরুরী বিজ্ঞপ্তি",
        );
    assert!(
        portal
            .mended("content/dept/offices.csv")
            .contains(",\"সরকারি, কর্মকর্তা\",")
    );
    let notice = portal.mended("content/dept/offices/first.sample/notices/winter.md");
    assert!(notice.starts_with("---\ntitle: জরুরি বিজ্ঞপ্তি\ndate: 2025-01-15\n"));
}

#[test]
fn what_is_not_certain_is_left() {
    let text = "ফোন ০১৭৮১২২৭১৯৩৪, http://www.doict.gov.bd, office@gmail.com, 5 দিন, তিন (০২) দিন";
    let portal = Portal::small().edit(CHARTER, "চালানের মাধ্যমে", text);
    assert!(portal.mended(CHARTER).contains(text));
}

#[test]
fn only_the_codes_that_are_asked_for_are_mended() {
    let portal = Portal::small().edit(CHARTER, "নমুনা প্রত্যাশা", "সরকারী ৰহিম");
    portal
        .run(&["check", "--fix", "--only", "assamese-letter"])
        .succeeds();
    let text = portal.text(CHARTER);
    assert!(text.contains("  - সরকারী রহিম\n"), "{text}");
}

#[test]
fn json_stays_json_when_something_is_mended() {
    let portal = Portal::small().edit(CHARTER, "নমুনা প্রত্যাশা", "সরকারী");
    let outcome = portal.run(&["check", "--fix", "--format", "json"]);
    serde_json::from_str::<serde_json::Value>(&outcome.stdout).expect("JSON");
    assert!(portal.mended(CHARTER).contains("- সরকারি\n"));
}

#[test]
fn content_without_faults_is_not_touched() {
    let portal = Portal::real();
    let before = files(&portal.path("content"));
    portal.run(&FIX);
    assert_eq!(files(&portal.path("content")), before);
}

/// Faults of every kind that is mended, and words that are right.
const PIECES: [&str; 34] = [
    "সেবা",
    "তথ্য ও প্রযুক্তি",
    "ঢাকা: সচিবালয়",
    "(প্রযোজ্য ক্ষেত্রে)",
    "/",
    ",",
    "\\",
    "র\u{200D}্যাব",
    "প্রয়োজ্য",
    "প্র\u{09DF}োজ্য",
    "তাৎক্ষনিক",
    "উর্ধ্বতন",
    "সরকারী",
    "অন্য কোন",
    "কার্যদিব স",
    "কার্যদিবস স",
    "কার্যাল\u{09DF}",
    "\u{09C7}\u{09BE}",
    "ফোনঃ",
    "ই-মেইলঃ ০১৭",
    "প্\u{09F0}তিশ্রুত",
    "\u{200B}",
    "\u{00A0}",
    "ক\u{200D}",
    "মা\u{09BE}ধ্যমে",
    "গর্র্ভবতী",
    "কর \u{09BF}ব",
    "মন্ত্রণালয়ে র",
    "০17",
    "+৮৮০ ২৪১ ০২৪০৭০",
    "office@ dept.example",
    "www.dept.fir st.sample.gov.bd",
    "বাসত্মবায়ন",
    "সাপেÿÿ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn mending_twice_changes_nothing_and_breaks_nothing(
        pieces in prop::collection::vec((0..PIECES.len(), 0..3_usize), 1..7),
        style in 0..5_usize,
    ) {
        let text: String = pieces.iter().map(|(at, space)| PIECES[*at].to_owned() + [" ", "", ", "][*space]).collect();
        let page = format!("---\ntitle: ক\n---\n# উপরে\n\n{text}\n\n1. {text}\n");
        let table = Portal::small().edit("content/dept/offices.csv", "নমুনা কর্মকর্তা", &format!("\"{text}\""));
        let portal = table
            .with(FIRST_YAML, format!("# {text}\naddress:{}\nphone: ০১৭০০০০০০০০  # {text}\n", written(style, &text)))
            .with("content/dept/offices/first.sample/pages/training.md", page);
        let before = portal.text(FIRST_YAML);
        let harm = harm(&portal.path(""));
        let after = portal.text(FIRST_YAML);
        prop_assert_eq!(harm, None, "\n{}\n{}", before, after);
        prop_assert_eq!(before.lines().count(), after.lines().count());
        prop_assert_eq!(before.lines().next(), after.lines().next(), "comments stay");
        prop_assert_eq!(before.lines().last(), after.lines().last(), "comments stay");
    }
}

#[test]
fn digits_of_an_escape_of_yaml_are_left_as_they_are() {
    // Found by the soak: `\\U000009E6` before a Bangla digit became `\\U000009E৬`, which no parser reads.
    let file = "content/dept/offices/first.sample/charter.yaml";
    let text = "services:\n  citizen:\n    - id: first-service\n      forms: [{file: form.pdf, name: \"\\U000009E6১৭\\U000009E7২ \\u09E6১\"}]\n";
    let portal = Portal::small().with(file, text);
    portal.build().succeeds();
    assert_eq!(portal.mended(file), text);
    portal.build().succeeds();
}
