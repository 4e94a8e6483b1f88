//! CSV tables: UTF-8 with or without BOM; comma, semicolon or tab; quoted cells. Each cell knows its place.
//!
//! What a spreadsheet leaves behind and harms nothing is passed over: columns and rows without anything, cells that are
//! missing at the end of a row. What is wrong in a row is a finding of that row.

use std::ops::Range;
use std::sync::Arc;

use super::limits::{MAX_COLUMNS, MAX_ROWS, MAX_TITLE_CHARS};
use super::rows::{self, Rows};
use super::signs;
use super::source_text::SourceText;
use super::text::value;
use super::yaml::nearest;
use super::{lost, spreadsheet};
use crate::diagnostic::{Diagnostic, any_error, say};
use crate::model::{Place, Style, Written, on_one_line};

/// A table that was read, row by row.
pub(super) struct Table {
    pub(super) file: Arc<str>,
    pub(super) rows: Vec<Row>,
}

/// A row, its cells in the order of the columns asked for.
pub(super) struct Row {
    cells: Vec<Cell>,
    /// What is wrong or doubtful in the row as such.
    pub(super) found: Vec<Diagnostic>,
}

struct Cell {
    text: String,
    range: Range<usize>,
    /// Whether a finding of the row says why it cannot be used.
    is_told: bool,
}

impl Row {
    /// The text of a cell, `None` when it is empty.
    pub(super) fn get(&self, column: usize) -> Option<&str> {
        self.cells
            .get(column)
            .filter(|cell| !cell.is_told)
            .map(|cell| cell.text.as_str())
            .filter(|text| !text.is_empty())
    }

    /// Whether somebody was told already why a cell cannot be used.
    pub(super) fn is_told(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| cell.is_told)
    }

    /// The place of a cell.
    pub(super) fn place(&self, file: &Arc<str>, column: usize) -> Place {
        self.cells
            .get(column)
            .map_or_else(|| Place::file(file), |cell| cell.place(file))
    }

    /// Where a cell was written; the whole file for a column that is not there.
    pub(super) fn origin(&self, file: &Arc<str>, column: usize) -> Place {
        let cell = self.cells.get(column);
        cell.filter(|cell| cell.range.end > 0)
            .map_or_else(|| Place::file(file), |cell| cell.place(file))
    }
}

/// Reads a table with these columns; those after `required` may be left out. Gives what can be used, and notes the rest.
pub(super) fn read(
    source: &SourceText,
    columns: &[&str],
    required: usize,
    found: &mut Vec<Diagnostic>,
) -> Table {
    read_with_lists(source, columns, required, &[], found)
}

/// The same for a table in which some columns may hold several lines.
pub(super) fn read_with_lists(
    source: &SourceText,
    columns: &[&str],
    required: usize,
    lists: &'static [&'static str],
    found: &mut Vec<Diagnostic>,
) -> Table {
    let file = &source.file;
    let mut table = Table {
        file: Arc::clone(file),
        rows: Vec::new(),
    };
    let mut rows =
        Rows::of(&source.text).filter(|row| row.iter().any(|cell| !cell.range.is_empty()));
    let Some(header) = rows.next() else {
        return table;
    };
    let header = Header::of(&source.text, header, lists);
    if header.names.len() > MAX_COLUMNS {
        found.push(too_many_columns(file, &header));
        return table;
    }
    let Some(order) = order(file, &header.names, columns, required, found) else {
        return table;
    };
    for (number, row) in rows.enumerate() {
        if number >= MAX_ROWS {
            found.push(signs::too_many_rows(file));
            break;
        }
        table.rows.push(header.row(source, &row, &order));
    }
    table
}

/// The first row: what the columns are called.
struct Header {
    /// With their places; an empty name is that of a column that has none.
    names: Vec<(String, Range<usize>)>,
    /// How many columns there are up to the last that has a name.
    length: usize,
    /// Columns whose cells may have several lines.
    lists: &'static [&'static str],
}

impl Header {
    fn of(text: &str, cells: Vec<rows::Cell>, lists: &'static [&'static str]) -> Self {
        let name = |cell: rows::Cell| (value(&cell.text(text)), cell.range);
        let names: Vec<_> = cells.into_iter().map(name).collect();
        let last = names.iter().rposition(|(name, _)| !name.is_empty());
        Self {
            length: last.map_or(0, |last| last + 1),
            names,
            lists,
        }
    }

    /// The row that stands in these cells.
    fn row(&self, source: &SourceText, cells: &[rows::Cell], order: &[Option<usize>]) -> Row {
        let mut found = Vec::new();
        found.extend(self.ragged(&source.file, cells));
        // Behind a cell too many all others are out of place; only the first is looked at, which says whose row it is.
        let is_shifted = any_error(&found);
        let mut taken = Vec::with_capacity(order.len());
        for at in order {
            let cell = at.and_then(|at| Some((at, cells.get(at)?)));
            taken.push(match cell {
                Some((at, _)) if is_shifted && at > 0 => Cell {
                    is_told: true,
                    ..Cell::nothing()
                },
                Some((at, cell)) => self.cell(source, at, cell, &mut found),
                None => Cell::nothing(),
            });
        }
        Row {
            cells: taken,
            found,
        }
    }

    /// What is told of a row that has more cells than the header, or fewer.
    fn ragged(&self, file: &Arc<str>, cells: &[rows::Cell]) -> Option<Diagnostic> {
        let has_no_name = |at: usize| self.names.get(at).is_none_or(|(name, _)| name.is_empty());
        let mut filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.range.is_empty());
        let stray = filled.find(|(at, _)| has_no_name(*at));
        if let Some((at, cell)) = stray
            && at < self.length
        {
            return Some(say::ragged_row_nameless().at(cell.place(file)));
        }
        if stray.is_none() && cells.len() >= self.length {
            return None;
        }
        let range = cells.first().map_or(0, |cell| cell.range.start)
            ..cells.last().map_or(0, |cell| cell.range.end);
        let place = Place::bytes(file, range);
        let (cells, columns) = (cells.len(), self.length);
        Some(if stray.is_some() {
            say::ragged_row(cells, columns).at(place)
        } else {
            say::short_row(cells, columns).at(place)
        })
    }

    /// A cell of the column at a position, with what is wrong in it.
    fn cell(
        &self,
        source: &SourceText,
        at: usize,
        written: &rows::Cell,
        found: &mut Vec<Diagnostic>,
    ) -> Cell {
        let SourceText { file, text, .. } = source;
        let text = value(&written.text(text));
        let wrong = if written.is_open {
            Some(say::open_quote().at(written.place(file)))
        } else if is_too_long(&text) {
            let said = say::too_long(&self.names[at].0, MAX_TITLE_CHARS);
            Some(said.at(written.place(file)))
        } else {
            lost::cell(file, &text, &written.range)
                .or_else(|| spreadsheet::finding(&written.place(file), &text))
        };
        let is_told = wrong.is_some();
        found.extend(wrong);
        let is_list = self.lists.contains(&self.names[at].0.as_str());
        let text = if !is_told && !is_list && text.contains('\n') {
            found.push(line_break(written.place(file)));
            on_one_line(&text).into_owned()
        } else {
            text
        };
        Cell {
            text,
            range: written.range.clone(),
            is_told,
        }
    }
}

