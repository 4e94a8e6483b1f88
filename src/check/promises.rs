//! Promises: times that can be measured, figures that agree with their words, fees that are clear.

use super::look::{Look, unquoted};
use crate::model::{Fee, TimeLimit, digits};

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

/// Words for numbers as they stand in charters, in both spellings where there are two.
const NUMBERS: [(&str, u32); 49] = [
    ("এক", 1),
    ("দুই", 2),
    ("তিন", 3),
    ("চার", 4),
    ("পাঁচ", 5),
    ("ছয়", 6),
    ("সাত", 7),
    ("আট", 8),
    ("নয়", 9),
    ("দশ", 10),
    ("এগারো", 11),
    ("এগার", 11),
    ("বারো", 12),
    ("বার", 12),
    ("তেরো", 13),
    ("তের", 13),
    ("চৌদ্দ", 14),
    ("পনেরো", 15),
    ("পনের", 15),
    ("ষোলো", 16),
    ("ষোল", 16),
    ("সতেরো", 17),
    ("সতের", 17),
    ("আঠারো", 18),
    ("আঠার", 18),
    ("উনিশ", 19),
    ("বিশ", 20),
    ("কুড়ি", 20),
    ("একুশ", 21),
    ("বাইশ", 22),
    ("তেইশ", 23),
    ("চব্বিশ", 24),
    ("পঁচিশ", 25),
    ("ছাব্বিশ", 26),
    ("সাতাশ", 27),
    ("আটাশ", 28),
    ("ঊনত্রিশ", 29),
    ("ত্রিশ", 30),
    ("একত্রিশ", 31),
    ("চল্লিশ", 40),
    ("পঁয়তাল্লিশ", 45),
    ("পঞ্চাশ", 50),
    ("ষাট", 60),
    ("সত্তর", 70),
    ("আশি", 80),
    ("নব্বই", 90),
    ("একশ", 100),
    ("একশত", 100),
    ("একশো", 100),
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
            look.mark(
                "ditto-mark",
                value.range.clone(),
                if first {
                    (
                        "“as above”, and nothing stands above".to_owned(),
                        "উপরের মতো লেখা, অথচ উপরে কিছু নেই".to_owned(),
                    )
                } else {
                    (
                        "“as above” says nothing on the service's own page".to_owned(),
                        "সেবার নিজস্ব পাতায় “উপরের মতো” বললে কিছু বোঝা যায় না".to_owned(),
                    )
                },
                ("write the text out", "পুরো কথাটি লিখুন"),
            );
            continue;
        }
        match value.key() {
            "time_limit" if !is_measured(text) => {
                look.mark(
                    "unmeasured-time",
                    value.range.clone(),
                    (
                        "this promises no time that can be measured".to_owned(),
                        "এই সময়সীমায় কোনো সংখ্যা নেই".to_owned(),
                    ),
                    (
                        "write a number of working days, like ০৫ (পাঁচ) কার্যদিবস",
                        "কার্যদিবসের সংখ্যা লিখুন, যেমন ০৫ (পাঁচ) কার্যদিবস",
                    ),
                );
            }
            "time_limit" if TimeLimit::is_none(text) => {
                look.mark(
                    "no-limit",
                    value.range.clone(),
                    (
                        "this is no latest day: it says at least so many, or how often".to_owned(),
                        "এটি সময়সীমা নয়: এতে সর্বনিম্ন সময় অথবা কত দিন পর পর তা লেখা".to_owned(),
                    ),
                    (
                        "write within how many working days, like ০৫ (পাঁচ) কার্যদিবস",
                        "সর্বোচ্চ কত কার্যদিবস লাগবে লিখুন, যেমন ০৫ (পাঁচ) কার্যদিবস",
                    ),
                );
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
        look.mark(
            "free-and-paid",
            value.range.clone(),
            (
                "this is free and costs money at once".to_owned(),
                "এটি একই সঙ্গে বিনামূল্যে ও মূল্যযুক্ত".to_owned(),
            ),
            ("delete one of the two", "দুটির একটি মুছে ফেলুন"),
        );
    } else if !has_figure
        && !is_free
        && Fee::read(text) == Fee::Unread
        && !text.contains("প্রযোজ্য ন")
    {
        look.mark(
            "unread-fee",
            value.range.clone(),
            (
                "this is neither free, nor a sum, nor a rule that decides".to_owned(),
                "এটি বিনামূল্যে, টাকার অঙ্ক বা নীতিমালা কোনোটিই নয়".to_owned(),
            ),
            (
                "write বিনামূল্যে, a sum like ২০/- টাকা, or the rule",
                "বিনামূল্যে, টাকার অঙ্ক (যেমন ২০/- টাকা), অথবা নীতিমালার নাম লিখুন",
            ),
        );
    }
    let row = value.path.rsplit_once('.').map_or("", |(row, _)| row);
    let whole = look.has(&format!("{row}.name"));
    let says_how = WAYS.iter().any(|way| text.contains(way));
    if has_figure && !is_free && whole && !says_how && !look.has(&format!("{row}.payment_method")) {
        look.mark(
            "no-payment-method",
            value.range.clone(),
            (
                "this does not say how the fee is paid".to_owned(),
                "মূল্য কীভাবে পরিশোধ করতে হবে তা বলা নেই".to_owned(),
            ),
            (
                "add payment_method, like চালানের মাধ্যমে",
                "payment_method যোগ করুন, যেমন চালানের মাধ্যমে",
            ),
        );
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
            .any(|word| number(word).is_some());
    let has_unit = UNITS.iter().any(|unit| text.contains(unit));
    has_number || (text.contains("তাৎক্ষ") && !has_unit)
}

fn number(word: &str) -> Option<u32> {
    let known = NUMBERS.iter().find(|(known, _)| *known == word);
    known.map(|(_, number)| *number)
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
        let pair = match (figure(outer), number(inner), number(outer), figure(inner)) {
            (Some(figure), Some(word), ..) | (_, _, Some(word), Some(figure)) => (figure, word),
            _ => continue,
        };
        if pair.0 != pair.1 {
            let end = open + 1 + length + 1;
            look.mark(
                "figure-and-word",
                offset + start..offset + end,
                (
                    format!("`{outer}` and `{inner}` are not the same number"),
                    format!("`{outer}` ও `{inner}` একই সংখ্যা নয়"),
                ),
                ("correct the one that is wrong", "যেটি ভুল সেটি ঠিক করুন"),
            );
        }
    }
}
