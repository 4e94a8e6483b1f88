//! What lies in the content is read as plain files below the folders that were named, through no link, and without waiting.
//! Whatever else lies there is a finding of its own office.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::paths::{FIRST_FOLDER, SECOND_FOLDER};
use crate::support::{Outcome, Portal, files};

/// What no portal and no message may ever hold.
const SECRET: &str = "না-বলা-কথা";

/// The small site with a folder outside the content that nobody was to read, and that looks like one of an office.
fn beside_a_secret() -> Portal {
    let page = format!("---\ntitle: {SECRET}\ndate: 2025-01-01\n---\n{SECRET} উর্ধ্বতন\n");
    Portal::small()
        .with("outside/notices/n.md", &page)
        .with("outside/pages/p.md", &page)
        .with("outside/files/key.pdf", SECRET)
        .with("outside/key.pdf", SECRET)
        .with("outside/office.yaml", format!("address: {SECRET}\n"))
        .with(
            &format!("{SECOND_FOLDER}/notices/own.md"),
            "---\ntitle: খ\ndate: 2025-01-01\n---\nখ\n",
        )
}

/// Puts a link to something outside in place of what has a name in the site.
fn link(portal: &Portal, to: &str, name: &str) {
    let path = portal.path(name);
    fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
    if path.is_dir() {
        fs::remove_dir_all(&path).expect("it goes");
    }
    symlink(portal.path(to), path).expect("a link");
}

#[track_caller]
fn keeps_the_secret(portal: &Portal, outcome: &Outcome) {
    let public = portal.path("public");
    let published = if public.is_dir() {
        files(&public)
    } else {
        Vec::new()
    };
    for (name, bytes) in published {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains(SECRET) && !name.contains("key.pdf"),
            "{name}"
        );
    }
    for said in [&outcome.stdout, &outcome.stderr] {
        assert!(!said.contains(SECRET), "{said}");
    }
}

#[test]
fn a_link_is_followed_at_no_step_below_the_content() {
    for (to, name) in [
        ("outside/files", "content/dept/offices/second.sample/files"),
        ("outside/pages", "content/dept/offices/second.sample/pages"),
        (
            "outside/notices",
            "content/dept/offices/second.sample/notices",
        ),
        ("outside", "content/dept/offices/second.sample"),
        (
            "outside/office.yaml",
            "content/dept/offices/second.sample/office.yaml",
        ),
        (
            "outside/notices/n.md",
            "content/dept/offices/second.sample/notices/n.md",
        ),
        (
            "outside/key.pdf",
            "content/dept/offices/second.sample/files/key.pdf",
        ),
    ] {
        let portal = beside_a_secret();
        link(&portal, to, name);
        let outcome = portal
            .build()
            .reports(&[("symbolic-link", &format!("{name}:1:1"), "")]);
        keeps_the_secret(&portal, &outcome);
        let outcome = portal.run(&["check"]);
        assert!(
            outcome.stdout.contains(&format!("{name}:1:1")),
            "{}",
            outcome.stdout
        );
        keeps_the_secret(&portal, &outcome);
        keeps_the_secret(&portal, &portal.run(&["show", "second.sample"]));
        // The others stand, and so does their list.
        assert!(
            portal
                .path("public/dept.first.sample.gov.bd/index.html")
                .is_file(),
            "{name}"
        );
        assert!(portal.path("public/index.html").is_file(), "{name}");
    }
}

#[test]
fn a_link_in_place_of_what_all_offices_share_is_followed_neither() {
    for (to, name) in [
        ("outside/pages", "content/dept/pages"),
        ("outside/notices", "content/dept/notices"),
        ("outside", "content/dept/offices"),
        ("outside/files", "content/dept/files"),
        ("outside", "content/other"),
        ("outside", "themes/portal"),
        ("outside", "themes/portal/static"),
        ("outside/key.pdf", "themes/portal/static/key.pdf"),
        ("outside/pages", "themes/portal/templates/parts"),
    ] {
        let portal = beside_a_secret();
        link(&portal, to, name);
        let outcome = portal.build();
        // Files of a department are read where a form offers them.
        if name != "content/dept/files" {
            assert_eq!(outcome.code, 1, "{name}: {}", outcome.stderr);
            assert!(
                outcome.stderr.contains("symbolic-link"),
                "{name}: {}",
                outcome.stderr
            );
        }
        keeps_the_secret(&portal, &outcome);
    }
}

