//! What one office writes, published and judged: bytes → the files of an office → its portal → the judge of tests/behaviour.
//!
//! The bytes are text, its parts apart by a line of `=====`: the Markdown of a page, then its title and summary, what
//! `office.yaml` says of officer and address, the name of a service, and the cells of the row, upazila and officer. Parts
//! that are missing are not written. Values go between double quotes with their backslashes as they are, so that escapes
//! of YAML are tried as well.

#![no_main]

mod country;
mod site;

#[path = "../behaviour/published.rs"]
#[allow(
    dead_code,
    reason = "the judge is shared; whole folders are judged elsewhere"
)]
mod published;

use libfuzzer_sys::fuzz_target;

use site::Site;

thread_local! {
    static SITE: std::cell::RefCell<Option<Site>> = const { std::cell::RefCell::new(None) };
}

fuzz_target!(|bytes: &[u8]| {
    SITE.with_borrow_mut(|site| {
        let site = site.get_or_insert_with(Site::new);
        let found = site.publish(&String::from_utf8_lossy(bytes));
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    });
});
