//! HTML of an office's own without the white space that nobody sees, in one pass.
//!
//! The minifier saves a few bytes more and takes twelve times as long as rendering, so it is for what is made once and shared;
//! this is for what is made anew in every office. It deletes less: between inline elements one space always stays, the
//! values of attributes stay as they are, and so does what stands in `pre`, `textarea`, `script`, `style` and `title`. Only
//! quotes go, where a value needs none: the pages of an office must find room in a telephone's store.

use memchr::{memchr, memmem};

use super::lang_tags::tag_end;

/// Elements whose inside stays as it is.
const KEPT: [&[u8]; 5] = [b"pre", b"textarea", b"script", b"style", b"title"];
/// The first byte of the signs for private use.
const OURS: u8 = 0xEE;

/// The same HTML without needless white space. What stands at either end of it was put there by the end of a template's
/// file, and goes.
#[must_use]
pub fn collapsed(html: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len());
    let mut at = 0;
    // Whether a space behind what was written last would be at the beginning of a line.
    let mut at_edge = true;
    let mut in_head = false;
    while at < html.len() {
        if !is_tag(&html[at..]) {
            let length = memchr(b'<', &html[at + 1..]);
            let end = length.map_or(html.len(), |length| at + 1 + length);
            text(&html[at..end], at_edge, &mut out);
            at_edge = false;
            at = end;
            continue;
        }
        let end = tag_end(html, at);
        let tag = &html[at..end];
        let name = name(tag);
        if name == b"head" {
            in_head = !tag.starts_with(b"</");
        }
        at_edge = in_head || is_block(name);
        // No tag ends with a space, so it was one of a text.
        if at_edge && out.last() == Some(&b' ') {
            out.pop();
        }
        write_tag(tag, &mut out);
        at = end;
        if !tag.starts_with(b"</")
            && let Some(kept) = KEPT
                .into_iter()
                .find(|kept| name.eq_ignore_ascii_case(kept))
        {
            let end = end_of(kept, html, at);
            out.extend_from_slice(&html[at..end]);
            at = end;
        }
    }
    if out.last() == Some(&b' ') {
        out.pop();
    }
    out
}

fn is_tag(html: &[u8]) -> bool {
    matches!(html, [b'<', b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z', ..])
}

/// The name of a tag's element; `!doctype` of that, and nothing of a comment.
fn name(tag: &[u8]) -> &[u8] {
    let name = tag.strip_prefix(b"</").unwrap_or(&tag[1..]);
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'!';
    let length = name.iter().position(|byte| !belongs(byte));
    &name[..length.unwrap_or(name.len())]
}

/// Whether lines end before and behind the tags of an element, so that no space beside them is seen. Not among them is what
/// is not shown at all, as `script`: words on both sides of it stand in one line.
fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"caption"
            | b"col"
            | b"colgroup"
            | b"dd"
            | b"details"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hr"
            | b"html"
            | b"legend"
            | b"li"
            | b"main"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"tr"
            | b"ul"
            | b"!doctype"
    )
}

/// A text with one space for each run of white space; none at its beginning when that is the beginning of a line.
fn text(text: &[u8], at_edge: bool, out: &mut Vec<u8>) {
    let mut rest = text;
    if at_edge {
        rest = rest.trim_ascii_start();
    }
    while !rest.is_empty() {
        let end = rest.iter().position(u8::is_ascii_whitespace);
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        out.extend_from_slice(word);
        rest = behind.trim_ascii_start();
        if !behind.is_empty() {
            out.push(b' ');
        }
    }
}

