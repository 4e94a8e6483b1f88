//! An office as the tables have it → its entry in the directory of all offices. The files of the offices are not read for
//! it.

use crate::load::OfficeRow;
use crate::model::Department;
use crate::plan::{DirectoryEntry, Name};

/// The entry of an office; `None` when its row names an unknown district, or a name in the tables cannot be used.
/// `in_english` says whether anybody reads the names in English.
pub(super) fn entry<'a>(
    department: &'a Department,
    row: &'a OfficeRow,
    in_english: bool,
) -> Option<DirectoryEntry<'a>> {
    let district = row.district.as_deref()?;
    let is_named = ![&row.upazila, &district.name, &district.division]
        .iter()
        .any(|name| name.bangla.is_empty());
    let name = |name| Name::of(name, in_english);
    is_named.then(|| DirectoryEntry {
        id: &row.id,
        host: &row.host,
        office_name: name(&department.office_name),
        department: name(&department.name),
        upazila: name(&row.upazila),
        district: name(&district.name),
        division: name(&district.division),
        confirmed: row.details.verified_on.is_some(),
    })
}
