//! Lines: what somebody wrote one below the other stands one below the other.
//!
//! A template prints a text without knowing whether it has lines. When the text is escaped, each break becomes a sign of
//! ours, which no text can bring in and no minifier takes for white space; behind the minifier it becomes `<br>` between
//! tags, and a space where there is no place for tags: in attributes, titles and data.

use crate::escape;
use std::io::{Result, Write};

use super::lang_tags::{is_raw, tag_end};
use memchr::{memchr, memmem};

/// Stands for the end of a line meanwhile.
const BREAK: char = '\u{E00F}';
const BREAK_BYTES: &[u8] = "\u{E00F}".as_bytes();

/// A text between tags or in a quoted attribute, its lines marked.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> Result<()> {
    let mut lines = text.split('\n');
    out.write_all(escape::html(lines.next().unwrap_or_default()).as_bytes())?;
    for line in lines {
        out.write_all(BREAK_BYTES)?;
        out.write_all(escape::html(line).as_bytes())?;
    }
    Ok(())
}

/// HTML with its marked lines broken.
pub(super) fn broken(html: Vec<u8>) -> Vec<u8> {
    if memmem::find(&html, BREAK_BYTES).is_none() {
        return html;
    }
    let mut out = Vec::with_capacity(html.len() + 64);
    let mut at = 0;
    while at < html.len() {
        let (end, with) = if html[at] == b'<' {
            let end = tag_end(&html, at);
            // What a browser takes for text alone goes on to its end tag.
            match is_raw(&html[at..end]) {
                Some(close) => {
                    let length = memmem::find(&html[end..], close.as_bytes());
                    (length.map_or(html.len(), |length| end + length), " ")
                }
                None => (end, " "),
            }
        } else {
            let length = memchr(b'<', &html[at..]);
            (length.map_or(html.len(), |length| at + length), "<br>")
        };
        push(&html[at..end], with, &mut out);
        at = end;
    }
    out
}

fn push(html: &[u8], with: &str, out: &mut Vec<u8>) {
    let mut from = 0;
    for at in memmem::find_iter(html, BREAK_BYTES) {
        out.extend_from_slice(&html[from..at]);
        out.extend_from_slice(with.as_bytes());
        from = at + BREAK.len_utf8();
    }
    out.extend_from_slice(&html[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_tags_may_stand_and_is_a_space_elsewhere() {
        for (html, made) in [
            ("<p>a|b</p>", "<p>a<br>b</p>"),
            ("a|b", "a<br>b"),
            ("<a title=\"a|b>\">c|d</a>", "<a title=\"a b>\">c<br>d</a>"),
            ("<title>a|b</title><p>c|d", "<title>a b</title><p>c<br>d"),
            ("<p>ab</p>", "<p>ab</p>"),
        ] {
            let marked = html.replace('|', &BREAK.to_string());
            let broken = broken(marked.into_bytes());
            assert_eq!(String::from_utf8(broken).expect("UTF-8"), made);
        }
    }
}
