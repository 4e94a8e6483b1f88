//! Rules over the model. Pure; every rule runs, none stops the next.

mod links;

use crate::diagnostic::Diagnostic;
use crate::model::Office;

/// Everything that is wrong or doubtful in what an office publishes.
#[must_use]
pub fn office(office: &Office) -> Vec<Diagnostic> {
    links::links(office)
}
