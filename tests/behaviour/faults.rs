//! Wrong usage and faults of the machine: one clear line, exit 2.

use crate::portal::Portal;

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
