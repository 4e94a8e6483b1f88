//! A file under examination: its values, what is known around it, and what was found.

use std::ops::Range;

use super::Setting;
use crate::diagnostic::{Diagnostic, Fix, Place};
use crate::model::{Host, Source, SourceKind, Style, Written};

/// A file that rules look at one after the other.
pub(super) struct Look<'a> {
    pub(super) source: &'a Source,
    pub(super) setting: &'a Setting,
    /// Of the office whose file it is.
    pub(super) own_host: Option<&'a Host>,
    pub(super) found: Vec<Diagnostic>,
}

/// English and Bangla.
pub(super) type Words = (String, String);

impl<'a> Look<'a> {
    pub(super) fn new(
        source: &'a Source,
        setting: &'a Setting,
        own_host: Option<&'a Host>,
    ) -> Self {
        Self {
            source,
            setting,
            own_host,
            found: Vec::new(),
        }
    }

    /// Every value with its text as typed.
    pub(super) fn values(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let source = self.source;
        source
            .values
            .iter()
            .map(move |value| (value, source.typed(value)))
    }

    /// Every value that is no translation: rules about the words of officials know Bangla ones only.
    pub(super) fn in_bangla(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let is_translation = self.source.name().ends_with(".en.md");
        self.values()
            .filter(move |(value, _)| !is_translation && !value.is_english())
    }

    /// Every value of a service in a charter, translations apart.
    pub(super) fn of_services(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let is_charter = self.is("charter.yaml");
        self.in_bangla()
            .filter(move |(value, _)| is_charter && value.path.starts_with("services."))
    }

    /// Whether it is the file of this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.source.name() == name
    }

    /// Whether its text is Markdown.
    pub(super) fn is_markdown(&self) -> bool {
        self.source.kind == SourceKind::Markdown
    }

    /// Whether all offices of the department share it.
    pub(super) fn is_shared(&self) -> bool {
        self.own_host.is_none()
    }

    /// Whether a key path exists.
    pub(super) fn has(&self, path: &str) -> bool {
        self.source.values.iter().any(|value| {
            value.path.strip_prefix(path).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('.') || rest.starts_with('[')
            })
        })
    }

    /// Notes a doubt about some bytes of the file.
    pub(super) fn mark(
        &mut self,
        code: &'static str,
        range: Range<usize>,
        message: Words,
        hint: impl Into<crate::diagnostic::Message>,
    ) -> &mut Diagnostic {
        let place = Place::bytes(&self.source.file, range);
        let at = self.found.len();
        self.found.push(Diagnostic::new(code, place, message, hint));
        &mut self.found[at]
    }

    /// Notes a doubt whose correction is certain: the bytes become `new`.
    pub(super) fn mend(
        &mut self,
        code: &'static str,
        value: &Written,
        range: Range<usize>,
        new: &str,
        message: Words,
    ) {
        let fix = self.fix(value, range.clone(), new);
        let hint = if new.is_empty() {
            (
                "delete what is marked".to_owned(),
                "চিহ্নিত অংশটি মুছে ফেলুন".to_owned(),
            )
        } else {
            (format!("write `{new}`"), format!("`{new}` লিখুন"))
        };
        self.mark(code, range, message, hint).fix = fix;
    }

    /// A replacement within a value that leaves it the same kind of value. What would mean something to YAML without
    /// quotes has the whole value put into quotes; a value over several lines is then left to its author.
    pub(super) fn fix(&self, value: &Written, range: Range<usize>, new: &str) -> Option<Box<Fix>> {
        let typed = self.source.typed(value);
        let start = range.start.checked_sub(value.range.start)?;
        let end = range.end.checked_sub(value.range.start)?;
        let whole = format!("{}{new}{}", typed.get(..start)?, typed.get(end..)?);
        // A value of nothing but invisible signs would become empty, which is a mistake; its author must say what is meant.
        if unquoted(&whole).is_empty() {
            return None;
        }
        if matches!(value.style, Style::Block | Style::Markdown) && indents(&whole, start) {
            return None;
        }
        if value.style == Style::Plain && (new.contains(':') || !is_plain(&whole)) {
            let one_line = !typed.contains('\n');
            return one_line.then(|| {
                Box::new(Fix {
                    range: value.range.clone(),
                    old: typed.to_owned(),
                    new: quoted(&whole),
                })
            });
        }
        Some(Box::new(Fix {
            old: typed.get(start..end)?.to_owned(),
            range,
            new: new.to_owned(),
        }))
    }
}

/// Signs that nobody sees and that other corrections may take away in the same run.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}'
    )
}

/// Whether YAML takes a text without quotes for what it is, also when the invisible signs in it are gone.
fn is_plain(text: &str) -> bool {
    let text: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c == '\u{00A0}' { ' ' } else { c })
        .collect();
    let begins =
        text.starts_with(|c: char| !c.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`".contains(c));
    begins && !text.contains(": ") && !text.contains(" #") && !text.ends_with([':', ' '])
}

/// Whether a line of the text begins with a space exactly here: in blocks and in Markdown indentation has a meaning.
fn indents(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    line.trim_matches(blank).is_empty()
        && after
            .trim_start_matches(is_invisible)
            .starts_with(char::is_whitespace)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The text of a scalar without its quotes and the space around it.
pub(super) fn unquoted(typed: &str) -> &str {
    typed.trim().trim_matches(['"', '\'']).trim()
}
