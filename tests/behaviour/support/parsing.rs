//! What must hold of any Markdown and of any picture, whoever wrote it. Fuzzers use it too.

use sanad::markdown::{self, Words};
use sanad::model::{Body, BodyLink, Place};
use sanad::picture;

const WORDS: Words<'_> = Words {
    text: ["উ", "জে", "বি", "কা", "a.b"],
    address: ["উ", "জে", "বি", "কা", "a.b"],
};

/// A text as a page has it.
fn body(text: &str) -> Body {
    let outline = markdown::outline(text);
    let link = |link: markdown::Link| BodyLink {
        target: link.target,
        image: link.image,
        range: link.range,
    };
    Body {
        markdown: text.to_owned(),
        links: outline.links.into_iter().map(link).collect(),
        fragments: outline.fragments,
        plain: outline.plain,
        origin: Place::file(&"page.md".into()),
    }
}

/// A text becomes HTML in which every link leads somewhere.
pub(crate) fn html(text: &str) -> String {
    let resolve = |target: &str| Some(target.to_owned());
    markdown::html(&body(text), &WORDS, resolve, |image, _| image.alt.clone())
}

/// The same with every link and picture left out.
pub(crate) fn html_without_links(text: &str) -> String {
    markdown::html(&body(text), &WORDS, |_| None, |_, _| String::new())
}

/// What is wrong with how a text is read: places that are none, or HTML of its own that is obeyed.
pub(crate) fn fault_of_markdown(text: &str) -> Option<String> {
    let links = markdown::outline(text).links.into_iter();
    let places = links.map(|link| link.range).chain(markdown::fixed(text));
    for place in places {
        if text.get(place.clone()).is_none() {
            return Some(format!("{place:?} is no place of the text"));
        }
    }
    let html = html_without_links(text);
    let forbidden = ["<script", "<!--", "<a ", "<img", "<iframe", "<style"];
    let found = forbidden.iter().find(|tag| html.contains(**tag));
    found.map(|tag| format!("{tag} in {html}"))
}

/// What is wrong with what becomes of a picture: it is refused, or all sizes are made, the same ones each time.
pub(crate) fn fault_of_picture(bytes: &[u8]) -> Option<&'static str> {
    let Ok(made) = picture::make(bytes) else {
        return None;
    };
    let Ok(frame) = picture::inspect(bytes) else {
        return Some("made, though it is refused at a look");
    };
    let is_whole = made.pictures.len() == picture::sizes(frame).len();
    if !is_whole || made.pictures.iter().any(Vec::is_empty) {
        return Some("not all sizes are made");
    }
    if !picture::ENDINGS.contains(&made.ending) {
        return Some("an ending that no picture has");
    }
    let again = picture::make(bytes).map(|made| made.pictures);
    (again.as_ref() != Ok(&made.pictures)).then_some("not the same twice")
}
