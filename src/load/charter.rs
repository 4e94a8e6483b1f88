//! `charter.yaml`: the citizens' charter that a department's offices share.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::allow;
use super::fields::Fields;
use super::files::Folder;
use super::raw_charter::{RawCharter, RawServices, RawSignature, RawStep, RawSuperior};
use super::reader::Reader;
use super::service;
use super::text::{Text, TextOrList};
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::{Diagnostic, phrase, say};
use crate::model::{
    CharterFormat, CitizensCharter, Contact, GrievanceContact, GrievanceStep, Localized, Place,
    Post, Service, SharedText, Slug, Superior, TimeLimit,
};

/// Reads a department's `charter.yaml`.
pub(super) fn charter(
    folder: &Folder,
    posts: &[Post],
    found: &mut Vec<Diagnostic>,
) -> Result<Option<CitizensCharter>> {
    let Some(source) = folder.text("charter.yaml", found)? else {
        return Ok(None);
    };
    let Some(parsed) = yaml::read::<RawCharter>(&source.file, &source.text, 0, found) else {
        return Ok(None);
    };
    Ok(convert(&source.file, parsed, posts, found))
}

fn convert(
    file: &Arc<str>,
    parsed: Parsed<RawCharter>,
    posts: &[Post],
    found: &mut Vec<Diagnostic>,
) -> Option<CitizensCharter> {
    let Parsed { value, excused } = parsed;
    let RawCharter {
        approved_on,
        format,
        vision,
        mission,
        services,
        subordinate_offices,
        expectations,
        grievance,
        signature,
        superior: above,
        en,
        allow,
    } = value;
    let mut top = Fields::new(file, &excused, found);
    allow::answered(&mut top, allow);
    let approved_on = top.text("approved_on", approved_on, &phrase::needs_approved_on);
    let approved_on = approved_on.and_then(|day| top.date("approved_on", &day));
    let format = form(&mut top, format);
    let en = en.unwrap_or_default();
    let vision = top.localized("vision", vision, en.vision, &phrase::needs_vision);
    let mission = top.localized("mission", mission, en.mission, &phrase::needs_mission);
    let services = all_services(file, &mut top, services, format, posts);
    let subordinate_offices = match subordinate_offices {
        Some(Text(text)) if text == "not-applicable" => {
            let english = en.subordinate_offices;
            top.localized_where_written("subordinate_offices", None, english);
            Some(None)
        }
        text => top
            .localized(
                "subordinate_offices",
                text,
                en.subordinate_offices,
                &phrase::needs_subordinate_offices,
            )
            .map(Some),
    };
    let expectations = expected(&mut top, expectations, en.expectations);
    let grievance = steps(&mut top, grievance);
    let signature = signed(&mut top, signature, posts);
    let superior = above.and_then(|raw| superior(&mut top, file, raw));
    let (signed_by, signature_place) = signature?;
    Some(CitizensCharter {
        approved_on: approved_on?,
        format: format?,
        vision: vision?,
        mission: mission?,
        services,
        withdrawn: Vec::new(),
        subordinate_offices: subordinate_offices?,
        expectations,
        grievance,
        signed_by,
        signature_place,
        superior,
    })
}

/// What an office expects of citizens: one text for each expectation, in English as many or none.
fn expected(
    top: &mut Fields<'_>,
    bangla: Option<Vec<Text>>,
    english: Option<Vec<Text>>,
) -> Localized<Vec<SharedText>> {
    let bangla = texts(top, "expectations", bangla);
    let english = english.map(|texts| TextOrList::from(texts).0);
    Localized {
        english: english.and_then(|texts| top.english_list("expectations", &texts, bangla.len())),
        bangla,
    }
}

/// How the tables are laid out; with seven columns where nothing is said.
fn form(top: &mut Fields<'_>, format: Option<Text>) -> Option<CharterFormat> {
    let Some(Text(format)) = format else {
        return Some(CharterFormat::Department);
    };
    let known = CharterFormat::ALL.iter().find(|(key, _)| *key == format);
    if known.is_none() {
        top.tell("format", say::unknown_format(format));
    }
    known.map(|(_, format)| *format)
}

