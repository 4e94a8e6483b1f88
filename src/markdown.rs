//! Our Markdown: an outline for checks, and HTML. With the files below it the only one that names `pulldown_cmark`.
//!
//! Both read one and the same text, in NFC and with its placeholders in it: what was checked is what is printed.
//!
//! Content comes from hundreds of offices: raw HTML becomes text, and a link leads only where the caller allows.

mod pictures;
mod placeholders;

use std::collections::BTreeMap;
use std::ops::Range;

pub use pictures::{Image, Setting};
pub use placeholders::Words;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use crate::model::{Body, Slug};
use placeholders::{as_written, inert, said};

/// Deeper nesting than this serves no reader, and the minifier overflows its stack on thousands of levels.
const MAX_DEPTH: usize = 12;

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
    /// The first place that is nested too deeply; nothing behind it was looked at.
    pub too_deep: Option<Range<usize>>,
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
    let mut outline = Outline::default();
    let mut headings = Headings::default();
    let mut depth = 0_usize;
    let text = &*inert(text);
    let mut in_code = false;
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    for (event, range) in &mut events {
        outline.fragments.extend(headings.see(&event));
        match &event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    outline.too_deep = Some(first_line(text, &range));
                    // Such a text is not published; and each level would be searched once for every level below it.
                    return outline;
                }
                in_code |= matches!(tag, Tag::CodeBlock(_));
                outline.numbered.extend(numbered(text, tag, &range));
                outline.links.extend(link(text, tag, range));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                in_code &= !matches!(end, TagEnd::CodeBlock);
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                outline.raw_html.push(first_line(text, &range));
            }
            // What stands in a block of code is printed as it is.
            Event::Text(_) if !in_code && text[range.clone()].starts_with("&#") => {
                outline.numbered.push(range);
            }
            _ => {}
        }
    }
    let definitions = events.reference_definitions().iter();
    outline
        .numbered
        .extend(definitions.map(|(_, definition)| definition.span.clone()));
    outline
}

fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = text[range.clone()].lines().next().map_or(0, str::len);
    range.start..range.start + line
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
    let written = text[range.clone()]
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
    let mut fixed = Vec::new();
    let mut depth = 0_usize;
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    for (event, range) in &mut events {
        match &event {
            Event::Start(Tag::CodeBlock(_))
            | Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_) => fixed.push(range),
            // Deeper ones are a mistake already, and each would be searched once for every level below it.
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. })
                if depth <= MAX_DEPTH =>
            {
                fixed.push(match link_type {
                    LinkType::Autolink | LinkType::Email => range,
                    _ => behind_words(text, &range),
                });
            }
            _ => {}
        }
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let definitions = events.reference_definitions().iter();
    fixed.extend(definitions.map(|(_, definition)| definition.span.clone()));
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
    let written = &text[range.clone()];
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
    text[said.clone()].contains("&#").then_some(said)
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
    let events = Parser::new_ext(&source, options()).filter_map(|event| {
        Some(match event {
            Event::Text(written) | Event::Html(written) | Event::InlineHtml(written) => {
                Event::Text(said(written, text))
            }
            Event::Code(written) => Event::Code(said(written, text)),
            Event::Start(Tag::Heading {
                level,
                classes,
                attrs,
                ..
            }) => Event::Start(Tag::Heading {
                level: below_title(level),
                id: fragments.next().map(|id| CowStr::from(id.clone())),
                classes,
                attrs,
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_title(level))),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(CowStr::from(
                    language(&info).to_owned(),
                ))))
            }
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
        })
    });
    let mut out = String::with_capacity(source.len() * 3 / 2);
    if body.has_pictures() {
        let events: Vec<Event<'_>> = events.collect();
        html::push_html(&mut out, pictures::set(&events, picture).into_iter());
    } else {
        html::push_html(&mut out, events);
    }
    out
}

/// The language of a block of code, as its class names it; nothing for what no language is called, which as a class could
/// dress the block as something of the theme.
fn language(info: &str) -> &str {
    let word = info.split(' ').next().unwrap_or_default();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-#_.".contains(&byte);
    if word.bytes().all(is_part) { word } else { "" }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
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
