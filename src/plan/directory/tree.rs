//! The offices as a citizen looks for them: division, district, upazila; each level in the order of Bangla dictionaries.

use std::collections::{BTreeMap, BTreeSet};

use super::order::Order;
use super::{DirectoryEntry, Name, folder};

/// All offices.
pub(super) struct Tree<'a> {
    pub(super) departments: Vec<Name<'a>>,
    pub(super) divisions: Vec<Division<'a>>,
    pub(super) count: usize,
}

pub(super) struct Division<'a> {
    pub(super) name: Name<'a>,
    pub(super) folder: String,
    pub(super) districts: Vec<District<'a>>,
    pub(super) count: usize,
}

pub(super) struct District<'a> {
    pub(super) name: Name<'a>,
    pub(super) folder: String,
    pub(super) upazilas: Vec<Upazila<'a>>,
    pub(super) count: usize,
}

pub(super) struct Upazila<'a> {
    pub(super) name: Name<'a>,
    pub(super) folder: String,
    pub(super) offices: Vec<DirectoryEntry<'a>>,
}

type ByUpazila<'a> = BTreeMap<&'a str, Vec<DirectoryEntry<'a>>>;
type ByDistrict<'a> = BTreeMap<&'a str, ByUpazila<'a>>;

impl<'a> Tree<'a> {
    /// Divides the offices. Districts and upazilas are told apart by their ids, as in addresses: departments that write a
    /// name differently mean the same place.
    pub(super) fn of(entries: &[DirectoryEntry<'a>]) -> Self {
        let mut found: BTreeMap<&str, ByDistrict<'a>> = BTreeMap::new();
        for entry in entries {
            found
                .entry(entry.division.bangla)
                .or_default()
                .entry(entry.id.district())
                .or_default()
                .entry(entry.id.upazila())
                .or_default()
                .push(shortened(entry));
        }
        let order = Order::of(entries.iter().flat_map(names));
        let divisions = found
            .into_iter()
            .map(|(name, districts)| division(name, districts, &order));
        let mut divisions: Vec<Division<'_>> = divisions.collect();
        divisions.sort_by_key(|division| order.rank(division.name.bangla));
        Self {
            departments: departments(entries, &order),
            divisions,
            count: entries.len(),
        }
    }
}

/// The departments, each once, in order.
fn departments<'a>(entries: &[DirectoryEntry<'a>], order: &Order<'a>) -> Vec<Name<'a>> {
    let names: BTreeSet<Name<'_>> = entries.iter().map(|entry| entry.department).collect();
    let mut names: Vec<Name<'_>> = names.into_iter().collect();
    names.dedup_by_key(|name| name.bangla);
    names.sort_by_key(|name| order.rank(name.short().bangla));
    names.into_iter().map(Name::short).collect()
}

fn shortened<'a>(entry: &DirectoryEntry<'a>) -> DirectoryEntry<'a> {
    DirectoryEntry {
        office_name: entry.office_name.short(),
        department: entry.department.short(),
        upazila: entry.upazila.short(),
        district: entry.district.short(),
        division: entry.division.short(),
        ..*entry
    }
}

/// Every name by which something is put in order, as it is shown.
fn names<'a>(entry: &DirectoryEntry<'a>) -> [&'a str; 5] {
    [
        entry.division,
        entry.district,
        entry.upazila,
        entry.office_name,
        entry.department,
    ]
    .map(|name| name.short().bangla)
}

fn division<'a>(name: &'a str, districts: ByDistrict<'a>, order: &Order<'a>) -> Division<'a> {
    let folder = folder::of_division(name);
    let offices = districts.values().flat_map(ByUpazila::values).flatten();
    let name = common(offices.map(|entry| entry.division), order);
    let districts = districts
        .into_iter()
        .map(|(id, upazilas)| district(&format!("{folder}/{id}"), upazilas, order));
    let mut districts: Vec<District<'_>> = districts.collect();
    districts.sort_by(|a, b| {
        let ranks = order.rank(a.name.bangla).cmp(&order.rank(b.name.bangla));
        ranks.then_with(|| a.folder.cmp(&b.folder))
    });
    Division {
        name,
        folder,
        count: districts.iter().map(|district| district.count).sum(),
        districts,
    }
}

fn district<'a>(folder: &str, upazilas: ByUpazila<'a>, order: &Order<'a>) -> District<'a> {
    let offices = upazilas.values().flatten();
    let name = common(offices.map(|entry| entry.district), order);
    let upazilas = upazilas
        .into_iter()
        .map(|(id, offices)| upazila(format!("{folder}/{id}"), offices, order));
    let mut upazilas: Vec<Upazila<'_>> = upazilas.collect();
    // Offices of upazilas with the same name stand in the order of their hosts, as those of one upazila do.
    upazilas.sort_by(|a, b| {
        let ranks = order.rank(a.name.bangla).cmp(&order.rank(b.name.bangla));
        ranks.then_with(|| a.folder.cmp(&b.folder))
    });
    District {
        name,
        folder: folder.to_owned(),
        count: upazilas.iter().map(|upazila| upazila.offices.len()).sum(),
        upazilas,
    }
}

fn upazila<'a>(
    folder: String,
    mut offices: Vec<DirectoryEntry<'a>>,
    order: &Order<'a>,
) -> Upazila<'a> {
    offices.sort_by_key(|entry| {
        let name = order.rank(entry.office_name.bangla);
        (name, order.rank(entry.department.bangla), entry.host)
    });
    Upazila {
        name: common(offices.iter().map(|entry| entry.upazila), order),
        folder,
        offices,
    }
}

/// The name that most offices use; of several the first in the dictionary. The same for its English.
fn common<'a>(names: impl Iterator<Item = Name<'a>>, order: &Order<'_>) -> Name<'a> {
    let mut counts: BTreeMap<usize, BTreeMap<Name<'_>, usize>> = BTreeMap::new();
    for name in names {
        let counts = counts.entry(order.rank(name.bangla)).or_default();
        *counts.entry(name).or_default() += 1;
    }
    let all = |english: &BTreeMap<Name<'_>, usize>| english.values().sum();
    let english = most(counts.into_values(), all).expect("a place has an office");
    let (name, _) = most(english.into_iter(), |(_, count)| *count).expect("each is counted once");
    name
}

/// The first of those with the highest count.
fn most<T>(list: impl Iterator<Item = T>, count: impl Fn(&T) -> usize) -> Option<T> {
    list.reduce(|most, other| {
        if count(&other) > count(&most) {
            other
        } else {
            most
        }
    })
}
