//! Text leaves of the content, normalised once: য় ড় ঢ় have two encodings, and sorting, search and comparison need one.

use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// Text in NFC, without the two signs that are ours.
#[must_use]
pub(crate) fn nfc(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    // Every sign of the private use area below U+F000 begins with this byte.
    if memchr::memchr(0xEE, normal.as_bytes()).is_some() {
        normal.replace(OURS, "")
    } else {
        normal.into_owned()
    }
}

/// Two signs of the private use area mark places in pages while they are made; they mean nothing in any text.
const OURS: [char; 2] = ['\u{E000}', '\u{E001}'];

/// A text in YAML. An unquoted `01781271934` or `no` stays the text that it is.
#[derive(Debug, Clone)]
pub(super) struct Text(pub(super) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(nfc(&String::deserialize(deserializer)?)))
    }
}

/// One text, or a list of texts.
#[derive(Debug, Clone)]
pub(super) struct TextOrList(pub(super) Vec<String>);

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
        Ok(TextOrList(vec![nfc(text)]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<TextOrList, A::Error> {
        let mut list = Vec::new();
        while let Some(Text(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(TextOrList(list))
    }
}
