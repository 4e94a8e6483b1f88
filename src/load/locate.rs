//! Key paths of a YAML file → byte ranges: a walk over the parser's events, made only when something is to be shown.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle};

use crate::model::Stretch;
use crate::model::Style;

/// One key or item of a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// `services.citizen[3].fee`
    pub(super) path: String,
    /// The key; for an item of a list, its value.
    pub(super) key: Range<usize>,
    /// The value, to its last byte.
    pub(super) value: Range<usize>,
    /// How it is written; `None` for a list, a map or an alias.
    pub(super) style: Option<Style>,
}

impl Entry {
    /// The last step of the path.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }
}

/// The value at a key path, or the nearest one above it that exists; the file's first line when there is none.
#[must_use]
pub(super) fn value(entries: &[Entry], text: &str, path: &str) -> Range<usize> {
    nearest(entries, text, path, |entry, exact| {
        if exact { &entry.value } else { &entry.key }
    })
}

/// The key at a key path, or the nearest one above it that exists.
#[must_use]
pub(super) fn key(entries: &[Entry], text: &str, path: &str) -> Range<usize> {
    nearest(entries, text, path, |entry, _| &entry.key)
}

fn nearest(
    entries: &[Entry],
    text: &str,
    path: &str,
    range: impl Fn(&Entry, bool) -> &Range<usize>,
) -> Range<usize> {
    let mut wanted = path;
    while !wanted.is_empty() {
        if let Some(entry) = entries.iter().find(|entry| entry.path == wanted) {
            let found = range(entry, wanted == path);
            // A list or a map that is marked as a whole would mark the page; its first line says enough.
            let line = found
                .try_of(text)
                .and_then(|marked| marked.lines().next())
                .map_or(0, str::len);
            return found.start..found.start + line;
        }
        wanted = wanted.rfind(['.', '[']).map_or("", |cut| &wanted[..cut]);
    }
    0..0
}

/// Every key and item of a YAML text with its place; as many as can be read before a syntax error.
#[must_use]
pub(super) fn entries(text: &str) -> Vec<Entry> {
    walk(text).0
}

/// The key paths of a YAML text, one a line, and whether it can be read to its end.
#[must_use]
pub(super) fn shape(text: &str) -> String {
    let (entries, is_whole) = walk(text);
    let paths: Vec<String> = entries.into_iter().map(|entry| entry.path).collect();
    format!("{is_whole}\n{}", paths.join("\n"))
}

/// Its keys and items, and whether there was no syntax error.
fn walk(text: &str) -> (Vec<Entry>, bool) {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    let mut walk = Walk::default();
    for step in Parser::new_from_str_with_options(text, options) {
        let Ok((event, span)) = step else {
            return (walk.entries, false);
        };
        let Some(range) = span.byte_range() else {
            continue;
        };
        walk.step(&event, range);
    }
    (walk.entries, true)
}

#[derive(Default)]
struct Walk {
    entries: Vec<Entry>,
    open: Vec<Container>,
}

struct Container {
    path: String,
    /// The entry whose value this container is.
    entry: Option<usize>,
    kind: Kind,
}

enum Kind {
    List {
        items: usize,
    },
    /// The key that waits for its value.
    Map {
        key: Option<(String, Range<usize>)>,
    },
}

impl Walk {
    fn step(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Scalar(text, style, ..) => {
                self.node(text, range, Some(written(*style)));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.node("*", range, None);
            }
            Event::SequenceStart(..) => self.enter(range, Kind::List { items: 0 }),
            Event::MappingStart(..) => self.enter(range, Kind::Map { key: None }),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(entry) = self.open.pop().and_then(|container| container.entry) {
                    let value = &mut self.entries[entry].value;
                    value.end = range.end.max(value.end);
                }
            }
            _ => {}
        }
    }

    /// Takes a node as key or as value; gives the path and the entry when it was a value.
    fn node(
        &mut self,
        text: &str,
        range: Range<usize>,
        style: Option<Style>,
    ) -> Option<(String, usize)> {
        let container = self.open.last_mut()?;
        let (path, key) = match &mut container.kind {
            Kind::List { items } => {
                *items += 1;
                (format!("{}[{}]", container.path, *items - 1), range.clone())
            }
            Kind::Map {
                key: waiting @ None,
            } => {
                *waiting = Some((text.to_owned(), range));
                return None;
            }
            Kind::Map { key } => {
                let (name, key_range) = key.take()?;
                let dot = if container.path.is_empty() { "" } else { "." };
                (format!("{}{dot}{name}", container.path), key_range)
            }
        };
        self.entries.push(Entry {
            path: path.clone(),
            key,
            value: range,
            style,
        });
        Some((path, self.entries.len() - 1))
    }

    fn enter(&mut self, range: Range<usize>, kind: Kind) {
        let (path, entry) = match self.node("?", range, None) {
            Some((path, entry)) => (path, Some(entry)),
            None => (String::new(), None),
        };
        self.open.push(Container { path, entry, kind });
    }
}

fn written(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}
