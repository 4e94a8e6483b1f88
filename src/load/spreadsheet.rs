//! What a spreadsheet leaves in a cell in place of what was meant: an error of a formula, a word for nothing, a number
//! without its last digits.

use crate::diagnostic::{Diagnostic, say};
use crate::model::Place;

/// What Excel and `LibreOffice` write for a formula that has no result.
const FORMULA_ERRORS: [&str; 12] = [
    "#REF!",
    "#N/A",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#BLOCKED!",
    "#FIELD!",
    "#GETTING_DATA",
];

/// What databases and forms write for nothing.
const NOTHING: [&str; 8] = [
    "NULL",
    "(NULL)",
    "N/A",
    "NA",
    "N.A.",
    "NIL",
    "NaN",
    "undefined",
];

/// What is told of a cell or a name that is no content.
pub(super) fn finding(place: &Place, text: &str) -> Option<Diagnostic> {
    let at = || place.clone();
    let is = |known: &&str| known.eq_ignore_ascii_case(text);
    if FORMULA_ERRORS.iter().any(is) || is_formula_error(text) {
        return Some(say::formula_error(text).at(at()));
    }
    if NOTHING.iter().any(is) {
        return Some(say::word_for_nothing(text).at(at()));
    }
    if is_scientific(text) {
        return Some(say::scientific_number(text).at(at()));
    }
    None
}

/// Error values of newer versions, and a column too narrow for its number: `#####`.
fn is_formula_error(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('#') else {
        return false;
    };
    let is_shown = rest.len() > 1 && rest.bytes().all(|b| b == b'#');
    let is_word = |word: &str| {
        word.len() > 2
            && word
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b"/0_".contains(&b))
    };
    is_shown || rest.strip_suffix(['!', '?']).is_some_and(is_word)
}

/// `1.71E+09`, also with a decimal comma.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_number = |part: &str, points: usize| {
        part.starts_with(|c: char| c.is_ascii_digit())
            && part.ends_with(|c: char| c.is_ascii_digit())
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
            && part.bytes().filter(|b| !b.is_ascii_digit()).count() <= points
    };
    let number = number.strip_prefix(['-', '+']).unwrap_or(number);
    power
        .strip_prefix(['+', '-'])
        .is_some_and(|power| is_number(number, 1) && is_number(power, 0))
}