#[test]
fn no_correction_is_written_through_a_link() {
    for name in [
        "content/dept/offices/second.sample/notices",
        "content/dept/offices/second.sample/pages",
        "content/dept/offices/second.sample",
        "content/dept/pages",
    ] {
        let portal = beside_a_secret();
        let to = if name.ends_with("sample") {
            "outside"
        } else {
            "outside/notices"
        };
        link(&portal, to, name);
        let before = files(&portal.path("outside"));
        portal.run(&["check", "--fix"]);
        assert_eq!(files(&portal.path("outside")), before, "{name}");
    }
}

#[test]
fn the_folders_that_a_person_names_may_be_links() {
    let portal = Portal::small();
    symlink(portal.path("content"), portal.path("by-link")).expect("a link");
    symlink(portal.path("themes"), portal.path("look")).expect("a link");
    portal
        .run(&["build", "--content", "by-link", "--themes", "look"])
        .succeeds();
}

/// Ends a run that waits for something.
#[track_caller]
fn within_seconds(portal: &Portal, arguments: &[&str]) -> Outcome {
    let start = Instant::now();
    let outcome = portal.run(&[&["build"], arguments].concat());
    assert!(start.elapsed() < Duration::from_mins(1), "it waited");
    outcome
}

fn make(command: &str, path: &Path) {
    fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
    let _ = fs::remove_dir_all(path);
    let _ = fs::remove_file(path);
    let made = Command::new("sh")
        .args(["-c", &format!("{command} \"$0\"")])
        .arg(path)
        .status();
    assert!(made.expect("a shell").success(), "{command}");
}

#[test]
fn pipes_and_sockets_are_findings_and_nothing_waits_for_them() {
    for name in [
        "files/x.pdf",
        "notices/x.md",
        "pages/x.md",
        "office.yaml",
        "charter.yaml",
    ] {
        let portal = Portal::small();
        make("mkfifo", &portal.path(&format!("{SECOND_FOLDER}/{name}")));
        within_seconds(&portal, &[]).reports(&[(
            "not-a-file",
            &format!("{SECOND_FOLDER}/{name}:1:1"),
            "",
        )]);
    }
    let portal = Portal::small().with(&format!("{SECOND_FOLDER}/office.yaml"), "room: ১\n");
    let socket = portal.path(&format!("{SECOND_FOLDER}/notices/x.md"));
    fs::create_dir_all(socket.parent().expect("a folder")).expect("a folder");
    let _socket = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    portal.build().reports(&[(
        "not-a-file",
        &format!("{SECOND_FOLDER}/notices/x.md:1:1"),
        "",
    )]);
}

#[test]
fn a_link_to_a_pipe_or_to_endless_bytes_is_a_link() {
    for to in ["/dev/zero", "/etc/hostname", "pipe"] {
        let portal = Portal::small();
        make("mkfifo", &portal.path("pipe"));
        fs::create_dir_all(portal.path(&format!("{SECOND_FOLDER}/notices"))).expect("a folder");
        let target = if to == "pipe" {
            portal.path("pipe")
        } else {
            to.into()
        };
        symlink(
            target,
            portal.path(&format!("{SECOND_FOLDER}/notices/x.md")),
        )
        .expect("a link");
        within_seconds(&portal, &[]).reports(&[(
            "symbolic-link",
            &format!("{SECOND_FOLDER}/notices/x.md:1:1"),
            "",
        )]);
    }
}

