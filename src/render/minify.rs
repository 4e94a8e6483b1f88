//! Smaller HTML and CSS with the same meaning. The only file that names `minify_html`.
//!
//! It deletes the space between inline elements outside `p`, `li`, `td` and headings, so the theme spaces such elements
//! by CSS; and it recurses, so the depth of Markdown is capped before it. It costs twelve times as much as rendering, so it
//! runs on what is rendered once, never on a whole page of an office; what an office alone has is freed of white space only.

use memchr::memmem;
use minify_html::{Cfg, minify};

use super::whitespace::collapsed;

/// Minifies, or leaves everything as it is for people who want to read it.
#[derive(Debug, Clone, Copy)]
pub struct Minifier {
    /// Whether it does anything.
    pub on: bool,
}

impl Default for Minifier {
    fn default() -> Self {
        Self { on: true }
    }
}

impl Minifier {
    /// A document, or whole elements of one, made once for many pages or for a page of its own.
    #[must_use]
    pub fn html(self, source: Vec<u8>) -> Vec<u8> {
        if self.on {
            ampersands_back(minify(&ampersands_away(source), &settings()))
        } else {
            source
        }
    }

    /// The same of what each office has for itself.
    #[must_use]
    pub fn own_html(self, source: Vec<u8>) -> Vec<u8> {
        if self.on { collapsed(&source) } else { source }
    }
}

/// The minifier writes `&` for `&amp;` wherever it sees no reference to a sign behind it, but it does not see all: a browser
/// shows `&#X41;` as the sign, and `&#x` or `&x;` are no HTML. So it never gets to see one; a page has few.
const AMPERSAND: &[u8] = b"&amp;";

/// Stands for it meanwhile; loading takes this sign out of every text.
const AWAY: &[u8] = "\u{E00E}".as_bytes();

fn ampersands_away(html: Vec<u8>) -> Vec<u8> {
    replaced(html, AMPERSAND, AWAY)
}

fn ampersands_back(html: Vec<u8>) -> Vec<u8> {
    replaced(html, AWAY, AMPERSAND)
}

fn replaced(html: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = memmem::find_iter(&html, from).collect();
    if places.is_empty() {
        return html;
    }
    let mut out = Vec::with_capacity(html.len() + places.len() * to.len());
    let mut at = 0;
    for place in places {
        out.extend_from_slice(&html[at..place]);
        out.extend_from_slice(to);
        at = place + from.len();
    }
    out.extend_from_slice(&html[at..]);
    out
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
