//! What is said reaches whoever listens, or the run ends with a fault: an empty output must never be taken for good news.

use std::process::{Command, Stdio};

use crate::support::Portal;

/// Every command that has something to say on standard output, on a site without mistakes.
const COMMANDS: [&[&str]; 15] = [
    &["build"],
    &["build", "--json"],
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--explain", "phone-length"],
    &["show", "first.sample"],
    &["schema"],
    &["schema", "office"],
    &["manual"],
    &["completions", "bash"],
    &["new", "office", "third.sample", "--upazila", "তৃতীয়"],
    &["new", "notice", "first.sample", "নমুনা"],
    &["--help"],
    &["check", "--help"],
];

/// Runs the program with some standard output: its exit code, and what it says elsewhere.
fn run(arguments: &[&str], out: impl Into<Stdio>) -> (Option<i32>, String) {
    let portal = Portal::small();
    let output = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .args(arguments)
        .env("LC_ALL", "C")
        .current_dir(portal.path(""))
        .stdout(out)
        .output()
        .expect("the program runs");
    let error = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code(), error)
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_cannot_be_written_is_a_fault() {
    for arguments in COMMANDS {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let (code, error) = run(arguments, full.expect("a device that is full"));
        assert_eq!(code, Some(2), "{arguments:?}: {error}");
        assert!(
            error.contains("what there is to say cannot be written: No space left on device"),
            "{arguments:?}: {error}"
        );
        assert!(error.contains("then try again"), "{arguments:?}: {error}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn corrections_that_cannot_be_told_are_a_fault() {
    let portal = Portal::small().edit("content/dept/charter.yaml", "vision: ", "vision: উর্ধ্বতন ");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let status = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .args(["check", "--fix"])
        .current_dir(portal.path(""))
        .stdout(full.expect("a device that is full"))
        .stderr(Stdio::null())
        .status();
    assert_eq!(status.expect("the program runs").code(), Some(2));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    for arguments in COMMANDS {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let (code, error) = run(arguments, writer);
        assert_eq!((code, error.as_str()), (Some(0), ""), "{arguments:?}");
    }
}
