//! How an office stands.

use super::{Found, Looked};
use crate::diagnostic::{Code, Severity};
use crate::model::Holder;

/// How an office stands, the worst first, which is the order in which offices are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// It has mistakes, so that its portal is no longer made anew.
    Mistaken,
    /// Nobody has told us who leads it.
    Nameless,
    /// Its charter or the confirmation of its data is overdue.
    Overdue,
    /// Nobody holds its post.
    Vacant,
    /// Something else is doubtful.
    Doubtful,
    /// There is nothing to ask.
    Complete,
}

/// Findings that make an office overdue.
pub(crate) const OVERDUE: [Code; 2] = [Code::CharterOverdue, Code::ConfirmationOverdue];

/// Findings that say no more than another state does.
const SAID: [Code; 1] = [Code::UnconfirmedOffice];

impl State {
    /// All of them, with their names in templates.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("mistaken", Self::Mistaken),
        ("nameless", Self::Nameless),
        ("overdue", Self::Overdue),
        ("vacant", Self::Vacant),
        ("doubtful", Self::Doubtful),
        ("complete", Self::Complete),
    ];

    /// Its name in templates.
    #[must_use]
    pub(crate) fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// How an office with these findings stands, the worst first.
pub(super) fn of(looked: &Looked, found: &[&Found]) -> Vec<State> {
    let any = |is: &dyn Fn(Code, Severity) -> bool| {
        found
            .iter()
            .any(|(finding, _)| is(finding.code, finding.severity))
    };
    let mistaken = any(&|_, severity| severity == Severity::Error) || !looked.stopped_by.is_empty();
    let doubtful = any(&|code, severity| {
        severity == Severity::Warning && !OVERDUE.contains(&code) && !SAID.contains(&code)
    });
    let holds = |state: State| match state {
        State::Mistaken => mistaken,
        State::Nameless => looked.head == Holder::Unconfirmed,
        State::Overdue => any(&|code, _| OVERDUE.contains(&code)),
        State::Vacant => looked.head == Holder::Vacant,
        State::Doubtful => doubtful,
        State::Complete => false,
    };
    let states = State::ALL.into_iter().map(|(_, state)| state);
    let mut states: Vec<State> = states.filter(|state| holds(*state)).collect();
    if states.is_empty() {
        states.push(State::Complete);
    }
    states
}
