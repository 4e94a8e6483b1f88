//! Whole files as they were: the small site, its charter in the form of field offices, an office and the directory in both
//! languages, and the call list. `UPDATE_GOLDEN=1 cargo test` rewrites them; a person reads the difference. Digests in the
//! names of assets are left out, so that only changes of pages show.

use crate::support::golden::{Texts, looks_as_it_did, texts};
use crate::support::paths::{CHARTER, DEPARTMENT, DISTRICTS, OFFICES};
use crate::support::sites::large;
use crate::support::{Portal, files};

#[test]
fn the_small_site_looks_as_it_did() {
    let portal = Portal::small();
    portal.build().succeeds();
    looks_as_it_did("small", &pages(&portal, |_| true));
}

#[test]
fn the_form_of_field_offices_looks_as_it_did() {
    let portal = Portal::field();
    portal.build().succeeds();
    let is_form = |name: &str| name.contains("/charter/") || name.contains("/services/");
    looks_as_it_did("field", &pages(&portal, is_form));
}

/// An office that is translated in part: its English pages, and those that tell of the other language.
#[test]
fn an_office_in_both_languages_looks_as_it_did() {
    let portal = translated(Portal::small())
        .edit(
            CHARTER,
            "      responsible: clerk\n    - id: second-service\n",
            "      responsible: clerk\n      en:\n        name: First sample service\n        fee: 50 taka\n    - id: second-service\n",
        )
        .with(
            "content/dept/offices/first.sample/pages/training.en.md",
            "---\ntitle: Training\n---\nA *sample* of a page.\n",
        );
    portal
        .run(&["build", "--office", "first.sample"])
        .succeeds();
    let in_both = |name: &str| {
        let path = name.strip_prefix("dept.first.sample.gov.bd/");
        path.is_some_and(|path| {
            let bangla = [
                "index.html",
                "services/first-service/index.html",
                "training/index.html",
            ];
            path.starts_with("en/") || path.ends_with(".json") || bangla.contains(&path)
        })
    };
    looks_as_it_did("both-languages", &pages(&portal, in_both));
}

/// One page of each level: the country, a division, a district.
#[test]
fn the_directory_in_both_languages_looks_as_it_did() {
    let portal = translated(large(16));
    portal.run(&["build", "--shard", "1/100"]).succeeds();
    let levels = [
        "index.html",
        "offices/উত্তর/index.html",
        "offices/উত্তর/d4/index.html",
    ];
    let is_level = |name: &str| levels.contains(&name.strip_prefix("en/").unwrap_or(name));
    let pages = pages(&portal, is_level);
    assert_eq!(pages.len(), 2 * levels.len(), "{:?}", pages.keys());
    looks_as_it_did("directory", &pages);
}

/// An office with what nobody has confirmed, one without an officer, and one that is complete.
#[test]
fn the_call_list_looks_as_it_did() {
    let portal = Portal::small();
    portal.run(&["check", "--today", "2025-07-01", "--report", "calls"]);
    let mut list = texts(files(&portal.path("calls")));
    list.retain(|name, _| !name.starts_with(".sanad/") && !name.starts_with("assets/"));
    assert!(list.contains_key("districts/sample/index.html"));
    for text in list.values_mut() {
        *text = without_digests(text);
    }
    looks_as_it_did("calls", &list);
}

/// In both languages, with English for what offices share.
fn translated(portal: Portal) -> Portal {
    let department = portal.text(DEPARTMENT);
    let english = "en:\n  name: Department of Samples\n  office_name: Upazila Sample Office\n";
    portal
        .in_both_languages()
        .with(DEPARTMENT, department + english)
        .with_column(
            DISTRICTS,
            "name_en",
            &[("sample", "Sample"), ("d4", "Samplepur")],
        )
        .with_column(OFFICES, "upazila_en", &[("first.sample", "Sampleton")])
}

/// The files of a site that matter.
fn pages(portal: &Portal, matters: impl Fn(&str) -> bool) -> Texts {
    let mut pages = texts(portal.output());
    pages.retain(|name, _| !name.contains("assets/") && matters(name));
    for (name, text) in &mut pages {
        let is_worker = name.ends_with("/sw.js");
        *text = if is_worker {
            list_of_worker(text)
        } else {
            without_digests(text)
        };
    }
    pages
}

/// What a service worker keeps, by name and in order: its words and its script are the theme's.
fn list_of_worker(script: &str) -> String {
    let paths = script.lines().filter_map(|line| line.strip_prefix("[\""));
    let paths = paths.filter_map(|line| line.split('"').next());
    // The name of an asset ends with a digest and its kind.
    let plain = |path: &str| match path.strip_prefix("assets/") {
        Some(name) => format!("assets/{}", name.split('.').next().unwrap_or_default()),
        None => path.to_owned(),
    };
    paths.map(|path| plain(path) + "\n").collect()
}

fn without_digests(html: &str) -> String {
    let mut text = html.to_owned();
    for (start, end) in [
        ("style.", ".css"),
        ("poster.", ".css"),
        ("directory.", ".css"),
        ("report.", ".css"),
        ("icon.", ".svg"),
        ("page.", ".js"),
    ] {
        let mut from = 0;
        while let Some(at) = text[from..].find(start).map(|at| from + at + start.len()) {
            from = at;
            if text[at..].len() > 8 && text[at + 8..].starts_with(end) {
                text.replace_range(at..at + 8, "digest");
            }
        }
    }
    text
}
