//! Building some offices, parts of the country, and only what changed.

use std::fs;

use crate::support::Portal;

fn report(portal: &Portal, arguments: &[&str]) -> serde_json::Value {
    let outcome = portal
        .run(&[&["build", "--json"], arguments].concat())
        .succeeds();
    serde_json::from_str(&outcome.stdout).expect("the report is JSON")
}

#[test]
fn a_portal_for_which_nothing_changed_is_not_rendered() {
    let portal = Portal::small();
    assert_eq!(report(&portal, &[])["offices"]["unchanged"], 0);
    let second = report(&portal, &[]);
    assert_eq!(
        (&second["offices"]["built"], &second["offices"]["unchanged"]),
        (&3.into(), &3.into())
    );
    assert_eq!(second["files"]["written"], 0);
    assert_eq!(
        report(&portal, &["--clean"])["offices"]["unchanged"],
        0,
        "--clean renders all"
    );
}

#[test]
fn a_notice_of_one_office_renders_that_office_only() {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = portal.with(
        "content/dept/offices/third.sample/notices/n.md",
        "---\ntitle: ক\ndate: 2025-01-01\n---\nখ\n",
    );
    let report = report(&portal, &[]);
    assert_eq!(report["offices"]["unchanged"], 2);
    // The notice itself, the lists that show it, the feed, the list of addresses, what the search can find, and what is
    // kept for when there is no network.
    assert_eq!(report["files"]["written"], 8, "{report}");
}

#[test]
fn a_change_of_any_layer_is_noticed() {
    let edits: [(&str, &str, &str); 7] = [
        ("content/portal.yaml", "জরুরি সেবা", "জরুরি"),
        ("content/dept/department.yaml", "নমুনা অধিদপ্তর", "অন্য অধিদপ্তর"),
        ("content/dept/districts.csv", "নমুনা বিভাগ", "অন্য বিভাগ"),
        ("content/dept/charter.yaml", "নমুনা ভিশন", "অন্য ভিশন"),
        ("content/dept/pages/about.md", "দেখুন", "পড়ুন"),
        (
            "themes/portal/strings/bn.yaml",
            "কোন সেবা প্রয়োজন?",
            "কী প্রয়োজন?",
        ),
        (
            "themes/portal/static/style.css",
            "--ink: #17231e",
            "--ink: #17231f",
        ),
    ];
    let mut portal = Portal::small();
    portal.build().succeeds();
    for (name, from, to) in edits {
        portal = portal.edit(name, from, to);
        assert_eq!(report(&portal, &[])["offices"]["unchanged"], 0, "{name}");
    }
    let portal = portal.with(
        "content/dept/offices/first.sample/files/form.pdf",
        "%PDF-1.4 b made-up form\n",
    );
    assert_eq!(
        report(&portal, &[])["offices"]["unchanged"],
        2,
        "a file of the same size"
    );
}

#[test]
fn a_file_that_somebody_removed_from_the_output_is_restored() {
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    fs::remove_file(portal.path("public/dept.first.sample.gov.bd/charter/index.html"))
        .expect("the page");
    portal.build().succeeds();
    assert_eq!(portal.output(), before);
}

#[test]
fn offices_can_be_built_one_by_one() {
    let portal = Portal::small();
    let first = report(&portal, &["--office", "first.sample", "third.sample"]);
    assert_eq!(first["offices"]["built"], 2);
    assert!(!portal.path("public/dept.second.sample.gov.bd").exists());
    portal
        .run(&["build", "--office", "nobody.sample"])
        .faults("no table of offices names `nobody.sample`");
}

#[test]
fn parts_built_apart_and_laid_together_equal_one_build() {
    let whole = Portal::small();
    whole.build().succeeds();
    let together = Portal::small();
    for part in ["1/2", "2/2"] {
        let portal = Portal::small();
        portal.run(&["build", "--shard", part]).succeeds();
        for (name, bytes) in portal.output() {
            let path = together.path("public").join(&name);
            if let Ok(other) = fs::read(&path) {
                assert_eq!(other, bytes, "{name} differs between the parts");
            }
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
    }
    assert_eq!(together.output(), whole.output());
    for wrong in ["0/2", "3/2", "x", "1"] {
        Portal::small()
            .run(&["build", "--shard", wrong])
            .faults("write I/N");
    }
}

#[test]
fn the_portal_of_an_office_that_left_the_table_is_removed_and_named() {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = portal.edit(
        "content/dept/offices.csv",
        "third.sample,তৃতীয় নমুনাপুর,,clerk,,,2025-06-30\n",
        "",
    );
    assert_eq!(
        report(&portal, &[])["offices"]["removed"],
        serde_json::json!(["dept.third.sample.gov.bd"])
    );
    assert!(!portal.path("public/dept.third.sample.gov.bd").exists());
}

#[test]
fn a_table_with_mistakes_removes_no_portal() {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = portal.edit("content/dept/offices.csv", "third.sample,", "third sample,");
    assert_eq!(portal.build().code, 1);
    assert!(portal.path("public/dept.third.sample.gov.bd").exists());
}
