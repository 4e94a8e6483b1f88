//! Whatever is published can be read by everybody: a web server is another user.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::Portal;

const FIRST: &str = "public/dept.first.sample.gov.bd";

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path)
        .expect("a file")
        .permissions()
        .mode()
        & 0o7777
}

fn set(portal: &Portal, name: &str, mode: u32) {
    fs::set_permissions(portal.path(name), fs::Permissions::from_mode(mode)).expect("rights");
}

#[track_caller]
fn everything_is_public(portal: &Portal) {
    for entry in walkdir::WalkDir::new(portal.path("public"))
        .into_iter()
        .filter_entry(|entry| entry.file_name() != ".sanad")
    {
        let entry = entry.expect("a folder that can be read");
        let right = if entry.file_type().is_dir() {
            0o755
        } else {
            0o644
        };
        assert_eq!(mode(entry.path()), right, "{}", entry.path().display());
    }
}

fn build_with_umask(portal: &Portal, umask: &str) {
    let script = format!(
        "umask {umask}; exec {} build --quiet",
        env!("CARGO_BIN_EXE_sanad")
    );
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(portal.path(""))
        .output()
        .expect("bash runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn whatever_the_umask_and_the_source_everybody_can_read_what_is_published() {
    let form = "content/dept/offices/first.sample/files/form.pdf";
    for (umask, source) in [
        ("077", 0o600),
        ("0", 0o4777),
        ("027", 0o640),
        ("022", 0o400),
    ] {
        let portal = Portal::small();
        set(&portal, form, source);
        build_with_umask(&portal, umask);
        everything_is_public(&portal);
        let portal = portal.changed();
        build_with_umask(&portal, umask);
        everything_is_public(&portal);
    }
}

#[test]
fn rights_that_an_earlier_build_or_somebody_changed_are_put_right() {
    let mut portal = Portal::small();
    portal.build().succeeds();
    for change in [false, true] {
        for (name, mode) in [
            ("index.html", 0o600),
            ("files/form.pdf", 0o4777),
            ("notices", 0o700),
        ] {
            set(&portal, &format!("{FIRST}/{name}"), mode);
        }
        set(&portal, "public/index.html", 0o600);
        if change {
            portal = portal.changed();
        }
        portal.build().succeeds();
        everything_is_public(&portal);
    }
}
