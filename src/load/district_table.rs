//! `districts.csv`: what the offices of a district share.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{area_code, cell, email, host, phone};
use super::files::Folder;
use super::table;
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::{Contact, District, DistrictInEnglish, Slug};

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

/// Districts by id.
pub(super) type Districts = BTreeMap<Slug, Arc<District>>;

/// Reads the table.
pub(super) fn districts(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Districts> {
    let Some(source) = folder.text("districts.csv", found)? else {
        return Ok(Districts::new());
    };
    let table = table::read(&source, &DISTRICT_COLUMNS, 4, found);
    let mut districts = Districts::new();
    for row in &table.rows {
        let Some(id) = cell(&table, row, &DISTRICT_COLUMNS, 0, found) else {
            continue;
        };
        let Some(slug) = Slug::parse(id).filter(|slug| slug.as_str().is_ascii()) else {
            found.push(row.wrong(
                &table.file,
                0,
                "bad-id",
                (
                    format!("`{id}` cannot be part of an address"),
                    format!("`{id}` ঠিকানার অংশ হতে পারে না"),
                ),
                (
                    "write the district's label in host names, like `narayanganj`",
                    "হোস্টের নামে জেলা যেভাবে থাকে সেভাবে লিখুন, যেমন `narayanganj`",
                ),
            ));
            continue;
        };
        let [name, division, office] = [1, 2, 3].map(|column| {
            cell(&table, row, &DISTRICT_COLUMNS, column, found)
                .unwrap_or_default()
                .to_owned()
        });
        let contact = Contact {
            designation: row.get(5).map(str::to_owned),
            address: None,
            room: row.get(8).map(str::to_owned),
            code: row
                .get(9)
                .and_then(|text| area_code(&table, row, 9, text, found)),
            phone: row
                .get(6)
                .and_then(|text| phone(&table, row, 6, text, found)),
            email: row
                .get(7)
                .and_then(|text| email(&table, row, 7, text, found)),
            host: row
                .get(4)
                .and_then(|text| host(&table, row, 4, text, found)),
        };
        let district = Arc::new(District {
            id: slug.clone(),
            name,
            division,
            office,
            contact,
            english: DistrictInEnglish {
                name: row.get(10).map(str::to_owned),
                office: row.get(11).map(str::to_owned),
                designation: row.get(12).map(str::to_owned),
            },
            origin: row.origin(&table.file, 0),
        });
        if districts.insert(slug, district).is_some() {
            found.push(row.wrong(
                &table.file,
                0,
                "doubled-id",
                (
                    format!("the district `{id}` stands here twice"),
                    format!("`{id}` জেলাটি এখানে দুইবার আছে"),
                ),
                ("keep one of the two rows", "দুটি সারির একটি রাখুন"),
            ));
        }
    }
    Ok(districts)
}
