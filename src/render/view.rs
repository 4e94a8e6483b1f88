//! The model as templates see it: plain values, Bangla on the page, ASCII in addresses.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{
    CitizensCharter, Contact, Country, Date, Department, GrievanceContact, Holder, Notice, Office,
    OfficeFile, Page, Phone, Places, Service, ServiceKind, SharedText, Weekday, digits,
};
use crate::theme::Theme;

/// A day.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    /// `2025-06-30`
    pub(super) iso: String,
    /// `৩০`
    pub(super) day: String,
    /// `জুন`
    pub(super) month: String,
    /// `২০২৫`
    pub(super) year: String,
    /// `৩০/০৬/২০২৫`
    pub(super) official: String,
}

impl DateView {
    pub(super) fn new(date: Date, theme: &Theme) -> Self {
        Self {
            iso: date.to_string(),
            day: digits::number(date.day().into()),
            month: theme.string(&format!("month_{}", date.month())).to_owned(),
            year: digits::number(date.year().into()),
            official: date.official(),
        }
    }
}

/// A telephone number.
#[derive(Debug, Serialize)]
pub(super) struct PhoneView {
    /// `০১৭৮১২৭১৯৩৪`
    pub(super) text: String,
    /// `+8801781271934`
    pub(super) tel: String,
}

impl From<&Phone> for PhoneView {
    fn from(phone: &Phone) -> Self {
        Self {
            text: phone.to_string(),
            tel: phone.international(),
        }
    }
}

/// How to reach somebody. What is missing is null.
#[derive(Debug, Serialize)]
pub(super) struct ContactView {
    designation: Option<String>,
    address: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    phone: Option<PhoneView>,
    email: Option<String>,
    host: Option<String>,
}

impl From<&Contact> for ContactView {
    fn from(contact: &Contact) -> Self {
        Self {
            designation: contact.designation.clone(),
            address: contact.address.clone(),
            room: contact.room.as_deref().map(digits::to_bangla),
            code: contact.code.as_ref().map(ToString::to_string),
            phone: contact.phone.as_ref().map(PhoneView::from),
            email: contact.email.as_ref().map(ToString::to_string),
            host: contact.host.as_ref().map(ToString::to_string),
        }
    }
}

/// An office, for every template.
#[derive(Debug, Serialize)]
pub(super) struct OfficeView {
    id: String,
    host: String,
    host_www: String,
    /// `উপজেলা আইসিটি কার্যালয়`
    name: String,
    upazila: String,
    district: String,
    division: String,
    department: String,
    department_host: Option<String>,
    ministry: Option<String>,
    /// The post that leads it.
    post: String,
    /// `held`, `vacant` or `unconfirmed`.
    holder: &'static str,
    officer: Option<String>,
    /// The first letter of the officer's name, whole with its signs.
    initial: Option<String>,
    phone: Option<PhoneView>,
    email: Option<String>,
    address: Option<String>,
    /// `23.7912,90.5043`, as an address of the scheme `geo:` has it.
    geo: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    /// Whether somebody can be reached at the office itself.
    reachable: bool,
    verified_on: Option<DateView>,
    district_office: String,
    district_contact: ContactView,
    superior: ContactView,
    /// Where the superior officer sits; null when the charter itself names the officer.
    superior_office: Option<String>,
    /// The code that leads to its portal: an `svg` element.
    qr: String,
    /// Whether there is a card of its officer for the contacts of a telephone.
    card: bool,
    /// What it is in the vocabulary of schema.org: JSON that can stand in a page.
    structured: String,
}

/// What all offices of the country share, for every template.
#[derive(Debug, Serialize)]
pub(super) struct CountryView {
    state: String,
    weekend: Vec<&'static str>,
    /// Null when nobody has written when offices are open.
    hours: Option<HoursView>,
    /// All seven days.
    week: [DayView; 7],
    hotlines: Vec<HotlineView>,
    links: Vec<LinkView>,
}

/// In Bangla digits: `০৯:০০`.
#[derive(Debug, Serialize)]
struct HoursView {
    opens: String,
    closes: String,
}

#[derive(Debug, Serialize)]
struct DayView {
    key: &'static str,
    open: bool,
}

#[derive(Debug, Serialize)]
struct HotlineView {
    number: String,
    tel: String,
    label: String,
    checked_on: DateView,
}

#[derive(Debug, Serialize)]
struct LinkView {
    label: String,
    url: String,
}

