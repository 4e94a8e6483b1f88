//! The output folder on a bad day: things of others in it, kills, lost files.

use std::fs;

use crate::support::{Portal, files};

const FIRST: &str = "public/dept.first.sample.gov.bd";
const SECOND: &str = "public/dept.second.sample.gov.bd";

/// What others put into a portal.
const FOREIGN: [&str; 4] = [
    "dept.first.sample.gov.bd/.well-known/acme-challenge/token",
    "dept.first.sample.gov.bd/google123.html",
    "dept.first.sample.gov.bd/notices/added.txt",
    "dept.first.sample.gov.bd/own folder/deep/list.pdf",
];

fn with_foreign(portal: Portal) -> Portal {
    let portal = FOREIGN.iter().fold(portal, |portal, name| {
        portal.with(&format!("public/{name}"), "theirs")
    });
    portal.with("public/assets/seal.png", "theirs")
}

#[track_caller]
fn foreign_is_there(portal: &Portal) {
    for name in FOREIGN {
        assert_eq!(portal.text(&format!("public/{name}")), "theirs");
    }
    assert_eq!(portal.text("public/assets/seal.png"), "theirs");
}

/// What we wrote, without what others did.
fn ours(portal: &Portal) -> Vec<(String, Vec<u8>)> {
    let mut output = portal.output();
    output.retain(|(name, _)| !FOREIGN.contains(&&**name) && name != "assets/seal.png");
    output
}

#[test]
fn files_of_others_in_a_portal_stay_when_it_is_replaced() {
    let portal = Portal::small();
    portal.build().succeeds();
    let mut portal = with_foreign(portal);
    for flags in [
        &["build"][..],
        &["build", "--clean"],
        &["build", "--compress", "gzip"],
        &["build"],
    ] {
        portal = portal.changed();
        portal.run(flags).succeeds();
        foreign_is_there(&portal);
    }
    // Their folder goes from ours, what lies in it stays.
    let portal = portal.without("content/dept/offices/first.sample/notices/winter.md");
    portal.build().succeeds();
    foreign_is_there(&portal);
    let portal = portal.edit("themes/portal/static/style.css", "{", "{ ");
    portal.build().succeeds();
    foreign_is_there(&portal);
    let built = ours(&portal);
    let portal = portal.without("public");
    portal.build().succeeds();
    assert_eq!(built, portal.output(), "and nothing else stays");
}

#[test]
fn a_portal_that_no_table_names_leaves_only_the_files_of_others() {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = with_foreign(portal).without("content/dept/offices/first.sample");
    let table = portal.text("content/dept/offices.csv");
    let rest: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with("first."))
        .collect();
    let portal = portal.with("content/dept/offices.csv", rest.join("\n") + "\n");
    portal.build().succeeds();
    foreign_is_there(&portal);
    assert_eq!(files(&portal.path(FIRST)).len(), FOREIGN.len());
    assert!(!portal.text("public/index.html").contains("dept.first"));
    portal.build().succeeds();
    foreign_is_there(&portal);
}

#[test]
fn without_a_note_only_what_cannot_be_ours_stays() {
    let portal = Portal::small();
    portal.build().succeeds();
    let old = format!("{FIRST}/notices/old/index.html");
    let portal = with_foreign(portal)
        .without("public/.sanad")
        .changed()
        .with(&old, "an old page of ours")
        .with(&format!("{FIRST}/qr.svg.gz"), "an old file of ours");
    portal.build().succeeds();
    assert_eq!(portal.text(&format!("public/{}", FOREIGN[0])), "theirs");
    assert_eq!(portal.text(&format!("public/{}", FOREIGN[1])), "theirs");
    for gone in [
        &*old,
        &format!("{FIRST}/qr.svg.gz"),
        &format!("public/{}", FOREIGN[2]),
    ] {
        assert!(!portal.path(gone).exists(), "{gone}");
    }
    assert_eq!(portal.text("public/assets/seal.png"), "theirs");
}

#[test]
fn a_file_of_others_in_the_place_of_ours_is_named_and_nothing_moves() {
    for taken in [
        format!("{FIRST}/training"),
        format!("{FIRST}/training/index.html"),
        format!("{FIRST}/training/index.html/inside"),
    ] {
        let page = "content/dept/offices/first.sample/pages/training.md";
        let portal = Portal::small();
        let page_text = portal.text(page);
        let portal = portal.without(page);
        portal.build().succeeds();
        let portal = portal.with(&taken, "theirs").with(page, page_text);
        let before = portal.output();
        let named = taken.trim_end_matches("/inside");
        portal
            .build()
            .faults(named)
            .says("is in the way")
            .says("move it to another place");
        assert_eq!(portal.output(), before);
        let portal = portal.without(named);
        portal.build().succeeds();
    }
}

#[test]
fn what_is_no_folder_under_the_name_of_a_portal_is_named_and_stays() {
    let portal = Portal::small().with(FIRST, "theirs");
    portal.build().faults(FIRST).says("is in the way");
    portal.build().faults(FIRST).says("is in the way");
    assert_eq!(portal.text(FIRST), "theirs");
    assert!(
        portal.path(SECOND).join("index.html").is_file(),
        "the others are built"
    );
    let portal = portal.without(FIRST);
    portal.build().succeeds();
}

