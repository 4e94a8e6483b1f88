//! The usual slips of people who write YAML by hand: what is wrong and what to do, in their words instead of the parser's.
//!
//! A parser says where it could not go on. The slip stands there or a little above; it is looked for line by line.

use std::ops::Range;

use crate::diagnostic::{Said, say};

/// What is wrong with a text that is no YAML.
pub(super) struct Slip {
    /// Its bytes.
    pub(super) marked: Range<usize>,
    pub(super) said: Said,
    /// Whether it may swallow many lines before the parser notices.
    reaches_far: bool,
}

/// Lines with text between the slip and where the parser noticed it; more only where a quote is not closed.
const NEAR: usize = 2;

/// The slip that kept the parser from going on at a byte: the nearest in or above its line.
pub(super) fn before(text: &str, at: usize) -> Option<Slip> {
    let end = |at: usize| {
        text[at..]
            .find('\n')
            .map_or(text.len(), |line| at + line + 1)
    };
    // Of a text that goes on below, the parser tells where it began.
    up_to(text, end(at)).or_else(|| up_to(text, end(end(at))))
}

fn up_to(text: &str, end: usize) -> Option<Slip> {
    let mut lines = Lines::default();
    // By how many lines with text each stands before the end.
    let mut slips: Vec<(usize, Slip)> = Vec::new();
    let (mut start, mut number) = (0, 0);
    for line in text[..end].split_inclusive('\n') {
        if lines.is_content(line) {
            number += 1;
            slips.extend(lines.slip(line, start).map(|slip| (number, slip)));
        }
        start += line.len();
    }
    let far = slips.iter().position(|(_, slip)| slip.reaches_far);
    let near = slips.iter().rposition(|(line, _)| number - line <= NEAR);
    let chosen = near.or(far)?;
    Some(slips.swap_remove(chosen).1)
}

/// What is said of a key that holds a space or an invisible sign before or behind its letters; `None` for any other.
pub(super) fn key_with_foreign_space(key: &str, marked: &Range<usize>) -> Option<Slip> {
    let is_foreign = |sign: char| sign.is_whitespace() || is_invisible(sign);
    (key.trim_matches(is_foreign) != key)
        .then(|| Slip::new(marked.clone(), say::yaml_syntax_foreign_indentation()))
}

/// What is known of the lines above.
#[derive(Default)]
struct Lines {
    /// The column of the key above, and whether a text stands behind its colon.
    above: Option<(usize, bool)>,
    /// The column of the key whose block of lines (`|`) this may be.
    block: Option<usize>,
    /// Columns at which lines began that are still open.
    columns: Vec<usize>,
}

impl Lines {
    /// Whether a line holds anything but a comment or the text of a block.
    fn is_content(&mut self, line: &str) -> bool {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return false;
        }
        let column = line.len() - line.trim_start_matches(' ').len();
        if self.block.is_some_and(|block| column > block) {
            return false;
        }
        self.block = None;
        true
    }

    /// The slip in a line that begins at a byte.
    fn slip(&mut self, line: &str, start: usize) -> Option<Slip> {
        let line = line.trim_end();
        let content = line.trim_start();
        let indentation = &line[..line.len() - content.len()];
        let at = |part: &str| {
            // A part is a slice of the line, so its place is the distance between the two.
            let from = start + part.as_ptr() as usize - line.as_ptr() as usize;
            from..from + part.len()
        };
        if let Some(foreign) = indentation.find(|c| c != ' ') {
            let tab = indentation[foreign..].starts_with('\t');
            return Some(Slip::new(
                at(line),
                if tab {
                    say::yaml_syntax_tab()
                } else {
                    say::yaml_syntax_foreign_indentation()
                },
            ));
        }
        let (key, value) = match parts(content) {
            Ok(parts) => parts,
            Err((marked, words)) => return Some(Slip::new(at(marked), words)),
        };
        let above = self.above.take();
        let column = line.len() - content.len();
        let is_below_text = above.is_some_and(|(above, _)| column > above);
        let is_item = content.starts_with("- ") || content == "-";
        if is_item
            && above.is_some_and(|(above, has_text)| has_text && column <= above)
            && key.is_none()
        {
            return Some(Slip::new(at(content), say::yaml_syntax_item_without_list()));
        }
        if key.is_none()
            && !is_item
            && !is_below_text
            && !content.starts_with(['[', '{', '"', '\'', '%', '-', '.', ']', '}'])
        {
            return Some(Slip::new(at(content), say::yaml_syntax_no_key()));
        }
        if let Some(key) = key {
            let of_key = key.as_ptr() as usize - line.as_ptr() as usize;
            if above.is_some_and(|(above, has_text)| has_text && of_key > above && !is_item) {
                return Some(Slip::new(at(content), say::yaml_syntax_indented()));
            }
            let is_first = self.columns.is_empty();
            self.columns.retain(|known| *known <= column);
            let known = self.columns.last().map_or(is_first, |last| *last == column);
            let is_below = above.is_some_and(|(above, has_text)| !has_text && column >= above);
            if !known && !is_below {
                return Some(Slip::new(at(content), say::yaml_syntax_indented()));
            }
            self.columns
                .extend((self.columns.last() != Some(&column)).then_some(column));
            self.columns.extend((of_key != column).then_some(of_key));
            self.above = Some((of_key, !value.is_empty()));
            if value.starts_with(['|', '>']) {
                self.block = Some(of_key);
            }
        }
        value_slip(value).map(|(marked, said, reaches_far)| Slip {
            reaches_far,
            ..Slip::new(at(marked), said)
        })
    }
}

