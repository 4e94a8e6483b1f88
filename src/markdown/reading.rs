//! A text as events, in the order in which it is printed: what the parser says, and then what people meant who never
//! learned Markdown. Checks and pages read the same events.
//!
//! 1. [`indent`](super::indent): an indented first line begins a paragraph, not a program.
//! 2. [`stars`](super::stars): figures keep their stars, and bold text may end in a দাঁড়ি.
//! 3. [`lines`](super::lines): what was typed as a list, a table or an address in lines is one.
//! 4. [`numbers`](super::numbers): items keep the numbers that they were given.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{indent, lines, numbers, rows, stars};
use crate::model::Stretch;

/// Deeper nesting than this serves no reader, and the minifier overflows its stack on thousands of levels.
const MAX_DEPTH: usize = 12;

/// An event with its bytes in the text.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

/// A text that was read.
pub(super) struct Reading<'a> {
    /// What is printed. `Html` among it is our own; that of the author became text.
    pub(super) events: Vec<Spanned<'a>>,
    /// Definitions of links, which print nothing.
    pub(super) definitions: Vec<Range<usize>>,
    /// Raw HTML, which is shown as text.
    pub(super) raw_html: Vec<Range<usize>>,
    /// The first place that is nested too deeply; nothing behind it was looked at.
    pub(super) too_deep: Option<Range<usize>>,
}

/// Reads a text whose placeholders are [`inert`](super::placeholders::inert).
pub(super) fn read(text: &str) -> Reading<'_> {
    let mut reading = parse(text);
    indent::as_paragraphs(text, &mut reading, parse);
    // Behind a tab that is indentation in part the parser's places are not between signs, nor is what is reckoned from them.
    between_signs(text, &mut reading.events);
    rows::end(text, &mut reading.events);
    stars::mend(text, &mut reading.events);
    reading.events = lines::set(text, reading.events);
    numbers::keep(text, &mut reading.events);
    between_signs(text, &mut reading.events);
    reading
}

fn between_signs(text: &str, events: &mut [Spanned<'_>]) {
    for (_, range) in events {
        *range = within(text, range);
    }
}

fn parse(text: &str) -> Reading<'_> {
    let mut events = Vec::new();
    let mut raw_html = Vec::new();
    let mut too_deep = None;
    let mut depth = 0_usize;
    let mut after_break = false;
    let mut parser = Parser::new_ext(text, options()).into_offset_iter();
    for (event, range) in &mut parser {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            too_deep = Some(first_line(text, &range));
            // Such a text is not published; and each level would be searched once for every level below it.
            break;
        }
        // A link without words is seen by its address.
        if let (Event::End(TagEnd::Link), Some((Event::Start(Tag::Link { dest_url, .. }), _))) =
            (&event, events.last())
        {
            let address = Event::Text(dest_url.clone());
            events.push((address, range.end..range.end));
        }
        match &event {
            Event::Html(html) => after_break |= is_break(html),
            Event::End(TagEnd::HtmlBlock) => after_break = false,
            _ => {}
        }
        let event = match event {
            Event::Html(html) | Event::InlineHtml(html) if is_break(&html) => Event::HardBreak,
            // CommonMark takes the lines below such a tag for HTML too.
            Event::Html(html) if after_break && !html.contains('<') => Event::Text(html),
            Event::Html(html) | Event::InlineHtml(html) => {
                raw_html.push(first_line(text, &range));
                Event::Text(html)
            }
            // What is no language was meant to be read; as a class it could dress the block as something of the theme.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if !is_language(&info) => {
                let code = Tag::CodeBlock(CodeBlockKind::Fenced("".into()));
                let line = first_line(text, &range);
                events.push((Event::Start(code), range));
                events.push((Event::Text(format!("{info}\n").into()), line));
                continue;
            }
            // A box to tick has no use on a page that is read.
            Event::TaskListMarker(is_done) => Event::Text(if is_done { "☑ " } else { "☐ " }.into()),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            other => other,
        };
        events.push((event, range));
    }
    let definitions = parser.reference_definitions().iter();
    let definitions = definitions.map(|(_, definition)| definition.span.clone());
    Reading {
        definitions: definitions.collect(),
        events,
        raw_html,
        too_deep,
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
}

/// The one tag that everybody knows from tables, and that says nothing but what two spaces at the end of a line say.
fn is_break(html: &str) -> bool {
    let tag = html.trim().strip_prefix('<');
    let name = tag
        .and_then(|tag| tag.strip_suffix('>'))
        .unwrap_or_default();
    name.trim_end_matches('/').trim().eq_ignore_ascii_case("br")
}

/// Whether a fence says what a language is called, or nothing.
fn is_language(info: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-#_.".contains(&byte);
    info.bytes().all(is_part)
}

pub(super) fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = range.of(text).lines().next().map_or(0, str::len);
    range.start..range.start + line
}

/// Puts events into an element that has this place.
pub(super) fn wrap<'a>(
    out: &mut Vec<Spanned<'a>>,
    tag: Tag<'a>,
    place: &Range<usize>,
    inside: impl IntoIterator<Item = Spanned<'a>>,
) {
    let end = tag.to_end();
    out.push((Event::Start(tag), place.clone()));
    out.extend(inside);
    out.push((Event::End(end), place.clone()));
}

/// How many events belong to the element that the first one begins.
pub(super) fn length<'e, 'a: 'e>(events: impl IntoIterator<Item = &'e Event<'a>>) -> usize {
    let mut depth = 0_usize;
    let mut count = 0;
    for event in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        count += 1;
        if depth == 0 {
            break;
        }
    }
    count
}

/// Bytes of a text that begin and end between signs, where they came from counting.
pub(super) fn within(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end).max(start)
}

/// Whether a tag stands in a line of words.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether such a tag ends.
pub(super) fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Whether the sign at a place was escaped by its author: `\*`.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    let signs = text.as_bytes()[..at]
        .iter()
        .rev()
        .take_while(|byte| **byte == b'\\');
    signs.count() % 2 == 1
}
