//! Signs of Markdown that a page shows as they were typed, because nothing came of them: their author should know.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::Stretch;
use crate::model::digits::is_digit;

use super::reading::{Spanned, is_escaped};

/// What was probably meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Bold, or struck out: `** ক **`, `**ক`.
    Emphasis,
    /// A link or a picture: `[ক] (/charter)`, `[ক](my file.pdf)`, `! [ক](ক.jpg)`.
    Link,
    /// A heading: `#শিরোনাম`.
    Heading,
    /// A row of a table: `| ক | খ |`.
    Row,
    /// A footnote without a note, or a note without its sign.
    Footnote,
    /// More or less than a number, which became a quotation or a point of a list: `> ১৮ বছর`.
    Sign,
}

/// What a text shows as typed, in the order of the text. Ranges are its bytes.
pub(super) fn shown(text: &str, events: &[Spanned<'_>]) -> Vec<(Range<usize>, Meant)> {
    let mut shown = Vec::new();
    let mut in_code = false;
    // Neighbouring pieces of text, up to what was escaped.
    let mut piece: Option<Range<usize>> = None;
    let mut begins_line = true;
    for (event, range) in events {
        match event {
            Event::Text(_) if !in_code && !range.is_empty() => {
                match &mut piece {
                    Some(open) if open.end == range.start => open.end = range.end,
                    _ => {
                        if let Some(piece) = piece.replace(range.clone()) {
                            look(text, &piece, begins_line, &mut shown);
                            begins_line = false;
                        }
                    }
                }
                continue;
            }
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::BlockQuote(_) | Tag::Item) => {
                shown.extend(lost_sign(text, range).map(|range| (range, Meant::Sign)));
            }
            _ => {}
        }
        if let Some(piece) = piece.take() {
            look(text, &piece, begins_line, &mut shown);
        }
        begins_line = !matches!(
            event,
            Event::Text(_)
                | Event::Code(_)
                | Event::End(TagEnd::Link | TagEnd::Strong | TagEnd::Emphasis)
        );
    }
    if let Some(piece) = piece {
        look(text, &piece, begins_line, &mut shown);
    }
    shown.sort_by_key(|(range, _)| range.start);
    shown
}

/// `>` or `+` before a number, at the beginning of a quotation or of a point.
fn lost_sign(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let written = range.try_of(text)?;
    let sign = written
        .chars()
        .next()
        .filter(|sign| matches!(sign, '>' | '+'))?;
    let behind = written[sign.len_utf8()..].trim_start_matches(' ');
    behind
        .starts_with(is_digit)
        .then(|| range.start..range.start + sign.len_utf8())
}

fn look(
    text: &str,
    piece: &Range<usize>,
    begins_line: bool,
    shown: &mut Vec<(Range<usize>, Meant)>,
) {
    let Some(written) = piece.try_of(text) else {
        return;
    };
    // All that is looked for has one of these; most pieces have none.
    let is_sign = |byte: u8| matches!(byte, b'*' | b'~' | b'_' | b'[' | b']' | b'#' | b'|');
    if !written.bytes().any(is_sign) {
        return;
    }
    let first = if is_escaped(text, piece.start) {
        written.chars().next().map_or(0, char::len_utf8)
    } else {
        0
    };
    let mut add = |at: usize, length: usize, meant| {
        if at >= first {
            shown.push((piece.start + at..piece.start + at + length, meant));
        }
    };
    emphasis(written, &mut add);
    links(written, first, &mut add);
    if begins_line {
        line_start(written, &mut add);
    }
}

/// Takes where in a piece something is shown as it was typed, how many bytes, and what was meant.
type Add<'a> = dyn FnMut(usize, usize, Meant) + 'a;

fn emphasis(written: &str, add: &mut Add<'_>) {
    for signs in ["**", "~~", "__"] {
        for (at, length) in runs(written, signs) {
            // `form__1` is a name, and `__` between spaces a place to write on.
            let is_word = |sign: Option<char>| sign.is_some_and(|sign| !sign.is_whitespace());
            let before = is_word(written[..at].chars().next_back());
            if signs != "__" || before != is_word(written[at + length..].chars().next()) {
                add(at, length, Meant::Emphasis);
            }
        }
    }
}

/// What was to be a link or a reference to a note. What begins before `first` is escaped.
fn links(written: &str, first: usize, add: &mut Add<'_>) {
    // Looked for once, however many brackets there are.
    let (round, square) = (written.rfind(')'), written.rfind(']'));
    let mut open = None;
    for (at, bracket) in written.match_indices(['[', ']']) {
        if bracket == "[" {
            open = Some(at);
            continue;
        }
        let behind = &written[at + 1..];
        let target = behind.trim_start_matches(' ').strip_prefix('(');
        let is_link = behind.starts_with('(') && round > Some(at)
            || target.is_some_and(is_address)
            || behind.starts_with('[');
        // `\[` opens nothing.
        if is_link && open.is_none_or(|open| open >= first) {
            add(
                at,
                1 + behind.len() - behind.trim_start_matches([' ', '(', '[']).len(),
                Meant::Link,
            );
        }
    }
    for (at, _) in written.match_indices(")[") {
        if is_address(&written[at + 2..]) {
            add(at, 2, Meant::Link);
        }
    }
    for (at, _) in written.match_indices("[^") {
        if square > Some(at) {
            add(at, 2, Meant::Footnote);
        }
    }
}

/// What means something at the beginning of a line only.
fn line_start(written: &str, add: &mut Add<'_>) {
    let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
    let behind = written[hashes..].chars().next();
    if (1..=6).contains(&hashes) && behind.is_some_and(char::is_alphabetic) {
        add(0, hashes, Meant::Heading);
    }
    let line = written.trim();
    if line.len() > 1 && line.starts_with('|') && line.ends_with('|') {
        add(0, 1, Meant::Row);
    }
}

/// Runs of a doubled sign, no longer than the marks of Markdown are: where, and how many bytes. A line to write on
/// (`নাম: ______`) is none.
fn runs<'t>(written: &'t str, signs: &'static str) -> impl Iterator<Item = (usize, usize)> + 't {
    let sign = signs.as_bytes()[0];
    let bytes = written.as_bytes();
    let starts = move |at: &usize| bytes[*at] == sign && (*at == 0 || bytes[at - 1] != sign);
    (0..bytes.len()).filter(starts).filter_map(move |at| {
        let length = bytes[at..].iter().take_while(|byte| **byte == sign).count();
        (2..=3).contains(&length).then_some((at, length))
    })
}

/// Whether what follows looks like where a link leads.
fn is_address(behind: &str) -> bool {
    ["/", "#", "http://", "https://", "www.", "mailto:", "tel:"]
        .iter()
        .any(|start| behind.starts_with(start))
}
