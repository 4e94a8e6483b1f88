//! YAML text → raw shapes with text leaves. The only file that names `serde_yaml`.
//!
//! serde stops at the first mistake; people want all of them. So a mistake that concerns one key is noted, the key is
//! blanked out, and the text is read again, until it reads or the rest cannot be understood.

mod kinds;

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_yaml::budget::BudgetBreach;
use serde_yaml::{DuplicateKeyPolicy, Error, MergeKeyPolicy, Options};

use self::kinds::{list, wants_keys, wants_list, wrong_kind};
use super::limits::{MAX_MISTAKES, MAX_VALUE_CHARS};
use super::locate::{self, Entry};
use super::slips::{self, Slip};
use super::{signs, swallowed, text};
use crate::diagnostic::{Code, Diagnostic, Said, phrase, say};
use crate::model::{Place, Stretch, Style};

/// A value that was read, and the keys whose absence has been explained already.
pub(super) struct Parsed<T> {
    /// The value.
    pub(super) value: T,
    /// Key paths that were misspelt or had a value of the wrong kind; nobody needs to hear that they are missing too.
    pub(super) excused: Vec<String>,
}

/// Reads a YAML text; `offset` is where it begins in the file (front matter begins below its fence).
///
/// Gives `None` when nothing of it can be used. A value beside mistakes is good for further checks, not for publishing.
pub(super) fn read<T: DeserializeOwned>(
    file: &Arc<str>,
    text: &str,
    offset: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<Parsed<T>> {
    swallowed::text(file, text, offset, found);
    let mut text = text.to_owned();
    let mut excused = Vec::new();
    for attempt in 0..MAX_MISTAKES {
        let error = match serde_yaml::from_str_with_options::<T>(&text, options()) {
            Ok(value) => return Some(Parsed { value, excused }),
            Err(error) => error,
        };
        let fault = Fault::of(&error, &text);
        if attempt > 0 && fault.blank.is_none() {
            // What blanking left behind cannot be read; that is our doing, not the author's.
            return None;
        }
        let marked = fault.marked.start + offset..fault.marked.end + offset;
        // Where such a sign stands as it is, the file's first look has told of it.
        let is_told = fault.said.code == Code::UnprintableSign
            && signs::has_unprintable(fault.marked.of(&text));
        if !is_told {
            found.push(fault.said.at(Place::bytes(file, marked)));
        }
        excused.extend(fault.excused);
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
    said: Said,
    marked: Range<usize>,
    /// What to take out so that the rest can be read.
    blank: Option<Range<usize>>,
    /// The key that need not be missed any more.
    excused: Option<String>,
}

/// Whether a value was taken for a map or a list because its text begins with a placeholder or a bracket.
fn begins_with_brace(text: &str, entry: &Entry) -> bool {
    entry.value.of(text).starts_with(['{', '['])
}

impl Fault {
    fn new(marked: Range<usize>, said: Said) -> Self {
        Self {
            said,
            marked,
            blank: None,
            excused: None,
        }
    }

    fn of(error: &Error, source: &str) -> Self {
        let at = position(error, source);
        let entries = locate::entries(source);
        let word = at..source[at..]
            .find(['\n', '\r'])
            .map_or(source.len(), |end| at + end);
        if let Some(fault) = Self::in_list(error, source, at, &entries) {
            return fault;
        }
        let holds = |entry: &&Entry| {
            entry.key.contains(&at) || (entry.value.start == at && !entry.value.is_empty())
        };
        let entry = entries.iter().rev().find(holds);
        let Some(entry) = entry else {
            return Self::without_entry(error, source, word);
        };
        let fault = match error {
            Error::Message { msg, .. } if matches!(&**msg, text::UNPRINTABLE | text::TOO_LONG) => {
                Self::refused(msg, source, entry)
            }
            Error::SerdeUnknownField {
                field, expected, ..
            } => {
                if let Some(slip) = slips::key_with_foreign_space(field, &entry.key) {
                    let fault = Self::from(slip);
                    return Self {
                        blank: Some(entry.key.start..entry.value.end),
                        ..fault
                    };
                }
                Self::unknown_key(field, expected, entry)
            }
            Error::DuplicateMappingKey { .. } => Self::doubled(entry),
            Error::SerdeInvalidType { .. }
            | Error::Unexpected { .. }
            | Error::InvalidScalar { .. }
            | Error::InvalidBooleanStrict { .. }
            | Error::SerdeUnknownVariant { .. }
            | Error::SerdeInvalidValue { .. }
            | Error::NullIntoString { .. }
            | Error::Message { .. } => {
                let said = wrong_kind(error, entry.name());
                let said = if begins_with_brace(source, entry) {
                    said.with(phrase::quote_braces())
                } else {
                    said
                };
                let mut fault = Self::new(first_line(source, &entry.value), said);
                fault.excused = Some(entry.path.clone());
                fault
            }
            _ => return Self::without_entry(error, source, word),
        };
        Self {
            blank: Some(unusable(source, entry)),
            ..fault
        }
    }

    fn unknown_key(key: &str, known: &[&str], entry: &Entry) -> Self {
        let close = nearest(key, known);
        let said = say::unknown_key(key, list(known)).meant(close);
        let above = entry.path.rfind('.').map_or("", |dot| &entry.path[..=dot]);
        Self {
            excused: close.map(|close| format!("{above}{close}")),
            ..Self::new(entry.key.clone(), said)
        }
    }

    fn doubled(entry: &Entry) -> Self {
        let name = entry.name();
        Self::new(entry.key.clone(), say::doubled_key(name))
    }

    /// An item of a list that is empty, or that a colon has made a key.
    fn in_list(error: &Error, source: &str, at: usize, entries: &[Entry]) -> Option<Self> {
        if !matches!(
            error,
            Error::NullIntoString { .. }
                | Error::Unexpected { .. }
                | Error::SerdeInvalidType { .. }
                | Error::InvalidScalar { .. }
        ) {
            return None;
        }
        // A list or a map in an item is no key that a colon made; a key in Bangla is, wherever it stands.
        let is_made = |entry: &Entry| {
            let inner = entries.iter().find(|inner| inner.key.start == at);
            entry.style.is_none() && inner.is_some_and(|inner| !inner.name().is_ascii())
        };
        let is_at = |entry: &&Entry| {
            entry.value.start == at && (entry.path.ends_with(']') || is_made(entry))
        };
        let item = entries.iter().find(is_at)?;
        let is_empty = item.style == Some(Style::Plain) && item.value.is_empty();
        let line = source[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let written = source[line..].lines().next().unwrap_or_default();
        let has_colon = written.contains(": ") || written.trim_end().ends_with(':');
        let is_key = has_colon && item.style.is_none() && !wants_keys(error);
        let dash = source[..at]
            .rfind('-')
            .filter(|dash| is_dash(source, *dash));
        let fault = if is_empty {
            let dash = dash?;
            Self::new(dash..dash + 1, say::wrong_kind_empty_item())
        } else if is_key {
            Self::new(at..line + written.trim_end().len(), say::wrong_kind_colon())
        } else {
            return None;
        };
        // Without its dash nothing is left of the item; in brackets it leaves an empty place, which is no news.
        let end = item.value.end.max(at);
        let dash = dash.filter(|_| item.path.ends_with(']'));
        let list = item.path.rfind('[').map_or("", |cut| &item.path[..cut]);
        Some(Self {
            blank: Some(dash.unwrap_or(at)..end),
            excused: Some(list.to_owned()),
            ..fault
        })
    }

    /// A value that can be read, but not be printed.
    fn refused(why: &str, source: &str, entry: &Entry) -> Self {
        let name = entry.name();
        let marked = first_line(source, &entry.value);
        let said = if why == text::UNPRINTABLE {
            say::unprintable_sign_value(name)
        } else {
            say::too_long(name, MAX_VALUE_CHARS)
        };
        Self {
            excused: Some(entry.path.clone()),
            ..Self::new(marked, said)
        }
    }

    /// A mistake that concerns no single key, after which nothing can be read.
    fn without_entry(error: &Error, text: &str, word: Range<usize>) -> Self {
        let reason = error.to_string();
        let reason = reason.lines().next().unwrap_or_default();
        if matches!(
            error,
            Error::MultipleDocuments { .. }
                | Error::Budget {
                    breach: BudgetBreach::Documents { .. },
                    ..
                }
        ) {
            return Self::second_document(word);
        }
        let names_anchor = reason.contains("anchor") || reason.contains("alias");
        if names_anchor
            || matches!(
                error,
                Error::MergeKeyNotAllowed { .. } | Error::UnknownAnchor { .. }
            )
        {
            let slip = slips::before(text, word.start);
            return Self::anchor(slip.map_or(word, |slip| slip.marked));
        }
        if reason.contains("budget") {
            return Self::too_large(word);
        }
        if begins_with_item(text) && !wants_list(error) {
            return Self::list_on_top(text);
        }
        match slips::before(text, word.start) {
            Some(slip) => slip.into(),
            None => Self::unreadable(word),
        }
    }

    fn list_on_top(text: &str) -> Self {
        let start = text.find("- ").unwrap_or_default();
        Self::new(start..start + 1, say::yaml_syntax_list())
    }

    fn second_document(at: Range<usize>) -> Self {
        Self::new(at, say::yaml_syntax_document())
    }

    fn anchor(at: Range<usize>) -> Self {
        Self::new(at, say::yaml_anchor())
    }

    fn too_large(at: Range<usize>) -> Self {
        Self::new(at, say::yaml_too_large())
    }

    /// What is said where nothing better is known; the parser speaks to programmers.
    fn unreadable(at: Range<usize>) -> Self {
        Self::new(at, say::yaml_syntax_unreadable())
    }
}

impl From<Slip> for Fault {
    fn from(slip: Slip) -> Self {
        Self::new(slip.marked, slip.said)
    }
}

/// Whether a `-` begins an item: nothing but indentation and other such signs stand before it in its line.
fn is_dash(text: &str, at: usize) -> bool {
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[line..at].chars().all(|c| matches!(c, ' ' | '-'))
}

fn begins_with_item(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    lines
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.starts_with("- "))
}

/// What is left out of a text so that the rest of it can be read without an entry.
fn unusable(source: &str, entry: &Entry) -> Range<usize> {
    // What stands behind `{upazila}` in its line belongs to the text that was meant; left alone it would be read as more
    // of the line above.
    let end = if begins_with_brace(source, entry) {
        let rest = &source[entry.value.end..];
        entry.value.end + rest.find(['\n', '\r']).unwrap_or(rest.len())
    } else {
        entry.value.end
    };
    let start = if entry.path.ends_with(']') {
        let dash = source[..entry.key.start].rfind('-');
        dash.filter(|dash| is_dash(source, *dash))
            .unwrap_or(entry.key.start)
    } else {
        entry.key.start
    };
    start..end
}

/// The byte at which the parser stopped; it gives bytes for most mistakes, line and column for the others.
fn position(error: &Error, text: &str) -> usize {
    let Some(location) = error.location() else {
        return text.len();
    };
    if let Some(offset) = location.span().byte_offset() {
        return text.floor_char_boundary(index(offset));
    }
    let line_start: usize = text
        .split_inclusive('\n')
        .take(index(location.line()).saturating_sub(1))
        .map(str::len)
        .sum();
    let column = index(location.column()).saturating_sub(1);
    text[line_start..]
        .char_indices()
        .nth(column)
        .map_or(text.len(), |(at, _)| line_start + at)
}

/// The known name that a misspelt one most likely means: at most a third of its letters differ.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let (distance, name) = known
        .iter()
        // Two letters that changed places are one slip.
        .map(|name| (strsim::osa_distance(word, name), *name))
        .min()?;
    (distance * 3 <= word.chars().count().max(3)).then_some(name)
}

/// Blanks a range out, keeping line ends, so that every other place stays where it is.
fn blanked(text: &str, range: Range<usize>) -> String {
    let gone = range.try_of(text).unwrap_or_default();
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
    let line = range
        .try_of(text)
        .and_then(|marked| marked.lines().next())
        .map_or(0, str::len);
    range.start..range.start + line
}

fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}
