//! YAML text → raw shapes with text leaves. The only file that names `serde_yaml`.
//!
//! serde stops at the first mistake; people want all of them. So a mistake that concerns one key is noted, the key is
//! blanked out, and the text is read again, until it reads or the rest cannot be understood.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_yaml::budget::BudgetBreach;
use serde_yaml::{DuplicateKeyPolicy, Error, MergeKeyPolicy, Options};

use super::fields::{self, Hint};
use super::limits::{MAX_MISTAKES, MAX_VALUE_CHARS};
use super::locate::{self, Entry};
use super::{signs, text};
use crate::diagnostic::{Diagnostic, Message, Place};

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
        let is_told =
            fault.code == "unprintable-sign" && signs::has_unprintable(&text[fault.marked.clone()]);
        if !is_told {
            found.push(Diagnostic::error(
                fault.code,
                Place::bytes(file, marked),
                fault.message,
                fault.hint,
            ));
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
    code: &'static str,
    marked: Range<usize>,
    message: Message,
    hint: Message,
    /// What to take out so that the rest can be read.
    blank: Option<Range<usize>>,
    /// The key that need not be missed any more.
    excused: Option<String>,
}

/// Whether a value was taken for a map because its text begins with a placeholder.
fn begins_with_brace(text: &str, entry: &Entry) -> bool {
    text[entry.value.clone()].starts_with('{')
}

impl Fault {
    fn new(
        code: &'static str,
        marked: Range<usize>,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    ) -> Self {
        Self {
            code,
            marked,
            message: message.into(),
            hint: hint.into(),
            blank: None,
            excused: None,
        }
    }

