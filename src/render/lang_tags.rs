//! The language of every text on a page in English: what stands in Bangla is marked as such, `<span lang="bn">`, so that a
//! screen reader changes its voice and a browser its font (WCAG 3.1.2).
//!
//! The marks are put in when a piece is rendered, by the script of its letters, once for all offices that share it. In
//! attributes, titles and data there is no place for them.

use memchr::{memchr, memchr2, memmem};

use super::marks::{BANGLA, BETWEEN_TAGS, MARK};
use crate::model::{Language, PLACEHOLDERS};

const BEGIN: &str = "<span lang=bn>";
const END: &str = "</span>";

/// Elements whose inside is no HTML.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// A word between tags on a page in English.
pub(super) fn word(word: &str) -> String {
    match Language::of(word) {
        Language::Bangla => format!("{BEGIN}{word}{END}"),
        Language::English => word.to_owned(),
    }
}

/// HTML in which the texts in Bangla say so.
pub(super) fn tagged(html: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len() + html.len() / 8);
    let mut at = 0;
    // Whether the element that was opened last says that it is in Bangla.
    let mut said = false;
    while at < html.len() {
        if html[at] == b'<' {
            let end = tag_end(html, at);
            let tag = &html[at..end];
            out.extend_from_slice(tag);
            at = end;
            said = memmem::find(tag, b" lang=").is_some_and(|value| {
                let value = &tag[value + 6..];
                value.starts_with(b"bn") || value.starts_with(b"\"bn")
            });
            if let Some(close) = is_raw(tag) {
                let length = memmem::find(&html[at..], close.as_bytes());
                let end = length.map_or(html.len(), |length| at + length);
                out.extend_from_slice(&html[at..end]);
                at = end;
            }
        } else {
            let length = memchr(b'<', &html[at..]);
            let end = length.map_or(html.len(), |length| at + length);
            text(&html[at..end], said, &mut out);
            at = end;
        }
    }
    out
}

/// The end of a tag or comment; a sign inside quotes does not end it.
pub(super) fn tag_end(html: &[u8], start: usize) -> usize {
    let after = |found: Option<usize>, from: usize| found.map_or(html.len(), |at| from + at + 1);
    if html[start..].starts_with(b"<!--") {
        return memmem::find(&html[start..], b"-->").map_or(html.len(), |at| start + at + 3);
    }
    let mut at = start + 1;
    while at < html.len() {
        match html[at] {
            b'>' => return at + 1,
            // Only a value begins with a quote; one inside an unquoted value is a letter like others.
            quote @ (b'"' | b'\'') if html[..at].trim_ascii_end().ends_with(b"=") => {
                at = after(memchr(quote, &html[at + 1..]), at + 1);
            }
            _ => at += 1,
        }
    }
    html.len()
}

/// The end tag of an element whose inside is no HTML, when this tag begins one.
pub(super) fn is_raw(tag: &[u8]) -> Option<String> {
    let raw = RAW.iter().find(|name| opens(tag, name))?;
    Some(format!("</{raw}"))
}

fn opens(tag: &[u8], name: &str) -> bool {
    let rest = tag.strip_prefix(b"<").unwrap_or_default();
    rest.strip_prefix(name.as_bytes())
        .is_some_and(|rest| matches!(rest.first(), Some(b' ' | b'>' | b'/')))
}

