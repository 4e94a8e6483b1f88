//! README's examples are run: its content builds, it names every key that exists, its commands work.

use std::collections::BTreeSet;
use std::fs;

use sanad::diagnostic::{Severity, catalogue};

use crate::portal::{Portal, files, project};

/// A fenced block: the words behind the fence, and its text.
struct Block {
    language: String,
    file: Option<String>,
    text: String,
}

fn readme() -> String {
    fs::read_to_string(project().join("README.md")).expect("README.md")
}

fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in readme().lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                let mut words = info.split_whitespace().map(str::to_owned);
                open = Some(Block {
                    language: words.next().unwrap_or_default(),
                    file: words.next(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// A site that holds nothing but what README shows, and the file that a form of it names.
pub(crate) fn site() -> Portal {
    let portal = Portal::small()
        .without("content")
        .with("content/dept/files/application.pdf", "a form");
    blocks()
        .into_iter()
        .filter_map(|block| Some((block.file?, block.text)))
        .fold(portal, |portal, (file, text)| portal.with(&file, text))
}

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
    let map = std::fs::read_to_string(project().join("src/README.md")).expect("the map");
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
    let script = fs::read_to_string(project().join(".ci/run")).expect(".ci/run");
    assert!(
        script
            .lines()
            .any(|line| line.trim().trim_start_matches("pub(super) ") == "cargo test"),
        ".ci/run calls `cargo test`"
    );
}
