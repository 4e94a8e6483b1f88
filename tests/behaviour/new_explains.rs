//! The files that `sanad new` writes explain every key, and its help shows how it is called.

use std::fs;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::support::{Portal, files, project};

#[test]
fn help_shows_examples_and_exit_codes() {
    let portal = Portal::small();
    for what in ["", "office", "department", "notice", "page", "site"] {
        let mut arguments = vec!["new", what, "--help"];
        arguments.retain(|word| !word.is_empty());
        let help = portal.run(&arguments).succeeds().stdout;
        let example = format!("  sanad {} ", arguments[..arguments.len() - 1].join(" "));
        assert!(help.contains(&example), "{help}");
        assert!(
            help.contains("Examples:") && help.contains("Exit codes:"),
            "{help}"
        );
    }
    portal.run(&["new"]).faults("Usage: sanad new");
}

/// The keys of the raw shapes in a file of `src/load`, those of one shape only where it is named.
fn keys(file: &str, shape: &str) -> Vec<String> {
    let source = fs::read_to_string(project().join("src/load").join(file)).expect("a source");
    let shapes = source.split("struct Raw").skip(1);
    shapes
        .filter(|raw| raw.starts_with(shape))
        .filter_map(|raw| raw.split_once('{')?.1.split_once('}'))
        .flat_map(|(fields, _)| fields.lines())
        .filter_map(|line| {
            line.trim()
                .trim_start_matches("pub(super) ")
                .split_once(": Option")
        })
        .map(|(key, _)| key.to_owned())
        .collect()
}

fn columns(file: &str) -> Vec<String> {
    let source = fs::read_to_string(project().join("src/load").join(file)).expect("a source");
    let list = source.split_once("_COLUMNS: [&str; ").expect("columns").1;
    let list = list.split_once("= [").expect("a list").1;
    let list = list.split_once(']').expect("its end").0;
    let columns = list
        .split(',')
        .map(|name| name.trim().trim_matches('"').to_owned());
    columns.filter(|name| !name.is_empty()).collect()
}

/// What the commented files say in their comments.
fn template(name: &str) -> String {
    fs::read_to_string(project().join("src/scaffold").join(name)).expect("a template")
}

#[test]
fn every_key_is_explained_in_the_file_that_may_hold_it() {
    let mut seen = 0;
    for (source, shape, file) in [
        ("country.rs", "", "portal.yaml"),
        ("holidays.rs", "", "portal.yaml"),
        ("raw_department.rs", "", "department.yaml"),
        ("raw_charter.rs", "", "charter.yaml"),
        ("office_charter.rs", "", "charter.yaml"),
        ("office_values.rs", "", "office.yaml"),
        ("raw_page.rs", "Page", "page.md"),
        ("raw_page.rs", "Notice", "notice.md"),
    ] {
        let comments: String = template(file)
            .lines()
            .filter_map(|line| line.split_once("# ").map(|(_, comment)| comment))
            .fold(String::new(), |all, line| all + line + "\n");
        let words: Vec<&str> = comments
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .collect();
        for key in keys(source, shape) {
            assert!(
                words.contains(&key.as_str()),
                "{file} does not explain `{key}`"
            );
            seen += 1;
        }
    }
    assert!(seen > 50, "the keys are read from the source");
    for (source, file) in [
        ("office_values.rs", "offices.csv"),
        ("district_table.rs", "districts.csv"),
    ] {
        let header = template(file).lines().next().expect("a header").to_owned();
        assert_eq!(
            header.split(',').collect::<Vec<_>>(),
            columns(source),
            "{file}"
        );
        let explained = template("department.yaml");
        for column in columns(source) {
            assert!(
                explained.contains(&column),
                "department.yaml does not explain `{column}`"
            );
        }
    }
}

#[test]
fn what_is_only_commented_out_can_be_uncommented() {
    let portal = Portal::small();
    portal.run(&["new", "office", "second.sample"]).succeeds();
    portal
        .run(&["new", "notice", "first.sample", "এক"])
        .succeeds();
    portal
        .run(&["new", "page", "first.sample", "দুই"])
        .succeeds();
    let own = "content/dept/offices/second.sample/office.yaml";
    let first = "content/dept/offices/first.sample/";
    let mut portal = portal;
    for (file, shape) in [
        (own.to_owned(), ""),
        (format!("{first}notices/এক.md"), "Notice"),
        (format!("{first}pages/দুই.md"), "Page"),
    ] {
        let names = if shape.is_empty() {
            keys("office_values.rs", "")
        } else {
            keys("raw_page.rs", shape)
        };
        // A key is explained first; the line that can be used is the last that begins with it.
        let written = portal.text(&file);
        let mut lines: Vec<String> = written.lines().map(str::to_owned).collect();
        for name in names.iter().filter(|name| *name != "vacant") {
            let commented = format!("# {name}: ");
            let in_use = format!("{name}: ");
            if lines.iter().any(|line| line.starts_with(&in_use)) {
                continue;
            }
            let line = lines
                .iter_mut()
                .rev()
                .find(|line| line.starts_with(&commented));
            let line = line.unwrap_or_else(|| panic!("{file} has no line for {name}"));
            line.drain(.."# ".len());
        }
        portal = portal.with(
            &file,
            lines.join("\n").replace("draft: true", "draft: false") + "\n",
        );
    }
    portal.build().succeeds();
}

#[test]
fn the_texts_are_nfc() {
    for (name, bytes) in files(&project().join("src/scaffold")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(
            ComposingNormalizerBorrowed::new_nfc().is_normalized(&text),
            "{name}"
        );
    }
}
