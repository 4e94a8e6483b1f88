//! What stands at the terminal, word for word: in both languages, with colours and without. `UPDATE_GOLDEN=1 cargo test`
//! rewrites it.

use std::process::{Command, Stdio};

use crate::support::golden::{Texts, looks_as_it_did};
use crate::support::paths::{CHARTER, OFFICES, TRAINING};
use crate::support::{Portal, without_progress};

/// Mistakes in a table, in YAML and in Markdown, of which one stands in many places; words that are doubted; what can be mended.
fn faulty() -> Portal {
    Portal::small()
        .edit(OFFICES, "01700000000", "017000000000")
        .edit(OFFICES, ",clerk,,,2025-06-30", ",clrk,,,2025-06-30")
        .edit(CHARTER, "      fee: ৫০ টাকা", "      fe: ৫০ টাকা")
        .edit(CHARTER, "০৫ (পাঁচ) কার্যদিবস", "তাৎক্ষনিক")
        .edit(CHARTER, "নমুনা প্রত্যাশা", "সরকারী কার্যালয়")
        .with(
            TRAINING,
            "---\ntitle: প্রশিক্ষণ\n---\n[নেই](/nowhere) <b>খ</b>\n",
        )
}

/// All that the program says and how it ends, with the figures left out that the machine decides.
fn said(portal: &Portal, arguments: &[&str], colours: bool) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sanad"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        program.env_remove(name);
    }
    if colours {
        program.env("CLICOLOR_FORCE", "1");
    }
    let output = program
        .args(arguments)
        .env("LC_ALL", "C")
        .current_dir(portal.path(""))
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{1b}', "␛");
    let code = output.status.code().expect("no signal");
    let (out, error) = (
        text(&output.stdout),
        without_progress(&text(&output.stderr)),
    );
    let out: String = out.split_inclusive('\n').map(without_time).collect();
    format!(
        "$ sanad {}\n{out}--- on the error output ---\n{error}--- exit {code} ---\n",
        arguments.join(" ")
    )
}

/// `… 0 removed; 12 KB in 0.3 s`: the end is the machine's.
fn without_time(line: &str) -> String {
    match line.rsplit_once("; ") {
        Some((start, end)) if end.contains(" KB in ") || end.contains("কিলোবাইট") =>
        {
            format!("{start}; …\n")
        }
        _ => line.to_owned(),
    }
}

#[test]
fn mistakes_and_doubts_are_told_as_they_were() {
    let portal = faulty();
    let mut all = Texts::new();
    for language in ["en", "bn"] {
        for (kind, colours) in [("plain", false), ("colours", true)] {
            for (name, arguments) in [
                ("build", &["build", "--jobs", "1", "--lang", language][..]),
                (
                    "check",
                    &["check", "--today", "2025-07-01", "--lang", language],
                ),
            ] {
                let said = said(&portal, arguments, colours);
                all.insert(format!("{name}.{language}.{kind}.txt"), said);
            }
        }
        let explained = ["check", "--explain", "phone-length", "--lang", language];
        let explained = said(&portal, &explained, false);
        all.insert(format!("explain.{language}.txt"), explained);
    }
    looks_as_it_did("terminal/mistakes", &all);
}

#[test]
fn what_an_office_shows_is_told_as_it_was() {
    let portal = Portal::small();
    let mut all = Texts::new();
    for (kind, colours) in [("plain", false), ("colours", true)] {
        let said = said(&portal, &["show", "first.sample"], colours);
        all.insert(format!("show.{kind}.txt"), said);
    }
    let nobody = said(&portal, &["show", "frist.sample"], false);
    all.insert("show.unknown.txt".to_owned(), nobody);
    looks_as_it_did("terminal/show", &all);
}

#[test]
fn help_is_what_it_was() {
    let portal = Portal::small();
    let mut all = Texts::new();
    for command in ["", "build", "check", "serve", "show", "new", "schema"] {
        let arguments = [command, "--help"];
        let from = usize::from(command.is_empty());
        let name = if command.is_empty() { "sanad" } else { command };
        let help = said(&portal, &arguments[from..], false);
        all.insert(format!("{name}.txt"), help);
    }
    looks_as_it_did("terminal/help", &all);
}
