//! A place as people read it: line and column, found in the text of its file.

use std::ops::Range;

/// A range resolved for people. Lines and columns count from 1; a column counts characters, not bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The line.
    pub line: usize,
    /// The column in it.
    pub column: usize,
    /// The column behind the fault, which lies on one line.
    pub end_column: usize,
    /// The line's text before the fault, the fault, and the text after it; of each some 200 characters, those next to the
    /// fault, and of the fault its beginning.
    pub excerpt: [String; 3],
}

/// So many characters of a line are kept on each side of a fault, and of the fault itself.
const EXCERPT: usize = 200;

/// A text in which places are looked up: where its lines begin is counted once.
#[derive(Debug)]
pub struct Lines {
    text: String,
    /// In bytes.
    starts: Vec<usize>,
}

impl Lines {
    /// Counts the lines of a text.
    #[must_use]
    pub fn new(text: String) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(breaks.map(|at| at + 1));
        Self {
            starts: starts.collect(),
            text,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds a range of bytes. A range past the end means the end; one over several lines is cut at the first.
    #[must_use]
    pub fn find(&self, range: &Range<usize>) -> Located {
        let text = &*self.text;
        let start = text.floor_char_boundary(range.start);
        let line = self.starts.partition_point(|begin| *begin <= start);
        let line_start = self.starts[line - 1];
        let line_end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let line_end = text[line_start..line_end].trim_end_matches('\r').len() + line_start;
        let line_end = line_end.max(start);
        let end = text.floor_char_boundary(range.end.max(start)).min(line_end);
        let before = text[line_start..start].trim_start_matches('\u{FEFF}');
        let column = before.chars().count() + 1;
        Located {
            line,
            column,
            end_column: column + text[start..end].chars().count(),
            excerpt: [
                last(&text[line_start..start]).to_owned(),
                first(&text[start..end]).to_owned(),
                first(&text[end..line_end]).to_owned(),
            ],
        }
    }
}

/// The beginning of a text.
fn first(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(EXCERPT)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The end of a text.
fn last(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .nth(EXCERPT - 1)
        .map_or(0, |(at, _)| at);
    &text[start..]
}
