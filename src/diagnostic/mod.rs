//! Mistakes in the content, as values: what is wrong, where, and what to do.
//!
//! A mistake in the content is a [`Diagnostic`]; a fault of the machine is an [`Error`](crate::Error).

mod place;
mod show;

pub use place::{At, Located, Place};
pub use show::show;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be published.
    Error,
    /// Doubtful; published all the same.
    Warning,
}

/// A finding in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name in kebab-case: `phone-length`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Diagnostic {
    /// A mistake that keeps its office from being published.
    #[must_use]
    pub fn error(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// A doubt that hinders nothing.
    #[must_use]
    pub fn warning(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message, hint)
        }
    }
}

/// Whether any of them keeps its office from being published.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}
