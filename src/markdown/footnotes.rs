//! Footnotes: `ফি[^১]` and `[^১]: শর্ত`. Labels are printed as they were typed; the notes stand at the end of the text.

use pulldown_cmark::{Event, Tag, TagEnd};

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
    let labels: Vec<&String> = notes.iter().map(|(label, _)| label).collect();
    let mut referred = vec![false; labels.len()];
    let mut refer = |event: Event<'a>| {
        let Event::FootnoteReference(label) = &event else {
            return event;
        };
        let Some(at) = labels.iter().position(|known| ***known == **label) else {
            return event;
        };
        // The first of several is where the note leads back to.
        let id = if std::mem::replace(&mut referred[at], true) {
            String::new()
        } else {
            format!(" id=\"ref:{at}\"")
        };
        let label = escaped(label);
        Event::InlineHtml(format!("<sup{id}><a href=\"#note:{at}\">[{label}]</a></sup>").into())
    };
    let mut out: Vec<Event<'a>> = text.into_iter().map(&mut refer).collect();
    let bodies: Vec<Vec<Event<'a>>> = notes
        .iter()
        .map(|(_, note)| note.iter().cloned().map(&mut refer).collect())
        .collect();
    if bodies.is_empty() {
        return out;
    }
    out.push(Event::Rule);
    out.push(Event::Html(TYPED_LIST.into()));
    for (at, mut note) in bodies.into_iter().enumerate() {
        let label = escaped(&notes[at].0);
        let label = if referred[at] {
            format!("<a href=\"#ref:{at}\">[{label}]</a> ")
        } else {
            format!("[{label}] ")
        };
        out.push(Event::Html(format!("<li id=\"note:{at}\">{label}").into()));
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

fn escaped(label: &str) -> String {
    label
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
