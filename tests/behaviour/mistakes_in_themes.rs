//! A broken theme is reported at its place in the template, and nothing is replaced.

use std::collections::BTreeSet;

use crate::support::{Portal, files, project, text_of_project};

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
fn a_template_has_whatever_it_names_without_a_list() {
    let outcome = Portal::small()
        .with(
            HOME,
            "<h1>{{ office.name }}, {{ steps | length }}</h1>{% include \"parts/approved.html\" %}\n",
        )
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/index.html");
    assert!(html.contains("<h1>উপজেলা নমুনা কার্যালয়, 1</h1>"), "{html}");
    assert!(html.contains("data-due="), "{html}");
}

/// Themes once had to say which values a template receives.
#[test]
fn a_theme_that_still_lists_what_its_templates_receive_is_told_in_both_languages() {
    let portal = Portal::small().with(SETTINGS, "name: portal\nreceives:\n  home: [tables]\n");
    portal
        .build()
        .reports(&[("unknown-key", &format!("{SETTINGS}:2:1"), "receives")]);
    portal
        .run(&["build", "--lang", "bn"])
        .says("ভুল[unknown-key]: `receives` কী-টি এখানে থাকার কথা নয়");
}

#[test]
fn an_unknown_template_or_one_within_itself_is_reported() {
    for text in [
        "<h1>ক</h1>{% include \"parts/prson.html\" %}\n",
        "<h1>ক</h1>{% if 1 > 2 %}{% include \"parts/prson.html\" %}{% endif %}\n",
    ] {
        let at = text
            .find("\"parts")
            .map(|at| text[..at].chars().count() + 1)
            .expect("an include");
        Portal::small().with(HOME, text).build().reports(&[(
            "template",
            &format!("{HOME}:1:{at}"),
            "\"parts/prson.html\"",
        )]);
    }
    let outcome = Portal::small()
        .with(PERSON, "<p>ক</p>{% include \"parts/person.html\" %}\n")
        .build();
    assert_eq!(
        outcome.findings()[0].place,
        format!("{PERSON}:1:1"),
        "{}",
        outcome.stderr
    );
}

/// What is included sees what is around it, whether it is made on its own or printed where it stands.
#[test]
fn an_included_template_sees_what_is_around_it() {
    let portal = Portal::small()
        .with(
            "themes/portal/templates/services.html",
            "{% set mark = \"<b>x</b>\" | safe %}<ul>{% for table in tables %}{% for service in table.services %}\
             <li>{% include \"parts/item.html\" %}</li>{% endfor %}{% endfor %}</ul>\n",
        )
        .with(
            "themes/portal/templates/parts/item.html",
            "{{ mark }} {{ service.name }} {{ service.required_documents | length }} {{ office.upazila }}\n",
        );
    let name = "dept.first.sample.gov.bd/services/index.html";
    let piece = portal.build().succeeds().page(name);
    assert!(
        piece.contains("<li><b>x</b> প্রথম নমুনা সেবা 2 নমুনাপুর</li>"),
        "{piece}"
    );
    // An element that the template leaves open makes it one that is printed where it stands.
    let portal = portal.edit(
        "themes/portal/templates/parts/item.html",
        "{{ mark }}",
        "{{ mark }}{% if 1 > 2 %}<p>{% endif %}",
    );
    assert_eq!(portal.build().succeeds().page(name), piece);
}

/// A page's own text and names are its own wherever they are printed.
#[test]
fn what_a_page_puts_into_its_shell_may_stand_in_an_included_template() {
    let outcome = Portal::small()
        .edit(
            "themes/portal/templates/shell.html",
            "<title>{{ title }}</title>",
            "<title>{{ title }}</title>{% include \"parts/own.html\" %}",
        )
        .with(
            "themes/portal/templates/parts/own.html",
            "<meta name=\"own\" content=\"{{ title }} {{ office.upazila }}\">\n",
        )
        .build()
        .succeeds();
    for (page, title) in [("charter", "সিটিজেনস চার্টার"), ("officers", "কর্মকর্তা")]
    {
        let html = outcome.page(&format!("dept.first.sample.gov.bd/{page}/index.html"));
        let mut metas = html
            .split("<meta ")
            .filter_map(|rest| rest.split('>').next());
        let own = metas.find(|meta| meta.contains("name=own"));
        let own = own.expect("the meta element");
        assert!(own.contains(title) && own.contains("নমুনাপুর"), "{own}");
    }
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
    // At its place in the template, and whether or not the template gets there.
    outcome.reports(&[(
        "missing-string",
        "themes/portal/templates/home.html:3:14",
        "which_service",
    )]);
    Portal::small()
        .with(HOME, "{% if 1 > 2 %}{{ s.nothing }}{% endif %}\n")
        .build()
        .reports(&[("missing-string", &format!("{HOME}:1:20"), "nothing")]);
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
    let written = text_of_project(STRINGS);
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
fn a_sheet_that_is_not_there_and_one_of_no_template_are_reported_at_their_places() {
    Portal::small()
        .with(
            SETTINGS,
            "name: portal\nsheets:\n  poster: postr.css\n  postr: poster.css\n",
        )
        .build()
        .reports(&[
            ("unknown-sheet", &format!("{SETTINGS}:3:11"), "postr.css"),
            ("unknown-sheet", &format!("{SETTINGS}:4:3"), "postr"),
        ]);
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
