//! `sanad check` as one paragraph: everything is read, every rule runs, nothing is written; and the same rules for `build`.

mod looked;

use std::path::Path;

use crate::check::{self, Answer, Glimpse, Setting};
use crate::diagnostic::{Diagnostic, Located};
use crate::findings::located;
use crate::load::{self, DepartmentContent, OfficeContent, OfficeRow};
use crate::model::{Audience, Country, Date};
use crate::plan::Looked;
use crate::render::Engine;
use crate::theme::Theme;
use crate::{Result, pipeline};

/// What an examination found.
#[derive(Debug)]
pub struct Examined {
    /// All findings with their places, sorted by file and place.
    pub findings: Vec<(Diagnostic, Option<Located>)>,
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
    let doubts = |source| check::source(source, &setting, None);
    found.extend(country.sources.iter().flat_map(doubts));
    let mut answers: Vec<Answer> = check::answers(&country.sources).collect();
    let mut offices = Vec::new();
    for department in &departments {
        let rules = Rules::new(department, today);
        found.extend(department.shared.iter().chain(&department.stray).cloned());
        found.extend(rules.shared());
        answers.extend(check::answers(&department.sources));
        let mut glimpses = Vec::new();
        for row in &department.rows {
            let read = load::office(content, department, row, Audience::Public)?;
            let own = rules.office(&read, row);
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
        findings: located(check::unanswered(found, &answers)),
        offices,
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
            .map(|row| (&row.host, row.upazila.as_str()));
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
        let doubts = |source| check::source(source, &self.setting, None);
        let mut found: Vec<Diagnostic> = self.department.sources.iter().flat_map(doubts).collect();
        found.extend(check::districts(&self.department.districts));
        found
    }

    /// What is wrong or doubtful in an office and in its own files.
    pub(crate) fn office(&self, read: &OfficeContent, row: &OfficeRow) -> Vec<Diagnostic> {
        let doubts = |source| check::source(source, &self.setting, Some(&row.host));
        let mut found: Vec<Diagnostic> = read.sources.iter().flat_map(doubts).collect();
        if let Some(office) = &read.office {
            found.extend(check::office(office, &read.origins, &self.setting));
        }
        found
    }
}
