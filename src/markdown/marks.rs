//! What stands in front of the items of a list that was typed by hand: `১.` `১)` `১।` `(১)` `ক)` `•` `–`.

use crate::model::digits::is_digit;

/// The mark at the beginning of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes, with the white space behind it.
    pub(super) length: usize,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A point of any look. The list has its own in its place.
    Point,
    /// A number or a letter: it says something, and is printed as it was typed.
    Number,
    /// A dash. Printed as typed; alone it may belong to a sentence.
    Dash,
}

/// Points as people type and Word pastes them; those from U+F0A7 on are Word's own, of its fonts Symbol and Wingdings.
const POINTS: &[char] = &[
    '•', '·', '●', '○', '◦', '▪', '▫', '■', '□', '◆', '◇', '❖', '►', '▶', '➢', '➤', '✓', '✔', '★',
    '☆', '\u{F0A7}', '\u{F0A8}', '\u{F0B7}', '\u{F0D8}', '\u{F0FC}',
];

/// The mark that a line begins with.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    let behind = &line[first.len_utf8()..];
    if POINTS.contains(&first) {
        return with_space(line, first.len_utf8(), Kind::Point);
    }
    // Word's second level, which comes as a letter and a tab.
    if let 'o' | '§' = first
        && behind.starts_with('\t')
    {
        return with_space(line, first.len_utf8(), Kind::Point);
    }
    if let '–' | '—' | '-' | '−' = first {
        // A minus stands directly before its number.
        let is_minus = behind.starts_with(is_digit);
        return (!is_minus).then(|| with_space(line, first.len_utf8(), Kind::Dash))?;
    }
    let (inner, is_bracket) = match line.strip_prefix('(') {
        Some(inner) => (inner, true),
        None => (line, false),
    };
    let opened = line.len() - inner.len();
    let length = number(inner).or_else(|| letter(inner))?;
    let end = inner[length..].chars().next()?;
    let ends = if is_bracket {
        &[')'][..]
    } else {
        &['.', ')', '।']
    };
    if !ends.contains(&end) {
        return None;
    }
    let length = opened + length + end.len_utf8();
    // `১.৫০ টাকা` is a sum, and `৩০.৬.২০২৫` a date.
    if line[length..].starts_with(is_digit) {
        return None;
    }
    with_space(line, length, Kind::Number)
}

/// A mark with the white space behind it; none where nothing else stands in the line.
fn with_space(line: &str, length: usize, kind: Kind) -> Option<Mark> {
    let words = line[length..].trim_start();
    let length = line.len() - words.len();
    (!words.is_empty()).then_some(Mark { length, kind })
}

/// A number of one to three digits: its bytes.
fn number(line: &str) -> Option<usize> {
    let digits: Vec<char> = line.chars().take_while(|sign| is_digit(*sign)).collect();
    let length = digits.iter().map(|digit| digit.len_utf8()).sum();
    (1..=3).contains(&digits.len()).then_some(length)
}

/// One letter without a vowel sign, or a small Roman number: its bytes.
fn letter(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    if matches!(first, 'অ'..='হ') || first.is_ascii_alphabetic() {
        let behind = line[first.len_utf8()..].chars().next()?;
        if !behind.is_alphanumeric()
            && !matches!(behind, '\u{981}'..='\u{983}' | '\u{9BC}'..='\u{9CD}')
        {
            return Some(first.len_utf8());
        }
    }
    let roman = line
        .bytes()
        .take_while(|byte| b"ivx".contains(byte))
        .count();
    (1..=5).contains(&roman).then_some(roman)
}

#[cfg(test)]
mod tests {
    use super::{Kind, mark};

    #[test]
    fn marks_of_every_hand_are_known() {
        for (line, kind) in [
            ("১. আবেদন", Kind::Number),
            ("১.আবেদন", Kind::Number),
            ("১২) আবেদন", Kind::Number),
            ("১। আবেদন", Kind::Number),
            ("(১) আবেদন", Kind::Number),
            ("ক. আবেদন", Kind::Number),
            ("ক) আবেদন", Kind::Number),
            ("(খ) আবেদন", Kind::Number),
            ("a) form", Kind::Number),
            ("iv) form", Kind::Number),
            ("• আবেদন", Kind::Point),
            ("•আবেদন", Kind::Point),
            ("\u{F0B7}\tআবেদন", Kind::Point),
            ("o\tআবেদন", Kind::Point),
            ("– আবেদন", Kind::Dash),
            ("-আবেদন", Kind::Dash),
        ] {
            assert_eq!(mark(line).map(|mark| mark.kind), Some(kind), "{line}");
        }
    }

    #[test]
    fn sums_dates_minus_and_words_are_no_marks() {
        for line in [
            "১.৫০ টাকা",
            "৩০.০৬.২০২৫ তারিখ",
            "-৫ ডিগ্রি",
            "২০২৬ সালে",
            "২০২৬. সালে",
            "কাজ. শেষ",
            "মো. করিম",
            "(ক",
            "১.",
            "office",
            "ক",
            "",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
