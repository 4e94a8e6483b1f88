//! The whole build as one paragraph. The only file that names rayon.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, any_error};
use crate::examine::Rules;
use crate::findings::located;
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::{Country, Department, Office};
use crate::options::{Options, Selection};
use crate::plan::Fingerprint;
use crate::render::{self, DirectoryEntry, Engine, Minifier};
use crate::report::{Report, Stages};
use crate::theme::Theme;
use crate::write::{Output, Written};
use crate::{Error, Result, plan};

/// Builds every portal that the options select.
///
/// # Errors
/// A fault of the machine. Mistakes in the content are in the report.
pub fn build(options: &Options) -> Result<Report> {
    let mut found = Vec::new();
    let load::CountryContent { country, .. } = load::country(&options.content, &mut found)?;
    let departments = load::departments(&options.content, &mut found)?;
    all_known(&options.selection, &departments)?;
    let theme = country.as_ref().map_or(Ok(None), |country| {
        theme(&options.themes, country, &mut found)
    })?;
    let site = match (&country, &theme) {
        (Some(country), Some((theme, engine))) if !any_error(&found) => Some(Site {
            country,
            theme,
            engine,
            options,
            output: Output::open(&options.out)?,
            minifiers: (0..options.jobs).map(|_| Mutex::default()).collect(),
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
        let shared = site
            .as_ref()
            .zip(department.department.as_ref())
            .map(|(site, shared)| site.fingerprint(shared));
        let rules = Rules::new(department, options.today);
        let build = |row| {
            office(
                &options.content,
                &rules,
                department,
                row,
                site.as_ref().zip(shared),
            )
        };
        let rows: Vec<&OfficeRow> = selected(department, &options.selection).collect();
        let outcomes: Vec<Result<Outcome>> =
            threads.install(|| rows.into_par_iter().map(build).collect());
        found.extend(department.shared.iter().chain(&department.stray).cloned());
        found.extend(rules.open(rules.shared(), None));
        for outcome in outcomes {
            found.extend(report.add(outcome?));
        }
    }
    if let Some(site) = &site {
        found.extend(site.finish(&departments, &mut report)?);
    }
    report.findings = located(found);
    Ok(report)
}

/// The rows of a department that are to be built.
fn selected<'a>(
    department: &'a DepartmentContent,
    selection: &'a Selection,
) -> impl Iterator<Item = &'a OfficeRow> {
    department
        .rows
        .iter()
        .enumerate()
        .filter(|(at, row)| selection.holds(*at, row.id.as_str()))
        .map(|(_, row)| row)
}

/// An office that was named on the command line must be in a table.
fn all_known(selection: &Selection, departments: &[DepartmentContent]) -> Result<()> {
    let Selection::Offices(ids) = selection else {
        return Ok(());
    };
    let known = |id: &&String| {
        departments
            .iter()
            .any(|department| department.rows.iter().any(|row| row.id.as_str() == *id))
    };
    match ids.iter().find(|id| !known(id)) {
        Some(id) => Err(Error::Usage(format!("no table of offices names `{id}`"))),
        None => Ok(()),
    }
}

/// What became of one office.
struct Outcome {
    portal: Portal,
    stages: Stages,
    findings: Vec<Diagnostic>,
}

/// What became of one portal.
enum Portal {
    /// Its last good one stands, because of mistakes.
    Failed,
    /// Nothing had changed.
    Unchanged(Written),
    /// It was rendered and compared with the old one.
    Built(Written),
}

impl Report {
    fn add(&mut self, outcome: Outcome) -> Vec<Diagnostic> {
        self.stages += outcome.stages;
        match outcome.portal {
            Portal::Failed => self.failed += 1,
            Portal::Unchanged(files) => {
                self.built += 1;
                self.unchanged += 1;
                self.files += files;
            }
            Portal::Built(files) => {
                self.built += 1;
                self.files += files;
            }
        }
        outcome.findings
    }
}

