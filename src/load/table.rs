//! CSV tables: UTF-8 with or without BOM; comma, semicolon or tab; quoted cells. Each cell knows its place.

use std::ops::Range;
use std::sync::Arc;

use super::fields;
use super::files::SourceText;
use super::limits::{MAX_COLUMNS, MAX_ROWS, MAX_TITLE_CHARS};
use super::text::value;
use super::yaml::{list_of, meant};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::model::{Origin, OriginAt, Style, Written, digits};

/// A table that was read, row by row.
pub(super) struct Table {
    pub(super) file: Arc<str>,
    pub(super) rows: Vec<Row>,
}

/// A row, its cells in the order of the columns asked for.
pub(super) struct Row {
    cells: Vec<Cell>,
}

struct Cell {
    text: String,
    range: Range<usize>,
}

impl Cell {
    /// Cells hold names, numbers and addresses, which stand on many pages.
    fn is_too_long(&self) -> bool {
        self.text.len() > MAX_TITLE_CHARS && self.text.chars().count() > MAX_TITLE_CHARS
    }
}

impl Row {
    /// The text of a cell, `None` when it is empty.
    pub(super) fn get(&self, column: usize) -> Option<&str> {
        self.cells
            .get(column)
            .map(|cell| cell.text.as_str())
            .filter(|text| !text.is_empty())
    }

    /// The place of a cell.
    pub(super) fn place(&self, file: &Arc<str>, column: usize) -> Place {
        self.cells.get(column).map_or_else(
            || Place::file(file),
            |cell| Place::bytes(file, cell.range.clone()),
        )
    }

    /// Where a cell was written; the whole file for a column that is not there.
    pub(super) fn origin(&self, file: &Arc<str>, column: usize) -> Origin {
        let at = self
            .cells
            .get(column)
            .filter(|cell| cell.range.end > 0)
            .map_or(OriginAt::File, |cell| OriginAt::Bytes(cell.range.clone()));
        Origin {
            file: Arc::clone(file),
            at,
        }
    }

    /// Notes a mistake in a cell.
    pub(super) fn wrong(
        &self,
        file: &Arc<str>,
        column: usize,
        code: &'static str,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    ) -> Diagnostic {
        Diagnostic::error(code, self.place(file, column), message, hint)
    }
}

/// Reads a table with these columns; those after `required` may be left out. Gives what can be used, and notes the rest.
pub(super) fn read(
    source: &SourceText,
    columns: &[&str],
    required: usize,
    found: &mut Vec<Diagnostic>,
) -> Table {
    let file = &source.file;
    let start = if source.text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let mut table = Table {
        file: Arc::clone(file),
        rows: Vec::new(),
    };
    let delimiter = delimiter(source.text[start..].lines().next().unwrap_or_default());
    let mut records = records(source, start, delimiter, found).into_iter();
    let Some(header) = records.next() else {
        return table;
    };
    if header.len() > MAX_COLUMNS {
        found.push(too_many_columns(file, &header));
        return table;
    }
    let Some(order) = order(file, &header, columns, required, found) else {
        return table;
    };
    for record in records {
        if record.len() != header.len() {
            let range = record.first().map_or(0, |cell| cell.range.start)
                ..record.last().map_or(0, |cell| cell.range.end);
            let (cells, columns) = (record.len(), header.len());
            let message = (
                format!("this row has {cells} cells, the header has {columns}"),
                format!(
                    "এই সারিতে {}টি ঘর, শিরোনামে {}টি",
                    digits::number(cells),
                    digits::number(columns)
                ),
            );
            found.push(Diagnostic::error(
                "ragged-row",
                Place::bytes(file, range),
                message,
                (
                    "count the commas; a cell that holds a comma goes into double quotes",
                    "কমা গুনে দেখুন; ঘরের ভেতরে কমা থাকলে ঘরটি উদ্ধৃতি চিহ্নে রাখুন",
                ),
            ));
            continue;
        }
        let too_long = record
            .iter()
            .zip(&header)
            .find(|(cell, _)| cell.is_too_long());
        if let Some((cell, column)) = too_long {
            found.push(Diagnostic::error(
                "too-long",
                Place::bytes(file, cell.range.clone()),
                fields::too_long(&column.text, MAX_TITLE_CHARS),
                fields::TOO_LONG_HINT,
            ));
            continue;
        }
        let mut cells: Vec<Option<Cell>> = record.into_iter().map(Some).collect();
        let mut take = |at: &Option<usize>| {
            at.and_then(|at| cells[at].take()).unwrap_or(Cell {
                text: String::new(),
                range: 0..0,
            })
        };
        table.rows.push(Row {
            cells: order.iter().map(&mut take).collect(),
        });
    }
    table
}

