//! A file of the content as it was written, for rules about writing: the model holds what a text means, in NFC and
//! filled; what was typed, and where, stands here.

use std::ops::Range;
use std::sync::Arc;

use super::Stretch;

/// A file as it was written.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file, as shown to people.
    pub file: Arc<str>,
    /// All of it.
    pub text: Arc<str>,
    /// What kind of file it is.
    pub kind: SourceKind,
    /// Its values, in order.
    pub values: Vec<Written>,
    /// What no correction may touch, one behind the other: addresses, names of files, code.
    pub fixed: Vec<Range<usize>>,
    /// Findings that its author has answered for.
    pub allowed: Vec<Allowed>,
}

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// Keys and values.
    Yaml,
    /// Rows and cells.
    Table,
    /// Front matter and text.
    Markdown,
}

/// A value: one scalar of YAML, one cell, or the text of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// `services.citizen[3].fee`; for a cell the column's name; empty for the text of a page.
    pub path: String,
    /// Its bytes in the file, quotes and all.
    pub range: Range<usize>,
    /// How it is written.
    pub style: Style,
}

/// How a value is written, which decides what may be put into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// YAML without quotes.
    Plain,
    /// YAML in quotes.
    Quoted,
    /// YAML in a block behind `|` or `>`.
    Block,
    /// A cell of a table.
    Cell,
    /// Markdown.
    Markdown,
}

/// An item of `allow:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The code.
    pub code: String,
    /// Where it stands.
    pub range: Range<usize>,
}

impl Source {
    /// What was typed as a value.
    #[must_use]
    pub fn typed(&self, value: &Written) -> &str {
        value.range.try_of(&self.text).unwrap_or_default()
    }

    /// The value at a key path.
    #[must_use]
    pub fn value(&self, path: &str) -> Option<&Written> {
        self.values.iter().find(|value| value.path == path)
    }

    /// The file's own name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or(&self.file)
    }

    /// The folder it lies in.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.file.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl Written {
    /// Whether it is the English of another value: below `en:`, or in a column whose name ends in `_en`.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.path.ends_with("_en") || self.path.split('.').any(|step| step == "en")
    }

    /// Bytes of the file, for bytes of what was typed.
    #[must_use]
    pub fn part(&self, range: &Range<usize>) -> Range<usize> {
        self.range.start + range.start..self.range.start + range.end
    }

    /// The last key of its path, without the number of a list's item: `services.citizen[3].fee` → `fee`.
    #[must_use]
    pub fn key(&self) -> &str {
        let last = self.path.rsplit('.').next().unwrap_or(&self.path);
        last.split('[').next().unwrap_or(last)
    }
}
