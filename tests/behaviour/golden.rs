//! The whole output of the small site, and what its charter and services look like in the form of field offices, compared
//! file by file. `UPDATE_GOLDEN=1 cargo test` rewrites them; a person reads the difference. The style sheet's name carries its digest, which is left out so that only changes of pages show.

use std::fs;

use crate::support::{Portal, files, project};

#[test]
fn the_small_site_looks_as_it_did() {
    looks_as_it_did(&Portal::small(), "small", |_| true);
}

#[test]
fn the_form_of_field_offices_looks_as_it_did() {
    looks_as_it_did(&Portal::field(), "field", |name| {
        name.contains("/charter/") || name.contains("/services/")
    });
}

/// Compares the files of a site that matter with those of `tests/golden/<name>`.
fn looks_as_it_did(portal: &Portal, name: &str, matters: impl Fn(&str) -> bool) {
    portal.build().succeeds();
    let output: Vec<(String, String)> = portal
        .output()
        .into_iter()
        .filter(|(name, _)| !name.contains("assets/") && matters(name))
        .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
        .map(|(name, text)| {
            let is_worker = name.ends_with("/sw.js");
            let plain = if is_worker {
                list_of_worker
            } else {
                without_digests
            };
            let text = plain(&text);
            (name, text)
        })
        .collect();
    let folder = project().join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&folder);
        for (name, text) in &output {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
    }
    let golden: Vec<(String, String)> = files(&folder)
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
        .collect();
    let names = |list: &[(String, String)]| {
        list.iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&output), names(&golden));
    for ((name, now), (_, before)) in output.iter().zip(&golden) {
        let at = now
            .bytes()
            .zip(before.bytes())
            .position(|(a, b)| a != b)
            .unwrap_or(now.len().min(before.len()));
        let around = |text: &str| {
            text.chars()
                .skip(
                    text[..text.floor_char_boundary(at)]
                        .chars()
                        .count()
                        .saturating_sub(40),
                )
                .take(120)
                .collect::<String>()
        };
        assert_eq!(
            now,
            before,
            "\n{name} differs:\n  now    …{}\n  before …{}",
            around(now),
            around(before)
        );
    }
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