fn too_many_columns(file: &Arc<str>, header: &[Cell]) -> Diagnostic {
    let most = MAX_COLUMNS;
    let start = header.first().map_or(0, |cell| cell.range.start);
    Diagnostic::error(
        "too-many-columns",
        Place::bytes(file, start..start),
        (
            format!("this table has more than {most} columns"),
            format!("সারণিটিতে {}টির বেশি কলাম আছে", digits::number(most)),
        ),
        (
            "delete the columns that hold nothing, and save it again as CSV UTF-8",
            "খালি কলামগুলো মুছে আবার CSV UTF-8 হিসেবে সংরক্ষণ করুন",
        ),
    )
}

/// Every cell below the header, named by its column.
pub(super) fn values(text: &str) -> Vec<Written> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let text = &text[start..];
    let delimiter = delimiter(text.lines().next().unwrap_or_default());
    let columns: Vec<&str> = cell_places(text, 0, delimiter)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    let mut reader = reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut values = Vec::new();
    let mut is_header = true;
    if columns.len() > MAX_COLUMNS {
        return Vec::new();
    }
    while let Ok(true) = reader.read_record(&mut record) {
        if values.len() > MAX_ROWS * columns.len() {
            break;
        }
        let from = position(&record);
        let cells = cell_places(text, from, delimiter).into_iter();
        if !is_header {
            values.extend(cells.zip(&columns).map(|(range, column)| Written {
                path: (*column).to_owned(),
                range: range.start + start..range.end + start,
                style: Style::Cell,
            }));
        }
        is_header = false;
    }
    values
}

/// For each column asked for, its position in the file.
fn order(
    file: &Arc<str>,
    header: &[Cell],
    columns: &[&str],
    required: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<Option<usize>>> {
    let before = found.len();
    for (at, cell) in header.iter().enumerate() {
        let place = Place::bytes(file, cell.range.clone());
        if !columns.contains(&cell.text.as_str()) {
            let hint = match super::yaml::nearest(&cell.text, columns) {
                Some(close) => meant(close),
                None => list_of(("the columns are", "কলামগুলো হলো"), columns),
            };
            found.push(Diagnostic::error(
                "unknown-column",
                place,
                (
                    format!("`{}` is not a column of this table", cell.text),
                    format!("`{}` এই সারণির কলাম নয়", cell.text),
                ),
                hint,
            ));
        } else if header[..at].iter().any(|earlier| earlier.text == cell.text) {
            found.push(Diagnostic::error(
                "doubled-column",
                place,
                (
                    format!("the column `{}` stands here twice", cell.text),
                    format!("`{}` কলামটি দুইবার আছে", cell.text),
                ),
                ("keep one of the two", "দুটির একটি রাখুন"),
            ));
        }
    }
    for column in &columns[..required] {
        if !header.iter().any(|cell| cell.text == *column) {
            let columns = columns.join(",");
            let hint = (
                format!("the first line names the columns: {columns}"),
                format!("প্রথম লাইনে কলামগুলোর নাম থাকে: {columns}"),
            );
            let end = header.last().map_or(0, |cell| cell.range.end);
            let start = header.first().map_or(0, |cell| cell.range.start);
            found.push(Diagnostic::error(
                "missing-column",
                Place::bytes(file, start..end),
                (
                    format!("the column `{column}` is missing"),
                    format!("`{column}` কলামটি নেই"),
                ),
                hint,
            ));
        }
    }
    (found.len() == before).then(|| {
        columns
            .iter()
            .map(|column| header.iter().position(|cell| cell.text == *column))
            .collect()
    })
}

/// The sign between the cells of a table with this first line.
pub(super) fn delimiter(header: &str) -> u8 {
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|&sign| header.bytes().filter(|&b| b == sign).count())
        .unwrap_or(b',')
}

