//! What is said to the people who write content, in both of their languages.

use crate::model::Language;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message(Box<Texts>);

/// Behind a pointer, so that a result that may hold a finding stays small.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Texts {
    english: String,
    bangla: String,
}

impl Message {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Language) -> &str {
        match lang {
            Language::English => &self.0.english,
            Language::Bangla => &self.0.bangla,
        }
    }
}

impl<E: Into<String>, B: Into<String>> From<(E, B)> for Message {
    /// English, Bangla.
    fn from((english, bangla): (E, B)) -> Self {
        Self(Box::new(Texts {
            english: english.into(),
            bangla: bangla.into(),
        }))
    }
}
