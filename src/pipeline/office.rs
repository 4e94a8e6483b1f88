//! One office: load → check → plan → render → prepare; then, with many others, publish.

use std::time::Instant;

use super::site::{Shared, Site};
use crate::diagnostic::{Diagnostic, Message, any_error, say};
use crate::guard::Panic;
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::Language;
use crate::options::Options;
use crate::plan::Fingerprint;
use crate::report::{Report, Stages};
use crate::write::{Prepared, Written};
use crate::{Result, check};

/// What became of one office.
pub(super) struct Outcome<P> {
    pub(super) portal: Portal<P>,
    pub(super) stages: Stages,
    pub(super) findings: Vec<Diagnostic>,
}

/// What became of one portal: prepared, then written.
pub(super) enum Portal<P> {
    /// Its last good one stands, because of mistakes.
    Failed { id: String },
    /// It was rendered and compared with the old one.
    Built { host: String, files: P },
}

impl Report {
    pub(super) fn add(&mut self, outcome: Outcome<Written>) -> Vec<Diagnostic> {
        self.stages += outcome.stages;
        match outcome.portal {
            Portal::Failed { id } => self.failed.push(id),
            Portal::Built { host, files } => {
                self.built += 1;
                self.files += files;
                if files.touched() {
                    self.replaced.push(host);
                }
            }
        }
        outcome.findings
    }
}

/// An office that nothing had changed for.
pub(super) fn unchanged(report: &mut Report, files: Written) {
    report.built += 1;
    report.unchanged += 1;
    report.files += files;
}

impl Outcome<Prepared<'_>> {
    /// An office that could not be built at all.
    pub(super) fn failed(row: &OfficeRow, why: Diagnostic) -> Self {
        Self {
            portal: Portal::Failed {
                id: row.id.to_string(),
            },
            stages: Stages::default(),
            findings: vec![why],
        }
    }

    /// Puts the portal in its place.
    pub(super) fn publish(self) -> Result<Outcome<Written>> {
        let Self {
            portal,
            mut stages,
            findings,
        } = self;
        let portal = match portal {
            Portal::Failed { id } => Portal::Failed { id },
            Portal::Built { host, files } => {
                let start = Instant::now();
                let files = files.publish()?;
                stages.write += start.elapsed();
                Portal::Built { host, files }
            }
        };
        Ok(Outcome {
            portal,
            stages,
            findings,
        })
    }
}

/// Builds one office as far as its portal is ready to be published. Without what is shared nothing of it can be published,
/// but its mistakes are found all the same.
pub(super) fn build<'s>(
    options: &Options,
    department: &DepartmentContent,
    row: &OfficeRow,
    publish: Option<(&'s Site<'_>, &Shared<'_>)>,
) -> Result<Outcome<Prepared<'s>>> {
    let start = Instant::now();
    let mut stages = Stages::default();
    // Taken first: what changes while it is read is then read again next time.
    let inputs = load::inputs(&options.content, department, row, options.audience.today())?;
    let load::OfficeContent {
        office,
        found: mut findings,
        ..
    } = load::office(&options.content, department, row, options.audience)?;
    findings.extend(office.as_ref().map(check::mistakes).unwrap_or_default());
    stages.load = start.elapsed();
    let failed = || Portal::Failed {
        id: row.id.to_string(),
    };
    let portal = match (office, publish) {
        (Some(office), Some((site, shared))) if !any_error(&findings) => {
            let own = Fingerprint::of_office(inputs);
            match site.portal(&office, shared, own, &mut stages)? {
                Ok(files) => Portal::Built {
                    host: row.host.to_string(),
                    files,
                },
                Err(finding) => {
                    findings.push(finding);
                    failed()
                }
            }
        }
        _ => failed(),
    };
    Ok(Outcome {
        portal,
        stages,
        findings,
    })
}
/// What is told of an office at which the program itself failed.
pub(super) fn program_fault(row: &OfficeRow, panic: &Panic) -> Diagnostic {
    let fault = Message::from((panic.told(Language::English), panic.told(Language::Bangla)));
    say::program_fault(&row.id, &fault).at(row.host_place.clone())
}
