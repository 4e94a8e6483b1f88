//! The usual slips of people who write YAML by hand: each is told in their words, in both languages, and nothing is lost
//! without a word.

use std::fmt::Write as _;

use crate::support::paths::{FIRST_CHARTER, FIRST_YAML, NEW_NOTICE};
use crate::support::{Outcome, Portal};

/// What is written into office.yaml, and what is said about it.
const SLIPS: [(&str, &str); 48] = [
    ("room:১০২\n", "behind the colon there is no space"),
    (
        "officer: ক\nroom:১০২\nphone: ০১৭০০০০০০০০\n",
        "behind the colon there is no space",
    ),
    ("roomঃ ১০২\n", "visarga"),
    ("room ঃ ১০২\n", "visarga"),
    ("room： ১০২\n", "looks like a colon"),
    ("room:\u{A0}১০২\n", "no-break or invisible"),
    ("room:\u{200B}১০২\n", "no-break or invisible"),
    ("\u{A0}room: ১০২\n", "no-break or invisible"),
    ("officer: ক\n\u{A0}room: ১০২\n", "no-break or invisible"),
    ("room ১০২\n", "there is no colon"),
    (
        "officer: ক\nroom\nphone: ০১৭০০০০০০০০\n",
        "there is no colon",
    ),
    ("room = ১০২\n", "stands a colon, not this sign"),
    ("room; ১০২\n", "stands a colon, not this sign"),
    ("নমুনা\n", "has no key"),
    ("officer: ক\n\troom: ১০২\n", "indented with a tab"),
    (
        "officer: ক\n room: ১০২\n",
        "does not begin at the same column",
    ),
    (
        "  officer: ক\nroom: ১০২\n",
        "does not begin at the same column",
    ),
    (
        "en:\n  officer: A\n room: ১০২\n",
        "does not begin at the same column",
    ),
    ("address: বাসা: ১২, সড়ক: ৩\n", "holds a colon and a space"),
    ("address: @নমুনা\n", "begins with this sign"),
    ("address: %নমুনা\n", "begins with this sign"),
    ("address: `নমুনা`\n", "begins with this sign"),
    ("address: &নমুনা\n", "begins with & or *"),
    ("address: *নমুনা*\n", "begins with & or *"),
    ("address: !নমুনা\n", "begins with this sign"),
    ("address: , নমুনা\n", "begins with this sign"),
    ("address: ] নমুনা\n", "begins with this sign"),
    ("address: | নমুনা\n", "no text can stand on the same line"),
    ("address: > নমুনা\n", "no text can stand on the same line"),
    (
        "address: - নমুনা\n",
        "a list cannot begin on the line of its key",
    ),
    ("address: [খসড়া] নোটিশ\n", "begins with { or [ needs quotes"),
    ("address: [খসড়া নোটিশ\n", "begins with { or [ needs quotes"),
    (
        "address: {office} নোটিশ\n",
        "begins with { or [ needs quotes",
    ),
    ("address: \"নমুনা\" সড়ক\n", "behind the closing quote"),
    ("address: 'নমুনা' সড়ক\n", "behind the closing quote"),
    ("address: \"নমুনা সড়ক\nroom: ১০২\n", "not closed on its line"),
    ("address: 'নমুনা সড়ক\nroom: ১০২\n", "not closed on its line"),
    ("address: \"C:\\দলিল\"\n", "a backslash in double quotes"),
    ("- officer: ক\n", "begins with a list"),
    ("officer: ক\n- খ\n", "belongs to no list"),
    ("officer: ক\nofficer: খ\n", "for the second time"),
    ("officer:\n  - ক\n", "must be one text"),
    ("vacant: হ্যাঁ\n", "must be true or false"),
    ("allow: ক\n", "must be a list"),
    ("en: ক\n", "must be keys with values"),
    (
        "officer: ক\n  room:১০২\n",
        "read as more of the text of `officer`",
    ),
    (
        "officer: ক\n  - খ\n",
        "read as more of the text of `officer`",
    ),
    ("address: ক\n---\nroom: ১০২\n", "a second document"),
];

