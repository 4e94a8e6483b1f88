//! Numbers of lists. `CommonMark` counts on from the first whatever is typed, and a paragraph 7 of a rule would be printed as 3;
//! here an item keeps the number that it was given. A list of equal numbers (`1.` `1.` `1.`) is one that is to be counted.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reading::{Spanned, length};
use crate::model::Stretch;

/// A list that is open: whether it is numbered, and its items, by event and number.
type List = (bool, Vec<(usize, u64)>);

/// Gives items their own numbers where counting would give others.
pub(super) fn keep(text: &str, events: &mut [Spanned<'_>]) {
    let mut lists: Vec<List> = Vec::new();
    // The items that are written with their number: where they begin, and the number.
    let mut own: Vec<(usize, u64)> = Vec::new();
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::List(start)) => lists.push((start.is_some(), Vec::new())),
            Event::Start(Tag::Item) => {
                if let (Some((true, items)), Some(number)) = (lists.last_mut(), number(text, range))
                {
                    items.push((at, number));
                }
            }
            Event::End(TagEnd::List(_)) => {
                let items = lists.pop().map(|(_, items)| items).unwrap_or_default();
                if items.windows(2).all(|pair| pair[0].1 == pair[1].1) {
                    continue;
                }
                let mut expected = items.first().map_or(0, |(_, number)| *number);
                for (at, number) in items {
                    if number != expected {
                        own.push((at, number));
                    }
                    expected = number + 1;
                }
            }
            _ => {}
        }
    }
    own.sort_unstable();
    for (at, number) in own {
        let end = at + length(events[at..].iter().map(|(event, _)| event)) - 1;
        events[at].0 = Event::Html(format!("<li value=\"{number}\">").into());
        events[end].0 = Event::Html("</li>\n".into());
    }
}

/// The number in front of an item.
fn number(text: &str, range: &Range<usize>) -> Option<u64> {
    let written = range.try_of(text)?.trim_start();
    let length = written.bytes().take_while(u8::is_ascii_digit).count();
    // CommonMark takes nine digits at most.
    written.get(..length.min(9))?.parse().ok()
}
