//! Any Markdown: bytes → outline and HTML. What is published of it is judged by `published`.

#![no_main]

#[path = "../behaviour/support/parsing.rs"]
#[allow(dead_code, reason = "shared with tests/behaviour")]
mod parsing;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let fault = parsing::fault_of_markdown(text);
    assert!(fault.is_none(), "{fault:?}");
    parsing::html(text);
});
