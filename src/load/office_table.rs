//! `offices.csv`: one row an office.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::cells::{area_code, cell, date, email, fixed, host, phone, unfilled};
use super::district_table::Districts;
use super::fields;
use super::files::Folder;
use super::table::{self, Row, Table};
use super::{windows, yaml};
use crate::Result;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::{
    AreaCode, Date, District, Email, Host, Localized, OfficeId, Origin, OriginAt, Phone, Post,
    Slug, name_from_id,
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
    /// The post that leads it.
    pub post: Option<Slug>,
    /// Who holds the post.
    pub officer: Option<Localized<String>>,
    /// The office's telephone.
    pub phone: Option<Phone>,
    /// The office's e-mail.
    pub email: Option<Email>,
    /// The day on which the office last confirmed its data.
    pub verified_on: Option<Date>,
    /// The responsible officer's room.
    pub room: Option<String>,
    /// The code of its upazila.
    pub code: Option<AreaCode>,
    /// Where its host comes from.
    pub host_place: Place,
    /// Where each cell stands, in the order of the columns.
    pub(super) origins: Vec<Origin>,
    /// Mistakes in the row.
    pub found: Vec<Diagnostic>,
}

impl OfficeRow {
    /// The table, and the bytes from the first of its cells to the last.
    #[must_use]
    pub fn place(&self) -> (Arc<str>, Range<usize>) {
        let cells = self.origins.iter().filter_map(|origin| match &origin.at {
            OriginAt::Bytes(range) => Some(range),
            OriginAt::File | OriginAt::Key(_) => None,
        });
        let (start, end) = cells.fold((usize::MAX, 0), |(start, end), cell| {
            (start.min(cell.start), end.max(cell.end))
        });
        (Arc::clone(&self.host_place.file), start..end)
    }
}

/// The columns of `offices.csv`.
pub(super) const OFFICE_COLUMNS: [&str; 12] = [
    "id",
    "upazila",
    "officer",
    "post",
    "phone",
    "email",
    "verified_on",
    "host",
    "room",
    "code",
    "upazila_en",
    "officer_en",
];

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
        let Some(id) = cell(&table, row, &OFFICE_COLUMNS, 0, stray) else {
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
            stray.push(row.wrong(
                &table.file,
                0,
                "bad-office-id",
                (
                    format!("`{id}` is not the id of an office"),
                    format!("`{id}` কোনো কার্যালয়ের পরিচয় নয়"),
                ),
                (
                    "write <upazila>.<district> as in its address, like `rupganj.narayanganj`",
                    "ঠিকানার মতো <উপজেলা>.<জেলা> লিখুন, যেমন `rupganj.narayanganj`",
                ),
            ));
            continue;
        };
        if !known.insert(id.clone()) {
            stray.push(row.wrong(
                &table.file,
                0,
                "doubled-id",
                (
                    format!("the office `{id}` stands here twice"),
                    format!("`{id}` কার্যালয়টি এখানে দুইবার আছে"),
                ),
                ("keep one of the two rows", "দুটি সারির একটি রাখুন"),
            ));
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
    let upazila = cell(table, row, &OFFICE_COLUMNS, 1, &mut found)
        .unwrap_or_default()
        .to_owned();
    unfilled(table, row, 1, &upazila, &mut found);
    let upazila = Localized {
        bangla: upazila,
        english: Some(
            fixed(table, row, 10, &mut found).unwrap_or_else(|| name_from_id(id.upazila())),
        ),
    };
    let officer = fixed(table, row, 2, &mut found);
    let officer_in_english = fixed(table, row, 11, &mut found);
    let officer = officer.map(|bangla| Localized {
        bangla,
        english: officer_in_english,
    });
    let district = district(table, row, &id, districts, &mut found);
    let post = post(table, row, posts, &mut found);
    let written_host = written_host(table, row, &mut found);
    let own_host = format!("{label}.{id}.gov.bd");
    let host = written_host
        .or_else(|| Host::parse(&own_host))
        .expect("a label and an id are parts of a host name");
    let host_place = row.place(&table.file, if row.get(7).is_some() { 7 } else { 0 });
    // The office's folder in the content, and that of its portal.
    found.extend(windows::refused(id.as_str(), || row.place(&table.file, 0)));
    found.extend(windows::refused(host.as_str(), || host_place.clone()));
    OfficeRow {
        host,
        upazila,
        district,
        post: post.or_else(|| posts.first().map(|post| post.id.clone())),
        officer,
        phone: row
            .get(4)
            .and_then(|text| phone(table, row, 4, text, &mut found)),
        email: row
            .get(5)
            .and_then(|text| email(table, row, 5, text, &mut found)),
        verified_on: row
            .get(6)
            .and_then(|text| date(table, row, 6, text, &mut found)),
        room: fixed(table, row, 8, &mut found),
        code: row
            .get(9)
            .and_then(|text| area_code(table, row, 9, text, &mut found)),
        host_place,
        origins: (0..OFFICE_COLUMNS.len())
            .map(|column| row.origin(&table.file, column))
            .collect(),
        id,
        found,
    }
}

