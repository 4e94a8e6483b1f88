//! Language: words that are misspelt, cut, spoilt by a converter, or written in two ways.

use std::ops::Range;

use super::lexicon::{faults, widened};
use super::look::Look;
use crate::diagnostic::{Code, say};
use crate::model::{Stretch, Style, Written};

/// Labels behind which a colon is meant.
const LABELS: [&str; 20] = [
    "ফোন",
    "টেলিফোন",
    "মোবাইল",
    "মোবা",
    "ফ্যাক্স",
    "ই-মেইল",
    "ইমেইল",
    "ওয়েব",
    "ওয়েবসাইট",
    "ঠিকানা",
    "নাম",
    "পদবি",
    "পদবী",
    "তারিখ",
    "বিষয়",
    "সময়",
    "স্থান",
    "সূত্র",
    "স্মারক",
    "নং",
];

/// Abbreviations that stand in both scripts in one file.
const SCRIPTS: [(&str, &str); 5] = [
    ("ICT", "আইসিটি"),
    ("GRS", "জিআরএস"),
    ("APA", "এপিএ"),
    ("NID", "এনআইডি"),
    ("NIS", "এনআইএস"),
];

/// Suffixes that are written with the word before them.
const SUFFIXES: [&str; 9] = [
    "গুলো",
    "গুলোর",
    "গুলোকে",
    "গুলি",
    "গুলির",
    "সমূহ",
    "সমূহের",
    "সমূহে",
    "এর",
];

pub(super) fn source(look: &mut Look<'_>) {
    lexicon(look);
    let has_visarga = look.may_hold("ঃ");
    let scars: Vec<&str> = SCARS
        .into_iter()
        .filter(|letters| look.may_hold(letters))
        .collect();
    for (value, typed) in look.values() {
        if typed.is_ascii() {
            continue;
        }
        if has_visarga {
            visarga(look, value, typed);
        }
        words(look, value, typed);
        for letters in &scars {
            scarred(look, value, typed, letters);
        }
    }
    scripts(look);
    slashes(look);
}

fn lexicon(look: &mut Look<'_>) {
    for fault in faults() {
        if !look.may_hold(fault.wrong) || !fault.occurs(&look.source.text) {
            continue;
        }
        for (value, typed) in look.values() {
            for range in fault.places(typed) {
                if let Some(right) = fault.right {
                    let whole = widened(typed, &range);
                    // Told, and mended, together with the sign behind it.
                    if is_label(whole.of(typed)) {
                        continue;
                    }
                    let (head, tail) = (
                        &typed[whole.start..range.start],
                        &typed[range.end..whole.end],
                    );
                    let right = format!("{head}{right}{tail}");
                    let wrong = whole.of(typed);
                    let said = match fault.code {
                        Code::SplitWord => say::split_word(&right),
                        Code::BijoyScar => say::bijoy_scar_word(wrong),
                        _ => say::misspelling(wrong),
                    };
                    look.suggest(value, value.part(&whole), &right, said);
                } else if fault.code == Code::DoubtfulName {
                    look.mark(value.part(&range), say::doubtful_name(fault.wrong));
                } else {
                    scar(look, value.part(&range));
                }
            }
        }
    }
}

/// Whether a word is a label with a visarga for its colon.
fn is_label(word: &str) -> bool {
    word.strip_suffix('ঃ')
        .is_some_and(|label| LABELS.contains(&label))
}

/// A label as it is spelt.
fn spelt(label: &str) -> &str {
    if label == "পদবী" {
        "পদবি"
    } else {
        label
    }
}

fn scar(look: &mut Look<'_>, range: Range<usize>) {
    look.mark(range, say::bijoy_scar());
}

/// ন্ত and স্ত came out as মত্ম and সত্ম.
const SCARS: [&str; 3] = ["সত্ম", "মত্ম", "মিত্ম"];

/// Words that are known have a correction already.
fn scarred(look: &mut Look<'_>, value: &Written, typed: &str, letters: &str) {
    for (start, _) in typed.match_indices(letters) {
        let range = value.part(&(start..start + letters.len()));
        if !look.is_marked(Code::BijoyScar, &range) {
            scar(look, range);
        }
    }
}

fn visarga(look: &mut Look<'_>, value: &Written, typed: &str) {
    for (start, sign) in typed.match_indices('ঃ') {
        let parts =
            |c: char| c.is_whitespace() || matches!(c, '/' | '(' | ',' | '"' | '\'' | '*' | '|');
        let before = &typed[..start];
        let label = LABELS.iter().find(|label| {
            let rest = before.strip_suffix(**label);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(parts))
        });
        let Some(label) = label else { continue };
        let word = start - label.len();
        let end = start + sign.len();
        let colon = format!("{}:", spelt(label));
        look.suggest(
            value,
            value.part(&(word..end)),
            &colon,
            say::visarga_for_colon(),
        );
    }
}