impl CountryView {
    pub(super) fn new(country: &Country, theme: &Theme) -> Self {
        let hotline = |line: &crate::model::Hotline| HotlineView {
            number: digits::to_bangla(&line.number),
            tel: line.number.clone(),
            label: line.label.clone(),
            checked_on: DateView::new(line.checked_on, theme),
        };
        let day = |(key, day): (&'static str, Weekday)| DayView {
            key,
            open: !country.weekend.contains(&day),
        };
        let link = |link: &crate::model::ImportantLink| LinkView {
            label: link.label.clone(),
            url: link.url.to_string(),
        };
        Self {
            state: country.state.clone(),
            weekend: country.weekend.iter().map(|day| day.key()).collect(),
            hours: country.hours.map(|hours| HoursView {
                opens: digits::to_bangla(&hours.opens.iso()),
                closes: digits::to_bangla(&hours.closes.iso()),
            }),
            week: Weekday::ALL.map(day),
            hotlines: country.hotlines.iter().map(hotline).collect(),
            links: country.links.iter().map(link).collect(),
        }
    }
}

impl OfficeView {
    pub(super) fn new(office: &Office, qr: &str, opening: Option<&str>, theme: &Theme) -> Self {
        let department = &office.department;
        let (holder, officer) = match &office.head {
            Holder::Held(name) => ("held", Some(name.clone())),
            Holder::Vacant => ("vacant", None),
            Holder::Unconfirmed => ("unconfirmed", None),
        };
        Self {
            id: office.id.to_string(),
            host: office.host.to_string(),
            host_www: office.host.with_www(),
            name: department.office_name.clone(),
            upazila: office.upazila.clone(),
            district: office.district.name.clone(),
            division: office.district.division.clone(),
            department: department.name.clone(),
            department_host: department.host.as_ref().map(ToString::to_string),
            ministry: department.ministry.clone(),
            post: department.post_name(&office.head_post).to_owned(),
            holder,
            initial: officer
                .as_deref()
                .and_then(|name| name.graphemes(true).next())
                .map(str::to_owned),
            officer,
            phone: office.phone.as_ref().map(PhoneView::from),
            email: office.email.as_ref().map(ToString::to_string),
            address: office.address.clone(),
            geo: office
                .coordinates
                .map(|at| format!("{},{}", at.latitude(), at.longitude())),
            room: office.room.as_deref().map(digits::to_bangla),
            code: office.code.as_ref().map(ToString::to_string),
            reachable: office.phone.is_some() || office.email.is_some(),
            verified_on: office.verified_on.map(|date| DateView::new(date, theme)),
            district_office: office.district.office.clone(),
            district_contact: ContactView::from(&office.district.contact),
            superior: ContactView::from(&office.superior()),
            superior_office: office.superior_office().map(str::to_owned),
            qr: qr.to_owned(),
            card: office.has_card(),
            structured: super::structured::office(office, opening),
        }
    }
}

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
    delivery_method: String,
    required_documents: Vec<String>,
    available_at: Option<String>,
    fee: String,
    /// Whether nothing is to be paid.
    free: bool,
    payment_method: Option<String>,
    time_limit: String,
    /// The number of working days that it promises, in Bangla digits.
    promised_days: Option<String>,
    /// The post that is responsible.
    post: String,
    /// Where in the office.
    branch: Option<String>,
}

impl ServiceView {
    pub(super) fn new(
        service: &Service,
        serial: usize,
        department: &Department,
        places: &Places,
    ) -> Self {
        let fill = |text: &SharedText| text.fill(places).into_owned();
        Self {
            id: service.id.to_string(),
            serial: digits::number(serial),
            kind: service.kind.key(),
            table: table_number(service.kind),
            name: fill(&service.name),
            delivery_method: fill(&service.delivery_method),
            required_documents: service.required_documents.iter().map(fill).collect(),
            available_at: service.available_at.as_ref().map(fill),
            fee: fill(&service.fee),
            free: service.fee_meaning == crate::model::Fee::Free,
            payment_method: service.payment_method.as_ref().map(fill),
            time_limit: fill(&service.time_limit),
            promised_days: service
                .promised_days()
                .map(|days| digits::number(days.into())),
            post: department.post_name(&service.responsible).to_owned(),
            branch: service.branch.as_ref().map(fill),
        }
    }
}

/// `২.১` for the first table of section ২.
fn table_number(kind: ServiceKind) -> String {
    digits::to_bangla(&format!("2.{}", kind as usize + 1))
}