/// The district that the id names.
fn district(
    table: &Table,
    row: &Row,
    id: &OfficeId,
    districts: &Districts,
    found: &mut Vec<Diagnostic>,
) -> Option<Arc<District>> {
    let district = Slug::parse(id.district()).and_then(|district| districts.get(&district));
    if let Some(district) = district {
        // What is wrong in the row of a district is a trouble of its offices, and of no others.
        let wrong = district.found.iter();
        found.extend(
            wrong
                .filter(|finding| finding.severity == Severity::Error)
                .cloned(),
        );
    } else {
        let known: Vec<&str> = districts.keys().map(Slug::as_str).collect();
        let hint = match yaml::nearest(id.district(), &known) {
            Some(close) => yaml::meant(close),
            None => (
                "add a row for it to districts.csv".to_owned(),
                "districts.csv-তে এর জন্য একটি সারি যোগ করুন".to_owned(),
            ),
        };
        found.push(row.wrong(
            &table.file,
            0,
            "unknown-district",
            (
                format!("districts.csv has no district `{}`", id.district()),
                format!("districts.csv-তে `{}` জেলাটি নেই", id.district()),
            ),
            hint,
        ));
    }
    district.map(|row| Arc::clone(&row.district))
}

/// The post that the cell names.
fn post(table: &Table, row: &Row, posts: &[Post], found: &mut Vec<Diagnostic>) -> Option<Slug> {
    row.get(3).and_then(|text| {
        let known = posts.iter().find(|post| post.id.as_str() == text);
        if known.is_none() {
            let ids: Vec<&str> = posts.iter().map(|post| post.id.as_str()).collect();
            let hint = yaml::list_of(yaml::POSTS, &ids);
            found.push(row.wrong(
                &table.file,
                3,
                "unknown-post",
                (
                    format!("department.yaml has no post `{text}`"),
                    format!("department.yaml-এ `{text}` পদটি নেই"),
                ),
                hint,
            ));
        }
        known.map(|post| post.id.clone())
    })
}

/// The host that the cell says, if any; it becomes a folder beside files of the directory.
fn written_host(table: &Table, row: &Row, found: &mut Vec<Diagnostic>) -> Option<Host> {
    let written_host = row.get(7).and_then(|text| host(table, row, 7, text, found));
    if let Some(host) = written_host.as_ref().filter(|host| host.reads_like_file()) {
        found.push(row.wrong(
            &table.file,
            7,
            "bad-host",
            (
                format!("`{host}` is the name of a file"),
                format!("`{host}` একটি ফাইলের নাম"),
            ),
            fields::HOST_HINT,
        ));
    }
    written_host
}
