//! `sanad check`

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::say::say;
use super::{MISTAKES, summary};
use crate::call_list::call_list;
use crate::cli::{Check, Format};
use crate::diagnostic::{LocatedFinding, Severity, Shown, json, sarif, show_all};
use crate::escape;
use crate::examine::{Examined, examine};
use crate::findings::{few, located};
use crate::model::Language;
use crate::options::{CheckOptions, Examination};
use crate::{Error, Result, fix};

/// Corrections can lay bare others, such as a misspelling behind a letter in the wrong encoding; more rounds than this
/// would be a mistake of ours.
const ROUNDS: usize = 8;

pub(super) fn check(typed: Check) -> Result<ExitCode> {
    let options = match CheckOptions::resolve(typed)? {
        CheckOptions::Explain(item, lang) => {
            say(item.explained(lang))?;
            return Ok(ExitCode::SUCCESS);
        }
        CheckOptions::Look(options) => options,
    };
    let mut examined = look(&options)?;
    if options.fix {
        for _ in 0..ROUNDS {
            let changes = fix::apply(&examined.found, &options.content, &options.themes)?;
            if changes.is_empty() {
                break;
            }
            if options.format == Format::Text {
                say(&changes)?;
            }
            examined = look(&options)?;
        }
    }
    let found = std::mem::take(&mut examined.found);
    let mut findings = located(found, &options.content, &options.themes);
    let report = match &options.report {
        Some(folder) => {
            let done = call_list(&examined, &findings, options.today, folder)?;
            let is_written = done.unwrap_or_else(|mistake| {
                findings.extend(located(vec![mistake], &options.content, &options.themes));
                false
            });
            Some((folder, is_written))
        }
        None => None,
    };
    let findings = few(findings);
    match options.format {
        Format::Json => say(format!("{}\n", json(&findings, options.lang)))?,
        Format::Sarif => say(format!("{}\n", sarif(&findings, options.lang)))?,
        Format::Text => {
            let text = text(&findings, examined.offices.len(), &options);
            say(text.map_err(|error| Error::Usage(error.to_string()))?)?;
        }
    }
    if let Some((folder, is_written)) = report {
        let said = told(is_written, folder, options.lang);
        if !is_written {
            let _ = anstream::stderr().write_all(said.as_bytes());
        } else if options.format == Format::Text {
            say(&said)?;
        }
    }
    // What could be looked at was, and has been told.
    if let Some(fault) = examined.fault {
        return Err(fault);
    }
    let bad = |(finding, _): &LocatedFinding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => options.deny_warnings,
        Severity::Note => false,
    };
    Ok(if findings.iter().any(bad) {
        ExitCode::from(MISTAKES)
    } else {
        ExitCode::SUCCESS
    })
}

/// Where the report is, and what to do when there is none.
fn told(is_written: bool, folder: &Path, lang: Language) -> String {
    let first = folder.join("index.html");
    let first = escape::terminal(&first.to_string_lossy());
    match (lang, is_written) {
        (Language::English, true) => format!("The report is written: open {first}\n"),
        (Language::Bangla, true) => format!("প্রতিবেদন লেখা হয়েছে: {first} খুলুন\n"),
        (Language::English, false) => {
            "No report was written: mend the mistakes in portal.yaml and in the theme first\n"
                .to_owned()
        }
        (Language::Bangla, false) => {
            "প্রতিবেদন লেখা হয়নি: আগে portal.yaml ও থিমের ভুলগুলো ঠিক করুন\n".to_owned()
        }
    }
}

fn look(options: &Examination) -> Result<Examined> {
    let mut examined = examine(
        &options.content,
        &options.themes,
        options.today,
        options.jobs,
    )?;
    examined
        .found
        .retain(|finding| options.shown.contains(&finding.code));
    Ok(examined)
}

/// All findings, each reason once, the numbers, and what to do first.
fn text(
    findings: &[LocatedFinding],
    offices: usize,
    options: &Examination,
) -> std::result::Result<String, std::fmt::Error> {
    let shown = Shown {
        lang: options.lang,
        reason: true,
        apart: options.verbose,
    };
    let mut text = String::new();
    show_all(&mut text, findings.iter(), shown)?;
    text.push_str(&summary::numbers(findings, offices, options.lang));
    text.push_str(&summary::next(findings, options.lang));
    Ok(text)
}
