//! Everything that can be found: one item a code, in both languages, from which messages are made and `--explain` prints.
//!
//! The items stand in text files, so that people who know the field and not Rust can read and mend them:
//!
//! ```text
//! [picture-too-large] error links
//! en = title | why it matters | what to do
//! bn = শিরোনাম | কেন গুরুত্বপূর্ণ | কী করতে হবে
//! say bytes en = the picture `{path}` weighs {size:number} MB
//! say bytes bn = `{path}` ছবিটি {size:number} মেগাবাইট
//! say pixels en = message | what to do in this case
//! say pixels bn = বার্তা | এ ক্ষেত্রে কী করতে হবে
//! ```
//!
//! What to do begins small and ends without a full stop: below a message it stands like this, in a text it becomes a
//! sentence. A code with one message gives it no name (`say en = …`). The remedy of a message may be a phrase of
//! `phrases.txt`, by its name: `| (smaller)`. What to write for a key stands in `keys.txt`, as phrases too.
//!
//! A parameter is a text, a `{n:number}` (in Bangla digits where the message is in Bangla), a `{day:date}`, or a
//! `{thing:words}`, which itself is in both languages. A brace that is meant as such is doubled: `{{upazila}}`.
//!
//! `generate.rs` makes of this, when the program is made, the enum [`Code`], and for every message a function whose arguments
//! are the message's parameters: `say::picture_too_large_bytes(path, size)`. So a code or a message that does not stand here,
//! or a parameter that is missing, does not compile, and one that nobody uses is a warning.

use std::cmp::Ordering;
use std::fmt::{self, Display};

use super::{Diagnostic, Message, Severity};
use crate::model::{Language, Place, digits};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// What is known of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place in the program.
    pub code: Code,
    /// Its stable name.
    pub name: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// The family of rules it belongs to.
    pub family: &'static str,
    /// What it is.
    pub title: Both,
    /// Why it matters.
    pub reason: Both,
    /// What to do, as it stands below a message.
    pub remedy: Both,
}

/// A text of the catalogue, in English and in Bangla.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both(&'static str, &'static str);

/// A message of the catalogue with its parameters filled in: what is said, but not yet of which place.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Code,
    pub(crate) message: Message,
    pub(crate) hint: Message,
}

/// All items, by family.
#[must_use]
pub fn items() -> &'static [Item] {
    &ITEMS
}

/// The item of a code as a person typed it.
#[must_use]
pub fn item(name: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.name == name)
}

impl Code {
    /// What is known of it.
    #[must_use]
    pub fn item(self) -> &'static Item {
        &ITEMS[self as usize]
    }

    /// What to do, where nothing is said that fits better.
    pub(crate) fn remedy(self) -> Message {
        let Both(english, bangla) = self.item().remedy;
        Message::from((english, bangla))
    }

    /// Its stable name in kebab-case: `phone-length`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.item().name
    }

    /// The code of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        item(name).map(|item| item.code)
    }
}

/// By their names, as lists are sorted for people.
impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Both {
    /// The text in a language.
    #[must_use]
    pub fn get(self, lang: Language) -> &'static str {
        match lang {
            Language::English => self.0,
            Language::Bangla => self.1,
        }
    }
}

impl Said {
    /// The finding at a place.
    pub(crate) fn at(self, place: Place) -> Diagnostic {
        let Self {
            code,
            message,
            hint,
        } = self;
        Diagnostic {
            code,
            severity: code.item().severity,
            place,
            message,
            hint,
            fix: None,
        }
    }

    /// The same with another remedy.
    pub(crate) fn with(self, hint: Message) -> Self {
        Self { hint, ..self }
    }

    /// The same, asking for what was most likely meant, if anything is close enough.
    pub(crate) fn meant(self, close: Option<&str>) -> Self {
        match close {
            Some(close) => self.with(phrase::did_you_mean(close)),
            None => self,
        }
    }
}

impl Item {
    /// `phone-length: …`, then why and what to do.
    #[must_use]
    pub fn explained(&self, lang: Language) -> String {
        format!(
            "{}[{}]: {}\n\n{}\n\n{}\n",
            self.severity.word(lang),
            self.name,
            self.title.get(lang),
            self.reason.get(lang),
            self.to_do(lang)
        )
    }

    /// What to do, as a sentence of its own.
    #[must_use]
    pub fn to_do(&self, lang: Language) -> String {
        let remedy = self.remedy.get(lang);
        let first = remedy.chars().next().unwrap_or_default();
        let rest = &remedy[first.len_utf8().min(remedy.len())..];
        let end = match lang {
            _ if remedy.ends_with(['.', '?', '।']) => "",
            Language::English => ".",
            Language::Bangla => "।",
        };
        format!("{}{rest}{end}", first.to_ascii_uppercase())
    }
}
