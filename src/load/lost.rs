//! Signs that a text was lost on its way: letters that a program could not write became `?` or U+FFFD, bytes were read as
//! those of another encoding. Nobody means any of them, and what was meant can no longer be read.

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr2;

use crate::diagnostic::{Diagnostic, say};
use crate::model::{Place, Source, Style, Written};

/// How a text was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loss {
    /// `????`: a program without Bangla letters wrote a question mark for each.
    Questions,
    /// U+FFFD: bytes that were no text.
    Replaced,
    /// `à¦•`: UTF-8 that was read as Windows-1252 or another table of single bytes.
    Misread,
}

/// How the first bytes of Bangla letters, of the joiners and of printed quotes look when UTF-8 is read byte by byte:
/// as Windows-1252, twice so, as IBM 437. No Bijoy text holds these pairs.
const MISREAD: [&str; 8] = ["à¦", "à§", "à¥¤", "â€", "Ã\u{A0}Â", "αª", "αº", "ΓÇ"];

/// The bytes with which all of these begin, and no letter of Bangla does.
const MISREAD_BEGINS: [u8; 2] = [0xC3, 0xCE];

/// Whether a text may hold any of it; most do not, and are passed over quickly.
pub(super) fn may_be_lost(text: &str) -> bool {
    text.contains("??") || text.contains('\u{FFFD}') || is_misread(text)
}

/// Whether UTF-8 was read as another encoding somewhere in a text.
pub(super) fn is_misread(text: &str) -> bool {
    misread(text).is_some()
}

fn misread(text: &str) -> Option<Range<usize>> {
    let [one, other] = MISREAD_BEGINS;
    memchr2(one, other, text.as_bytes())?;
    let first = MISREAD.iter().filter_map(|pair| text.find(pair)).min()?;
    let rest = &text[first..];
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Some(first..first + end)
}

/// Notes where a cell of a table was lost.
pub(super) fn cell(file: &Arc<str>, text: &str, range: &Range<usize>) -> Option<Diagnostic> {
    let says_nothing = text.contains('?') && !text.contains(is_letter);
    let (_, loss) = if says_nothing {
        (0..text.len(), Loss::Questions)
    } else {
        first(text, false)?
    };
    Some(finding(file, range.clone(), loss))
}

/// Notes where values of YAML, front matter or a text were lost.
pub(super) fn values(source: &Source, found: &mut Vec<Diagnostic>) {
    for value in &source.values {
        let typed = source.typed(value);
        let is_prose = value.style == Style::Markdown;
        let is_name = |range: &Range<usize>| {
            let range = value.part(range);
            // They lie one behind the other.
            let next = source
                .fixed
                .partition_point(|known| known.end <= range.start);
            let fixed = source.fixed.get(next);
            matches!(value.key(), "file" | "url" | "attachments")
                || fixed.is_some_and(|known| known.start < range.end)
        };
        for (range, loss) in all(typed, is_prose, value) {
            if !is_name(&range) {
                found.push(finding(&source.file, value.part(&range), loss));
            }
        }
    }
}

/// Every line of a text in which something was lost, with the first place in it.
fn all<'t>(
    typed: &'t str,
    is_prose: bool,
    value: &Written,
) -> impl Iterator<Item = (Range<usize>, Loss)> + use<'t> {
    let many_lines = is_prose || value.style == Style::Block;
    let mut start = 0;
    typed.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let (range, loss) = first(line, many_lines)?;
        Some((range.start + at..range.end + at, loss))
    })
}

/// Where a line was lost first. In running text a writer may ask with several marks at its end.
fn first(line: &str, is_prose: bool) -> Option<(Range<usize>, Loss)> {
    let replaced = line.find('\u{FFFD}');
    if let Some(at) = replaced {
        return Some((at..at + '\u{FFFD}'.len_utf8(), Loss::Replaced));
    }
    if let Some(range) = misread(line) {
        return Some((range, Loss::Misread));
    }
    let lost = questions(line)?;
    let rest = &line[lost.end..];
    let asks = is_prose && line[..lost.start].contains(is_letter) && !rest.contains(is_letter);
    (!asks || rest.contains("??")).then_some((lost, Loss::Questions))
}

/// From the first word of nothing but question marks to the last: one of three or more, or several of two.
fn questions(line: &str) -> Option<Range<usize>> {
    if !line.contains("??") {
        return None;
    }
    let mut range: Option<Range<usize>> = None;
    let (mut words, mut longest) = (0, 0);
    for word in line.split_whitespace() {
        // The word is a slice of the line, so its place is the distance between the two.
        let at = word.as_ptr() as usize - line.as_ptr() as usize;
        let marks = word.bytes().filter(|b| *b == b'?').count();
        if marks < 2 || word.contains(is_letter) {
            continue;
        }
        words += 1;
        longest = longest.max(marks);
        let start = range.map_or(at, |range| range.start);
        range = Some(start..at + word.len());
    }
    range.filter(|_| longest > 2 || words > 1)
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\u{0980}'..='\u{09FF}')
}

fn finding(file: &Arc<str>, range: Range<usize>, loss: Loss) -> Diagnostic {
    let said = match loss {
        Loss::Questions => say::lost_letters_questions(),
        Loss::Replaced => say::lost_letters_replaced(),
        Loss::Misread => say::misread_letters(),
    };
    said.at(Place::bytes(file, range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_misread_begins_with_the_bytes_that_are_looked_for() {
        for pair in MISREAD {
            assert!(MISREAD_BEGINS.contains(&pair.as_bytes()[0]), "{pair}");
            assert!(is_misread(&format!("কার্যালয় {pair}")), "{pair}");
        }
    }
}