    fn of(error: &Error, source: &str) -> Self {
        let at = position(error, source);
        let entries = locate::entries(source);
        let holds = |entry: &&Entry| {
            entry.key.contains(&at) || (entry.value.start == at && !entry.value.is_empty())
        };
        let entry = entries.iter().rev().find(holds);
        let word = at..source[at..]
            .find(['\n', '\r'])
            .map_or(source.len(), |end| at + end);
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
                let message = (
                    format!("`{field}` is not a key that can stand here"),
                    format!("`{field}` কী-টি এখানে থাকার কথা নয়"),
                );
                let mut fault = Self::new(
                    "unknown-key",
                    entry.key.clone(),
                    message,
                    unknown_key_hint(field, expected),
                );
                let above = entry.path.rfind('.').map_or("", |dot| &entry.path[..=dot]);
                fault.excused = nearest(field, expected).map(|close| format!("{above}{close}"));
                fault
            }
            Error::DuplicateMappingKey { .. } => {
                let name = entry.name();
                let message = (
                    format!("`{name}` stands here for the second time"),
                    format!("`{name}` এখানে দ্বিতীয়বার লেখা হয়েছে"),
                );
                Self::new(
                    "doubled-key",
                    entry.key.clone(),
                    message,
                    ("keep one of the two", "দুটির একটি রাখুন"),
                )
            }
            Error::SerdeInvalidType { .. }
            | Error::Unexpected { .. }
            | Error::InvalidScalar { .. }
            | Error::InvalidBooleanStrict { .. }
            | Error::SerdeUnknownVariant { .. }
            | Error::SerdeInvalidValue { .. }
            | Error::NullIntoString { .. }
            | Error::Message { .. } => {
                let hint = if begins_with_brace(source, entry) {
                    (
                        "text that begins with { needs quotes around the whole of it",
                        "{ দিয়ে শুরু হলে পুরো লেখাটি উদ্ধৃতি চিহ্নে রাখুন",
                    )
                } else {
                    (
                        "write the value in the form that README.md shows for this key",
                        "এই কী-র জন্য README.md-তে দেখানো আকারে লিখুন",
                    )
                };
                let mut fault = Self::new(
                    "wrong-kind",
                    first_line(source, &entry.value),
                    wrong_kind(error, entry.name()),
                    hint,
                );
                fault.excused = Some(entry.path.clone());
                fault
            }
            _ => return Self::without_entry(error, source, word),
        };
        // What stands behind `{upazila}` in its line belongs to the text that was meant; left alone it would be read as more
        // of the line above.
        let end = if begins_with_brace(source, entry) {
            let rest = &source[entry.value.end..];
            entry.value.end + rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else {
            entry.value.end
        };
        Self {
            blank: Some(entry.key.start..end),
            ..fault
        }
    }

    /// A value that can be read, but not be printed.
    fn refused(why: &str, source: &str, entry: &Entry) -> Self {
        let name = entry.name();
        let marked = first_line(source, &entry.value);
        let fault = if why == text::UNPRINTABLE {
            let message = (
                format!("`{name}` holds a sign that cannot be printed"),
                format!("`{name}`-এ এমন একটি চিহ্ন আছে যা ছাপা যায় না"),
            );
            Self::new("unprintable-sign", marked, message, signs::UNPRINTABLE_HINT)
        } else {
            let message = fields::too_long(name, MAX_VALUE_CHARS);
            Self::new("too-long", marked, message, fields::TOO_LONG_HINT)
        };
        Self {
            excused: Some(entry.path.clone()),
            ..fault
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
            return Self::anchor(word);
        }
        if reason.contains("budget") {
            return Self::too_large(word);
        }
        if let Some(quote) = open_quote(text, word.end) {
            return Self::unclosed(quote);
        }
        match tab_indentation(text).filter(|_| reason.contains("tab")) {
            Some(tab) => Self::tab(tab),
            None => Self::unreadable(word, brief(reason)),
        }
    }

    fn second_document(at: Range<usize>) -> Self {
        Self::new(
            "yaml-syntax",
            at,
            (
                "a second document begins here",
                "এখানে দ্বিতীয় একটি দলিল শুরু হয়েছে",
            ),
            (
                "one file holds one document; delete the line `---`",
                "এক ফাইলে একটি দলিল থাকে; `---` লাইনটি মুছে ফেলুন",
            ),
        )
    }

    fn anchor(at: Range<usize>) -> Self {
        Self::new(
            "yaml-anchor",
            at,
            (
                "anchors (&name), aliases (*name) and `<<` cannot be used here",
                "অ্যাংকর (&name), উপনাম (*name) ও `<<` এখানে ব্যবহার করা যায় না",
            ),
            (
                "write the text out; if it begins with & or *, put it in quotes",
                "লেখাটি সরাসরি লিখুন; & বা * দিয়ে শুরু হলে উদ্ধৃতি চিহ্নে রাখুন",
            ),
        )
    }

    fn too_large(at: Range<usize>) -> Self {
        Self::new(
            "yaml-too-large",
            at,
            (
                "the file holds more, or deeper nested, entries than any content needs",
                "ফাইলটিতে অতিরিক্ত বেশি বা অতিরিক্ত গভীর তথ্য আছে",
            ),
            (
                "split it, or look for an indentation that went wrong",
                "ফাইলটি ভাগ করুন, অথবা লাইনের শুরুর ফাঁকা জায়গা মিলিয়ে দেখুন",
            ),
        )
    }

    fn unclosed(quote: Range<usize>) -> Self {
        Self::new(
            "yaml-syntax",
            quote,
            (
                "this quote is not closed on its line",
                "উদ্ধৃতি চিহ্নটি এই লাইনে শেষ হয়নি",
            ),
            (
                "close it, or leave the quotes away on both sides",
                "চিহ্নটি শেষ করুন, অথবা দুই পাশের চিহ্নই বাদ দিন",
            ),
        )
    }

    fn tab(indentation: Range<usize>) -> Self {
        Self::new(
            "yaml-syntax",
            indentation,
            ("this line is indented with a tab", "লাইনের শুরুতে ট্যাব আছে"),
            (
                "indent with spaces; YAML does not allow tabs",
                "ফাঁকা জায়গা (স্পেস) ব্যবহার করুন; YAML-এ ট্যাব চলে না",
            ),
        )
    }

    /// What the parser says, where nothing better is known.
    fn unreadable(at: Range<usize>, reason: &str) -> Self {
        Self::new(
            "yaml-syntax",
            at,
            (
                format!("this cannot be read as YAML: {reason}"),
                format!("এটি YAML হিসেবে পড়া যাচ্ছে না: {reason}"),
            ),
            (
                "look at the indentation and the quotes; a text that holds `: ` or begins with a special sign goes into quotes",
                "লাইনের শুরুর ফাঁকা জায়গা ও উদ্ধৃতি চিহ্ন মিলিয়ে দেখুন; লেখায় `: ` থাকলে বা বিশেষ চিহ্ন দিয়ে শুরু হলে উদ্ধৃতি চিহ্নে রাখুন",
            ),
        )
    }
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

