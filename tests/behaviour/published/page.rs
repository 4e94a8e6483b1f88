//! A page: read by the parser of a browser, then held against what the theme makes and Markdown can say.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::address::{self, Use};
use super::{File, data, signs};

/// Elements that only the theme writes.
const OF_THEME: &str = "html head meta link script title body a div header main nav footer section article aside form \
    input button label details summary h1 h2 h3 h4 ul ol li dl dt dd p span strong b small time table caption colgroup \
    col thead tbody tr th td img svg path br wbr bdi bdo abbr address em hr noscript";
/// Elements that come from a text of an office: Markdown, and its pictures.
const OF_TEXT: &str = "h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote pre code em strong del sup a br hr table thead tbody tr th td img \
    figure figcaption div span bdi bdo wbr";
/// All attributes that either of them writes; `data-…` and `aria-…` are for the theme's own scripts.
const ATTRIBUTES: &str = "action alt charset class content datetime decoding defer dir download height href hreflang id \
    lang loading name placeholder property rel role scope sizes src srcset start style tabindex title type width \
    hidden xmlns shape-rendering viewBox d fill stroke aria-current aria-hidden aria-label aria-labelledby aria-describedby \
    aria-live data-label data-complete data-directory data-between data-by data-digits data-holidays data-months data-on data-same \
    data-say data-today data-week data-days data-due data-far data-last data-first data-shut \
    data-title \
    data-until data-pinned data-past";
/// How the columns of a table in Markdown stand.
const SIDES: [&str; 3] = ["left", "center", "right"];
/// What every page has exactly once.
const ONCE: [&str; 6] = ["html", "head", "title", "body", "main", "h1"];
/// What links in a page's head may be.
const FOLLOWED_LINKS: [&str; 2] = ["canonical", "alternate"];

/// What a look at a page gathers.
struct Look<'a, F, T> {
    file: &'a File<'a>,
    exists: &'a F,
    tell: &'a mut T,
    ids: BTreeSet<String>,
    /// How often each of [`ONCE`] was seen.
    seen: [usize; 6],
}

/// Where an element stands.
#[derive(Clone, Copy)]
struct Here {
    /// In the text of an office.
    in_text: bool,
    in_svg: bool,
}

