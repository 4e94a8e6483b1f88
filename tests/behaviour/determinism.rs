//! The same input gives the same bytes: with one thread or many, in any folder, whatever was built before.

use proptest::prelude::*;

use crate::portal::Portal;

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
    let table =
        std::fs::read_to_string(portal.path("content/dept/offices.csv")).expect("the table");
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
    Vision(u8),
    Officer(u8),
    Page(u8),
    Style(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0..4_u8, 0..9_u8).prop_map(|(name, text)| Edit::Notice(name, text)),
        (0..4_u8).prop_map(Edit::RemoveNotice),
        (0..9_u8).prop_map(Edit::Vision),
        (0..9_u8).prop_map(Edit::Officer),
        (0..9_u8).prop_map(Edit::Page),
        (0..3_u8).prop_map(Edit::Style),
    ]
}

fn apply(portal: Portal, edit: &Edit) -> Portal {
    let notice = |name: u8| format!("content/dept/offices/second.sample/notices/n{name}.md");
    match edit {
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
    }
}

fn replace_line(portal: Portal, name: &str, start: &str, line: &str) -> Portal {
    let text = std::fs::read_to_string(portal.path(name)).expect("a text");
    let lines: Vec<&str> = text
        .lines()
        .map(|old| if old.starts_with(start) { line } else { old })
        .collect();
    portal.with(name, lines.join("\n") + "\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_built_one_after_the_other_equals_a_clean_build(edits in prop::collection::vec(edit(), 1..7)) {
        let mut portal = Portal::small();
        portal.build().succeeds();
        for edit in &edits {
            portal = apply(portal, edit);
            portal.build().succeeds();
        }
        let built = portal.output();
        let portal = portal.without("public");
        portal.build().succeeds();
        prop_assert_eq!(built, portal.output());
    }
}