impl Cell {
    fn place(&self, file: &Arc<str>) -> Place {
        Place::bytes(file, self.range.clone())
    }

    /// A cell that is not there.
    fn nothing() -> Self {
        Self {
            text: String::new(),
            range: 0..0,
            is_told: false,
        }
    }
}

/// Cells hold names, numbers and addresses, which stand on many pages.
fn is_too_long(text: &str) -> bool {
    text.len() > MAX_TITLE_CHARS && text.chars().count() > MAX_TITLE_CHARS
}

/// What is told of a name or a cell with several lines: on a card, in a title or a list it has but one.
pub(super) fn line_break(place: Place) -> Diagnostic {
    say::line_break().at(place)
}

fn too_many_columns(file: &Arc<str>, header: &Header) -> Diagnostic {
    let most = MAX_COLUMNS;
    let start = header.names.first().map_or(0, |(_, range)| range.start);
    say::too_many_columns(most).at(Place::bytes(file, start..start))
}

/// Every cell below the header, named by its column; those without a name are left out.
pub(super) fn values(text: &str) -> Vec<Written> {
    let mut rows = Rows::of(text).filter(|row| row.iter().any(|cell| !cell.range.is_empty()));
    let Some(header) = rows.next() else {
        return Vec::new();
    };
    if header.len() > MAX_COLUMNS {
        return Vec::new();
    }
    let columns: Vec<String> = header
        .iter()
        .map(|cell| cell.text(text).into_owned())
        .collect();
    let mut values = Vec::new();
    for row in rows.take(MAX_ROWS) {
        let cells = row.into_iter().zip(&columns);
        values.extend(
            cells
                .filter(|(_, column)| !column.is_empty())
                .map(|(cell, column)| Written {
                    path: column.clone(),
                    range: cell.range,
                    style: Style::Cell,
                }),
        );
    }
    values
}

/// For each column asked for, its position in the file.
fn order(
    file: &Arc<str>,
    header: &[(String, Range<usize>)],
    columns: &[&str],
    required: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<Option<usize>>> {
    let before = found.len();
    for (at, (name, range)) in header.iter().enumerate() {
        let place = Place::bytes(file, range.clone());
        if name.is_empty() {
            // Spreadsheets save columns that once held something; what one of them holds is told in its row.
        } else if !columns.contains(&name.as_str()) {
            let said = say::unknown_column(name, columns.join(", "));
            found.push(said.meant(nearest(name, columns)).at(place));
        } else if header[..at].iter().any(|(earlier, _)| earlier == name) {
            found.push(say::doubled_column(name).at(place));
        }
    }
    for column in &columns[..required] {
        if !header.iter().any(|(name, _)| name == column) {
            let columns = columns.join(",");
            let end = header.last().map_or(0, |(_, range)| range.end);
            let start = header.first().map_or(0, |(_, range)| range.start);
            found.push(say::missing_column(column, columns).at(Place::bytes(file, start..end)));
        }
    }
    (found.len() == before).then(|| {
        columns
            .iter()
            .map(|column| header.iter().position(|(name, _)| name == column))
            .collect()
    })
}

/// The texts of all cells, the first line's too, as they stand in the file. `None` when it is no table that a row can be put
/// behind: one with too many rows or an open quote, or one that is not UTF-8 and would be spoilt by being written again.
pub(super) fn texts(source: &SourceText) -> Option<Vec<Vec<String>>> {
    let text = &source.text;
    if text.contains('\u{FFFD}') {
        return None;
    }
    let texts = |row: Vec<rows::Cell>| {
        let text = |cell: &rows::Cell| (!cell.is_open).then(|| value(&cell.text(text)));
        row.iter().map(text).collect::<Option<Vec<String>>>()
    };
    let records: Vec<Vec<String>> = Rows::of(text)
        .take(MAX_ROWS + 1)
        .map(texts)
        .collect::<Option<_>>()?;
    (records.len() <= MAX_ROWS).then_some(records)
}
