//! A broken theme is reported at its place in the template, and nothing is replaced.

use crate::portal::Portal;

const HOME: &str = "themes/portal/templates/home.html";
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
        .with(HOME, "<h1>ক</h1>\n<p>{{ office.nmae }}</p>\n")
        .build()
        .reports(&[("template", "themes/portal/templates/home.html:2:14", "nmae")])
        .says("`home.html`");
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

#[test]
fn a_missing_template_is_reported() {
    Portal::small()
        .without(HOME)
        .build()
        .reports(&[("missing-template", "themes/portal/theme.yaml:1:1", "")])
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
