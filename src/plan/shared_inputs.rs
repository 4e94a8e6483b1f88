//! What a department's offices share, taken apart so that a later build can tell what changed in it: with one line of the
//! charter edited, only the pages that show it are made again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::Hash;

use super::Fingerprint;
use super::fingerprint::Digest;
use crate::model::{CitizensCharter, Country, Department, Route, Service, ServiceText, Texts};
use crate::theme::{Given, Theme};

/// Digests of what a department's offices share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedInputs {
    /// Of everything.
    pub all: String,
    /// Of everything but the charter.
    frame: String,
    /// Of the charter's parts: `charter` `tables` `steps` `files` `office`, as templates receive them, `services/<id>`, and
    /// apart from the rest of `charter` its [`TEXTS`], `charter.vision`.
    parts: BTreeMap<String, String>,
}

/// Keys of `charter` that few templates read.
const TEXTS: [&str; 4] = ["vision", "mission", "subordinate_offices", "expectations"];

/// The last line of the written form; without it the text is not whole.
const END: &str = "end";

impl SharedInputs {
    /// Takes the digests. `generator` names this very program.
    #[must_use]
    pub fn of(generator: &str, theme: &Theme, country: &Country, department: &Department) -> Self {
        let frame = Fingerprint::frame(generator, theme, country, department).to_string();
        let parts = parts(&department.charter);
        Self {
            all: digest(&(&frame, &department.charter)),
            frame,
            parts,
        }
    }

    /// Reads the written form; `None` when it is not whole.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (all, frame) = lines.next()?.split_once(' ')?;
        let mut parts = BTreeMap::new();
        loop {
            match lines.next()? {
                END => break,
                line => {
                    let (name, digest) = line.split_once(' ')?;
                    parts.insert(name.to_owned(), digest.to_owned());
                }
            }
        }
        Some(Self {
            all: all.to_owned(),
            frame: frame.to_owned(),
            parts,
        })
    }

    /// What is different from before; `None` when it is more than the charter.
    #[must_use]
    pub fn since(&self, before: &Self) -> Option<Changes> {
        if self.frame != before.frame {
            return None;
        }
        let names = self.parts.keys().chain(before.parts.keys());
        let parts = names.filter(|name| self.parts.get(*name) != before.parts.get(*name));
        Some(Changes {
            parts: parts.cloned().collect(),
        })
    }
}

impl fmt::Display for SharedInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.all, self.frame)?;
        for (name, digest) in &self.parts {
            writeln!(f, "{name} {digest}")?;
        }
        writeln!(f, "{END}")
    }
}

/// The parts of a charter that changed.
#[derive(Debug, Clone)]
pub struct Changes {
    parts: BTreeSet<String>,
}

impl Changes {
    /// Whether a file of an office that has no charter of its own may have changed.
    #[must_use]
    pub fn concern(&self, route: &Route, theme: &Theme) -> bool {
        let changed = |given: &Given| self.parts.contains(given.name());
        match route {
            // What can be found is named after most of what the charter says.
            Route::CharterData | Route::SearchIndex => true,
            // Without notices it bears the date of the charter.
            Route::Feed => changed(&Given::Charter),
            // The day of the charter stands beside its pages, and each service has one.
            Route::Addresses => changed(&Given::Charter) || changed(&Given::Tables),
            Route::File(_) | Route::Robots | Route::Card | Route::QrCode => false,
            _ => {
                let itself = self.parts.contains(&route.to_string());
                let shows = |template: &str| {
                    let is_shown = |key: &&str| theme.shows_of_charter(template, key);
                    let mut shown = TEXTS.iter().filter(|key| is_shown(key));
                    theme.reach(template).iter().any(changed)
                        || shown.any(|key| self.parts.contains(&text_of_charter(key)))
                };
                itself || shows(route.template()) || shows("shell.html")
            }
        }
    }
}

fn parts(charter: &CitizensCharter) -> BTreeMap<String, String> {
    let CitizensCharter {
        approved_on,
        format,
        vision,
        mission,
        services,
        // Only an office withdraws one.
        withdrawn: _,
        subordinate_offices,
        expectations,
        grievance,
        signed_by,
        signature_place,
        superior,
    } = charter;
    let frame = (approved_on, format, signed_by, signature_place);
    let texts = [
        digest(vision),
        digest(mission),
        digest(subordinate_offices),
        digest(expectations),
    ];
    let forms: Vec<_> = charter
        .forms()
        .map(|(service, form)| (name_of(service), &form.file, &form.name))
        .collect();
    let words: Vec<_> = services.iter().map(Service::words).collect();
    let name = |at: usize| {
        let service = services.get(at)?;
        Some((&service.id, name_of(service)))
    };
    let of_service = |(at, service): (usize, &Service)| {
        let serial = services[..at]
            .iter()
            .filter(|other| other.kind == service.kind);
        let neighbours = (at.checked_sub(1).and_then(name), name(at + 1));
        let said = (service.words(), format, serial.count(), neighbours);
        let route = Route::Service(service.id.clone());
        (route.to_string(), digest(&said))
    };
    let mut parts: BTreeMap<String, String> = services.iter().enumerate().map(of_service).collect();
    for (given, digest) in [
        (Given::Charter, digest(&frame)),
        (Given::Tables, digest(&words)),
        (Given::Steps, digest(grievance)),
        // Downloads are called as the forms that they are.
        (Given::Files, digest(&forms)),
        // An office tells who is above it, which the charter may say.
        (Given::Office, digest(superior)),
    ] {
        parts.insert(given.name().to_owned(), digest);
    }
    parts.extend(TEXTS.map(text_of_charter).into_iter().zip(texts));
    parts
}

/// The name of a part.
fn text_of_charter(key: &str) -> String {
    format!("{}.{key}", Given::Charter.name())
}

fn name_of(service: &Service) -> Option<&Texts> {
    service.cell(ServiceText::Name).map(|cell| &cell.value)
}

fn digest(value: &impl Hash) -> String {
    let mut digest = Digest::default();
    digest.add(value);
    digest.fingerprint().to_string()
}
