//! Letters: what is typed as a character, whatever the word: encodings, invisible signs, doubled signs, digits, Bijoy.

use std::ops::Range;

use super::look::{Look, is_invisible};
use super::names::is_emoji;
use crate::diagnostic::say;
use crate::model::{Written, bijoy, digits};

pub(super) fn source(look: &mut Look<'_>) {
    let composed_letters = sought(look);
    let has_doubled_reph = look.may_hold(DOUBLED_REPH);
    for (value, typed) in look.values() {
        doubtful_bijoy(look, value, typed);
        // Most values hold nothing but letters as they should be.
        if typed.is_ascii() {
            continue;
        }
        composed(look, value, typed, &composed_letters);
        signs(look, value, typed);
        if has_doubled_reph {
            doubled_reph(look, value, typed);
        }
        latin_digits(look, value, typed);
    }
}

fn at(value: &Written, start: usize, length: usize) -> Range<usize> {
    value.part(&(start..start + length))
}

fn is_bangla(c: char) -> bool {
    matches!(c, '\u{0981}'..='\u{09E3}' | '\u{09F0}' | '\u{09F1}')
}

/// A vowel sign, hasanta or nukta: each needs a letter before it.
fn is_dependent(c: char) -> bool {
    matches!(c, '\u{09BC}' | '\u{09BE}'..='\u{09CD}' | '\u{09D7}')
}

fn is_sign(c: char) -> bool {
    is_dependent(c) || matches!(c, '\u{0981}'..='\u{0983}')
}

/// The encodings that NFC does not keep.
const COMPOSED: [(&str, &str); 5] = [
    ("\u{09DC}", "\u{09A1}\u{09BC}"),
    ("\u{09DD}", "\u{09A2}\u{09BC}"),
    ("\u{09DF}", "\u{09AF}\u{09BC}"),
    ("\u{09C7}\u{09BE}", "\u{09CB}"),
    ("\u{09C7}\u{09D7}", "\u{09CC}"),
];

