//! Mistakes in the content, as values: what is wrong, where, and what to do.
//!
//! A mistake in the content is a [`Diagnostic`]; a fault of the machine is an [`Error`](crate::Error).

pub mod catalogue;

mod fix;
mod json;
mod lines;
mod message;
mod sarif;
mod show;
mod together;

use crate::model::{Language, Place};

pub use catalogue::Code;
pub(crate) use catalogue::{Said, phrase, say};
pub use fix::Fix;
pub use json::json;
pub use lines::{Lines, Located};
pub use message::Message;
pub use sarif::sarif;
pub(crate) use show::Shown;
pub use show::show;
pub(crate) use together::show_all;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be published.
    Error,
    /// Doubtful; published all the same.
    Warning,
    /// Could be better; only `check` shows it.
    Note,
}

impl Severity {
    /// The word in `catalogue/` and in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn word(self, lang: Language) -> &'static str {
        match (lang, self) {
            (Language::English, _) => self.key(),
            (Language::Bangla, Self::Error) => "ভুল",
            (Language::Bangla, Self::Warning) => "সতর্কতা",
            (Language::Bangla, Self::Note) => "পরামর্শ",
        }
    }
}

/// A finding with its line and column; none where the file is meant as a whole.
pub type LocatedFinding = (Diagnostic, Option<Located>);

/// A finding in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is, in the catalogue.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one line.
    pub message: Message,
    /// What to do about it.
    pub hint: Message,
    /// The correction, where it is certain.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// What is wrong.
    #[must_use]
    pub fn message(&self, lang: Language) -> &str {
        self.message.get(lang)
    }

    /// What to do.
    #[must_use]
    pub fn hint(&self, lang: Language) -> &str {
        self.hint.get(lang)
    }

    /// Why it matters.
    #[must_use]
    pub fn reason(&self, lang: Language) -> &'static str {
        self.code.item().reason.get(lang)
    }
}

/// Whether any of them keeps its office from being published.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}