fn records(
    source: &SourceText,
    start: usize,
    delimiter: u8,
    found: &mut Vec<Diagnostic>,
) -> Vec<Vec<Cell>> {
    let text = &source.text[start..];
    let mut reader = reader(text, delimiter);
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return records,
            Err(error) => {
                let message = (
                    format!("the table cannot be read: {error}"),
                    format!("সারণিটি পড়া যাচ্ছে না: {error}"),
                );
                found.push(Diagnostic::error(
                    "bad-table",
                    Place::file(&source.file),
                    message,
                    ("save it as CSV UTF-8", "CSV UTF-8 হিসেবে সংরক্ষণ করুন"),
                ));
                return records;
            }
        }
        if records.len() > MAX_ROWS {
            found.push(too_many_rows(&source.file));
            return records;
        }
        let places = cell_places(text, position(&record), delimiter);
        // One more than a table may have, by which its header is refused.
        let cells = record
            .iter()
            .take(MAX_COLUMNS + 1)
            .enumerate()
            .map(|(at, cell)| Cell {
                text: value(cell.trim()),
                range: places
                    .get(at)
                    .map_or(0..0, |range| range.start + start..range.end + start),
            });
        records.push(cells.collect());
    }
}

pub(super) fn too_many_rows(file: &Arc<str>) -> Diagnostic {
    let most = MAX_ROWS;
    Diagnostic::error(
        "too-many-rows",
        Place::file(file),
        (
            format!("this table has more than {most} rows; the others are not read"),
            format!(
                "সারণিটিতে {}টির বেশি সারি আছে; বাকিগুলো পড়া হয়নি",
                digits::number(most)
            ),
        ),
        (
            "delete the rows that are no offices",
            "যেসব সারি কোনো কার্যালয়ের নয় সেগুলো মুছে ফেলুন",
        ),
    )
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

fn position(record: &csv::StringRecord) -> usize {
    record
        .position()
        .map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0))
}

/// The texts of all cells, the first line's too, as they stand in the file. `None` when it is no table.
pub(super) fn texts(source: &SourceText) -> Option<Vec<Vec<String>>> {
    let start = source.text.len() - source.text.trim_start_matches('\u{FEFF}').len();
    let first = source.text[start..].lines().next().unwrap_or_default();
    let mut found = Vec::new();
    let records = records(source, start, delimiter(first), &mut found);
    let texts = |record: Vec<Cell>| record.into_iter().map(|cell| cell.text).collect();
    found
        .is_empty()
        .then(|| records.into_iter().map(texts).collect())
}

/// Where the cells of a record stand, without their quotes. The CSV reader gives only the record's beginning.
fn cell_places(text: &str, from: usize, delimiter: u8) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = from;
    // The reader counts blank lines before a record as part of it.
    while at < bytes.len() && matches!(bytes[at], b'\n' | b'\r') {
        at += 1;
    }
    let mut places = Vec::new();
    let mut begin = at;
    let mut quoted = false;
    loop {
        let byte = bytes.get(at).copied();
        let ends_record = matches!(byte, None | Some(b'\n' | b'\r')) && !(quoted && byte.is_some());
        if ends_record || (byte == Some(delimiter) && !quoted) {
            places.push(trimmed(text, begin..at));
            begin = at + 1;
        }
        if ends_record || places.len() > MAX_COLUMNS {
            return places;
        }
        quoted ^= byte == Some(b'"');
        at += 1;
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let cell = &text[range.clone()];
    let inner = cell.trim_matches(|c: char| c == '"' || c.is_whitespace());
    let lead = cell.len()
        - cell
            .trim_start_matches(|c: char| c == '"' || c.is_whitespace())
            .len();
    let start = (range.start + lead).min(range.end);
    start..start + inner.len()
}
