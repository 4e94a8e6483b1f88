//! What one office or one table writes costs a build no more than a moment, however it is written: every reader and every
//! report has limits, and says which of them was passed.
//!
//! Times and sizes here are for the program as it is developed, which is many times slower than the one that is used;
//! README has the figures of that.

use std::process::Command;

use crate::support::drawing;
use crate::support::paths::{FIRST_YAML, NEW_NOTICE, OFFICES};
use crate::support::{Portal, notice};

/// Seconds of a processor that no run may take, and kilobytes of addresses that it may use.
const SECONDS: u32 = 20;
const KILOBYTES: u32 = 800_000;

/// Builds and checks within the limits; gives the codes of what the build found, in order, each once.
#[track_caller]
fn codes(portal: &Portal) -> Vec<String> {
    let mut codes = Vec::new();
    for command in ["build", "check"] {
        let script =
            format!("ulimit -t {SECONDS}; ulimit -v {KILOBYTES}; exec \"$0\" {command} --jobs 1");
        let script = script.replace("check --jobs 1", "check");
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_sanad")])
            .env("LC_ALL", "C")
            .current_dir(portal.path(""))
            .output()
            .expect("bash runs");
        let said = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&said);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{command}: {:?} {}",
            output.status,
            &text[..text.len().min(2000)]
        );
        // A hundred findings of a kind, each of a few lines.
        assert!(said.len() < 300_000, "{command} says {} bytes", said.len());
        if command == "build" {
            let found = text
                .lines()
                .filter_map(|line| line.strip_prefix("error[")?.split(']').next());
            for code in found {
                if !codes.iter().any(|known| known == code) {
                    codes.push(code.to_owned());
                }
            }
        }
    }
    codes
}

#[track_caller]
fn refused(portal: &Portal, expected: &[&str]) {
    assert_eq!(codes(portal), expected);
    // The others stand.
    assert!(
        portal
            .path("public/dept.second.sample.gov.bd/index.html")
            .is_file()
    );
}

#[test]
fn a_text_that_nobody_can_have_written_is_refused_at_once() {
    let many = 20_000;
    let on_one_line = [
        "![".repeat(many) + &"](/a.jpg)".repeat(many),
        "[ক](b) ".repeat(many),
        "{nobody} ".repeat(many),
        "া".repeat(66_000),
        "উর্ধ্বতন ".repeat(8_000),
        "{".repeat(200_000),
        "ঃ".repeat(60_000),
    ];
    for text in on_one_line {
        refused(
            &Portal::small().with(NEW_NOTICE, notice(&text)),
            &["line-too-long"],
        );
    }
}

#[test]
fn findings_are_counted_where_nobody_would_read_them() {
    let lines = |line: &str, many| format!("{line}\n\n").repeat(many);
    for (text, expected) in [
        (lines("<b>ক</b>", 20_000), vec!["raw-html", "more-findings"]),
        (
            lines("[ক](b)", 20_000),
            vec!["relative-link", "more-findings"],
        ),
        (
            lines("{nobody}", 20_000),
            vec!["unknown-placeholder", "more-findings"],
        ),
        (lines("াাা উর্ধ্বতন র", 6_000), vec![]),
        (lines("# ক", 10_000), vec![]),
        (lines(&"{".repeat(1_000), 250), vec![]),
        (lines(&"![".repeat(900), 20), vec![]),
        (
            lines(&("![".repeat(900) + &"](/a.jpg)".repeat(900)), 20),
            vec!["too-deep", "missing-page"],
        ),
        (format!("{}ক", "> ".repeat(5_000)), vec!["too-deep"]),
        // What nothing came of is looked for once, and told by a check.
        (lines(&"](".repeat(6_000), 20), vec![]),
        (lines(&"[^".repeat(6_000), 20), vec![]),
        (
            "**ক ".repeat(2_000) + &"ক* \n".repeat(40_000),
            vec!["too-deep"],
        ),
        ("ক\n**খ ".repeat(16_000) + &"ক~~ \n".repeat(9_000), vec![]),
        (
            "ক[^a]\n".repeat(12_000) + "\n" + &lines("[^b]: ক", 12_000),
            vec![],
        ),
        (
            format!("{}ক\n", "ক\t".repeat(100)) + &"ক\tখ\n".repeat(31_000),
            vec![],
        ),
        ("১. ক\n".repeat(29_000), vec![]),
        ("    ক\n".repeat(31_000), vec![]),
        ("ক | খ\nগ\n".repeat(18_000), vec![]),
        ("ক\n".repeat(100_000), vec!["file-too-large"]),
    ] {
        let portal = Portal::small().with(NEW_NOTICE, notice(&text));
        assert_eq!(
            codes(&portal),
            expected,
            "{}",
            &text[..40.min(text.floor_char_boundary(40))]
        );
    }
}

