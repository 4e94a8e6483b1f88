//! `charter.yaml`: the citizens' charter that a department's offices share.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::allow;
use super::fields::{Fields, Hint};
use super::files::Folder;
use super::raw_charter::{RawCharter, RawServices, RawSignature, RawStep, RawSuperior};
use super::reader::Reader;
use super::service;
use super::text::{Text, TextOrList};
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::{
    CharterFormat, CitizensCharter, Contact, GrievanceContact, GrievanceStep, Localized, Origin,
    Post, Service, SharedText, Slug, Span, Superior,
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
    let approved_on = top.text(
        "approved_on",
        approved_on,
        (
            "the day on which the charter was approved",
            "যে দিন চার্টার অনুমোদিত হয়েছে",
        ),
    );
    let approved_on = approved_on.and_then(|day| top.date("approved_on", &day));
    let format = form(&mut top, format);
    let en = en.unwrap_or_default();
    let vision = top.localized(
        "vision",
        vision,
        en.vision,
        ("the ভিশন of section ১", "১ নম্বর অংশের ভিশন"),
    );
    let mission = top.localized(
        "mission",
        mission,
        en.mission,
        ("the মিশন of section ১", "১ নম্বর অংশের মিশন"),
    );
    let services = all_services(file, &mut top, services, format, posts);
    let subordinate_offices = match subordinate_offices {
        Some(Text(text)) if text == "not-applicable" => {
            top.shared_english("subordinate_offices", en.subordinate_offices);
            Some(None)
        }
        text => top
            .localized(
                "subordinate_offices",
                text,
                en.subordinate_offices,
                (
                    "section ৩ is never left out: write its text, or `not-applicable`",
                    "৩ নম্বর অংশ কখনো বাদ যায় না: এর লেখা দিন, অথবা `not-applicable` লিখুন",
                ),
            )
            .map(Some),
    };
    let expectations = texts(&mut top, "expectations", expectations);
    let in_english = en.expectations.map(|texts| TextOrList::from(texts).0);
    let expectations = Localized {
        english: in_english
            .and_then(|texts| top.english_list("expectations", &texts, expectations.len())),
        bangla: expectations,
    };
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

/// How the tables are laid out; with seven columns where nothing is said.
fn form(top: &mut Fields<'_>, format: Option<Text>) -> Option<CharterFormat> {
    let Some(Text(format)) = format else {
        return Some(CharterFormat::Department);
    };
    let known = CharterFormat::ALL.iter().find(|(key, _)| *key == format);
    if known.is_none() {
        top.wrong(
            "format",
            "unknown-format",
            (
                format!("`{format}` is not a form of the charter"),
                format!("`{format}` চার্টারের কোনো ছক নয়"),
            ),
            (
                "write `department`, the form with seven columns, or `field`, the one with eight for field offices",
                "`department` লিখুন, সাত কলামের ছক; অথবা `field`, মাঠ পর্যায়ের কার্যালয়ের আট কলামের ছক",
            ),
        );
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
        ("ঊর্ধ্বতন কর্মকর্তার পদবি", "ঊর্ধ্বতন কর্মকর্তার পদবি"),
    );
    let room = room.and_then(|text| fields.fixed("room", Some(text), OPTIONAL));
    let code = code.and_then(|text| fields.area_code("code", &text.0));
    let phone = phone.and_then(|text| fields.phone("phone", &text.0));
    let email = email.and_then(|text| fields.email("email", &text.0));
    Some(Superior {
        designation: designation?,
        room,
        code,
        phone,
        email,
        origin: Origin::key(file, "superior"),
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
        top.missing("services", ("a charter promises services: `citizen:`, `institutional:` and `internal:` below `services:`", "চার্টারে সেবা থাকে: `services:`-এর নিচে `citizen:`, `institutional:` ও `internal:` লিখুন"));
        return Vec::new();
    };
    let mut services = Vec::new();
    let mut ids = BTreeSet::new();
    for (kind, at, row) in raw.rows() {
        let path = format!("services.{}[{at}]", kind.key());
        service::only_in_offices(&mut top.below(&path), &row);
        let origin = Origin::key(file, path.clone());
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

/// A post that the department has.
pub(super) fn post(
    fields: &mut Fields<'_>,
    key: &str,
    value: Option<Text>,
    posts: &[Post],
) -> Option<Slug> {
    let id = fields.text(
        key,
        value,
        (
            "the id of a post in department.yaml",
            "department.yaml-এর একটি পদের পরিচয়",
        ),
    )?;
    fields.post(key, &id, posts)
}

fn texts(top: &mut Fields<'_>, key: &str, raw: Option<Vec<Text>>) -> Vec<SharedText> {
    let Some(list) = raw.filter(|list| !list.is_empty()) else {
        top.missing(
            key,
            (
                "the official form has this section; list at least one text",
                "নির্ধারিত ছকে এই অংশ আছে; অন্তত একটি লেখা দিন",
            ),
        );
        return Vec::new();
    };
    let item = |(at, text)| {
        top.shared(
            &format!("{key}[{at}]"),
            Some(text),
            (
                "write a text, or delete the item",
                "লেখা দিন, অথবা ঘরটি মুছে ফেলুন",
            ),
        )
    };
    list.into_iter().enumerate().filter_map(item).collect()
}

fn steps(top: &mut Fields<'_>, raw: Option<Vec<RawStep>>) -> Vec<GrievanceStep> {
    let Some(list) = raw.filter(|list| !list.is_empty()) else {
        top.missing(
            "grievance",
            (
                "section ৫ says to whom one complains, tier by tier",
                "৫ নম্বর অংশে ধাপে ধাপে লেখা থাকে কার কাছে অভিযোগ করতে হবে",
            ),
        );
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
    let when = fields.localized(
        "when",
        when,
        en.when,
        ("কখন যোগাযোগ করবেন", "কখন যোগাযোগ করবেন"),
    );
    let whom = fields.localized(
        "whom",
        whom,
        en.whom,
        ("কার সঙ্গে যোগাযোগ করবেন", "কার সঙ্গে যোগাযোগ করবেন"),
    );
    let time_limit = fields.localized(
        "time_limit",
        time_limit,
        en.time_limit,
        ("নিষ্পত্তির সময়সীমা", "নিষ্পত্তির সময়সীমা"),
    );
    let nothing = designation.is_none()
        && address.is_none()
        && phone.is_none()
        && email.is_none()
        && host.is_none();
    let written = Contact {
        designation: fields.localized_where_written(
            "designation",
            designation,
            en.designation,
            OPTIONAL,
        ),
        address: fields.localized_where_written("address", address, en.address, OPTIONAL),
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
            let hint = (
                "write `district.grievance_officer`, or the keys designation, address, phone, email, host instead",
                "`district.grievance_officer` লিখুন, অথবা এর বদলে designation, address, phone, email, host দিন",
            );
            fields.wrong(
                "contact",
                "unknown-contact",
                (
                    format!("`{text}` is not a contact"),
                    format!("`{text}` কোনো যোগাযোগের উৎস নয়"),
                ),
                hint,
            );
            None
        }
        None if nothing => {
            fields.missing("contact", ("say where a complaint goes: `contact: district.grievance_officer`, or phone, email, host, address", "অভিযোগ কোথায় যাবে লিখুন: `contact: district.grievance_officer`, অথবা phone, email, host, address"));
            None
        }
        None => Some(GrievanceContact::Written(Box::new(written))),
    };
    Some(GrievanceStep {
        when: when?,
        whom: whom?,
        contact: contact?,
        span: Span::read(time_limit.as_ref()?.bangla.raw()),
        time_limit: time_limit?,
    })
}

const OPTIONAL: Hint<'_> = ("write it, or delete the key", "লিখুন, অথবা কী-টি মুছে ফেলুন");

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
        top.missing(
            "signature",
            (
                "a charter is signed: `post:` and `place:` below `signature:`",
                "চার্টারে স্বাক্ষর থাকে: `signature:`-এর নিচে `post:` ও `place:` লিখুন",
            ),
        );
        return None;
    };
    let mut fields = top.below("signature");
    let signer = post(&mut fields, "post", signer, posts);
    let en = en.unwrap_or_default();
    let place = fields.localized(
        "place",
        place,
        en.place,
        (
            "the line under the signature, like `উপজেলা কার্যালয়, {upazila}, {district}।`",
            "স্বাক্ষরের নিচের লাইন, যেমন `উপজেলা কার্যালয়, {upazila}, {district}।`",
        ),
    );
    Some((signer?, place?))
}
