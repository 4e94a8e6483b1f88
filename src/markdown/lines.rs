//! What people type in lines: lists numbered by hand, tables pasted from a spreadsheet, addresses. `CommonMark` runs such lines
//! together; here they become what they look like, and print every sign that says something.

use std::borrow::Cow;
use std::iter::{Peekable, Zip};
use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::marks::{Kind, Mark, mark};
use super::placeholders::NOTHING;
use super::reading::{Spanned, is_escaped, is_inline, is_inline_end, wrap};
use super::rows;
use crate::model::Stretch;

/// Where an editor wraps a text nobody means the break; no editor wraps as early as this. In letters and signs.
const SHORT: usize = 64;

/// Begins a list whose marks are printed as they were typed.
pub(super) const TYPED_LIST: &str = "<ul class=\"typed\">\n";

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Words,
    Item(Mark),
    /// A row whose cells stand between such signs.
    Row(char),
    /// `##` without a space.
    Heading(HeadingLevel),
}

/// Sets the lines of every paragraph and item of a text.
pub(super) fn set<'a>(text: &str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(events.len());
    // The elements around, innermost last: whether lines mean anything in it.
    let mut around: Vec<bool> = Vec::new();
    let mut rest = events.into_iter().peekable();
    while let Some((event, range)) = rest.next() {
        match &event {
            Event::Start(Tag::Paragraph) => {
                let mut words = Vec::new();
                let mut end = None;
                for (event, range) in rest.by_ref() {
                    if matches!(event, Event::End(TagEnd::Paragraph)) {
                        end = Some((event, range));
                        break;
                    }
                    words.push((event, range));
                }
                blocks(text, words, Some(&range), &mut out);
                // A text that ends in the middle is nested too deeply, and is not published.
                if end.is_none() {
                    return out;
                }
                continue;
            }
            Event::Start(Tag::Heading { .. })
                if let Some(words) = underlined(text, &range, &mut rest) =>
            {
                blocks(text, words, Some(&range), &mut out);
                out.push((Event::Rule, range));
                continue;
            }
            Event::Start(tag) if !is_inline(tag) => {
                around.push(matches!(tag, Tag::Item | Tag::DefinitionListDefinition));
            }
            Event::End(end) if !is_inline_end(*end) => {
                around.pop();
            }
            _ if around.last() == Some(&true) => {
                let mut words = vec![(event, range)];
                while let Some(next) = rest.next_if(|(event, _)| is_in_line(event)) {
                    words.push(next);
                }
                blocks(text, words, None, &mut out);
                continue;
            }
            _ => {}
        }
        out.push((event, range));
    }
    out
}

fn is_in_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline(tag),
        Event::End(end) => is_inline_end(*end),
        Event::Rule => false,
        _ => true,
    }
}

/// The words of a heading that is none: dashes below a whole paragraph draw a line, they do not make it a heading.
fn underlined<'a>(
    text: &str,
    range: &Range<usize>,
    rest: &mut std::iter::Peekable<std::vec::IntoIter<Spanned<'a>>>,
) -> Option<Vec<Spanned<'a>>> {
    let written = range.of(text).trim_end();
    let (words, line) = written.rsplit_once('\n')?;
    if written.starts_with('#') || !line.trim().bytes().all(|byte| byte == b'-') {
        return None;
    }
    if !words.contains('\n') && !words.trim_end().ends_with(['।', '.', '?', ':', ';', ',']) {
        return None;
    }
    let mut inside = Vec::new();
    for (event, range) in rest.by_ref() {
        if matches!(event, Event::End(TagEnd::Heading(_))) {
            break;
        }
        inside.push((event, range));
    }
    Some(inside)
}