/// The superior officer, named as a whole: half of one officer and half of another is nobody.
pub(super) fn superior(
    top: &mut Fields<'_>,
    file: &Arc<str>,
    raw: RawSuperior,
) -> Option<Superior> {
    let RawSuperior {
        designation,
        room,
        code,
        phone,
        email,
        en,
    } = raw;
    let mut fields = top.below("superior");
    let en = en.unwrap_or_default();
    let designation = fields.localized(
        "designation",
        designation,
        en.designation,
        &phrase::needs_superior,
    );
    let room =
        room.and_then(|text| fields.fixed("room", Some(text), &phrase::needs_value_or_nothing));
    let code = code.and_then(|text| fields.area_code("code", &text.0));
    let phone = phone.and_then(|text| fields.phone("phone", &text.0));
    let email = email.and_then(|text| fields.email("email", &text.0));
    Some(Superior {
        designation: designation?,
        room,
        code,
        phone,
        email,
        origin: Place::value(file, "superior"),
    })
}

fn all_services(
    file: &Arc<str>,
    top: &mut Fields<'_>,
    raw: Option<RawServices>,
    format: Option<CharterFormat>,
    posts: &[Post],
) -> Vec<Service> {
    let Some(raw) = raw else {
        top.missing("services", &phrase::needs_services);
        return Vec::new();
    };
    let mut services = Vec::new();
    let mut ids = BTreeSet::new();
    for (kind, at, row) in raw.rows() {
        let path = format!("services.{}[{at}]", kind.key());
        service::only_in_offices(&mut top.below(&path), &row);
        let origin = Place::value(file, path.clone());
        services.extend(service::whole(
            &mut top.below(path),
            kind,
            row,
            origin,
            format,
            posts,
            &mut ids,
        ));
    }
    services
}

fn texts(top: &mut Fields<'_>, key: &str, raw: Option<Vec<Text>>) -> Vec<SharedText> {
    let Some(list) = raw.filter(|list| !list.is_empty()) else {
        top.missing(key, &phrase::needs_section);
        return Vec::new();
    };
    let item = |(at, text)| top.shared(&format!("{key}[{at}]"), Some(text), &phrase::needs_item);
    list.into_iter().enumerate().filter_map(item).collect()
}

fn steps(top: &mut Fields<'_>, raw: Option<Vec<RawStep>>) -> Vec<GrievanceStep> {
    let Some(list) = raw.filter(|list| !list.is_empty()) else {
        top.missing("grievance", &phrase::needs_grievance);
        return Vec::new();
    };
    list.into_iter()
        .enumerate()
        .filter_map(|(at, raw)| step(&mut top.below(format!("grievance[{at}]")), raw))
        .collect()
}

fn step(fields: &mut Fields<'_>, raw: RawStep) -> Option<GrievanceStep> {
    let RawStep {
        when,
        whom,
        contact,
        designation,
        address,
        phone,
        email,
        host,
        time_limit,
        en,
    } = raw;
    let en = en.unwrap_or_default();
    let when = fields.localized("when", when, en.when, &phrase::needs_when);
    let whom = fields.localized("whom", whom, en.whom, &phrase::needs_whom);
    let time_limit = fields.localized(
        "time_limit",
        time_limit,
        en.time_limit,
        &phrase::needs_step_time_limit,
    );
    let nothing = designation.is_none()
        && address.is_none()
        && phone.is_none()
        && email.is_none()
        && host.is_none();
    let written = Contact {
        designation: fields.localized_where_written("designation", designation, en.designation),
        address: fields.localized_where_written("address", address, en.address),
        room: None,
        code: None,
        phone: phone.and_then(|text| fields.phone("phone", &text.0)),
        email: email.and_then(|text| fields.email("email", &text.0)),
        host: host.and_then(|text| fields.host("host", &text.0)),
    };
    let contact = match contact {
        Some(Text(text)) if text == "district.grievance_officer" => {
            Some(GrievanceContact::DistrictOfficer)
        }
        Some(Text(text)) => {
            fields.tell("contact", say::unknown_contact(text));
            None
        }
        None if nothing => {
            fields.missing("contact", &phrase::needs_contact);
            None
        }
        None => Some(GrievanceContact::Written(Box::new(written))),
    };
    Some(GrievanceStep {
        when: when?,
        whom: whom?,
        contact: contact?,
        settled_in: TimeLimit::read(time_limit.as_ref()?.bangla.raw()),
        time_limit: time_limit?,
    })
}

fn signed(
    top: &mut Fields<'_>,
    raw: Option<RawSignature>,
    posts: &[Post],
) -> Option<(Slug, Localized<SharedText>)> {
    let Some(RawSignature {
        post: signer,
        place,
        en,
    }) = raw
    else {
        top.missing("signature", &phrase::needs_signature);
        return None;
    };
    let mut fields = top.below("signature");
    let signer = fields.needed_post("post", signer, posts);
    let en = en.unwrap_or_default();
    let place = fields.localized("place", place, en.place, &phrase::needs_signature_place);
    Some((signer?, place?))
}
