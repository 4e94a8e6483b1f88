//! Our Markdown: an outline for checks, and HTML. With the files below it the only one that names `pulldown_cmark`.
//!
//! Both read one and the same text, in NFC and with its placeholders in it: what was checked is what is printed.
//!
//! Content comes from hundreds of offices: raw HTML becomes text, and a link leads only where the caller allows.

mod footnotes;
mod indent;
mod lines;
mod marks;
mod numbers;
mod pictures;
mod placeholders;
mod reading;
mod rows;
mod shape;
mod shown;
mod stars;
mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

pub use pictures::{Image, Setting};
pub use placeholders::Words;
pub use shape::shape;
pub use shown::Meant;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use crate::model::{Body, Slug, Stretch};
use placeholders::{as_written, inert, left_out, said};
use reading::{Reading, first_line, read};

/// What a text holds that can be checked. Ranges are bytes of the text.
#[derive(Debug, Default)]
pub struct Outline {
    /// Links and pictures.
    pub links: Vec<Link>,
    /// The fragments of its headings, in order.
    pub fragments: Vec<String>,
    /// Raw HTML, which is shown as text.
    pub raw_html: Vec<Range<usize>>,
    /// Where a sign may be written as a number, `&#x41;`, and be read as that sign: in texts, and in what is said of a link, a
    /// picture or a block of code.
    pub numbered: Vec<Range<usize>>,
    /// Signs of Markdown that are shown as they were typed, and what was probably meant.
    pub shown: Vec<(Range<usize>, Meant)>,
    /// Cells of a table behind the last that its head has, which no page shows.
    pub lost_cells: Vec<Range<usize>>,
    /// What the text says, for a search: without Markdown, its placeholders left out.
    pub plain: String,
    /// The first place that is nested too deeply; nothing behind it was looked at.
    pub too_deep: Option<Range<usize>>,
    /// What [`fixed`] says of the same text; `None` where placeholders would have it say something else.
    pub fixed: Option<Vec<Range<usize>>>,
}

/// A link or a picture.
#[derive(Debug)]
pub struct Link {
    /// Where it leads, as written.
    pub target: String,
    /// Whether it is a picture.
    pub image: bool,
    /// Its place.
    pub range: Range<usize>,
}

/// Reads links, headings and what cannot be published.
#[must_use]
pub fn outline(text: &str) -> Outline {
    let text = &inert(text);
    let reading = read(text);
    let is_as_written = matches!(text, Cow::Borrowed(_));
    let mut outline = Outline {
        fixed: is_as_written.then(|| fixed_of(text, &reading)),
        raw_html: reading.raw_html,
        shown: shown::shown(text, &reading.events),
        lost_cells: rows::lost(text, &reading.events),
        plain: String::with_capacity(text.len()),
        too_deep: reading.too_deep,
        ..Outline::default()
    };
    let mut headings = Headings::default();
    let mut in_code = false;
    for (event, range) in reading.events {
        outline.fragments.extend(headings.see(&event));
        say(&mut outline.plain, &event);
        match &event {
            Event::Start(tag) => {
                in_code |= matches!(tag, Tag::CodeBlock(_));
                outline.numbered.extend(numbered(text, tag, &range));
                outline.links.extend(link(text, tag, range));
            }
            Event::End(end) => in_code &= !matches!(end, TagEnd::CodeBlock),
            // What stands in a block of code is printed as it is.
            Event::Text(_) if !in_code && range.of(text).starts_with("&#") => {
                outline.numbered.push(range);
            }
            _ => {}
        }
    }
    outline.numbered.extend(reading.definitions);
    outline
}

/// The link or picture that a tag begins.
fn link(text: &str, tag: &Tag<'_>, range: Range<usize>) -> Option<Link> {
    let (target, image) = match tag {
        Tag::Link {
            link_type,
            dest_url,
            ..
        } => (link_target(*link_type, dest_url), false),
        Tag::Image { dest_url, .. } => (dest_url.to_string(), true),
        _ => return None,
    };
    // Mark the target itself where it is written in place.
    let written = range
        .of(text)
        .rfind(&target)
        .map(|at| range.start + at..range.start + at + target.len());
    Some(Link {
        target: as_written(&target).into_owned(),
        image,
        range: written.unwrap_or(range),
    })
}

/// What no correction of words may touch: code, and where links and pictures lead. Ranges are bytes of the text, one behind
/// the other.
#[must_use]
pub fn fixed(text: &str) -> Vec<Range<usize>> {
    fixed_of(text, &read(text))
}

fn fixed_of(text: &str, reading: &Reading<'_>) -> Vec<Range<usize>> {
    let mut fixed = reading.raw_html.clone();
    fixed.extend_from_slice(&reading.definitions);
    for (event, range) in &reading.events {
        match event {
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => fixed.push(range.clone()),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                fixed.push(match link_type {
                    LinkType::Autolink | LinkType::Email => range.clone(),
                    _ => behind_words(text, range),
                });
            }
            _ => {}
        }
    }
    fixed.sort_by_key(|range| (range.start, range.end));
    let mut end = 0;
    fixed.retain(|range| {
        let is_new = range.start >= end;
        end = end.max(range.end);
        is_new
    });
    fixed
}

