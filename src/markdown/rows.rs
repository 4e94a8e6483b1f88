//! Rows that were typed or pasted without the second line of a Markdown table: cells between tabs, as a spreadsheet copies
//! them, or between `|`.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

use crate::model::Stretch;
use crate::model::digits::is_digit;

use super::lines::typed;
use super::placeholders::NOTHING;
use super::reading::{Spanned, is_escaped, within, wrap};

type Cell<'a> = Vec<Spanned<'a>>;

/// More cells than this are no table that anybody reads.
const MOST_CELLS: usize = 100;

/// Whether lines that hold the sign are rows of a table: two or more, and between `|` with as many cells in each.
pub(super) fn is_table(lines: &[(Vec<Spanned<'_>>, Option<Spanned<'_>>)], is_piped: bool) -> bool {
    if lines.len() < 2 {
        return false;
    }
    if !is_piped {
        return true;
    }
    let lines: Vec<Cow<'_, str>> = lines.iter().map(|(line, _)| typed(line)).collect();
    let is_framed = |line: &Cow<'_, str>| line.trim().starts_with('|') && line.trim().len() > 1;
    let count = |line: &Cow<'_, str>| line.matches('|').count();
    lines.iter().all(is_framed) || lines.iter().all(|line| count(line) == count(&lines[0]))
}

/// The table of some lines.
pub(super) fn table<'a>(text: &str, lines: Vec<Vec<Spanned<'a>>>, sign: char) -> Vec<Spanned<'a>> {
    let place = lines[0].first().map_or(0..0, |(_, range)| range.clone());
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    let mut has_rule = false;
    for line in lines {
        let row = cells(text, line, sign);
        // The line below the head, also as Word corrects it.
        let is_rule = row.iter().all(is_rule) && row.iter().any(|cell| !is_empty(cell));
        has_rule |= is_rule && rows.len() == 1;
        if !is_rule {
            rows.push(row);
        }
    }
    let width = rows
        .iter()
        .map(Vec::len)
        .max()
        .unwrap_or_default()
        .min(MOST_CELLS);
    // Short rows are filled up, but a text of long and short ones does not become many times as long.
    let written: usize = rows.iter().map(Vec::len).sum();
    let is_even = rows.len() * width <= 8 * written;
    let has_head = has_rule || rows.len() > 1 && rows.first().is_some_and(|row| is_head(row));
    let mut table = Vec::new();
    for (number, mut row) in rows.into_iter().enumerate() {
        if is_even {
            row.resize_with(width.max(row.len()), Vec::new);
        }
        let mut cells = Vec::new();
        for cell in row {
            wrap(&mut cells, Tag::TableCell, &place, cell);
        }
        let is_head = number == 0 && has_head;
        let tag = if is_head {
            Tag::TableHead
        } else {
            Tag::TableRow
        };
        wrap(&mut table, tag, &place, cells);
    }
    let mut out = Vec::new();
    let tag = Tag::Table(vec![Alignment::None; width]);
    wrap(&mut out, tag, &place, table);
    out
}

/// Ends Markdown's own tables where their last `|` stands: what follows without an empty line is a paragraph, not a row.
pub(super) fn end(text: &str, events: &mut Vec<Spanned<'_>>) {
    if !events
        .iter()
        .any(|(event, _)| matches!(event, Event::End(TagEnd::Table)))
    {
        return;
    }
    let mut out: Vec<Spanned<'_>> = Vec::with_capacity(events.len());
    // Where the table's last rows begin that hold no `|`.
    let mut tail = None;
    for (event, range) in std::mem::take(events) {
        match &event {
            Event::Start(Tag::TableRow) => {
                let is_row = range.try_of(text).is_none_or(|row| row.contains('|'));
                tail = if is_row {
                    None
                } else {
                    tail.or(Some(out.len()))
                };
            }
            Event::End(TagEnd::Table) => {
                let rows = tail.take().map(|at| out.split_off(at)).unwrap_or_default();
                out.push((event, range));
                if let Some((_, place)) = rows.first() {
                    let place = place.clone();
                    let mut lines: Vec<_> = rows.into_iter().filter_map(as_line).collect();
                    // The last row's end is no break.
                    lines.pop();
                    wrap(&mut out, Tag::Paragraph, &place, lines);
                }
                continue;
            }
            _ => {}
        }
        out.push((event, range));
    }
    *events = out;
}

