//! `sanad check` as one paragraph: everything is read, every rule runs, nothing is written.

mod doubts;
mod office_facts;

use std::path::Path;

use crate::check::{self, Answer, ComparedOffice, Setting};
use crate::diagnostic::Diagnostic;
use crate::load::{self, DepartmentContent, OfficeContent, OfficeRow};
use crate::model::{Audience, Country, Date, Source};
use crate::pipeline::Threads;
use crate::plan::OfficeFacts;
use crate::render::Engine;
use crate::theme::Theme;
use crate::{Error, Result, pipeline};

/// What an examination found.
#[derive(Debug)]
pub struct Examined {
    /// All findings.
    pub found: Vec<Diagnostic>,
    /// The first fault of the machine that kept an office from being looked at; all others were.
    pub fault: Option<Error>,
    /// The offices that were looked at.
    pub offices: Vec<OfficeFacts>,
    /// What the country says; `None` when it cannot be used.
    pub country: Option<Country>,
    /// The theme; `None` when it cannot be used.
    pub theme: Option<(Theme, Engine)>,
}

/// Looks at all that the content says, and at the theme; at as many offices at the same time as there are jobs.
///
/// # Errors
/// A fault of the machine. Mistakes in the content are what is given.
pub fn examine(content: &Path, themes: &Path, today: Date, jobs: usize) -> Result<Examined> {
    // With fewer threads than asked for it only takes longer.
    let threads = Threads::start(jobs).or_else(|_| Threads::start(1))?;
    let mut found = Vec::new();
    let country = load::country(content, &mut found)?;
    let (departments, theme) = threads.both(
        || departments(content, today, &threads),
        || theme(themes, country.country.as_ref()),
    );
    let departments = departments?;
    let (theme, in_theme) = theme?;
    found.extend(departments.refused);
    found.extend(in_theme);
    let setting = Setting::new(today, "", None, &[], std::iter::empty());
    found.extend(doubts::doubts(&country.sources, None, &setting, None));
    found.extend(departments.found);
    let mut answers: Vec<Answer> = check::answers(&country.sources).collect();
    answers.extend(departments.answers);
    Ok(Examined {
        found: check::unanswered(found, &answers),
        offices: departments.offices,
        fault: departments.fault,
        country: country.country,
        theme,
    })
}

/// A theme that can be used, if it can.
type Usable = Option<(Theme, Engine)>;

/// The theme, and what is wrong in it.
fn theme(themes: &Path, country: Option<&Country>) -> Result<(Usable, Vec<Diagnostic>)> {
    let mut found = Vec::new();
    let theme = country.map_or(Ok(None), |country| {
        pipeline::theme(themes, country, &mut found)
    })?;
    Ok((theme, found))
}

/// What all departments and their offices say.
#[derive(Default)]
struct Departments {
    /// What was found where they were told apart.
    refused: Vec<Diagnostic>,
    /// What was found in each.
    found: Vec<Diagnostic>,
    answers: Vec<Answer>,
    offices: Vec<OfficeFacts>,
    fault: Option<Error>,
}

/// Looks at each department: at what its offices share and, at the same time, at the offices.
fn departments(content: &Path, today: Date, threads: &Threads) -> Result<Departments> {
    let mut all = Departments::default();
    let departments = load::departments(content, Audience::Public { today }, &mut all.refused)?;
    for department in &departments {
        let rules = Rules::new(department, today);
        let rows: Vec<&OfficeRow> = department.rows.iter().collect();
        let (in_shared, looked_at) = threads.both(
            || rules.shared(),
            || threads.each(&rows, |row| rules.look(content, row)),
        );
        let shared = department.shared.iter().chain(&department.stray);
        all.found.extend(shared.cloned());
        all.found.extend(in_shared);
        all.answers.extend(check::answers(&department.sources));
        let mut compared = Vec::new();
        for office in looked_at {
            // What one office cannot be looked at for keeps no other back.
            match office {
                Ok(Ok(office)) => {
                    all.offices.push(office.facts);
                    all.found.extend(office.found);
                    all.answers.extend(office.answers);
                    compared.extend(office.compared);
                }
                Ok(Err(error)) => {
                    all.fault.get_or_insert(error);
                }
                Err(fault) => all.found.push(fault),
            }
        }
        if let Some(shared) = &department.department {
            all.found.extend(check::across(shared, &compared));
        }
    }
    Ok(all)
}

/// What is kept of an office that was looked at; its text is not.
struct Office {
    facts: OfficeFacts,
    found: Vec<Diagnostic>,
    answers: Vec<Answer>,
    /// `None` where the office could not be put together.
    compared: Option<ComparedOffice>,
}

/// The rules for one department and its offices.
struct Rules<'a> {
    department: &'a DepartmentContent,
    setting: Setting,
}

impl<'a> Rules<'a> {
    fn new(department: &'a DepartmentContent, today: Date) -> Self {
        let offices = department
            .rows
            .iter()
            .map(|row| (&row.host, row.upazila.bangla.as_str()));
        let setting = Setting::new(
            today,
            &department.office_name,
            department.host.as_ref(),
            &department.districts,
            offices,
        );
        Self {
            department,
            setting,
        }
    }

    /// Doubts about what the offices share.
    fn shared(&self) -> Vec<Diagnostic> {
        let mut found = doubts::doubts(&self.department.sources, None, &self.setting, None);
        found.extend(check::districts(
            &self.department.districts,
            self.department
                .department
                .as_ref()
                .map(|department| &*department.charter),
        ));
        found
    }

    /// What is published is looked at.
    fn audience(&self) -> Audience {
        Audience::Public {
            today: self.setting.today,
        }
    }

    /// Reads an office and looks at it.
    fn look(&self, content: &Path, row: &OfficeRow) -> Result<Office> {
        let read = load::office(content, self.department, row, self.audience())?;
        let sources = read.sources();
        let mut found = self.office(&read, &sources, row);
        let office = read.office.as_ref();
        let compared = office.map(|office| ComparedOffice::of(office, &read.origins));
        let facts = office_facts::gather(self.department, row, &read, &found);
        found.extend(read.found);
        Ok(Office {
            facts,
            found,
            answers: check::answers(&sources).collect(),
            compared,
        })
    }

    /// What is wrong or doubtful in an office and in its own files.
    fn office(&self, read: &OfficeContent, sources: &[Source], row: &OfficeRow) -> Vec<Diagnostic> {
        let shared = &self.department.sources;
        let mut found = doubts::doubts(sources, Some(shared), &self.setting, Some(&row.host));
        if let Some(office) = &read.office {
            found.extend(check::office(office, &read.origins, &self.setting));
        }
        found
    }
}
