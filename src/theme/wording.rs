//! What the theme says to citizens in one language.

use std::collections::BTreeMap;

use crate::model::Language;

/// The strings of a language, and how it writes numbers.
#[derive(Debug, Hash)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// Text for citizens, by key.
    pub strings: BTreeMap<String, String>,
}

impl Wording {
    /// A string that the code asks for; [`super::Theme::read`] made sure that it is there.
    #[must_use]
    pub fn string(&self, key: &str) -> &str {
        self.strings.get(key).map_or("", String::as_str)
    }

    /// A string with a number in the place of `{count}`; for one the string `<key>_one`, in languages that need it.
    #[must_use]
    pub fn counted(&self, key: &str, number: usize) -> String {
        let one = (number == 1).then(|| self.strings.get(&format!("{key}_one")));
        let text = one
            .flatten()
            .map_or_else(|| self.string(key), String::as_str);
        text.replace("{count}", &self.number(number))
    }

    /// A number in the digits of the language.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        self.language.number(number)
    }

    /// A text with its digits in those of the language.
    #[must_use]
    pub fn digits(&self, text: &str) -> String {
        self.language.digits(text)
    }
}