/// The events of a row as those of a line that ends in a break.
fn as_line((event, range): Spanned<'_>) -> Option<Spanned<'_>> {
    match event {
        Event::Start(Tag::TableRow | Tag::TableCell) | Event::End(TagEnd::TableCell) => None,
        Event::End(TagEnd::TableRow) => Some((Event::SoftBreak, range.end..range.end)),
        other => Some((other, range)),
    }
}

/// Cells of Markdown's own tables behind the last that the head has; the parser drops them. Ranges are bytes of the text.
pub(super) fn lost(text: &str, events: &[Spanned<'_>]) -> Vec<Range<usize>> {
    let mut lost = Vec::new();
    let mut end = None;
    for (event, range) in events {
        match event {
            Event::Start(Tag::TableRow) => end = None,
            Event::End(TagEnd::TableCell) => end = Some(range.end),
            Event::End(TagEnd::TableRow) => {
                let Some(left) = end.and_then(|end| text.get(end..range.end)) else {
                    continue;
                };
                let words = left.trim_matches(|sign: char| sign == '|' || sign.is_whitespace());
                if !words.is_empty() {
                    // The words are a slice of the text, so their place is the distance between the two.
                    let start = words.as_ptr() as usize - text.as_ptr() as usize;
                    lost.push(start..start + words.len());
                }
            }
            _ => {}
        }
    }
    lost
}

/// Cuts a line at each sign that is not escaped and stands outside of emphasis, links and code.
fn cells<'a>(text: &str, line: Vec<Spanned<'a>>, sign: char) -> Vec<Cell<'a>> {
    let mut cells: Vec<Cell<'a>> = Vec::new();
    let mut cell = Cell::new();
    let mut depth = 0_usize;
    for (event, range) in line {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let words = match &event {
            Event::Text(words) if words.contains(sign) => words,
            _ => {
                cell.push((event, range));
                continue;
            }
        };
        if depth > 0 || is_escaped(text, range.start) {
            cell.push((event, range));
            continue;
        }
        let mut at = range.start;
        for (number, piece) in words.split(sign).enumerate() {
            if number > 0 {
                cells.push(std::mem::take(&mut cell));
                at += sign.len_utf8();
            }
            let place = at.min(range.end)..(at + piece.len()).min(range.end);
            let place = within(text, &place);
            at += piece.len();
            if !piece.is_empty() {
                cell.push((Event::Text(CowStr::from(piece.to_owned())), place));
            }
        }
    }
    cells.push(cell);
    for cell in &mut cells {
        trim(cell);
    }
    // `| ক | খ |` has a frame, not two empty cells more.
    if sign == '|' {
        if cells.len() > 1 && cells.first().is_some_and(is_empty) {
            cells.remove(0);
        }
        if cells.len() > 1 && cells.last().is_some_and(is_empty) {
            cells.pop();
        }
    }
    cells
}

fn trim(cell: &mut Cell<'_>) {
    let space = |sign: char| sign == NOTHING || sign.is_whitespace();
    if let Some((Event::Text(words), _)) = cell.first_mut() {
        *words = CowStr::from(words.trim_start_matches(space).to_owned());
    }
    if let Some((Event::Text(words), _)) = cell.last_mut() {
        *words = CowStr::from(words.trim_end_matches(space).to_owned());
    }
    cell.retain(|(event, _)| !matches!(event, Event::Text(words) if words.is_empty()));
}

fn is_empty(cell: &Cell<'_>) -> bool {
    cell.is_empty()
}

/// Whether a cell holds nothing but a line of dashes.
fn is_rule(cell: &Cell<'_>) -> bool {
    cell.iter().all(|(event, _)| {
        matches!(event, Event::Text(words) if words.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '=' | '+' | ':' | ' ')))
    })
}

/// Whether a row without a line below it heads the others: it has a word in every cell, and no figure.
fn is_head(row: &[Cell<'_>]) -> bool {
    row.iter().all(|cell| {
        let mut words = cell.iter().filter_map(|(event, _)| match event {
            Event::Text(words) | Event::Code(words) => Some(words),
            _ => None,
        });
        !cell.is_empty() && !words.any(|words| words.contains(is_digit))
    })
}
