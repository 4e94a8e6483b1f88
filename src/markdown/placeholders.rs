//! Placeholders in Markdown. While a text is read each is two signs of the private use area with letters between them, which
//! mean nothing to Markdown: emphasis beside a name works as beside any word, and no sign in an office's name is taken for
//! Markdown. They are as long as the placeholder, so that every place in the text stays where it is.
//!
//! Only [`inert`] puts such signs into a text. The author cannot write them, neither as they are (loading takes them out) nor
//! as numbers (`&#xE001;` alone is no placeholder, and is dropped).

use std::borrow::Cow;

use pulldown_cmark::CowStr;

use crate::model::PLACEHOLDERS;

/// Begins the first placeholder; the next sign begins the next.
const FIRST: u32 = 0xE001;
/// Ends each.
const END: char = '\u{E00F}';
/// Stands where there is nothing, but where the parser would take away white space behind it; belongs to no placeholder.
pub(super) const NOTHING: char = '\u{E00D}';
/// Stands between, for each byte that is left.
const FILLER: char = 'x';

/// What placeholders stand for, in the order upazila, district, division, office, host.
#[derive(Debug)]
pub struct Words<'a> {
    /// In texts.
    pub text: [&'a str; PLACEHOLDERS.len()],
    /// In addresses, where they must be the office's own words from the beginning.
    pub address: [&'a str; PLACEHOLDERS.len()],
}

/// A text in which placeholders mean nothing to Markdown.
pub(super) fn inert(text: &str) -> Cow<'_, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let known = PLACEHOLDERS.iter().enumerate().find_map(|(number, name)| {
            let tail = rest[1..].strip_prefix(name)?.strip_prefix('}')?;
            Some((sign(number)?, tail))
        });
        if let Some((sign, tail)) = known {
            let letters = rest.len() - tail.len() - 2 * END.len_utf8();
            out.push(sign);
            out.extend(std::iter::repeat_n(FILLER, letters));
            out.push(END);
            rest = tail;
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text with its placeholders as their author wrote them.
pub(super) fn as_written(text: &str) -> Cow<'_, str> {
    put(text, |out, number| {
        out.push('{');
        out.push_str(PLACEHOLDERS[number]);
        out.push('}');
    })
}

/// A text with words in place of its placeholders.
pub(super) fn said<'a>(text: CowStr<'a>, words: &[&str; PLACEHOLDERS.len()]) -> CowStr<'a> {
    match put(&text, |out, number| out.push_str(words[number])) {
        Cow::Borrowed(_) => text,
        Cow::Owned(said) => said.into(),
    }
}

/// A text without its placeholders.
pub(super) fn left_out(text: &str) -> Cow<'_, str> {
    put(text, |_, _| {})
}

/// Puts something in place of each placeholder. A sign of ours that belongs to none is dropped.
fn put(text: &str, write: impl Fn(&mut String, usize)) -> Cow<'_, str> {
    // A byte that begins few signs; Bangla has none of them.
    if memchr::memchr(0xEE, text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(2 * text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_ours) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let tail = rest.trim_start_matches(is_begin);
        let begin = rest[..rest.len() - tail.len()].chars().next_back();
        let end = tail.trim_start_matches(FILLER).strip_prefix(END);
        match (begin.and_then(number), end) {
            (Some(number), Some(end)) => {
                write(&mut out, number);
                rest = end;
            }
            (Some(_), None) => rest = tail,
            (None, _) => rest = rest.strip_prefix(is_ours).unwrap_or_default(),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn sign(number: usize) -> Option<char> {
    char::from_u32(FIRST + u32::try_from(number).ok()?)
}

/// The number of the placeholder that a sign begins.
fn number(sign: char) -> Option<usize> {
    let number = u32::from(sign).checked_sub(FIRST)?;
    usize::try_from(number)
        .ok()
        .filter(|number| *number < PLACEHOLDERS.len())
}

fn is_begin(sign: char) -> bool {
    number(sign).is_some()
}

fn is_ours(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{E00F}')
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::CowStr;

    use super::{as_written, inert, said};

    const WORDS: [&str; 5] = ["ক", "খ", "গ", "ঘ", "ঙ"];

    #[test]
    fn placeholders_keep_their_length_and_come_back_as_they_were_written() {
        let text = "{upazila} {district}{division} {office}, {host}; {nobody} {host {} }";
        let hidden = inert(text);
        assert_eq!(hidden.len(), text.len());
        assert!(!hidden.contains("upazila"));
        assert_eq!(as_written(&hidden), text);
        let filled = said(CowStr::from(hidden.into_owned()), &WORDS);
        assert_eq!(&*filled, "ক খগ ঘ, ঙ; {nobody} {host {} }");
    }

    #[test]
    fn signs_of_ours_that_begin_no_placeholder_are_dropped() {
        for (text, left) in [
            ("a\u{E000}b", "ab"),
            ("\u{E001}", ""),
            ("\u{E001}xx", "xx"),
            ("\u{E001}\u{E001}xxx", "xxx"),
            ("\u{E00F}x\u{E001}", "x"),
            ("\u{E009}x\u{E00F}", "x"),
            ("\u{E002}\u{E001}xxx\u{E00F}", "ক"),
        ] {
            assert_eq!(&*said(CowStr::from(text), &WORDS), left, "{text:?}");
        }
    }
}