pub(super) fn judge(
    file: &File<'_>,
    exists: &impl Fn(&str) -> bool,
    tell: &mut impl FnMut(String),
) {
    let mut options = ParseOpts::default();
    // So what stands there for browsers without scripts is read too.
    options.tree_builder.scripting_enabled = false;
    let dom = parse_document(RcDom::default(), options).one(file.text);
    for error in dom.errors.borrow().iter() {
        tell(format!("not as HTML is written: {error}"));
    }
    let mut look = Look {
        file,
        exists,
        tell,
        ids: BTreeSet::new(),
        seen: [0; 6],
    };
    let here = Here {
        in_text: false,
        in_svg: false,
    };
    look.node(&dom.document, here);
    for (name, seen) in ONCE.iter().zip(look.seen) {
        if seen != 1 {
            (look.tell)(format!("{seen} elements <{name}>"));
        }
    }
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

impl<F: Fn(&str) -> bool, T: FnMut(String)> Look<'_, F, T> {
    fn node(&mut self, node: &Handle, mut here: Here) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let element = &*name.local;
                let attributes: Vec<(String, String)> = attrs
                    .borrow()
                    .iter()
                    .map(|one| (one.name.local.to_string(), one.value.to_string()))
                    .collect();
                self.element(element, &attributes, here);
                if element == "script" {
                    self.script(node, &attributes);
                }
                let is = |word: &str| {
                    attributes
                        .iter()
                        .any(|(name, value)| name == "class" && value == word)
                };
                here.in_text |= element == "div" && is("prose");
                here.in_svg |= element == "svg";
            }
            NodeData::Text { contents } => signs(&contents.borrow(), "text", self.tell),
            NodeData::Comment { .. } => (self.tell)("a comment".to_owned()),
            NodeData::ProcessingInstruction { .. } => (self.tell)("an instruction".to_owned()),
            NodeData::Document | NodeData::Doctype { .. } => {}
        }
        for child in node.children.borrow().iter() {
            self.node(child, here);
        }
    }

    fn element(&mut self, element: &str, attributes: &[(String, String)], here: Here) {
        if let Some(at) = ONCE
            .iter()
            .position(|once| *once == element && !here.in_svg)
        {
            self.seen[at] += 1;
        }
        let allowed = if here.in_text { OF_TEXT } else { OF_THEME };
        if !is_one_of(allowed, element) {
            let place = if here.in_text {
                "the text of an office"
            } else {
                "a page"
            };
            (self.tell)(format!("<{element}> in {place}"));
        }
        let value = |wanted: &str| {
            let mut all = attributes.iter();
            all.find(|(name, _)| name == wanted)
                .map(|(_, value)| &**value)
        };
        for (name, value) in attributes {
            signs(value, "attribute", self.tell);
            if name.starts_with("on") || !is_one_of(ATTRIBUTES, name) {
                (self.tell)(format!("the attribute {name} of <{element}>"));
            }
            match &**name {
                "id" if !self.ids.insert(value.clone()) => (self.tell)(format!("two ids {value}")),
                "style" => (self.tell)(format!("a style: {value}")),
                "class" if here.in_text && !is_class_of_text(element, value) => {
                    (self.tell)(format!("the class {value} in the text of an office"));
                }
                _ => {}
            }
        }
        let rel = value("rel").unwrap_or_default().to_ascii_lowercase();
        let loaded = match element {
            "link" => !FOLLOWED_LINKS.contains(&&*rel),
            "a" => false,
            _ => true,
        };
        let by = if loaded { Use::Loaded } else { Use::Followed };
        for name in [
            "href",
            "action",
            "formaction",
            "poster",
            "data",
            "cite",
            "background",
            "ping",
            "longdesc",
            "src",
        ] {
            let of = if name == "cite" { Use::Followed } else { by };
            if let Some(address) = value(name) {
                self.address(address, of);
            }
        }
        for candidate in value("srcset").unwrap_or_default().split(',') {
            if let Some(address) = candidate.split_ascii_whitespace().next() {
                self.address(address, Use::Loaded);
            }
        }
        if element == "meta" && value("property") == Some("og:url") {
            self.address(value("content").unwrap_or_default(), Use::Followed);
        }
    }

    /// A script is the theme's own file, or data.
    fn script(&mut self, node: &Handle, attributes: &[(String, String)]) {
        let value = |wanted: &str| {
            let mut all = attributes.iter();
            all.find(|(name, _)| name == wanted)
                .map(|(_, value)| &**value)
        };
        let text: String = node
            .children
            .borrow()
            .iter()
            .filter_map(|child| match &child.data {
                NodeData::Text { contents } => Some(contents.borrow().to_string()),
                _ => None,
            })
            .collect();
        match (value("src"), value("type")) {
            (Some(src), None) => {
                let is_ours = src
                    .split("assets/")
                    .nth(1)
                    .is_some_and(|rest| rest.ends_with(".js"));
                if !is_ours || !text.is_empty() {
                    (self.tell)(format!("a script that is not the theme's: {src}"));
                }
            }
            (None, Some("application/ld+json")) => data::linked(&text, self.tell),
            _ => (self.tell)("a script in the page".to_owned()),
        }
    }

    fn address(&mut self, address: &str, by: Use) {
        let from = (self.file.host, self.file.path);
        (self.tell)(match address::fault(address, by, from, self.exists) {
            Some(fault) => fault,
            None => return,
        });
    }
}

/// Only the name of a language, as one word, and what our own Markdown writes: the theme's own clothes are the theme's.
fn is_class_of_text(element: &str, class: &str) -> bool {
    match element {
        "code" => class.starts_with("language-") && !class.contains(char::is_whitespace),
        "ul" => matches!(class, "gallery" | "typed"),
        "div" => class == "table",
        "th" | "td" => SIDES.contains(&class),
        _ => false,
    }
}