/// The same below the first service of the shared charter.
const IN_A_SERVICE: [(&str, &str); 14] = [
    (
        "required_documents:\n  - আবেদনপত্র: ১ কপি\n  - ছবি\n",
        "the colon makes a key",
    ),
    (
        "required_documents:\n  - আবেদনপত্র:\n",
        "the colon makes a key",
    ),
    (
        "required_documents: [আবেদন: ১ কপি, ছবি]\n",
        "the colon makes a key",
    ),
    (
        "required_documents:\n  আবেদন: ১ কপি\n",
        "the colon makes a key",
    ),
    ("legal_basis:\n  - আইন: ২০০৯\n", "the colon makes a key"),
    (
        "required_documents:\n  - ক\n  -\n  - খ\n",
        "this item of the list is empty",
    ),
    (
        "required_documents:\n  - #১ আবেদন\n",
        "this item of the list is empty",
    ),
    (
        "required_documents: [ক, , খ]\n",
        "one place in this list is empty",
    ),
    ("required_documents: ক\n  - খ\n", "read as more of the text"),
    (
        "required_documents: - ক\n",
        "a list cannot begin on the line of its key",
    ),
    ("required_documents: 12\n", "put a bare number in quotes"),
    ("required_documents:\n  - [ক, খ]\n", "must be one text"),
    ("fee:\n  - ক\n", "must be one text"),
    ("forms: ক\n", "must be a list"),
];

fn charter(text: &str) -> String {
    let indented = text.trim_end().replace('\n', "\n      ");
    format!("services:\n  citizen:\n    - id: first-service\n      {indented}\n")
}

fn in_a_service(text: &str) -> Portal {
    Portal::small().with(FIRST_CHARTER, charter(text))
}

/// One site in which every slip stands in the folder of an office of its own: its file, what was written, what is said.
fn all() -> (Portal, Vec<(String, &'static str, &'static str)>) {
    let of_office = SLIPS
        .into_iter()
        .map(|(text, says)| ("office.yaml", text, says, text.to_owned()));
    let of_service = IN_A_SERVICE
        .into_iter()
        .map(|(text, says)| ("charter.yaml", text, says, charter(text)));
    let mut portal = Portal::small();
    let mut table =
        "id,upazila,officer,post,phone,email,verified_on\nfirst.sample,ক,,clerk,,,\n".to_owned();
    let mut slips = Vec::new();
    for (number, (name, text, says, written)) in of_office.chain(of_service).enumerate() {
        let file = format!("content/dept/offices/o{number}.sample/{name}");
        portal = portal.with(&file, written);
        let _ = writeln!(table, "o{number}.sample,ক{number},,clerk,,,");
        slips.push((file, text, says));
    }
    (portal.with("content/dept/offices.csv", table), slips)
}

/// What is said of a file: from the headline of each of its findings to the next.
fn of_file(outcome: &Outcome, file: &str) -> Vec<String> {
    let said = format!("\n{}{}", outcome.stderr, outcome.stdout);
    let starts = |text: &str| {
        ["\nerror[", "\nভুল["]
            .iter()
            .filter_map(|start| text.find(start))
            .min()
    };
    let mut rest = said.as_str();
    let mut findings = Vec::new();
    while let Some(at) = starts(rest) {
        let end = starts(&rest[at + 1..]).map_or(rest.len(), |end| at + 1 + end);
        findings.push(rest[at..end].to_owned());
        rest = &rest[end..];
    }
    findings.retain(|finding| finding.contains(&format!("--> {file}:")));
    findings
}

#[test]
fn every_slip_is_told_once_in_words_of_its_own() {
    let (portal, slips) = all();
    let outcome = portal.build();
    for (file, text, says) in &slips {
        let findings = of_file(&outcome, file);
        assert_eq!(findings.len(), 1, "{text:?}\n{findings:#?}");
        assert!(findings[0].contains(says), "{text:?}\n{}", findings[0]);
    }
    // The others are built.
    outcome.page("dept.first.sample.gov.bd/index.html");
    let checked = portal.run(&["check"]);
    for (file, text, says) in slips {
        let findings = of_file(&checked, &file);
        assert!(
            findings.iter().any(|said| said.contains(says)),
            "{text:?}\n{findings:#?}"
        );
    }
}

#[test]
fn bangla_messages_hold_no_words_of_the_parser() {
    let (portal, slips) = all();
    let outcome = portal.run(&["build", "--lang", "bn"]);
    for (file, text, _) in slips {
        let findings = of_file(&outcome, &file);
        assert_eq!(findings.len(), 1, "{text:?}");
        let is_said = |line: &&str| line.starts_with("ভুল[") || line.trim_start().starts_with("= ");
        for line in findings[0].lines().filter(is_said) {
            assert_eq!(latin(line), Vec::<&str>::new(), "{text:?}: {line}");
        }
    }
}

