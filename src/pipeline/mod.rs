//! The whole build as one paragraph.

mod listed;
mod office;
mod offices;
mod site;

use std::path::Path;
use std::time::Instant;

use self::office::Outcome;
pub(crate) use self::offices::Threads;
use self::site::{Shared, Site, State};
use crate::diagnostic::{Diagnostic, any_error, say};
use crate::findings::{few, located};
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::{Country, Language, Place};
use crate::options::{Options, Selection};
use crate::plan::{self, Plan};
use crate::render::{self, Edition, Engine, Pieces};
use crate::report::{Progress, Report};
use crate::theme::Theme;
use crate::write::Prepared;
use crate::{Error, Result};

/// Builds every portal that the options select, and tells `progress` how far it has come.
///
/// # Errors
/// A fault of the machine. Mistakes in the content are in the report.
pub(crate) fn build(options: &Options, progress: &dyn Progress) -> Result<Report> {
    let mut found = Vec::new();
    let load::CountryContent { country, .. } = load::country(&options.content, &mut found)?;
    let departments = load::departments(&options.content, options.audience, &mut found)?;
    all_known(&options.selection, &departments)?;
    let theme = country.as_ref().map_or(Ok(None), |country| {
        theme(&options.themes, country, &mut found)
    })?;
    let site = match (&country, &theme) {
        (Some(country), Some((theme, engine))) if !any_error(&found) => {
            Some(Site::open(options, country, theme, engine)?)
        }
        // Nothing can be published; what the offices say is read all the same, to report all mistakes at once.
        _ => None,
    };
    let threads = Threads::start(options.jobs)?;
    let mut report = Report {
        named: departments.iter().map(|content| content.rows.len()).sum(),
        ..Report::default()
    };
    for content in &departments {
        let offices = department(
            options,
            content,
            site.as_ref(),
            &threads,
            progress,
            &mut report,
        );
        // What one department cannot do keeps no other back, nor the list of all offices.
        match offices {
            Ok(own) => found.extend(own),
            Err(fault) => report.fault(fault),
        }
    }
    if let Some(site) = &site {
        match site.finish(&departments, &mut report) {
            Ok(own) => found.extend(own),
            Err(fault) => report.fault(fault),
        }
        // Before anybody is told that it is published.
        settle(site, &mut report)?;
    }
    report.findings = few(located(found, &options.content, &options.themes));
    Ok(report)
}

