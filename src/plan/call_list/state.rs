//! How an office stands.

use super::OfficeFacts;
use crate::diagnostic::{Code, LocatedFinding, Severity};
use crate::model::Holder;

/// How an office stands, the worst first, which is the order in which offices are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum OfficeState {
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

impl OfficeState {
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
pub(super) fn of(facts: &OfficeFacts, found: &[&LocatedFinding]) -> Vec<OfficeState> {
    let any = |is: &dyn Fn(Code, Severity) -> bool| {
        found
            .iter()
            .any(|(finding, _)| is(finding.code, finding.severity))
    };
    let mistaken = any(&|_, severity| severity == Severity::Error) || !facts.stopped_by.is_empty();
    let doubtful = any(&|code, severity| {
        severity == Severity::Warning && !OVERDUE.contains(&code) && !SAID.contains(&code)
    });
    let holds = |state: OfficeState| match state {
        OfficeState::Mistaken => mistaken,
        OfficeState::Nameless => facts.head == Holder::Unconfirmed,
        OfficeState::Overdue => any(&|code, _| OVERDUE.contains(&code)),
        OfficeState::Vacant => facts.head == Holder::Vacant,
        OfficeState::Doubtful => doubtful,
        OfficeState::Complete => false,
    };
    let states = OfficeState::ALL.into_iter().map(|(_, state)| state);
    let mut states: Vec<OfficeState> = states.filter(|state| holds(*state)).collect();
    if states.is_empty() {
        states.push(OfficeState::Complete);
    }
    states
}