/// The first line that is indented with a tab: from there to its text.
fn tab_indentation(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line[..indentation].contains('\t') {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// A quoted value that does not end on its line swallows the lines below; the mistake is at its beginning, not where
/// the parser noticed.
fn open_quote(text: &str, before: usize) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text[..before].split_inclusive('\n') {
        let content = line.trim_end();
        let value = content.find(": ").map_or(0, |colon| colon + 2);
        let value =
            value + content[value..].len() - content[value..].trim_start_matches(['-', ' ']).len();
        let quote = content[value..]
            .chars()
            .next()
            .filter(|sign| matches!(sign, '"' | '\''));
        if quote.is_some_and(|quote| content[value..].matches(quote).count() % 2 == 1) {
            return Some(at + value..at + content.len());
        }
        at += line.len();
    }
    None
}

fn brief(reason: &str) -> &str {
    let cut = reason.find(" at line ").unwrap_or(reason.len());
    reason[..cut].trim_end_matches([':', ' '])
}

fn wrong_kind(error: &Error, name: &str) -> (String, String) {
    let must = |(english, bangla): (String, String)| {
        (
            format!("`{name}` must be {english}"),
            format!("`{name}` হতে হবে {bangla}"),
        )
    };
    match error {
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => {
            let known = list(expected);
            (
                format!("`{name}` cannot be `{variant}`; it can be {known}"),
                format!("`{name}` কখনো `{variant}` হয় না; হতে পারে {known}"),
            )
        }
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            must((expected.clone(), kind(expected).1))
        }
        Error::NullIntoString { .. } => (
            format!("`{name}` has no value"),
            format!("`{name}`-এর কোনো মান নেই"),
        ),
        Error::InvalidBooleanStrict { .. } => must(kind("bool")),
        Error::Unexpected { expected, .. } => must(kind(expected)),
        Error::InvalidScalar { ty, .. } => must(kind(ty)),
        Error::Message { msg, .. } => (format!("`{name}`: {msg}"), format!("`{name}`: {msg}")),
        _ => (
            format!("`{name}` has a value of another kind than it needs"),
            format!("`{name}`-এর মান সঠিক ধরনের নয়"),
        ),
    }
}

/// The parser's words for what it expected, in plain ones.
fn kind(expected: &str) -> (String, String) {
    let (english, bangla) = if expected.contains("sequence") {
        (
            "a list, one item a line, each after `- `",
            "একটি তালিকা, প্রতি লাইনে একটি, শুরুতে `- `",
        )
    } else if expected.contains("mapping") {
        ("keys with values, one a line", "কী ও মান, প্রতি লাইনে একটি")
    } else if expected.contains("string") || expected.contains("scalar") {
        ("one text", "একটি লেখা")
    } else if expected.contains("bool") {
        ("true or false", "true অথবা false")
    } else if expected.contains("list of texts") {
        (
            expected,
            "একটি লেখা অথবা লেখার তালিকা (শুধু সংখ্যা হলে উদ্ধৃতি চিহ্নে রাখুন)",
        )
    } else {
        return (
            format!("{expected}, which it is not"),
            "অন্য ধরনের".to_owned(),
        );
    };
    (english.to_owned(), bangla.to_owned())
}

fn unknown_key_hint(field: &str, expected: &[&str]) -> (String, String) {
    if let Some(close) = nearest(field, expected) {
        return meant(close);
    }
    let keys = list(expected);
    (
        format!("the keys that can stand here are {keys}"),
        format!("এখানে যেসব কী থাকতে পারে: {keys}"),
    )
}

/// The hint that names what was most likely meant.
pub(super) fn meant(close: &str) -> (String, String) {
    (
        format!("did you mean `{close}`?"),
        format!("আপনি কি `{close}` বোঝাতে চেয়েছেন?"),
    )
}

/// Before a list of all posts.
pub(super) const POSTS: Hint<'_> = (
    "the posts in department.yaml are",
    "department.yaml-এর পদগুলো হলো",
);

/// The hint that names everything that could be meant.
pub(super) fn list_of((english, bangla): Hint<'_>, names: &[&str]) -> (String, String) {
    let names = names.join(", ");
    (format!("{english} {names}"), format!("{bangla} {names}"))
}

fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
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
