//! What a text is made of, without its words: what no correction of words may change.

use std::fmt::Write;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Headings;
use super::placeholders::inert;
use super::reading::read;

/// A digest for comparing: headings, lists, tables, what is bold, where links lead, what stands in code and where lines end,
/// one behind the other; and those fragments of headings to which something leads, as `is_linked` or the text itself says.
#[must_use]
pub fn shape(text: &str, is_linked: impl Fn(&str) -> bool) -> String {
    let text = &*inert(text);
    let (mut shape, mut fragments, mut linked) = (String::new(), Vec::new(), Vec::new());
    let mut headings = Headings::default();
    let mut in_code = false;
    for (event, _) in read(text).events {
        fragments.extend(headings.see(&event));
        match &event {
            // One text may come in several pieces.
            Event::Text(_) if !in_code && shape.ends_with("\ntext") => continue,
            Event::Text(_) if !in_code => shape.push_str("\ntext"),
            _ => {
                let _ = write!(shape, "\n{event:?}");
            }
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                linked.extend(dest_url.strip_prefix('#').map(str::to_owned));
            }
            _ => {}
        }
    }
    for fragment in fragments {
        if linked.contains(&fragment) || is_linked(&fragment) {
            let _ = write!(shape, "\n#{fragment}");
        }
    }
    shape
}
