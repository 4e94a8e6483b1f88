//! `offices.csv`: one row an office.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::cells::Cells;
use super::district_table::Districts;
use super::files::Folder;
use super::office_values::{OFFICE_COLUMNS, details};
use super::reader::{Reader, Values};
use super::table::{self, Row, Table};
use super::{windows, yaml};
use crate::Result;
use crate::diagnostic::{Diagnostic, Severity, say};
use crate::model::{
    At, District, Host, Localized, OfficeDetails, OfficeId, Person, Place, Placed, Post, Slug,
    name_from_id,
};

/// A row of `offices.csv`.
#[derive(Debug)]
pub struct OfficeRow {
    /// The office.
    pub id: OfficeId,
    /// Its host, from the row or made of department and id.
    pub host: Host,
    /// The upazila's name.
    pub upazila: Localized<String>,
    /// Its district; `None` when the row names an unknown one.
    pub district: Option<Arc<District>>,
    /// What the office says of itself.
    pub details: OfficeDetails,
    /// Its people, in their order, as `people.csv` names them.
    pub people: Vec<Person>,
    /// The first cells of its rows in `people.csv`, those with mistakes too.
    pub people_places: Vec<Place>,
    /// Where its host comes from.
    pub host_place: Place,
    /// Where each column of it stands.
    pub(super) origins: Vec<(&'static str, Place)>,
    /// Mistakes in the row.
    pub found: Vec<Diagnostic>,
}

impl OfficeRow {
    /// The table, and the bytes from the first of its cells to the last.
    #[must_use]
    pub fn place(&self) -> (Arc<str>, Range<usize>) {
        let cells = self
            .origins
            .iter()
            .filter_map(|(_, origin)| match &origin.at {
                At::Bytes(range) => Some(range),
                At::File | At::Value(_) | At::Key(_) => None,
            });
        let (start, end) = cells.fold((usize::MAX, 0), |(start, end), cell| {
            (start.min(cell.start), end.max(cell.end))
        });
        (Arc::clone(&self.host_place.file), start..end)
    }
}

/// Reads the table; rows that name no office go to `stray`.
pub(super) fn office_rows(
    label: &Slug,
    folder: &Folder,
    districts: &Districts,
    posts: &[Post],
    stray: &mut Vec<Diagnostic>,
) -> Result<Vec<OfficeRow>> {
    let Some(source) = folder.text("offices.csv", stray)? else {
        return Ok(Vec::new());
    };
    let table = table::read(&source, &OFFICE_COLUMNS, 2, stray);
    let mut rows: Vec<OfficeRow> = Vec::new();
    let mut known = BTreeSet::new();
    for row in &table.rows {
        let mut cells = Cells {
            table: &table,
            row,
            columns: &OFFICE_COLUMNS,
            found: stray,
        };
        let Some(id) = cells.needed("id") else {
            stray.extend(row.found.iter().cloned());
            continue;
        };
        let Some(id) = OfficeId::parse(id) else {
            stray.extend(
                row.found
                    .iter()
                    .filter(|found| found.severity == Severity::Error)
                    .cloned(),
            );
            stray.push(say::bad_office_id(id).at(row.place(&table.file, 0)));
            continue;
        };
        if !known.insert(id.clone()) {
            stray.push(say::doubled_id_office(id).at(row.place(&table.file, 0)));
            continue;
        }
        rows.push(office_row(label, &table, row, id, districts, posts));
    }
    Ok(rows)
}

fn office_row(
    label: &Slug,
    table: &Table,
    row: &Row,
    id: OfficeId,
    districts: &Districts,
    posts: &[Post],
) -> OfficeRow {
    let mut found = row.found.clone();
    let mut cells = Cells {
        table,
        row,
        columns: &OFFICE_COLUMNS,
        found: &mut found,
    };
    let upazila = cells.needed("upazila").unwrap_or_default().to_owned();
    cells.is_filled("upazila", &upazila);
    let in_english = cells.fixed("upazila_en");
    let district = district(&mut cells, &id, districts);
    let own_host = format!("{label}.{id}.gov.bd");
    let host = written_host(&mut cells)
        .or_else(|| Host::parse(&own_host))
        .expect("a label and an id are parts of a host name");
    let mut details = details(&mut cells, posts);
    details.post = details.post.or_else(|| {
        let first = posts.first()?;
        Some(Placed {
            value: first.id.clone(),
            origin: cells.origin("post"),
        })
    });
    let says_host = cells.get("host").is_some();
    let host_place = cells.place(if says_host { "host" } else { "id" });
    let id_place = cells.place("id");
    let origins = OFFICE_COLUMNS.map(|column| (column, cells.origin(column)));
    // The office's folder in the content, and that of its portal.
    found.extend(windows::refused(id.as_str(), || id_place));
    found.extend(windows::refused(host.as_str(), || host_place.clone()));
    OfficeRow {
        host,
        upazila: Localized {
            bangla: upazila,
            english: Some(in_english.unwrap_or_else(|| name_from_id(id.upazila()))),
        },
        district,
        details,
        people: Vec::new(),
        people_places: Vec::new(),
        host_place,
        origins: origins.into(),
        id,
        found,
    }
}

/// The district that the id names.
fn district(
    cells: &mut Cells<'_, '_>,
    id: &OfficeId,
    districts: &Districts,
) -> Option<Arc<District>> {
    let district = Slug::parse(id.district()).and_then(|district| districts.get(&district));
    if let Some(district) = district {
        // What is wrong in the row of a district is a trouble of its offices, and of no others.
        let wrong = district.found.iter();
        cells.found.extend(
            wrong
                .filter(|finding| finding.severity == Severity::Error)
                .cloned(),
        );
    } else {
        let known: Vec<&str> = districts.keys().map(Slug::as_str).collect();
        let said = say::unknown_district(id.district());
        cells.tell("id", said.meant(yaml::nearest(id.district(), &known)));
    }
    district.map(|row| Arc::clone(&row.district))
}

/// The host that the cell says, if any; it becomes a folder beside files of the directory.
fn written_host(cells: &mut Cells<'_, '_>) -> Option<Host> {
    let host = cells.value("host", Reader::host)?;
    if host.reads_like_file() {
        cells.tell("host", say::bad_host_file(&host));
    }
    Some(host)
}
