//! `sanad check` as one paragraph: everything is read, every rule runs, nothing is written; and the same rules for `build`.

mod doubts;
mod looked;

use std::path::Path;

use crate::check::{self, Answer, Glimpse, Setting};
use crate::diagnostic::Diagnostic;
use crate::guard::guarded;
use crate::load::{self, DepartmentContent, OfficeContent, OfficeRow};
use crate::model::{Audience, Country, Date};
use crate::plan::Looked;
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
    pub offices: Vec<Looked>,
    /// What the country says; `None` when it cannot be used.
    pub country: Option<Country>,
    /// The theme; `None` when it cannot be used.
    pub theme: Option<(Theme, Engine)>,
}

/// Looks at all that the content says, and at the theme.
///
/// # Errors
/// A fault of the machine. Mistakes in the content are what is given.
pub fn examine(content: &Path, themes: &Path, today: Date) -> Result<Examined> {
    let mut found = Vec::new();
    let country = load::country(content, &mut found)?;
    let departments = load::departments(content, Audience::Public, &mut found)?;
    let theme = country.country.as_ref().map_or(Ok(None), |country| {
        pipeline::theme(themes, country, &mut found)
    })?;
    let setting = Setting::new(today, "", None, &[], std::iter::empty());
    found.extend(doubts::doubts(&country.sources, None, &setting, None));
    let mut answers: Vec<Answer> = check::answers(&country.sources).collect();
    let mut offices = Vec::new();
    let mut fault = None;
    for department in &departments {
        let rules = Rules::new(department, today);
        found.extend(department.shared.iter().chain(&department.stray).cloned());
        found.extend(rules.shared());
        answers.extend(check::answers(&department.sources));
        let mut glimpses = Vec::new();
        for row in &department.rows {
            // What one office cannot be looked at for keeps no other back.
            let looked_at = guarded(|| {
                let read = load::office(content, department, row, Audience::Public)?;
                let own = rules.office(&read, row);
                Ok((read, own))
            });
            let (read, own) = match looked_at {
                Ok(Ok(looked_at)) => looked_at,
                Ok(Err(error)) => {
                    fault.get_or_insert(error);
                    continue;
                }
                Err(panic) => {
                    found.push(pipeline::program_fault(row, &panic));
                    continue;
                }
            };
            offices.push(looked::looked(department, row, &read, &own));
            found.extend(own);
            answers.extend(check::answers(&read.sources));
            glimpses.extend(
                read.office
                    .iter()
                    .map(|office| Glimpse::of(office, &read.origins)),
            );
            found.extend(read.found);
        }
        if let Some(shared) = &department.department {
            found.extend(check::across(shared, &glimpses));
        }
    }
    Ok(Examined {
        found: check::unanswered(found, &answers),
        offices,
        fault,
        country: country.country,
        theme,
    })
}

/// The rules for one department and its offices.
pub(crate) struct Rules<'a> {
    department: &'a DepartmentContent,
    setting: Setting,
}

impl<'a> Rules<'a> {
    pub(crate) fn new(department: &'a DepartmentContent, today: Date) -> Self {
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
    pub(crate) fn shared(&self) -> Vec<Diagnostic> {
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

    /// What is wrong or doubtful in an office and in its own files.
    pub(crate) fn office(&self, read: &OfficeContent, row: &OfficeRow) -> Vec<Diagnostic> {
        let shared = &self.department.sources;
        let mut found = doubts::doubts(&read.sources, Some(shared), &self.setting, Some(&row.host));
        if let Some(office) = &read.office {
            found.extend(check::office(office, &read.origins, &self.setting));
        }
        found
    }
}
