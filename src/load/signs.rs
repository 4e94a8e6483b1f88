//! Signs that no text may bring in, and lines that nobody wrote.
//!
//! - Control characters: no HTML, XML or terminal takes them for text. A line break and a tab are the only ones.
//! - Noncharacters (U+FFFE and its like), which XML forbids.
//! - The private signs that mark places in pages while they are made, [`MARKS`].

use std::ops::{Range, RangeInclusive};
use std::path::Path;
use std::sync::Arc;

use super::limits::{MAX_LINE_BYTES, MAX_LINES_OF_TABLE, MAX_ROW_BYTES, MAX_ROWS};
use crate::diagnostic::{Diagnostic, Fix, say};
use crate::model::Place;
use crate::model::Stretch;

/// Signs of the private use area that are ours: they mark places in pages while they are made.
pub(super) const MARKS: RangeInclusive<char> = '\u{E000}'..='\u{E00F}';

/// Whether a sign cannot be printed.
pub(super) fn is_unprintable(sign: char) -> bool {
    let is_break = matches!(sign, '\t' | '\n' | '\r');
    let is_noncharacter =
        u32::from(sign) & 0xFFFE == 0xFFFE || matches!(sign, '\u{FDD0}'..='\u{FDEF}');
    (sign.is_control() && !is_break) || is_noncharacter || MARKS.contains(&sign)
}

/// Whether a text holds any of them. Most texts hold no byte with which one begins, and are passed over quickly.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the bytes of a piece are compared at once"
)]
pub(super) fn has_unprintable(text: &str) -> bool {
    let is_break = |byte: u8| (byte == b'\t') | (byte == b'\n') | (byte == b'\r');
    let begins = |byte: u8| {
        ((byte < b' ') & !is_break(byte)) | (byte == 0x7F) | (byte == 0xC2) | (byte >= 0xEE)
    };
    let holds = |piece: &[u8]| piece.iter().fold(false, |any, byte| any | begins(*byte));
    text.as_bytes().chunks(64).any(holds) && text.contains(is_unprintable)
}

/// A text without them, for where somebody was told of them already.
pub(super) fn without(text: String) -> String {
    if has_unprintable(&text) {
        text.replace(is_unprintable, "")
    } else {
        text
    }
}

/// Notes the signs of a file that cannot be printed: one finding, at the first, whose correction takes all of them out.
pub(super) fn unprintable(file: &Arc<str>, text: &str, found: &mut Vec<Diagnostic>) {
    if !has_unprintable(text) {
        return;
    }
    let (Some(first), Some(last)) = (text.find(is_unprintable), text.rfind(is_unprintable)) else {
        return;
    };
    let length = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    let all = first..last + length(last);
    // Word's own line break and page break stand between words.
    let new: String = all
        .of(text)
        .chars()
        .map(|sign| {
            if matches!(sign, '\u{B}' | '\u{C}') {
                ' '
            } else {
                sign
            }
        })
        .filter(|sign| !is_unprintable(*sign))
        .collect();
    let fix = Fix {
        old: all.of(text).to_owned(),
        range: all,
        new,
    };
    let range = first..first + length(first);
    let finding = finding(file, range, &text[first..]);
    found.push(Diagnostic {
        fix: Some(Box::new(fix)),
        ..finding
    });
}

/// What to say of a sign that cannot be printed; `text` begins with it, or is the number that stands for it.
pub(super) fn finding(file: &Arc<str>, range: Range<usize>, text: &str) -> Diagnostic {
    // As it is, or as the number that its author wrote.
    let sign = match text.chars().next() {
        Some(sign) if is_unprintable(sign) => format!("U+{:04X}", u32::from(sign)),
        _ => text.to_owned(),
    };
    say::unprintable_sign(sign).at(Place::bytes(file, range))
}

/// The first number in a text, `&#x1B;`, that stands for a sign which cannot be printed. Markdown reads up to seven decimal
/// or six hexadecimal digits (`CommonMark` 6.2).
pub(super) fn numbered(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text[from..].find("&#") {
        let start = from + at;
        from = start + 2;
        let rest = &text[from..];
        let (rest, radix) = match rest.strip_prefix(['x', 'X']) {
            Some(rest) => (rest, 16),
            None => (rest, 10),
        };
        let length = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let digits = &rest[..length.min(8)];
        let sign = u32::from_str_radix(digits, radix)
            .ok()
            .and_then(char::from_u32);
        if sign.is_some_and(is_unprintable) && rest[length..].starts_with(';') {
            let end = text.len() - rest.len() + length + 1;
            return Some(start..end);
        }
    }
    None
}

/// Whether the lines of a file are such that somebody can have written them; notes why not.
pub(super) fn lines(file: &Arc<str>, text: &str, found: &mut Vec<Diagnostic>) -> bool {
    let is_table = Path::new(&**file)
        .extension()
        .is_some_and(|end| end == "csv");
    let most = if is_table {
        MAX_ROW_BYTES
    } else {
        MAX_LINE_BYTES
    };
    let (mut start, mut number) = (0, 0_usize);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        number += 1;
        if end - start > most {
            found.push(too_long(file, start, most));
            return false;
        }
        if is_table && number > MAX_LINES_OF_TABLE {
            found.push(too_many_rows(file));
            return false;
        }
        start = end + 1;
    }
    true
}

/// More rows than any office has, counted by the lines of a table or by its rows.
pub(super) fn too_many_rows(file: &Arc<str>) -> Diagnostic {
    let most = MAX_ROWS;
    say::too_many_rows(most).at(Place::file(file))
}

fn too_long(file: &Arc<str>, start: usize, most: usize) -> Diagnostic {
    let kilobytes = (most >> 10).to_string();
    say::line_too_long(kilobytes).at(Place::bytes(file, start..start))
}
