//! Whose a finding is: who can mend it, or has to be asked.

use std::collections::BTreeMap;

use super::{OfficeFacts, TableRow};
use crate::model::{At, Place};

/// Who has to mend a finding.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Owner<'a> {
    /// The office with this number.
    Office(usize),
    /// The office of the district with this label.
    District(&'a str),
    /// Whoever keeps what all offices share.
    All,
}

/// Whose which files and rows are.
pub(super) struct Owners<'a> {
    folders: BTreeMap<&'a str, usize>,
    rows: Rows<'a, usize>,
    districts: Rows<'a, &'a str>,
}

/// Owners by table and first byte, with the last byte.
type Rows<'a, T> = BTreeMap<(&'a str, usize), (usize, T)>;

impl<'a> Owners<'a> {
    pub(super) fn of(facts: &'a [OfficeFacts]) -> Self {
        let numbered = || facts.iter().enumerate();
        let of_districts = facts.iter().filter_map(|office| {
            let (_, row) = office.district.as_ref()?;
            Some(entry(row, office.id.district()))
        });
        Self {
            folders: numbered()
                .map(|(at, office)| (&*office.folder, at))
                .collect(),
            rows: numbered()
                .flat_map(|(at, office)| {
                    let rows = office.people.iter().chain([&office.row]);
                    rows.map(move |row| entry(row, at))
                })
                .collect(),
            districts: of_districts.collect(),
        }
    }

    pub(super) fn owner(&self, place: &Place) -> Owner<'a> {
        let file = &*place.file;
        // A folder ends with a slash, so none stands between a folder and the files in it.
        let folder = self.folders.range(..=file).next_back();
        if let Some((_, at)) = folder.filter(|(folder, _)| file.starts_with(**folder)) {
            return Owner::Office(*at);
        }
        let At::Bytes(range) = &place.at else {
            return Owner::All;
        };
        let at = (file, range.start);
        if let Some(office) = row(&self.rows, at) {
            return Owner::Office(office);
        }
        row(&self.districts, at).map_or(Owner::All, Owner::District)
    }
}

fn entry<T>(row: &TableRow, owner: T) -> ((&str, usize), (usize, T)) {
    ((&row.file, row.range.start), (row.range.end, owner))
}

fn row<T: Copy>(rows: &Rows<'_, T>, (file, at): (&str, usize)) -> Option<T> {
    let ((table, _), (end, owner)) = rows.range(..=(file, at)).next_back()?;
    (*table == file && at <= *end).then_some(*owner)
}
