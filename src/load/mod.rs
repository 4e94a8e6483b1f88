//! Disk → model. Reads the content, sorted; changes nothing.
//!
//! 1. [`country`]: `portal.yaml`, shared by all.
//! 2. [`departments`]: each folder with its charter, pages and tables; one `Arc` for all its offices.
//! 3. [`office`]: one row of the table, with the office's own folder.
//!
//! What can be written in each file, [`schemas`] says to editors.
//!
//! A mistake in the content becomes a `Diagnostic`; only a fault of the machine is an error.

mod allow;
mod bijoy;
mod cells;
mod charter;
mod country;
mod department;
mod district_table;
mod fields;
mod files;
mod forms;
mod front_matter;
mod holidays;
mod inputs;
mod left_behind;
mod limits;
mod locate;
mod lost;
mod new_row;
mod offered;
mod office;
mod office_charter;
mod office_table;
mod office_values;
mod page;
mod people;
mod people_table;
mod person;
mod pictures;
mod raw_charter;
mod raw_department;
mod raw_page;
mod raw_person;
mod reader;
mod record;
mod rows;
mod schema;
mod schemas;
mod service;
mod shape;
mod shown_values;
mod signs;
mod slips;
mod source_text;
mod sources;
mod spreadsheet;
mod swallowed;
mod table;
mod text;
pub(crate) mod theme;
mod typed;
mod unread;
mod windows;
mod yaml;

use std::path::Path;
use std::sync::Arc;

pub use country::{CountryContent, country};
pub use department::{DepartmentContent, departments};
pub(crate) use inputs::inputs;
pub use new_row::{Tables, tables};
pub use office::{OfficeContent, office};
pub use office_table::OfficeRow;
pub use pictures::bytes;
pub use schemas::schemas;
pub use shape::shape;
pub use shown_values::{ShownValue, shown_values};

pub(crate) use text::nfc;
pub(crate) use yaml::nearest;

use crate::diagnostic::{Lines, Located};
use crate::disk;
use crate::model::{At, Place};

/// Resolves places one after the other; those of one file in a row cost one reading of it. Only what was read as content or
/// theme is read again: plain files below the folders that a person named, reached through no link.
#[derive(Debug)]
pub(crate) struct Locator<'a> {
    roots: [&'a Path; 2],
    file: Option<OpenFile>,
    /// The folder in which it lies; the next often lies there too.
    folder: Option<disk::Folder>,
}

/// The file that was asked for last.
#[derive(Debug)]
struct OpenFile {
    name: Arc<str>,
    /// `None` when it cannot be shown.
    lines: Option<Lines>,
    /// Keys and items of the file, once a key path has been asked for.
    entries: Option<Vec<locate::Entry>>,
}

impl<'a> Locator<'a> {
    /// Finds places in files below the content folder and that of the themes.
    #[must_use]
    pub(crate) fn new(content: &'a Path, themes: &'a Path) -> Self {
        Self {
            roots: [content, themes],
            file: None,
            folder: None,
        }
    }

    /// Line and column of a place; `None` when its file cannot be read, or is meant as a whole.
    pub(crate) fn locate(&mut self, place: &Place) -> Option<Located> {
        // Such a file may be anything: a download, or what a link leads to.
        if place.at == At::File {
            return None;
        }
        let file = self.file.take().filter(|file| file.name == place.file);
        let file = match file {
            Some(file) => file,
            None => OpenFile {
                name: Arc::clone(&place.file),
                lines: self.text(Path::new(&*place.file)).map(Lines::new),
                entries: None,
            },
        };
        let OpenFile { lines, entries, .. } = self.file.insert(file);
        let lines = lines.as_ref()?;
        let text = lines.text();
        let range = match &place.at {
            At::File => return None,
            At::Bytes(range) => range.clone(),
            At::Value(path) => {
                let entries = entries.get_or_insert_with(|| sources::entries(text));
                locate::value(entries, text, path)
            }
            At::Key(path) => {
                let entries = entries.get_or_insert_with(|| sources::entries(text));
                locate::key(entries, text, path)
            }
        };
        Some(lines.find(&range))
    }

    /// A text below one of the folders; `None` for what is no plain file or too large to be one of the content.
    fn text(&mut self, path: &Path) -> Option<String> {
        let root = self.roots.iter().find(|root| path.starts_with(root))?;
        let known = self.folder.take();
        let known = known.filter(|folder| path.parent() == Some(folder.path()));
        let (folder, name) = match known {
            Some(folder) => (folder, path.file_name()?.to_owned()),
            None => disk::place(root, path).ok()?,
        };
        let most = files::limit(path);
        let bytes = folder.read(&name, most);
        self.folder = Some(folder);
        let bytes = bytes.ok().filter(|bytes| bytes.len() as u64 <= most)?;
        let text = String::from_utf8(bytes);
        Some(text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }
}
