//! Files as they were written, for rules about writing: every value with its bytes.

use std::ops::Range;
use std::sync::Arc;

use super::locate::{self, Entry};
use super::source_text::SourceText;
use super::{front_matter, table};
use crate::markdown;
use crate::model::{Allowed, Source, SourceKind, Stretch, Style, Written};

/// A file that was read, with all its values.
pub(super) fn source(of: &SourceText) -> Source {
    let SourceText { file, text, fixed } = of;
    let ending = file.rsplit('.').next().unwrap_or_default();
    let (kind, values) = match ending {
        "csv" => (SourceKind::Table, table::values(text)),
        "md" => (SourceKind::Markdown, markdown(text)),
        _ => (SourceKind::Yaml, scalars(text, 0)),
    };
    let allowed = allowed(text, &values);
    let fixed = match kind {
        SourceKind::Markdown => fixed.get_or_init(|| of_page(text)).clone(),
        SourceKind::Yaml | SourceKind::Table => Vec::new(),
    };
    Source {
        file: Arc::clone(file),
        text: Arc::clone(text),
        kind,
        values,
        fixed,
        allowed,
    }
}

/// What no correction may touch in the text of a page.
fn of_page(text: &str) -> Vec<Range<usize>> {
    let start = front_matter::parts(text).map_or(0, |(_, body)| body);
    let fixed = markdown::fixed(&text[start..]).into_iter();
    fixed.map(|range| moved(&range, start)).collect()
}

/// Every key and item of a YAML file, or of a Markdown file's front matter.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let Some((matter, _)) = front_matter::parts(text) else {
        return locate::entries(text);
    };
    let mut entries = locate::entries(matter.of(text));
    for entry in &mut entries {
        entry.key = moved(&entry.key, matter.start);
        entry.value = moved(&entry.value, matter.start);
    }
    entries
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn scalars(text: &str, offset: usize) -> Vec<Written> {
    let scalar = |entry: Entry| {
        Some(Written {
            path: entry.path,
            range: moved(&entry.value, offset),
            style: entry.style?,
        })
    };
    locate::entries(text)
        .into_iter()
        .filter_map(scalar)
        .collect()
}

fn markdown(text: &str) -> Vec<Written> {
    let (mut values, start) = match front_matter::parts(text) {
        Some((matter, body)) => (scalars(matter.of(text), matter.start), body),
        None => (Vec::new(), 0),
    };
    values.push(Written {
        path: String::new(),
        range: start..text.len(),
        style: Style::Markdown,
    });
    values
}

fn allowed(text: &str, values: &[Written]) -> Vec<Allowed> {
    let is_code = |value: &&Written| value.path.starts_with("allow[") && value.key() == "code";
    let code = |value: &Written| Allowed {
        code: value.range.of(text).trim_matches(['"', '\'']).to_owned(),
        range: value.range.clone(),
    };
    values.iter().filter(is_code).map(code).collect()
}