#[test]
#[cfg(unix)]
fn a_link_under_the_name_of_a_portal_is_named_and_not_followed() {
    let portal = Portal::small()
        .with("elsewhere/index.html", "theirs")
        .with("public/x", "");
    std::os::unix::fs::symlink(portal.path("elsewhere"), portal.path(FIRST)).expect("a link");
    portal.build().faults(FIRST).says("is in the way");
    assert_eq!(files(&portal.path("elsewhere")).len(), 1);
}

#[test]
fn what_stands_in_the_way_of_the_directory_is_named_and_stays() {
    for (taken, named) in [
        ("public/index.html/inside", "public/index.html"),
        ("public/assets", "public/assets"),
        ("public/entries.js/inside", "public/entries.js"),
    ] {
        let portal = Portal::small().with(taken, "theirs");
        portal.build().faults(&format!("{named} is in the way"));
        assert_eq!(portal.text(taken), "theirs");
        let portal = portal.without(named);
        portal.build().succeeds();
    }
}

#[test]
fn a_stray_file_of_a_killed_build_is_swept() {
    let portal = Portal::small().with("public/.sanad/new-dead", "half");
    portal.build().succeeds();
    assert!(!portal.path("public/.sanad/new-dead").exists());
}

#[test]
fn after_a_kill_every_portal_has_a_note_and_the_files_of_others_come_back() {
    use std::process::{Command, Stdio};
    use std::time::Duration;
    let portal = Portal::small();
    portal.build().succeeds();
    let mut portal = with_foreign(portal);
    let mut stopped = 0;
    for turn in 0..40_u64 {
        portal = portal.changed();
        let mut child = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(["build", "--quiet"])
            .current_dir(portal.path(""))
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(turn * 3));
        let _ = child.kill();
        stopped += u32::from(!child.wait().expect("it ends").success());
        for host in [FIRST, SECOND] {
            let note = host.replace("public/", "public/.sanad/portals/");
            assert!(portal.text(&note).ends_with("end\n"), "{host} after {turn}");
        }
    }
    assert!(stopped > 5, "only {stopped} builds were stopped in time");
    portal.build().succeeds();
    foreign_is_there(&portal);
    let built = ours(&portal);
    let table = portal.text("content/dept/offices.csv");
    let portal = portal.without("public");
    portal.build().succeeds();
    assert_eq!(built, portal.output());
    let rest: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with("second."))
        .collect();
    let portal = portal.with("content/dept/offices.csv", rest.join("\n") + "\n");
    portal.build().succeeds();
    assert!(!portal.path(SECOND).exists());
}

/// As a kill right after two portals changed places leaves them: the old one in the workshop, both in the note.
#[test]
fn what_a_killed_build_took_out_of_a_portal_comes_back() {
    let portal = Portal::small();
    portal.build().succeeds();
    let workshop = "public/.sanad/work/portals/dept.first.sample.gov.bd";
    let portal = portal
        .with(&format!("{workshop}/.well-known/token"), "theirs")
        .with(&format!("{workshop}/notices/added.txt"), "theirs")
        .with(&format!("{workshop}/index.html"), "old");
    let before = portal.output();
    portal.build().succeeds();
    assert_eq!(portal.text(&format!("{FIRST}/.well-known/token")), "theirs");
    assert_eq!(portal.text(&format!("{FIRST}/notices/added.txt")), "theirs");
    assert_eq!(portal.output().len(), before.len() + 2);
    assert!(!portal.path(workshop).exists());
}

#[test]
fn a_lost_compressed_file_is_made_again_whichever_way_a_build_goes() {
    let flags = ["build", "--compress", "gzip"];
    for (lost, charter_changes) in [
        ("about/index.html.gz", false),
        ("about/index.html.gz", true),
        ("vision-mission/index.html.gz", true),
    ] {
        let portal = Portal::small();
        portal.run(&flags).succeeds();
        let mut portal = portal.without(&format!("{FIRST}/{lost}"));
        if charter_changes {
            portal = portal.changed();
        }
        portal.run(&flags).succeeds();
        let built = portal.output();
        let note = portal.text("public/.sanad/portals/dept.first.sample.gov.bd");
        assert!(note.contains(lost), "{lost}");
        let portal = portal.without("public");
        portal.run(&flags).succeeds();
        assert!(built == portal.output(), "{lost} {charter_changes}");
    }
}

#[test]
fn a_host_that_could_be_a_file_of_the_directory_is_refused_at_its_cell() {
    let portal = Portal::small();
    portal.run(&["build", "--compress", "gzip,br"]).succeeds();
    let names = fs::read_dir(portal.path("public"))
        .expect("the output")
        .flatten();
    let mut endings: Vec<String> = names
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| Some(entry.file_name().to_str()?.rsplit_once('.')?.1.to_owned()))
        .chain(["css", "svg", "txt", "webmanifest"].map(str::to_owned))
        .collect();
    endings.sort();
    endings.dedup();
    assert!(endings.len() >= 8, "{endings:?}");
    for ending in endings {
        let host = format!("entries.{ending}");
        let portal = Portal::small().with(
            "content/dept/offices.csv",
            format!("id,upazila,post,host\nsecond.sample,দ্বিতীয় নমুনাপুর,clerk,{host}\n"),
        );
        let outcome = portal.build();
        let findings = outcome.findings();
        let found = findings.iter().find(|finding| finding.code == "bad-host");
        assert_eq!(
            found.map(|found| &*found.marked),
            Some(&*host),
            "{}",
            outcome.stderr
        );
    }
}
