//! The list of what a browser keeps of a portal: whole, small, what helps most first, and the same from every build. How
//! the service worker behaves is for `tests/browser`.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::support::drawing::photograph;
use crate::support::hosts::FIRST;
use crate::support::paths::FIRST_FOLDER;
use crate::support::{Portal, gzip};

const ROOM: usize = 1_000_000;

/// The worker of a portal.
fn worker(portal: &Portal, host: &str) -> String {
    let path = portal.path(&format!("public/{host}/sw.js"));
    std::fs::read_to_string(path).expect("a worker")
}

/// What is kept of a portal, in order: path and digest.
fn kept(portal: &Portal, host: &str) -> Vec<(String, String)> {
    let worker = worker(portal, host);
    let (_, list) = worker.split_once("\"files\":").expect("a list");
    let (list, _) = list.split_once("};\n").expect("its end");
    let list: Vec<[String; 2]> =
        serde_json::from_str(&list.replace(",\n]", "]")).expect("a literal but for a comma");
    list.into_iter()
        .map(|[path, digest]| (path, digest))
        .collect()
}

fn paths(portal: &Portal, host: &str) -> Vec<String> {
    let kept = kept(portal, host);
    kept.into_iter().map(|(path, _)| path).collect()
}

/// The files of a portal with their sizes.
fn sizes(portal: &Portal, host: &str) -> Vec<(String, usize)> {
    let start = format!("{host}/");
    let files = portal.output().into_iter();
    files
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&start)?.to_owned(), bytes.len())))
        .collect()
}

