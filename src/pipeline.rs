//! The whole build as one paragraph. The only file that names rayon.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Located, any_error};
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::{Country, Department};
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
    let shared_is_sound = !any_error(&found);
    let (Some(country), Some((theme, engine)), true) = (&country, &theme, shared_is_sound) else {
        let failed = departments.iter().map(|content| content.rows.len()).sum();
        found.extend(departments.into_iter().flat_map(all_findings));
        return Ok(Report {
            failed,
            findings: located(found),
            ..Report::default()
        });
    };
    let output = Output::open(&options.out)?;
    let build = Build {
        content: &options.content,
        country,
        theme,
        engine,
        output: &output,
    };
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs)
        .build()
        .map_err(|error| Error::Usage(error.to_string()))?;
    let mut report = Report::default();
    for department in &departments {
        let outcomes: Vec<Result<Outcome>> = threads.install(|| {
            department
                .rows
                .par_iter()
                .map(|row| build.office(department, row))
                .collect()
        });
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
    match build.directory(&departments)? {
        Ok(written) => report.files += written,
        Err(finding) => found.push(finding),
    }
    report.findings = located(found);
    Ok(report)
}

/// What every office's build needs.
struct Build<'a> {
    content: &'a Path,
    country: &'a Country,
    theme: &'a Theme,
    engine: &'a Engine,
    output: &'a Output,
}

/// What became of one office; without `written` its last good portal stands.
struct Outcome {
    written: Option<Written>,
    findings: Vec<Diagnostic>,
}

impl Build<'_> {
    /// load → check → plan → render → write, for one office.
    fn office(&self, department: &DepartmentContent, row: &OfficeRow) -> Result<Outcome> {
        let Some(shared) = department.department.as_ref() else {
            return Ok(Outcome {
                written: None,
                findings: row.found.clone(),
            });
        };
        let load::OfficeContent {
            office,
            found: mut findings,
        } = load::office(self.content, row, shared)?;
        findings.extend(office.as_ref().map(check::office).unwrap_or_default());
        let (Some(office), false) = (
            office,
            any_error(&findings) || any_error(&department.shared),
        ) else {
            return Ok(Outcome {
                written: None,
                findings,
            });
        };
        let plan = plan::office(&office);
        match render::portal(&office, &plan, self.country, self.theme, self.engine) {
            Ok(files) => Ok(Outcome {
                written: Some(self.output.replace(office.host.as_str(), &files)?),
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
        let place = crate::diagnostic::Place::value(
            &country.theme_origin.file,
            country.theme_origin.key.clone(),
        );
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

/// Every finding of a department that is not built at all.
fn all_findings(content: DepartmentContent) -> impl Iterator<Item = Diagnostic> {
    let rows = content.rows.into_iter().flat_map(|row| row.found);
    content.shared.into_iter().chain(content.stray).chain(rows)
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
