//! README's examples are run: its content builds, it names every key that exists, its commands work.

use std::collections::BTreeSet;

use sanad::diagnostic::{Severity, catalogue};

use crate::support::readme::{blocks, readme, site};
use crate::support::{Portal, files, project, text_of_project};

#[test]
fn the_content_in_readme_builds() {
    let outcome = site().build().succeeds();
    assert!(
        !outcome
            .page("dept.first.sample.gov.bd/index.html")
            .contains("নমুনা সেবা"),
        "withdrawn"
    );
    assert!(
        outcome
            .page("portal.second.example/index.html")
            .contains("নিজস্ব সেবা")
    );
    assert!(
        outcome
            .page("portal.second.example/charter/index.html")
            .contains("নমুনা উপ-পরিচালক")
    );
}

#[test]
fn readme_shows_every_key_that_can_be_written() {
    let shown: String = blocks()
        .into_iter()
        .filter(|block| block.file.is_some())
        .map(|block| block.text)
        .collect();
    let mut keys = 0;
    for (name, bytes) in files(&project().join("src/load")) {
        if name == "theme.rs" {
            continue;
        }
        let source = String::from_utf8(bytes).expect("UTF-8");
        for raw in source.split("struct Raw").skip(1) {
            let fields = raw
                .split_once('{')
                .and_then(|(_, rest)| rest.split_once('}'))
                .expect("a struct")
                .0;
            for key in fields.lines().filter_map(|line| {
                line.trim()
                    .trim_start_matches("pub(super) ")
                    .split_once(": Option")
                    .map(|(key, _)| key)
            }) {
                assert!(
                    shown.contains(&format!("{key}:")),
                    "{name}: README does not show `{key}`"
                );
                keys += 1;
            }
        }
    }
    assert!(keys > 40, "the keys are read from the source");
}

#[test]
fn the_commands_in_readme_work() {
    let portal = Portal::real();
    let mut ran = 0;
    for block in blocks().into_iter().filter(|block| block.language == "sh") {
        for arguments in block
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("cargo run -- "))
        {
            let arguments: Vec<&str> = arguments.split_whitespace().collect();
            portal.run(&arguments).succeeds();
            ran += 1;
        }
    }
    assert!(ran >= 4, "README shows commands");
    assert!(
        readme().contains("```sh\ncargo test\n```"),
        "README names the test command that .ci/run calls"
    );
}

#[test]
fn the_mistake_in_readme_is_shown_by_the_program_just_so() {
    let outcome = Portal::real()
        .edit("content/doict/offices.csv", "০১৭৮১২৭১৯৩৪", "০১৭৮১২২৭১৯৩৪")
        .build();
    let shown = outcome
        .stderr
        .split("\n\n")
        .next()
        .expect("a finding")
        .trim_end();
    assert!(readme().contains(shown), "README does not show\n{shown}");
}

#[test]
fn the_doubt_in_readme_is_shown_by_the_program_just_so() {
    let outcome = Portal::real()
        .edit(
            "content/doict/charter.yaml",
            "স্বয়ংসম্পূর্ণ আবেদন জমা প্রদান",
            "উর্ধ্বতন কর্তৃপক্ষের নির্দেশ অনুসরণ করা",
        )
        .check("misspelling");
    let shown = outcome
        .stdout
        .split("\n\n")
        .next()
        .expect("a finding")
        .trim_end();
    assert!(readme().contains(shown), "README does not show\n{shown}");
}

#[test]
fn readme_lists_every_code_with_its_family_and_weight() {
    let readme = readme();
    let items = catalogue::items();
    let families: BTreeSet<&str> = items.iter().map(|item| item.family).collect();
    for family in families {
        let codes = |severity| {
            let of_family = items
                .iter()
                .filter(|item| item.family == family && item.severity == severity);
            let codes: Vec<String> = of_family.map(|item| format!("`{}`", item.name)).collect();
            codes.join(", ")
        };
        let row = format!(
            "| {family} | {} | {} | {} |",
            codes(Severity::Error),
            codes(Severity::Warning),
            codes(Severity::Note)
        );
        assert!(readme.contains(&row), "README lacks the row\n{row}");
    }
}

#[test]
fn every_module_stands_on_the_map() {
    let map = text_of_project("src/README.md");
    let named: Vec<&str> = map
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .collect();
    for (name, _) in files(&project().join("src")) {
        let top = name
            .split_once('/')
            .map_or(name.clone(), |(folder, _)| format!("{folder}/"));
        let is_map = matches!(&*top, "lib.rs" | "README.md");
        // A folder that stands beside a file of its name is the same module.
        let file = top.replace('/', ".rs");
        assert!(
            is_map || named.contains(&&*top) || named.contains(&&*file),
            "the map lacks {top}"
        );
    }
}

#[test]
fn continuous_integration_calls_the_same_command() {
    let script = text_of_project(".ci/run");
    assert!(
        script
            .lines()
            .any(|line| line.trim().trim_start_matches("pub(super) ") == "cargo test"),
        ".ci/run calls `cargo test`"
    );
}
