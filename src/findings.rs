//! The findings of a run, made ready to be shown: each once, sorted, with line and column, and no more of a file than anybody
//! reads.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Located, LocatedFinding, Severity, say};
use crate::load::Locator;
use crate::model::{At, Place};

/// So many findings of one kind are shown of one file: whoever mends these sees the others then. Not so many of all kinds,
/// for a charter that was typed from paper has more than that, each of them worth knowing.
const MOST: usize = 100;

/// Findings with their places, sorted, each once: many offices may stumble over the same shared line. Of a file that one
/// office writes no more are looked up than are shown; a table says something of every office, and all of that is kept.
#[must_use]
pub(crate) fn located(
    found: Vec<Diagnostic>,
    content: &Path,
    themes: &Path,
) -> Vec<LocatedFinding> {
    let mut unique = once(found);
    // File by file, so that each is read once more only.
    unique.sort_by(|a, b| {
        (&a.place.file, position(&a.place)).cmp(&(&b.place.file, position(&b.place)))
    });
    let unique = unique.into_iter().map(|finding| (finding, None));
    let mut located = at_most(unique.collect(), |finding| !is_table(finding));
    let mut locator = Locator::new(content, themes);
    for (finding, place) in &mut located {
        *place = locator.locate(&finding.place);
    }
    located.sort_by(|(a, at), (b, bt)| {
        // What was not shown stands behind what was.
        let key = |finding: &Diagnostic, at| (finding.code == MORE, line(at), finding.code);
        (&a.place.file, key(a, at.as_ref())).cmp(&(&b.place.file, key(b, bt.as_ref())))
    });
    located
}

/// As many of them as are shown, tables too.
#[must_use]
pub(crate) fn few(found: Vec<LocatedFinding>) -> Vec<LocatedFinding> {
    at_most(found, is_table)
}

fn once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = HashSet::with_capacity(found.len());
    let mut new = Vec::with_capacity(found.len());
    for finding in &found {
        new.push(seen.insert((&finding.place, finding.code, &finding.message)));
    }
    let found = found.into_iter().zip(new);
    found
        .filter_map(|(finding, is_new)| is_new.then_some(finding))
        .collect()
}

/// The first of each kind in a file among those that `counts` picks out, and for the rest of the kind one finding that says
/// how many.
fn at_most(
    found: Vec<LocatedFinding>,
    counts: impl Fn(&Diagnostic) -> bool,
) -> Vec<LocatedFinding> {
    let mut seen: BTreeMap<(Arc<str>, Code), (usize, Severity)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(found.len());
    for (finding, place) in found {
        if finding.code == MORE || !counts(&finding) {
            kept.push((finding, place));
            continue;
        }
        let kind = (Arc::clone(&finding.place.file), finding.code);
        let (number, worst) = seen.entry(kind).or_insert((0, Severity::Note));
        *number += 1;
        if *number <= MOST {
            kept.push((finding, place));
        } else {
            *worst = finding.severity.min(*worst);
        }
    }
    let more = seen.into_iter().filter(|(_, (number, _))| *number > MOST);
    kept.extend(
        more.map(|((file, code), (number, worst))| {
            (more_of(&file, code, number - MOST, worst), None)
        }),
    );
    kept
}

const MORE: Code = Code::MoreFindings;

fn more_of(file: &Arc<str>, code: Code, number: usize, severity: Severity) -> Diagnostic {
    let finding = say::more_findings(number, code).at(Place::file(file));
    Diagnostic {
        severity,
        ..finding
    }
}

/// A table holds what the directorate knows of all offices, every other file what one of them says.
fn is_table(finding: &Diagnostic) -> bool {
    finding.place.file.ends_with(".csv")
}

fn position(place: &Place) -> usize {
    match &place.at {
        At::Bytes(range) => range.start,
        At::File | At::Value(_) | At::Key(_) => 0,
    }
}

fn line(place: Option<&Located>) -> Option<(usize, usize)> {
    place.map(|place| (place.line, place.column))
}