/// How much is kept of a portal, in bytes; all of it must be there.
fn weight(portal: &Portal, host: &str) -> usize {
    let sizes = sizes(portal, host);
    let size = |path: &String| {
        let found = sizes.iter().find(|(name, _)| name == path);
        found.unwrap_or_else(|| panic!("{path} is not there")).1
    };
    paths(portal, host).iter().map(size).sum()
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

#[test]
fn a_portal_is_kept_whole_but_for_what_only_machines_read() {
    let portal = Portal::small();
    portal.build().succeeds();
    for office in ["first", "second", "third"] {
        let host = format!("dept.{office}.sample.gov.bd");
        let paths = paths(&portal, &host);
        let listed: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(listed.len(), paths.len(), "nothing stands twice");
        let there = sizes(&portal, &host);
        let there: BTreeSet<&str> = there
            .iter()
            .map(|(name, _)| &**name)
            .filter(|name| !["robots.txt", "sitemap.xml", "sw.js"].contains(name))
            .collect();
        assert_eq!(listed, there, "{host}");
    }
}

#[test]
fn the_shipped_offices_are_kept_whole_and_below_a_megabyte() {
    let portal = Portal::real();
    portal.build().succeeds();
    let hosts: BTreeSet<String> = portal
        .output()
        .iter()
        .filter_map(|(name, _)| Some(name.strip_suffix("/sw.js")?.to_owned()))
        .collect();
    assert_eq!(hosts.len(), 5);
    for host in hosts {
        let weight = weight(&portal, &host);
        assert!((100_000..=ROOM).contains(&weight), "{host}: {weight} bytes");
        let paths = paths(&portal, &host);
        for (name, _) in sizes(&portal, &host) {
            assert!(!is_page(&name) || paths.contains(&name), "{host}/{name}");
        }
    }
}

#[test]
fn the_directory_of_all_offices_has_no_worker_and_its_pages_ask_for_none() {
    let portal = Portal::small();
    let outcome = portal.build().succeeds();
    assert!(!portal.path("public/sw.js").exists());
    assert!(outcome.page("index.html").contains("data-directory"));
    assert!(
        !outcome
            .page(&format!("{FIRST}/index.html"))
            .contains("data-directory")
    );
}

#[test]
fn a_page_that_changed_is_told_by_its_digest_and_no_other_is() {
    let portal = Portal::small();
    portal.build().succeeds();
    let before = kept(&portal, FIRST);
    let portal = portal.edit(
        &format!("{FIRST_FOLDER}/pages/training.md"),
        "- দুই",
        "- তিন",
    );
    portal.build().succeeds();
    let after = kept(&portal, FIRST);
    let changed: Vec<&str> = before
        .iter()
        .zip(&after)
        .filter(|(before, after)| before != after)
        .map(|(_, (path, _))| &**path)
        .collect();
    // The page, and what the search knows of it.
    assert_eq!(changed, ["site-map/entries.js", "training/index.html"]);
    let is_digest = |text: &str| text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    assert!(after.iter().all(|(_, digest)| is_digest(digest)));
}

#[test]
fn packed_copies_for_servers_are_not_kept() {
    let portal = Portal::small();
    portal.build().succeeds();
    let plain = worker(&portal, FIRST);
    portal.run(&["build", "--compress", "gzip,br"]).succeeds();
    assert_eq!(worker(&portal, FIRST), plain);
    // Only a line of the charter changes, so most files stay as they are, packed copies and all.
    let portal = portal.edit("content/dept/charter.yaml", "নমুনা ভিশন", "অন্য ভিশন");
    portal.run(&["build", "--compress", "gzip"]).succeeds();
    assert_eq!(
        paths(&portal, FIRST).len(),
        plain.matches("\n[\"").count(),
        "the list stays whole"
    );
}

#[test]
fn of_a_picture_the_smallest_size_is_kept_and_downloads_fill_what_is_left() {
    let mut portal = Portal::small();
    let mut text = "---\ntitle: ছবি\n---\n".to_owned();
    for seed in 0..6 {
        let picture = photograph(800, 600, seed, "");
        portal = portal.with(&format!("{FIRST_FOLDER}/files/day-{seed}.jpg"), picture);
        writeln!(text, "![ছবি](/files/day-{seed}.jpg)").expect("a String");
    }
    let portal = portal
        .with(&format!("{FIRST_FOLDER}/pages/days.md"), text)
        .with(&format!("{FIRST_FOLDER}/files/book.pdf"), vec![b'x'; ROOM])
        .with(&format!("{FIRST_FOLDER}/files/leaf.pdf"), vec![b'x'; 1000]);
    portal.build().succeeds();
    let paths = paths(&portal, FIRST);
    let pictures: Vec<&String> = paths
        .iter()
        .filter(|path| path.starts_with("assets/pictures/"))
        .collect();
    assert_eq!(pictures.len(), 6, "{pictures:?}");
    assert!(pictures.iter().all(|path| path.contains("-480.")));
    assert!(paths.contains(&"files/leaf.pdf".to_owned()));
    assert!(!paths.contains(&"files/book.pdf".to_owned()));
    let last_page = paths.iter().rposition(|path| is_page(path));
    let first_picture = paths.iter().position(|path| path == pictures[0]);
    assert!(last_page < first_picture, "pages come first");
    assert!(weight(&portal, FIRST) <= ROOM);
}

#[test]
fn of_more_than_finds_room_the_services_and_the_newest_notices_are_kept() {
    let text = "এই বিজ্ঞপ্তির লেখা বেশ লম্বা। ".repeat(200);
    let mut portal = Portal::small();
    for day in 0..80 {
        let (month, day) = (1 + day / 28, 1 + day % 28);
        portal = portal.with(
            &format!("{FIRST_FOLDER}/notices/n-{month:02}-{day:02}.md"),
            format!(
                "---\ntitle: বিজ্ঞপ্তি {month} {day}\ndate: 2025-{month:02}-{day:02}\n---\n{text}\n"
            ),
        );
    }
    portal.build().succeeds();
    let paths = paths(&portal, FIRST);
    let weight = weight(&portal, FIRST);
    assert!((ROOM * 9 / 10..=ROOM).contains(&weight), "{weight} bytes");
    let of_notices = |path: &str| path.starts_with("notices/n-");
    for (name, _) in sizes(&portal, FIRST) {
        // The fixture has an old notice beside these.
        let may_miss = of_notices(&name)
            || name == "notices/winter/index.html"
            || name.starts_with("poster/")
            || !is_page(&name);
        assert!(may_miss || paths.contains(&name), "{name} is not kept");
    }
    let notices: Vec<&String> = paths.iter().filter(|path| of_notices(path)).collect();
    let mut newest_first = notices.clone();
    newest_first.sort();
    newest_first.reverse();
    assert_eq!(notices, newest_first);
    assert!((10..80).contains(&notices.len()));
    assert_eq!(notices[0], "notices/n-03-24/index.html");
}

#[test]
fn a_theme_without_a_worker_writes_none() {
    let portal = Portal::small().without("themes/portal/static/offline.js");
    portal.build().succeeds();
    assert!(
        !portal
            .output()
            .iter()
            .any(|(name, _)| name.ends_with("sw.js"))
    );
}

#[test]
fn all_scripts_together_are_small() {
    let portal = Portal::real();
    portal.build().succeeds();
    let host = "doict.rupganj.narayanganj.gov.bd";
    let worker = worker(&portal, host);
    // Words and list differ from office to office; they are no script but what it speaks of.
    let (own, script) = worker
        .split_once("]};\n")
        .expect("the script behind the list");
    let assets = portal.output().into_iter();
    let assets = assets
        .filter(|(name, _)| name.starts_with(&format!("{host}/assets/")) && name.ends_with(".js"));
    let mut weights: Vec<(String, usize)> =
        assets.map(|(name, bytes)| (name, gzip(&bytes))).collect();
    weights.push(("sw.js".to_owned(), gzip(script.as_bytes())));
    let weight: usize = weights.iter().map(|(_, bytes)| bytes).sum();
    assert_eq!(weights.len(), 3, "{weights:?}");
    assert!(weight <= 12 * 1024, "{weights:?}");
    assert!(gzip(own.as_bytes()) <= 3 * 1024, "what is the office's own");
}
