//! What `sanad new` refuses: each time with what to do instead, and without a byte written.

use crate::support::paths::OFFICES;
use crate::support::{Portal, files};

/// The command is refused with this text, and not a byte is other than before.
#[track_caller]
fn refused(portal: &Portal, arguments: &[&str], says: &str) {
    let before = files(&portal.path("."));
    portal.run(arguments).faults(says);
    assert!(files(&portal.path(".")) == before, "something was written");
}

/// The small site with a second department.
fn two_departments() -> Portal {
    let portal = Portal::small();
    portal.run(&["new", "department", "other"]).succeeds();
    portal
}

#[test]
fn a_row_is_not_written_into_a_quote_that_never_ends() {
    let portal = Portal::small().with(OFFICES, "id,upazila\nfirst.sample,\"নমুনাপুর\n");
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "offices.csv cannot take a row",
    );
    let portal = Portal::small().with(OFFICES, "name\nx\n");
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "offices.csv cannot take a row",
    );
    let portal = Portal::small().with(OFFICES, b"id,upazila\n\xff,x\n");
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "offices.csv cannot take a row",
    );
}

#[test]
fn an_office_of_an_unknown_district_is_refused_with_what_there_is() {
    let portal = Portal::small();
    refused(
        &portal,
        &["new", "office", "fourth.sampel"],
        "did you mean `fourth.sample`?",
    );
    refused(&portal, &["new", "office", "fourth.dhaka"], "it has sample");
}

#[test]
fn ids_that_cannot_be_an_address_are_refused() {
    let portal = Portal::small();
    let bad = [
        "fourth",
        "../x.sample",
        "fourth.sample.x",
        "Fourth.sample",
        "fourth.",
        "তিন.sample",
        "",
    ];
    for id in bad {
        refused(
            &portal,
            &["new", "office", id],
            "is not the id of an office",
        );
    }
    for id in ["../x", "x.y", "Dept", "বিভাগ", "a--b", "", &"a".repeat(64)] {
        refused(
            &portal,
            &["new", "department", id],
            "cannot be a department's id",
        );
    }
    refused(
        &portal,
        &["new", "site", "x", "--department", "../y"],
        "cannot be a department's id",
    );
    refused(
        &portal,
        &["new", "notice", "../first.sample", "x"],
        "is not the id of an office",
    );
    refused(
        &portal,
        &["new", "page", "..", "x"],
        "is not the id of an office",
    );
    refused(
        &portal,
        &["new", "page", "/etc", "x"],
        "there is no department `/etc`",
    );
    let two_lines = ["new", "office", "fourth.sample", "--upazila", "এক\nদুই"];
    refused(&portal, &two_lines, "--upazila is one line of text");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let portal = Portal::small();
    portal.run(&["new", "office", "fourth.sample"]).succeeds();
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "fourth.sample/office.yaml is there already",
    );
    portal
        .run(&["new", "notice", "first.sample", "শীত"])
        .succeeds();
    let again = ["new", "notice", "first.sample", "শীত!"];
    refused(&portal, &again, "notices/শীত.md is there already");
    refused(
        &portal,
        &["new", "page", "dept", "About"],
        "pages/about.md is there already",
    );
    refused(
        &portal,
        &["new", "department", "dept"],
        "content/dept/department.yaml",
    );
}

#[test]
fn nothing_is_half_made_when_one_of_the_files_is_there() {
    let portal = Portal::small().with("content/other/pages/about.md", "mine");
    refused(
        &portal,
        &["new", "department", "other"],
        "content/other/pages/about.md is there already",
    );
    let portal = Portal::small().with("there/themes/portal/theme.yaml", "mine");
    refused(
        &portal,
        &["new", "site", "there"],
        "theme.yaml is there already",
    );
    let portal = Portal::small().with("content/dept/offices/fourth.sample/office.yaml", "mine");
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "is there already",
    );
}

