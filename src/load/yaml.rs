//! YAML text → raw shapes with text leaves. The only file that names `serde_yaml`.
//!
//! serde stops at the first mistake; people want all of them. So a mistake that concerns one key is noted, the key is
//! blanked out, and the text is read again, until it reads or the rest cannot be understood.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_yaml::{DuplicateKeyPolicy, Error, MergeKeyPolicy, Options};

use super::locate::{self, Entry};
use crate::diagnostic::{Diagnostic, Place};

/// More mistakes than this in one file are not listed one by one.
const MAX_MISTAKES: usize = 40;

/// Reads a YAML text; `offset` is where it begins in the file (front matter begins below its fence).
///
/// Gives `None` when nothing of it can be used. A value beside mistakes is good for further checks, not for publishing.
pub(super) fn read<T: DeserializeOwned>(
    file: &Arc<str>,
    text: &str,
    offset: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let mut text = text.to_owned();
    for attempt in 0..MAX_MISTAKES {
        let error = match serde_yaml::from_str_with_options::<T>(&text, options()) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let fault = Fault::of(&error, &text);
        if attempt > 0 && fault.blank.is_none() {
            // What blanking left behind cannot be read; that is our doing, not the author's.
            return None;
        }
        let marked = fault.marked.start + offset..fault.marked.end + offset;
        found.push(Diagnostic::error(
            fault.code,
            Place::bytes(file, marked),
            fault.message,
            fault.hint,
        ));
        text = blanked(&text, fault.blank?);
    }
    None
}

/// Built per call: `Options` may hold callbacks and is not meant to be shared between threads.
fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: 16, max_nodes: 20_000, max_documents: 1 },
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        reject_unsupported_tags: true,
        reject_tagged_field_names: true,
        strict_booleans: true,
        with_snippet: false,
    }
}

/// A YAML mistake in plain words.
struct Fault {
    code: &'static str,
    marked: Range<usize>,
    message: String,
    hint: String,
    /// What to take out so that the rest can be read.
    blank: Option<Range<usize>>,
}

impl Fault {
    fn of(error: &Error, text: &str) -> Self {
        let at = error
            .location()
            .and_then(|location| location.span().byte_offset())
            .map_or(text.len(), index);
        let at = text.floor_char_boundary(at);
        let entries = locate::entries(text);
        let entry = entries.iter().rev().find(|entry| {
            entry.key.contains(&at)
                || entry.value.start == at && entry.value.start < entry.value.end
        });
        let word = at..text[at..]
            .find(['\n', '\r'])
            .map_or(text.len(), |end| at + end);
        let whole = entry.map(|entry| entry.key.start..entry.value.end);
        let key = entry.map_or(word.clone(), |entry| entry.key.clone());
        let value = entry.map_or(word.clone(), |entry| first_line(text, &entry.value));
        match error {
            Error::SerdeUnknownField {
                field, expected, ..
            } => Self {
                code: "unknown-key",
                marked: key,
                message: format!("`{field}` is not a key that can stand here"),
                hint: unknown_key_hint(field, expected),
                blank: whole,
            },
            Error::DuplicateMappingKey { key: name, .. } => Self {
                code: "doubled-key",
                marked: key,
                message: format!(
                    "`{}` stands here for the second time",
                    name.as_deref().unwrap_or("the key")
                ),
                hint: "keep one of the two".to_owned(),
                blank: whole,
            },
            Error::SerdeInvalidType { .. }
            | Error::Unexpected { .. }
            | Error::InvalidScalar { .. }
            | Error::InvalidBooleanStrict { .. }
            | Error::SerdeUnknownVariant { .. }
            | Error::SerdeInvalidValue { .. }
            | Error::NullIntoString { .. }
            | Error::Message { .. } => Self {
                code: "wrong-kind",
                marked: value,
                message: wrong_kind(error, entry),
                hint: "write the value in the form that README.md shows for this key".to_owned(),
                blank: whole,
            },
            Error::Eof { .. } => Self {
                code: "empty-file",
                marked: 0..0,
                message: "the file is empty".to_owned(),
                hint: "write at least one key, or delete the file".to_owned(),
                blank: None,
            },
            Error::MultipleDocuments { .. } => Self {
                code: "yaml-syntax",
                marked: word,
                message: "a second document begins here".to_owned(),
                hint: "one file holds one document; delete the line `---`".to_owned(),
                blank: None,
            },
            Error::MergeKeyNotAllowed { .. } | Error::UnknownAnchor { .. } => Self::anchor(word),
            _ => Self::syntax(error, text, word),
        }
    }

