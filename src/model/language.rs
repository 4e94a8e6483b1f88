//! The languages of a portal. Bangla is the portal; English is a mirror of it below `en/`, in which everything that nobody
//! has translated stands in Bangla.
//!
//! In which language a text is written is told by its script, and by nothing else: so nobody has to keep account of what
//! is translated, and no account can be wrong.

use super::digits;

/// A language in which portals can be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Language {
    #[default]
    Bangla,
    English,
}

impl Language {
    /// Both, with their keys in `portal.yaml`, in `strings/` and in `lang` (BCP 47).
    pub const ALL: [(&'static str, Self); 2] = [("bn", Self::Bangla), ("en", Self::English)];

    /// The key in `portal.yaml`, in `strings/` and in `lang`.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// The folder of its pages in a portal, with a slash at the end; Bangla has none.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Bangla => "",
            Self::English => "en/",
        }
    }

    /// The way from the first of its pages to the portal's folder, in which lies what all languages share.
    #[must_use]
    pub fn up(self) -> String {
        "../".repeat(self.folder().matches('/').count())
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Bangla => Self::English,
            Self::English => Self::Bangla,
        }
    }

    /// A text with its digits in the language's own.
    #[must_use]
    pub fn digits(self, text: &str) -> String {
        match self {
            Self::Bangla => digits::to_bangla(text),
            Self::English => digits::to_latin(text),
        }
    }

    /// A number in the language's own digits.
    #[must_use]
    pub fn number(self, number: usize) -> String {
        self.digits(&number.to_string())
    }

    /// The language of a text: Bangla when it has any sign of the Bangla script.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // All signs of the block begin with the bytes E0 A6 or E0 A7.
        let bytes = text.as_bytes();
        let mut firsts = memchr::memchr_iter(0xE0, bytes);
        if firsts.any(|at| matches!(bytes.get(at + 1), Some(0xA6 | 0xA7))) {
            Self::Bangla
        } else {
            Self::English
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_the_language_of_its_script() {
        for (text, language) in [
            ("সেবা", Language::Bangla),
            ("ICT সেবা", Language::Bangla),
            ("৳", Language::Bangla),
            ("৫", Language::Bangla),
            ("ICT service, {upazila}", Language::English),
            ("", Language::English),
            // The danda is shared by all scripts of India, and lies in another block.
            ("।", Language::English),
            ("सेवा", Language::English),
        ] {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }
}
