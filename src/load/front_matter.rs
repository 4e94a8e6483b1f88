//! Front matter: YAML between two lines `---` at the top of a Markdown file.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::source_text::SourceText;
use super::yaml::{self, Parsed};
use crate::diagnostic::{Diagnostic, say};
use crate::model::Place;
use crate::model::Stretch;

/// Splits a Markdown file into its front matter and the offset, in bytes, at which its text begins.
pub(super) fn read<T: DeserializeOwned>(
    source: &SourceText,
    found: &mut Vec<Diagnostic>,
) -> Option<(Parsed<T>, usize)> {
    let text = &source.text;
    let start = if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let mut lines = Lines { text, at: start };
    let first = lines.next();
    if first.map(|(_, line)| line.trim_end()) != Some("---") {
        let range = start..start + first.map_or(0, |(_, line)| line.trim_end().len());
        found.push(say::missing_front_matter().at(Place::bytes(&source.file, range)));
        return None;
    }
    if let Some((matter, body)) = parts(text) {
        return yaml::read(&source.file, matter.of(text), matter.start, found)
            .map(|value| (value, body));
    }
    found.push(say::open_front_matter().at(Place::bytes(&source.file, start..start + 3)));
    None
}

/// Where the front matter stands, and where the text below it begins; `None` for a file without.
pub(super) fn parts(text: &str) -> Option<(Range<usize>, usize)> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut lines = Lines { text, at: start };
    lines.next().filter(|(_, line)| line.trim_end() == "---")?;
    let begin = lines.at;
    while let Some((at, line)) = lines.next() {
        if line.trim_end() == "---" {
            return Some((begin..at, lines.at));
        }
    }
    None
}

struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        let line = rest.split_inclusive('\n').next()?;
        let at = self.at;
        self.at += line.len();
        Some((at, line))
    }
}
