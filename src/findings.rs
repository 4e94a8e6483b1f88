//! The findings of a run, made ready to be shown: each once, sorted, with line and column.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Located};
use crate::load::Locator;

/// Findings with their places, sorted, each once: many offices may stumble over the same shared line.
#[must_use]
pub fn located(found: Vec<Diagnostic>) -> Vec<(Diagnostic, Option<Located>)> {
    let mut seen = BTreeSet::new();
    let mut is_new = |finding: &Diagnostic| {
        seen.insert((
            Arc::clone(&finding.place.file),
            format!("{:?}", finding.place.at),
            finding.code,
            finding.message.clone(),
        ))
    };
    let mut unique: Vec<Diagnostic> = found
        .into_iter()
        .filter(|finding| is_new(finding))
        .collect();
    // File by file, so that each is read once more only.
    unique.sort_by(|a, b| a.place.file.cmp(&b.place.file));
    let mut locator = Locator::default();
    let mut located: Vec<_> = unique
        .into_iter()
        .map(|finding| {
            let place = locator.locate(&finding.place);
            (finding, place)
        })
        .collect();
    let position = |place: &Option<Located>| place.as_ref().map(|place| (place.line, place.column));
    located.sort_by(|(a, at), (b, bt)| {
        (&a.place.file, position(at), a.code).cmp(&(&b.place.file, position(bt), b.code))
    });
    located
}
