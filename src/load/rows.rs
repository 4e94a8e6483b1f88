//! Text of a table → its cells, each with its bytes. One reader says both what a cell holds and where that stands.
//!
//! Cells are read as spreadsheets write them (RFC 4180), and people's slips as people mean them: a quotation mark counts only
//! around a whole cell. Any other is a letter, as in `১২" পাইপ` or `"বাবু" রহমান`, so that no stray one can swallow the rows
//! below it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::limits::MAX_COLUMNS;
use crate::model::{Place, Stretch};

/// A cell as it was written.
pub(super) struct Cell {
    /// Its bytes, without quotes and white space around them.
    pub(super) range: Range<usize>,
    /// Whether quotes stand around it; those in it are then doubled.
    is_quoted: bool,
    /// Whether it begins with a quote that is not closed in it.
    pub(super) is_open: bool,
}

impl Cell {
    /// Where it stands.
    pub(super) fn place(&self, file: &Arc<str>) -> Place {
        Place::bytes(file, self.range.clone())
    }

    /// What it holds.
    pub(super) fn text<'t>(&self, table: &'t str) -> Cow<'t, str> {
        let written = self.range.of(table);
        if self.is_quoted && written.contains("\"\"") {
            Cow::Owned(written.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(written)
        }
    }
}

/// Where the first row of a table begins, and the sign between its cells. Before it may stand a byte order mark and the
/// line with which Excel is told the sign, `sep=;`.
pub(super) fn beginning(table: &str) -> (usize, u8) {
    let start = table.len() - table.trim_start_matches('\u{FEFF}').len();
    let first = first_line(&table[start..]);
    match told_sign(first) {
        Some(sign) => (start + first.len(), sign),
        None => (start, most_frequent_sign(first)),
    }
}

/// The first line with its end.
pub(super) fn first_line(text: &str) -> &str {
    let line = text.find(['\n', '\r']).unwrap_or(text.len());
    let end = &text[line..];
    let end = if end.starts_with("\r\n") {
        2
    } else {
        end.len().min(1)
    };
    &text[..line + end]
}

const SIGNS: [u8; 3] = *b",;\t";

fn told_sign(line: &str) -> Option<u8> {
    let line = line.trim_end_matches(['\n', '\r']);
    // A program that does not know the line writes it as a row: in quotes, with empty cells behind it.
    let line = line.strip_prefix('"').unwrap_or(line);
    let told = line
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("sep="))?;
    let sign = *line.as_bytes().get(told.len())?;
    let rest = &line[told.len() + 1..];
    let is_whole = rest.chars().all(|c| matches!(c, '"' | ',' | ';' | '\t'));
    (SIGNS.contains(&sign) && is_whole).then_some(sign)
}

fn most_frequent_sign(line: &str) -> u8 {
    SIGNS
        .into_iter()
        .rev()
        .max_by_key(|&sign| line.bytes().filter(|&b| b == sign).count())
        .unwrap_or(b',')
}

/// The rows of a table, one after the other; lines without anything are none. Of a row with more cells than a table may
/// have, one more than that is given.
pub(super) struct Rows<'t> {
    table: &'t str,
    at: usize,
    sign: u8,
}

impl<'t> Rows<'t> {
    pub(super) fn of(table: &'t str) -> Self {
        let (at, sign) = beginning(table);
        Self { table, at, sign }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<Cell>;

    fn next(&mut self) -> Option<Vec<Cell>> {
        let bytes = self.table.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        if self.at == bytes.len() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            let cell = self.cell();
            if cells.len() <= MAX_COLUMNS {
                cells.push(cell);
            }
            if bytes.get(self.at) != Some(&self.sign) {
                return Some(cells);
            }
            self.at += 1;
        }
    }
}

impl Rows<'_> {
    /// Reads a cell, to the sign or the line end behind it.
    ///
    /// Every quote is looked at a few times only, also in a text that was made to cost much: behind a quote that is not
    /// closed, all others up to the next single one are doubled, and a cell that begins with doubled ones ends at once.
    fn cell(&mut self) -> Cell {
        let bytes = self.table.as_bytes();
        let sign = self.sign;
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t') && *byte != sign;
        let ends =
            |byte: Option<&u8>| byte.is_none_or(|b| *b == sign || matches!(b, b'\n' | b'\r'));
        let blanks = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|byte| is_blank(byte))
                .count()
        };
        let start = self.at + blanks(self.at);
        let begins_with_quote = bytes.get(start) == Some(&b'"');
        if begins_with_quote && let Some(close) = closing_quote(bytes, start + 1) {
            let end = close + 1 + blanks(close + 1);
            if ends(bytes.get(end)) {
                self.at = end;
                return Cell {
                    range: trimmed(self.table, start + 1..close),
                    is_quoted: true,
                    is_open: false,
                };
            }
        }
        let length = bytes[start..].iter().take_while(|byte| !ends(Some(byte)));
        let end = start + length.count();
        let range = trimmed(self.table, start..end);
        let quotes = memchr::memchr_iter(b'"', range.of(self.table).as_bytes()).count();
        self.at = end;
        Cell {
            range,
            is_quoted: false,
            is_open: begins_with_quote && quotes % 2 == 1,
        }
    }
}

/// The first quote from a byte on that is not doubled.
fn closing_quote(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr(b'"', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

fn trimmed(table: &str, range: Range<usize>) -> Range<usize> {
    let cell = range.of(table);
    let start = range.start + cell.len() - cell.trim_start().len();
    start..start + cell.trim().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Rows, beginning};
    use crate::model::Stretch;

    fn texts(table: &str) -> Vec<Vec<String>> {
        let text = |row: Vec<super::Cell>| {
            row.iter()
                .map(|cell| cell.text(table).into_owned())
                .collect()
        };
        Rows::of(table).map(text).collect()
    }

    proptest! {
        #[test]
        fn cells_lie_one_behind_the_other_in_any_text(table in "[কখ\"\",;\t\r\n a]{0,60}") {
            let mut end = beginning(&table).0;
            for cell in Rows::of(&table).flatten() {
                prop_assert!(cell.range.start >= end && cell.range.end >= cell.range.start);
                prop_assert_eq!(cell.range.of(&table).trim(), cell.range.of(&table));
                end = cell.range.end;
            }
        }

        #[test]
        fn what_a_spreadsheet_writes_is_read_back(rows in prop::collection::vec(
            prop::collection::vec("[কখ\",\n a]{0,6}", 2..5), 1..5)
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
            let table: String = rows.iter().map(|row| line(row) + "\r\n").collect();
            // The sign is told, for it cannot always be guessed from a first row of anything.
            let trimmed = |row: &Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect();
            let expected: Vec<Vec<String>> = rows.iter().map(trimmed).collect();
            prop_assert_eq!(texts(&format!("sep=,\n{table}")), expected);
        }
    }

    #[test]
    fn a_text_that_was_made_to_cost_much_does_not() {
        for part in ["\"a,", "\"\"a,", "\"\"\"a,", "\" ,", "\"\n", "\"\"\"\"\n"] {
            let table = part.repeat(300_000);
            assert!(Rows::of(&table).count() > 0);
        }
    }
}
