//! The directory of all offices, by division and district.

use std::collections::BTreeMap;

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use serde::Serialize;

use super::Rendered;
use super::minify::Minifier;
use super::shell::{self, Shell};
use super::template::{Engine, Values};
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Date, Host, digits};
use crate::theme::Theme;

/// An office, as the directory lists it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its host, which is also its folder.
    pub host: Host,
    /// What its department calls its offices.
    pub office_name: String,
    /// Its department.
    pub department: String,
    /// Its upazila.
    pub upazila: String,
    /// Its district.
    pub district: String,
    /// Its division.
    pub division: String,
    /// The day on which it confirmed its data.
    pub verified_on: Option<Date>,
}

#[derive(Serialize)]
struct DivisionView {
    name: String,
    count: String,
    districts: Vec<DistrictView>,
}

#[derive(Serialize)]
struct DistrictView {
    name: String,
    count: String,
    offices: Vec<OfficeLink>,
}

#[derive(Serialize)]
struct OfficeLink {
    host: String,
    name: String,
    upazila: String,
    confirmed: bool,
}

/// Renders `index.html` of the output folder and what it needs.
///
/// # Errors
/// A mistake in a template.
pub fn directory(
    entries: &[Entry],
    country: &Country,
    theme: &Theme,
    engine: &Engine,
) -> Result<Vec<Rendered>, Diagnostic> {
    let divisions = divisions(entries);
    let departments: std::collections::BTreeSet<&str> = entries
        .iter()
        .map(|entry| entry.department.as_str())
        .collect();
    let common = || {
        Values::default()
            .with("root", "")
            .with("s", &theme.strings)
            .with("assets", &theme.asset_paths())
            .with("state", &country.state)
            .with("departments", &departments)
            .with("hotlines", &hotlines(country))
    };
    let values = common()
        .with("divisions", &divisions)
        .with("count", &digits::number(entries.len()));
    let minifier = Minifier::default();
    let main = minifier.html(engine.render("directory.html", &values)?);
    let shell = Shell::render(engine, "directory-shell.html", common(), minifier)?;
    let content = shell::Content {
        title: theme.string("page_directory"),
        description: theme.string("about_directory"),
        path: "",
        main: &main,
    };
    let mut files = vec![Rendered::bytes("index.html", shell.page(&content))];
    let assets = theme.assets.iter();
    files.extend(assets.map(|asset| Rendered::bytes(&asset.path, asset.bytes.clone())));
    Ok(files)
}

#[derive(Serialize)]
struct HotlineLink {
    number: String,
    tel: String,
    label: String,
}

fn hotlines(country: &Country) -> Vec<HotlineLink> {
    let view = |line: &crate::model::Hotline| HotlineLink {
        number: digits::to_bangla(&line.number),
        tel: line.number.clone(),
        label: line.label.clone(),
    };
    country.hotlines.iter().map(view).collect()
}

fn divisions(entries: &[Entry]) -> Vec<DivisionView> {
    let collator = bangla_order();
    let mut grouped: BTreeMap<&str, BTreeMap<&str, Vec<&Entry>>> = BTreeMap::new();
    for entry in entries {
        grouped
            .entry(&entry.division)
            .or_default()
            .entry(&entry.district)
            .or_default()
            .push(entry);
    }
    let mut divisions: Vec<DivisionView> = grouped
        .into_iter()
        .map(|(name, districts)| division(name, districts, &collator))
        .collect();
    divisions.sort_by(|a, b| collator.compare(&a.name, &b.name));
    divisions
}

fn division(
    name: &str,
    districts: BTreeMap<&str, Vec<&Entry>>,
    collator: &CollatorBorrowed<'_>,
) -> DivisionView {
    let count = digits::number(districts.values().map(Vec::len).sum());
    let mut districts: Vec<DistrictView> = districts
        .into_iter()
        .map(|(name, offices)| district(name, offices, collator))
        .collect();
    districts.sort_by(|a, b| collator.compare(&a.name, &b.name));
    DivisionView {
        name: name.to_owned(),
        count,
        districts,
    }
}

fn district(name: &str, mut offices: Vec<&Entry>, collator: &CollatorBorrowed<'_>) -> DistrictView {
    offices.sort_by(|a, b| {
        collator
            .compare(&a.upazila, &b.upazila)
            .then_with(|| a.host.cmp(&b.host))
    });
    let link = |entry: &Entry| OfficeLink {
        host: entry.host.to_string(),
        name: entry.office_name.clone(),
        upazila: entry.upazila.clone(),
        confirmed: entry.verified_on.is_some(),
    };
    DistrictView {
        name: name.to_owned(),
        count: digits::number(offices.len()),
        offices: offices.into_iter().map(link).collect(),
    }
}

/// The order of Bangla dictionaries: ৎ, ড়, য় stand where a reader looks for them, not where Unicode numbers them.
fn bangla_order() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("bn").into(), CollatorOptions::default())
        .expect("the order of Bangla is compiled into the program")
}
