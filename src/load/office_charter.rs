//! An office's own `charter.yaml`: what it changes in, adds to, or withdraws from the shared charter, by service `id`.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;

use super::allow::{self, RawAllow};
use super::charter;
use super::fields::Fields;
use super::files::Folder;
use super::raw_charter::{RawService, RawServices, RawSuperior};
use super::reader::Reader;
use super::schema::JsonSchema;
use super::service;
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::{Diagnostic, phrase, say};
use crate::model::{
    CharterFormat, CitizensCharter, Date, Place, Post, Service, ServiceKind, Slug, Withdrawn,
};

/// এক কার্যালয়ের চার্টার: অধিদপ্তরের চার্টার থেকে শুধু যা আলাদা।
///
/// The charter of one office: only what differs from the department's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOfficeCharter {
    /// যে দিন এই কার্যালয়ের চার্টার অনুমোদিত হয়েছে (বছর-মাস-দিন)।
    ///
    /// The day on which this office's charter was approved (year-month-day).
    #[schemars(with = "Option<Date>")]
    approved_on: Option<Text>,
    /// যে সেবা আছে: তার id, আর শুধু যে key আলাদা। নতুন সেবা: সব key।
    ///
    /// A shared service: its id, and only the keys that differ. A new service: all keys.
    services: Option<RawServices>,
    /// ঊর্ধ্বতন কর্মকর্তা, আট কলামের ছকে; অধিদপ্তরের চার্টারে যিনি আছেন তাঁর বদলে।
    ///
    /// The superior officer, in the form with eight columns; instead of the one in the department's charter.
    superior: Option<RawSuperior>,
    /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
    ///
    /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
    allow: Option<Vec<RawAllow>>,
}

/// The shared charter as this office has it: the same one where the office writes nothing.
pub(super) fn charter(
    folder: &Folder,
    shared: &Arc<CitizensCharter>,
    posts: &[Post],
    found: &mut Vec<Diagnostic>,
) -> Result<Arc<CitizensCharter>> {
    let Some(source) = folder.text("charter.yaml", found)? else {
        return Ok(Arc::clone(shared));
    };
    let Some(Parsed { value, excused }) =
        yaml::read::<RawOfficeCharter>(&source.file, &source.text, 0, found)
    else {
        return Ok(Arc::clone(shared));
    };
    let RawOfficeCharter {
        approved_on,
        services,
        superior,
        allow,
    } = value;
    let mut own = CitizensCharter::clone(shared);
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    if let Some(day) = approved_on.and_then(|day| top.date("approved_on", &day.0)) {
        own.approved_on = day;
    }
    if let Some(above) = superior.and_then(|raw| charter::superior(&mut top, &source.file, raw)) {
        own.superior = Some(above);
    }
    let mut merge = Merge {
        format: own.format,
        file: &source.file,
        posts,
        spoken: BTreeSet::new(),
        services: own.services,
        withdrawn: Vec::new(),
    };
    for (kind, at, raw) in services.into_iter().flat_map(RawServices::rows) {
        merge.row(&mut top, kind, at, raw);
    }
    own.services = merge.services;
    own.withdrawn = merge.withdrawn;
    Ok(Arc::new(own))
}

struct Merge<'a> {
    format: CharterFormat,
    file: &'a Arc<str>,
    posts: &'a [Post],
    /// Services of which the office has spoken already.
    spoken: BTreeSet<Slug>,
    services: Vec<Service>,
    /// Those of them that it does not give.
    withdrawn: Vec<Withdrawn>,
}

impl Merge<'_> {
    fn row(&mut self, top: &mut Fields<'_>, kind: ServiceKind, at: usize, raw: RawService) {
        let path = format!("services.{}[{at}]", kind.key());
        let origin = Place::value(self.file, path.clone());
        let mut fields = top.below(path);
        let Some(id) = fields.folder("id", raw.id.clone(), &phrase::needs_own_service_id) else {
            return;
        };
        if !self.spoken.insert(id.clone()) {
            fields.tell("id", say::doubled_id_change(&id));
            return;
        }
        match self.services.iter().position(|service| service.id == id) {
            Some(known) if self.services[known].kind != kind => {
                let right = self.services[known].kind.key();
                fields.tell("id", say::wrong_table(&id, right));
            }
            Some(known) if raw.withdrawn == Some(true) => {
                let en = raw.en.unwrap_or_default();
                if let Some(reason) =
                    fields.plain("reason", raw.reason, en.reason, &phrase::needs_reason)
                {
                    let service = self.services.remove(known);
                    self.withdrawn.push(Withdrawn { service, reason });
                }
            }
            Some(known) => service::change(
                &mut fields,
                &mut self.services[known],
                raw,
                &origin,
                self.posts,
            ),
            None if raw.name.is_none() => {
                let ids: Vec<&str> = self
                    .services
                    .iter()
                    .map(|service| service.id.as_str())
                    .collect();
                let said = say::unknown_service(&id);
                fields.tell("id", said.meant(yaml::nearest(id.as_str(), &ids)));
            }
            None => self.add(&mut fields, kind, raw, origin),
        }
    }

    /// A service that only this office has.
    fn add(&mut self, fields: &mut Fields<'_>, kind: ServiceKind, raw: RawService, origin: Place) {
        let of_table = |service: &Service| service.kind == kind;
        let end = self.services.iter().rposition(of_table).map_or_else(
            || {
                self.services
                    .iter()
                    .take_while(|service| service.kind < kind)
                    .count()
            },
            |last| last + 1,
        );
        let place = match &raw.after {
            None => Some(end),
            Some(Text(after)) => {
                let before = self
                    .services
                    .iter()
                    .position(|service| of_table(service) && service.id.as_str() == after);
                if before.is_none() {
                    fields.tell("after", say::unknown_service_after(after));
                }
                before.map(|before| before + 1)
            }
        };
        let service = service::whole(
            fields,
            kind,
            raw,
            origin,
            Some(self.format),
            self.posts,
            &mut BTreeSet::new(),
        );
        if let Some((place, service)) = place.zip(service) {
            self.services.insert(place, service);
        }
    }
}
