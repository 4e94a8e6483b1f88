//! What is said to the people who write content, in both of their languages.

/// A language of the people who write content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// বাংলা.
    Bangla,
    /// English.
    #[default]
    English,
}

/// A text in both languages. The Bangla of a message for the makers of themes may be missing; the catalogue then stands in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message(Box<Texts>);

/// Behind a pointer, so that a result that may hold a finding stays small.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Texts {
    english: String,
    bangla: String,
}

impl Message {
    /// The text in a language; `None` when it was not written.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let text = match lang {
            Lang::English => &self.0.english,
            Lang::Bangla => &self.0.bangla,
        };
        (!text.is_empty()).then_some(text)
    }

    /// The English text.
    #[must_use]
    pub fn english(&self) -> &str {
        &self.0.english
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

/// For the makers of themes, who read what the template engine says. Whoever writes content gets both languages.
impl From<String> for Message {
    fn from(english: String) -> Self {
        Self::from((english, ""))
    }
}