/// Writes the words of a paragraph, or of an item when `paragraph` is none, as what their lines are.
fn blocks<'a>(
    text: &str,
    mut words: Vec<Spanned<'a>>,
    paragraph: Option<&Range<usize>>,
    out: &mut Vec<Spanned<'a>>,
) {
    let is_break = |event: &Event<'_>| matches!(event, Event::SoftBreak | Event::HardBreak);
    let is_one_line = !words.iter().any(|(event, _)| is_break(event));
    // What most paragraphs are.
    if is_one_line && alone(text, &words) == Line::Words {
        put(words, paragraph, out);
        return;
    }
    keep_breaks(text, &mut words);
    let lines = lines(words);
    let kinds = kinds(text, &lines);
    let mut lines: Lines<'_> = lines.into_iter().zip(kinds).peekable();
    while let Some(((line, ending), kind)) = lines.next() {
        match kind {
            Line::Words => {
                let words = with_words(line, ending, &mut lines);
                put(words, paragraph, out);
            }
            Line::Item(first) => list((line, ending), first, &mut lines, out),
            Line::Row(sign) => {
                let mut table = vec![line];
                while let Some(((line, _), _)) = lines.next_if(|(_, kind)| *kind == Line::Row(sign))
                {
                    table.push(line);
                }
                out.extend(rows::table(text, table, sign));
            }
            Line::Heading(level) => {
                let place = place(&line);
                let mut line = line;
                strip(&mut line, level as usize);
                strip_end(&mut line);
                wrap(out, heading(level), &place, line);
            }
        }
    }
}

/// Writes words as they are.
fn put<'a>(words: Vec<Spanned<'a>>, paragraph: Option<&Range<usize>>, out: &mut Vec<Spanned<'a>>) {
    if let Some(range) = paragraph {
        wrap(out, Tag::Paragraph, range, words);
    } else {
        out.extend(words);
    }
}

/// Lines with what they are.
type Lines<'a> = Peekable<Zip<IntoIter<Broken<'a>>, IntoIter<Line>>>;

fn place(line: &[Spanned<'_>]) -> Range<usize> {
    line.first().map_or(0..0, |(_, range)| range.clone())
}

/// A line, and the lines of mere words below it, which go on with it.
fn with_words<'a>(
    mut line: Vec<Spanned<'a>>,
    mut ending: Option<Spanned<'a>>,
    lines: &mut Lines<'a>,
) -> Vec<Spanned<'a>> {
    while let Some(((more, next), _)) = lines.next_if(|(_, kind)| *kind == Line::Words) {
        line.extend(ending);
        line.extend(more);
        ending = next;
    }
    line
}

/// A list that begins with this item: as many as follow of its kind.
fn list<'a>(
    (line, ending): Broken<'a>,
    first: Mark,
    lines: &mut Lines<'a>,
    out: &mut Vec<Spanned<'a>>,
) {
    let place = place(&line);
    let is_points = first.kind == Kind::Point;
    let (begin, end) = if is_points {
        (
            Event::Start(Tag::List(None)),
            Event::End(TagEnd::List(false)),
        )
    } else {
        (
            Event::Html(TYPED_LIST.into()),
            Event::Html("</ul>\n".into()),
        )
    };
    out.push((begin, place.clone()));
    let mut next = Some((line, ending, first));
    while let Some((mut line, ending, mark)) = next.take() {
        if is_points {
            strip(&mut line, mark.length);
        }
        let line = with_words(line, ending, lines);
        wrap(out, Tag::Item, &place, line);
        let is_same = |kind: &Line| matches!(kind, Line::Item(mark) if (mark.kind == Kind::Point) == is_points);
        if let Some(((line, ending), Line::Item(mark))) = lines.next_if(|(_, kind)| is_same(kind)) {
            next = Some((line, ending, mark));
        }
    }
    out.push((end, place));
}

fn heading(level: HeadingLevel) -> Tag<'static> {
    Tag::Heading {
        level,
        id: None,
        classes: Vec::new(),
        attrs: Vec::new(),
    }
}

/// Makes the breaks firm that their author meant: all of them where every line is short, as in an address, and where the
/// next word would have had room in the line, as no editor wraps.
fn keep_breaks(text: &str, words: &mut [Spanned<'_>]) {
    let is_break = |event: &Event<'_>| matches!(event, Event::SoftBreak);
    if !words.iter().any(|(event, _)| is_break(event)) {
        return;
    }
    let mut starts = vec![words.first().map_or(0, |(_, range)| range.start)];
    let mut ends = Vec::new();
    for (_, range) in words.iter().filter(|(event, _)| is_break(event)) {
        ends.push(range.start);
        starts.push(range.end);
    }
    ends.push(words.last().map_or(0, |(_, range)| range.end));
    let line = |at: usize| text.get(starts[at]..ends[at]).unwrap_or_default().trim();
    let lengths: Vec<usize> = (0..starts.len())
        .map(|at| line(at).chars().count())
        .collect();
    let widest = lengths.iter().copied().max().unwrap_or_default();
    let breaks = words.iter_mut().filter(|(event, _)| is_break(event));
    for (at, (event, _)) in breaks.enumerate() {
        let next = line(at + 1).split_whitespace().next().unwrap_or_default();
        let had_room = lengths[at] + 1 + next.chars().count() <= widest;
        if widest <= SHORT || (had_room && lengths[at] <= SHORT) {
            *event = Event::HardBreak;
        }
    }
}

/// A line of words, and the break behind it.
type Broken<'a> = (Vec<Spanned<'a>>, Option<Spanned<'a>>);

/// Cuts words where lines end, outside of emphasis and links.
fn lines(words: Vec<Spanned<'_>>) -> Vec<Broken<'_>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in words {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak if depth == 0 => {
                lines.push((std::mem::take(&mut line), Some((event, range))));
                continue;
            }
            _ => {}
        }
        line.push((event, range));
    }
    lines.push((line, None));
    lines
}

