//! What YAML takes for something else without a word: text behind ` #` is a comment to it, and a line that is indented
//! deeper than a key goes on with the value of that key.

use std::ops::Range;
use std::sync::Arc;

use super::locate::{self, Entry};
use crate::diagnostic::{Diagnostic, say};
use crate::model::{Place, Stretch, Style, digits};

/// Notes both in a YAML text; `offset` is where it begins in the file.
pub(super) fn text(file: &Arc<str>, text: &str, offset: usize, found: &mut Vec<Diagnostic>) {
    // Almost no file holds any of it; only then is it read for the places of its values.
    if !may_be_cut(text) && !may_go_on(text) {
        return;
    }
    let place = |range: Range<usize>| Place::bytes(file, range.start + offset..range.end + offset);
    for entry in locate::entries(text) {
        if let Some(range) = cut(text, &entry) {
            found.push(say::cut_by_comment().at(place(range)));
        }
        if let Some(range) = swallowed(text, &entry) {
            found.push(say::swallowed_line(entry.name()).at(place(range)));
        }
    }
}

fn may_be_cut(text: &str) -> bool {
    text.lines().any(|line| {
        let begins = line.len() - line.trim_start().len();
        let mut signs = line[begins..].match_indices('#').map(|(at, _)| begins + at);
        signs.any(|at| {
            at > begins
                && line[..at].ends_with([' ', '\t'])
                && is_text(&line[..at], &line[at + 1..])
        })
    })
}

/// Whether what stands behind a `#` was meant as text: no space follows, or a single space stands before it and a number
/// behind it, as in `বাসা # ১২`. Comments have a space behind the sign, and those of the files that `new` writes several before.
fn is_text(before: &str, behind: &str) -> bool {
    let Some(next) = behind.chars().next() else {
        return false;
    };
    let is_single = before.ends_with(' ') && !before.ends_with("  ");
    let is_number = |text: &str| {
        let text = text.trim_start_matches(' ');
        text.starts_with(|c| digits::value(c).is_some())
    };
    (!next.is_whitespace() && next != '#') || (is_single && is_number(behind))
}

/// The comment behind a value that was meant as more of it.
fn cut(text: &str, entry: &Entry) -> Option<Range<usize>> {
    let style = entry.style.filter(|style| *style != Style::Block)?;
    let rest = if style == Style::Plain && entry.value.is_empty() {
        text.get(entry.key.end..)?.strip_prefix(':')?
    } else {
        text.get(entry.value.end..)?
    };
    let comment = rest.trim_start_matches([' ', '\t']);
    let before = &rest[..rest.len() - comment.len()];
    let start = text.len() - comment.len();
    if before.is_empty() || !comment.starts_with('#') || !is_text(before, &comment[1..]) {
        return None;
    }
    let line = comment.lines().next().unwrap_or_default();
    Some(start..start + line.trim_end().len())
}

fn may_go_on(text: &str) -> bool {
    let mut above: Option<usize> = None;
    for line in text.lines() {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        if above.is_some_and(|above| indent > above) && begins_like_another(content) {
            return true;
        }
        let key = content.trim_start_matches(['-', ' ']);
        let value = key.split_once(": ").map(|(_, value)| value.trim());
        let has_text =
            value.is_some_and(|value| !value.starts_with(['|', '>', '"', '\'', '[', '{', '#']));
        above = has_text.then_some(indent);
    }
    false
}

/// Whether a line begins like an item of a list or like a key.
fn begins_like_another(content: &str) -> bool {
    let word = content
        .bytes()
        .take_while(|b| b.is_ascii_lowercase() || *b == b'_')
        .count();
    content.starts_with("- ")
        || (word > 1 && content[word..].starts_with(':') && !content[word..].starts_with("://"))
}

/// The first line below that of its beginning which a value took in although it begins like something else.
fn swallowed(text: &str, entry: &Entry) -> Option<Range<usize>> {
    let typed = entry
        .value
        .try_of(text)
        .filter(|_| entry.style == Some(Style::Plain))?;
    let mut at = entry.value.start;
    for (number, line) in typed.split_inclusive('\n').enumerate() {
        let content = line.trim();
        if number > 0 && begins_like_another(content) {
            let start = at + line.len() - line.trim_start().len();
            return Some(start..start + content.len());
        }
        at += line.len();
    }
    None
}
