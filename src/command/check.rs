//! `sanad check`

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::MISTAKES;
use super::say::say;
use crate::cli::{Check, Format};
use crate::diagnostic::{Diagnostic, Lang, Located, Severity, Shown, json, plain, sarif, show};
use crate::examine::{Examined, examine};
use crate::monitor::monitor;
use crate::options::{CheckOptions, Examination};
use crate::{Error, Result, mend};

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
            let changes = mend::mend(&examined.findings)?;
            if changes.is_empty() {
                break;
            }
            if options.format == Format::Text {
                say(&changes)?;
            }
            examined = look(&options)?;
        }
    }
    let report = match &options.report {
        Some(folder) => Some((folder, monitor(&mut examined, options.today, folder)?)),
        None => None,
    };
    match options.format {
        Format::Json => say(format!("{}\n", json(&examined.findings, options.lang)))?,
        Format::Sarif => say(format!("{}\n", sarif(&examined.findings, options.lang)))?,
        Format::Text => {
            say(text(&examined, options.lang).map_err(|error| Error::Usage(error.to_string()))?)?;
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
    let bad = |(finding, _): &(Diagnostic, Option<Located>)| match finding.severity {
        Severity::Error => true,
        Severity::Warning => options.deny_warnings,
        Severity::Note => false,
    };
    Ok(if examined.findings.iter().any(bad) {
        ExitCode::from(MISTAKES)
    } else {
        ExitCode::SUCCESS
    })
}

/// Where the report is, and what to do when there is none.
fn told(is_written: bool, folder: &Path, lang: Lang) -> String {
    let first = folder.join("index.html");
    let first = plain(&first.to_string_lossy());
    match (lang, is_written) {
        (Lang::English, true) => format!("The report is written: open {first}\n"),
        (Lang::Bangla, true) => format!("প্রতিবেদন লেখা হয়েছে: {first} খুলুন\n"),
        (Lang::English, false) => {
            "No report was written: mend the mistakes in portal.yaml and in the theme first\n"
                .to_owned()
        }
        (Lang::Bangla, false) => {
            "প্রতিবেদন লেখা হয়নি: আগে portal.yaml ও থিমের ভুলগুলো ঠিক করুন\n".to_owned()
        }
    }
}

fn look(options: &Examination) -> Result<Examined> {
    let mut examined = examine(&options.content, &options.themes, options.today)?;
    examined
        .findings
        .retain(|(finding, _)| options.shown.contains(finding.code));
    Ok(examined)
}

/// All findings, each reason once, and a last line with the numbers.
fn text(examined: &Examined, lang: Lang) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::new();
    let mut explained = BTreeSet::new();
    for (finding, located) in &examined.findings {
        let shown = Shown {
            lang,
            reason: explained.insert(finding.code),
        };
        show(&mut text, finding, located.as_ref(), shown)?;
    }
    text.push_str(&summary(examined, lang));
    Ok(text)
}

fn summary(examined: &Examined, lang: Lang) -> String {
    let count = |severity| {
        examined
            .findings
            .iter()
            .filter(|(finding, _)| finding.severity == severity)
            .count()
    };
    let [mistakes, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let offices = examined.offices.len();
    let plural = |number: usize, thing: &str| {
        format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
    };
    match lang {
        Lang::English => format!(
            "{}, {}, {} in {}\n",
            plural(mistakes, "mistake"),
            plural(warnings, "warning"),
            plural(notes, "note"),
            plural(offices, "office")
        ),
        Lang::Bangla => {
            let [mistakes, warnings, notes, offices] =
                [mistakes, warnings, notes, offices].map(crate::model::digits::number);
            format!("{offices}টি কার্যালয়: {mistakes}টি ভুল, {warnings}টি সতর্কতা, {notes}টি পরামর্শ\n")
        }
    }
}