/// What a line says to the eye: emphasis, links and code are a sign that means nothing here.
pub(super) fn typed<'l>(line: &'l [Spanned<'_>]) -> Cow<'l, str> {
    if let [(Event::Text(words), _)] = line {
        return Cow::Borrowed(words);
    }
    let words = line.iter().map(|(event, _)| match event {
        Event::Text(words) => words.as_ref(),
        _ => "\u{FFFC}",
    });
    Cow::Owned(words.collect())
}

/// What each line is, seen among the others.
fn kinds(text: &str, lines: &[Broken<'_>]) -> Vec<Line> {
    let mut kinds: Vec<Line> = lines.iter().map(|(line, _)| alone(text, line)).collect();
    let mut at = 0;
    while at < kinds.len() {
        let same = |kind: &Line| match (kinds[at], kind) {
            (Line::Row(one), Line::Row(other)) => one == *other,
            _ => false,
        };
        let count = kinds[at..].iter().take_while(|kind| same(kind)).count();
        if count > 0 && !rows::is_table(&lines[at..at + count], kinds[at] == Line::Row('|')) {
            kinds[at..at + count].fill(Line::Words);
        }
        at += count.max(1);
    }
    let marked = |kind: Option<Kind>| {
        let is_meant = |line: &&Line| matches!(line, Line::Item(mark) if kind.is_none_or(|kind| mark.kind == kind));
        kinds.iter().filter(is_meant).count()
    };
    let (all, dashes) = (marked(None), marked(Some(Kind::Dash)));
    let is_only_first = all == 1 && matches!(kinds.first(), Some(Line::Item(_)));
    for kind in &mut kinds {
        if let Line::Item(mark) = kind
            && (is_only_first && mark.kind != Kind::Point
                || (mark.kind == Kind::Dash && dashes < 2))
        {
            *kind = Line::Words;
        }
    }
    kinds
}

/// What a line is by itself.
fn alone(text: &str, line: &[Spanned<'_>]) -> Line {
    match line.first() {
        // A sign that was escaped means itself.
        Some((Event::Text(_), place)) if !is_escaped(text, place.start) => kind(&typed(line)),
        _ => Line::Words,
    }
}

/// What a line is that says this to the eye.
fn kind(line: &str) -> Line {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let name = line[hashes..].trim_matches(['#', ' ', '\u{A0}']);
    if (2..=6).contains(&hashes)
        && !name.is_empty()
        && let Ok(level) = HeadingLevel::try_from(hashes)
    {
        return Line::Heading(level);
    }
    if let Some(mark) = mark(line)
        && !line[mark.length..].contains('\t')
    {
        return Line::Item(mark);
    }
    if line.trim_end().contains('\t') {
        return Line::Row('\t');
    }
    if line.contains('|') {
        return Line::Row('|');
    }
    Line::Words
}

/// Takes some bytes away from the beginning of a line, and the white space behind them.
fn strip(line: &mut Vec<Spanned<'_>>, mut length: usize) {
    while let Some((Event::Text(words), range)) = line.first_mut() {
        if words.len() <= length {
            length -= words.len();
            line.remove(0);
            continue;
        }
        let left = words[length..]
            .trim_start_matches([' ', '\t', '\u{A0}', NOTHING])
            .to_owned();
        range.start = (range.start + words.len() - left.len()).min(range.end);
        *words = CowStr::from(left);
        break;
    }
}

/// Takes the signs away that close a heading.
fn strip_end(line: &mut [Spanned<'_>]) {
    if let Some((Event::Text(words), _)) = line.last_mut() {
        let left = words.trim_end_matches(['#', ' ', '\u{A0}']).to_owned();
        *words = CowStr::from(left);
    }
}
