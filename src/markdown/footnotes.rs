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
    let mut notes: Vec<(String, Vec<Event<'a>>)> = Vec::new();
    let mut text = Vec::with_capacity(events.len());
    let mut open: Option<(String, Vec<Event<'a>>)> = None;
    for event in events {
        match (event, &mut open) {
            (Event::Start(Tag::FootnoteDefinition(label)), _) => {
                open = Some((label.to_string(), Vec::new()));
            }
            (Event::End(TagEnd::FootnoteDefinition), _) => notes.extend(open.take()),
            (event, Some((_, note))) => note.push(event),
            (event, None) => text.push(event),
        }
    }
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for (at, (label, _)) in notes.iter().enumerate() {
        numbers.entry(label).or_insert(at);
    }
    let mut referred = vec![false; notes.len()];
    let mut refer = |event: Event<'a>| {
        let Event::FootnoteReference(label) = &event else {
            return vec![event];
        };
        let Some(&at) = numbers.get(&**label) else {
            return vec![event];
        };
        // The first of several is where the note leads back to.
        let id = if std::mem::replace(&mut referred[at], true) {
            String::new()
        } else {
            format!(" id=\"ref:{at}\"")
        };
        vec![
            Event::InlineHtml(format!("<sup{id}><a href=\"#note:{at}\">").into()),
            bracketed(label),
            Event::InlineHtml("</a></sup>".into()),
        ]
    };
    let mut out: Vec<Event<'a>> = text.into_iter().flat_map(&mut refer).collect();
    let bodies: Vec<Vec<Event<'a>>> = notes
        .iter()
        .map(|(_, note)| note.iter().cloned().flat_map(&mut refer).collect())
        .collect();
    if bodies.is_empty() {
        return out;
    }
    out.push(Event::Rule);
    out.push(Event::Html(TYPED_LIST.into()));
    for (at, mut note) in bodies.into_iter().enumerate() {
        let (begin, end) = if referred[at] {
            (format!("<a href=\"#ref:{at}\">"), "</a> ")
        } else {
            (String::new(), " ")
        };
        out.push(Event::Html(format!("<li id=\"note:{at}\">{begin}").into()));
        out.push(bracketed(&notes[at].0));
        out.push(Event::Html(end.into()));
        // The label stands in the note's first line.
        let end = note
            .iter()
            .position(|event| matches!(event, Event::End(TagEnd::Paragraph)));
        if matches!(note.first(), Some(Event::Start(Tag::Paragraph)))
            && let Some(end) = end
        {
            note.remove(end);
            note.remove(0);
        }
        out.extend(note);
        out.push(Event::Html("</li>\n".into()));
    }
    out.push(Event::Html("</ul>\n".into()));
    out
}

fn bracketed<'a>(label: &str) -> Event<'a> {
    Event::Text(CowStr::from(format!("[{label}]")))
}
