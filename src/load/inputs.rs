//! A digest of all that an office says itself, taken without understanding any of it: an office for which nothing
//! changed need not even be parsed.

use std::path::Path;

use walkdir::WalkDir;

use super::department::DepartmentContent;
use super::files::{self, Folder};
use super::office_table::OfficeRow;
use crate::{Error, Result};

/// The digest of an office's row, its district, and every file in its folder by name and bytes.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn inputs(content: &Path, of: &DepartmentContent, row: &OfficeRow) -> Result<[u8; 32]> {
    let OfficeRow {
        id,
        host,
        upazila,
        district,
        post,
        officer,
        phone,
        email,
        verified_on,
        room,
        code,
        upazila_en,
        officer_en,
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
            &district.english,
        )
    });
    let said = format!(
        "{:?}",
        (
            id,
            host,
            upazila,
            above,
            post,
            officer,
            phone,
            email,
            verified_on,
            (room, code, upazila_en, officer_en)
        )
    );
    digest.update(said.as_bytes());
    let folder = Folder::new(content)
        .folder(of.label.as_str())
        .folder("offices")
        .folder(id.as_str());
    if !folder.exists() {
        return Ok(*digest.finalize().as_bytes());
    }
    let mut chunk = vec![0; files::CHUNK];
    for entry in WalkDir::new(folder.path()).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::walk(folder.path(), &error))?;
        let name = entry
            .path()
            .strip_prefix(folder.path())
            .unwrap_or(entry.path())
            .to_string_lossy();
        let kind = entry.file_type();
        digest.update(format!("\n{name:?} {}{} ", kind.is_file(), kind.is_symlink()).as_bytes());
        if kind.is_file() {
            // The size behind the bytes keeps one file from reading like two.
            let bytes = files::feed(entry.path(), &mut digest, &mut chunk)?;
            digest.update(format!("\n{bytes}").as_bytes());
        }
    }
    Ok(*digest.finalize().as_bytes())
}