/// What stands behind the words of a link: `(target "title")` or `[label]`.
fn behind_words(text: &str, range: &Range<usize>) -> Range<usize> {
    let written = range.of(text);
    let words = written.rfind("](").or_else(|| written.rfind('['));
    range.start + words.unwrap_or(0)..range.end
}

/// Where in what a tag says of itself a sign may be written as a number.
fn numbered(text: &str, tag: &Tag<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let said = match tag {
        Tag::Link { .. } | Tag::Image { .. } => range.clone(),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => first_line(text, range),
        _ => return None,
    };
    said.of(text).contains("&#").then_some(said)
}

/// Adds what an event says to a text without Markdown and placeholders.
fn say(plain: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(words) | Event::Code(words) => {
            *plain += &left_out(words);
        }
        // Emphasis ends within a word; all else ends it.
        Event::Start(tag) if reading::is_inline(tag) => {}
        Event::End(end) if reading::is_inline_end(*end) => {}
        _ => plain.push(' '),
    }
}

/// Renders a text. Its placeholders become `words`; `resolve` turns a target into an address, or `None` to leave the link
/// out; `picture` writes a picture.
#[must_use]
pub fn html(
    body: &Body,
    words: &Words<'_>,
    resolve: impl Fn(&str) -> Option<String>,
    picture: impl FnMut(&Image, Setting) -> String,
) -> String {
    let Words { text, address } = words;
    let source = inert(&body.markdown);
    let mut fragments = body.fragments.iter();
    let mut dropped: Vec<bool> = Vec::new();
    let events = read(&source).events.into_iter().filter_map(|(event, _)| {
        Some(match event {
            Event::Start(Tag::Heading {
                level,
                classes,
                attrs,
                ..
            }) => Event::Start(Tag::Heading {
                level: below_title(level),
                id: fragments.next().map(|id| CowStr::from(id.as_str())),
                classes,
                attrs,
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_title(level))),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let target = CowStr::from(link_target(link_type, &dest_url));
                // HTML knows no link in a link; CommonMark makes one of an address in angle brackets.
                let is_inside = dropped.contains(&false);
                let address = resolve(&said(target, address)).filter(|_| !is_inside);
                dropped.push(address.is_none());
                Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: address?.into(),
                    title: said(title, text),
                    id: CowStr::Borrowed(""),
                })
            }
            Event::End(TagEnd::Link) if dropped.pop() == Some(true) => return None,
            other => worded(other, words),
        })
    });
    let mut events: Vec<Event<'_>> = events.collect();
    if body.has_pictures() {
        events = pictures::set(&events, picture);
    }
    let events = footnotes::write(tables::write(events));
    let mut out = String::with_capacity(source.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    out
}

/// What is said by itself, with `words` in place of its placeholders.
fn worded<'a>(event: Event<'a>, words: &Words<'_>) -> Event<'a> {
    let Words { text, address } = words;
    match event {
        Event::Text(written) => Event::Text(with_line_feeds(said(written, text))),
        Event::Code(written) => Event::Code(said(written, text)),
        Event::FootnoteReference(label) => Event::FootnoteReference(said(label, text)),
        Event::Start(Tag::FootnoteDefinition(label)) => {
            Event::Start(Tag::FootnoteDefinition(said(label, text)))
        }
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            ..
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: said(dest_url, address),
            title: said(title, text),
            id: CowStr::Borrowed(""),
        }),
        other => other,
    }
}

/// An address in angle brackets is a mail address without its scheme.
fn link_target(kind: LinkType, target: &str) -> String {
    if kind == LinkType::Email {
        format!("mailto:{target}")
    } else {
        target.to_owned()
    }
}

/// The page's title is the only heading of the first level.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 {
        HeadingLevel::H2
    } else {
        level
    }
}

/// A text whose line ends are those of the page: in code the parser leaves a lone carriage return, and `&#13;` is one anywhere.
fn with_line_feeds(text: CowStr<'_>) -> CowStr<'_> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text
    }
}

/// Gathers the text of headings and gives each a fragment of its own.
#[derive(Default)]
struct Headings {
    open: Option<String>,
    /// How many headings there were of each fragment, numbered ones among them.
    used: BTreeMap<String, usize>,
}

impl Headings {
    /// Follows the events; at the end of a heading gives its fragment.
    fn see(&mut self, event: &Event<'_>) -> Option<String> {
        match event {
            Event::Start(Tag::Heading { .. }) => self.open = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(open) = &mut self.open {
                    open.push_str(&as_written(text));
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = self.open.take().unwrap_or_default();
                let base =
                    Slug::of(&text).map_or_else(|| "section".to_owned(), |slug| slug.to_string());
                return Some(self.own(base));
            }
            _ => {}
        }
        None
    }

    /// The fragment itself for the first heading, then the next number that is free. Each number is tried once, so that ten
    /// thousand like headings cost no more than ten thousand others.
    fn own(&mut self, base: String) -> String {
        let Some(mut count) = self.used.get(&base).copied() else {
            self.used.insert(base.clone(), 1);
            return base;
        };
        let fragment = loop {
            count += 1;
            let numbered = format!("{base}-{count}");
            if !self.used.contains_key(&numbered) {
                break numbered;
            }
        };
        self.used.insert(base, count);
        self.used.insert(fragment.clone(), 1);
        fragment
    }
}