#[test]
fn the_rest_is_counted_and_weighs_what_it_weighs() {
    let portal = Portal::small().with(NEW_NOTICE, notice(&"[ক](b)\n\n".repeat(160)));
    let outcome = portal
        .build()
        .says("there are 60 more findings `relative-link` in this file");
    assert_eq!(outcome.code, 1);
    let findings = outcome.findings();
    assert_eq!(findings.len(), 101);
    // Mistakes come before doubts, wherever they stand.
    let doubts = "উর্ধ্বতন\n\n".repeat(160);
    let outcome = Portal::small()
        .with(NEW_NOTICE, notice(&format!("{doubts}[ক](b)")))
        .run(&["check"]);
    assert!(
        outcome.stdout.contains("relative-link"),
        "{}",
        outcome.stdout
    );
    assert!(
        outcome.stdout.contains("60 more findings `misspelling`"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn all_corrections_are_written_also_those_that_are_not_shown() {
    let portal = Portal::small().with(NEW_NOTICE, notice(&"উর্ধ্বতন\n\n".repeat(500)));
    assert_eq!(portal.mended(NEW_NOTICE), notice(&"ঊর্ধ্বতন\n\n".repeat(500)));
}

#[test]
fn an_excerpt_is_never_longer_than_anybody_reads() {
    let long = "অ".repeat(2_500);
    let portal = Portal::small().with(NEW_NOTICE, notice(&format!("{long}[ক](x{long})")));
    for format in ["text", "json", "sarif"] {
        let outcome = portal.run(&["check", "--only", "relative-link", "--format", format]);
        assert!(outcome.stdout.contains("relative-link"));
        assert!(
            outcome.stdout.len() < 20_000 + 3 * 2 * long.len(),
            "{format}: {}",
            outcome.stdout.len()
        );
    }
}

#[test]
fn long_titles_and_values_are_refused_at_their_key() {
    let long = "ক".repeat(301);
    Portal::small()
        .with(
            NEW_NOTICE,
            notice("ক").replace("title: ক", &format!("title: {long}")),
        )
        .build()
        .reports(&[("too-long", &format!("{NEW_NOTICE}:2:8"), &"ক".repeat(200))]);
    Portal::small()
        .with(FIRST_YAML, format!("officer: {long}\n"))
        .build()
        .reports(&[("too-long", &format!("{FIRST_YAML}:1:10"), &"ক".repeat(200))]);
    let lines = format!("{}\n  ", "ক".repeat(2_000)).repeat(11);
    refused(
        &Portal::small().with(FIRST_YAML, format!("address: |\n  {lines}\n")),
        &["too-long"],
    );
    let outcome = Portal::small().edit(OFFICES, "নমুনা কর্মকর্তা", &long).build();
    assert_eq!(outcome.findings()[0].code, "too-long");
    // The office that is not read any more keeps its portal.
    assert_eq!(outcome.code, 1);
}

#[test]
fn a_table_has_as_many_columns_and_rows_as_a_country_needs() {
    let header = "id,upazila,".to_owned() + &"x,".repeat(60_000);
    assert_eq!(
        codes(&Portal::small().with(OFFICES, header)),
        ["too-many-columns", "unknown-office"]
    );
    let table = std::fs::read_to_string(Portal::small().path(OFFICES)).expect("the table");
    let junk = format!("{table}{}", "x\n".repeat(80_000));
    assert_eq!(
        codes(&Portal::small().with(OFFICES, junk)),
        ["bad-office-id", "more-findings"]
    );
    let junk = format!("{table}{}", "x,x,x,x,x,x,x\n".repeat(110_000));
    assert_eq!(
        codes(&Portal::small().with(OFFICES, junk)),
        ["too-many-rows", "bad-office-id", "more-findings"]
    );
    let cell = format!("{table}fourth.sample,{},,clerk,,,\n", "ক".repeat(40_000));
    assert_eq!(codes(&Portal::small().with(OFFICES, cell)), ["too-long"]);
}

#[test]
fn a_folder_holds_no_more_than_an_office_can_mean() {
    let mut portal = Portal::small();
    for number in 0..5_001 {
        portal = portal.with(
            &format!("content/dept/offices/first.sample/notices/n-{number}.md"),
            "x",
        );
    }
    refused(&portal, &["too-many-files"]);
}

#[test]
fn pictures_with_absurd_sides_are_refused_before_they_are_decoded() {
    for (width, height) in [(1, 40_000_000), (20_000, 2), (7_200, 7_200)] {
        let portal = Portal::small()
            .with(
                "content/dept/offices/first.sample/files/p.png",
                drawing::only_the_head(width, height),
            )
            .with(NEW_NOTICE, notice("![ক](/files/p.png)"));
        refused(&portal, &["picture-too-large"]);
    }
}

#[test]
fn a_profile_of_colours_that_is_larger_than_memory_is_passed_over() {
    let portal = Portal::small()
        .with(
            "content/dept/offices/first.sample/files/p.png",
            drawing::with_a_bomb(),
        )
        .with(NEW_NOTICE, notice("![ক](/files/p.png)"));
    assert!(codes(&portal).is_empty());
}
