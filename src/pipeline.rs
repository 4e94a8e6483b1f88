//! The whole build as one paragraph. The only file that names rayon.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Located, any_error};
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::{Country, Department, Origin};
use crate::options::Options;
use crate::render::{self, DirectoryEntry, Engine};
use crate::theme::Theme;
use crate::write::{Output, Written};
use crate::{Error, Result, check, plan};

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Offices whose portal stands as the content says.
    pub built: usize,
    /// Offices that were left as they were, because of mistakes.
    pub failed: usize,
    /// What became of all files.
    pub files: Written,
    /// All findings with their places, sorted by file and place.
    pub findings: Vec<(Diagnostic, Option<Located>)>,
}

impl Report {
    /// Whether any mistake kept something from being published.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|(finding, _)| finding.severity == crate::diagnostic::Severity::Error)
    }
}

/// Builds every portal.
///
/// # Errors
/// A fault of the machine. Mistakes in the content are in the report.
pub fn build(options: &Options) -> Result<Report> {
    let mut found = Vec::new();
    let country = load::country(&options.content, &mut found)?;
    let departments = load::departments(&options.content, &mut found)?;
    let theme = country.as_ref().map_or(Ok(None), |country| {
        theme(&options.themes, country, &mut found)
    })?;
    let site = match (&country, &theme) {
        (Some(country), Some((theme, engine))) if !any_error(&found) => Some(Site {
            country,
            theme,
            engine,
            output: Output::open(&options.out)?,
        }),
        // Nothing can be published; what the offices say is read all the same, to report all mistakes at once.
        _ => None,
    };
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs)
        .build();
    let threads = threads.map_err(|error| Error::Usage(error.to_string()))?;
    let mut report = Report::default();
    for department in &departments {
        let office = |row| office(&options.content, department, row, site.as_ref());
        let outcomes: Vec<Result<Outcome>> =
            threads.install(|| department.rows.par_iter().map(office).collect());
        found.extend(department.shared.iter().chain(&department.stray).cloned());
        for outcome in outcomes {
            let Outcome { written, findings } = outcome?;
            found.extend(findings);
            match written {
                Some(written) => {
                    report.built += 1;
                    report.files += written;
                }
                None => report.failed += 1,
            }
        }
    }
    // A directory of nothing would replace yesterday's.
    if let Some(site) = site.filter(|_| report.built > 0 || report.failed == 0) {
        match site.directory(&departments)? {
            Ok(written) => report.files += written,
            Err(finding) => found.push(finding),
        }
    }
    report.findings = located(found);
    Ok(report)
}

/// What became of one office; without `written` its last good portal stands.
struct Outcome {
    written: Option<Written>,
    findings: Vec<Diagnostic>,
}

/// load → check → plan → render → write, for one office.
fn office(
    content: &Path,
    department: &DepartmentContent,
    row: &OfficeRow,
    site: Option<&Site<'_>>,
) -> Result<Outcome> {
    let load::OfficeContent {
        office,
        found: mut findings,
        ..
    } = load::office(content, department, row)?;
    findings.extend(office.as_ref().map(check::office).unwrap_or_default());
    let sound = !any_error(&findings) && !any_error(&department.shared);
    let (Some(office), Some(site), true) = (office, site, sound) else {
        return Ok(Outcome {
            written: None,
            findings,
        });
    };
    let plan = plan::office(&office);
    match render::portal(&office, &plan, site.country, site.theme, site.engine) {
        Ok(files) => Ok(Outcome {
            written: Some(site.output.replace(office.host.as_str(), &files)?),
            findings,
        }),
        Err(finding) => {
            findings.push(finding);
            Ok(Outcome {
                written: None,
                findings,
            })
        }
    }
}

/// A value of an office, and where it was written.
#[derive(Debug)]
pub struct Resolved {
    /// `phone`, or `services.ict-advice.fee`.
    pub key: String,
    /// As printed.
    pub value: String,
    /// The file and the line; `None` for what follows from other values.
    pub place: Option<(Arc<str>, usize)>,
}

/// What is published of one office; an empty list when no table names it.
///
/// # Errors
/// A fault of the machine.
pub fn resolve(content: &Path, id: &str) -> Result<Vec<Resolved>> {
    let mut found = Vec::new();
    let departments = load::departments(content, &mut found)?;
    let mut values = Vec::new();
    for department in &departments {
        for row in department.rows.iter().filter(|row| row.id.as_str() == id) {
            let load::OfficeContent {
                office, origins, ..
            } = load::office(content, department, row)?;
            values.extend(
                office
                    .iter()
                    .flat_map(|office| load::values(office, &origins))
                    .map(resolved),
            );
        }
    }
    Ok(values)
}

fn resolved((key, value, origin): (String, String, Option<Origin>)) -> Resolved {
    let place = origin.map(|origin| {
        let line = load::locate(&load::place(&origin)).map_or(1, |located| located.line);
        (origin.file, line)
    });
    Resolved { key, value, place }
}

/// What publishing needs beside the office.
struct Site<'a> {
    country: &'a Country,
    theme: &'a Theme,
    engine: &'a Engine,
    output: Output,
}

impl Site<'_> {
    /// The list of all offices that have a portal.
    fn directory(
        &self,
        departments: &[DepartmentContent],
    ) -> Result<std::result::Result<Written, Diagnostic>> {
        let rows = departments
            .iter()
            .filter_map(|content| Some((content.department.as_ref()?, &content.rows)));
        let entries: Vec<DirectoryEntry> = rows
            .flat_map(|(department, rows)| rows.iter().filter_map(|row| entry(department, row)))
            .filter(|entry| self.output.has(entry.host.as_str()))
            .collect();
        match render::directory(&entries, self.country, self.theme, self.engine) {
            Ok(files) => self.output.replace_top(&files).map(Ok),
            Err(finding) => Ok(Err(finding)),
        }
    }
}

fn entry(department: &Arc<Department>, row: &OfficeRow) -> Option<DirectoryEntry> {
    let district = row.district.as_ref()?;
    Some(DirectoryEntry {
        host: row.host.clone(),
        office_name: department.office_name.clone(),
        department: department.name.clone(),
        upazila: row.upazila.clone(),
        district: district.name.clone(),
        division: district.division.clone(),
        verified_on: row.verified_on,
    })
}

fn theme(
    themes: &Path,
    country: &Country,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<(Theme, Engine)>> {
    let folder = themes.join(country.theme.as_str());
    if !folder.is_dir() {
        let place = load::place(&country.theme_origin);
        let hint = format!(
            "the folder {} must hold theme.yaml, templates/, static/ and strings/",
            folder.display()
        );
        found.push(Diagnostic::error(
            "unknown-theme",
            place,
            format!("there is no theme `{}`", country.theme),
            hint,
        ));
        return Ok(None);
    }
    let Some(theme) = Theme::read(&folder, render::minify_css, found)? else {
        return Ok(None);
    };
    match Engine::new(&theme) {
        Ok(engine) => Ok(Some((theme, engine))),
        Err(finding) => {
            found.push(finding);
            Ok(None)
        }
    }
}

/// Findings with their places, sorted, each once: many offices may stumble over the same shared line.
fn located(found: Vec<Diagnostic>) -> Vec<(Diagnostic, Option<Located>)> {
    let mut unique: Vec<Diagnostic> = Vec::new();
    for finding in found {
        if !unique.contains(&finding) {
            unique.push(finding);
        }
    }
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
