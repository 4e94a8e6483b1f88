//! The portal before the last one is kept, and the next one is made of it.

use std::fs;
use std::time::SystemTime;

use crate::support::Portal;
use crate::support::hosts::FIRST;
use crate::support::paths::WINTER;

/// Where the portal of the first office before the last one lies.
fn previous(name: &str) -> String {
    format!("public/.sanad/previous/portals/{FIRST}{name}")
}

fn note() -> String {
    format!("public/.sanad/previous/notes/{FIRST}")
}

/// Two builds, so that there is a portal before the last one.
fn built_twice() -> Portal {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = portal.changed();
    portal.build().succeeds();
    assert!(portal.path(&previous("/index.html")).is_file());
    portal
}

fn time_of(portal: &Portal, name: &str) -> SystemTime {
    let path = portal.path(&format!("public/{FIRST}/{name}"));
    let about = fs::metadata(path).expect("a file");
    about.modified().expect("a time")
}

/// Whether a build after a change equals one into an empty folder.
#[track_caller]
fn equals_a_new_one(portal: Portal) -> Portal {
    portal.build().succeeds();
    let built = portal.output();
    let portal = portal.without("public");
    portal.build().succeeds();
    assert!(built == portal.output(), "the portals differ");
    portal
}

#[test]
fn a_portal_that_is_made_of_the_one_before_equals_a_new_one() {
    let portal = built_twice().changed();
    portal.build().succeeds();
    // A page less, a page more, a page that became a folder of pages.
    let portal = portal.without(WINTER);
    portal.build().succeeds();
    let page = "content/dept/offices/first.sample/notices/again.md";
    let text = "---\ntitle: আবার\ndate: 2025-06-01\n---\n\nনমুনা।\n";
    let portal = portal.with(page, text);
    portal.build().succeeds();
    equals_a_new_one(portal.changed());
}

#[test]
fn what_a_build_leaves_alone_keeps_its_time_and_what_comes_back_gets_a_new_one() {
    let portal = Portal::small();
    portal.build().succeeds();
    let page = "notices/winter/index.html";
    let [untouched, first] = ["grievance/index.html", page].map(|name| time_of(&portal, name));
    let portal = portal.edit(WINTER, "একটি নমুনা।", "নতুন কথা।");
    portal.build().succeeds();
    let second = time_of(&portal, page);
    assert!(first < second);
    // As it was at first, and as it lies in the portal before.
    let portal = portal.edit(WINTER, "নতুন কথা।", "একটি নমুনা।");
    portal.build().succeeds();
    assert!(
        second < time_of(&portal, page),
        "a cache would keep the page"
    );
    // It lies otherwise in the portal before, but the last one has it.
    let third = time_of(&portal, page);
    let portal = portal.changed();
    portal.build().succeeds();
    assert_eq!(third, time_of(&portal, page));
    assert_eq!(untouched, time_of(&portal, "grievance/index.html"));
}

#[test]
fn whatever_became_of_the_portal_before_the_next_one_is_right() {
    let lost = |name: &str| built_twice().without(&previous(name));
    equals_a_new_one(lost("").changed());
    equals_a_new_one(lost("/charter").changed());
    equals_a_new_one(lost("/index.html").changed());
    equals_a_new_one(built_twice().without(&note()).changed());
    equals_a_new_one(built_twice().with(&note(), "cut off").changed());
    equals_a_new_one(
        built_twice()
            .with(&previous("/index.html"), "theirs")
            .changed(),
    );
    let portal = built_twice().without(&previous(""));
    let portal = portal.with(&previous(""), "no folder");
    equals_a_new_one(portal.changed());
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_portal_before_is_not_followed() {
    let portal = built_twice().without(&previous(""));
    let elsewhere = portal.path("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::write(elsewhere.join("index.html"), "theirs").expect("a file");
    std::os::unix::fs::symlink(&elsewhere, portal.path(&previous(""))).expect("a link");
    let _portal = equals_a_new_one(portal.changed());
    assert_eq!(
        fs::read_to_string(elsewhere.join("index.html")).expect("a file"),
        "theirs"
    );
}

#[cfg(unix)]
#[test]
fn rights_that_were_taken_from_the_portal_before_are_given_back() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &std::path::Path| {
        let about = fs::metadata(path).expect("a file or folder");
        about.permissions().mode() & 0o7777
    };
    let portal = built_twice();
    for folder in [
        "public/.sanad/previous".to_owned(),
        format!("public/{FIRST}"),
    ] {
        let path = portal.path(&folder);
        let chmod = std::process::Command::new("chmod")
            .args(["-R", "go="])
            .arg(&path)
            .status();
        assert!(chmod.expect("chmod runs").success());
    }
    let portal = portal.changed();
    portal.build().succeeds();
    let root = portal.path(&format!("public/{FIRST}"));
    assert_eq!(mode(&root), 0o755);
    for entry in walkdir::WalkDir::new(&root).min_depth(1) {
        let entry = entry.expect("an entry");
        let wanted = if entry.file_type().is_dir() {
            0o755
        } else {
            0o644
        };
        assert_eq!(mode(entry.path()), wanted, "{}", entry.path().display());
    }
}

#[test]
fn an_office_that_no_table_names_any_more_leaves_nothing_behind() {
    let portal = built_twice();
    let table = portal.text("content/dept/offices.csv");
    let rest: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with("first."))
        .collect();
    let rest = rest.join("\n") + "\n";
    let portal = portal.with("content/dept/offices.csv", rest);
    let portal = portal.without("content/dept/offices/first.sample");
    portal.build().succeeds();
    assert!(!portal.path(&previous("")).exists());
    assert!(!portal.path(&note()).exists());
}
