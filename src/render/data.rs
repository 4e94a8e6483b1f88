//! The portal for machines: the charter as JSON, the notices as a feed. ASCII digits and ISO dates throughout.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use serde_json::to_string_pretty;

use super::charter_view::Further;
use super::fee_and_time;
use super::view::valid_until;
use crate::escape;
use crate::model::{
    CharterFormat, Contact, GrievanceContact, Language, Localized, Office, Places, Route, Service,
    ServiceText, SharedText, fill, on_one_line,
};
use crate::theme::Wording;

#[derive(Serialize)]
struct CharterData {
    office: String,
    name: String,
    upazila: String,
    district: String,
    division: String,
    department: String,
    host: String,
    approved_on: String,
    /// Left out for the usual form, `department`.
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    verified_on: Option<String>,
    contact: ContactData,
    /// Only in the form that asks for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    superior: Option<ContactData>,
    vision: String,
    mission: String,
    services: Vec<ServiceData>,
    expectations: Vec<String>,
    grievance: Vec<StepData>,
}

#[derive(Serialize)]
struct ContactData {
    name: Option<String>,
    designation: Option<String>,
    /// Where the superior officer sits.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    host: Option<String>,
}

#[derive(Serialize)]
struct ServiceData {
    id: String,
    kind: &'static str,
    name: String,
    delivery_method: Option<String>,
    required_documents: Vec<String>,
    available_at: Option<String>,
    fee: String,
    /// 0 when free; null when it is not a plain sum.
    fee_taka: Option<serde_json::Number>,
    payment_method: Option<String>,
    time_limit: String,
    immediate: bool,
    working_days: Option<u16>,
    responsible: String,
    /// What is written beside the form with seven columns.
    #[serde(flatten)]
    further: BTreeMap<&'static str, Further>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    forms: Vec<FormData>,
}

#[derive(Serialize)]
struct FormData {
    name: String,
    /// From the portal's root: `files/form-1.pdf`.
    file: String,
}

#[derive(Serialize)]
struct StepData {
    when: String,
    whom: String,
    contact: ContactData,
    time_limit: String,
    working_days: Option<u16>,
}

/// The charter as JSON.
pub(super) fn charter(office: &Office, language: Language) -> String {
    let places = office.places(language);
    let text = |text: &Localized<SharedText>| text.fill(&places).into_owned();
    let said = |text: &Localized<String>| text.in_language(language).to_owned();
    let charter = &office.charter;
    let step = |step: &crate::model::GrievanceStep| StepData {
        when: text(&step.when),
        whom: text(&step.whom),
        contact: match &step.contact {
            GrievanceContact::DistrictOfficer => contact(&office.district.contact, &places),
            GrievanceContact::Written(written) => contact(written, &places),
        },
        time_limit: text(&step.time_limit),
        working_days: step.settled_in.working_days(),
    };
    let is_field = charter.format == CharterFormat::Field;
    let data = CharterData {
        office: office.id.to_string(),
        name: said(&office.department.office_name),
        upazila: said(&office.upazila),
        district: said(&office.district.name),
        division: said(&office.district.division),
        department: said(&office.department.name),
        host: office.host.to_string(),
        approved_on: charter.approved_on.to_string(),
        format: is_field.then(|| charter.format.key()),
        verified_on: office
            .details
            .verified_on()
            .copied()
            .map(|date| date.to_string()),
        contact: own_contact(office, language),
        superior: is_field.then(|| ContactData {
            office: office.superior_office().map(said),
            ..contact(&office.superior(), &places)
        }),
        vision: text(&charter.vision),
        mission: text(&charter.mission),
        services: charter
            .services
            .iter()
            .map(|of| service(of, office, &places))
            .collect(),
        expectations: charter
            .expectations
            .in_language(language)
            .iter()
            .map(|text| text.fill(&places).into_owned())
            .collect(),
        grievance: charter.grievance.iter().map(step).collect(),
    };
    to_string_pretty(&data).expect("structs of text and numbers have a JSON form") + "\n"
}

