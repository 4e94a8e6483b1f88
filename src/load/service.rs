//! A service of a charter: its row of cells, whole or as an office changes it.

use std::collections::BTreeSet;

use super::fields::{Fields, Hint};
use super::raw_charter::{RawService, RawServices};
use super::reader::Reader;
use super::record::{Record, Written};
use super::text::{Text, TextOrList};
use super::{charter, forms};
use crate::model::{
    Cell, CharterFormat, Localized, Origin, Post, Service, ServiceKind, ServiceText, SharedText,
    Slug,
};

/// Keys that make sense only where an office speaks of a shared service.
pub(super) const ONLY_IN_OFFICES: [&str; 3] = ["after", "withdrawn", "reason"];

/// Refuses the keys of offices in a row of a department.
pub(super) fn only_in_offices(fields: &mut Fields<'_>, raw: &RawService) {
    let english = raw.en.as_ref();
    let written = [
        ("after", raw.after.is_some()),
        ("withdrawn", raw.withdrawn.is_some()),
        ("reason", raw.reason.is_some()),
        ("en.reason", english.is_some_and(|en| en.reason.is_some())),
    ];
    for (key, _) in written.into_iter().filter(|(_, written)| *written) {
        fields.wrong(
            key,
            "unknown-key",
            (
                format!("`{key}` belongs into an office's own charter.yaml"),
                format!("`{key}` কার্যালয়ের নিজস্ব charter.yaml-এ লেখার কথা"),
            ),
            ("delete it here", "এখান থেকে মুছে ফেলুন"),
        );
    }
}

impl RawServices {
    /// Every row with its table and its position there.
    pub(super) fn rows(self) -> impl Iterator<Item = (ServiceKind, usize, RawService)> {
        let Self {
            citizen,
            institutional,
            internal,
        } = self;
        let tables = [
            (ServiceKind::Citizen, citizen),
            (ServiceKind::Institutional, institutional),
            (ServiceKind::Internal, internal),
        ];
        tables.into_iter().flat_map(|(kind, rows)| {
            rows.unwrap_or_default()
                .into_iter()
                .enumerate()
                .map(move |(at, row)| (kind, at, row))
        })
    }
}

/// A whole service, in a charter of this form; `None` when nobody can say which.
pub(super) fn whole(
    fields: &mut Fields<'_>,
    kind: ServiceKind,
    mut raw: RawService,
    origin: Origin,
    format: Option<CharterFormat>,
    posts: &[Post],
    ids: &mut BTreeSet<Slug>,
) -> Option<Service> {
    let written = raw.take_texts();
    let id = service_id(fields, raw.id, ids);
    let responsible = charter::post(fields, "responsible", raw.responsible, posts);
    let forms = forms::forms(fields, raw.forms.unwrap_or_default(), &origin);
    let mut cells = Vec::new();
    let mut is_whole = true;
    for (text, written) in of_service(written) {
        let needed = text.is_needed(format.unwrap_or(CharterFormat::Department));
        let cell = cell(fields, text, written, needed.then(|| column(text)));
        is_whole &= cell.is_some() || !needed;
        cells.push((text, cell));
    }
    let mut service = Service::new(id?, kind, responsible?, origin);
    service.forms = forms.into();
    for (text, cell) in cells {
        if let Some(cell) = cell {
            service.write(text, cell.into());
        }
    }
    is_whole.then_some(service)
}

