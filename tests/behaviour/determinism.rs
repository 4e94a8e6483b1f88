//! The same input gives the same bytes: with one thread or many, in any folder, whatever was built before.

use proptest::prelude::*;

use crate::support::Portal;
use crate::support::drawing::photograph;
use crate::support::paths::{CHARTER, SECOND_CHARTER};

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let portal = Portal::real();
    portal
        .run(&["build", "--jobs", "1", "--out", "public"])
        .succeeds();
    let one = portal.output();
    let portal = portal.without("public");
    portal.run(&["build", "--jobs", "8"]).succeeds();
    assert_eq!(portal.output(), one);
}

#[test]
fn the_order_of_the_table_changes_no_portal() {
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    let table = portal.text("content/dept/offices.csv");
    let (header, rows) = table.split_once('\n').expect("a header");
    let reversed: Vec<&str> = rows.lines().rev().collect();
    let portal = portal.with(
        "content/dept/offices.csv",
        format!("{header}\n{}\n", reversed.join("\n")),
    );
    portal.build().succeeds();
    assert_eq!(portal.output(), before);
}

/// What people do to content between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Notice(u8, u8),
    RemoveNotice(u8),
    /// A picture changes, and whether a page shows it, and whether it also leads to it.
    Picture(u8, u8),
    Vision(u8),
    Officer(u8),
    Page(u8),
    Style(u8),
    /// A notice moves to another name.
    RenameNotice(u8, u8),
    /// A notice of the department.
    SharedNotice(u8),
    RemoveSharedNotice,
    /// An own page in place of the shared one, and its end.
    OwnPage(u8),
    RemoveOwnPage,
    /// An own version of a service, and its end.
    OwnFee(u8),
    RemoveOwnCharter,
    /// The shared charter: a service comes or goes, its words, what is expected, whom to complain to, when.
    Service(bool),
    ServiceName(u8),
    Expectation(u8),
    Grievance(u8),
    Approved(u8),
    /// The other form of the charter, and who is above its offices.
    Form(bool),
    Superior(u8),
    /// The theme: a page, a part, a string, what a template names.
    Template(u8),
    Part(u8),
    Wording(u8),
    Named,
    RenameAsset(u8),
    /// Another way of building.
    Compress(bool),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0..4_u8, 0..9_u8).prop_map(|(name, text)| Edit::Notice(name, text)),
        (0..4_u8).prop_map(Edit::RemoveNotice),
        (0..3_u8, 0..3_u8).prop_map(|(picture, text)| Edit::Picture(picture, text)),
        (0..9_u8).prop_map(Edit::Vision),
        (0..9_u8).prop_map(Edit::Officer),
        (0..9_u8).prop_map(Edit::Page),
        (0..3_u8).prop_map(Edit::Style),
        (0..4_u8, 0..4_u8).prop_map(|(from, to)| Edit::RenameNotice(from, to)),
        (0..9_u8).prop_map(Edit::SharedNotice),
        Just(Edit::RemoveSharedNotice),
        (0..9_u8).prop_map(Edit::OwnPage),
        Just(Edit::RemoveOwnPage),
        (0..9_u8).prop_map(Edit::OwnFee),
        Just(Edit::RemoveOwnCharter),
        any::<bool>().prop_map(Edit::Service),
        (0..9_u8).prop_map(Edit::ServiceName),
        (0..9_u8).prop_map(Edit::Expectation),
        (0..9_u8).prop_map(Edit::Grievance),
        (0..9_u8).prop_map(Edit::Approved),
        any::<bool>().prop_map(Edit::Form),
        (0..3_u8).prop_map(Edit::Superior),
        (0..9_u8).prop_map(Edit::Template),
        (0..9_u8).prop_map(Edit::Part),
        (0..9_u8).prop_map(Edit::Wording),
        Just(Edit::Named),
        (0..3_u8).prop_map(Edit::RenameAsset),
        any::<bool>().prop_map(Edit::Compress),
    ]
}

/// Removes a file that may not be there.
fn without(portal: Portal, name: &str) -> Portal {
    if portal.path(name).exists() {
        portal.without(name)
    } else {
        portal
    }
}

const SHARED_NOTICE: &str = "content/dept/notices/all.md";
const OWN_PAGE: &str = "content/dept/offices/second.sample/pages/about.md";
const TEMPLATES: &str = "themes/portal/templates";

