//! What is taken out of pages is missed by nobody. Each page of the fixtures is read as a browser reads it: as the templates
//! wrote it, through the minifier, freed of white space only, and as it is published, which is partly the one and partly the
//! other.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sanad::render::{Minifier, collapsed};

use crate::support::Portal;
use crate::support::sites::unusual;

/// Elements beside which no space is seen. What a head holds is not seen either.
const BLOCKS: &str = "address article aside blockquote body caption col colgroup dd details div dl dt fieldset figcaption \
    figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td \
    tfoot th thead tr ul";
/// Elements whose white space is their own.
const KEPT: [&str; 4] = ["pre", "textarea", "script", "style"];

/// Something in a page, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Seen {
    /// The beginning of an element with its attributes, sorted, or its end.
    Tag { text: String, is_block: bool },
    /// A text in which white space counts once.
    Text(String),
    /// A text in which all of it counts.
    Kept(String),
}

/// What is in a page.
fn seen(html: &str) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut options = ParseOpts::default();
    // So what stands there for browsers without scripts is read too.
    options.tree_builder.scripting_enabled = false;
    let dom = parse_document(RcDom::default(), options).one(html);
    node(&dom.document, (false, false), &mut all);
    let is_edge = |at: Option<&Seen>| matches!(at, None | Some(Seen::Tag { is_block: true, .. }));
    let mut edged = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let Seen::Text(text) = one else {
            edged.push(one.clone());
            continue;
        };
        let mut text = &**text;
        if is_edge(at.checked_sub(1).and_then(|before| all.get(before))) {
            text = text.trim_ascii_start();
        }
        if is_edge(all.get(at + 1)) {
            text = text.trim_ascii_end();
        }
        if !text.is_empty() {
            edged.push(Seen::Text(text.to_owned()));
        }
    }
    edged
}

/// `within` says whether this is in a head, and whether white space is the element's own.
fn node(handle: &Handle, within: (bool, bool), all: &mut Vec<Seen>) {
    let mut inside = within;
    let mut end = None;
    match &handle.data {
        NodeData::Text { contents } => {
            let text = contents.borrow();
            all.push(if within.1 {
                Seen::Kept(text.to_string())
            } else {
                Seen::Text(once(&text))
            });
        }
        NodeData::Element { name, attrs, .. } => {
            let name = &*name.local;
            let is_block = within.0 || BLOCKS.split(' ').any(|block| block == name);
            let attributes = attrs.borrow();
            let attributes = attributes.iter();
            let mut attributes: Vec<String> = attributes
                .map(|attribute| format!(" {}={:?}", &*attribute.name.local, &*attribute.value))
                .collect();
            attributes.sort();
            let text = format!("{name}{}", attributes.concat());
            all.push(Seen::Tag { text, is_block });
            inside = (within.0 || name == "head", KEPT.contains(&name));
            let text = format!("/{name}");
            end = Some(Seen::Tag { text, is_block });
        }
        _ => {}
    }
    for child in handle.children.borrow().iter() {
        node(child, inside, all);
    }
    all.extend(end);
}

/// A text with one space for each run of white space that HTML knows as such.
fn once(text: &str) -> String {
    let mut small = String::new();
    for c in text.chars() {
        match c {
            c if !c.is_ascii_whitespace() => small.push(c),
            _ if !small.ends_with(' ') => small.push(' '),
            _ => {}
        }
    }
    small
}

/// The same without spaces beside tags, which the minifier takes away where the style sheet keeps elements apart, and without
/// those in the values of attributes that are lists.
fn without_spaces(page: Vec<Seen>) -> Vec<Seen> {
    let one = |seen| match seen {
        Seen::Text(text) => {
            let text = text.trim_ascii().to_owned();
            (!text.is_empty()).then_some(Seen::Text(text))
        }
        Seen::Tag { text, is_block } => Some(Seen::Tag {
            text: text.replace(", ", ","),
            is_block,
        }),
        kept @ Seen::Kept(_) => Some(kept),
    };
    page.into_iter().filter_map(one).collect()
}

#[track_caller]
fn same(name: &str, how: &str, one: &[Seen], other: &[Seen]) {
    let at = one.iter().zip(other).position(|(one, other)| one != other);
    let at = at.unwrap_or(one.len().min(other.len()));
    let around = |page: &[Seen]| {
        let from = at.saturating_sub(3).min(page.len());
        format!("{:?}", &page[from..page.len().min(at + 2)])
    };
    assert!(
        one == other,
        "{name} {how}:\n{}\n{}",
        around(one),
        around(other)
    );
}

#[test]
fn with_the_minifier_with_the_collapser_and_without_a_page_is_the_same() {
    let minifier = Minifier::default();
    let mut saved = 0;
    for portal in [Portal::small, Portal::field, unusual] {
        let (published, plain) = (portal(), portal());
        published.build().succeeds();
        plain.run(&["build", "--no-minify"]).succeeds();
        for ((name, small), (other, large)) in published.output().iter().zip(plain.output()) {
            assert_eq!(*name, other);
            if !name.ends_with(".html") {
                continue;
            }
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
            let as_written = seen(&text(&large));
            let spaced = collapsed(&large);
            saved += large.len() - spaced.len();
            same(name, "collapsed", &as_written, &seen(&text(&spaced)));
            assert_eq!(collapsed(&spaced), spaced, "{name}: once is enough");
            let as_written = without_spaces(as_written);
            let shrunk = without_spaces(seen(&text(&minifier.html(large))));
            same(name, "minified", &as_written, &shrunk);
            let small = without_spaces(seen(&text(small)));
            same(name, "published", &as_written, &small);
        }
    }
    assert!(saved > 10_000, "it takes something out: {saved} bytes");
}
