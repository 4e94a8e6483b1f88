//! Structure: rows that are none, cells without content, tables without rows, and the scars of copying a page.

use std::collections::{BTreeMap, BTreeSet};

use super::Origins;
use super::look::{Look, unquoted};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Office, digits};
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
            look.mark(
                "dash-for-empty",
                value.range.clone(),
                (
                    format!("`{}` holds only dashes", value.key()),
                    format!("`{}`-এ শুধু ড্যাশ আছে", value.key()),
                ),
                (
                    "write what is meant, like প্রযোজ্য নয়",
                    "যা বোঝাতে চান লিখুন, যেমন প্রযোজ্য নয়",
                ),
            );
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
                    look.mark(
                        "header-as-row",
                        value.range.clone(),
                        (
                            format!("`{text}` is the head of a column, not a service"),
                            format!("`{text}` কলামের শিরোনাম, সেবা নয়"),
                        ),
                        ("delete the row", "সারিটি মুছে ফেলুন"),
                    );
                }
                let table = row.split('[').next().unwrap_or_default().to_owned();
                let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !names.insert((table, folded)) {
                    look.mark(
                        "doubled-name",
                        value.range.clone(),
                        (
                            "another service of this table has the same name".to_owned(),
                            "এই সারণির আরেকটি সেবার একই নাম".to_owned(),
                        ),
                        (
                            "delete one, or say how they differ",
                            "একটি মুছে ফেলুন, অথবা পার্থক্য লিখুন",
                        ),
                    );
                }
                let says_papers = PAPERS.iter().any(|key| look.has(&format!("{row}.{key}")));
                // An office that changes the name alone keeps the shared papers.
                if !says_papers && (any_papers || !told) && look.has(&format!("{row}.responsible"))
                {
                    told = true;
                    look.mark(
                        "no-papers",
                        value.range.clone(),
                        (
                            "this service does not say which papers it needs".to_owned(),
                            "সেবাটির জন্য কী কাগজপত্র লাগবে তা বলা নেই".to_owned(),
                        ),
                        (
                            "add required_documents, or say that none are needed",
                            "required_documents যোগ করুন, অথবা লিখুন যে কিছু লাগবে না",
                        ),
                    );
                }
            }
            "required_documents" => {
                let authority = ["অফিস আদেশ", "নির্দেশনা"]
                    .iter()
                    .find_map(|word| Some((text.find(word)?, word)));
                if let Some((_, word)) = authority {
                    let start = value.range.start + typed.find(word).unwrap_or(0);
                    look.mark(
                        "authority-for-papers",
                        start..start + word.len(),
                        (
                            format!("`{word}` is an order, not a paper that the applicant brings"),
                            format!("`{word}` আদেশ বা নির্দেশনা; আবেদনকারীর কাগজ নয়"),
                        ),
                        (
                            "name the papers, or write that none are needed",
                            "কাগজপত্রের নাম লিখুন, অথবা লিখুন যে কিছু লাগবে না",
                        ),
                    );
                }
            }
            _ => {}
        }
    }
}

const NO_SERVICES: ((&str, &str), (&str, &str)) = (
    ("this charter promises no service", "এই চার্টারে কোনো সেবা নেই"),
    (
        "write the services below `services:`",
        "`services:`-এর নিচে সেবাগুলো লিখুন",
    ),
);

/// An office whose own charter leaves no service.
pub(super) fn office(office: &Office, origins: &Origins<'_>) -> Option<Diagnostic> {
    let is_shared = Arc::ptr_eq(&office.charter, &office.department.charter);
    // An empty shared charter is told once, where it is written.
    let withdrawn = !office.department.charter.services.is_empty();
    let is_empty = !is_shared && withdrawn && office.charter.services.is_empty();
    let place = origins.place("id").filter(|_| is_empty)?;
    Some(Diagnostic::new(
        "no-services",
        place,
        NO_SERVICES.0,
        NO_SERVICES.1,
    ))
}

