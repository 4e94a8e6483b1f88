//! Wrong usage and faults of the machine: one clear line, exit 2.

use proptest::prelude::*;

use crate::support::{Portal, files, project};

#[test]
fn a_wrong_flag_ends_with_2() {
    Portal::small()
        .run(&["build", "--contents", "x"])
        .faults("--contents");
    Portal::small().run(&["biuld"]).faults("biuld");
    Portal::small()
        .run(&["build", "--jobs", "0"])
        .faults("--jobs takes a number from 1");
    Portal::small()
        .run(&["build", "--jobs", "many"])
        .faults("many");
}

#[test]
fn help_and_version_end_with_0_and_name_the_exit_codes() {
    let help = Portal::small().run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(
        help.stdout.contains("mistakes in the content"),
        "{}",
        help.stdout
    );
    assert_eq!(Portal::small().run(&["--version"]).code, 0);
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    Portal::small()
        .run(&["build", "--content", "nowhere"])
        .faults("there is no folder nowhere");
    Portal::small()
        .run(&["build", "--themes", "nowhere"])
        .faults("there is no folder nowhere");
}

#[test]
fn the_output_may_not_lie_in_the_content_nor_the_other_way_round() {
    for out in [
        "content",
        "content/public",
        ".",
        "themes/x/../y",
        "./content/../themes",
    ] {
        Portal::small()
            .run(&["build", "--out", out])
            .faults("lie in each other");
    }
}

#[test]
fn an_output_that_is_a_file_is_refused() {
    Portal::small()
        .with("public", "a file")
        .build()
        .faults("is not a folder");
}

#[test]
fn a_second_build_into_one_folder_says_so_and_ends_with_2() {
    let portal = Portal::small();
    portal.build().succeeds();
    let lock = std::fs::File::open(portal.path("public/.sanad/lock")).expect("the lock");
    lock.lock().expect("nobody else builds");
    portal.build().faults("another build is writing");
}

#[test]
fn output_into_a_closed_pipe_is_no_fault() {
    use std::process::{Command, Stdio};
    let portal = Portal::small();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .arg("build")
        .current_dir(portal.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_while_a_portal_is_written_leaves_the_old_one_untouched() {
    use std::process::Command;
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    let long = "দীর্ঘ লেখা।\n".repeat(3000);
    let portal = portal.with(
        "content/dept/pages/zz-long.md",
        format!("---\ntitle: ক\n---\n{long}"),
    );
    // A limit on the size of files fails in the middle of a portal, as a full disk does.
    let script = format!(
        "trap '' XFSZ; ulimit -f 40; exec {} build",
        env!("CARGO_BIN_EXE_sanad")
    );
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(portal.path(""))
        .output()
        .expect("bash runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("zz-long/index.html") && said.contains("untouched"),
        "{said}"
    );
    assert_eq!(portal.output(), before);
    let left: Vec<_> = std::fs::read_dir(portal.path("public/.sanad"))
        .expect("our folder")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("new-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    // With room again it goes on.
    portal.build().succeeds();
    assert_ne!(portal.output(), before);
}

#[test]
fn a_build_killed_at_any_moment_leaves_every_portal_old_or_new() {
    use std::collections::BTreeMap;
    use std::process::{Command, Stdio};
    use std::time::Duration;
    type Portals = BTreeMap<String, Vec<(String, Vec<u8>)>>;
    let portals = |portal: &Portal| -> Portals {
        let mut portals = Portals::new();
        for (name, bytes) in portal.output() {
            if let Some((host, file)) = name.split_once('/').filter(|(host, _)| host.contains('.'))
            {
                let files = portals.entry(host.to_owned()).or_default();
                files.push((file.to_owned(), bytes));
            }
        }
        portals
    };
    let charter = "content/dept/charter.yaml";
    let mut portal = Portal::small();
    portal.build().succeeds();
    let versions = ["নমুনা ভিশন", "অন্য ভিশন"];
    let mut expected = vec![portals(&portal)];
    portal = portal.edit(charter, versions[0], versions[1]);
    portal.build().succeeds();
    expected.push(portals(&portal));
    let mut stopped = 0;
    for turn in 0..60_u64 {
        let (from, to) = if turn % 2 == 0 { (1, 0) } else { (0, 1) };
        portal = portal.edit(charter, versions[from], versions[to]);
        let mut child = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(["build", "--quiet"])
            .current_dir(portal.path(""))
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(turn));
        let _ = child.kill();
        stopped += u32::from(!child.wait().expect("it ends").success());
        for (host, files) in portals(&portal) {
            let is_one = expected.iter().any(|version| version[&host] == files);
            assert!(is_one, "{host} is neither old nor new after {turn} ms");
        }
        // What a killed build left behind misleads no later one.
        if turn % 5 == 4 {
            portal.build().succeeds();
            assert_eq!(portals(&portal), expected[to]);
        }
    }
    assert!(stopped > 5, "only {stopped} builds were stopped in time");
}

/// Bytes that parsers stumble over.
const NASTY: [&[u8]; 14] = [
    b"",
    b"\xff",
    b"\0",
    b"\"",
    b"'",
    b"{",
    b"}",
    b": ",
    b"- ",
    b"\n---\n",
    b"\t",
    b"\xef\xbb\xbf",
    b"&a *a",
    b"{{ s }}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_content_makes_the_program_panic(file in 0..11_usize, at in 0.0..1.0_f64, cut in 0..40_usize, nasty in 0..NASTY.len()) {
        let portal = Portal::small();
        let names: Vec<String> = crate::support::files(&portal.path("content")).into_iter().map(|(name, _)| name).collect();
        let name = format!("content/{}", names[file % names.len()]);
        let mut bytes = std::fs::read(portal.path(&name)).expect("a file of the small site");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let start = (at * bytes.len() as f64) as usize;
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, NASTY[nasty].iter().copied());
        let outcome = portal.with(&name, bytes).build();
        prop_assert!(outcome.code == 0 || outcome.code == 1, "{}: {}", name, outcome.stderr);
        prop_assert!(!outcome.stderr.contains("panicked"), "{}: {}", name, outcome.stderr);
    }
}

#[test]
fn a_fault_of_the_machine_says_what_to_do() {
    Portal::small()
        .with("file", "a file")
        .run(&["build", "--out", "file/public"])
        .faults("what was published before is untouched; something else has this name; move it away, then try again");
    Portal::small()
        .run(&["build", "--office", "frist.sample"])
        .faults("did you mean `first.sample`?");
    Portal::small()
        .run(&["build", "--office", "elsewhere.nowhere"])
        .faults("write it as in the first column of offices.csv");
    Portal::small()
        .run(&["check", "--only", "no-such-code"])
        .faults("write it as it stands in brackets before a finding");
}

/// One sentence may say what is wrong, another one what to do; a message without the second leaves people alone.
#[test]
fn every_message_of_wrong_usage_says_what_to_do() {
    let mut messages = 0;
    for (name, bytes) in files(&project().join("src")) {
        let source = String::from_utf8(bytes).expect("UTF-8");
        for rest in source
            .split("Error::Usage(")
            .skip(1)
            .chain(source.split("Error::Theme(").skip(1))
        {
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("format!(").unwrap_or(rest).trim_start();
            let Some(message) = rest.strip_prefix('"') else {
                continue;
            };
            let message = message.split('"').next().expect("a text");
            assert!(
                [';', ':', '?'].iter().any(|sign| message.contains(*sign))
                    || message.contains("say where"),
                "{name}: {message}"
            );
            messages += 1;
        }
    }
    assert!(messages > 15, "{messages}");
}