/// A service in the words of an office.
fn service(service: &Service, office: &Office, places: &Places) -> ServiceData {
    let form = |form: &crate::model::Form| FormData {
        name: form.name.fill(places).into_owned(),
        file: Route::File(form.file.clone()).file(),
    };
    let cell = |text| service.text(text, places).map(Cow::into_owned);
    ServiceData {
        id: service.id.to_string(),
        kind: service.kind.key(),
        name: service.name(places).into_owned(),
        delivery_method: cell(ServiceText::DeliveryMethod),
        required_documents: service.list(ServiceText::RequiredDocuments, places),
        available_at: cell(ServiceText::AvailableAt),
        fee: cell(ServiceText::Fee).unwrap_or_default(),
        fee_taka: fee_and_time::sum(service.fee()),
        payment_method: cell(ServiceText::PaymentMethod),
        time_limit: cell(ServiceText::TimeLimit).unwrap_or_default(),
        immediate: service.time_limit().says_at_once(),
        working_days: service.time_limit().working_days(),
        responsible: office
            .department
            .post_name(&service.responsible.value, places.language)
            .to_owned(),
        further: {
            let mut further = Further::of(service, places);
            further.retain(|_, text| !text.is_empty());
            further
        },
        forms: service.forms.value.iter().map(form).collect(),
    }
}

fn own_contact(office: &Office, language: Language) -> ContactData {
    let said = |text: &Localized<String>| text.in_language(language).to_owned();
    let post = office.department.post_name(&office.head_post, language);
    ContactData {
        name: office.officer().map(said),
        designation: Some(post.to_owned()),
        office: None,
        address: office.details.address().map(said),
        room: office.details.room().cloned(),
        code: office.details.code().map(|code| code.as_str().to_owned()),
        phone: office
            .details
            .phone()
            .map(crate::model::Phone::international),
        email: office.details.email().map(ToString::to_string),
        host: Some(office.host.to_string()),
    }
}

fn contact(contact: &Contact, places: &Places) -> ContactData {
    let fill = |text: &Localized<SharedText>| text.fill(places).into_owned();
    ContactData {
        name: None,
        designation: contact.designation.as_ref().map(fill),
        office: None,
        address: contact.address.as_ref().map(fill),
        room: contact.room.clone(),
        code: contact.code.as_ref().map(|code| code.as_str().to_owned()),
        phone: contact
            .phone
            .as_ref()
            .map(crate::model::Phone::international),
        email: contact.email.as_ref().map(ToString::to_string),
        host: contact.host.as_ref().map(ToString::to_string),
    }
}

/// The notices as an Atom feed (RFC 4287). A reader shows it far from the portal, so its links name the host.
pub(super) fn feed(office: &Office, wording: &Wording) -> String {
    let language = wording.language;
    let places = office.places(language);
    let host = &office.host;
    let newest = office.notices.iter().map(|notice| notice.date).max();
    let updated = newest.unwrap_or(office.charter.approved_on);
    let title = escape::xml(&fill(wording.string("feed_title"), &places));
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"bn\">\n\
         <title>{title}</title>\n<id>https://{host}/notices/</id>\n<updated>{updated}T00:00:00+06:00</updated>\n\
         <author><name>{}, {}</name></author>\n<link href=\"https://{host}/notices/\"/>\n<link rel=\"self\" href=\"https://{host}/notices/feed.xml\"/>\n",
        escape::xml(office.department.office_name.in_language(language)),
        escape::xml(office.upazila.in_language(language)),
    );
    // Pinned ones are the portal's to show on top; a reader of feeds goes by days.
    let mut notices: Vec<_> = office.notices.iter().collect();
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.date));
    for notice in notices {
        let address = format!("https://{host}/notices/{}/", notice.slug);
        let line = |text: &SharedText| escape::xml(&on_one_line(&text.fill(&places)));
        let text = notice.text(language);
        let title = line(&text.title);
        let summary = text.summary.as_ref().map_or_else(|| title.clone(), line);
        let last = valid_until(notice, wording).map(|last| format!(" ({})", escape::xml(&last)));
        let summary = summary + &last.unwrap_or_default();
        let date = notice.date;
        write!(
            feed,
            "<entry>\n<title>{title}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n<updated>{date}T00:00:00+06:00</updated>\n<summary>{summary}</summary>\n</entry>\n"
        )
        .expect("writing into a String does not fail");
    }
    feed + "</feed>\n"
}
