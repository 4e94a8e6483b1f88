//! Findings of all stages, in the order in which people read them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Located};
use crate::load;

/// Findings with their places, sorted, each once: many offices may stumble over the same shared line.
pub(super) fn located(found: Vec<Diagnostic>) -> Vec<(Diagnostic, Option<Located>)> {
    let mut seen = BTreeSet::new();
    let mut is_new = |finding: &Diagnostic| {
        seen.insert((
            Arc::clone(&finding.place.file),
            format!("{:?}", finding.place.at),
            finding.code,
            finding.message.clone(),
        ))
    };
    let unique: Vec<Diagnostic> = found
        .into_iter()
        .filter(|finding| is_new(finding))
        .collect();
    let mut located: Vec<_> = unique
        .into_iter()
        .map(|finding| {
            let place = load::locate(&finding.place);
            (finding, place)
        })
        .collect();
    let position = |place: &Option<Located>| place.as_ref().map(|place| (place.line, place.column));
    located.sort_by(|(a, at), (b, bt)| {
        (&a.place.file, position(at), a.code).cmp(&(&b.place.file, position(bt), b.code))
    });
    located
}
