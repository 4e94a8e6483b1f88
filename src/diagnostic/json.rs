//! Findings for programs; the keys are a promise.

use serde_json::{Value, json};

use super::{Diagnostic, Located, Severity};
use crate::model::Language;

/// One object with all findings and their numbers by severity.
#[must_use]
pub fn json(findings: &[(Diagnostic, Option<Located>)], lang: Language) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|(finding, _)| finding.severity == severity)
            .count()
    };
    let list: Vec<Value> = findings
        .iter()
        .map(|(finding, located)| object(finding, located.as_ref(), lang))
        .collect();
    json!({
        "findings": list,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
    })
    .to_string()
}

/// Columns count characters; a file without a place is meant as a whole.
fn object(finding: &Diagnostic, located: Option<&Located>, lang: Language) -> Value {
    let Diagnostic {
        code,
        severity,
        place,
        message: _,
        hint: _,
        fix,
    } = finding;
    let fix = fix.as_ref().map(|fix| {
        json!({ "start": fix.range.start, "end": fix.range.end, "old": fix.old, "new": fix.new })
    });
    json!({
        "code": code.name(),
        "severity": severity.key(),
        "file": &*place.file,
        "line": located.map_or(1, |located| located.line),
        "column": located.map_or(1, |located| located.column),
        "end_column": located.map_or(1, |located| located.end_column),
        "text": located.map_or("", |located| &located.excerpt[1]),
        "message": finding.message(lang),
        "reason": finding.reason(lang),
        "remedy": finding.hint(lang),
        "fix": fix,
    })
}
