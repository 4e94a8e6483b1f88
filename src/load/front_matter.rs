//! Front matter: YAML between two lines `---` at the top of a Markdown file.

use serde::de::DeserializeOwned;

use super::files::SourceText;
use super::yaml::{self, Parsed};
use crate::diagnostic::{Diagnostic, Place};

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
        let hint = "begin the file with `---`, then keys like `title: …`, then `---` again";
        found.push(Diagnostic::error(
            "missing-front-matter",
            Place::bytes(&source.file, range),
            "the front matter is missing",
            hint,
        ));
        return None;
    }
    let begin = lines.at;
    while let Some((at, line)) = lines.next() {
        if line.trim_end() == "---" {
            let matter = &text[begin..at];
            return yaml::read(&source.file, matter, begin, found).map(|value| (value, lines.at));
        }
    }
    let hint = "close it with a line `---` before the text";
    found.push(Diagnostic::error(
        "open-front-matter",
        Place::bytes(&source.file, start..start + 3),
        "the front matter does not end",
        hint,
    ));
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
