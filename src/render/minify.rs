//! Smaller HTML and CSS with the same meaning. The only file that names `minify_html`.
//!
//! It deletes the space between inline elements outside `p`, `li`, `td` and headings, so the theme spaces such elements
//! by CSS; and it recurses, so the depth of Markdown is capped before it.
//!
//! Minifying costs twelve times as much as rendering, so what pages share is minified once. A template encloses in
//! `<!--part-->…<!--/part-->` what belongs to the office; what is left of the page is then the same for every office of
//! the department. Equal sources are minified once, whoever they belong to.

use std::collections::HashMap;

use minify_html::{Cfg, minify};

/// Stands in a page where a part was taken out; [`Minifier::html`] is the only one who sees it, for text loses such
/// signs when it is loaded.
const SLOT: char = '\u{E001}';
const OPEN: &str = "<!--part-->";
const CLOSE: &str = "<!--/part-->";

/// So many bytes of sources are remembered; what single offices say would otherwise pile up.
const MEMORY: usize = 6 << 20;

/// Minifies, and remembers what it has minified. One for each thread.
#[derive(Debug, Default)]
pub struct Minifier {
    made: HashMap<String, String>,
    bytes: usize,
}

impl Minifier {
    /// A document, or the whole of a page's own part.
    pub(super) fn html(&mut self, source: &str) -> String {
        let (frame, parts) = take_apart(source);
        let mut html = String::with_capacity(source.len());
        let mut parts = parts.into_iter();
        let mut pieces = self
            .once(&frame)
            .split(SLOT)
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .into_iter();
        html.extend(pieces.next());
        for piece in pieces {
            if let Some(part) = parts.next() {
                html.push_str(self.once(part));
            }
            html.push_str(&piece);
        }
        html
    }

    fn once(&mut self, source: &str) -> &str {
        if self.bytes > MEMORY {
            self.made.clear();
            self.bytes = 0;
        }
        if !self.made.contains_key(source) {
            self.bytes += source.len();
            self.made.insert(source.to_owned(), html(source));
        }
        &self.made[source]
    }
}

/// The page with a slot for each part, and the parts.
fn take_apart(source: &str) -> (String, Vec<&str>) {
    let mut frame = String::with_capacity(source.len());
    let mut parts = Vec::new();
    let mut rest = source;
    while let Some((before, opened)) = rest.split_once(OPEN) {
        let Some((part, after)) = opened.split_once(CLOSE) else {
            break;
        };
        frame.push_str(before);
        frame.push(SLOT);
        parts.push(part);
        rest = after;
    }
    frame.push_str(rest);
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

fn html(source: &str) -> String {
    // Only white space and quotes are taken out, so what is left is UTF-8; if that ever fails, the source is right.
    String::from_utf8(minify(source.as_bytes(), &settings())).unwrap_or_else(|_| source.to_owned())
}

/// A style sheet.
#[must_use]
pub fn css(source: &str) -> String {
    let wrapped = html(&format!("<style>{source}</style>"));
    let inner = wrapped
        .strip_prefix("<style>")
        .and_then(|rest| rest.strip_suffix("</style>"));
    inner.map_or_else(|| source.to_owned(), str::to_owned)
}