#[test]
fn a_file_or_a_link_in_the_place_of_a_folder_is_refused() {
    let portal = Portal::small().with("content/dept/offices/fourth.sample", "mine");
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "is not a folder",
    );
    refused(
        &portal,
        &["new", "site", "content/portal.yaml"],
        "is not a folder",
    );
    let portal = Portal::small().with("elsewhere/x", "");
    let link = portal.path("content/dept/offices/fourth.sample");
    std::os::unix::fs::symlink(portal.path("elsewhere"), link).expect("a link");
    portal
        .run(&["new", "office", "fourth.sample"])
        .faults("is not a folder");
    assert_eq!(files(&portal.path("elsewhere")).len(), 1);
}

#[test]
fn several_departments_must_be_told_apart() {
    let portal = two_departments();
    refused(
        &portal,
        &["new", "office", "fourth.sample"],
        "say which with --department: dept, other",
    );
    let unknown = ["new", "office", "fourth.sample", "--department", "depp"];
    refused(&portal, &unknown, "there is no department `depp`");
    let known = ["new", "office", "fourth.sample", "--department", "dept"];
    portal.run(&known).succeeds();
    // An office is found by its id, as long as only one department has it.
    portal
        .run(&["new", "notice", "fourth.sample", "এক"])
        .succeeds();
    let other = [
        "new",
        "office",
        "fourth.sample-district",
        "--department",
        "other",
    ];
    portal.run(&other).succeeds();
    portal.build().succeeds();
    let portal =
        two_departments().with("content/other/offices.csv", "id,upazila\nfirst.sample,ক\n");
    refused(
        &portal,
        &["new", "page", "first.sample", "এক"],
        "several departments have an office",
    );
    let said = ["new", "page", "first.sample", "এক", "--department", "other"];
    portal.run(&said).succeeds();
    assert!(
        portal
            .path("content/other/offices/first.sample/pages/এক.md")
            .is_file()
    );
}

#[test]
fn titles_that_cannot_be_a_page_are_refused() {
    let portal = Portal::small();
    refused(
        &portal,
        &["new", "page", "dept", "!!!"],
        "no letter or digit",
    );
    refused(
        &portal,
        &["new", "page", "dept", "Charter"],
        "a page that every portal has",
    );
    refused(
        &portal,
        &["new", "page", "dept", "{upazilla}"],
        "is not a placeholder",
    );
    refused(
        &portal,
        &["new", "page", "dept", "এক\nদুই"],
        "the title is one line of text",
    );
    refused(
        &portal,
        &["new", "page", "nodept", "এক"],
        "there is no department `nodept`",
    );
    let unknown = ["new", "notice", "secondd.sample", "এক"];
    refused(&portal, &unknown, "did you mean `second.sample`?");
    let unknown = ["new", "notice", "somewhere.else", "এক"];
    refused(
        &portal,
        &unknown,
        "begin it with `sanad new office somewhere.else`",
    );
}

#[test]
fn both_encodings_of_a_letter_make_one_file_name() {
    let portal = Portal::small();
    portal
        .run(&["new", "page", "dept", "বা\u{09DC}ি"])
        .succeeds();
    assert!(
        portal
            .path("content/dept/pages/বা\u{09A1}\u{09BC}ি.md")
            .is_file()
    );
    let again = ["new", "page", "dept", "বা\u{09A1}\u{09BC}ি"];
    refused(&portal, &again, "is there already");
}

#[test]
fn without_content_the_message_says_how_to_begin() {
    let portal = Portal::small().without("content");
    let begin = "begin with `sanad new site DIR`";
    refused(&portal, &["new", "office", "fourth.sample"], begin);
    let portal = portal.with("content/portal.yaml", "state: x\ntheme: portal\n");
    let begin = "begin one with `sanad new department ID`";
    refused(&portal, &["new", "office", "fourth.sample"], begin);
}