fn empty_tables(look: &mut Look<'_>) {
    const TABLES: [&str; 3] = ["citizen", "institutional", "internal"];
    if !TABLES
        .iter()
        .any(|table| look.has(&format!("services.{table}[0]")))
    {
        let place = Place::key(&look.source.file, "services");
        look.found.push(Diagnostic::new(
            "no-services",
            place,
            NO_SERVICES.0,
            NO_SERVICES.1,
        ));
        return;
    }
    for (table, name) in [
        ("citizen", "নাগরিক সেবা"),
        ("institutional", "প্রাতিষ্ঠানিক সেবা"),
        ("internal", "অভ্যন্তরীণ সেবা"),
    ] {
        if !look.has(&format!("services.{table}")) {
            look.found.push(Diagnostic::new(
                "empty-table",
                Place::key(&look.source.file, "services"),
                (
                    format!("the table {name} (`{table}:`) holds no service"),
                    format!("{name} (`{table}:`) সারণিতে কোনো সেবা নেই"),
                ),
                (
                    "write the services of this kind, if the office offers any",
                    "এ ধরনের সেবা থাকলে লিখুন",
                ),
            ));
        }
    }
}

/// Blank lines at the top, lines of spaces, and a last line that does not end.
fn white_space(look: &mut Look<'_>) {
    const HINT: (&str, &str) = ("delete the white space", "ফাঁকা জায়গা মুছে ফেলুন");
    let text = &*look.source.text;
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let blank_top = at == start && content.trim().is_empty();
        if blank_top || (!content.is_empty() && content.trim().is_empty()) {
            let message = if blank_top {
                ("the file begins with a blank line", "ফাইলটি ফাঁকা লাইন দিয়ে শুরু")
            } else {
                ("this line holds only spaces", "এই লাইনে শুধু ফাঁকা জায়গা আছে")
            };
            let words = (message.0.to_owned(), message.1.to_owned());
            look.mark("stray-white-space", at..at + content.len(), words, HINT);
        }
        at += line.len();
    }
    if !text.ends_with('\n') && !text.is_empty() {
        let end = text.len();
        look.mark(
            "stray-white-space",
            end..end,
            (
                "the last line does not end".to_owned(),
                "শেষ লাইনটি সম্পূর্ণ হয়নি".to_owned(),
            ),
            ("press Enter at the end of the file", "ফাইলের শেষে এন্টার চাপুন"),
        );
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
                "trailing-space",
                here + text.len()..here + content.len(),
                (
                    "two spaces at the end of this line make a break that nobody sees".to_owned(),
                    "লাইনের শেষের দুটি ফাঁকা জায়গা অদৃশ্য নতুন লাইন তৈরি করে".to_owned(),
                ),
                (
                    "use a list, or an empty line between paragraphs",
                    "তালিকা ব্যবহার করুন, অথবা অনুচ্ছেদের মাঝে ফাঁকা লাইন দিন",
                ),
            );
        }
        let marks = text.len() - text.trim_start_matches('#').len();
        if !(1..=6).contains(&marks) || !text[marks..].starts_with(' ') {
            continue;
        }
        let level = marks.max(2);
        if level > above + 1 {
            look.mark(
                "heading-level",
                here..here + marks,
                (
                    "this heading skips a level".to_owned(),
                    "এই শিরোনামে একটি স্তর বাদ গেছে".to_owned(),
                ),
                (
                    format!("write {}", "#".repeat(above + 1)),
                    format!("{} লিখুন", "#".repeat(above + 1)),
                ),
            );
        }
        above = level;
        let Some((style, depth)) = numbering(&text[marks..]) else {
            continue;
        };
        let known = *levels.entry(depth).or_insert(level);
        if known != level {
            look.mark(
                "heading-level",
                here..here + marks,
                (
                    "another heading that is numbered like this stands on another level".to_owned(),
                    "একই রকম নম্বরের আরেকটি শিরোনাম অন্য স্তরে আছে".to_owned(),
                ),
                (
                    format!("write {}", "#".repeat(known)),
                    format!("{} লিখুন", "#".repeat(known)),
                ),
            );
        }
        if styles.is_some_and(|known| known != style) {
            look.mark(
                "mixed-numbering",
                here + marks + 1..here + text.len(),
                (
                    format!("this number ends with `{style}`, others do not"),
                    format!("এই নম্বরের শেষে `{style}`, অন্যগুলোর শেষে নয়"),
                ),
                ("use one style", "একটি রীতি ব্যবহার করুন"),
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
