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

    /// Every value of a service in a charter.
    pub(super) fn of_services(&self) -> impl Iterator<Item = (&'a Written, &'a str)> + use<'a> {
        let is_charter = self.is("charter.yaml");
        self.values()
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
        if value.style == Style::Plain && !is_plain(&whole) {
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

/// Whether YAML takes a text without quotes for what it is.
fn is_plain(text: &str) -> bool {
    let begins =
        text.starts_with(|c: char| !c.is_whitespace() && !"-?:,[]{}#&*!|>'\"%@`".contains(c));
    begins && !text.contains(": ") && !text.contains(" #") && !text.ends_with([':', ' '])
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The text of a scalar without its quotes and the space around it.
pub(super) fn unquoted(typed: &str) -> &str {
    typed.trim().trim_matches(['"', '\'']).trim()
}
