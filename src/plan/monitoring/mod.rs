//! The report of a check, planned: which offices somebody has to telephone, district by district, and what is to be asked.
//!
//! 1. [`Looked`]: what is kept of an office once it has been looked at.
//! 2. `owners`: each finding belongs to the office in whose files or row it stands, to a district's row, or to all.
//! 3. `state`: how an office stands; the worst are called first.
//! 4. [`monitoring`]: divisions, districts and offices in order.

mod looked;
mod owners;
mod state;

use std::collections::BTreeMap;

pub(crate) use looked::Looked;
pub use looked::Row;
pub(crate) use state::{OVERDUE, State};

use self::owners::{Owner, Owners};
use super::directory::Order;
use crate::diagnostic::{Diagnostic, Located, Severity};
use crate::model::Date;

/// A finding with its place.
pub type Found = (Diagnostic, Option<Located>);

/// The planned report.
#[derive(Debug)]
pub(crate) struct Monitoring<'a> {
    /// The day on which dates were judged.
    pub today: Date,
    /// What stands in files that offices share, worst first.
    pub shared: Vec<&'a Found>,
    /// Divisions in the order of Bangla dictionaries.
    pub divisions: Vec<Division<'a>>,
    /// All offices.
    pub tally: Tally,
    /// Whether offices of several departments have to be told apart.
    pub several: bool,
}

/// A বিভাগ.
#[derive(Debug)]
pub(crate) struct Division<'a> {
    /// Its name; empty for districts that no table knows.
    pub name: &'a str,
    /// Its districts in order.
    pub districts: Vec<District<'a>>,
}

/// A জেলা: one page of the report.
#[derive(Debug)]
pub(crate) struct District<'a> {
    /// Its label in host names, which names its page.
    pub id: &'a str,
    /// Its name; its label where no table knows it.
    pub name: &'a str,
    /// What stands in its own row.
    pub found: Vec<&'a Found>,
    /// Its offices, the worst first; those that are equally bad in the order of their names.
    pub offices: Vec<Office<'a>>,
    /// How its offices stand.
    pub tally: Tally,
}

/// An office in the report.
#[derive(Debug)]
pub(crate) struct Office<'a> {
    /// What is known of it.
    pub looked: &'a Looked,
    /// How it stands, the worst first; never empty.
    pub states: Vec<State>,
    /// What stands in its own files and in its row, worst first.
    pub found: Vec<&'a Found>,
}

/// How many offices stand how, each counted once, by the worst.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally([usize; State::ALL.len()]);

impl Tally {
    /// How many offices stand so.
    #[must_use]
    pub(crate) fn of(&self, state: State) -> usize {
        self.0[state as usize]
    }

    /// All of them.
    #[must_use]
    pub(crate) fn all(&self) -> usize {
        self.0.iter().sum()
    }

    fn add(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own += more;
        }
    }
}

impl Office<'_> {
    /// How it stands at worst.
    #[must_use]
    pub(crate) fn worst(&self) -> State {
        self.states.first().copied().unwrap_or(State::Complete)
    }

    /// How many of its findings weigh so much.
    #[must_use]
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let of = |(finding, _): &&&Found| finding.severity == severity;
        self.found.iter().filter(of).count()
    }
}

/// Plans the report: every finding stands in exactly one place of it, every office on the page of its district.
#[must_use]
pub(crate) fn monitoring<'a>(
    looked: &'a [Looked],
    found: &'a [Found],
    today: Date,
) -> Monitoring<'a> {
    let owners = Owners::of(looked);
    let mut shared = Vec::new();
    let mut of_offices: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
    let mut of_districts: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    for finding in found {
        match owners.owner(&finding.0.place) {
            Owner::Office(at) => of_offices.entry(at).or_default().push(finding),
            Owner::District(id) => of_districts.entry(id).or_default().push(finding),
            Owner::All => shared.push(finding),
        }
    }
    let mut by_district: BTreeMap<&str, Vec<Office<'a>>> = BTreeMap::new();
    for (at, looked) in looked.iter().enumerate() {
        let found = worst_first(of_offices.remove(&at).unwrap_or_default());
        let office = Office {
            looked,
            states: state::of(looked, &found),
            found,
        };
        by_district
            .entry(looked.id.district())
            .or_default()
            .push(office);
    }
    let order = Order::of(looked.iter().flat_map(names));
    let mut by_division: BTreeMap<&str, Vec<District<'a>>> = BTreeMap::new();
    for (id, offices) in by_district {
        let found = worst_first(of_districts.remove(id).unwrap_or_default());
        let (division, district) = district(id, found, offices, &order);
        by_division.entry(division).or_default().push(district);
    }
    let mut divisions: Vec<Division<'a>> = by_division
        .into_iter()
        .map(|(name, mut districts)| {
            districts.sort_by_key(|district| (order.place(district.name), district.id));
            Division { name, districts }
        })
        .collect();
    // Districts that no table knows come last.
    divisions.sort_by_key(|division| (division.name.is_empty(), order.place(division.name)));
    let mut tally = Tally::default();
    for district in divisions.iter().flat_map(|division| &division.districts) {
        tally.add(&district.tally);
    }
    let first = looked.first().map(|looked| &looked.department);
    Monitoring {
        today,
        shared: worst_first(shared),
        divisions,
        tally,
        several: looked
            .iter()
            .any(|looked| Some(&looked.department) != first),
    }
}

/// Every name by which something is put in order.
fn names(looked: &Looked) -> Vec<&str> {
    let of_district = looked.district.iter();
    let mut names: Vec<&str> = of_district
        .flat_map(|(district, _)| [&*district.name.bangla, &*district.division.bangla])
        .collect();
    names.extend([
        &*looked.upazila,
        &looked.office_name,
        looked.id.district(),
        "",
    ]);
    names
}

/// A district with its division; the departments' tables call it alike, so the first that knows it names it.
fn district<'a>(
    id: &'a str,
    found: Vec<&'a Found>,
    mut offices: Vec<Office<'a>>,
    order: &Order<'a>,
) -> (&'a str, District<'a>) {
    let known = offices.iter().find_map(|office| {
        let (district, _) = office.looked.district.as_ref()?;
        Some((&*district.division.bangla, &*district.name.bangla))
    });
    let (division, name) = known.unwrap_or(("", id));
    let mut tally = Tally::default();
    for office in &offices {
        tally.0[office.worst() as usize] += 1;
    }
    offices.sort_by_key(|office| {
        let upazila = order.place(&office.looked.upazila);
        (office.worst(), upazila, &office.looked.host)
    });
    let district = District {
        id,
        name,
        found,
        offices,
        tally,
    };
    (division, district)
}

/// Mistakes, then warnings, then notes; otherwise as they were.
fn worst_first(mut found: Vec<&Found>) -> Vec<&Found> {
    found.sort_by_key(|(finding, _)| finding.severity);
    found
}
