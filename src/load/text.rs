//! Text leaves of the content, normalised once: য় ড় ঢ় have two encodings, and sorting, search and comparison need one.

use std::fmt;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::limits::MAX_VALUE_CHARS;
use super::signs;

/// Text in NFC, without signs that cannot be printed: where they stand in a file somebody was told of them.
#[must_use]
pub(crate) fn nfc(text: &str) -> String {
    if is_normal(text) {
        return signs::without(text.to_owned());
    }
    let normal = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    signs::without(normal.into_owned())
}

/// Whether a text is in NFC for certain. Nearly all are, and hold nothing but Bangla, ASCII, and printed quotes and dashes; the
/// normalizer, which knows all scripts, takes ten times as long to say so.
fn is_normal(text: &str) -> bool {
    // What stands above or below a letter, and has its order there.
    let is_mark = |sign| matches!(sign, '\u{09BC}' | '\u{09CD}' | '\u{09FE}');
    let mut before = '\n';
    text.chars().all(|sign| {
        let above = std::mem::replace(&mut before, sign);
        match sign {
            // Written as two.
            '\u{09DC}' | '\u{09DD}' | '\u{09DF}' => false,
            // Written as one with the sign before them.
            '\u{09BE}' | '\u{09D7}' => above != '\u{09C7}',
            sign if is_mark(sign) => !is_mark(above),
            '\0'..='\u{7F}' | '\u{0964}' | '\u{0965}' | '\u{0980}'..='\u{09FF}' => true,
            other => matches!(other, '\u{200B}'..='\u{200D}' | '\u{2010}'..='\u{2026}'),
        }
    })
}

/// A text in NFC whose places are known in the text as it was written: what is read and what is shown are then the same
/// text, and findings still have their places in the file.
pub(super) struct Normal {
    pub(super) text: String,
    /// Where pieces begin, in the text and as written; empty when nothing had to change.
    pieces: Vec<(usize, usize)>,
}

impl Normal {
    pub(super) fn of(written: &str) -> Self {
        let text = nfc(written);
        if text == written {
            let pieces = Vec::new();
            return Self { text, pieces };
        }
        let (mut at, mut from) = (0, 0);
        let mut pieces = Vec::new();
        // Letters and signs join only with what stands beside them, and nothing joins with a Latin letter or a break that
        // another such sign follows: cut there, the pieces become what the whole text becomes.
        let mut text = String::with_capacity(text.len());
        let bytes = written.as_bytes();
        for end in 1..=bytes.len() {
            let is_cut = bytes.get(end).is_none_or(u8::is_ascii) && bytes[end - 1].is_ascii();
            if is_cut || end == bytes.len() {
                pieces.push((at, from));
                text.push_str(&nfc(&written[from..end]));
                (at, from) = (text.len(), end);
            }
        }
        pieces.push((at, from));
        Self { text, pieces }
    }

    /// Whether it is the text as it was written.
    pub(super) fn is_as_written(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The bytes as written of some bytes of the text.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return range.clone();
        }
        let start = self.before(range.start);
        start..self.before(range.end).max(start)
    }

    fn before(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(piece, _)| *piece <= at);
        let (piece, from) = self.pieces[next.saturating_sub(1)];
        let end = self.pieces.get(next).map_or(from, |(_, from)| *from);
        // Within a piece that changed, the nearest that is certain to lie in it.
        (from + (at - piece)).min(end)
    }
}

/// A text in YAML. An unquoted `01781271934` or `no` stays the text that it is.
#[derive(Debug, Clone)]
pub(super) struct Text(pub(super) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fit(&String::deserialize(deserializer)?).map(Self)
    }
}

/// What the error of a value says that is too long for anybody to have written it.
pub(super) const TOO_LONG: &str = "too-long";

/// What the error of a value says in which an escape stands for a sign that cannot be printed.
pub(super) const UNPRINTABLE: &str = "unprintable-sign";

/// A value in its one form.
fn fit<E: Error>(text: &str) -> Result<String, E> {
    if text.len() > MAX_VALUE_CHARS && text.chars().count() > MAX_VALUE_CHARS {
        return Err(E::custom(TOO_LONG));
    }
    if signs::has_unprintable(text) {
        return Err(E::custom(UNPRINTABLE));
    }
    Ok(value(text))
}

/// A value in NFC, whose lines end in one way. Where a block begins and ends is nothing that is printed.
pub(super) fn value(text: &str) -> String {
    let mut text = nfc(text);
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if text.starts_with('\n') || text.ends_with('\n') {
        text = text.trim_matches('\n').to_owned();
    }
    text
}

/// One text, or a list of texts.
#[derive(Debug, Clone)]
pub(super) struct TextOrList(pub(super) Vec<String>);

impl From<Text> for TextOrList {
    fn from(Text(text): Text) -> Self {
        Self(vec![text])
    }
}

impl From<Vec<Text>> for TextOrList {
    fn from(texts: Vec<Text>) -> Self {
        Self(texts.into_iter().map(|text| text.0).collect())
    }
}

impl<'de> Deserialize<'de> for TextOrList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Which of the two it is can only be asked of an untyped value. There a bare number would lose its zeros,
        // so the visitor accepts text and lists and leaves anything else to be quoted.
        deserializer.deserialize_any(TextOrListVisitor)
    }
}

struct TextOrListVisitor;

impl<'de> Visitor<'de> for TextOrListVisitor {
    type Value = TextOrList;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts (put a bare number in quotes)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TextOrList, E> {
        Ok(TextOrList(vec![fit(text)?]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<TextOrList, A::Error> {
        let mut list = Vec::new();
        while let Some(Text(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(TextOrList(list))
    }
}

#[cfg(test)]
mod tests {
    use icu_normalizer::ComposingNormalizerBorrowed;
    use proptest::prelude::*;

    use super::is_normal;

    proptest! {
        #[test]
        fn what_is_taken_for_normal_is(
            text in "[a ক-হা-্\u{0980}-\u{09FF}\u{09BC}\u{09CD}\u{09C7}\u{09BE}\u{09D7}\u{200B}-\u{200D}\u{2010}-\u{2026}।]{0,6}"
        ) {
            let normal = ComposingNormalizerBorrowed::new_nfc();
            prop_assert!(!is_normal(&text) || normal.is_normalized(&text));
        }
    }

    #[test]
    fn what_offices_write_is_normal() {
        assert!(is_normal(
            "উপজেলা কার্যালয়, ঢাকা – “ফি” ১০ টাকা। র‍্যাব office@dept.example"
        ));
        assert!(!is_normal("\u{09DF}") && !is_normal("\u{09C7}\u{09BE}") && !is_normal("é"));
    }
}
