//! Values of another kind than their key needs: the parser's words for it, in plain ones.

use super::Error;
use crate::diagnostic::{Message, Said, phrase, say};
use crate::model::Language;

/// What is said of a value of another kind than its key needs.
pub(super) fn wrong_kind(error: &Error, name: &str) -> Said {
    match error {
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => say::wrong_kind_word(name, variant, list(expected)),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            // What it says in English is ours, or plain enough.
            let kind = kind(expected);
            say::wrong_kind(
                name,
                &Message::from((&**expected, kind.get(Language::Bangla))),
            )
        }
        Error::NullIntoString { .. } => say::wrong_kind_nothing(name),
        Error::InvalidBooleanStrict { .. } => say::wrong_kind(name, &phrase::kind_bool()),
        Error::Unexpected { expected, .. } => say::wrong_kind(name, &kind(expected)),
        Error::InvalidScalar { ty, .. } => say::wrong_kind(name, &kind(ty)),
        _ => say::wrong_kind_other(name),
    }
}

/// The parser's words for what it expected, in plain ones.
fn kind(expected: &str) -> Message {
    if expected.contains("list of texts") {
        phrase::kind_texts()
    } else if expected.contains("sequence") {
        phrase::kind_list()
    } else if expected.contains("mapping") {
        phrase::kind_keys()
    } else if expected.contains("string") || expected.contains("scalar") {
        phrase::kind_text()
    } else if expected.contains("bool") {
        phrase::kind_bool()
    } else if is_number(expected) {
        phrase::kind_number()
    } else {
        phrase::kind_other()
    }
}

/// Whether a number was expected: `u32`, `an integer`.
fn is_number(expected: &str) -> bool {
    let is_type = expected.starts_with(['i', 'u', 'f'])
        && expected.len() > 1
        && expected[1..].bytes().all(|b| b.is_ascii_digit());
    is_type || expected.contains("integer") || expected.contains("number")
}

/// Whether keys were expected.
pub(super) fn wants_keys(error: &Error) -> bool {
    expected(error)
        .is_some_and(|expected| expected.contains("mapping") || expected.contains("struct"))
}

/// Whether a list was expected.
pub(super) fn wants_list(error: &Error) -> bool {
    expected(error).is_some_and(|expected| expected.contains("sequence"))
}

fn expected(error: &Error) -> Option<&str> {
    match error {
        Error::Unexpected { expected, .. } => Some(expected),
        Error::SerdeInvalidType { expected, .. } => Some(expected),
        _ => None,
    }
}

/// Names, each as it is written.
pub(super) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
