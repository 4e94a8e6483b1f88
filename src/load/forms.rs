//! `forms:` of a service: files that it offers for download, each in the folder `files/` beside the charter that names it.

use std::collections::BTreeSet;

use super::fields::Fields;
use super::raw_charter::RawForm;
use crate::diagnostic::phrase;
use crate::model::{CitizensCharter, Form, Place};

/// The forms of a service that is written at a place.
pub(super) fn forms(fields: &mut Fields<'_>, raw: Vec<RawForm>, service: &Place) -> Vec<Form> {
    let one = |(at, raw)| {
        let step = format!("forms[{at}]");
        form(&mut fields.below(&step), raw, service.below(&step))
    };
    raw.into_iter().enumerate().filter_map(one).collect()
}

fn form(fields: &mut Fields<'_>, raw: RawForm, origin: Place) -> Option<Form> {
    let RawForm { file, name, en } = raw;
    let file = fields.text("file", file, &phrase::needs_form_file);
    let en = en.unwrap_or_default();
    let name = fields.localized("name", name, en.name, &phrase::needs_form_name);
    Some(Form {
        file: file?,
        name: name?,
        origin,
    })
}

/// The names of all files that the forms of a charter offer.
pub(super) fn offered(charter: &CitizensCharter) -> BTreeSet<&str> {
    charter
        .forms()
        .map(|(_, form)| form.file.as_str())
        .collect()
}
