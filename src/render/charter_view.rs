//! A charter as templates see it: its services in their tables, the tiers of section ৫, and its own sections.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::download::{self, FileView};
use super::fee_and_time;
use super::view::{ContactView, DateView};
use crate::model::{
    CitizensCharter, Contact, Days, Department, Fee, GrievanceContact, GrievanceStep, Localized,
    OfficeFile, Places, Service, ServiceKind, ServiceText, SharedText, TimeLimit,
};
use crate::theme::Wording;

/// A service, for its own page, the lists and the charter.
#[derive(Debug, Serialize)]
pub(super) struct ServiceView {
    id: String,
    /// Its number in its table, in Bangla digits.
    serial: String,
    kind: &'static str,
    /// `২.১`
    table: String,
    name: String,
    delivery_method: Option<String>,
    required_documents: Vec<String>,
    /// All of them in one cell, those of a list one below the other.
    papers: String,
    available_at: Option<String>,
    /// Papers and where they are to be had, as the form with seven columns has them in one cell.
    papers_and_place: String,
    fee: String,
    /// Fee and way of payment, as the forms have them in one cell.
    fee_and_way: String,
    /// Whether nothing is to be paid.
    free: bool,
    payment_method: Option<String>,
    time_limit: String,
    /// The working days that it promises: `৫ কার্যদিবস`.
    promised: Option<String>,
    /// The days within which it is given, for the script that counts them; null when they cannot be counted.
    days: Option<String>,
    /// The post that is responsible; who holds it is known only where it is the one that leads the office.
    post: String,
    post_id: String,
    /// What its own page says beside the form with seven columns.
    #[serde(flatten)]
    further: BTreeMap<&'static str, Further>,
    /// What it offers for download; on its own page only.
    forms: Vec<FileView>,
}

/// A text, null where it is not written, or a list.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Further {
    One(Option<String>),
    List(Vec<String>),
}

impl Further {
    /// Those of a service by their keys.
    pub(super) fn of(service: &Service, places: &Places) -> BTreeMap<&'static str, Self> {
        let further = ServiceText::all().filter(|text| !text.is_of_department_form());
        let value = |text: ServiceText| {
            let mut list = service.list(text, places);
            if text.is_list() {
                Self::List(list)
            } else {
                Self::One(list.pop())
            }
        };
        further.map(|text| (text.key(), value(text))).collect()
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::One(text) => text.is_none(),
            Self::List(texts) => texts.is_empty(),
        }
    }
}

impl ServiceView {
    pub(super) fn new(
        service: &Service,
        serial: usize,
        department: &Department,
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let text = |text: ServiceText| service.text(text, places).map(Cow::into_owned);
        let required_documents = service.list(ServiceText::RequiredDocuments, places);
        let papers = required_documents.join("\n");
        let available_at = text(ServiceText::AvailableAt);
        let fee = fee_and_time::fee(service, places, wording);
        let payment_method = text(ServiceText::PaymentMethod);
        Self {
            id: service.id.to_string(),
            serial: wording.number(serial),
            kind: service.kind.key(),
            table: table_number(service.kind, wording),
            name: service.name(places).into_owned(),
            delivery_method: text(ServiceText::DeliveryMethod),
            papers_and_place: in_a_cell(&papers, available_at.as_deref()),
            fee_and_way: in_a_cell(&fee, payment_method.as_deref()),
            required_documents,
            papers,
            available_at,
            fee,
            free: service.fee() == Fee::Free,
            payment_method,
            time_limit: fee_and_time::time_limit(service, places, wording),
            promised: (service.time_limit().working_days())
                .map(|days| wording.counted("within_days", days.into())),
            days: days(service.time_limit()),
            post: department
                .post_name(&service.responsible.value, wording.language)
                .to_owned(),
            post_id: service.responsible.value.to_string(),
            further: Further::of(service, places),
            forms: Vec::new(),
        }
    }

    /// The same with its forms, whose files are among these.
    pub(super) fn with_forms(
        self,
        service: &Service,
        files: &[OfficeFile],
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let forms = download::forms(service, files, places, wording);
        Self { forms, ..self }
    }
}

/// Two texts in one cell: behind each other with a slash, as charters have them, or one below the other where one has lines.
fn in_a_cell(first: &str, second: Option<&str>) -> String {
    match second {
        None => first.to_owned(),
        Some(second) if first.is_empty() => second.to_owned(),
        Some(second) if first.contains('\n') || second.contains('\n') => {
            format!("{first}\n{second}")
        }
        Some(second) => format!("{first}/ {second}"),
    }
}

