//! Laws of our Markdown, over texts put together at random from what people type.

use proptest::prelude::*;

use super::{Words, fixed, html, outline};
use crate::model::Stretch;
use crate::model::{Body, Place};

const PIECES: &[&str] = &[
    "আবেদন",
    "ছবি",
    "৩০",
    "২",
    // A word alone behind a fence names a language.
    "word,",
    "।",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\t",
    "    ",
    "*",
    "**",
    "***",
    "~",
    "~~",
    "_",
    "__",
    "#",
    "##",
    "১. ",
    "২) ",
    "(ক) ",
    "• ",
    "– ",
    "-",
    "- ",
    "> ",
    "+ ",
    "|",
    " | ",
    "|---|---|",
    "---\n",
    "\\",
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "/-",
    "%",
    ":",
    ": ",
    "`",
    "{upazila}",
    "\u{F0B7}\t",
    "ড়",
    "র‍্যাব",
    "👩‍🏫",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn body(text: &str) -> Body {
    let outline = outline(text);
    Body {
        markdown: text.to_owned(),
        links: Vec::new(),
        fragments: outline.fragments,
        plain: outline.plain,
        origin: Place::file(&"text.md".into()),
    }
}

fn printed(text: &str) -> String {
    let words = Words {
        text: ["upazila", "district", "division", "office", "host"],
        address: ["upazila", "district", "division", "office", "host"],
    };
    html(
        &body(text),
        &words,
        |target| Some(target.to_owned()),
        |_, _| String::new(),
    )
}

/// What a text says: its letters and digits, which are the last that may be lost.
fn letters(text: &str) -> String {
    let is_letter =
        |sign: &char| sign.is_alphanumeric() || matches!(sign, '\u{981}'..='\u{9CD}' | '\u{200D}');
    text.chars().filter(is_letter).collect()
}

/// HTML without its tags, but for the escapes of our few signs.
fn said(html: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for sign in html.chars() {
        match sign {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => out.push(sign),
            _ => {}
        }
    }
    out.replace("&quot;", "")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

/// Every tag that begins ends, in order.
fn is_balanced(html: &str) -> bool {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            return false;
        };
        let name = tag
            .split([' ', '/'])
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        match (tag.strip_prefix('/'), name) {
            (None, "br" | "hr") => {}
            (None, _) => open.push(name),
            (Some(_), _) if open.pop() == Some(name) => {}
            _ => return false,
        }
    }
    open.is_empty()
}

#[test]
fn a_tab_that_is_indentation_in_part_leaves_every_place_between_signs() {
    // The parser makes spaces of it, which stand at no byte of the text.
    for text in [
        "*\t\t##আবেদন",
        "+ \t\t##।",
        "১. \t\tক\tখ\n\tগ\tঘ",
        "\r&\r\r\r\r\r\r\r\r\r\t\t\tshe\t\t\t\t\t\t\t\t\t\r***********\u{FFFD}**\u{FFFD}\u{A0}æ\r\r\r\r\r\r\r\r\r\t\t\trhe\t\t\t\t\t\t\t\t\t\r\r\r\r\r\r\r\u{7}\r\r\rx",
        "<@\rq\n`5;\n#####\r&\r\r\r\r\r\r\r\r\r\t\t\tshe\t\t?\t\u{FFFD}\t\t\u{FFFD}\t\t\t\r\r\r\r\r\t\r\r\r\r* ######\u{FFFD}*\u{FFFD}\r\r\r\r\n;\r\r\r",
    ] {
        let _ = (outline(text), fixed(text), printed(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000,
        // A failure is told with its text, which goes into a test by name.
        failure_persistence: None,
        ..ProptestConfig::default() })]

    #[test]
    fn every_letter_that_was_typed_is_printed_in_order(text in text()) {
        let outline = outline(&text);
        prop_assume!(outline.lost_cells.is_empty() && outline.too_deep.is_none());
        // Addresses and names of definitions are not printed.
        prop_assume!(outline.links.is_empty() && !text.contains("]:"));
        let html = printed(&text);
        let typed = letters(&text);
        prop_assert_eq!(letters(&said(&html)), typed, "{}", html);
        prop_assert!(is_balanced(&html), "{}", html);
    }

    #[test]
    fn places_lie_between_signs_and_one_behind_the_other(text in text()) {
        let outline = outline(&text);
        for (range, _) in &outline.shown {
            prop_assert!(range.try_of(&text).is_some_and(|shown| !shown.is_empty()));
        }
        for range in outline.raw_html.iter().chain(&outline.lost_cells) {
            prop_assert!(range.try_of(&text).is_some());
        }
        let mut end = 0;
        for range in fixed(&text) {
            prop_assert!(range.start >= end && range.try_of(&text).is_some());
            end = range.end;
        }
    }

    /// The parser's places are off by some bytes behind tabs and lone carriage returns; nothing fails for that.
    #[test]
    fn every_text_can_be_read(pieces in prop::collection::vec(prop_oneof![
        3 => prop::sample::select(PIECES),
        1 => prop::sample::select(&["\r", "\r\r", "\t\t", "\r\n", "&", "\u{FFFD}", "######", "`````", "[^১]: "][..]),
    ], 0..24)) {
        let text = pieces.concat();
        let _ = (outline(&text), fixed(&text), printed(&text));
    }

    #[test]
    fn figures_keep_their_signs(a in "[০-৯]{1,3}", b in "[০-৯]{1,3}", words in "[ক-ঘ ]{0,6}", sign in "[*~]") {
        let text = format!("{a}{sign}{b} {words} {a}{sign}{b}{sign}{a} ও {b}{sign}{a}");
        let html = printed(&text);
        let count = |text: &str| text.matches(sign.as_str()).count();
        prop_assert_eq!(count(&html), count(&text), "{}", html);
    }

    #[test]
    fn bold_text_may_end_in_any_sign_and_be_followed_by_any(
        inside in "[ক-ঘ][ক-ঘ ]{0,4}[ক-ঘ।”)%:.০-৯?!-]",
        behind in "[ক-ঘA-Za-z]",
    ) {
        let html = printed(&format!("ক **{inside}**{behind} খ"));
        prop_assert!(html.contains(&format!("<strong>{inside}</strong>{behind}")), "{}", html);
    }
}
