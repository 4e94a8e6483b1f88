//! The offices as a citizen looks for them: division, district, upazila; each level in the order of Bangla dictionaries.

use std::collections::{BTreeMap, BTreeSet};

use super::Entry;
use super::folder;
use super::order::Order;
use super::weight::short;

/// All offices.
pub(super) struct Tree<'a> {
    pub(super) departments: Vec<&'a str>,
    pub(super) divisions: Vec<Division<'a>>,
    pub(super) count: usize,
}

pub(super) struct Division<'a> {
    pub(super) name: &'a str,
    pub(super) folder: String,
    pub(super) districts: Vec<District<'a>>,
    pub(super) count: usize,
}

pub(super) struct District<'a> {
    pub(super) name: &'a str,
    pub(super) folder: String,
    pub(super) upazilas: Vec<Upazila<'a>>,
    pub(super) count: usize,
}

pub(super) struct Upazila<'a> {
    pub(super) name: &'a str,
    pub(super) folder: String,
    pub(super) offices: Vec<Entry<'a>>,
}

type ByUpazila<'a> = BTreeMap<&'a str, Vec<Entry<'a>>>;
type ByDistrict<'a> = BTreeMap<&'a str, ByUpazila<'a>>;

impl<'a> Tree<'a> {
    /// Divides the offices. Districts and upazilas are told apart by their ids, as in addresses: departments that write a
    /// name differently mean the same place.
    pub(super) fn of(entries: &[Entry<'a>]) -> Self {
        let mut found: BTreeMap<&str, ByDistrict<'a>> = BTreeMap::new();
        for entry in entries {
            found
                .entry(entry.division)
                .or_default()
                .entry(entry.id.district())
                .or_default()
                .entry(entry.id.upazila())
                .or_default()
                .push(shortened(entry));
        }
        let order = Order::of(entries.iter().flat_map(names));
        let departments: BTreeSet<&str> = entries.iter().map(|entry| entry.department).collect();
        let mut departments: Vec<&str> = departments.into_iter().collect();
        departments.sort_by_key(|name| order.place(short(name)));
        let divisions = found
            .into_iter()
            .map(|(name, districts)| division(name, districts, &order));
        let mut divisions: Vec<Division<'_>> = divisions.collect();
        divisions.sort_by_key(|division| order.place(division.name));
        Self {
            departments: departments.into_iter().map(short).collect(),
            divisions,
            count: entries.len(),
        }
    }
}

fn shortened<'a>(entry: &Entry<'a>) -> Entry<'a> {
    Entry {
        office_name: short(entry.office_name),
        department: short(entry.department),
        upazila: short(entry.upazila),
        district: short(entry.district),
        ..*entry
    }
}

/// Every name by which something is put in order, as it is shown.
fn names<'a>(entry: &Entry<'a>) -> [&'a str; 5] {
    [
        short(entry.division),
        short(entry.district),
        short(entry.upazila),
        short(entry.office_name),
        short(entry.department),
    ]
}

fn division<'a>(name: &'a str, districts: ByDistrict<'a>, order: &Order<'a>) -> Division<'a> {
    let folder = folder::of_division(name);
    let districts = districts
        .into_iter()
        .map(|(id, upazilas)| district(&format!("{folder}/{id}"), upazilas, order));
    let mut districts: Vec<District<'_>> = districts.collect();
    districts.sort_by(|a, b| {
        let places = order.place(a.name).cmp(&order.place(b.name));
        places.then_with(|| a.folder.cmp(&b.folder))
    });
    Division {
        name: short(name),
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
        let places = order.place(a.name).cmp(&order.place(b.name));
        places.then_with(|| a.folder.cmp(&b.folder))
    });
    District {
        name,
        folder: folder.to_owned(),
        count: upazilas.iter().map(|upazila| upazila.offices.len()).sum(),
        upazilas,
    }
}

fn upazila<'a>(folder: String, mut offices: Vec<Entry<'a>>, order: &Order<'a>) -> Upazila<'a> {
    offices.sort_by_key(|entry| {
        let name = order.place(entry.office_name);
        (name, order.place(entry.department), entry.host)
    });
    Upazila {
        name: common(offices.iter().map(|entry| entry.upazila), order),
        folder,
        offices,
    }
}

/// The name that most offices use; of several the first in the dictionary.
fn common<'a>(names: impl Iterator<Item = &'a str>, order: &Order<'_>) -> &'a str {
    let mut counts: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
    for name in names {
        counts.entry(order.place(name)).or_insert((0, name)).0 += 1;
    }
    let most = counts.values().map(|(count, _)| *count).max();
    counts
        .values()
        .find(|(count, _)| Some(*count) == most)
        .map_or("", |(_, name)| name)
}