/// A tag with one space before each attribute, and without the quotes that no value needs.
fn write_tag(tag: &[u8], out: &mut Vec<u8>) {
    let mut rest = tag;
    if rest.starts_with(b"<!--") {
        out.extend_from_slice(rest);
        return;
    }
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'');
    while let Some(end) = rest.iter().position(ends) {
        let (before, behind) = rest.split_at(end);
        out.extend_from_slice(before);
        if behind[0].is_ascii_whitespace() {
            rest = behind.trim_ascii_start();
            // Around an equals sign none is needed, and a value in quotes is then known by what stands before it.
            if !rest.starts_with(b">") && !rest.starts_with(b"=") && !out.ends_with(b"=") {
                out.push(b' ');
            }
            continue;
        }
        let length = memchr(behind[0], &behind[1..]).filter(|_| out.ends_with(b"="));
        let Some(length) = length else {
            out.push(behind[0]);
            rest = &behind[1..];
            continue;
        };
        let (value, after) = (&behind[1..=length], &behind[length + 2..]);
        let is_bare = needs_no_quotes(value) && matches!(after.first(), Some(b'>' | b' ' | b'\n'));
        out.extend_from_slice(if is_bare {
            value
        } else {
            &behind[..length + 2]
        });
        rest = after;
    }
    out.extend_from_slice(rest);
}

/// Whether a value can stand without quotes (HTML, 13.1.2.3): it is not empty and has no sign that would end it, nor one of
/// ours, in whose place something else is put later.
fn needs_no_quotes(value: &[u8]) -> bool {
    let ends = |byte: &u8| {
        byte.is_ascii_whitespace()
            || matches!(*byte, b'"' | b'\'' | b'`' | b'=' | b'<' | b'>' | OURS)
    };
    !value.is_empty() && !value.iter().any(ends)
}

/// Where the end tag of an element ends, whose inside begins at `from`.
fn end_of(name: &[u8], html: &[u8], from: usize) -> usize {
    let mut ends = memmem::find_iter(&html[from..], b"</").map(|at| from + at);
    let is_its = |at: &usize| {
        let found = html.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    ends.find(is_its).map_or(html.len(), |at| tag_end(html, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(html: &str) -> String {
        String::from_utf8(collapsed(html.as_bytes())).expect("UTF-8")
    }

    #[test]
    fn white_space_that_nobody_sees_goes() {
        for (html, small) in [
            (
                "\n<p>\n  ক  খ\n  গ\n</p>\n\n<p> ঘ </p>\n",
                "<p>ক খ গ</p><p>ঘ</p>",
            ),
            (
                "<ul>\n <li>a</li>\n <li>b</li>\n</ul>",
                "<ul><li>a</li><li>b</li></ul>",
            ),
            (
                "<a\n  href=\"x\"\n  class='y  y' >z</a >",
                "<a href=x class='y  y'>z</a>",
            ),
            ("<a href=\"x/\">y</a>", "<a href=x/>y</a>"),
            ("<a href = \"x  >\">z</a>", "<a href=\"x  >\">z</a>"),
            (
                "<!doctype html>\n<html>\n<head>\n<meta a=b>\n<link c>\n</head>\n<body>\n",
                "<!doctype html><html><head><meta a=b><link c></head><body>",
            ),
        ] {
            assert_eq!(made(html), small);
        }
    }

    #[test]
    fn white_space_that_somebody_sees_stays() {
        for html in [
            "<b>a</b> <b>b</b> c <i>d</i>, e",
            "<p>a <script>b</script> c</p>",
            "a < b",
            "<b>\u{A0} \u{A0}</b>",
            "<input value=\"a  \n b\" title='c  d'>",
            "<a href=x />",
            "<a title=it's>b</a>",
            "<a a=\"\" b=\"a=b\" c='d\"' d=\"'\" e=\"x\"/>",
            "<p>a</p><pre class=x>\n  b\n <b>  c</b> </pre><textarea> d\n </textarea>",
            "<SCRIPT> a  b </sCrIpt><style> a  b </style><title> a  b </title>",
            "<!-- a  b --><p>",
            "<a title=\"a\u{E00F}b\">c</a>",
        ] {
            assert_eq!(made(html), html);
        }
    }

    #[test]
    fn a_run_between_inline_elements_becomes_one_space() {
        assert_eq!(made("<b>a</b>\n\n  <b>b </b>  c"), "<b>a</b> <b>b </b> c");
        assert_eq!(made("a\n  <br>\n b"), "a <br> b");
    }

    #[test]
    fn what_is_cut_off_is_left_as_it_is() {
        for html in [
            "<",
            "a <",
            "<a href=\"x",
            "<!-- a",
            "<pre> a",
            "<script> a </scrip",
        ] {
            assert_eq!(made(html), html);
        }
    }
}
