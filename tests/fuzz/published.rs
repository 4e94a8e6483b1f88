//! What one office writes, published and judged: bytes → the files of an office → its portal → the judge of tests/behaviour.
//!
//! The bytes are text, its parts apart by a line of `=====`: the Markdown of a page, then its title and summary, what
//! `office.yaml` says of officer and address, the name of a service, and the cells of the row, upazila and officer. Parts
//! that are missing are not written. Values go between double quotes with their backslashes as they are, so that escapes
//! of YAML are tried as well.

#![no_main]

mod country;
mod folder;
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

/// Beginnings or parts of what is known already, apart by commas, so that the search goes on behind it.
const KNOWN: &str = "SANAD_FUZZ_KNOWN";

fuzz_target!(|bytes: &[u8]| {
    SITE.with_borrow_mut(|site| {
        let site = site.get_or_insert_with(Site::new);
        let found = site.publish(&String::from_utf8_lossy(bytes));
        let known = std::env::var(KNOWN).unwrap_or_default();
        let is_known = |told: &String| {
            let mut known = known.split(',').filter(|part| !part.is_empty());
            known.any(|part| told.contains(part))
        };
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        let new: Vec<&String> = told.iter().filter(|told| !is_known(told)).collect();
        assert!(new.is_empty(), "{new:#?}");
    });
});