    fn anchor(marked: Range<usize>) -> Self {
        Self {
            code: "yaml-anchor",
            marked,
            message: "anchors (&name), aliases (*name) and `<<` cannot be used here".to_owned(),
            hint: "write the text out; if it begins with & or *, put it in quotes".to_owned(),
            blank: None,
        }
    }

    fn syntax(error: &Error, text: &str, word: Range<usize>) -> Self {
        let reason = error.to_string();
        let reason = reason.lines().next().unwrap_or_default();
        if reason.contains("anchor") || reason.contains("alias") {
            return Self::anchor(word);
        }
        if reason.contains("budget") {
            return Self {
                code: "yaml-too-large",
                marked: word,
                message: "the file holds more, or deeper nested, entries than any content needs"
                    .to_owned(),
                hint: "split it, or look for an indentation that went wrong".to_owned(),
                blank: None,
            };
        }
        let tab = text[..word.start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let hint = if text[tab..word.end].starts_with('\t')
            || text[tab..word.end]
                .trim_start_matches(' ')
                .starts_with('\t')
        {
            "indent with spaces; YAML does not allow tabs"
        } else {
            "look at the indentation and the quotes; a text that holds `: ` or begins with a special sign goes into quotes"
        };
        Self {
            code: "yaml-syntax",
            marked: word,
            message: format!("this cannot be read as YAML: {}", brief(reason)),
            hint: hint.to_owned(),
            blank: None,
        }
    }
}

fn brief(reason: &str) -> &str {
    let cut = reason.find(" at line ").unwrap_or(reason.len());
    reason[..cut].trim_end_matches([':', ' '])
}

fn wrong_kind(error: &Error, entry: Option<&Entry>) -> String {
    let name = entry.map_or("this", |entry| {
        entry.path.rsplit('.').next().unwrap_or("this")
    });
    match error {
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => {
            format!(
                "`{name}` cannot be `{variant}`; it can be {}",
                list(expected)
            )
        }
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            format!("`{name}` must be {expected}")
        }
        Error::NullIntoString { .. } => format!("`{name}` has no value"),
        Error::InvalidBooleanStrict { .. } => format!("`{name}` must be true or false"),
        Error::Unexpected { expected, .. } => format!("`{name}` must be {}", kind(expected)),
        Error::InvalidScalar { ty, .. } => format!("`{name}` must be {}", kind(ty)),
        Error::Message { msg, .. } => format!("`{name}`: {msg}"),
        _ => format!("`{name}` has a value of another kind than it needs"),
    }
}

/// The parser's words for what it expected, in plain ones.
fn kind(expected: &str) -> String {
    if expected.contains("sequence") {
        "a list, one item a line, each after `- `".to_owned()
    } else if expected.contains("mapping") {
        "keys with values, one a line".to_owned()
    } else if expected.contains("string") || expected.contains("scalar") {
        "one text".to_owned()
    } else if expected.contains("bool") {
        "true or false".to_owned()
    } else {
        format!("{expected}, which it is not")
    }
}

fn unknown_key_hint(field: &str, expected: &[&str]) -> String {
    match nearest(field, expected) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("the keys that can stand here are {}", list(expected)),
    }
}

fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The known name that a misspelt one most likely means: at most a third of its letters differ.
pub(super) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let (distance, name) = known
        .iter()
        .map(|name| (distance(word, name), *name))
        .min()?;
    (distance * 3 <= word.chars().count().max(3)).then_some(name)
}

/// Levenshtein distance, over characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y))
                .min(row[j] + 1)
                .min(above + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

/// Blanks a range out, keeping line ends, so that every other place stays where it is.
fn blanked(text: &str, range: Range<usize>) -> String {
    let gone = text.get(range.clone()).unwrap_or_default();
    let blank: String = gone
        .chars()
        .flat_map(|c| {
            std::iter::repeat_n(if matches!(c, '\n' | '\r') { c } else { ' ' }, c.len_utf8())
        })
        .collect();
    format!(
        "{}{blank}{}",
        &text[..range.start],
        &text[range.start + gone.len()..]
    )
}

fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = text
        .get(range.clone())
        .and_then(|marked| marked.lines().next())
        .map_or(0, str::len);
    range.start..range.start + line
}

fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}
