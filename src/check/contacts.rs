//! Contacts: numbers that cannot be dialled, and contacts typed where they do not belong. `addresses` looks at mail and hosts.

use std::ops::Range;

use super::addresses::{self, Sought};
use super::look::Look;
use crate::diagnostic::say;
use crate::model::{Phone, PhoneError, Stretch, Written, digits};

/// Fields that hold one contact and nothing else; the loader has refused what cannot be one.
const FIELDS: [&str; 5] = ["phone", "email", "host", "url", "number"];

pub(super) fn source(look: &mut Look<'_>) {
    let sought = Sought::of(look);
    for (value, typed) in look.values() {
        if value.path.starts_with("allow[") {
            continue;
        }
        let field = FIELDS.contains(&value.key());
        let mut contact = None;
        for run in numbers(typed) {
            phone(look, value, typed, run.clone(), field);
            contact = contact.or(Some(run));
        }
        let address = addresses::value(look, value, typed, &sought);
        contact = contact.or(address);
        mixed_digits(look, value, typed);
        if let (Some(range), false, true) = (contact, field, is_service(look, value)) {
            look.mark(value.part(&range), say::contact_in_text());
        }
    }
    addresses::mixed_www(look);
}

fn is_service(look: &Look<'_>, value: &Written) -> bool {
    look.is("charter.yaml") && value.path.starts_with("services.")
}

fn is_digit(c: char) -> bool {
    digits::value(c).is_some()
}

/// Runs that look like telephone numbers: at least nine digits that begin with 01 or +880, in groups with spaces or
/// hyphens between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c| is_digit(c) || c == '+') {
        let start = from + start;
        let rest = &text[start..];
        let first = rest.chars().next().map_or(0, char::len_utf8);
        from = start + first;
        if !is_glued(&text[..start]) {
            let is_part = |c: char| is_digit(c) || matches!(c, ' ' | '-');
            let more = rest[first..].trim_start_matches(is_part);
            from = text.len() - more.len();
            let end = start + rest[..from - start].trim_end_matches([' ', '-']).len();
            runs.extend(split_run(text, start..end));
        }
    }
    runs.retain(|range| is_number(text, range));
    runs
}

fn is_number(text: &str, range: &Range<usize>) -> bool {
    let run = &text[range.clone()];
    let figures = run.chars().filter(|c| is_digit(*c)).count();
    if figures < 5 {
        return false;
    }
    let latin = digits::to_latin(run);
    // A land line begins like other numbers: what stands before it says that it is one.
    let is_named = latin.starts_with('0') && is_labelled(&text[..range.start]);
    let is_whole = latin.starts_with("01") || latin.starts_with("+880") || latin.starts_with("880");
    is_named || figures >= 9 && is_whole
}

/// Whether what begins behind a text is the rest of a word or an address.
fn is_glued(before: &str) -> bool {
    let is_part =
        |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '@' | '/' | '_');
    before.ends_with(is_part)
}

/// Whether a text ends with the word for a telephone.
fn is_labelled(before: &str) -> bool {
    const LABELS: [&str; 11] = [
        "ফোন",
        "ফোন নম্বর",
        "ফোন নং",
        "মোবাইল",
        "মোবাইল নম্বর",
        "মোবাইল নং",
        "ফ্যাক্স",
        "Phone",
        "Tel",
        "Mobile",
        "Fax",
    ];
    let signs = |c: char| c.is_whitespace() || matches!(c, ':' | 'ঃ' | '-' | '–' | '.' | '(');
    let before = before.trim_end_matches(signs);
    LABELS.iter().any(|label| before.ends_with(label))
}

/// Two whole numbers in a row are two numbers.
fn split_run(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let run = range.of(text);
    if run.chars().filter(|c| is_digit(*c)).count() < 20 {
        return vec![range];
    }
    let mut parts = Vec::new();
    let mut at = range.start;
    for part in run.split_inclusive(' ') {
        parts.push(at..at + part.trim_end().len());
        at += part.len();
    }
    parts
}

fn phone(look: &mut Look<'_>, value: &Written, typed: &str, run: Range<usize>, field: bool) {
    let text = run.of(typed);
    let range = value.part(&run);
    let phone = match Phone::parse(text) {
        Ok(phone) => phone,
        // The loader reports a field.
        Err(_) if field => return,
        Err(PhoneError::MobileLength(length) | PhoneError::LandLineLength(length)) => {
            look.mark(range, say::phone_in_text(length));
            return;
        }
        Err(_) => return,
    };
    let national = phone.international();
    let operator = national
        .strip_prefix("+8801")
        .and_then(|rest| rest.chars().next());
    if operator.is_some_and(|operator| matches!(operator, '0' | '1' | '2')) {
        look.mark(range.clone(), say::unknown_operator());
    }
    let shown = phone.usual();
    let bangla = digits::to_bangla(text);
    let groups = bangla
        .split([' ', '-'])
        .filter(|group| !group.is_empty())
        .count();
    if text.starts_with('+') && groups > 2 {
        look.suggest(value, range, &shown, say::phone_spacing());
    }
}

/// Digits of two scripts side by side.
fn mixed_digits(look: &mut Look<'_>, value: &Written, typed: &str) {
    let mut from = 0;
    while let Some(start) = typed[from..].find(is_digit) {
        let start = from + start;
        let rest = typed[start..].trim_start_matches(is_digit);
        from = typed.len() - rest.len();
        let figures = &typed[start..from];
        let latin = figures.contains(|c: char| c.is_ascii_digit());
        let bangla = figures.contains(|c: char| !c.is_ascii_digit());
        if latin && bangla {
            let range = value.part(&(start..from));
            let right = digits::to_bangla(figures);
            look.suggest(value, range, &right, say::mixed_digits());
        }
    }
}
