//! What the search of the directory can find: every office, as a script that sets one value. With thousands of offices the
//! same words would stand in it thousands of times, so what repeats is written once: departments, districts, upazilas.

use std::collections::HashMap;

use serde::Serialize;

use super::entries::{literal, words};
use crate::plan::{Directory, Entry, Item, Listing};
use crate::theme::Theme;

/// Where it lies, beside the first page.
pub(super) const FILE: &str = "entries.js";

/// The script's own words, by their names there.
const WORDS: [(&str, &str); 7] = [
    ("list", "search_list"),
    ("count", "directory_count"),
    ("all", "search_all"),
    ("none", "search_none"),
    ("advice", "directory_advice"),
    ("district", "directory_district"),
    ("division", "directory_division"),
];

/// A department: what it calls its offices, its name, and what stands before and behind an office's id in most hosts.
#[derive(Serialize)]
struct Department<'a>(&'a str, &'a str, &'a str, &'a str);

/// A district, its division and its label.
#[derive(Serialize, PartialEq, Eq, Hash, Clone, Copy)]
struct District<'a>(&'a str, &'a str, &'a str);

/// An upazila: its name, its label, its district's number and the offices there.
#[derive(Serialize)]
struct Upazila<'a>(&'a str, &'a str, usize, Vec<Here<'a>>);

/// An office in its upazila: the number of its department, and its host where the usual one does not fit.
#[derive(Serialize)]
#[serde(untagged)]
enum Here<'a> {
    Usual(usize),
    Other(usize, &'a str),
}

/// Values, each once, by number.
struct Numbered<T> {
    list: Vec<T>,
    known: HashMap<T, usize, ahash::RandomState>,
}

impl<T: Copy + Eq + std::hash::Hash> Numbered<T> {
    fn new() -> Self {
        Self {
            list: Vec::new(),
            known: HashMap::default(),
        }
    }

    fn number(&mut self, value: T) -> usize {
        let Self { list, known } = self;
        *known.entry(value).or_insert_with(|| {
            list.push(value);
            list.len() - 1
        })
    }
}

/// The script. Offices stand in the order of the pages, which is that of the dictionary.
pub(super) fn script(plan: &Directory<'_>, theme: &Theme) -> String {
    let mut offices = Vec::new();
    for page in &plan.pages {
        collect(&page.listing, &mut offices);
    }
    let mut departments = Numbered::new();
    let mut hosts: Vec<Department<'_>> = Vec::new();
    let mut districts = Numbered::new();
    let mut upazilas: Vec<Upazila<'_>> = Vec::new();
    for office in offices {
        let (id, host) = (office.id, office.host.as_str());
        let (name, department) = (office.office_name, office.department);
        let number = departments.number((name, department));
        if number == hosts.len() {
            // A host without the id is all before it; then the other offices' hosts do not fit, and say so.
            let (before, behind) = host.split_once(id.as_str()).unwrap_or((host, ""));
            hosts.push(Department(name, department, before, behind));
        }
        let Department(_, _, before, behind) = hosts[number];
        let middle = host
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(behind));
        let here = match middle {
            Some(middle) if middle == id.as_str() => Here::Usual(number),
            _ => Here::Other(number, host),
        };
        let district = District(office.district, office.division, id.district());
        let district = districts.number(district);
        match upazilas.last_mut() {
            Some(last) if (last.0, last.1, last.2) == (office.upazila, id.upazila(), district) => {
                last.3.push(here);
            }
            _ => upazilas.push(Upazila(office.upazila, id.upazila(), district, vec![here])),
        }
    }
    format!(
        "{}\"departments\":{},\"districts\":{},\"upazilas\":{}}}\n",
        words(theme, &WORDS),
        literal(&hosts),
        literal(&districts.list),
        literal(&upazilas),
    )
}

fn collect<'a>(listing: &Listing<'a>, offices: &mut Vec<Entry<'a>>) {
    for group in &listing.groups {
        collect(&group.listing, offices);
    }
    offices.extend(listing.items.iter().filter_map(|item| match item {
        Item::Office(entry) => Some(*entry),
        Item::Page { .. } => None,
    }));
}