/// A time limit as the script of the pages reads it.
fn days(limit: &TimeLimit) -> Option<String> {
    limit.days().as_ref().map(Days::to_string)
}

/// `২.১` for the first table of section ২.
fn table_number(kind: ServiceKind, wording: &Wording) -> String {
    wording.digits(&format!("2.{}", kind as usize + 1))
}

/// One of the three tables, with what its services have in common said once.
#[derive(Debug, Serialize)]
pub(super) struct TableView {
    kind: &'static str,
    number: String,
    count: String,
    /// `১১টি সেবা`
    counted: String,
    /// The fee that most of its services have.
    usual_fee: String,
    /// The time that most of its services have.
    usual_time: String,
    services: Vec<ServiceView>,
}

/// The tables of a charter that hold any service.
pub(super) fn tables(
    charter: &CitizensCharter,
    department: &Department,
    places: &Places,
    wording: &Wording,
) -> Vec<TableView> {
    let table = |kind| {
        let rows = charter
            .services
            .iter()
            .filter(|service| service.kind == kind);
        let services: Vec<ServiceView> = rows
            .enumerate()
            .map(|(at, service)| ServiceView::new(service, at + 1, department, places, wording))
            .collect();
        TableView {
            kind: ServiceKind::key(kind),
            number: table_number(kind, wording),
            count: wording.number(services.len()),
            counted: wording.counted("services_count", services.len()),
            usual_fee: usual(services.iter().map(|service| service.fee.as_str())),
            usual_time: usual(services.iter().map(|service| service.time_limit.as_str())),
            services,
        }
    };
    ServiceKind::ALL
        .into_iter()
        .map(table)
        .filter(|table| !table.services.is_empty())
        .collect()
}

/// The text that occurs most often; the first of several that do.
fn usual<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (at, text) in texts.enumerate() {
        counts.entry(text).or_insert((0, usize::MAX - at)).0 += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, rank)| *rank)
        .map(|(text, _)| text.to_owned())
        .unwrap_or_default()
}

/// One tier of the grievance procedure.
#[derive(Debug, Serialize)]
pub(super) struct StepView {
    serial: String,
    when: String,
    whom: String,
    time_limit: String,
    /// As that of a service.
    days: Option<String>,
    contact: ContactView,
}

/// The tiers of a charter; those of the district office are reached as `district` says.
pub(super) fn grievance(
    charter: &CitizensCharter,
    district: &Contact,
    places: &Places,
    wording: &Wording,
) -> Vec<StepView> {
    let step = |(at, step): (usize, &GrievanceStep)| StepView {
        serial: wording.number(at + 1),
        when: step.when.fill(places).into_owned(),
        whom: step.whom.fill(places).into_owned(),
        time_limit: fee_and_time::settled_in(step, places, wording),
        days: days(&step.settled_in),
        contact: match &step.contact {
            GrievanceContact::DistrictOfficer => ContactView::new(district, places, wording),
            GrievanceContact::Written(contact) => ContactView::new(contact, places, wording),
        },
    };
    charter.grievance.iter().enumerate().map(step).collect()
}

/// The charter's own sections.
#[derive(Debug, Serialize)]
pub(super) struct CharterView {
    approved_on: DateView,
    /// The last day on which it counts as up to date.
    due: DateView,
    /// `department` or `field`.
    format: &'static str,
    vision: String,
    mission: String,
    subordinate_offices: Option<String>,
    expectations: Vec<ExpectationView>,
    signed_by: String,
    signed_by_id: String,
    signature_place: String,
}

#[derive(Debug, Serialize)]
struct ExpectationView {
    serial: String,
    text: String,
}

impl CharterView {
    pub(super) fn new(
        charter: &CitizensCharter,
        department: &Department,
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let fill = |text: &Localized<SharedText>| text.fill(places).into_owned();
        let expectation = |(at, text): (usize, &SharedText)| ExpectationView {
            serial: wording.number(at + 1),
            text: text.fill(places).into_owned(),
        };
        Self {
            approved_on: DateView::new(charter.approved_on, wording),
            due: DateView::new(charter.approved_on.due(), wording),
            format: charter.format.key(),
            vision: fill(&charter.vision),
            mission: fill(&charter.mission),
            subordinate_offices: charter.subordinate_offices.as_ref().map(fill),
            expectations: charter
                .expectations
                .in_language(wording.language)
                .iter()
                .enumerate()
                .map(expectation)
                .collect(),
            signed_by: department
                .post_name(&charter.signed_by, wording.language)
                .to_owned(),
            signed_by_id: charter.signed_by.to_string(),
            signature_place: fill(&charter.signature_place),
        }
    }
}
