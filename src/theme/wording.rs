//! What the theme says to citizens in one language.

use std::collections::BTreeMap;

use crate::model::{Language, TimeOfDay};

/// The parts of a day, each with the hour at which it begins: the keys are `clock_dawn` and so on.
const PARTS_OF_DAY: [(&str, u8); 7] = [
    ("clock_midnight", 0),
    ("clock_dawn", 4),
    ("clock_morning", 6),
    ("clock_noon", 12),
    ("clock_afternoon", 15),
    ("clock_evening", 18),
    ("clock_night", 20),
];

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

    /// A time as people say it: `বিকেল ৫টা`, `5 pm`.
    #[must_use]
    pub fn clock(&self, time: TimeOfDay) -> String {
        let begun = |(_, hour): &&(&str, u8)| *hour <= time.hour();
        let part = PARTS_OF_DAY.iter().rfind(begun);
        let part = part.map_or("", |(key, _)| self.string(key));
        let form = match time.minute() {
            0 => "clock_hour",
            _ => "clock_minutes",
        };
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        self.string(form)
            .replace("{part}", part)
            .replace("{hour}", &self.number(hour.into()))
            .replace("{minute}", &self.digits(&format!("{:02}", time.minute())))
    }

    /// What the parts of a day are called, in the order in which they begin: at midnight, at 4, 6, 12, 15, 18 and 20.
    #[must_use]
    pub fn parts_of_day(&self) -> [&str; 7] {
        PARTS_OF_DAY.map(|(key, _)| self.string(key))
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
