//! Content comes from strangers, and is shown at a terminal: nothing in it may be obeyed there.

use std::process::{Command, Stdio};

use crate::support::Portal;
use crate::support::paths::FIRST_FOLDER;

const TITLE_OF_WINDOW: &str = "a\u{1b}]0;pwned\u{7}.pdf";
const TURNED_ROUND: &str = "a\u{202e}fdp.exe";

/// Runs the program as at a terminal, where colours stay, and gives all that it says.
fn said(portal: &Portal, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .args(arguments)
        .env("LC_ALL", "C")
        .env_remove("NO_COLOR")
        .env("CLICOLOR_FORCE", "1")
        .current_dir(portal.path(""))
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

/// Nothing that a terminal obeys but line breaks and the colours that are the program's own.
#[track_caller]
fn obeys_nothing(said: &str) {
    let directions = ['\u{200e}', '\u{200f}', '\u{202e}', '\u{2066}'];
    let mut rest = said;
    while let Some(at) =
        rest.find(|c: char| (c.is_control() && c != '\n') || directions.contains(&c))
    {
        let colour = rest[at..].strip_prefix("\u{1b}[").and_then(|after| {
            let end = after.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            after[end..].strip_prefix('m')
        });
        let Some(after) = colour else {
            panic!("{:?} in\n{said:?}", &rest[at..]);
        };
        rest = after;
    }
}

fn with_file(name: &str) -> Portal {
    let path = format!("{FIRST_FOLDER}/files/{name}");
    let notice = format!(
        "---\ntitle: নমুনা\ndate: 2025-06-01\nattachments:\n  - {}\n---\n\nলেখা।\n",
        serde_json::to_string(&format!("{name}.lost")).expect("JSON")
    );
    Portal::small()
        .with(&path, "a file")
        .with(&format!("{FIRST_FOLDER}/notices/attached.md"), notice)
}

#[test]
fn names_of_files_are_not_obeyed() {
    for name in [TITLE_OF_WINDOW, TURNED_ROUND] {
        let portal = with_file(name);
        for arguments in [&["build"][..], &["check"], &["show", "first.sample"]] {
            let said = said(&portal, arguments);
            obeys_nothing(&said);
            // Not left out, either.
            let letters = if name == TURNED_ROUND {
                "afdp.exe"
            } else {
                "a]0;pwned.pdf"
            };
            assert!(
                arguments[0] == "show" || said.contains(letters),
                "{arguments:?}: {said}"
            );
        }
    }
}

#[test]
fn values_are_not_obeyed() {
    let address = "address: \"নমুনা সড়ক \\e[31m \\e]0;pwned\\a \\u202E উপরে\"\n";
    let portal = Portal::small().with(&format!("{FIRST_FOLDER}/office.yaml"), address);
    for arguments in [&["build"][..], &["check"], &["show", "first.sample"]] {
        obeys_nothing(&said(&portal, arguments).replace("\u{1b}[31m\u{1b}[1m", ""));
    }
    let shown = said(&portal, &["show", "first.sample"]);
    assert!(
        !shown.contains("\u{1b}[31m"),
        "a colour of the content: {shown}"
    );
}

#[test]
fn values_that_are_wrong_are_not_obeyed() {
    for value in [
        "host: \"\\e]0;pwned\\a\"\n",
        "\"\\e[2J\": 1\n",
        "phone: \"\\e[2J\\u2066\"\n",
    ] {
        let portal = Portal::small().with(&format!("{FIRST_FOLDER}/office.yaml"), value);
        for arguments in [&["build"][..], &["check"], &["check", "--lang", "bn"]] {
            let said = said(&portal, arguments);
            obeys_nothing(&said);
            assert!(said.contains("office.yaml"), "{value}: {said}");
        }
    }
}

#[test]
fn what_was_corrected_is_not_obeyed() {
    let notice = format!("{FIRST_FOLDER}/notices/escape.md");
    let text = "---\ntitle: নমুনা\ndate: 2025-06-01\n---\n\nউর্ধ্বতন \u{1b}]0;pwned\u{7} \u{1b}[2J\n";
    let portal = Portal::small().with(&notice, text);
    let said = said(&portal, &["check", "--fix"]);
    assert!(said.contains("--- ") && said.contains("ঊর্ধ্বতন"), "{said}");
    obeys_nothing(&said);
}

#[test]
fn paths_in_faults_are_not_obeyed() {
    let name = "\u{1b}]0;pwned\u{7}";
    let portal = Portal::small();
    for arguments in [
        ["build", "--content", name],
        ["build", "--themes", name],
        ["show", "first.sample", "--content"],
        ["build", "--out", name],
    ] {
        let arguments = match arguments {
            ["show", id, option] => vec!["show", id, option, name],
            others => others.to_vec(),
        };
        obeys_nothing(&said(&portal, &arguments));
    }
}

#[test]
fn data_for_programs_holds_all_of_a_name() {
    let portal = with_file(TITLE_OF_WINDOW);
    for format in ["json", "sarif"] {
        let said = portal.run(&["check", "--format", format]).stdout;
        obeys_nothing(&said);
        // SARIF knows places as addresses, whose signs are escaped in their own way.
        let names = ["a\\u001b]0;pwned\\u0007.pdf", "a%1B%5D0%3Bpwned%07.pdf"];
        assert!(names.iter().any(|name| said.contains(name)), "{said}");
    }
}