/// Writes over a shared service what an office says of it.
pub(super) fn change(
    fields: &mut Fields<'_>,
    service: &mut Service,
    mut raw: RawService,
    origin: &Origin,
    posts: &[Post],
) {
    if raw.after.is_some() {
        fields.wrong(
            "after",
            "unknown-key",
            (
                "a shared service stays where it is",
                "অভিন্ন সেবার জায়গা বদলানো যায় না",
            ),
            ("delete `after`", "`after` মুছে ফেলুন"),
        );
    }
    let own = |key: &str| Some(origin.below(key));
    for (text, written) in of_service(raw.take_texts()) {
        let shared = service.cell(text).map(|cell| cell.value.bangla.len());
        if written.bangla.is_some() {
            // An old translation does not stand beside a new Bangla text.
            if let Some(value) = cell(fields, text, written, None) {
                let own = own(text.key());
                service.write(text, Cell { value, own });
            }
        } else if let Some(texts) = english(fields, text, written.english, shared.unwrap_or(0)) {
            service.translate(text, texts);
        }
    }
    if let Some(list) = raw.forms {
        service.forms = Cell {
            value: forms::forms(fields, list, origin),
            own: own("forms"),
        };
    }
    let post = raw.responsible;
    if let Some(value) =
        post.and_then(|text| charter::post(fields, "responsible", Some(text), posts))
    {
        service.responsible = Cell {
            value,
            own: own("responsible"),
        };
    }
}

/// The texts of a service among those of its row.
fn of_service(written: Vec<Written>) -> impl Iterator<Item = (ServiceText, Written)> {
    let known = |written: Written| Some((ServiceText::of_key(written.key)?, written));
    written.into_iter().filter_map(known)
}

/// A text in both languages. Where it is `needed` its absence is a mistake, and this says what to write.
fn cell(
    fields: &mut Fields<'_>,
    text: ServiceText,
    written: Written,
    needed: Option<Hint<'_>>,
) -> Option<Localized<Vec<SharedText>>> {
    let bangla = match written.bangla {
        Some(TextOrList(list)) if text.is_list() => {
            let texts = list.iter();
            Some(
                texts
                    .filter_map(|one| fields.placeholders(text.key(), one))
                    .collect(),
            )
        }
        bangla if bangla.is_some() || needed.is_some() => {
            let one = bangla.and_then(|texts| texts.0.into_iter().next());
            let hint = needed.unwrap_or(NEEDS_TEXT);
            let text = fields.shared(text.key(), one.map(Text), hint);
            text.map(|text| vec![text])
        }
        _ => None,
    };
    let length = bangla.as_ref().map_or(0, Vec::len);
    let english = english(fields, text, written.english, length);
    bangla.map(|bangla: Vec<SharedText>| Localized { bangla, english })
}

/// The English of a text that has so many parts in Bangla.
fn english(
    fields: &mut Fields<'_>,
    text: ServiceText,
    written: Option<TextOrList>,
    bangla: usize,
) -> Option<Vec<SharedText>> {
    let TextOrList(texts) = written?;
    if text.is_list() {
        return fields.english_list(text.key(), &texts, bangla);
    }
    let one = texts.into_iter().next().map(Text);
    fields
        .shared_english(text.key(), one)
        .map(|text| vec![text])
}

/// What to write where a text is left out that the form needs.
fn column(text: ServiceText) -> Hint<'static> {
    match text {
        ServiceText::Fee => (
            "সেবার মূল্য, `বিনামূল্যে` when it costs nothing",
            "সেবার মূল্য; খরচ না থাকলে `বিনামূল্যে`",
        ),
        _ => (text.column(), text.column()),
    }
}

const NEEDS_TEXT: Hint<'_> = (
    "write a text, or delete the key",
    "লেখা দিন, অথবা কী-টি মুছে ফেলুন",
);

/// The name of a service's page, which no other may have.
fn service_id(fields: &mut Fields<'_>, id: Option<Text>, ids: &mut BTreeSet<Slug>) -> Option<Slug> {
    let hint = (
        "a name in Latin letters for the service's page, like `ict-advice`",
        "সেবার পাতার জন্য ইংরেজি অক্ষরে একটি নাম, যেমন `ict-advice`",
    );
    let id = fields.folder("id", id, hint)?;
    if !ids.insert(id.clone()) {
        fields.wrong(
            "id",
            "doubled-id",
            (
                format!("another service has the id `{id}`"),
                format!("`{id}` পরিচয়ে আরেকটি সেবা আছে"),
            ),
            (
                "each service needs an id of its own",
                "প্রতিটি সেবার নিজস্ব পরিচয় থাকতে হবে",
            ),
        );
    }
    Some(id)
}
