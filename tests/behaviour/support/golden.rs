//! Output that is held: folders below `tests/golden`, which `UPDATE_GOLDEN=1 cargo test` writes anew.

use std::collections::BTreeMap;
use std::fs;

use super::diff::diff;
use super::files::{files, project};

/// Texts by the names of their files.
pub(crate) type Texts = BTreeMap<String, String>;

/// Holds texts against those of `tests/golden/<name>`, and shows what has changed.
#[track_caller]
pub(crate) fn looks_as_it_did(name: &str, now: &Texts) {
    let folder = project().join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&folder);
        for (name, text) in now {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
    }
    let before = texts(files(&folder));
    let changes = changes(&before, now);
    assert!(
        changes.is_empty(),
        "tests/golden/{name} has changed; if it should have, run `UPDATE_GOLDEN=1 cargo test golden` and read `git diff`\n\n{}",
        changes.join("\n\n")
    );
}

/// Files as texts.
pub(crate) fn texts(files: Vec<(String, Vec<u8>)>) -> Texts {
    files
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

fn changes(before: &Texts, now: &Texts) -> Vec<String> {
    let mut all = Vec::new();
    for name in before.keys().filter(|name| !now.contains_key(*name)) {
        all.push(format!("{name} is gone"));
    }
    for (name, now) in now {
        match before.get(name) {
            None => all.push(format!("{name} is new")),
            Some(before) if before != now => all.push(format!("{name}\n{}", diff(before, now))),
            Some(_) => {}
        }
    }
    all
}
