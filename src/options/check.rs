//! `check`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::folders::{both_exist, lies_apart};
use super::shared::{day_or_today, language, threads};
use crate::cli::{Check, Deny, Format};
use crate::diagnostic::{Code, catalogue};
use crate::model::{Date, Language};
use crate::{Error, Result};

/// What a check is to do.
#[derive(Debug, Clone)]
pub(crate) enum CheckOptions {
    /// Say what a code means.
    Explain(&'static catalogue::Item, Language),
    /// Look at all offices.
    Look(Examination),
}

/// How to look at all offices, and what to say of it.
#[derive(Debug, Clone)]
pub(crate) struct Examination {
    /// The content folder; it exists.
    pub content: PathBuf,
    /// The folder of themes; it exists.
    pub themes: PathBuf,
    /// How findings are printed.
    pub format: Format,
    /// In which language.
    pub lang: Language,
    /// Whether warnings are as bad as mistakes.
    pub deny_warnings: bool,
    /// The codes that are shown.
    pub shown: BTreeSet<Code>,
    /// The day on which charters, notices and confirmations are judged.
    pub today: Date,
    /// Write the corrections that are certain.
    pub fix: bool,
    /// Whether each finding is shown by itself.
    pub verbose: bool,
    /// Where the report for whoever telephones the offices is written; it lies apart from what is read.
    pub report: Option<PathBuf>,
    /// How many offices at the same time.
    pub jobs: usize,
}

impl CheckOptions {
    /// Checks what was typed.
    ///
    /// # Errors
    /// When a folder, a code or a day does not exist.
    pub(crate) fn resolve(typed: Check) -> Result<Self> {
        let Check {
            content,
            themes,
            format,
            verbose,
            lang,
            deny,
            only,
            ignore,
            today: day,
            fix,
            report,
            explain,
        } = typed;
        let lang = language(lang);
        if let Some(code) = explain {
            return Ok(Self::Explain(known(&code)?, lang));
        }
        both_exist(&content, &themes)?;
        if let Some(report) = &report {
            lies_apart("--report", report, &content, &themes)?;
        }
        let codes = |typed: Vec<String>| -> Result<BTreeSet<Code>> {
            typed.iter().map(|code| Ok(known(code)?.code)).collect()
        };
        let (only, ignore) = (codes(only)?, codes(ignore)?);
        let all = catalogue::items().iter().map(|item| item.code);
        let shown = all
            .filter(|code| only.is_empty() || only.contains(code))
            .filter(|code| !ignore.contains(code))
            .collect();
        let today = day_or_today(day.as_deref())?;
        Ok(Self::Look(Examination {
            content,
            themes,
            format,
            verbose,
            lang,
            deny_warnings: deny == Some(Deny::Warnings),
            shown,
            today,
            fix,
            report,
            jobs: threads(None)?,
        }))
    }
}

fn known(code: &str) -> Result<&'static catalogue::Item> {
    catalogue::item(code).ok_or_else(|| {
        Error::Usage(format!(
            "no finding has the code `{code}`; write it as it stands in brackets before a finding, like `phone-length`; README.md lists them all"
        ))
    })
}
