//! Licences, sources and versions of every package, from `cargo metadata`.
//!
//! cargo-deny does the same; building it would take longer than all else that is checked. As strict: each licence
//! expression must be satisfiable by the list below, every package comes from crates.io, none is in the list of banned
//! ones, and none asks for a newer Rust than ours.

use std::process::Command;

use serde_json::Value;

use crate::support::project;

/// Licences that a government office may pass on with MIT software.
const LICENCES: [&str; 13] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unlicense",
    "CC0-1.0",
    "Unicode-3.0",
    "0BSD",
    // Of the Independent JPEG Group: free for every use; who passes the program on says that its work is in it (README).
    "IJG",
];
/// File-level copyleft that binds only who changes these packages themselves.
const WEAK_COPYLEFT: [(&str, &str); 8] = [
    ("lightningcss", "MPL-2.0"),
    ("lightningcss-derive", "MPL-2.0"),
    ("parcel_selectors", "MPL-2.0"),
    ("parcel_sourcemap", "MPL-2.0"),
    ("cssparser", "MPL-2.0"),
    ("dtoa-short", "MPL-2.0"),
    ("cssparser-color", "MPL-2.0"),
    ("cssparser-macros", "MPL-2.0"),
];
const BANNED: [&str; 4] = ["openssl", "openssl-sys", "reqwest", "serde_yaml"];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(project())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn packages(metadata: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let list = metadata["packages"].as_array().expect("packages");
    list.iter()
        .map(|package| (package["name"].as_str().expect("a name"), package))
        .filter(|(name, _)| *name != "sanad")
}

/// Whether an SPDX expression can be satisfied; `/` is the old form of OR.
fn satisfied(name: &str, expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let known = |licence: &str| {
        let licence = licence.trim_matches(|c: char| matches!(c, '(' | ')' | ' '));
        LICENCES.contains(&licence) || WEAK_COPYLEFT.contains(&(name, licence))
    };
    // Parentheses enclose only alternatives in the packages that exist, so AND binds the groups.
    expression
        .split(" AND ")
        .all(|group| group.split(" OR ").any(known))
}

#[test]
fn every_licence_is_one_that_may_be_passed_on() {
    let metadata = metadata();
    for (name, package) in packages(&metadata) {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(satisfied(name, licence), "{name}: {licence}");
    }
}

#[test]
fn every_package_comes_from_the_registry_and_none_is_banned() {
    let metadata = metadata();
    for (name, package) in packages(&metadata) {
        let source = package["source"].as_str().unwrap_or("a path");
        assert!(
            source.starts_with("registry+"),
            "{name} comes from {source}"
        );
        assert!(!BANNED.contains(&name), "{name} is banned");
    }
}

#[test]
fn no_package_asks_for_a_newer_rust_than_ours() {
    let metadata = metadata();
    let number = |version: &str| {
        version
            .split('.')
            .map(|part| part.parse::<u32>().unwrap_or(0))
            .chain([0, 0])
            .take(3)
            .collect::<Vec<_>>()
    };
    let ours = number(
        metadata["packages"]
            .as_array()
            .and_then(|list| list.iter().find(|package| package["name"] == "sanad"))
            .and_then(|package| package["rust_version"].as_str())
            .expect("rust-version"),
    );
    for (name, package) in packages(&metadata) {
        let theirs = package["rust_version"]
            .as_str()
            .map(number)
            .unwrap_or_default();
        assert!(theirs <= ours, "{name} asks for Rust {theirs:?}");
    }
}

#[test]
fn an_expression_is_read_as_spdx_means_it() {
    assert!(
        satisfied("x", "MIT OR GPL-3.0")
            && satisfied("x", "(MIT OR Apache-2.0) AND Unicode-3.0")
            && satisfied("x", "MIT/Apache-2.0")
    );
    assert!(
        !satisfied("x", "GPL-3.0")
            && !satisfied("x", "MIT AND GPL-3.0")
            && !satisfied("x", "MPL-2.0")
            && !satisfied("x", "none")
    );
}
