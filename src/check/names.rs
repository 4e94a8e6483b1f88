//! What something is called or reached by in the middle of a text: addresses, hosts, names of files, ids, emoji. They are
//! spelt as they are, right or wrong: no rule of language reads inside them and no correction touches them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Source;

/// Keys and columns that hold what something is called or reached by.
const KEYS: [&str; 12] = [
    "after",
    "attachments",
    "contact",
    "email",
    "file",
    "host",
    "id",
    "menu",
    "post",
    "responsible",
    "theme",
    "url",
];

/// Names in a file, one behind the other: what its parser fixed, values that are names, and what looks like one.
pub(super) fn of(source: &Source) -> Vec<Range<usize>> {
    let mut names = source.fixed.clone();
    for value in &source.values {
        if KEYS.contains(&value.key()) {
            names.push(value.range.clone());
        } else {
            names.extend(
                within(source.typed(value))
                    .iter()
                    .map(|name| value.part(name)),
            );
        }
    }
    joined(names)
}

/// Those of some names, one behind the other, that share a byte with a range.
pub(super) fn overlapping<'a>(
    names: &'a [Range<usize>],
    range: &Range<usize>,
) -> impl Iterator<Item = &'a Range<usize>> + use<'a> {
    let first = names.partition_point(|name| name.end <= range.start);
    let end = range.end;
    names[first..]
        .iter()
        .take_while(move |name| name.start < end)
}

/// Sorted, and those that touch or overlap in one.
fn joined(mut names: Vec<Range<usize>>) -> Vec<Range<usize>> {
    names.sort_by_key(|name| (name.start, name.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(names.len());
    for name in names {
        match joined.last_mut() {
            Some(last) if name.start < last.end => last.end = last.end.max(name.end),
            _ => joined.push(name),
        }
    }
    joined
}

/// Names in a text.
fn within(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    addresses(text, &mut names);
    if memchr::memchr2(b'@', b'.', text.as_bytes()).is_some() {
        words(text, &mut names);
    }
    names.extend(emoji(text));
    names
}

/// Schemes of addresses that have no `//`.
const SCHEMES: [&str; 5] = ["mailto", "tel", "sms", "geo", "whatsapp"];

/// `https://…`, `mailto:…` and their like: from the scheme to the next space.
fn addresses(text: &str, names: &mut Vec<Range<usize>>) {
    let mut end = 0;
    for at in memchr::memchr_iter(b':', text.as_bytes()) {
        if at < end {
            continue;
        }
        let before = &text[end..at];
        let scheme = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        let scheme = &before[scheme.len()..];
        if text[at..].starts_with("://") || SCHEMES.contains(&&*scheme.to_ascii_lowercase()) {
            let rest = &text[at..];
            let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"');
            end = at + rest.find(ends).unwrap_or(rest.len());
            names.push(at - scheme.len()..end);
        }
    }
}

/// Mail addresses, hosts and names of files.
fn words(text: &str, names: &mut Vec<Range<usize>>) {
    // Where a row of Latin words began, which may be the name that a telephone gave a file.
    let mut row: Option<usize> = None;
    let mut at = 0;
    for piece in text.split_inclusive(ends) {
        let end = at + piece.trim_end_matches(ends).len();
        let start = at + label(&text[at..end]);
        let word = &text[start..end];
        at += piece.len();
        if !word.is_ascii() {
            row = None;
        } else if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            row = row.or(Some(start));
        }
        let is_mail = word
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if is_mail || is_host(word) {
            let start = row.filter(|_| is_file(word)).unwrap_or(start);
            names.push(start..end);
        }
        if !piece.ends_with(' ') {
            row = None;
        }
    }
}

/// What ends the name of a file, a host or a mail address in a text.
fn ends(c: char) -> bool {
    c.is_whitespace() || "<>[]{}\"'“”‘’,;:|*।".contains(c)
}

/// How much of a word stands before the name in it: a bracket, or `ফোনঃ`, whose visarga is meant as a colon.
fn label(word: &str) -> usize {
    let colon = word.match_indices('ঃ').map(|(at, sign)| at + sign.len());
    let mut colon =
        colon.filter(|end| word[*end..].starts_with(|c: char| c.is_ascii_alphanumeric()));
    let from = colon.next_back().unwrap_or(0);
    from + (word.len() - from) - word[from..].trim_start_matches('(').len()
}

/// Endings of hosts that are written in Bangla: of Bangladesh and of India.
const ENDINGS: [&str; 2] = ["বাংলা", "ভারত"];

/// What stands before and behind the last dot of a name.
fn ending(name: &str) -> Option<(&str, &str)> {
    name.trim_end_matches(['.', ')', '!', '?']).rsplit_once('.')
}

/// `www.dept.example`, `নমুনা.বাংলা`, `ফরম.pdf`: a word with a dot, behind the last of which stands a name of the net, or of a
/// kind of files.
fn is_host(word: &str) -> bool {
    let (host, file) = (word.split('/').next(), word.rsplit('/').next());
    let names = host.into_iter().chain(file);
    names.filter_map(ending).any(|(before, ending)| {
        let is_latin = ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
            || matches!(ending, "mp3" | "mp4");
        !before.is_empty() && (is_latin || ENDINGS.contains(&ending))
    })
}

/// Endings of files as telephones and offices name them.
const FILES: [&str; 21] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "txt", "jpg",
    "jpeg", "png", "webp", "gif", "zip", "mp3", "mp4", "heic",
];

fn is_file(word: &str) -> bool {
    ending(word).is_some_and(|(_, ending)| FILES.contains(&&*ending.to_ascii_lowercase()))
}

/// Emoji, each with all that belongs to it: joiners, variation selectors, tags, the key around a digit.
fn emoji(text: &str) -> Vec<Range<usize>> {
    // Their first bytes, in UTF-8: of U+2000 to U+3FFF, of U+10000 and above, and of © and ®.
    let may_hold = memchr::memchr3(0xE2, 0xE3, 0xF0, text.as_bytes()).is_some()
        || memchr::memchr(0xC2, text.as_bytes()).is_some();
    if !may_hold || !text.contains(is_emoji) {
        return Vec::new();
    }
    let clusters = text.grapheme_indices(true);
    let clusters = clusters.filter(|(_, cluster)| cluster.contains(is_emoji));
    clusters
        .map(|(start, cluster)| start..start + cluster.len())
        .collect()
}

/// A picture, or what makes one of the sign before it. Without a selector © and arrows are signs of a text, and no rule
/// reads them.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{FE0F}' | '\u{20E3}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}'
            | '\u{25A0}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
            | '\u{1F000}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}'
    )
}
