//! Findings as SARIF 2.1.0, the form that code hosts and editors read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Code, Diagnostic, Located, Severity};
use crate::escape;
use crate::model::Language;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with all findings, and the rules that they name.
#[must_use]
pub fn sarif(findings: &[(Diagnostic, Option<Located>)], lang: Language) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|(finding, _)| finding.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, lang)).collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|(finding, located)| {
            let rule = codes.binary_search(&finding.code).unwrap_or_default();
            result(finding, located.as_ref(), rule, lang)
        })
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sanad", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            // Columns count characters, not the UTF-16 units that SARIF supposes.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
    .to_string()
}

fn level(severity: Severity) -> &'static str {
    severity.key()
}

fn rule(code: Code, lang: Language) -> Value {
    let item = code.item();
    json!({
        "id": item.name,
        "shortDescription": { "text": item.title.get(lang) },
        "fullDescription": { "text": item.reason.get(lang) },
        "help": { "text": item.to_do(lang) },
        "defaultConfiguration": { "level": level(item.severity) },
    })
}

fn result(finding: &Diagnostic, located: Option<&Located>, rule: usize, lang: Language) -> Value {
    let artifact = json!({ "uri": escape::uri(&finding.place.file) });
    let mut region = json!({
        "startLine": located.map_or(1, |located| located.line),
        "startColumn": located.map_or(1, |located| located.column),
        "endColumn": located.map_or(1, |located| located.end_column),
    });
    if let Some(located) = located {
        region["snippet"] = json!({ "text": located.excerpt[1] });
    }
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": rule,
        "level": level(finding.severity),
        "message": { "text": format!("{}. {}", finding.message(lang), finding.hint(lang)) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": region } }],
    });
    if let Some(fix) = &finding.fix {
        let deleted =
            json!({ "byteOffset": fix.range.start, "byteLength": fix.range.end - fix.range.start });
        result["fixes"] = json!([{
            "artifactChanges": [{
                "artifactLocation": { "uri": escape::uri(&finding.place.file) },
                "replacements": [{ "deletedRegion": deleted, "insertedContent": { "text": fix.new } }],
            }],
        }]);
    }
    result
}
