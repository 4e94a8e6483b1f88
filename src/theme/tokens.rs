//! The tags of a template, taken apart into words as Tera does it.

use std::ops::Range;

/// What stands between `{{` and `}}`, or between `{%` and `%}`.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// Whether it is one of `{% … %}`.
    pub(super) is_block: bool,
    pub(super) tokens: Vec<Token<'a>>,
    /// Where it stands, its signs included.
    pub(super) range: Range<usize>,
}

/// A word or sign of a tag.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// A name, or a word of the language.
    Name(&'a str),
    /// What stands between quotes, as it is written.
    Text(&'a str),
    Number,
    Sign(&'a str),
}

impl<'a> Token<'a> {
    /// The name that it is.
    pub(super) fn name(&self) -> Option<&'a str> {
        match self.kind {
            Kind::Name(name) => Some(name),
            Kind::Text(_) | Kind::Number | Kind::Sign(_) => None,
        }
    }

    /// Whether it is this sign.
    pub(super) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Signs of more than one letter, longer ones first.
const LONG_SIGNS: [&str; 11] = [
    "...", "==", "!=", "<=", ">=", "//", "**", "?.", "?[", "</", "/>",
];

/// The tags of a template in their order. Comments and what is `raw` are none. Ends where a tag has no end.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['{']).map(|open| at + open) {
        at = match text.get(open..open + 2) {
            Some("{#") => match text[open..].find("#}") {
                Some(end) => open + end + 2,
                None => break,
            },
            Some(sign @ ("{{" | "{%")) => {
                let Some(tag) = tag(text, open, sign == "{%") else {
                    break;
                };
                let end = if is_raw(&tag) {
                    raw_end(text, tag.range.end)
                } else {
                    tag.range.end
                };
                tags.push(Tag {
                    range: open..end,
                    ..tag
                });
                end
            }
            _ => open + 1,
        };
    }
    tags
}

fn is_raw(tag: &Tag<'_>) -> bool {
    tag.is_block && matches!(&*tag.tokens, [word] if word.name() == Some("raw"))
}

/// Behind the tag that ends what is `raw`.
fn raw_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(open) = text[at..].find("{%").map(|open| at + open) {
        if let Some(end) = tag(text, open, true)
            && matches!(&*end.tokens, [word] if word.name() == Some("endraw"))
        {
            return end.range.end;
        }
        at = open + 2;
    }
    text.len()
}

fn tag(text: &str, open: usize, is_block: bool) -> Option<Tag<'_>> {
    let close = if is_block { "%}" } else { "}}" };
    let mut at = open + 2;
    if text[at..].starts_with('-') {
        at += 1;
    }
    let mut tokens = Vec::new();
    loop {
        let rest = &text[at..];
        let space = rest.len() - rest.trim_start().len();
        if space > 0 {
            at += space;
            continue;
        }
        let trimmed = rest.strip_prefix('-').unwrap_or(rest);
        if trimmed.starts_with(close) {
            let range = open..at + (rest.len() - trimmed.len()) + close.len();
            return Some(Tag {
                is_block,
                tokens,
                range,
            });
        }
        let (kind, length) = token(rest)?;
        tokens.push(Token {
            kind,
            range: at..at + length,
        });
        at += length;
    }
}

/// The token at the beginning of a text, and how long it is.
fn token(rest: &str) -> Option<(Kind<'_>, usize)> {
    let first = rest.chars().next()?;
    if matches!(first, '"' | '\'' | '`') {
        let end = text_end(rest, first)?;
        return Some((Kind::Text(&rest[1..end]), end + 1));
    }
    let length = |is_part: fn(u8) -> bool| rest.bytes().take_while(|byte| is_part(*byte)).count();
    if first.is_ascii_digit() {
        return Some((
            Kind::Number,
            length(|byte| byte.is_ascii_digit() || byte == b'.'),
        ));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = length(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        return Some((Kind::Name(&rest[..length]), length));
    }
    let long = LONG_SIGNS.into_iter().find(|sign| rest.starts_with(sign));
    let length = long.map_or(first.len_utf8(), str::len);
    Some((Kind::Sign(&rest[..length]), length))
}

/// Where the quote closes with which a text begins; a backslash takes away the meaning of the sign behind it.
fn text_end(text: &str, quote: char) -> Option<usize> {
    let mut signs = text.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' {
            signs.next();
        } else if sign == quote {
            return Some(at);
        }
    }
    None
}