/// One of the three tables, with what its services have in common said once.
#[derive(Debug, Serialize)]
pub(super) struct TableView {
    kind: &'static str,
    number: String,
    count: String,
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
) -> Vec<TableView> {
    let table = |kind| {
        let rows = charter
            .services
            .iter()
            .filter(|service| service.kind == kind);
        let services: Vec<ServiceView> = rows
            .enumerate()
            .map(|(at, service)| ServiceView::new(service, at + 1, department, places))
            .collect();
        TableView {
            kind: ServiceKind::key(kind),
            number: table_number(kind),
            count: digits::number(services.len()),
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
    contact: ContactView,
}

/// The tiers of a charter; those of the district office are reached as `district` says.
pub(super) fn grievance(
    charter: &CitizensCharter,
    district: &Contact,
    places: &Places,
) -> Vec<StepView> {
    let step = |(at, step): (usize, &crate::model::GrievanceStep)| StepView {
        serial: digits::number(at + 1),
        when: step.when.fill(places).into_owned(),
        whom: step.whom.fill(places).into_owned(),
        time_limit: step.time_limit.fill(places).into_owned(),
        contact: match &step.contact {
            GrievanceContact::DistrictOfficer => ContactView::from(district),
            GrievanceContact::Written(contact) => ContactView::from(contact),
        },
    };
    charter.grievance.iter().enumerate().map(step).collect()
}

/// The charter's own sections.
#[derive(Debug, Serialize)]
pub(super) struct CharterView {
    approved_on: DateView,
    /// `department` or `field`.
    format: &'static str,
    vision: String,
    mission: String,
    subordinate_offices: Option<String>,
    expectations: Vec<ExpectationView>,
    signed_by: String,
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
        theme: &Theme,
    ) -> Self {
        let fill = |text: &SharedText| text.fill(places).into_owned();
        let expectation = |(at, text): (usize, &SharedText)| ExpectationView {
            serial: digits::number(at + 1),
            text: fill(text),
        };
        Self {
            approved_on: DateView::new(charter.approved_on, theme),
            format: charter.format.key(),
            vision: fill(&charter.vision),
            mission: fill(&charter.mission),
            subordinate_offices: charter.subordinate_offices.as_ref().map(fill),
            expectations: charter
                .expectations
                .iter()
                .enumerate()
                .map(expectation)
                .collect(),
            signed_by: department.post_name(&charter.signed_by).to_owned(),
            signature_place: fill(&charter.signature_place),
        }
    }
}

/// A notice in a list.
#[derive(Debug, Serialize)]
pub(super) struct NoticeView {
    slug: String,
    title: String,
    summary: Option<String>,
    date: DateView,
    /// The last day on which it is current.
    expires_on: Option<DateView>,
    pinned: bool,
    attachments: Vec<FileView>,
}

impl NoticeView {
    pub(super) fn new(
        notice: &Notice,
        files: &[OfficeFile],
        places: &Places,
        theme: &Theme,
    ) -> Self {
        let fill = |text: &SharedText| text.fill(places).into_owned();
        let attached = files
            .iter()
            .filter(|file| notice.attachments.contains(&file.name));
        Self {
            slug: notice.slug.to_string(),
            title: fill(&notice.title),
            summary: notice.summary.as_ref().map(fill),
            date: DateView::new(notice.date, theme),
            expires_on: notice.expires_on.map(|date| DateView::new(date, theme)),
            pinned: notice.pinned,
            attachments: attached.map(|file| FileView::new(file, theme)).collect(),
        }
    }
}

/// A file for download.
#[derive(Debug, Serialize)]
pub(super) struct FileView {
    name: String,
    /// Its ending in capitals: `PDF`.
    kind: String,
    size: String,
}

impl FileView {
    pub(super) fn new(file: &OfficeFile, theme: &Theme) -> Self {
        let kilobytes = file.bytes.div_ceil(1024);
        let (amount, unit) = if kilobytes < 1024 {
            (kilobytes.to_string(), theme.string("size_kilobytes"))
        } else {
            (
                format!("{}.{}", kilobytes / 1024, kilobytes % 1024 * 10 / 1024),
                theme.string("size_megabytes"),
            )
        };
        Self {
            name: file.name.clone(),
            kind: file
                .name
                .rsplit('.')
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase(),
            size: format!("{} {unit}", digits::to_bangla(&amount)),
        }
    }

    /// Its kind and size in one line.
    pub(super) fn detail(&self) -> String {
        format!("{}, {}", self.kind, self.size)
    }
}

/// A Markdown page in a list.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    slug: String,
    title: String,
    summary: Option<String>,
}

pub(super) fn pages(pages: &[Arc<Page>], places: &Places) -> Vec<PageView> {
    let fill = |text: &SharedText| text.fill(places).into_owned();
    let page = |page: &Arc<Page>| PageView {
        slug: page.slug.to_string(),
        title: fill(&page.title),
        summary: page.summary.as_ref().map(fill),
    };
    pages.iter().map(page).collect()
}