/// A part of a text between tags.
enum Part<'a> {
    /// Signs as they are.
    Signs(&'a str),
    /// An office's word in the language of the page.
    Word(&'a str),
    /// An office's word in Bangla.
    Bangla(&'a str),
    /// The mark of something that brings its own tags.
    Other(&'a str),
}

/// Text between two tags. From the first letter in Bangla to the last one it is one text in Bangla: foreign words in it
/// belong to the sentence.
fn text(text: &[u8], said: bool, out: &mut Vec<u8>) {
    let Ok(text) = std::str::from_utf8(text) else {
        out.extend_from_slice(text);
        return;
    };
    if memchr2(0xE0, 0xEE, text.as_bytes()).is_none() {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    let mut run = Vec::new();
    for part in parts(text) {
        if matches!(part, Part::Other(_)) {
            write(&run, said, out);
            run.clear();
            write(&[part], said, out);
        } else {
            run.push(part);
        }
    }
    write(&run, said, out);
}

/// A text at its marks.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(MARK) {
        let inside = &rest[open + MARK.len_utf8()..];
        let Some(length) = inside.find(MARK) else {
            break;
        };
        if open > 0 {
            parts.push(Part::Signs(&rest[..open]));
        }
        let name = &inside[..length];
        let place = name.trim();
        let known = |name: &str| PLACEHOLDERS.contains(&name);
        parts.push(match place.strip_prefix(BANGLA) {
            Some(place) if known(place) => Part::Bangla(name),
            None if known(place) => Part::Word(place),
            _ => Part::Other(name),
        });
        rest = &inside[length + MARK.len_utf8()..];
    }
    if !rest.is_empty() {
        parts.push(Part::Signs(rest));
    }
    parts
}

/// Writes what stands between tags and other marks.
fn write(run: &[Part<'_>], said: bool, out: &mut Vec<u8>) {
    // The first and the last sign in Bangla: part and bytes in it.
    let first = run.iter().enumerate().find_map(|(at, part)| match part {
        Part::Signs(text) => first_sign(text).map(|byte| (at, byte)),
        Part::Bangla(_) => Some((at, 0)),
        Part::Word(_) | Part::Other(_) => None,
    });
    let last = run
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, part)| match part {
            Part::Signs(text) => last_sign(text).map(|byte| (at, byte)),
            Part::Bangla(_) => Some((at, 0)),
            Part::Word(_) | Part::Other(_) => None,
        });
    let bounds = first.zip(last).filter(|_| !said);
    let within = |at: usize| bounds.is_some_and(|(first, last)| at > first.0 && at < last.0);
    for (at, part) in run.iter().enumerate() {
        let begins = bounds
            .filter(|(first, _)| first.0 == at)
            .map(|(first, _)| first.1);
        let ends = bounds
            .filter(|(_, last)| last.0 == at)
            .map(|(_, last)| last.1);
        match part {
            Part::Signs(text) => {
                let (begin, end) = (begins.unwrap_or(0), ends.unwrap_or(text.len()));
                let (before, behind) = (&text[..begin], &text[end.max(begin)..]);
                let middle = &text[begin..end.max(begin)];
                push(out, before);
                push(out, begins.map_or("", |_| BEGIN));
                push(out, middle);
                push(out, ends.map_or("", |_| END));
                push(out, behind);
            }
            Part::Bangla(name) => {
                push(out, begins.map_or("", |_| BEGIN));
                mark(out, name);
                push(out, ends.map_or("", |_| END));
            }
            Part::Word(name) if said || within(at) => mark(out, &format!(" {name} ")),
            Part::Word(name) => mark(out, &format!(" {BETWEEN_TAGS}{name} ")),
            Part::Other(name) => mark(out, name),
        }
    }
}

fn push(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

fn mark(out: &mut Vec<u8>, name: &str) {
    let mut sign = [0; 4];
    let sign = MARK.encode_utf8(&mut sign);
    push(out, sign);
    push(out, name);
    push(out, sign);
}

fn is_bangla(sign: char) -> bool {
    matches!(sign, '\u{0980}'..='\u{09FF}')
}

/// Where the first sign in Bangla begins.
fn first_sign(text: &str) -> Option<usize> {
    text.find(is_bangla)
}

/// Where the last sign in Bangla ends, with the stop and the closing signs that belong to it.
fn last_sign(text: &str) -> Option<usize> {
    let at = text.rfind(is_bangla)?;
    let rest = &text[at..];
    let closes = |sign: char| is_bangla(sign) || matches!(sign, '।' | '॥' | ')' | '”' | '’');
    let length = rest.find(|sign| !closes(sign)).unwrap_or(rest.len());
    Some(at + length)
}

#[cfg(test)]
mod tests {
    use super::super::marks::mark as of;
    use super::*;

    fn made(html: &str) -> String {
        String::from_utf8(tagged(html.as_bytes())).expect("UTF-8")
    }

    #[test]
    fn a_text_in_bangla_says_so_from_its_first_letter_to_its_last() {
        for (html, tagged) in [
            ("<p>Call</p>", "<p>Call</p>"),
            ("<p>সেবা</p>", "<p><span lang=bn>সেবা</span></p>"),
            (
                "<p>Fee: ১০০ টাকা (প্রতি কপি)। </p>",
                "<p>Fee: <span lang=bn>১০০ টাকা (প্রতি কপি)।</span> </p>",
            ),
            (
                "<p>ই-মেইল ICT কার্যালয়, Dhaka</p>",
                "<p><span lang=bn>ই-মেইল ICT কার্যালয়</span>, Dhaka</p>",
            ),
            (
                "<li><a href=x>ক</a> and <b>খ</b>",
                "<li><a href=x><span lang=bn>ক</span></a> and <b><span lang=bn>খ</span></b>",
            ),
        ] {
            assert_eq!(made(html), tagged);
        }
    }

    #[test]
    fn where_there_is_no_place_for_tags_nothing_is_put() {
        for html in [
            "<title>সেবা</title>",
            "<script type=application/ld+json>{\"name\":\"সেবা\"}</script>",
            "<input placeholder=\"সেবা > সেবা\" value='ক>খ'>",
            "<!-- সেবা > -->",
            "<a lang=bn href=x>বাংলা</a>",
            "<a lang=\"bn\">বাংলা</a>",
        ] {
            assert_eq!(made(html), html);
        }
    }

    #[test]
    fn an_offices_word_belongs_to_the_text_around_it() {
        let html = format!("<p>জেলা {}, Dhaka</p>", of("bn district"));
        let tagged = format!(
            "<p><span lang=bn>জেলা {}</span>, Dhaka</p>",
            of("bn district")
        );
        assert_eq!(made(&html), tagged);
        // Whether a word of the page's own language is translated differs from office to office.
        let html = format!("<p>Services of {}</p>", of("office"));
        assert_eq!(
            made(&html),
            format!("<p>Services of {}</p>", of("tagged office"))
        );
        let html = format!("<p title=\"{}\">", of("office"));
        assert_eq!(made(&html), html);
        // A part brings its own tags, so no text goes on behind it.
        let html = format!("<p>ক{}খ", of("body"));
        assert_eq!(
            made(&html),
            format!(
                "<p><span lang=bn>ক</span>{}<span lang=bn>খ</span>",
                of("body")
            )
        );
    }
}
