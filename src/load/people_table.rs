//! `people.csv`: one row a person. An office that has none in it is led by the officer of its own row.

use std::collections::BTreeMap;

use super::cells::Cells;
use super::files::Folder;
use super::limits::MAX_PEOPLE;
use super::office_table::OfficeRow;
use super::person::person;
use super::reader::Reader;
use super::table::{self, Row, Table};
use crate::Result;
use crate::diagnostic::{Diagnostic, say};
use crate::model::{Person, Post, digits};

const FILE: &str = "people.csv";

const COLUMNS: [&str; 14] = [
    "office", "name", "post", "phone", "email", "room", "roles", "charge", "days", "from", "until",
    "order", "name_en", "days_en",
];

/// Columns in which several values may stand, one a line.
const LISTS: [&str; 2] = ["phone", "roles"];

/// Reads the table, where there is one, and gives each office its people, with what is wrong in their rows. What belongs to
/// no office goes to `stray`.
pub(super) fn people(
    folder: &Folder,
    posts: &[Post],
    offices: &mut [OfficeRow],
    stray: &mut Vec<Diagnostic>,
) -> Result<()> {
    if !folder.has(FILE, &mut Vec::new())? {
        return Ok(());
    }
    let Some(source) = folder.text(FILE, stray)? else {
        return Ok(());
    };
    let table = table::read_with_lists(&source, &COLUMNS, 3, &LISTS, stray);
    let positions = offices.iter().enumerate();
    let positions: BTreeMap<String, usize> = positions
        .map(|(at, office)| (office.id.to_string(), at))
        .collect();
    let mut ordered: Vec<Vec<(u32, Person)>> = offices.iter().map(|_| Vec::new()).collect();
    for row in &table.rows {
        let Some(at) = office_of(&table, row, &positions, stray) else {
            continue;
        };
        let office = &mut offices[at];
        office.people_places.push(row.place(&table.file, 0));
        if ordered[at].len() == MAX_PEOPLE {
            let place = row.place(&table.file, 0);
            office
                .found
                .push(say::too_many_people(MAX_PEOPLE).at(place));
            continue;
        }
        ordered[at].extend(read(&table, row, posts, &mut office.found));
    }
    for (office, mut people) in offices.iter_mut().zip(ordered) {
        people.sort_by_key(|(order, _)| *order);
        office.people = people.into_iter().map(|(_, person)| person).collect();
    }
    Ok(())
}

/// The position of the office that a row names.
fn office_of(
    table: &Table,
    row: &Row,
    positions: &BTreeMap<String, usize>,
    stray: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let mut cells = Cells {
        table,
        row,
        columns: &COLUMNS,
        found: stray,
    };
    let Some(id) = cells.needed("office") else {
        stray.extend(row.found.iter().cloned());
        return None;
    };
    let at = positions.get(id).copied();
    if at.is_none() {
        cells.tell("office", say::unknown_office_person(id));
    }
    at
}

/// A person with the place among those of the office: as `order` says, then as the rows stand.
fn read(
    table: &Table,
    row: &Row,
    posts: &[Post],
    found: &mut Vec<Diagnostic>,
) -> Option<(u32, Person)> {
    found.extend(row.found.iter().cloned());
    let mut cells = Cells {
        table,
        row,
        columns: &COLUMNS,
        found,
    };
    let order = cells.value("order", order);
    let person = person(&mut cells, posts)?;
    Some((order.unwrap_or(u32::MAX), person))
}

fn order(of: &mut Cells<'_, '_>, key: &str, text: &str) -> Option<u32> {
    let order = digits::to_latin(text).parse().ok();
    if order.is_none() {
        of.tell(key, say::bad_order(text));
    }
    order
}
