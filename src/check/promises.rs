//! Promises: times that can be measured, figures that agree with their words, fees that are clear.

use super::look::{Look, unquoted};
use crate::diagnostic::say;
use crate::model::{Fee, TimeLimit, digits, number_word};

const UNITS: [&str; 9] = [
    "কার্যদিব",
    "কর্মদিব",
    "কর্ম দিব",
    "দিন",
    "ঘণ্টা",
    "ঘন্টা",
    "মিনিট",
    "মাস",
    "সপ্তাহ",
];

/// Words of a fee that say how it is paid: the official column holds both.
const WAYS: [&str; 22] = [
    "চালান",
    "ট্রেজারি",
    "ব্যাংক",
    "ব্যাঙ্ক",
    "নগদ",
    "রসিদ",
    "রশিদ",
    "অনলাইন",
    "বিকাশ",
    "রকেট",
    "পে-অর্ডার",
    "পে অর্ডার",
    "পেঅর্ডার",
    "ড্রাফট",
    "স্ট্যাম্প",
    "কোর্ট ফি",
    "ডিসিআর",
    "কোড",
    "পরিশোধ",
    "জমা",
    "মাধ্যমে",
    "মোবাইল",
];

pub(super) fn source(look: &mut Look<'_>) {
    for (value, typed) in look.values() {
        if !matches!(value.key(), "phone" | "email" | "host" | "url") {
            disagreeing(look, value.range.start, typed);
        }
    }
    for (value, typed) in look.of_services() {
        let text = unquoted(typed);
        // The loader reports what is empty.
        if text.is_empty() {
            continue;
        }
        if is_ditto(text) {
            let first = value.path.contains("[0]");
            let said = if first {
                say::ditto_mark_first()
            } else {
                say::ditto_mark()
            };
            look.mark_all(value, said);
            continue;
        }
        match value.key() {
            "time_limit" if !is_measured(text) => {
                look.mark_all(value, say::unmeasured_time());
            }
            "time_limit" if TimeLimit::read(text).says_no_latest() => {
                look.mark_all(value, say::no_limit());
            }
            "fee" => fee(look, value, text),
            _ => {}
        }
    }
}

fn fee(look: &mut Look<'_>, value: &crate::model::Written, text: &str) {
    let has_figure = text.chars().any(|c| digits::value(c).is_some());
    let is_free = ["বিনামূল্য", "বিনা মূল্য", "ফ্রি"]
        .iter()
        .any(|word| text.contains(word));
    if is_free && has_figure {
        look.mark_all(value, say::free_and_paid());
    } else if !has_figure
        && !is_free
        && Fee::read(text) == Fee::Unread
        && !text.contains("প্রযোজ্য ন")
    {
        look.mark_all(value, say::unread_fee());
    }
    let row = value.path.rsplit_once('.').map_or("", |(row, _)| row);
    let whole = look.has(&format!("{row}.name"));
    let says_how = WAYS.iter().any(|way| text.contains(way));
    if has_figure && !is_free && whole && !says_how && !look.has(&format!("{row}.payment_method")) {
        look.mark_all(value, say::no_payment_method());
    }
}

fn is_ditto(text: &str) -> bool {
    let bare = text.trim_matches(['-', '–', ' ', '"', '”', '“']);
    matches!(bare, "ঐ" | "do" | "ditto" | "Do" | "DO")
}

/// A number stands in it, or it is done at once and says nothing of days.
fn is_measured(text: &str) -> bool {
    let has_number = text.chars().any(|c| digits::value(c).is_some())
        || text
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/' | ','))
            .any(|word| number_word(word).is_some());
    let has_unit = UNITS.iter().any(|unit| text.contains(unit));
    has_number || (text.contains("তাৎক্ষ") && !has_unit)
}

fn figure(text: &str) -> Option<u32> {
    digits::to_latin(text).parse().ok()
}

/// Marks `তিন (০২)` and `০৫ (ছয়)`.
fn disagreeing(look: &mut Look<'_>, offset: usize, text: &str) {
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open + 1..].find(')') else {
            return;
        };
        let inner = text[open + 1..open + 1 + length].trim();
        let before = text[..open].trim_end();
        let start = before
            .rfind(|c: char| c.is_whitespace() || c == '/')
            .map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
        let outer = &before[start..];
        let pair = match (
            figure(outer),
            number_word(inner),
            number_word(outer),
            figure(inner),
        ) {
            (Some(figure), Some(word), ..) | (_, _, Some(word), Some(figure)) => (figure, word),
            _ => continue,
        };
        if pair.0 != pair.1 {
            let end = open + 1 + length + 1;
            look.mark(
                offset + start..offset + end,
                say::figure_and_word(outer, inner),
            );
        }
    }
}