/// load → check → plan → render → write, for one office.
fn office(
    content: &Path,
    rules: &Rules<'_>,
    department: &DepartmentContent,
    row: &OfficeRow,
    site: Option<(&Site<'_>, Fingerprint)>,
) -> Result<Outcome> {
    let start = Instant::now();
    let mut stages = Stages::default();
    let site = site.filter(|_| !any_error(&department.shared));
    let site = match site {
        Some((site, shared)) => {
            Some((site, shared.office(load::inputs(content, department, row)?)))
        }
        None => None,
    };
    // Only a portal without mistakes leaves a note of what it was made from, so the same inputs have no mistakes either.
    if let Some(files) = site.and_then(|(site, fingerprint)| site.unchanged(row, fingerprint)) {
        stages.load = start.elapsed();
        return Ok(Outcome {
            portal: Portal::Unchanged(files),
            stages,
            findings: Vec::new(),
        });
    }
    let read = load::office(content, department, row)?;
    let doubts = rules.open(rules.office(&read, row), Some(&read));
    let load::OfficeContent {
        office,
        found: mut findings,
        ..
    } = read;
    findings.extend(doubts);
    stages.load = start.elapsed();
    let (Some(office), Some((site, fingerprint)), false) = (office, site, any_error(&findings))
    else {
        return Ok(Outcome {
            portal: Portal::Failed,
            stages,
            findings,
        });
    };
    let portal = match site.portal(&office, fingerprint, &mut stages)? {
        Ok(portal) => portal,
        Err(finding) => {
            findings.push(finding);
            Portal::Failed
        }
    };
    Ok(Outcome {
        portal,
        stages,
        findings,
    })
}

/// What publishing needs beside the office.
struct Site<'a> {
    country: &'a Country,
    theme: &'a Theme,
    engine: &'a Engine,
    options: &'a Options,
    output: Output,
    /// One for each thread, so that none waits for another.
    minifiers: Vec<Mutex<Minifier>>,
}

impl Site<'_> {
    fn fingerprint(&self, department: &Department) -> Fingerprint {
        Fingerprint::shared(
            &self.options.generator,
            self.theme,
            self.country,
            department,
        )
    }

    /// What an office's portal consists of, when it was made from just this.
    fn unchanged(&self, row: &OfficeRow, fingerprint: Fingerprint) -> Option<Written> {
        if self.options.clean || any_error(&row.found) {
            None
        } else {
            self.output.unchanged(row.host.as_str(), fingerprint)
        }
    }

    /// plan → render → write.
    fn portal(
        &self,
        office: &Office,
        fingerprint: Fingerprint,
        stages: &mut Stages,
    ) -> Result<std::result::Result<Portal, Diagnostic>> {
        let host = office.host.as_str();
        let start = Instant::now();
        let plan = plan::office(office);
        let thread = rayon::current_thread_index().unwrap_or(0);
        let mut minifier = self.minifiers[thread]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let files = match render::portal(
            office,
            &plan,
            self.country,
            self.theme,
            self.engine,
            &mut minifier,
        ) {
            Ok(files) => files,
            Err(finding) => return Ok(Err(finding)),
        };
        drop(minifier);
        stages.render += start.elapsed();
        let start = Instant::now();
        let written = self.output.replace(host, &files)?;
        self.output.note(host, fingerprint, &files)?;
        stages.write += start.elapsed();
        Ok(Ok(Portal::Built(written)))
    }

    /// What concerns all offices at once: portals that no table names any more, and the directory.
    fn finish(
        &self,
        departments: &[DepartmentContent],
        report: &mut Report,
    ) -> Result<Vec<Diagnostic>> {
        let readable = departments
            .iter()
            .all(|department| department.department.is_some() && !any_error(&department.stray));
        if self.options.selection == Selection::All && readable {
            let named = |host: &str| {
                departments
                    .iter()
                    .any(|department| department.rows.iter().any(|row| row.host.as_str() == host))
            };
            report.pruned = self.output.prune(named)?;
        }
        // A directory of nothing would replace yesterday's.
        if report.built == 0 && report.failed > 0 {
            return Ok(Vec::new());
        }
        match self.directory(departments)? {
            Ok(written) => {
                report.files += written;
                Ok(Vec::new())
            }
            Err(finding) => Ok(vec![finding]),
        }
    }

    /// The list of all offices that have a portal; a part of the country lists the whole, so that parts laid together
    /// are the same as one build.
    fn directory(
        &self,
        departments: &[DepartmentContent],
    ) -> Result<std::result::Result<Written, Diagnostic>> {
        let is_part = matches!(self.options.selection, Selection::Shard { .. });
        let rows = departments
            .iter()
            .filter_map(|content| Some((content.department.as_ref()?, &content.rows)));
        let entries: Vec<DirectoryEntry> = rows
            .flat_map(|(department, rows)| rows.iter().filter_map(|row| entry(department, row)))
            .filter(|entry| is_part || self.output.has(entry.host.as_str()))
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

/// The theme that the country names, with its templates; `None`, with findings, when it cannot be used.
pub(crate) fn theme(
    themes: &Path,
    country: &Country,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<(Theme, Engine)>> {
    let folder = themes.join(country.theme.as_str());
    if !folder.is_dir() {
        let place = load::place(&country.theme_origin);
        let folder = folder.display();
        let hint = (
            format!("the folder {folder} must hold theme.yaml, templates/, static/ and strings/"),
            format!("{folder} ফোল্ডারে theme.yaml, templates/, static/ ও strings/ থাকতে হবে"),
        );
        found.push(Diagnostic::error(
            "unknown-theme",
            place,
            (
                format!("there is no theme `{}`", country.theme),
                format!("`{}` নামে কোনো থিম নেই", country.theme),
            ),
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
