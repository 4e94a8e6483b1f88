//! Any table in place of one of the small site: bytes → load → check.

#![no_main]

mod folder;
#[path = "../behaviour/support/mending.rs"]
#[allow(dead_code, reason = "shared with tests/behaviour")]
mod mending;

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static SITE: LazyLock<PathBuf> = LazyLock::new(folder::small_site);

/// What stands in turn for the input.
const FILES: [&str; 2] = ["content/dept/offices.csv", "content/dept/districts.csv"];

fuzz_target!(|input: &[u8]| {
    // Whatever stands there, it is read or told: no panic, and no fault of the machine.
    folder::with_one_of(&SITE, &FILES, input, mending::findings);
});
