//! A name in both languages.

use super::size_estimate::{short, short_end};
use crate::model::{Language, Localized};

/// A name as the tables have it, and in English; where nobody has translated it, or nobody reads English, both are the
/// same. Names are put in order and told apart by the Bangla.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name<'a> {
    /// In Bangla.
    pub bangla: &'a str,
    /// In English.
    pub english: &'a str,
}

impl<'a> Name<'a> {
    /// A name as it was loaded; where nobody reads English its translation does not count.
    #[must_use]
    pub fn of(name: &'a Localized<String>, in_english: bool) -> Self {
        let english = name.english.as_deref().filter(|_| in_english);
        Self {
            bangla: &name.bangla,
            english: english.unwrap_or(&name.bangla),
        }
    }

    /// As it is read in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'a str {
        match language {
            Language::Bangla => self.bangla,
            Language::English => self.english,
        }
    }

    /// Both, each shortened where it is absurdly long.
    pub(super) fn short(self) -> Self {
        Self {
            bangla: short(self.bangla),
            english: short(self.english),
        }
    }

    /// The same for an end of a part.
    pub(super) fn short_end(self) -> Self {
        Self {
            bangla: short_end(self.bangla),
            english: short_end(self.english),
        }
    }
}
