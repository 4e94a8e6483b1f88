//! What an office and its services are, in the vocabulary of <https://schema.org>: JSON-LD in a data block of a page. A
//! browser runs no such block, so no content policy forbids it. What nobody has written is left out.

use serde_json::{Map, Value, json};

use crate::escape;
use crate::model::{
    Country, Department, Language, Office, Phone, Places, Service, Weekday, on_one_line,
};
use crate::theme::Wording;

/// An object from its properties; those without a value are left out.
fn object<const N: usize>(properties: [(&str, Option<Value>); N]) -> Value {
    let written = properties.into_iter();
    let written = written.filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(written.collect::<Map<_, _>>())
}

/// When offices are open: `Su,Mo,Tu,We,Th 09:00-17:00`; `None` when nobody has written it.
pub(super) fn opening_hours(country: &Country) -> Option<String> {
    let hours = country.hours?;
    let open = Weekday::ALL
        .into_iter()
        .filter(|(_, day)| !country.weekend.contains(day));
    // A day is called by the first two letters of its English name.
    let days: Vec<String> = open
        .map(|(key, _)| key[..1].to_uppercase() + &key[1..2])
        .collect();
    Some(format!(
        "{} {}-{}",
        days.join(","),
        hours.opens.iso(),
        hours.closes.iso()
    ))
}

/// The office, for the pages on which it tells how to reach it. `opening` is when it is open.
pub(super) fn office(office: &Office, opening: Option<&str>, language: Language) -> String {
    let text = |text: &str| Some(Value::from(text));
    let upazila = office.upazila.in_language(language);
    let district = office.district.name.in_language(language);
    let street = office.details.address();
    let street = street.map(|street| on_one_line(street.in_language(language)));
    let address = object([
        ("@type", text("PostalAddress")),
        ("streetAddress", street.map(Value::from)),
        ("addressLocality", text(upazila)),
        ("addressRegion", text(district)),
        ("addressCountry", text("BD")),
    ]);
    escape::data_block(&object([
        ("@context", text("https://schema.org")),
        ("@type", text("GovernmentOffice")),
        ("@id", text(&id(office.host.as_str()))),
        ("url", text(&format!("https://{}/", office.host))),
        (
            "name",
            text(&name(
                office.department.office_name.in_language(language),
                upazila,
            )),
        ),
        ("address", Some(address)),
        (
            "telephone",
            office
                .details
                .phone()
                .map(Phone::international)
                .map(Value::from),
        ),
        (
            "email",
            office
                .details
                .email()
                .map(|email| Value::from(email.to_string())),
        ),
        ("areaServed", Some(area(upazila, district))),
        ("openingHours", opening.map(Value::from)),
        (
            "geo",
            office.details.coordinates().map(|at| {
                json!({
                    "@type": "GeoCoordinates",
                    "latitude": at.latitude().value(),
                    "longitude": at.longitude().value(),
                })
            }),
        ),
        (
            "parentOrganization",
            Some(department(&office.department, language)),
        ),
    ]))
}

/// A service, for its own page. `places` are an office's words, or marks for them inside JSON.
pub(super) fn service(
    service: &Service,
    department: &Department,
    places: &Places,
    wording: &Wording,
) -> String {
    let text = |text: &str| Some(Value::from(text));
    let host = &places.host;
    let kind = service.kind.key();
    let offer = |taka| json!({"@type": "Offer", "price": taka, "priceCurrency": "BDT"});
    let provider = json!({
        "@type": "GovernmentOffice",
        "@id": id(host),
        "name": name(department.office_name.in_language(places.language), &places.upazila),
        "url": format!("https://{host}/"),
    });
    let audience = json!({
        "@type": "Audience",
        "audienceType": wording.string(&format!("audience_{kind}")),
    });
    escape::data_block(&object([
        ("@context", text("https://schema.org")),
        ("@type", text("GovernmentService")),
        (
            "url",
            text(&format!("https://{host}/services/{}/", service.id)),
        ),
        ("name", Some(on_one_line(&service.name(places)).into())),
        ("serviceType", text(wording.string(&format!("kind_{kind}")))),
        ("audience", Some(audience)),
        ("provider", Some(provider)),
        ("areaServed", Some(area(&places.upazila, &places.district))),
        ("offers", super::fee_and_time::sum(service.fee()).map(offer)),
    ]))
}

/// The name of an office within the data of all its pages.
fn id(host: &str) -> String {
    format!("https://{host}/#office")
}

fn name(office_name: &str, upazila: &str) -> String {
    format!("{office_name}, {upazila}")
}

fn area(upazila: &str, district: &str) -> Value {
    let district = json!({"@type": "AdministrativeArea", "name": district});
    json!({"@type": "AdministrativeArea", "name": upazila, "containedInPlace": district})
}

fn department(department: &Department, language: Language) -> Value {
    let ministry = department.ministry.as_ref();
    object([
        ("@type", Some("GovernmentOrganization".into())),
        ("name", Some(department.name.in_language(language).as_str().into())),
        (
            "url",
            department
                .host
                .as_ref()
                .map(|host| format!("https://{host}/").into()),
        ),
        (
            "parentOrganization",
            ministry.map(
                |name| json!({"@type": "GovernmentOrganization", "name": name.in_language(language)}),
            ),
        ),
    ])
}
