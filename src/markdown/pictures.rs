//! How pictures stand in a text: in a line of words, alone, or several in a row.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reading::length;

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it lies, as written.
    pub target: String,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// What its author says below it; empty when nothing.
    pub title: String,
}

/// How a picture stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Among words.
    Line,
    /// Inside a link, which a picture then cannot be itself.
    Link,
    /// Alone in its paragraph.
    Alone,
    /// One of several in a row.
    Row {
        /// Which, from 0.
        at: usize,
        /// How many there are.
        of: usize,
    },
}

/// Writes pictures as HTML by `html`. A paragraph or a list of nothing but pictures is a row of them:
/// `<ul class="gallery">`.
pub(super) fn set<'a>(
    events: &[Event<'a>],
    mut html: impl FnMut(&Image, Setting) -> String,
) -> Vec<Event<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let mut links = 0_usize;
    let mut rest = events;
    while let Some(event) = rest.first() {
        let length = match event {
            Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Image { .. }) => length(rest),
            _ => 1,
        };
        let inside = &rest[1..length.max(2) - 1];
        let images = match event {
            Event::Start(Tag::Paragraph | Tag::List(_)) => only_images(inside),
            _ => Vec::new(),
        };
        let is_list = matches!(event, Event::Start(Tag::List(_)));
        match (event, images.as_slice()) {
            (Event::Start(Tag::Image { .. }), _) => {
                let setting = if links > 0 {
                    Setting::Link
                } else {
                    Setting::Line
                };
                out.push(Event::InlineHtml(
                    html(&image(&rest[..length]), setting).into(),
                ));
            }
            (_, [one]) if !is_list => out.push(Event::Html(html(one, Setting::Alone).into())),
            (_, [_, _, ..]) => {
                let of = images.len();
                let item = |(at, image)| html(image, Setting::Row { at, of });
                let items: Vec<String> = images.iter().enumerate().map(item).collect();
                let items = items.join("</li><li>");
                let row = format!("<ul class=\"gallery\"><li>{items}</li></ul>");
                out.push(Event::Html(row.into()));
            }
            _ => {
                match event {
                    Event::Start(Tag::Link { .. }) => links += 1,
                    Event::End(TagEnd::Link) => links = links.saturating_sub(1),
                    _ => {}
                }
                out.push(event.clone());
                rest = &rest[1..];
                continue;
            }
        }
        rest = &rest[length..];
    }
    out
}

/// The pictures of what holds nothing else; none where there is anything else.
fn only_images(events: &[Event<'_>]) -> Vec<Image> {
    let mut images = Vec::new();
    let mut rest = events;
    while let Some(event) = rest.first() {
        let length = match event {
            Event::Start(Tag::Image { .. }) => {
                let length = length(rest);
                images.push(image(&rest[..length]));
                length
            }
            Event::Start(Tag::Item | Tag::Paragraph)
            | Event::End(TagEnd::Item | TagEnd::Paragraph)
            | Event::SoftBreak
            | Event::HardBreak => 1,
            Event::Text(text) if text.trim().is_empty() => 1,
            _ => return Vec::new(),
        };
        rest = &rest[length..];
    }
    images
}

/// A picture from its own events; other pictures in its description are words.
fn image(events: &[Event<'_>]) -> Image {
    let (target, title) = match events.first() {
        Some(Event::Start(Tag::Image {
            dest_url, title, ..
        })) => (dest_url.to_string(), title.to_string()),
        _ => Default::default(),
    };
    let mut alt = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    Image { target, alt, title }
}