/// All offices of a department: which of them changed, what they share, then each.
fn department(
    options: &Options,
    content: &DepartmentContent,
    site: Option<&Site<'_>>,
    threads: &Threads,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Vec<Diagnostic>> {
    let mut found: Vec<Diagnostic> = content
        .shared
        .iter()
        .chain(&content.stray)
        .cloned()
        .collect();
    let rows: Vec<&OfficeRow> = selected(content, &options.selection).collect();
    let usable = content
        .department
        .as_ref()
        .filter(|_| !any_error(&content.shared));
    let Some((site, department)) = site.zip(usable) else {
        let read = |row: &OfficeRow| office::build(options, content, row, None);
        found.extend(all(&rows, read, None, threads, progress, report)?);
        return Ok(found);
    };
    let said = site.said(department);
    let state = |row: &&OfficeRow| site.state(&options.content, content, row, &said);
    let states: Vec<Result<State>> = threads.map(&rows, state);
    let mut changed = Vec::new();
    for (row, state) in rows.into_iter().zip(states) {
        match state {
            Ok(State::Unchanged(files)) => office::unchanged(report, files),
            // What cannot be read is told when the office is built.
            Ok(State::ToBuild) | Err(_) => changed.push(row),
        }
    }
    if changed.is_empty() {
        return Ok(found);
    }
    let languages = site.editions.iter().map(Edition::language);
    let plans: Vec<Plan> = languages
        .map(|language| plan::department(department, language))
        .collect();
    let mut all_pieces = Vec::new();
    let mut made = Ok(());
    for (plan, edition) in plans.iter().zip(&site.editions) {
        let mut pieces = Pieces::new(department, plan, edition);
        made = made.and(pieces.make(|work, make| threads.map(work, make)));
        all_pieces.push(pieces);
    }
    found.extend(made.as_ref().err().cloned());
    let shared = Shared {
        said: &said,
        pieces: &all_pieces,
        before: site.before(department, &said),
    };
    let build = |row: &OfficeRow| {
        let publish = made.is_ok().then_some((site, &shared));
        office::build(options, content, row, publish)
    };
    found.extend(all(&changed, build, Some(site), threads, progress, report)?);
    // Of a department in which something is at fault nobody knows what was made from what.
    if report.fault.is_none() {
        site.note(department, &said)?;
    }
    Ok(found)
}

/// So many portals are prepared before they are published: enough that waiting for the disk once for all of them costs each
/// nothing, few enough that what is remembered of them meanwhile fits in a few megabytes.
const BATCH: usize = 1000;

/// Builds many offices at the same time; what they found stays in their order. A fault of one keeps no other back: it is
/// told when all are done.
fn all<'s>(
    offices: &[&OfficeRow],
    build: impl Fn(&OfficeRow) -> Result<Outcome<Prepared<'s>>> + Sync + Send,
    site: Option<&Site<'_>>,
    threads: &Threads,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Vec<Diagnostic>> {
    progress.expect(offices.len());
    let build = |office: &OfficeRow| {
        let outcome = build(office);
        progress.one_done();
        outcome
    };
    let mut found = Vec::new();
    for batch in offices.chunks(BATCH) {
        let prepared = threads.each(batch, build).into_iter().zip(batch);
        let prepared: Vec<Result<_>> = prepared
            .map(|(outcome, row)| {
                outcome.unwrap_or_else(|fault| {
                    progress.one_done();
                    Ok(Outcome::failed(row, fault))
                })
            })
            .collect();
        site.map_or(Ok(()), |site| settle(site, report))?;
        let publish = |outcome: Result<Outcome<_>>| outcome.and_then(Outcome::publish);
        let published: Vec<Result<_>> = threads.map(prepared, publish);
        for outcome in published {
            match outcome {
                Ok(outcome) => found.extend(report.add(outcome)),
                Err(error) => report.fault(error),
            }
        }
    }
    Ok(found)
}

/// Waits until the disk holds what was written.
fn settle(site: &Site<'_>, report: &mut Report) -> Result<()> {
    let start = Instant::now();
    let settled = site.settle();
    report.stages.write += start.elapsed();
    settled
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
        .filter(|(at, row)| selection.holds(*at, row.id.as_str(), row.host.as_str()))
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
    let Some(id) = ids.iter().find(|id| !known(id)) else {
        return Ok(());
    };
    let rows = departments.iter().flat_map(|department| &department.rows);
    let all: Vec<&str> = rows.map(|row| row.id.as_str()).collect();
    let hint = match load::nearest(id, &all) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "write it as in the first column of offices.csv".to_owned(),
    };
    Err(Error::Usage(format!(
        "no table of offices names `{id}`; {hint}"
    )))
}

/// The theme that the country names, with its templates; `None`, with findings, when it cannot be used.
pub(crate) fn theme(
    themes: &Path,
    country: &Country,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<(Theme, Engine)>> {
    if !load::theme::exists(themes, &country.theme) {
        let folder = themes.join(country.theme.as_str());
        let said = say::unknown_theme(&country.theme, folder.display());
        found.push(said.at(country.theme_origin.clone()));
        return Ok(None);
    }
    let Some(theme) = Theme::read(themes, &country.theme, render::minify_css, found)? else {
        return Ok(None);
    };
    if country.languages.contains(&Language::English) && theme.english.is_none() {
        found.push(
            say::unknown_language_theme(&country.theme)
                .at(Place::value(&country.theme_origin.file, "languages")),
        );
        return Ok(None);
    }
    match Engine::new(&theme) {
        Ok(engine) => Ok(Some((theme, engine))),
        Err(finding) => {
            found.push(finding);
            Ok(None)
        }
    }
}
