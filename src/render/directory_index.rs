//! What the search of the directory can find: every office, as a script that sets one value. With thousands of offices the
//! same words would stand in it thousands of times, so what repeats is written once: departments, districts, upazilas.
//! Beside a name in English stands the Bangla, for who types that.

use serde::Serialize;

use super::search_index::{folder, words};
use crate::escape;
use crate::hashing::HashMap;
use crate::model::Language;
use crate::plan::{Directory, DirectoryEntry, ListItem, Listing, Name};
use crate::theme::Wording;

/// Where it lies, beside the first page of its language.
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

/// What something is also called, where it is: the last of its values, left out where there is none.
type Also = Option<String>;

/// A department: what it calls its offices, its name, and what stands before and behind an office's id in most hosts.
#[derive(Serialize)]
struct Department<'a>(
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    #[serde(skip_serializing_if = "Option::is_none")] Also,
);

/// A district, its division and its label.
#[derive(Serialize)]
struct District<'a>(
    &'a str,
    &'a str,
    &'a str,
    #[serde(skip_serializing_if = "Option::is_none")] Also,
);

/// An upazila: its name, its label, its district's number and the offices there.
#[derive(Serialize)]
struct Upazila<'a>(
    &'a str,
    &'a str,
    usize,
    Vec<Here<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")] Also,
);

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
    known: HashMap<T, usize>,
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
pub(super) fn script(plan: &Directory<'_>, wording: &Wording) -> String {
    let language = wording.language;
    let mut departments = Numbered::new();
    let mut hosts: Vec<Department<'_>> = Vec::new();
    let mut districts = Numbered::new();
    let mut upazilas: Vec<Upazila<'_>> = Vec::new();
    let mut last = None;
    for office in offices(plan) {
        let number = departments.number((office.office_name, office.department));
        if number == hosts.len() {
            hosts.push(Department::of(&office, language));
        }
        let here = hosts[number].here(number, &office);
        let district = districts.number((office.district, office.division, office.id.district()));
        let place = Some((office.upazila, office.id.upazila(), district));
        if place != last {
            upazilas.push(Upazila::of(&office, district, language));
            last = place;
        }
        upazilas.last_mut().expect("just put there").3.push(here);
    }
    let districts = districts.list.into_iter();
    let districts: Vec<District<'_>> = districts
        .map(|(name, division, label)| District::of(name, division, label, language))
        .collect();
    format!(
        "{}{}\"departments\":{},\"districts\":{},\"upazilas\":{}}}\n",
        words(wording, &WORDS),
        folder(wording),
        escape::script(&hosts),
        escape::script(&districts),
        escape::script(&upazilas),
    )
}

impl<'a> Department<'a> {
    fn of(office: &DirectoryEntry<'a>, language: Language) -> Self {
        let DirectoryEntry {
            id,
            host,
            office_name,
            department,
            ..
        } = *office;
        // A host without the id is all before it; then the other offices' hosts do not fit, and say so.
        let host = host.as_str();
        let (before, behind) = host.split_once(id.as_str()).unwrap_or((host, ""));
        Self(
            office_name.in_language(language),
            department.in_language(language),
            before,
            behind,
            also([office_name, department], language),
        )
    }

    fn here(&self, number: usize, office: &DirectoryEntry<'a>) -> Here<'a> {
        let Self(_, _, before, behind, _) = self;
        let host = office.host.as_str();
        let rest = host.strip_prefix(before);
        match rest.and_then(|rest| rest.strip_suffix(behind)) {
            Some(middle) if middle == office.id.as_str() => Here::Usual(number),
            _ => Here::Other(number, host),
        }
    }
}

impl<'a> District<'a> {
    fn of(name: Name<'a>, division: Name<'a>, label: &'a str, language: Language) -> Self {
        Self(
            name.in_language(language),
            division.in_language(language),
            label,
            also([name, division], language),
        )
    }
}

impl<'a> Upazila<'a> {
    fn of(office: &DirectoryEntry<'a>, district: usize, language: Language) -> Self {
        Self(
            office.upazila.in_language(language),
            office.id.upazila(),
            district,
            Vec::new(),
            also([office.upazila], language),
        )
    }
}

/// The Bangla of names that are said otherwise.
fn also<const N: usize>(names: [Name<'_>; N], language: Language) -> Also {
    let others = names
        .into_iter()
        .filter(|name| name.in_language(language) != name.bangla);
    let others: Vec<&str> = others.map(|name| name.bangla).collect();
    (!others.is_empty()).then(|| others.join(" "))
}

/// All offices, in the order of the pages.
fn offices<'a>(plan: &Directory<'a>) -> Vec<DirectoryEntry<'a>> {
    let mut offices = Vec::new();
    for page in &plan.pages {
        collect(&page.listing, &mut offices);
    }
    offices
}

fn collect<'a>(listing: &Listing<'a>, offices: &mut Vec<DirectoryEntry<'a>>) {
    for group in &listing.groups {
        collect(&group.listing, offices);
    }
    offices.extend(listing.items.iter().filter_map(|item| match item {
        ListItem::Office(entry) => Some(*entry),
        ListItem::Page { .. } => None,
    }));
}
