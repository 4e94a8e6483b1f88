//! Across offices: what only shows when they are laid side by side.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, say};
use crate::model::{CitizensCharter, Department, Office, Phone, Place, Service, ServiceText, Slug};

/// What is kept of an office to be compared with others.
#[derive(Debug)]
pub struct ComparedOffice {
    id: String,
    phone: Option<(Phone, Place)>,
    overridden: Vec<Slug>,
}

impl ComparedOffice {
    /// What `across` needs of an office.
    #[must_use]
    pub fn of(office: &Office, origins: &[(&'static str, Place)]) -> Self {
        let place = super::Origins(origins).place("phone");
        let changed = |service: &&Service| service.overridden().next().is_some();
        Self {
            id: office.id.to_string(),
            phone: office.details.phone().cloned().zip(place),
            overridden: office
                .charter
                .services
                .iter()
                .filter(changed)
                .map(|service| service.id.clone())
                .collect(),
        }
    }
}

/// Doubts about offices of a department together.
#[must_use]
pub fn across(department: &Department, offices: &[ComparedOffice]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut phones: BTreeMap<String, &str> = BTreeMap::new();
    let mut changes: BTreeMap<&Slug, usize> = BTreeMap::new();
    for office in offices {
        if let Some((phone, place)) = &office.phone {
            let dialled = phone.international();
            if let Some(other) = phones.get(&dialled) {
                found.push(say::shared_phone_office(other).at(place.clone()));
            } else {
                phones.insert(dialled, &office.id);
            }
        }
        for id in &office.overridden {
            *changes.entry(id).or_default() += 1;
        }
    }
    for service in &department.charter.services {
        let times = changes.get(&service.id).copied().unwrap_or(0);
        if times > 1 && times * 2 > offices.len() {
            let all = offices.len();
            found.push(say::mostly_overridden(times, all).at(service.origin.below("id")));
        }
    }
    found
}

/// What an office writes again although the shared charter says it already.
pub(super) fn same_as_shared(office: &Office) -> Vec<Diagnostic> {
    let shared: &CitizensCharter = &office.department.charter;
    let mut found = Vec::new();
    for service in &office.charter.services {
        let Some(original) = shared.services.iter().find(|other| other.id == service.id) else {
            continue;
        };
        for (key, origin) in service.overridden() {
            if says_the_same(service, original, key) {
                found.push(say::same_as_shared().at(origin.clone()));
            }
        }
    }
    found
}

/// Whether two services have the same value of a key.
fn says_the_same(one: &Service, other: &Service, key: &str) -> bool {
    match (ServiceText::of_key(key), key) {
        (Some(text), _) => {
            let [one, other] = [one, other].map(|service| service.cell(text));
            one.map(|cell| &cell.value.bangla) == other.map(|cell| &cell.value.bangla)
        }
        (None, "forms") => one.offers() == other.offers(),
        (None, _) => one.responsible.value == other.responsible.value,
    }
}
