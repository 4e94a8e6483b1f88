//! Marks: they stand in rendered HTML where something is put in later, a name between two signs of the private use area,
//! which no content can hold.

use crate::model::{Language, PLACEHOLDERS, Places};

/// Encloses a mark.
pub(super) const MARK: char = '\u{E000}';
/// Stands between the name of a part and its arguments.
pub(super) const SEPARATOR: char = '\u{E001}';
/// Begins the name of a placeholder whose word is put into JSON.
pub(super) const IN_JSON: &str = "json ";
/// Begins the name of a placeholder in a text in Bangla, on a page in another language.
pub(super) const BANGLA: &str = "bn ";
/// Begins the name of a placeholder that stands between tags, where its word may have a `lang`.
pub(super) const BETWEEN_TAGS: &str = "tagged ";
pub(super) const MARK_BYTES: &[u8] = "\u{E000}".as_bytes();

/// The mark of a field or a placeholder. The spaces keep the minifier from dropping quotes around it.
pub(super) fn mark(name: &str) -> String {
    format!("{MARK} {name} {MARK}")
}

/// Marks in place of an office's words: what is rendered with them fits every office.
pub(super) fn any_place(language: Language) -> Places {
    any_place_behind("", language)
}

/// The same where they stand inside a text of JSON.
pub(super) fn any_place_in_json(language: Language) -> Places {
    any_place_behind(IN_JSON, language)
}

fn any_place_behind(prefix: &str, language: Language) -> Places {
    let own = marked(prefix, language);
    match language {
        Language::Bangla => own,
        Language::English => Places {
            bangla: Some(Box::new(marked(
                &format!("{prefix}{BANGLA}"),
                Language::Bangla,
            ))),
            ..own
        },
    }
}

fn marked(prefix: &str, language: Language) -> Places {
    let [upazila, district, division, office, host] =
        PLACEHOLDERS.map(|name| mark(&format!("{prefix}{name}")));
    Places {
        upazila,
        district,
        division,
        office,
        host,
        language,
        bangla: None,
    }
}
