//! Any picture: bytes → the smaller ones that a portal shows.

#![no_main]

#[path = "../behaviour/support/parsing.rs"]
#[allow(dead_code, reason = "shared with tests/behaviour")]
mod parsing;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(parsing::fault_of_picture(bytes), None);
});
