//! `districts.csv`: what the offices of a district share.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::Cells;
use super::files::Folder;
use super::reader::{Reader, Values};
use super::table::{self, Row, Table};
use super::windows;
use crate::Result;
use crate::diagnostic::{Diagnostic, say};
use crate::model::{
    Contact, District, Localized, SharedText, Slug, division_in_english, name_from_id,
};

const DISTRICT_COLUMNS: [&str; 13] = [
    "id",
    "name",
    "division",
    "office",
    "host",
    "designation",
    "phone",
    "email",
    "room",
    "code",
    "name_en",
    "office_en",
    "designation_en",
];

/// A row of the table.
pub(super) struct DistrictRow {
    pub(super) district: Arc<District>,
    /// What is wrong or doubtful in it.
    pub(super) found: Vec<Diagnostic>,
}

/// Districts by id.
pub(super) type Districts = BTreeMap<Slug, DistrictRow>;

/// Reads the table. What is wrong in a row is told there; the rest goes to `found`.
pub(super) fn districts(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Districts> {
    let Some(source) = folder.text("districts.csv", found)? else {
        return Ok(Districts::new());
    };
    let table = table::read(&source, &DISTRICT_COLUMNS, 4, found);
    let mut districts = Districts::new();
    for row in &table.rows {
        let mut cells = Cells {
            table: &table,
            row,
            columns: &DISTRICT_COLUMNS,
            found,
        };
        let Some(id) = cells.needed("id") else {
            found.extend(row.found.iter().cloned());
            continue;
        };
        let Some(slug) = Slug::parse(id).filter(|slug| slug.as_str().is_ascii()) else {
            found.push(say::bad_id_district(id).at(row.place(&table.file, 0)));
            continue;
        };
        let row_of = district(&table, row, &slug);
        if districts.insert(slug, row_of).is_some() {
            found.push(say::doubled_id_district(id).at(row.place(&table.file, 0)));
        }
    }
    Ok(districts)
}

/// A row as a district, with what is wrong in it.
fn district(table: &Table, row: &Row, id: &Slug) -> DistrictRow {
    let mut wrong = row.found.clone();
    wrong.extend(windows::refused(id.as_str(), || row.place(&table.file, 0)));
    let mut cells = Cells {
        table,
        row,
        columns: &DISTRICT_COLUMNS,
        found: &mut wrong,
    };
    let [name, division, office] = ["name", "division", "office"]
        .map(|column| cells.needed(column).unwrap_or_default().to_owned());
    for (column, text) in [("name", &name), ("division", &division)] {
        cells.is_filled(column, text);
    }
    let contact = contact(&mut cells);
    if !cells.is_written("designation") {
        cells.tell_of_lone_english("designation");
    }
    // The row itself says which district this is.
    let mut worded = |column: &str, name: &str, division: &str| {
        let text = cells
            .get(column)?
            .replace("{district}", name)
            .replace("{division}", division);
        cells.is_filled(column, &text).then_some(text)
    };
    let english_name = worded("name_en", "", "").unwrap_or_else(|| name_from_id(id.as_str()));
    let division_in_english = division_in_english(&division);
    let office = Localized {
        bangla: worded("office", &name, &division).unwrap_or(office),
        english: worded("office_en", &english_name, division_in_english),
    };
    let designation = worded("designation", &name, &division);
    let in_english = worded("designation_en", &english_name, division_in_english);
    let designation = designation.map(|designation| Localized {
        bangla: SharedText::filled(designation),
        english: in_english.map(SharedText::filled),
    });
    let name = Localized {
        bangla: name,
        english: Some(english_name),
    };
    let division = Localized {
        english: Some(division_in_english.to_owned()),
        bangla: division,
    };
    let contact = Contact {
        designation,
        ..contact
    };
    let district = Arc::new(District {
        id: id.clone(),
        name,
        division,
        office,
        contact,
        origin: row.origin(&table.file, 0),
    });
    DistrictRow {
        district,
        found: wrong,
    }
}

/// How the district office is reached; whom to ask for is said in both languages, and so apart.
fn contact(cells: &mut Cells<'_, '_>) -> Contact {
    let code = cells.value("code", Reader::area_code);
    let phone = cells.value("phone", Reader::phone);
    let email = cells.value("email", Reader::email);
    let host = cells.value("host", Reader::host);
    Contact {
        designation: None,
        address: None,
        room: cells.fixed("room"),
        code,
        phone,
        email,
        host,
    }
}