/// Words in small Latin letters outside the code, what is quoted, and names of files.
fn latin(line: &str) -> Vec<&str> {
    let said = line.split_once("]: ").map_or(line, |(_, said)| said);
    let outside = said.split('`').step_by(2);
    let words =
        outside.flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.'));
    let is_word = |word: &&str| {
        word.len() > 2
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && !["true", "false", "name"].contains(word)
    };
    words.filter(is_word).collect()
}

#[test]
fn text_behind_a_hash_is_told_wherever_it_is_written() {
    let is_told = |portal: Portal, place: &str, marked: &str| {
        portal.build().succeeds();
        portal.check("cut-by-comment").finds(&[(place, marked)]);
    };
    let office = |text: &str| Portal::small().with(FIRST_YAML, text);
    is_told(
        office("address: বাসা #১২, সড়ক ৩\n"),
        &format!("{FIRST_YAML}:1:15"),
        "#১২, সড়ক ৩",
    );
    is_told(
        office("address: বাসা # ১২\n"),
        &format!("{FIRST_YAML}:1:15"),
        "# ১২",
    );
    is_told(
        office("address: \"বাসা\" #১২\n"),
        &format!("{FIRST_YAML}:1:17"),
        "#১২",
    );
    is_told(
        office("room: ১০২\naddress: #১২, সড়ক ৩\n"),
        &format!("{FIRST_YAML}:2:10"),
        "#১২, সড়ক ৩",
    );
    is_told(
        office("en:\n  address: House\t#12\n"),
        &format!("{FIRST_YAML}:2:18"),
        "#12",
    );
    is_told(
        in_a_service("fee: ৫০ টাকা #প্রতি কপি\n"),
        &format!("{FIRST_CHARTER}:4:20"),
        "#প্রতি কপি",
    );
    is_told(
        in_a_service("required_documents:\n  - ক\n  - আবেদন #২\n"),
        &format!("{FIRST_CHARTER}:6:17"),
        "#২",
    );
    let notice = "---\ntitle: নোটিশ #৫ প্রকাশ\ndate: 2025-01-01\n---\n\nক\n";
    is_told(
        Portal::small().with(NEW_NOTICE, notice),
        &format!("{NEW_NOTICE}:2:14"),
        "#৫ প্রকাশ",
    );
    let shared = |file: &str, from: &str, to: &str| Portal::small().edit(file, from, to);
    is_told(
        shared(
            "content/dept/charter.yaml",
            "vision: নমুনা ভিশন।",
            "vision: নমুনা #১ ভিশন।",
        ),
        "content/dept/charter.yaml:2:15",
        "#১ ভিশন।",
    );
    is_told(
        shared(
            "content/dept/department.yaml",
            "office_name: ",
            "ministry: নমুনা #১\noffice_name: ",
        ),
        "content/dept/department.yaml:2:17",
        "#১",
    );
    is_told(
        shared("content/portal.yaml", "সরকার", "সরকার #১"),
        "content/portal.yaml:1:38",
        "#১",
    );
}

#[test]
fn a_comment_and_a_hash_without_a_space_are_left_alone() {
    for text in [
        "address: বাসা#১২\n",
        "address: \"বাসা #১২\"\n",
        "address: বাসা   # ১২\n",
        "address: বাসা # ঠিক আছে\n",
        "#address: বাসা #১২\naddress: ক\n",
        "address: |\n  বাসা #১২\n",
    ] {
        Portal::small()
            .with(FIRST_YAML, text)
            .check("cut-by-comment")
            .finds(&[]);
    }
}

#[test]
fn lines_of_a_block_and_items_of_a_list_stay_as_they_are() {
    let text = "fee: |\n  ক) ৫০ টাকা\n  খ) ১০০ টাকা\nrequired_documents:\n  - ক\n  - খ\n";
    let portal = in_a_service(text);
    let outcome = portal.build().succeeds();
    let data = outcome.page("dept.first.sample.gov.bd/charter/charter.json");
    assert!(data.contains("\"ক) ৫০ টাকা\\nখ) ১০০ টাকা\""), "{data}");
}