fn apply(portal: Portal, edit: &Edit) -> Portal {
    let notice = |name: u8| format!("content/dept/offices/second.sample/notices/n{name}.md");
    match edit {
        Edit::RenameNotice(from, to) => {
            let (from, to) = (portal.path(&notice(*from)), portal.path(&notice(*to)));
            if from.exists() {
                std::fs::rename(from, to).expect("a folder for notices");
            }
            portal
        }
        Edit::SharedNotice(text) => portal.with(
            SHARED_NOTICE,
            format!("---\ntitle: সবার জন্য {{upazila}} {text}\ndate: 2025-02-0{}\n---\n**{{district}}**\n", text + 1),
        ),
        Edit::RemoveSharedNotice => without(portal, SHARED_NOTICE),
        Edit::OwnPage(text) => portal.with(
            OWN_PAGE,
            format!("---\ntitle: নিজস্ব {text}\nmenu: {}\n---\nলেখা\n", text % 2 == 0),
        ),
        Edit::RemoveOwnPage => without(portal, OWN_PAGE),
        Edit::OwnFee(taka) => portal.with(
            SECOND_CHARTER,
            format!("services:\n  citizen:\n    - id: first-service\n      fee: {taka} টাকা\n"),
        ),
        Edit::RemoveOwnCharter => without(portal, SECOND_CHARTER),
        // Remembered where no build reads it.
        Edit::Compress(on) => portal.with("compress", if *on { "yes" } else { "" }),
        Edit::Notice(name, text) => portal.with(
            &notice(*name),
            format!(
                "---\ntitle: ক {text}\ndate: 2025-01-0{}\n---\nলেখা\n",
                text + 1
            ),
        ),
        Edit::RemoveNotice(name) if portal.path(&notice(*name)).exists() => {
            portal.without(&notice(*name))
        }
        Edit::RemoveNotice(_) => portal,
        Edit::Picture(picture, text) => portal
            .with(
                "content/dept/offices/second.sample/files/photo.jpg",
                photograph(40 + u16::from(*picture), 30, 1, ""),
            )
            .with(
                "content/dept/offices/second.sample/pages/photo.md",
                format!(
                    "---\ntitle: ছবি\n---\n{}\n",
                    ["লেখা", "![ক](/files/photo.jpg)", "![ক](/files/photo.jpg) [খ](/files/photo.jpg)"]
                        [usize::from(*text)]
                ),
            ),
        Edit::Vision(text) => replace_line(
            portal,
            "content/dept/charter.yaml",
            "vision:",
            &format!("vision: ভিশন {text}"),
        ),
        Edit::Officer(n) => replace_line(
            portal,
            "content/dept/offices.csv",
            "second.sample",
            &format!("second.sample,দ্বিতীয়,কর্মকর্তা {n},clerk,,,"),
        ),
        Edit::Page(text) => portal.with(
            "content/dept/pages/more.md",
            format!("---\ntitle: আরও\n---\nলেখা {text}\n"),
        ),
        Edit::Style(n) => portal.with(
            "themes/portal/static/extra.css",
            format!("p {{ margin: {n}px }}"),
        ),
        _ => in_charter(in_theme(portal, edit), edit),
    }
}

/// Edits of the shared charter.
fn in_charter(portal: Portal, edit: &Edit) -> Portal {
    match edit {
        Edit::Service(there) => {
            let service = "    - id: third-service\n      name: তৃতীয় {upazila}\n      delivery_method: ক\n      fee: খ\n      time_limit: গ\n      responsible: clerk\n";
            let text = portal.text(CHARTER);
            let text = text.replace(service, "");
            let text = if *there {
                text.replacen("  citizen:\n", &format!("  citizen:\n{service}"), 1)
            } else {
                text
            };
            portal.with(CHARTER, text)
        }
        Edit::Form(field) => {
            let text = portal.text(CHARTER);
            let text = text.replace("format: field\n", "");
            let form = if *field { "format: field\n" } else { "" };
            portal.with(CHARTER, format!("{form}{text}"))
        }
        Edit::Superior(number) => {
            let text = portal.text(CHARTER);
            let text = text.split("superior:").next().unwrap_or_default();
            let superior = format!("superior:\n  designation: ঊর্ধ্বতন নমুনা {number}\n");
            portal.with(
                CHARTER,
                format!(
                    "{text}{}",
                    if *number > 0 { superior } else { String::new() }
                ),
            )
        }
        Edit::ServiceName(text) => replace_line(
            portal,
            CHARTER,
            "      name: প্রথম",
            &format!("      name: প্রথম নমুনা সেবা {text}"),
        ),
        Edit::Expectation(text) => {
            replace_line(portal, CHARTER, "  - নমুনা", &format!("  - নমুনা প্রত্যাশা {text}"))
        }
        Edit::Grievance(text) => replace_line(
            portal,
            CHARTER,
            "  - when:",
            &format!("  - when: ব্যর্থ হলে {text}"),
        ),
        Edit::Approved(day) => replace_line(
            portal,
            CHARTER,
            "approved_on:",
            &format!("approved_on: 2025-06-0{}", day + 1),
        ),
        _ => portal,
    }
}

