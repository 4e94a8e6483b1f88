//! A value in both languages of a portal.

use std::borrow::Cow;

use super::{Language, Places, SharedText};

/// A value, and its English where somebody translated it. What nobody translated says in English what it says in Bangla.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Localized<T> {
    /// As it is written.
    pub bangla: T,
    /// The same in English.
    pub english: Option<T>,
}

impl<T> Localized<T> {
    /// The value in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &T {
        match (language, &self.english) {
            (Language::English, Some(english)) => english,
            _ => &self.bangla,
        }
    }
}

/// Without a translation.
impl<T> From<T> for Localized<T> {
    fn from(bangla: T) -> Self {
        Self {
            bangla,
            english: None,
        }
    }
}

impl Localized<SharedText> {
    /// The text as an office says it, in the language of its words.
    #[must_use]
    pub fn fill<'a>(&'a self, places: &Places) -> Cow<'a, str> {
        self.in_language(places.language).fill(places)
    }
}
