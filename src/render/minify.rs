//! Smaller HTML and CSS with the same meaning. The only file that names `minify_html`.
//!
//! It deletes the space between inline elements outside `p`, `li`, `td` and headings, so the theme spaces such elements
//! by CSS; and it recurses, so the depth of Markdown is capped before it.

use minify_html::{Cfg, minify};

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

/// A document or a part of one.
#[must_use]
pub(super) fn html(source: &str) -> String {
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
