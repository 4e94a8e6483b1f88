//! A digest of all that an office says itself, taken without understanding any of it: an office for which nothing
//! changed need not even be parsed.

use std::path::Path;

use super::department::DepartmentContent;
use super::files::Folder;
use super::office_table::OfficeRow;
use crate::Result;
use crate::model::Date;

/// The digest of an office's row, its district, its people on a day, and every file in its folder by name and bytes.
///
/// # Errors
/// When a file is there but cannot be read.
pub(crate) fn inputs(
    content: &Path,
    of: &DepartmentContent,
    row: &OfficeRow,
    today: Date,
) -> Result<[u8; 32]> {
    let OfficeRow {
        id,
        host,
        upazila,
        district,
        details,
        people,
        people_places: _,
        host_place: _,
        origins: _,
        found: _,
    } = row;
    let mut digest = blake3::Hasher::new();
    // Places are left out: a row that only moved says the same.
    let above = district.as_ref().map(|district| {
        (
            &district.id,
            &district.name,
            &district.division,
            &district.office,
            &district.contact,
        )
    });
    let said = format!("{:?}", (id, host, upazila, above, details.values()));
    digest.update(said.as_bytes());
    for person in people {
        // Who comes or goes makes a new portal on that day.
        let said = (
            person.values(),
            person.is_there(today),
            person.has_left(today),
        );
        digest.update(format!("{said:?}").as_bytes());
    }
    let folder = Folder::new(content)
        .folder(of.label.as_str())
        .folder("offices")
        .folder(id.as_str());
    // Not understood here: which of them are there, the day alone decides.
    if folder.may_have_key("office.yaml", "people") {
        digest.update(today.to_string().as_bytes());
    }
    folder.feed(&mut digest, &["pages", "notices", "files"])?;
    Ok(*digest.finalize().as_bytes())
}