#[test]
fn a_folder_in_place_of_a_file_and_a_file_in_place_of_a_folder_are_findings_of_their_office() {
    for name in [
        "office.yaml",
        "charter.yaml",
        "notices/x.md",
        "pages/x.md",
        "files/x.pdf",
    ] {
        let portal = Portal::small().with(&format!("{SECOND_FOLDER}/{name}/inside.txt"), "x");
        let outcome = portal.build();
        assert_eq!(outcome.code, 1, "{name}: {}", outcome.stderr);
        assert!(
            outcome
                .stderr
                .contains(&format!("{SECOND_FOLDER}/{name}:1:1")),
            "{}",
            outcome.stderr
        );
        assert!(portal.path("public/index.html").is_file(), "{name}");
    }
    for name in ["notices", "pages", "files"] {
        let portal = Portal::small().with(&format!("{SECOND_FOLDER}/{name}"), "x");
        portal
            .build()
            .reports(&[("not-a-folder", &format!("{SECOND_FOLDER}/{name}:1:1"), "")]);
    }
    Portal::small().with(SECOND_FOLDER, "x").build().reports(&[(
        "not-a-folder",
        &format!("{SECOND_FOLDER}:1:1"),
        "",
    )]);
}

/// Whether this account is kept from what has no rights; the one that may do everything is not.
fn rights_count(portal: &Portal) -> bool {
    let probe = portal.path("probe");
    fs::write(&probe, "x").expect("a file");
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o0)).expect("rights");
    fs::read(&probe).is_err()
}

#[test]
fn what_may_not_be_read_is_a_finding_of_its_office() {
    for name in ["office.yaml", "notices/x.md", "files/x.pdf", "notices", ""] {
        let path = format!("{SECOND_FOLDER}/{name}");
        let path = path.trim_end_matches('/');
        let file = match name {
            "" => format!("{path}/office.yaml"),
            "notices" => format!("{path}/x.md"),
            _ => path.to_owned(),
        };
        let text = "---\ntitle: ক\ndate: 2025-01-01\n---\nক\n";
        let portal = Portal::small().with(
            &file,
            if file.ends_with("yaml") {
                "room: ১\n"
            } else {
                text
            },
        );
        if !rights_count(&portal) {
            // An account for which no rights count meets no such fault.
            return;
        }
        let rights =
            |mode| fs::set_permissions(portal.path(path), fs::Permissions::from_mode(mode));
        rights(0o0).expect("rights");
        let outcome = portal.build();
        rights(0o755).expect("rights");
        outcome.reports(&[("not-readable", &format!("{path}:1:1"), "")]);
        assert!(
            portal
                .path("public/dept.first.sample.gov.bd/index.html")
                .is_file(),
            "{name}"
        );
    }
}

#[test]
fn one_offices_trouble_keeps_no_edit_of_another_from_being_published() {
    let portal = Portal::small().with(&format!("{SECOND_FOLDER}/office.yaml/inside.txt"), "x");
    assert_eq!(portal.build().code, 1);
    let portal = portal.with(
        &format!("{FIRST_FOLDER}/notices/new.md"),
        "---\ntitle: নতুন\ndate: 2025-02-02\n---\nনতুন\n",
    );
    let outcome = portal.build();
    assert_eq!(outcome.code, 1, "{}", outcome.stderr);
    assert!(
        outcome
            .page("dept.first.sample.gov.bd/notices/new/index.html")
            .contains("নতুন")
    );
}

#[test]
fn the_same_picture_under_two_names_is_shown_twice_and_made_once() {
    let picture = crate::support::drawing::photograph(1200, 800, 1, "");
    let portal = Portal::small()
        .with(&format!("{FIRST_FOLDER}/files/fair.jpg"), &picture)
        .with(&format!("{FIRST_FOLDER}/files/fair.png"), &picture)
        .with(
            &format!("{FIRST_FOLDER}/pages/training.md"),
            "---\ntitle: ক\n---\n![এক](/files/fair.jpg)\n\nকথা\n\n![দুই](/files/fair.png)\n",
        );
    let page = portal
        .build()
        .succeeds()
        .page("dept.first.sample.gov.bd/training/index.html");
    assert_eq!(page.matches("<img").count(), 2);
    // And again, from what is there.
    portal.run(&["build", "--clean"]).succeeds();
}
