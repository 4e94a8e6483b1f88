//! Our Markdown: an outline for checks, and HTML. With `pictures` the only file that names `pulldown_cmark`.
//!
//! Content comes from hundreds of offices: raw HTML becomes text, and a link leads only where the caller allows.

mod pictures;

use std::collections::BTreeSet;
use std::ops::Range;

pub use pictures::{Image, Setting};

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::model::Slug;

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
    /// The first place that is nested too deeply.
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
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        outline.fragments.extend(headings.see(&event));
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH && outline.too_deep.is_none() {
                    let line = text[range.clone()].lines().next().map_or(0, str::len);
                    outline.too_deep = Some(range.start..range.start + line);
                }
                let (target, image) = match &tag {
                    Tag::Link {
                        link_type,
                        dest_url,
                        ..
                    } => (link_target(*link_type, dest_url), false),
                    Tag::Image { dest_url, .. } => (dest_url.to_string(), true),
                    _ => continue,
                };
                // Mark the target itself where it is written in place.
                let written = text[range.clone()]
                    .rfind(&target)
                    .map(|at| range.start + at..range.start + at + target.len());
                outline.links.push(Link {
                    target,
                    image,
                    range: written.unwrap_or(range),
                });
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Html(_) | Event::InlineHtml(_) => {
                let line = text[range.clone()].lines().next().map_or(0, str::len);
                outline.raw_html.push(range.start..range.start + line);
            }
            _ => {}
        }
    }
    outline
}

/// Renders a text. `resolve` turns a target into an address, or `None` to leave the link out; `picture` writes a picture.
#[must_use]
pub fn html(
    text: &str,
    resolve: impl Fn(&str) -> Option<String>,
    picture: impl FnMut(&Image, Setting) -> String,
) -> String {
    let outline = outline(text);
    let mut fragments = outline.fragments.into_iter();
    let mut dropped: Vec<bool> = Vec::new();
    let parsed = Parser::new_ext(text, options()).into_offset_iter();
    let events = parsed.filter_map(|(event, range)| {
        Some(match event {
            // Written out they were taken away at loading; `&#xE000;` means one that nobody wrote out.
            Event::Text(said) if has_ours(&said) && !has_ours(&text[range]) => {
                Event::Text(said.replace(OURS, "").into())
            }
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::Heading {
                level,
                classes,
                attrs,
                ..
            }) => {
                let id = fragments.next().map(CowStr::from);
                Event::Start(Tag::Heading {
                    level: below_title(level),
                    id,
                    classes,
                    attrs,
                })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_title(level))),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let address = resolve(&link_target(link_type, &dest_url));
                dropped.push(address.is_none());
                Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: address?.into(),
                    title: without_ours(title),
                    id,
                })
            }
            Event::End(TagEnd::Link) if dropped.pop() == Some(true) => return None,
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let title = without_ours(title);
                Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                })
            }
            other => other,
        })
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    if outline.links.iter().any(|link| link.image) {
        let events: Vec<Event<'_>> = events.collect();
        html::push_html(&mut out, pictures::set(&events, picture).into_iter());
    } else {
        html::push_html(&mut out, events);
    }
    out
}

/// Two signs of the private use area mark places in pages while they are made; no text may bring them in.
const OURS: [char; 2] = ['\u{E000}', '\u{E001}'];

fn has_ours(text: &str) -> bool {
    // A byte that begins few signs; Bangla has none of them.
    memchr::memchr(0xEE, text.as_bytes()).is_some() && text.contains(OURS)
}

fn without_ours(text: CowStr<'_>) -> CowStr<'_> {
    if has_ours(&text) {
        text.replace(OURS, "").into()
    } else {
        text
    }
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
    used: BTreeSet<String>,
}

impl Headings {
    /// Follows the events; at the end of a heading gives its fragment.
    fn see(&mut self, event: &Event<'_>) -> Option<String> {
        match event {
            Event::Start(Tag::Heading { .. }) => self.open = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(open) = &mut self.open {
                    open.push_str(text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = self.open.take().unwrap_or_default();
                let base =
                    Slug::of(&text).map_or_else(|| "section".to_owned(), |slug| slug.to_string());
                let mut fragment = base.clone();
                let mut count = 2;
                while !self.used.insert(fragment.clone()) {
                    fragment = format!("{base}-{count}");
                    count += 1;
                }
                return Some(fragment);
            }
            _ => {}
        }
        None
    }
}
