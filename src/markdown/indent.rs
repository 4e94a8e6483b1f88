//! An indented first line, as in an office's letter. `CommonMark` takes four spaces or a tab for a program; an office prints
//! none, and whoever does has a fence.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::placeholders::NOTHING;
use super::reading::{Reading, Spanned, within};
use crate::model::Stretch;

/// Text without its indentation, and where its lines stand in the whole.
struct Dedented {
    text: String,
    /// Where each line begins, here and in the whole.
    lines: Vec<(usize, usize)>,
}

/// Reads each block of indented lines, with the lines that go on below it, as text by `read`.
pub(super) fn as_paragraphs(
    text: &str,
    reading: &mut Reading<'_>,
    read: impl for<'b> Fn(&'b str) -> Reading<'b>,
) {
    let is_indented =
        |event: &Event<'_>| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
    if !reading.events.iter().any(|(event, _)| is_indented(event)) {
        return;
    }
    let mut out = Vec::with_capacity(reading.events.len());
    let mut rest = std::mem::take(&mut reading.events).into_iter().peekable();
    let mut depth = 0_usize;
    while let Some((event, range)) = rest.next() {
        if !is_indented(&event) {
            match &event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            out.push((event, range));
            continue;
        }
        let mut pieces: Vec<(String, Range<usize>)> = Vec::new();
        for (event, range) in rest.by_ref() {
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                Event::Text(piece) => pieces.push((piece.into_string(), range)),
                _ => {}
            }
        }
        // The lines that go on without indentation are a paragraph to CommonMark.
        let end = pieces.last().map_or(range.end, |(_, range)| range.end);
        let goes_on = |next: &Spanned<'_>| {
            let gap = text.get(end..next.1.start).unwrap_or_default();
            matches!(next.0, Event::Start(Tag::Paragraph))
                && gap.trim().is_empty()
                && gap.matches('\n').count() + usize::from(text[..end].ends_with('\n')) == 1
        };
        if depth == 0
            && rest.peek().is_some_and(goes_on)
            && let Some((_, range)) = rest.next()
        {
            pieces.push((range.of(text).to_owned(), range));
            for (event, _) in rest.by_ref() {
                if matches!(event, Event::End(TagEnd::Paragraph)) {
                    break;
                }
            }
        }
        let dedented = dedent(text, &pieces);
        let inner = read(&dedented.text);
        let moved = |range: Range<usize>| within(text, &dedented.moved(&range));
        reading
            .definitions
            .extend(inner.definitions.into_iter().map(moved));
        reading
            .raw_html
            .extend(inner.raw_html.into_iter().map(moved));
        let is_deep = inner.too_deep.is_some();
        reading.too_deep = reading.too_deep.take().or(inner.too_deep.map(moved));
        let events = inner.events.into_iter();
        out.extend(events.map(|(event, range)| (event.into_static(), moved(range))));
        if is_deep {
            break;
        }
    }
    reading.events = out;
}

fn dedent(text: &str, pieces: &[(String, Range<usize>)]) -> Dedented {
    // Each line and where it ends, from the parser, for a line in a list or a quotation begins with more than white space. Places
    // are counted from the end: of a tab that is indentation in part the parser makes spaces, which no byte of the text is.
    let mut rows: Vec<(String, usize)> = Vec::new();
    let mut is_open = false;
    for (piece, range) in pieces {
        let mut left = piece.len();
        for line in piece.split_inclusive('\n') {
            left -= line.len();
            let end = range.end.saturating_sub(left);
            match rows.last_mut() {
                Some((row, until)) if is_open => {
                    row.push_str(line);
                    *until = end;
                }
                _ => rows.push((line.to_owned(), end)),
            }
            is_open = !line.ends_with('\n');
        }
    }
    let has_empty_corner = has_empty_corner(text, &rows);
    let mut out = Dedented {
        text: String::new(),
        lines: Vec::new(),
    };
    for (row, end) in &rows {
        let words = row.trim_start_matches([' ', '\t']);
        let start = end.saturating_sub(words.len());
        if has_empty_corner && is_after_tab(text, start) {
            out.text.push(NOTHING);
            out.text.push('\t');
        }
        out.lines.push((out.text.len(), start));
        out.text.push_str(words);
    }
    out
}

/// Whether the tabs in front of lines are empty cells of a table pasted from a spreadsheet: with them, and only with them,
/// all its rows have as many cells.
fn has_empty_corner(text: &str, rows: &[(String, usize)]) -> bool {
    let rows = rows.iter().filter(|(row, _)| !row.trim().is_empty());
    let cells = |with_first: bool| {
        let mut counts = rows.clone().map(|(row, end)| {
            let words = row.trim_start_matches([' ', '\t']);
            let first = with_first && is_after_tab(text, end.saturating_sub(words.len()));
            words.trim_end_matches(['\n', '\r']).matches('\t').count() + usize::from(first)
        });
        let first = counts.next().unwrap_or_default();
        first > 0 && counts.all(|count| count == first)
    };
    let has_cells = rows.clone().any(|(row, _)| row.trim().contains('\t'));
    has_cells && rows.clone().count() > 1 && cells(true) && !cells(false)
}

fn is_after_tab(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with('\t'))
}

impl Dedented {
    /// The bytes in the whole of some bytes here.
    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        let at = |at: usize| {
            let next = self.lines.partition_point(|(line, _)| *line <= at);
            let (line, whole) = self.lines.get(next.saturating_sub(1)).copied()?;
            Some(whole + at.saturating_sub(line))
        };
        let start = at(range.start).unwrap_or_default();
        // The end belongs to the line before it.
        let end = at(range.end.saturating_sub(1)).map_or(start, |end| end + 1);
        start..end.max(start)
    }
}
