//! A schema and the program that reads the file agree: about keys that are missing, empty or without a value, and about
//! what a value may be.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use sanad::diagnostic::{Diagnostic, Severity};
use sanad::load;
use sanad::model::{AreaCode, Audience, Date, Email, Host, Phone, SharedText, Slug, WebAddress};
use serde_json::{Value, json};

use crate::support::schema;
use crate::support::{Portal, files};

/// What the public reads, on a day.
fn public() -> Audience {
    Audience::Public {
        today: Date::parse("2025-07-01").expect("a day"),
    }
}

/// Whether reading the content finds an error in a file.
fn refused(content: &Path, file: &str) -> bool {
    let mut found = Vec::new();
    load::country(content, &mut found).expect("a folder that can be read");
    let departments =
        load::departments(content, public(), &mut found).expect("a folder that can be read");
    for department in &departments {
        found.extend(department.shared.iter().chain(&department.stray).cloned());
        for row in &department.rows {
            let office = load::office(content, department, row, public())
                .expect("a folder that can be read");
            found.extend(office.found);
        }
    }
    let is_error =
        |found: &Diagnostic| found.severity == Severity::Error && found.place.file.ends_with(file);
    found.iter().any(is_error)
}

/// Every place of a value at which a key can be taken out.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let at = format!("{at}/{key}");
                all.push(at.clone());
                places(value, &at, all);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                places(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// The value without a key, or with something else in its place.
fn changed(value: &Value, at: &str, to: Option<&Value>) -> Value {
    let mut value = value.clone();
    let (above, key) = at.rsplit_once('/').expect("a path");
    let map = value
        .pointer_mut(above)
        .and_then(Value::as_object_mut)
        .expect("a map");
    match to {
        Some(to) => map.insert(key.to_owned(), to.clone()),
        None => map.remove(key),
    };
    value
}

#[test]
fn a_key_is_required_exactly_where_reading_calls_it_missing() {
    let portal = crate::support::readme::site();
    let content = portal.path("content");
    let mut tried = 0;
    for (path, bytes) in files(&content) {
        let path = format!("/{path}");
        let Some(name) = schema::kind(&path) else {
            continue;
        };
        let validator = jsonschema::validator_for(&schema::of(name)).expect("a schema");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let value = schema::read(&text);
        let mut all = Vec::new();
        places(&value, "", &mut all);
        for at in all {
            for to in [
                None,
                Some(json!(null)),
                Some(json!("")),
                Some(json!([])),
                Some(json!({})),
                Some(json!("{unknown}")),
            ] {
                let other = changed(&value, &at, to.as_ref());
                let body = if path.ends_with(".md") {
                    format!("---\n{other}\n---\n\nলেখা।\n")
                } else {
                    other.to_string()
                };
                fs::write(content.join(&path[1..]), body).expect("a file");
                let refused = refused(&content, &path);
                let fits = validator.is_valid(&other);
                // Whether a service is the office's own, so that it needs all keys, only the shared charter knows; and
                // whether a post or a service exists, only the department. How many papers or laws there are in Bangla
                // stands in another key than their English.
                let lists = ["/required_documents", "/legal_basis"];
                let beyond = name == "office-charter" && at.starts_with("/services/")
                    || lists.iter().any(|list| at.ends_with(list));
                let agree = if beyond {
                    fits || refused
                } else {
                    fits != refused
                };
                assert!(
                    agree,
                    "{path}{at} as {to:?}: the schema {fits}, the program {}",
                    !refused
                );
                tried += 1;
            }
        }
        fs::write(content.join(&path[1..]), text).expect("a file");
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn what_is_wrong_in_one_file_only_is_what_the_test_above_sees() {
    let portal = Portal::small();
    let content = portal.path("content");
    assert!(!refused(&content, "/portal.yaml") && !refused(&content, "/dept/charter.yaml"));
    let portal = portal.with("content/portal.yaml", "theme: portal\n");
    assert!(refused(&content, "/portal.yaml") && !refused(&content, "/dept/charter.yaml"));
    drop(portal);
}

/// Whether a schema takes a text for the value at a place of its keys.
fn takes(name: &str, at: &str, text: &str) -> bool {
    let schema = schema::of(name);
    let leaf = schema
        .pointer(at)
        .unwrap_or_else(|| panic!("{name} has no {at}"));
    jsonschema::validator_for(leaf)
        .expect("a schema")
        .is_valid(&json!(text))
}

#[test]
fn numbers_that_officers_write_are_taken_and_others_are_not() {
    for text in [
        "০১৭৮১২৭১৯৩৪",
        "01781-271934",
        "+880 1781 271934",
        "+৮৮০ ২৪৭৬৫১২৮৭",
        "০২-৪৭৬৫১২৮৭",
        "০২ 476512 87",
    ] {
        assert!(
            Phone::parse(text).is_ok() && takes("office", "/properties/phone", text),
            "{text}"
        );
    }
    for text in [
        "০১৭৮১২২৭১৯৩৪",
        "1781271934",
        "+8801",
        "০২",
        "০১৭/১৮",
        "8801781271934",
        "০০৮৮০১৭৮১২৭১৯৩৪",
    ] {
        assert!(
            Phone::parse(text).is_err() && !takes("office", "/properties/phone", text),
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_phone_fits_when_it_can_be_dialled(text in "[+]?[ -]?(880|৮৮০|0|০|[0-9])[ -]?[0-9০-৯]{0,4}[ -]{0,2}[0-9০-৯]{3,8}[ -]?") {
        prop_assert_eq!(takes("office", "/properties/phone", &text), Phone::parse(&text).is_ok());
    }

    #[test]
    fn a_day_that_exists_fits(text in "(19|20|২০|21|18|22)[0-9০-৯]{2}-[01০১][0-9০-৯]-[0-3০-৩][0-9০-৯]") {
        prop_assert!(Date::parse(&text).is_err() || takes("office", "/properties/verified_on", &text));
    }

    #[test]
    fn an_address_of_mail_fits_when_it_is_one(text in "[a-zA-Z.+_-]{0,4}@[a-z0-9.-]{0,8}[.][a-z-]{0,3}") {
        prop_assert_eq!(takes("office", "/properties/email", &text), Email::parse(&text).is_some());
    }

    #[test]
    fn a_host_fits_when_it_is_one(text in "[a-zA-Z0-9.-]{0,12}") {
        prop_assert_eq!(takes("department", "/properties/host", &text), Host::parse(&text).is_some());
    }

    #[test]
    fn a_link_fits_when_it_is_one(text in "(https?|ftp)://[a-zA-Z0-9.-]{0,6}[.][a-z]{1,3}[/?#:]?[a-zক \"<']{0,4}") {
        prop_assert_eq!(takes("portal", "/properties/links/items/properties/url", &text), WebAddress::parse(&text).is_some());
    }

    #[test]
    fn a_code_fits_when_it_is_one(text in "[ ]?[0-9০-৯ক]{0,8}[ ]?") {
        prop_assert_eq!(takes("office", "/properties/code", &text), AreaCode::parse(&text).is_some());
    }

    #[test]
    fn an_id_fits_when_it_is_one(text in "[a-zA-Z0-9ক-৯ঁ-ঃ।_.-]{0,10}") {
        prop_assert_eq!(takes("office", "/properties/post", &text), Slug::parse(&text).is_some());
    }

    #[test]
    fn a_shared_text_fits_when_its_placeholders_are_known(text in "[ক\n{}]{0,3}(upazila|district|host|upazilla|x)?[ক }{]{0,3}") {
        let said = !text.trim().is_empty() && SharedText::parse(&text).is_ok();
        prop_assert_eq!(takes("page", "/properties/title", &text), said);
    }
}