/// Edits of the theme.
fn in_theme(portal: Portal, edit: &Edit) -> Portal {
    match edit {
        Edit::Template(text) => portal.with(
            &format!("{TEMPLATES}/notices.html"),
            format!("<h1>{text}</h1>{{% include \"parts/all-notices.html\" %}}\n"),
        ),
        Edit::Part(text) => portal.with(
            &format!("{TEMPLATES}/parts/own-address.html"),
            format!("<li>{text} {{{{ office.host }}}}</li>\n"),
        ),
        Edit::Wording(text) => replace_line(
            portal,
            "themes/portal/strings/bn.yaml",
            "notices_none:",
            &format!("notices_none: কিছু নেই {text}"),
        ),
        Edit::Named => replace_line(
            portal,
            "themes/portal/templates/contact.html",
            "<h1>{{ s.page_contact }}</h1>",
            "<h1>{{ office.name }}, {{ steps | length }}</h1>",
        ),
        Edit::RenameAsset(name) => {
            let portal = (0..3).fold(portal, |portal, old| {
                without(portal, &format!("themes/portal/static/asset{old}.css"))
            });
            portal.with(
                &format!("themes/portal/static/asset{name}.css"),
                "p { margin: 0 }",
            )
        }
        _ => portal,
    }
}

fn replace_line(portal: Portal, name: &str, start: &str, line: &str) -> Portal {
    let text = portal.text(name);
    let lines: Vec<&str> = text
        .lines()
        .map(|old| if old.starts_with(start) { line } else { old })
        .collect();
    portal.with(name, lines.join("\n") + "\n")
}

fn build(portal: &Portal) {
    let compress = std::fs::read(portal.path("compress")).is_ok_and(|text| !text.is_empty());
    if compress {
        portal.run(&["build", "--compress", "gzip"]).succeeds();
    } else {
        portal.build().succeeds();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_built_one_after_the_other_equals_a_clean_build(edits in prop::collection::vec(edit(), 1..9)) {
        let mut portal = Portal::small();
        portal.build().succeeds();
        for edit in &edits {
            portal = apply(portal, edit);
            build(&portal);
        }
        let built = portal.output();
        let portal = portal.without("public");
        build(&portal);
        prop_assert_eq!(built, portal.output());
    }
}

#[test]
fn a_check_finds_the_same_in_the_same_order_with_one_thread_and_with_many() {
    let mut portal = Portal::real();
    let table = portal.text("content/doict/offices.csv");
    for line in table.lines().skip(1) {
        let id = line.split(',').next().expect("an office");
        let name = format!("content/doict/offices/{id}/notices/doubtful.md");
        let text = format!("---\ntitle: {id}\ndate: 2025-02-03\n---\n\n[ক](/nowhere) ০১৭১২৩৪\n");
        portal = portal.with(&name, text);
    }
    let look = |jobs| {
        let today = sanad::model::Date::parse("2025-07-01").expect("a day");
        let (content, themes) = (portal.path("content"), portal.path("themes"));
        let examined = sanad::examine::examine(&content, &themes, today, jobs);
        let examined = examined.expect("no fault of the machine");
        assert!(examined.found.len() > examined.offices.len());
        format!("{:#?}\n{:#?}", examined.found, examined.offices)
    };
    let one = look(1);
    for jobs in [2, 8] {
        assert!(look(jobs) == one, "{jobs} threads");
    }
}
