//! `check --fix` over whatever an office writes: it ends, makes no mistake, and a second time changes nothing.
//!
//! The bytes are text, its parts apart by a line of `=====`: a page, `office.yaml`, and the charter of an office.

#![no_main]

mod folder;
#[path = "../behaviour/support/mending.rs"]
#[allow(dead_code, reason = "shared with tests/behaviour")]
mod mending;

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static SITE: LazyLock<PathBuf> = LazyLock::new(folder::small_site);

const FILES: [&str; 3] = [
    "content/dept/offices/first.sample/pages/training.md",
    "content/dept/offices/first.sample/office.yaml",
    "content/dept/offices/first.sample/charter.yaml",
];

fuzz_target!(|text: &str| {
    let parts = text.split("\n=====\n").map(|part| part.as_bytes().to_vec());
    let files = FILES.iter().map(ToString::to_string).zip(parts).collect();
    let harm = folder::with(&SITE, &files, mending::harm);
    assert_eq!(harm, None);
});
