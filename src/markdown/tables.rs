//! Tables as HTML. The parser's own would set alignment by `style=`, which the portals' content policy blocks, and say of no
//! cell what it heads.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// Writes the tables among some events: scrolled by themselves where they are wide, with `scope` on what heads a column.
/// A head whose cells are all empty is left out.
pub(super) fn write(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let is_table = |event: &Event<'_>| matches!(event, Event::Start(Tag::Table(_)));
    if !events.iter().any(is_table) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + 8);
    let mut heading = None;
    let mut alignments = Vec::new();
    let (mut column, mut in_body) = (0, false);
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        let html = match event {
            Event::Start(Tag::Heading { ref id, .. }) => {
                heading.clone_from(id);
                out.push(event);
                continue;
            }
            Event::Start(Tag::Table(given)) => {
                alignments = given;
                in_body = false;
                // Who has no mouse must reach it to scroll, and hear what it is.
                match &heading {
                    // A fragment is a slug: nothing in it needs escaping.
                    Some(id) => format!(
                        "<div class=\"table\" role=\"group\" aria-labelledby=\"{id}\" tabindex=\"0\"><table>"
                    ),
                    None => "<div class=\"table\" tabindex=\"0\"><table>".to_owned(),
                }
            }
            Event::End(TagEnd::Table) => if in_body {
                "</tbody></table></div>\n"
            } else {
                "</table></div>\n"
            }
            .to_owned(),
            Event::Start(Tag::TableHead) => {
                let head = head(&mut events);
                if head.iter().all(Vec::is_empty) {
                    continue;
                }
                out.push(Event::Html("<thead><tr>".into()));
                out.extend(headings(head, &alignments));
                "</tr></thead>\n".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                column = 0;
                let begin = if in_body { "<tr>" } else { "<tbody>\n<tr>" };
                in_body = true;
                begin.to_owned()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::Start(Tag::TableCell) => {
                column += 1;
                format!("<td{}>", class(&alignments, column - 1))
            }
            Event::End(TagEnd::TableCell) => "</td>".to_owned(),
            other => {
                out.push(other);
                continue;
            }
        };
        out.push(Event::Html(html.into()));
    }
    out
}

/// The cells of a head; an empty one heads nothing.
fn headings<'a>(
    head: Vec<Vec<Event<'a>>>,
    alignments: &[Alignment],
) -> impl Iterator<Item = Event<'a>> {
    head.into_iter().enumerate().flat_map(|(column, cell)| {
        let (tag, end) = if cell.is_empty() {
            ("td", "</td>")
        } else {
            ("th scope=\"col\"", "</th>")
        };
        let class = class(alignments, column);
        let begin = Event::Html(format!("<{tag}{class}>").into());
        let cell = std::iter::once(begin).chain(cell);
        cell.chain([Event::Html(end.into())])
    })
}

/// The cells of a table's head, which the events end with.
fn head<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> Vec<Vec<Event<'a>>> {
    let mut cells = Vec::new();
    for event in events {
        match event {
            Event::End(TagEnd::TableHead) => break,
            Event::Start(Tag::TableCell) => cells.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {}
            other => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(other);
                }
            }
        }
    }
    cells
}

fn class(alignments: &[Alignment], column: usize) -> &'static str {
    match alignments.get(column) {
        Some(Alignment::Left) => " class=\"left\"",
        Some(Alignment::Center) => " class=\"center\"",
        Some(Alignment::Right) => " class=\"right\"",
        _ => "",
    }
}