/// Those of them that the file may hold.
fn sought(look: &Look<'_>) -> Vec<&'static str> {
    let composed = COMPOSED.iter().map(|(composed, _)| *composed);
    composed.filter(|letter| look.may_hold(letter)).collect()
}

/// One finding a value: where one letter is typed so, all are.
fn composed(look: &mut Look<'_>, value: &Written, typed: &str, sought: &[&str]) {
    let first = sought
        .iter()
        .filter_map(|composed| Some((typed.find(composed)?, composed.len())))
        .min();
    let Some((start, length)) = first else { return };
    let normal = |text: &str| {
        COMPOSED
            .iter()
            .fold(text.to_owned(), |text, (composed, normal)| {
                text.replace(composed, normal)
            })
    };
    // Where only names are typed so, nothing is wrong: they are compared in one form.
    let Some(fix) = look.suggest_all(value, normal) else {
        return;
    };
    look.mark(at(value, start, length), say::composed_letter())
        .fix = Some(fix);
}

/// Signs that are foreign, invisible, doubled or without a letter.
fn signs(look: &mut Look<'_>, value: &Written, typed: &str) {
    let mut before: Option<char> = None;
    for (start, c) in typed.char_indices() {
        if is_doubtful(before, c) {
            sign(look, value, typed, start, before, c);
        }
        before = Some(c);
    }
}

/// Whether a sign needs a closer look. Nearly all that is written are letters, and signs behind a letter.
fn is_doubtful(before: Option<char>, c: char) -> bool {
    if is_sign(c) {
        before == Some(c) || is_dependent(c) && !before.is_some_and(joins)
    } else {
        matches!(c, '\u{09F0}' | '\u{00A0}') || is_invisible(c)
    }
}

fn sign(
    look: &mut Look<'_>,
    value: &Written,
    typed: &str,
    start: usize,
    before: Option<char>,
    c: char,
) {
    let end = start + c.len_utf8();
    let after = typed[end..].chars().next();
    let range = at(value, start, c.len_utf8());
    match c {
        '\u{09F0}' => look.suggest(value, range, "র", say::assamese_letter()),
        '\u{00A0}' => invisible(look, value, range, " "),
        '\u{200C}' | '\u{200D}' if belongs(before, after) => {}
        // They say how what is written from right to left is to be set.
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' if has_right_to_left(typed) => {}
        // Without it two emoji could become another one; which was meant only its author knows.
        _ if is_invisible(c) && before.is_some_and(is_emoji) && after.is_some_and(is_emoji) => {}
        _ if is_invisible(c) => invisible(look, value, range, ""),
        _ if before == Some(c) => look.suggest(value, range, "", say::doubled_sign()),
        _ => orphan(look, value, typed, start, c),
    }
}

const DOUBLED_REPH: &str = "র্র্";

fn doubled_reph(look: &mut Look<'_>, value: &Written, typed: &str) {
    for (start, doubled) in typed.match_indices(DOUBLED_REPH) {
        let half = doubled.len() / 2;
        look.suggest(value, at(value, start, half), "", say::doubled_sign());
    }
}

/// Whether a joiner has its place here: in conjuncts such as র‍্যা, behind the hasanta of a half letter or of a khanda ta as
/// it was once typed, and in other scripts that know joiners. Anywhere else it only breaks words. Of those in emoji, see
/// `names`.
fn belongs(before: Option<char>, after: Option<char>) -> bool {
    let joins = |c: char| is_bangla(c) || (c > '\u{58F}' && c.is_alphanumeric());
    before == Some(HASANTA)
        || after == Some(HASANTA)
        || before.is_some_and(joins) && after.is_some_and(joins)
}

const HASANTA: char = '\u{09CD}';

fn has_right_to_left(text: &str) -> bool {
    text.contains(|c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'))
}

/// Whether a vowel sign can follow; joiners stand between a letter and its sign.
fn joins(c: char) -> bool {
    is_bangla(c) || matches!(c, '\u{200C}' | '\u{200D}' | '\u{25CC}')
}

fn invisible(look: &mut Look<'_>, value: &Written, range: Range<usize>, new: &str) {
    look.suggest(value, range, new, say::invisible_sign());
}

/// A vowel sign behind a space can only belong to the word before the space.
fn orphan(look: &mut Look<'_>, value: &Written, typed: &str, start: usize, c: char) {
    let joined = typed[..start]
        .strip_suffix(' ')
        .is_some_and(|word| word.ends_with(is_bangla) && !word.ends_with(is_sign));
    if joined {
        let fix = look.fix(value, at(value, start - 1, 1), "");
        look.mark(
            at(value, start - 1, 1 + c.len_utf8()),
            say::orphan_sign_spaced(),
        )
        .fix = fix;
    } else {
        look.mark(at(value, start, c.len_utf8()), say::orphan_sign_alone());
    }
}

/// Latin numbers among Bangla words, and English endings behind Bangla numbers.
fn latin_digits(look: &mut Look<'_>, value: &Written, typed: &str) {
    if value.key() == "phone" || !typed.chars().any(is_bangla) {
        return;
    }
    let mut from = 0;
    // Only a word with a digit can be either.
    while let Some(digit) = typed[from..].find(digits::is_digit) {
        let digit = from + digit;
        let before = typed[from..digit].trim_end_matches(|c| !ends_word(c));
        let start = from + before.len();
        let end = typed[digit..].find(ends_word);
        let end = end.map_or(typed.len(), |end| digit + end);
        latin_number(look, value, typed, start..end);
        from = end;
    }
}

fn ends_word(c: char) -> bool {
    let is_mark = matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '/'
            | ','
            | ';'
            | ':'
            | '।'
            | '“'
            | '”'
            | '"'
            | '\''
            | '*'
            | '_'
            | '|'
    );
    is_mark || c.is_whitespace()
}

/// A word that is a Latin number, or a Bangla one with an English ending.
fn latin_number(look: &mut Look<'_>, value: &Written, typed: &str, range: Range<usize>) {
    let start = range.start;
    let word = &typed[range];
    let bare = word.trim_end_matches(['.', '-', '%']);
    let only_figures = bare
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))
        && bare.contains(|c: char| c.is_ascii_digit());
    // `1.` at the beginning of a line is how Markdown numbers a list.
    let is_list = || {
        let line = typed[..start].rfind('\n').map_or(0, |newline| newline + 1);
        value.path.is_empty() && word.ends_with('.') && typed[line..start].trim().is_empty()
    };
    if only_figures && !is_list() {
        look.mark(
            at(value, start, bare.len()),
            say::latin_digits(digits::to_bangla(bare)),
        );
    }
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&word[number.len()..], "st" | "nd" | "rd" | "th");
    if ordinal && number.ends_with(|c: char| digits::is_digit(c) && !c.is_ascii_digit()) {
        look.mark(at(value, start, word.len()), say::english_ordinal());
    }
}

/// What looks like Bijoy; what is that for certain the loader has refused.
fn doubtful_bijoy(look: &mut Look<'_>, value: &Written, typed: &str) {
    let mut start = 0;
    for line in typed.split_inclusive('\n') {
        if let Some(range) = bijoy::doubtful(line) {
            look.mark(
                at(value, start + range.start, range.len()),
                say::bijoy_text(),
            );
        }
        start += line.len();
    }
}
