//! Structure: rows that are none, cells without content, tables without rows, and the scars of copying a page.

use std::collections::{BTreeMap, BTreeSet};

use super::Origins;
use super::look::{Look, unquoted};
use crate::diagnostic::{Diagnostic, say};
use crate::model::{Office, Place, digits};
use std::sync::Arc;

/// Cells of the head of the official table, which a page break repeats.
const HEADS: [&str; 4] = ["সেবার নাম", "সেবার নাম ও পদ্ধতি", "(২)", "(2)"];

/// Keys that say which papers a service needs.
const PAPERS: [&str; 2] = ["required_documents", "available_at"];

pub(super) fn source(look: &mut Look<'_>) {
    white_space(look);
    for (value, typed) in look.values() {
        let text = unquoted(typed);
        let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '_' | ' ');
        if !text.is_empty() && text.chars().all(is_dash) && !value.path.is_empty() {
            look.mark_all(value, say::dash_for_empty(value.key()));
        }
    }
    services(look);
    if look.is("charter.yaml") && look.is_shared() {
        empty_tables(look);
    }
    if look.is_markdown() {
        headings(look);
    }
}

fn services(look: &mut Look<'_>) {
    let mut names: BTreeSet<(String, String)> = BTreeSet::new();
    // A charter in which no service names any has no such column; that is told once.
    let any_papers = PAPERS
        .iter()
        .any(|key| look.of_services().any(|(value, _)| value.key() == *key));
    let mut told = false;
    for (value, typed) in look.of_services() {
        let text = unquoted(typed);
        let row = value.path.rsplit_once('.').map_or("", |(row, _)| row);
        match value.key() {
            "name" => {
                if HEADS.contains(&text) {
                    look.mark_all(value, say::header_as_row(text));
                }
                let table = row.split('[').next().unwrap_or_default().to_owned();
                let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !names.insert((table, folded)) {
                    look.mark_all(value, say::doubled_name());
                }
                let says_papers = PAPERS.iter().any(|key| look.has(&format!("{row}.{key}")));
                // An office that changes the name alone keeps the shared papers.
                if !says_papers && (any_papers || !told) && look.has(&format!("{row}.responsible"))
                {
                    told = true;
                    look.mark_all(value, say::no_papers());
                }
            }
            "required_documents" => {
                let authority = ["অফিস আদেশ", "নির্দেশনা"]
                    .iter()
                    .find_map(|word| Some((text.find(word)?, word)));
                if let Some((_, word)) = authority {
                    let start = value.range.start + typed.find(word).unwrap_or(0);
                    look.mark(start..start + word.len(), say::authority_for_papers(word));
                }
            }
            _ => {}
        }
    }
}

/// An office whose own charter leaves no service.
pub(super) fn office(office: &Office, origins: &Origins<'_>) -> Option<Diagnostic> {
    let is_shared = Arc::ptr_eq(&office.charter, &office.department.charter);
    // An empty shared charter is told once, where it is written.
    let withdrawn = !office.department.charter.services.is_empty();
    let is_empty = !is_shared && withdrawn && office.charter.services.is_empty();
    let place = origins.place("id").filter(|_| is_empty)?;
    Some(say::no_services().at(place))
}

fn empty_tables(look: &mut Look<'_>) {
    const TABLES: [&str; 3] = ["citizen", "institutional", "internal"];
    if !TABLES
        .iter()
        .any(|table| look.has(&format!("services.{table}[0]")))
    {
        let place = Place::key(&look.source.file, "services");
        look.found.push(say::no_services().at(place));
        return;
    }
    for (table, name) in [
        ("citizen", "নাগরিক সেবা"),
        ("institutional", "প্রাতিষ্ঠানিক সেবা"),
        ("internal", "অভ্যন্তরীণ সেবা"),
    ] {
        if !look.has(&format!("services.{table}")) {
            look.found
                .push(say::empty_table(name, table).at(Place::key(&look.source.file, "services")));
        }
    }
}

/// Blank lines at the top, lines of spaces, and a last line that does not end.
fn white_space(look: &mut Look<'_>) {
    let text = &*look.source.text;
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let blank_top = at == start && content.trim().is_empty();
        if blank_top || (!content.is_empty() && content.trim().is_empty()) {
            let said = if blank_top {
                say::stray_white_space_top()
            } else {
                say::stray_white_space_line()
            };
            look.mark(at..at + content.len(), said);
        }
        at += line.len();
    }
    if !text.ends_with('\n') && !text.is_empty() {
        let end = text.len();
        look.mark(end..end, say::stray_white_space_end());
    }
}

/// Levels and numbers of headings, and breaks that nobody sees. What stands in a fence is no heading.
fn headings(look: &mut Look<'_>) {
    let Some(body) = look.source.value("") else {
        return;
    };
    // The page's title is the first level.
    let mut above = 1;
    let mut styles: Option<char> = None;
    let mut levels: BTreeMap<usize, usize> = BTreeMap::new();
    let mut fenced = false;
    let mut at = body.range.start;
    for line in look.source.typed(body).split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let (here, text) = (at, content.trim_end());
        at += line.len();
        fenced ^= text.starts_with("```");
        if fenced {
            continue;
        }
        if content.ends_with("  ") && !text.is_empty() {
            look.mark(
                here + text.len()..here + content.len(),
                say::trailing_space(),
            );
        }
        let marks = text.len() - text.trim_start_matches('#').len();
        if !(1..=6).contains(&marks) || !text[marks..].starts_with(' ') {
            continue;
        }
        let level = marks.max(2);
        if level > above + 1 {
            look.mark(
                here..here + marks,
                say::heading_level_skipped("#".repeat(above + 1)),
            );
        }
        above = level;
        let Some((style, depth)) = numbering(&text[marks..]) else {
            continue;
        };
        let known = *levels.entry(depth).or_insert(level);
        if known != level {
            look.mark(
                here..here + marks,
                say::heading_level_uneven("#".repeat(known)),
            );
        }
        if styles.is_some_and(|known| known != style) {
            look.mark(
                here + marks + 1..here + text.len(),
                say::mixed_numbering(style),
            );
        }
        styles = styles.or(Some(style));
    }
}

/// The sign behind a heading's number, and how many parts the number has.
fn numbering(heading: &str) -> Option<(char, usize)> {
    let heading = heading.trim_start();
    let number = |c: char| digits::value(c).is_some() || c == '.';
    let rest = heading.trim_start_matches(number);
    if rest.len() == heading.len() {
        return None;
    }
    let number = &heading[..heading.len() - rest.len()];
    let depth = number.split('.').filter(|part| !part.is_empty()).count();
    if rest.starts_with(')') {
        return Some((')', depth));
    }
    number.ends_with('.').then_some(('.', depth))
}