/// Whether a letter is the first of a suffix, or of a single letter that is the tail of a word.
fn begins_tail(c: char) -> bool {
    matches!(c, 'গ' | 'স' | 'এ' | 'র' | 'য' | '\u{09DF}')
}

/// Suffixes and single letters that stand apart from their word.
fn words(look: &mut Look<'_>, value: &Written, typed: &str) {
    // With the joiners in it: র‍্যাব is no র that stands alone.
    let is_bangla = |c: char| matches!(c, '\u{0981}'..='\u{09E3}' | '\u{200C}' | '\u{200D}');
    let spaces = memchr::memchr_iter(b' ', typed.as_bytes());
    for space in spaces {
        let rest = &typed[space + 1..];
        // Few words begin so, and fewer are one of these.
        if !rest.starts_with(begins_tail) || !typed[..space].ends_with(is_bangla) {
            continue;
        }
        let word = &rest[..rest.len() - rest.trim_start_matches(is_bangla).len()];
        let range = value.part(&(space..space + 1 + word.len()));
        if SUFFIXES.contains(&word) {
            let before = typed[..space]
                .rfind(|c: char| !is_bangla(c))
                .map_or(&typed[..space], |cut| typed[cut..space].trim_start());
            look.mark(range, say::loose_suffix(word, before));
        } else if matches!(word, "র" | "স" | "য়") && !look.is_marked(Code::SplitWord, &range)
        {
            // No word is one of these letters: it is the tail of the word before.
            let fix = (word == "র" && typed[..space].ends_with('ে'))
                .then(|| look.fix(value, range.start..range.start + 1, ""))
                .flatten();
            look.mark(range, say::split_word_tail(word)).fix = fix;
        }
    }
}

fn scripts(look: &mut Look<'_>) {
    for (latin, bangla) in SCRIPTS {
        if !look.may_hold(latin) || !look.may_hold(bangla) {
            continue;
        }
        if !look.in_bangla().any(|(_, typed)| typed.contains(bangla)) {
            continue;
        }
        let first = look.in_bangla().find_map(|(value, typed)| {
            let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            typed.match_indices(latin).find_map(|(start, _)| {
                let end = start + latin.len();
                let whole = !typed[..start].ends_with(part) && !typed[end..].starts_with(part);
                whole.then(|| value.part(&(start..end)))
            })
        });
        if let Some(range) = first {
            look.mark(range, say::mixed_script(latin, bangla));
        }
    }
}

/// The slash between Bangla words in more than one spacing; the first that differs from the most usual one is marked.
fn slashes(look: &mut Look<'_>) {
    if !look.may_hold("/") {
        return;
    }
    let is_bangla = |c: char| matches!(c, '\u{0981}'..='\u{09E3}' | ')');
    let mut seen: Vec<(&'static str, Range<usize>)> = Vec::new();
    for (value, typed) in look
        .values()
        .filter(|(value, _)| value.style != Style::Cell)
    {
        for (start, _) in typed.match_indices('/') {
            let (before, after) = (&typed[..start], &typed[start + 1..]);
            let outside = before.trim_end_matches(' ').ends_with(is_bangla)
                && after.trim_start_matches(' ').starts_with(is_bangla);
            if outside {
                let style = match (before.ends_with(' '), after.starts_with(' ')) {
                    (false, false) => "/",
                    (true, false) => " /",
                    (false, true) => "/ ",
                    (true, true) => " / ",
                };
                let lead = start - usize::from(before.ends_with(' '));
                seen.push((style, value.part(&(lead..lead + style.len()))));
            }
        }
    }
    let count = |style: &str| seen.iter().filter(|(other, _)| *other == style).count();
    let Some(usual) = ["/ ", "/", " / ", " /"]
        .into_iter()
        .rev()
        .max_by_key(|style| count(style))
    else {
        return;
    };
    if let Some((style, range)) = seen.iter().find(|(style, _)| *style != usual) {
        look.mark(range.clone(), say::slash_spacing(style, usual));
    }
}

#[cfg(test)]
mod tests {
    use super::{SUFFIXES, begins_tail};

    #[test]
    fn every_suffix_begins_as_suffixes_do() {
        for tail in SUFFIXES.iter().chain(&["র", "স", "য়"]) {
            assert!(tail.starts_with(begins_tail), "{tail}");
        }
    }
}
