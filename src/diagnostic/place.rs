//! Where a finding is: first as the stage knows it, later as line and column.

use std::ops::Range;
use std::sync::Arc;

/// A file and a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as shown to people.
    pub file: Arc<str>,
    /// Where in it.
    pub at: At,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The file as a whole.
    File,
    /// A range of bytes.
    Bytes(Range<usize>),
    /// The value at a key path of a YAML file: `services.citizen[3].fee`. A path that does not exist means the
    /// nearest one above it that does.
    Value(String),
    /// The key itself.
    Key(String),
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::File,
        }
    }

    /// A range of bytes.
    #[must_use]
    pub fn bytes(file: &Arc<str>, range: Range<usize>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Bytes(range),
        }
    }

    /// The value at a key path.
    #[must_use]
    pub fn value(file: &Arc<str>, path: impl Into<String>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Value(path.into()),
        }
    }

    /// The key at a key path.
    #[must_use]
    pub fn key(file: &Arc<str>, path: impl Into<String>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Key(path.into()),
        }
    }
}

/// A range resolved for people. Lines and columns count from 1; a column counts characters, not bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The line.
    pub line: usize,
    /// The column in it.
    pub column: usize,
    /// The line's text before the fault, the fault, and the text after it.
    pub excerpt: [String; 3],
}

impl Located {
    /// The column behind the fault, which lies on one line.
    #[must_use]
    pub fn end_column(&self) -> usize {
        self.column + self.excerpt[1].chars().count()
    }

    /// Finds a range of bytes in a text. A range past the end means the end; one over several lines is cut at the first.
    #[must_use]
    pub fn find(text: &str, range: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(range.start);
        let end = text.floor_char_boundary(range.end.max(range.start));
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..]
            .find('\n')
            .map_or(text.len(), |newline| start + newline);
        let line_end = if text[..line_end].ends_with('\r') {
            line_end - 1
        } else {
            line_end
        }
        .max(start);
        let end = end.min(line_end);
        Self {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start]
                .trim_start_matches('\u{FEFF}')
                .chars()
                .count()
                + 1,
            excerpt: [
                text[line_start..start].to_owned(),
                text[start..end].to_owned(),
                text[end..line_end].to_owned(),
            ],
        }
    }
}
