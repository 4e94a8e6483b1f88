//! Smaller HTML and CSS with the same meaning. The only file that names `minify_html`.
//!
//! It deletes the space between inline elements outside `p`, `li`, `td` and headings, so the theme spaces such elements
//! by CSS; and it recurses, so the depth of Markdown is capped before it.
//!
//! Minifying costs twelve times as much as rendering, so what pages share is minified once. A template encloses in
//! `<!--part-->…<!--/part-->` what belongs to the office; what is left of the page is then the same for every office of
//! the department. Equal sources are minified once, whoever they belong to.

use std::collections::HashMap;

use memchr::memmem;
use minify_html::{Cfg, minify};

/// Stands in a page where a part was taken out; [`Minifier::html`] is the only one who sees it, for text loses such
/// signs when it is loaded.
const SLOT: &[u8] = "\u{E001}".as_bytes();
const OPEN: &[u8] = b"<!--part-->";
const CLOSE: &[u8] = b"<!--/part-->";

/// So many bytes of sources are remembered; what single offices say would otherwise pile up.
const MEMORY: usize = 6 << 20;

/// Minifies, and remembers what it has minified. One for each thread. Works on bytes: pages come from the templates as
/// UTF-8 and need not be looked through again.
#[derive(Debug, Default)]
pub struct Minifier {
    made: HashMap<Vec<u8>, Vec<u8>, ahash::RandomState>,
    bytes: usize,
}

impl Minifier {
    /// A document, or the whole of a page's own part.
    pub(super) fn html(&mut self, source: &[u8]) -> Vec<u8> {
        let (frame, parts) = take_apart(source);
        let mut html = Vec::with_capacity(source.len());
        if parts.is_empty() {
            html.extend_from_slice(self.once(&frame));
            return html;
        }
        let frame = self.once(&frame).to_vec();
        let mut from = 0;
        for (slot, part) in memmem::find_iter(&frame, SLOT).zip(parts) {
            html.extend_from_slice(&frame[from..slot]);
            html.extend_from_slice(self.once(part));
            from = slot + SLOT.len();
        }
        html.extend_from_slice(&frame[from..]);
        html
    }

    fn once(&mut self, source: &[u8]) -> &[u8] {
        if self.bytes > MEMORY {
            self.made.clear();
            self.bytes = 0;
        }
        if !self.made.contains_key(source) {
            self.bytes += source.len();
            self.made
                .insert(source.to_owned(), minify(source, &settings()));
        }
        &self.made[source]
    }
}

/// The page with a slot for each part, and the parts.
fn take_apart(source: &[u8]) -> (Vec<u8>, Vec<&[u8]>) {
    let mut frame = Vec::with_capacity(source.len());
    let mut parts = Vec::new();
    let mut rest = source;
    while let Some(open) = memmem::find(rest, OPEN) {
        let inside = &rest[open + OPEN.len()..];
        let Some(close) = memmem::find(inside, CLOSE) else {
            break;
        };
        frame.extend_from_slice(&rest[..open]);
        frame.extend_from_slice(SLOT);
        parts.push(&inside[..close]);
        rest = &inside[close + CLOSE.len()..];
    }
    frame.extend_from_slice(rest);
    (frame, parts)
}

/// Spec-keeping settings: nothing that a validator or another parser could stumble over.
fn settings() -> Cfg {
    Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        minify_css: true,
        ..Cfg::default()
    }
}

/// A style sheet.
#[must_use]
pub fn css(source: &str) -> String {
    let wrapped = minify(format!("<style>{source}</style>").as_bytes(), &settings());
    // Only white space is taken out, so what is left is UTF-8; if that ever fails, the source is right.
    let wrapped = String::from_utf8(wrapped).unwrap_or_default();
    let inner = wrapped
        .strip_prefix("<style>")
        .and_then(|rest| rest.strip_suffix("</style>"));
    inner.map_or_else(|| source.to_owned(), str::to_owned)
}