impl Slip {
    fn new(marked: Range<usize>, said: Said) -> Self {
        Self {
            marked,
            said,
            reaches_far: false,
        }
    }
}

/// The key of a line, if it has one, and the value; or what is wrong between the two.
fn parts(content: &str) -> Result<(Option<&str>, &str), (&str, Said)> {
    let mut rest = content;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(' ');
    }
    if rest == "-" {
        return Ok((None, ""));
    }
    let word = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(rest.len());
    let (key, behind) = rest.split_at(word);
    if key.is_empty() || !key.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // A key in quotes or in Bangla, or a text.
        return Ok(match rest.split_once(": ") {
            Some((key, value)) if !key.starts_with(['"', '\'', '[', '{']) => {
                (Some(key), value.trim())
            }
            _ => (None, rest),
        });
    }
    let Some(sign) = behind.trim_start().chars().next() else {
        return if behind.is_empty() && content == rest && key.len() > 1 {
            Err((key, say::yaml_syntax_no_colon()))
        } else {
            Ok((None, rest))
        };
    };
    let marked = &rest[..rest.len() - behind.trim_start().len() + sign.len_utf8()];
    match sign {
        ':' => {
            let value = &behind.trim_start()[1..];
            match value.chars().next() {
                None => Ok((Some(key), "")),
                Some(' ' | '\t') => Ok((Some(key), value.trim_matches([' ', '\t']))),
                Some('/') if value.starts_with("//") => Ok((None, rest)),
                Some(next) if next.is_whitespace() || is_invisible(next) => Err((
                    &rest[..marked.len() + next.len_utf8()],
                    say::yaml_syntax_foreign_space(),
                )),
                Some(_) => Err((rest, say::yaml_syntax_no_space())),
            }
        }
        'ঃ' => Err((marked, say::yaml_syntax_visarga())),
        '：' | '﹕' | '︰' | '꞉' | '∶' | '˸' => {
            Err((marked, say::yaml_syntax_foreign_colon()))
        }
        ';' | '=' if content == rest => Err((marked, say::yaml_syntax_other_sign())),
        // A line that is no item, has no colon and begins with a word in Latin letters is a key that lost it.
        _ if content == rest && behind.starts_with([' ', '-', '–']) && !rest.contains(": ") => {
            Err((key, say::yaml_syntax_no_colon()))
        }
        _ => Ok((None, rest)),
    }
}

fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'
    )
}

/// What is wrong with a value, and the part of it that is; whether it may swallow many lines before the parser notices.
type ValueSlip<'v> = (&'v str, Said, bool);

fn value_slip(value: &str) -> Option<ValueSlip<'_>> {
    let first = value.chars().next()?;
    let said = match first {
        '"' | '\'' => return quoted(value, first),
        '[' | '{' => return bracketed(value, first),
        '|' | '>' => {
            let head = value[1..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
            let is_head =
                head.is_empty() || head.trim_start().starts_with('#') && head.starts_with(' ');
            return (!is_head).then(|| (value, say::yaml_syntax_text_behind_block(), false));
        }
        '@' | '`' | '%' | '&' | '*' | '!' | ',' | ']' | '}' => say::yaml_syntax_special_sign(),
        '-' if value[1..].starts_with(' ') => say::yaml_syntax_list_behind_key(),
        '?' if value[1..].starts_with(' ') => say::yaml_syntax_special_sign(),
        _ => {
            let text = value.split_once(" #").map_or(value, |(text, _)| text);
            if text.contains(": ") || text.ends_with(':') {
                say::yaml_syntax_second_colon()
            } else if text.len() < value.len() {
                return Some((&value[text.len() + 1..], say::yaml_syntax_comment(), false));
            } else {
                return None;
            }
        }
    };
    Some((value, said, false))
}

/// What is wrong with a value that begins with a quote.
fn quoted(value: &str, quote: char) -> Option<ValueSlip<'_>> {
    let mut signs = value.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' && quote == '"' {
            let (next, escaped) = signs.next()?;
            if !ESCAPED.contains(escaped) {
                let marked = &value[at..next + escaped.len_utf8()];
                return Some((marked, say::yaml_syntax_backslash(), false));
            }
        } else if sign == quote {
            // Doubled, it is a sign of the text.
            if quote == '\'' && signs.next_if(|(_, next)| *next == quote).is_some() {
                continue;
            }
            let rest = value[at + 1..].trim_start();
            let is_end = rest.is_empty() || rest.starts_with(['#', ':', ',']);
            return (!is_end).then(|| (rest, say::yaml_syntax_text_behind_quote(), false));
        }
    }
    Some((value, say::yaml_syntax_open_quote(), true))
}

/// What is wrong with a value that begins with a bracket.
fn bracketed(value: &str, open: char) -> Option<ValueSlip<'_>> {
    let close = if open == '[' { ']' } else { '}' };
    let Some(end) = value.rfind(close) else {
        return Some((value, say::yaml_syntax_open_bracket(), true));
    };
    if [", ,", "[,", ",,"].iter().any(|gap| value.contains(gap)) {
        return Some((value, say::yaml_syntax_empty_place(), false));
    }
    let first = value.find(close).unwrap_or(end);
    let rest = value[first + 1..].trim_start();
    let is_text = !rest.is_empty() && !rest.starts_with(['#', ',', ']', '}', ':']);
    is_text.then(|| (value, say::yaml_syntax_special_sign(), false))
}

/// What a backslash can stand before in double quotes (YAML 1.2.2, 5.7).
const ESCAPED: &str = "0abt\tnvfre \"/\\N_LPxuU";
