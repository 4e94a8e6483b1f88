//! What all pages of an office share: head, masthead, menu, footer. Rendered once for each depth and menu entry.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::minify::Minifier;
use super::template::{Engine, Values};
use crate::diagnostic::Diagnostic;

/// Signs of the private use area stand where a page's own text goes; the spaces keep the minifier from dropping quotes.
const SLOTS: [&str; 4] = [
    "\u{E000} title \u{E000}",
    "\u{E000} description \u{E000}",
    "\u{E000} path \u{E000}",
    "\u{E000}main\u{E000}",
];

/// The parts between which a page's own text goes.
#[derive(Debug)]
pub(super) struct Shell {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text(String),
    Slot(usize),
}

/// What a page puts into the shell.
#[derive(Debug)]
pub(super) struct Content<'a> {
    /// Its name, for the browser's title.
    pub(super) title: &'a str,
    /// One sentence about it.
    pub(super) description: &'a str,
    /// Its host and path, for its canonical address.
    pub(super) path: &'a str,
    /// Its HTML.
    pub(super) main: &'a [u8],
}

impl Shell {
    /// Renders the shell from a template that prints `title`, `description`, `path` and `main`.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn render(
        engine: &Engine,
        template: &str,
        values: Values,
        minifier: &mut Minifier,
    ) -> Result<Self, Diagnostic> {
        let [title, description, path, main] = SLOTS;
        let values = values
            .with("title", title)
            .with("description", description)
            .with("path", path)
            .with("main", main);
        let html = minifier.html(&engine.render(template, &values)?);
        Ok(Self::split(&String::from_utf8_lossy(&html)))
    }

    fn split(html: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = html;
        while let Some((at, slot)) = SLOTS
            .iter()
            .enumerate()
            .filter_map(|(slot, mark)| Some((rest.find(mark)?, slot)))
            .min()
        {
            parts.push(Part::Text(rest[..at].to_owned()));
            parts.push(Part::Slot(slot));
            rest = &rest[at + SLOTS[slot].len()..];
        }
        parts.push(Part::Text(rest.to_owned()));
        Self { parts }
    }

    /// Puts a page into the shell.
    #[must_use]
    pub(super) fn page(&self, content: &Content<'_>) -> Vec<u8> {
        let fields = [
            escaped(content.title),
            escaped(content.description),
            escaped(content.path),
        ];
        let mut page = Vec::with_capacity(content.main.len() + 8 * 1024);
        for part in &self.parts {
            page.extend_from_slice(match part {
                Part::Text(text) => text.as_bytes(),
                Part::Slot(slot) => fields
                    .get(*slot)
                    .map_or(content.main, |field| field.as_bytes()),
            });
        }
        page
    }
}

/// Text for an element or a quoted attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The shells of one office, each made when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Shells {
    made: BTreeMap<(usize, Option<usize>), Shell>,
}

impl Shells {
    /// The shell for a depth and the position of the current menu entry.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn get(
        &mut self,
        depth: usize,
        current: Option<usize>,
        make: impl FnOnce() -> Result<Shell, Diagnostic>,
    ) -> Result<&Shell, Diagnostic> {
        Ok(match self.made.entry((depth, current)) {
            Entry::Occupied(shell) => shell.into_mut(),
            Entry::Vacant(place) => place.insert(make()?),
        })
    }
}
