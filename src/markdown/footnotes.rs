//! Footnotes: `ফি[^১]` and `[^১]: শর্ত`. Labels are printed as they were typed; the notes stand at the end of the text.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::lines::TYPED_LIST;

/// Writes references and notes. A note that nobody refers to is printed as well.
pub(super) fn write<'a>(events: Vec<Event<'a>>) -> Vec<Event<'a>> {
    let is_note = |event: &Event<'_>| {
        matches!(
            event,
            Event::FootnoteReference(_) | Event::Start(Tag::FootnoteDefinition(_))
        )
    };
    if !events.iter().any(is_note) {
        return events;
    }
    let (text, notes) = apart(events);
    let mut references = References::to(&notes);
    let mut out: Vec<Event<'a>> = text
        .into_iter()
        .flat_map(|event| references.written(event))
        .collect();
    // Notes refer to each other, so none is written before all of them are read.
    let (labels, bodies): (Vec<String>, Vec<Vec<Event<'a>>>) = notes.into_iter().unzip();
    let bodies: Vec<Vec<Event<'a>>> = bodies
        .into_iter()
        .map(|note| {
            let events = note.into_iter();
            events.flat_map(|event| references.written(event)).collect()
        })
        .collect();
    if bodies.is_empty() {
        return out;
    }
    out.push(Event::Rule);
    out.push(Event::Html(TYPED_LIST.into()));
    for (at, (label, note)) in labels.iter().zip(bodies).enumerate() {
        out.extend(item(at, label, note, references.referred[at]));
    }
    out.push(Event::Html("</ul>\n".into()));
    out
}

/// A note with its label.
type Note<'a> = (String, Vec<Event<'a>>);

/// The text without its notes, and the notes in the order in which they were typed.
fn apart<'a>(events: Vec<Event<'a>>) -> (Vec<Event<'a>>, Vec<Note<'a>>) {
    let mut notes = Vec::new();
    let mut text = Vec::with_capacity(events.len());
    let mut open: Option<Note<'a>> = None;
    for event in events {
        match (event, &mut open) {
            (Event::Start(Tag::FootnoteDefinition(label)), _) => {
                open = Some((label.into_string(), Vec::new()));
            }
            (Event::End(TagEnd::FootnoteDefinition), _) => notes.extend(open.take()),
            (event, Some((_, note))) => note.push(event),
            (event, None) => text.push(event),
        }
    }
    (text, notes)
}

/// The notes that can be referred to, by their labels, and which of them have been.
struct References {
    numbers: HashMap<String, usize>,
    referred: Vec<bool>,
}

impl References {
    fn to(notes: &[Note<'_>]) -> Self {
        let mut numbers = HashMap::new();
        for (at, (label, _)) in notes.iter().enumerate() {
            numbers.entry(label.to_owned()).or_insert(at);
        }
        Self {
            numbers,
            referred: vec![false; notes.len()],
        }
    }

    /// A reference as a link to its note; everything else as it is.
    fn written<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        let Event::FootnoteReference(label) = &event else {
            return vec![event];
        };
        let Some(&at) = self.numbers.get(&**label) else {
            return vec![event];
        };
        // The first of several is where the note leads back to.
        let id = if std::mem::replace(&mut self.referred[at], true) {
            String::new()
        } else {
            format!(" id=\"ref:{at}\"")
        };
        vec![
            Event::InlineHtml(format!("<sup{id}><a href=\"#note:{at}\">").into()),
            bracketed(label),
            Event::InlineHtml("</a></sup>".into()),
        ]
    }
}

/// A note as an item of the list; its label, which leads back to the text where that refers to it, stands in its first line.
fn item<'a>(
    at: usize,
    label: &str,
    mut note: Vec<Event<'a>>,
    is_referred: bool,
) -> impl Iterator<Item = Event<'a>> + use<'a> {
    let (begin, end) = if is_referred {
        (format!("<a href=\"#ref:{at}\">"), "</a> ")
    } else {
        (String::new(), " ")
    };
    let first = note
        .iter()
        .position(|event| matches!(event, Event::End(TagEnd::Paragraph)));
    if matches!(note.first(), Some(Event::Start(Tag::Paragraph)))
        && let Some(first) = first
    {
        note.remove(first);
        note.remove(0);
    }
    let begin = [
        Event::Html(format!("<li id=\"note:{at}\">{begin}").into()),
        bracketed(label),
        Event::Html(end.into()),
    ];
    let end = Event::Html("</li>\n".into());
    begin.into_iter().chain(note).chain([end])
}

fn bracketed<'a>(label: &str) -> Event<'a> {
    Event::Text(CowStr::from(format!("[{label}]")))
}
