//! What is kept of each office for the call list: whom to telephone, and what is its own.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{DepartmentContent, OfficeContent, OfficeRow};
use crate::model::{At, Holder, Language, Localized, Place};
use crate::plan::{OfficeFacts, TableRow};

/// An office as it was read; as its row says where the office could not be put together. `found` are the findings in what
/// it publishes.
pub(super) fn gather(
    department: &DepartmentContent,
    row: &OfficeRow,
    read: &OfficeContent,
    found: &[Diagnostic],
) -> OfficeFacts {
    let (table, range) = row.place();
    let people = row.people_places.iter();
    let people: Vec<TableRow> = people.map(|place| line(department, place)).collect();
    let own = |finding: &&Diagnostic| {
        let file = &finding.place.file;
        *file == table
            || file.starts_with(&*read.folder)
            || people.iter().any(|row| row.file == *file)
    };
    let shared = found.iter().filter(|finding| !own(finding));
    let mistakes = shared.filter(|finding| finding.severity == Severity::Error);
    let stopped_by = mistakes.map(|finding| finding.code).collect();
    let facts = OfficeFacts {
        id: row.id.clone(),
        host: row.host.clone(),
        upazila: row.upazila.bangla.clone(),
        office_name: department.office_name.clone(),
        department: department.label.to_string(),
        district: (row.district.as_ref())
            .map(|district| (Arc::clone(district), line(department, &district.origin))),
        post: String::new(),
        head: match (officer(row), row.details.verified_on()) {
            (Some(name), _) => Holder::Held(name.clone()),
            (None, Some(_)) => Holder::Vacant,
            (None, None) => Holder::Unconfirmed,
        },
        phone: row.details.phone().cloned(),
        email: row.details.email().cloned(),
        verified_on: row.details.verified_on().copied(),
        approved_on: None,
        folder: Arc::clone(&read.folder),
        row: TableRow { file: table, range },
        people,
        stopped_by,
    };
    let Some(office) = &read.office else {
        return facts;
    };
    OfficeFacts {
        post: office
            .department
            .post_name(&office.head_post, Language::Bangla)
            .to_owned(),
        head: office.head.clone(),
        phone: office.details.phone().cloned(),
        email: office.details.email().cloned(),
        verified_on: office.details.verified_on().copied(),
        approved_on: Some(office.charter.approved_on),
        ..facts
    }
}

/// Who leads the office, as far as its rows say so.
fn officer(row: &OfficeRow) -> Option<&Localized<String>> {
    let listed = || {
        row.people
            .iter()
            .find(|one| one.is_head() && one.until.is_none())
    };
    row.details
        .officer()
        .or_else(|| listed().map(|person| &person.name))
}

/// The line of a table in which something stands.
fn line(department: &DepartmentContent, origin: &Place) -> TableRow {
    let text = department
        .sources
        .iter()
        .find(|source| source.file == origin.file)
        .map_or("", |source| &source.text);
    let range = match &origin.at {
        At::Bytes(range) => around(text, range.start),
        At::File | At::Value(_) | At::Key(_) => 0..0,
    };
    TableRow {
        file: Arc::clone(&origin.file),
        range,
    }
}

fn around(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    start..end
}
