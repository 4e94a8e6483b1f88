//! Rules over the content, one file a family. Pure; every rule runs, none stops the next.
//!
//! Most rules read a file as it was written ([`source`]), because a doubt about writing has its exact place there; the
//! others read the model ([`districts`], [`office`]) or compare offices ([`across`]). What offices share is looked at
//! once, not once an office.

mod across;
mod addresses;
mod contacts;
mod dates;
mod grievance;
mod language;
mod letters;
mod lexicon;
mod links;
mod look;
mod names;
mod pairs;
mod people;
mod pictures;
mod places;
mod promises;
mod staff;
mod structure;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) use across::ComparedOffice;
pub use across::across;
pub use pictures::broken;

use crate::diagnostic::{Diagnostic, Severity, catalogue, say};
use crate::model::{At, CitizensCharter, Date, District, Host, Office, Place, Source};
use look::Look;

/// What rules know of the world around a file or an office.
#[derive(Debug)]
pub struct Setting {
    /// The day on which the rules are asked.
    pub today: Date,
    /// What an office of the department is called; empty for the country.
    pub office_name: String,
    /// Hosts of the department and its districts, without `www.`.
    hosts: BTreeSet<String>,
    /// Hosts of its offices, without `www.`.
    office_hosts: BTreeSet<String>,
    /// Names of its districts.
    districts: BTreeSet<String>,
    /// Names of its upazilas.
    upazilas: BTreeSet<String>,
}

impl Setting {
    /// What is known of a department before its offices are read.
    #[must_use]
    pub fn new<'a>(
        today: Date,
        office_name: &str,
        own_host: Option<&Host>,
        districts: &[Arc<District>],
        offices: impl Iterator<Item = (&'a Host, &'a str)>,
    ) -> Self {
        let bare = |host: &Host| without_www(host.as_str()).to_owned();
        let of_districts = districts
            .iter()
            .filter_map(|district| district.contact.host.as_ref());
        let (office_hosts, upazilas) = offices
            .map(|(host, upazila)| (bare(host), upazila.to_owned()))
            .unzip();
        Self {
            today,
            office_name: office_name.to_owned(),
            hosts: of_districts.chain(own_host).map(bare).collect(),
            office_hosts,
            districts: districts
                .iter()
                .map(|district| district.name.bangla.clone())
                .collect(),
            upazilas,
        }
    }

    /// Whether a host, with or without `www.`, is one of the department's.
    fn knows(&self, host: &str) -> bool {
        let host = without_www(host);
        self.hosts.contains(host) || self.office_hosts.contains(host)
    }
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Doubts about a file as it was written. `own_host` is that of the office whose file it is; files of the department have none.
#[must_use]
pub fn source(source: &Source, setting: &Setting, own_host: Option<&Host>) -> Vec<Diagnostic> {
    let mut look = Look::new(source, setting, own_host);
    structure::source(&mut look);
    contacts::source(&mut look);
    promises::source(&mut look);
    grievance::source(&mut look);
    dates::source(&mut look);
    places::source(&mut look);
    letters::source(&mut look);
    language::source(&mut look);
    links::source(&mut look);
    look.forget_names();
    look.found
}

/// Doubts about the districts of a department, whose charter may send complaints there.
#[must_use]
pub fn districts(
    districts: &[Arc<District>],
    charter: Option<&CitizensCharter>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for district in districts {
        found.extend(charter.and_then(|charter| grievance::district(district, charter)));
        found.extend(places::district(district, districts));
    }
    found
}

/// What keeps an office from being published. A build asks for no more: doubts hinder nothing, and it must be quick.
#[must_use]
pub fn mistakes(office: &Office) -> Vec<Diagnostic> {
    links::links(office)
}

/// Everything that is wrong or doubtful in what an office publishes. `origins` says where its values were written.
#[must_use]
pub fn office(
    office: &Office,
    origins: &[(&'static str, Place)],
    setting: &Setting,
) -> Vec<Diagnostic> {
    let mut found = links::links(office);
    let origins = Origins(origins);
    found.extend(links::downloads(office));
    found.extend(people::office(office, &origins, setting));
    found.extend(people::posts(office, &origins));
    found.extend(staff::office(office, &origins, setting));
    found.extend(structure::office(office, &origins));
    found.extend(places::office(office, &origins, setting));
    found.extend(across::same_as_shared(office));
    found
}

/// Where an office's values were written.
struct Origins<'a>(&'a [(&'static str, Place)]);

impl Origins<'_> {
    /// The place of a value; of the office's id where nobody wrote the value.
    fn place(&self, key: &str) -> Option<Place> {
        let of = |key: &str| {
            let origin = self.0.iter().find(|(known, _)| *known == key);
            origin
                .map(|(_, origin)| origin)
                .filter(|origin| match &origin.at {
                    At::Bytes(range) => !range.is_empty(),
                    At::Value(_) | At::Key(_) => true,
                    At::File => false,
                })
        };
        of(key).or_else(|| of("id")).cloned()
    }
}

/// An item of `allow:` with its file.
pub type Answer = (Arc<str>, crate::model::Allowed);

/// The answers that files give.
pub fn answers(sources: &[Source]) -> impl Iterator<Item = Answer> {
    sources.iter().flat_map(|source| {
        let of_file = |allowed: &crate::model::Allowed| (Arc::clone(&source.file), allowed.clone());
        source.allowed.iter().map(of_file)
    })
}

/// Takes out the doubts that somebody has answered for, and notes answers to nothing. A mistake cannot be answered for.
///
/// An answer covers its own file; `department.yaml`, which stands beside tables that cannot hold one, covers these too.
#[must_use]
pub(crate) fn unanswered(found: Vec<Diagnostic>, answers: &[Answer]) -> Vec<Diagnostic> {
    let mut by_code: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, (file, allowed)) in answers.iter().enumerate() {
        by_code.entry(&allowed.code).or_default().push((at, file));
    }
    let mut used = vec![false; answers.len()];
    let mut open: Vec<Diagnostic> = Vec::new();
    for finding in found {
        let covering = by_code
            .get(finding.code.name())
            .into_iter()
            .flatten()
            .find(|(_, file)| covers(file, &finding.place.file));
        match covering {
            Some((at, _)) if finding.severity != Severity::Error => used[*at] = true,
            _ => open.push(finding),
        }
    }
    let unused = answers
        .iter()
        .zip(used)
        .filter(|((_, allowed), used)| !used && catalogue::item(&allowed.code).is_some())
        .map(|((file, allowed), _)| {
            let code = &allowed.code;
            say::unused_allow(code).at(Place::bytes(file, allowed.range.clone()))
        });
    open.extend(unused);
    open
}

fn covers(answering: &str, file: &str) -> bool {
    let table_beside = |folder: &str| {
        [
            format!("{folder}districts.csv"),
            format!("{folder}offices.csv"),
            format!("{folder}people.csv"),
        ]
        .iter()
        .any(|table| table == file)
    };
    answering == file
        || answering
            .strip_suffix("department.yaml")
            .is_some_and(table_beside)
}
