//! An office's resolved values, each with the place that won: portal → department → district → row → `office.yaml`.

use crate::model::{
    Charge, CharterFormat, Contact, Form, Language, Localized, Office, Person, Place, Places,
    Service, ServiceText, digits,
};

/// Key, value as printed, and where it was written; without a place it follows from other values.
pub type ShownValue = (String, String, Option<Place>);

/// Every value of an office: its own, its district's, its superior officer's where the form asks for one, then the
/// services of its charter.
#[must_use]
pub fn shown_values(office: &Office, origins: &[(&'static str, Place)]) -> Vec<ShownValue> {
    let department = &office.department;
    let origin = |key: &str| {
        origins
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, origin)| origin.clone())
    };
    let row = origin("id");
    let own =
        |key: &str, value: String| (key.to_owned(), value, origin(key).or_else(|| row.clone()));
    let mut values: Vec<ShownValue> = vec![
        own("id", office.id.to_string()),
        own("upazila", bangla(&office.upazila)),
    ];
    for (key, text, _) in office.details.shown() {
        let post = |post| department.post_name(post, Language::Bangla).to_owned();
        let text = match key {
            "post" => office.details.post().map_or(text, post),
            _ => text,
        };
        values.push(own(key, text));
    }
    values.extend(people(office));
    let written_host = origin("host").filter(|origin| origin.at != crate::model::At::File);
    values.push((
        "host".to_owned(),
        office.host.to_string(),
        written_host.filter(|_| {
            !office
                .host
                .as_str()
                .ends_with(&format!("{}.gov.bd", office.id))
        }),
    ));
    values.extend(district(office));
    if office.charter.format == CharterFormat::Field {
        values.extend(superior(office));
    }
    values.extend(
        office
            .charter
            .services
            .iter()
            .flat_map(|service| of_service(service, office)),
    );
    values
}

/// The people, where somebody wrote a list of them: each value with its place.
fn people(office: &Office) -> Vec<ShownValue> {
    let people = office.people.iter().enumerate();
    let people = people.filter(|_| office.lists_people);
    people
        .flat_map(|(at, person)| {
            let shown = of_person(person, office).into_iter();
            shown.map(move |(key, text)| {
                let place = person.place(key).cloned();
                (format!("people[{at}].{key}"), text, place)
            })
        })
        .collect()
}

/// What is written of a person, by key.
fn of_person(person: &Person, office: &Office) -> Vec<(&'static str, String)> {
    let post = office.department.post_name(&person.post, Language::Bangla);
    let phones: Vec<String> = person.phones.iter().map(ToString::to_string).collect();
    let roles: Vec<&str> = person.roles.iter().map(|role| role.key()).collect();
    let is_additional = person.charge == Charge::Additional;
    let values = [
        ("name", Some(bangla(&person.name))),
        ("post", Some(post.to_owned())),
        ("phone", Some(phones.join("; "))),
        ("email", person.email.as_ref().map(ToString::to_string)),
        ("room", person.room.as_deref().map(digits::to_bangla)),
        ("roles", Some(roles.join("; "))),
        (
            "charge",
            is_additional.then(|| person.charge.key().to_owned()),
        ),
        ("days", person.days.as_ref().map(bangla)),
        ("from", person.from.as_ref().map(ToString::to_string)),
        ("until", person.until.as_ref().map(ToString::to_string)),
    ];
    let written = values
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)));
    written.filter(|(_, text)| !text.is_empty()).collect()
}

fn district(office: &Office) -> Vec<ShownValue> {
    let district = &office.district;
    let value = |key: &str, value: Option<String>| {
        value.map(|value| {
            (
                format!("district.{key}"),
                value,
                Some(district.origin.clone()),
            )
        })
    };
    let values = [
        value("name", Some(bangla(&district.name))),
        value("division", Some(bangla(&district.division))),
        value("office", Some(bangla(&district.office))),
    ];
    let places = office.places(Language::Bangla);
    let contact = of_contact(&district.contact, &places);
    let contact = contact.into_iter().map(|(key, text)| value(key, text));
    values.into_iter().chain(contact).flatten().collect()
}

/// The officer above the office's own, with the place that says so: the charter or the row of the district.
fn superior(office: &Office) -> Vec<ShownValue> {
    let written = office.charter.superior.as_ref();
    let origin = |key: &str| {
        written.map_or_else(
            || office.district.origin.clone(),
            |superior| superior.origin.below(key),
        )
    };
    let value = |(key, text): (&str, Option<String>)| {
        Some((format!("superior.{key}"), text?, Some(origin(key))))
    };
    let sits_in = ("office", office.superior_office().map(bangla));
    let [post, further @ ..] = of_contact(&office.superior(), &office.places(Language::Bangla));
    [post, sits_in]
        .into_iter()
        .chain(further)
        .filter_map(value)
        .collect()
}

fn bangla(text: &Localized<String>) -> String {
    text.bangla.clone()
}

fn of_contact(contact: &Contact, places: &Places) -> [(&'static str, Option<String>); 6] {
    let Contact {
        designation,
        address: _,
        room,
        code,
        phone,
        email,
        host,
    } = contact;
    [
        (
            "designation",
            designation
                .as_ref()
                .map(|text| text.fill(places).into_owned()),
        ),
        ("room", room.as_deref().map(digits::to_bangla)),
        ("code", code.as_ref().map(ToString::to_string)),
        ("phone", phone.as_ref().map(ToString::to_string)),
        ("email", email.as_ref().map(ToString::to_string)),
        ("host", host.as_ref().map(ToString::to_string)),
    ]
}

fn of_service(service: &Service, office: &Office) -> Vec<ShownValue> {
    let places = office.places(Language::Bangla);
    let value = |key: &str, value: Option<String>| {
        let own = service.overridden().find(|(known, _)| *known == key);
        let origin = own.map_or_else(|| service.origin.below(key), |(_, origin)| origin.clone());
        value.map(|value| {
            (
                format!("services.{}.{key}", service.id),
                value,
                Some(origin),
            )
        })
    };
    let form = |form: &Form| format!("{} ({})", form.name.fill(&places), form.file);
    let forms: Vec<_> = service.forms.value.iter().map(form).collect();
    let text = |text: ServiceText| {
        let list = service.list(text, &places);
        // As charters print them: papers in one cell, laws one behind the other.
        let between = if text.is_of_department_form() {
            "/ "
        } else {
            "; "
        };
        value(text.key(), (!list.is_empty()).then(|| list.join(between)))
    };
    let post = office
        .department
        .post_name(&service.responsible.value, Language::Bangla);
    let (of_form, further): (Vec<_>, Vec<_>) =
        ServiceText::all().partition(|text| text.is_of_department_form());
    let of_form = of_form.into_iter().map(text);
    let further = further.into_iter().map(text);
    of_form
        .chain([value("responsible", Some(post.to_owned()))])
        .chain(further)
        .chain([value(
            "forms",
            (!forms.is_empty()).then(|| forms.join("; ")),
        )])
        .flatten()
        .collect()
}
