//! The call list of a check, planned: which offices somebody has to telephone, district by district, and what is to be asked.
//!
//! 1. [`OfficeFacts`]: what is kept of an office once it has been looked at.
//! 2. `owners`: each finding belongs to the office in whose files or row it stands, to a district's row, or to all.
//! 3. `state`: how an office stands; the worst are called first.
//! 4. [`call_list`]: divisions, districts and offices in order.

mod office_facts;
mod owners;
mod state;

use std::collections::BTreeMap;

pub(crate) use office_facts::OfficeFacts;
pub use office_facts::TableRow;
pub(crate) use state::{OVERDUE, OfficeState};

use self::owners::{Owner, Owners};
use super::directory::Order;
use crate::diagnostic::{LocatedFinding, Severity};
use crate::model::Date;

/// The planned report.
#[derive(Debug)]
pub(crate) struct CallList<'a> {
    /// The day on which dates were judged.
    pub today: Date,
    /// What stands in files that offices share, worst first.
    pub shared: Vec<&'a LocatedFinding>,
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
    pub found: Vec<&'a LocatedFinding>,
    /// Its offices, the worst first; those that are equally bad in the order of their names.
    pub offices: Vec<Office<'a>>,
    /// How its offices stand.
    pub tally: Tally,
}

/// An office in the report.
#[derive(Debug)]
pub(crate) struct Office<'a> {
    /// What is known of it.
    pub facts: &'a OfficeFacts,
    /// How it stands, the worst first; never empty.
    pub states: Vec<OfficeState>,
    /// What stands in its own files and in its row, worst first.
    pub found: Vec<&'a LocatedFinding>,
}

/// How many offices stand how, each counted once, by the worst.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally([usize; OfficeState::ALL.len()]);

impl Tally {
    /// How many offices stand so.
    #[must_use]
    pub(crate) fn of(&self, state: OfficeState) -> usize {
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
    pub(crate) fn worst(&self) -> OfficeState {
        self.states
            .first()
            .copied()
            .unwrap_or(OfficeState::Complete)
    }

    /// How many of its findings weigh so much.
    #[must_use]
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let of = |(finding, _): &&&LocatedFinding| finding.severity == severity;
        self.found.iter().filter(of).count()
    }
}

/// Plans the report: every finding stands in exactly one place of it, every office on the page of its district.
#[must_use]
pub(crate) fn call_list<'a>(
    facts: &'a [OfficeFacts],
    found: &'a [LocatedFinding],
    today: Date,
) -> CallList<'a> {
    let owners = Owners::of(facts);
    let mut shared = Vec::new();
    let mut of_offices: BTreeMap<usize, Vec<&LocatedFinding>> = BTreeMap::new();
    let mut of_districts: BTreeMap<&str, Vec<&LocatedFinding>> = BTreeMap::new();
    for finding in found {
        match owners.owner(&finding.0.place) {
            Owner::Office(at) => of_offices.entry(at).or_default().push(finding),
            Owner::District(id) => of_districts.entry(id).or_default().push(finding),
            Owner::All => shared.push(finding),
        }
    }
    let mut by_district: BTreeMap<&str, Vec<Office<'a>>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate() {
        let found = worst_first(of_offices.remove(&at).unwrap_or_default());
        let office = Office {
            facts,
            states: state::of(facts, &found),
            found,
        };
        by_district
            .entry(facts.id.district())
            .or_default()
            .push(office);
    }
    let order = Order::of(facts.iter().flat_map(names));
    let mut by_division: BTreeMap<&str, Vec<District<'a>>> = BTreeMap::new();
    for (id, offices) in by_district {
        let found = worst_first(of_districts.remove(id).unwrap_or_default());
        let (division, district) = district(id, found, offices, &order);
        by_division.entry(division).or_default().push(district);
    }
    let mut divisions: Vec<Division<'a>> = by_division
        .into_iter()
        .map(|(name, mut districts)| {
            districts.sort_by_key(|district| (order.rank(district.name), district.id));
            Division { name, districts }
        })
        .collect();
    // Districts that no table knows come last.
    divisions.sort_by_key(|division| (division.name.is_empty(), order.rank(division.name)));
    let mut tally = Tally::default();
    for district in divisions.iter().flat_map(|division| &division.districts) {
        tally.add(&district.tally);
    }
    let first = facts.first().map(|facts| &facts.department);
    CallList {
        today,
        shared: worst_first(shared),
        divisions,
        tally,
        several: facts.iter().any(|facts| Some(&facts.department) != first),
    }
}

/// Every name by which something is put in order.
fn names(facts: &OfficeFacts) -> Vec<&str> {
    let of_district = facts.district.iter();
    let mut names: Vec<&str> = of_district
        .flat_map(|(district, _)| [&*district.name.bangla, &*district.division.bangla])
        .collect();
    names.extend([&*facts.upazila, &facts.office_name, facts.id.district(), ""]);
    names
}

/// A district with its division; the departments' tables call it alike, so the first that knows it names it.
fn district<'a>(
    id: &'a str,
    found: Vec<&'a LocatedFinding>,
    mut offices: Vec<Office<'a>>,
    order: &Order<'a>,
) -> (&'a str, District<'a>) {
    let known = offices.iter().find_map(|office| {
        let (district, _) = office.facts.district.as_ref()?;
        Some((&*district.division.bangla, &*district.name.bangla))
    });
    let (division, name) = known.unwrap_or(("", id));
    let mut tally = Tally::default();
    for office in &offices {
        tally.0[office.worst() as usize] += 1;
    }
    offices.sort_by_key(|office| {
        let upazila = order.rank(&office.facts.upazila);
        (office.worst(), upazila, &office.facts.host)
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
fn worst_first(mut found: Vec<&LocatedFinding>) -> Vec<&LocatedFinding> {
    found.sort_by_key(|(finding, _)| finding.severity);
    found
}
