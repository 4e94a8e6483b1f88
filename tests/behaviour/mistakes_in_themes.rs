//! A broken theme is reported at its place in the template, and nothing is replaced.

use std::collections::BTreeSet;

use crate::portal::{Portal, files, project};

const HOME: &str = "themes/portal/templates/home.html";
const PERSON: &str = "themes/portal/templates/parts/person.html";
const SETTINGS: &str = "themes/portal/theme.yaml";
const STRINGS: &str = "themes/portal/strings/bn.yaml";

#[test]
fn a_template_that_cannot_be_read_is_reported_at_its_line() {
    let portal = Portal::small().with(HOME, "<h1>\n{% if %}</h1>\n");
    let outcome = portal.build();
    let finding = &outcome.findings()[0];
    assert_eq!(
        (finding.code.as_str(), outcome.code),
        ("template", 1),
        "{}",
        outcome.stderr
    );
    assert!(
        finding
            .place
            .starts_with("themes/portal/templates/home.html:2:"),
        "{}",
        finding.place
    );
}

#[test]
fn a_value_that_no_template_receives_is_reported_at_its_place() {
    Portal::small()
        .with(PERSON, "<h1>ক</h1>\n<p>{{ office.nmae }}</p>\n")
        .build()
        .reports(&[("template", &format!("{PERSON}:2:14"), "nmae")])
        .says("`parts/person.html`");
}

#[test]
fn a_value_that_the_theme_does_not_give_to_a_template_is_reported_at_its_place() {
    Portal::small()
        .with(HOME, "<h1>ক</h1>\n<p>{{ office.name }}</p>\n")
        .build()
        .reports(&[(
            "template",
            "themes/portal/templates/home.html:2:7",
            "office",
        )])
        .says("`receives`");
}

#[test]
fn a_template_that_the_theme_does_not_list_receives_everything() {
    let outcome = Portal::small()
        .edit(SETTINGS, "  home: [tables]\n", "")
        .with(HOME, "<h1>{{ office.name }}, {{ steps | length }}</h1>\n")
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/index.html");
    assert!(html.contains("<h1>উপজেলা নমুনা কার্যালয়, 1</h1>"), "{html}");
}

#[test]
fn an_unknown_template_or_value_in_the_theme_is_reported_at_its_place() {
    Portal::small()
        .edit(SETTINGS, "  home: [tables]", "  hom: [tabels]")
        .build()
        .reports(&[
            ("unknown-template", &format!("{SETTINGS}:11:3"), "hom"),
            ("unknown-value", &format!("{SETTINGS}:11:9"), "tabels"),
        ]);
}

#[test]
fn an_unknown_part_or_one_within_itself_is_reported() {
    Portal::small()
        .with(HOME, "<h1>ক</h1>{{ part(name=\"prson\") }}\n")
        .build()
        .says("parts/prson.html is missing");
    let outcome = Portal::small()
        .with(PERSON, "<p>ক</p>{{ part(name=\"person\") }}\n")
        .build();
    assert_eq!(
        outcome.findings()[0].place,
        format!("{PERSON}:1:1"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn shared_text_that_a_template_cuts_is_still_right_for_each_office() {
    // The department's version holds marks in place of an office's words; a filter that changes them makes it useless.
    let outcome = Portal::small()
        .edit(
            "content/dept/charter.yaml",
            "vision: নমুনা",
            "vision: জেলা {district},",
        )
        .edit(
            "themes/portal/templates/vision-mission.html",
            "{{ charter.vision }}",
            "{{ charter.vision | truncate(length=8, end=\"\") }}",
        )
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/vision-mission/index.html");
    assert!(html.contains("<p>জেলা নমু</p>"), "{html}");
}

#[test]
fn a_missing_string_is_reported() {
    let outcome = Portal::small()
        .edit(STRINGS, "which_service:", "whichservice:")
        .build();
    assert_eq!(outcome.findings()[0].code, "template", "{}", outcome.stderr);
    Portal::small()
        .edit(STRINGS, "month_6: জুন\n", "")
        .build()
        .reports(&[("missing-string", "themes/portal/strings/bn.yaml:1:1", "")])
        .says("month_6");
}

/// A string that a page asks for and nobody has written would leave a hole in it: a fee that says nothing.
#[test]
fn every_string_that_the_code_asks_for_by_name_is_missed() {
    let sources = files(&project().join("src"));
    let asked: BTreeSet<String> = sources
        .iter()
        .flat_map(|(_, bytes)| {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            ["wording.string(\"", ".counted(\""].map(|call| text.split(call).skip(1))
        })
        .flatten()
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, _)| key.to_owned())
        // Further words for the search, which a theme may have.
        .filter(|key| !key.starts_with("find_"))
        .collect();
    assert!(asked.contains("taka"), "{asked:?}");
    let written = std::fs::read_to_string(project().join(STRINGS)).expect("the strings");
    for key in asked {
        let without: String = written
            .split_inclusive('\n')
            .filter(|line| !line.starts_with(&format!("{key}:")))
            .collect();
        assert_ne!(without, written, "{key} stands nowhere");
        Portal::small()
            .with(STRINGS, without)
            .build()
            .reports(&[("missing-string", "themes/portal/strings/bn.yaml:1:1", "")])
            .says(&key);
    }
}

#[test]
fn a_missing_template_is_reported() {
    Portal::small()
        .without(HOME)
        .build()
        .reports(&[
            ("missing-template", "themes/portal/theme.yaml:1:1", ""),
            ("unknown-template", "themes/portal/theme.yaml:11:3", "home"),
        ])
        .says("home.html");
}

#[test]
fn a_broken_theme_leaves_every_portal_as_it_was() {
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    let portal = portal.with(HOME, "{{ nothing }}").edit(
        "content/dept/charter.yaml",
        "নমুনা ভিশন",
        "নতুন ভিশন",
    );
    assert_eq!(portal.build().code, 1);
    assert_eq!(portal.output(), before);
}
