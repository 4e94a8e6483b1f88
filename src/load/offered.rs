//! Files that an office, or the forms of a charter, offer for download.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fields::name_said;
use super::files::Folder;
use super::text::nfc;
use super::{unread, windows};
use crate::Result;
use crate::diagnostic::{Diagnostic, say};
use crate::disk::Kind;
use crate::model::{OfficeFile, Place, Slug, natural_order};

/// The files in a folder, in the order of people, by the names that they have in a portal: in NFC, as every text that names
/// one.
pub(super) fn files(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Vec<OfficeFile>> {
    let mut list = Vec::new();
    let mut known = BTreeSet::new();
    for entry in folder.few_entries(found)? {
        let file = folder.shown(&entry.name);
        let name = nfc(&entry.name);
        if entry.kind == Kind::Link {
            found.push(unread::link_finding(&file));
        } else if let Some(refused) = windows::refused(&name, || Place::file(&file)) {
            found.push(refused);
        } else if entry.kind == Kind::Folder || !is_offered(&name) {
            let is_folder = entry.kind == Kind::Folder;
            found.push(not_offered(&file, &name, is_folder));
        } else if !known.insert(name.clone()) {
            found.push(same_name(&file, &name));
        } else if let Some((bytes, digest)) = entry.digest(found)? {
            list.push(OfficeFile {
                name,
                path: entry.path,
                root: entry.root,
                bytes,
                digest,
            });
        }
    }
    list.sort_by(|one, other| natural_order(&one.name, &other.name));
    Ok(list)
}

fn not_offered(file: &Arc<str>, name: &str, is_folder: bool) -> Diagnostic {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let said = if is_folder {
        say::bad_file_name_folder(name)
    } else if is_ending(ending) {
        name_said(stem, say::bad_file_name_letters(name))
    } else {
        say::bad_file_name_ending(name, OFFERED.join(" "))
    };
    said.at(Place::file(file))
}

/// Two names that differ on the disk only: য় ড় ঢ় can be typed in two ways that nobody can tell apart.
pub(super) fn same_name(file: &Arc<str>, name: &str) -> Diagnostic {
    say::doubled_file(name).at(Place::file(file))
}

/// What can be offered for download: papers, tables, pictures, sound, all of which a browser shows as such or saves. Not a
/// list of what is dangerous: servers run, and browsers obey, more endings than anybody knows (`.shtml`, `.svgz`, `.phar`).
const OFFERED: [&str; 20] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "txt", "jpg",
    "jpeg", "png", "webp", "gif", "zip", "mp3", "mp4",
];

/// Whether a file of this name can be offered. One dot only: servers read each ending of `form.html.pdf`.
fn is_offered(name: &str) -> bool {
    let Some((stem, ending)) = name.split_once('.') else {
        return false;
    };
    let stem_fits = Slug::parse(&stem.to_ascii_lowercase().replace('_', "-")).is_some();
    stem_fits && is_ending(ending)
}

fn is_ending(text: &str) -> bool {
    OFFERED.contains(&&*text.to_ascii_lowercase())
}
