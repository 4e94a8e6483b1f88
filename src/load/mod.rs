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
mod cells;
mod charter;
mod country;
mod department;
mod district_table;
mod english;
mod fields;
mod files;
mod forms;
mod front_matter;
mod holidays;
mod inputs;
mod locate;
mod new_row;
mod office;
mod office_charter;
mod office_table;
mod office_yaml;
mod page;
mod pictures;
mod raw_charter;
mod raw_department;
mod raw_page;
mod schema;
mod sources;
mod table;
mod text;
pub(crate) mod theme;
mod values;
mod yaml;

use std::path::Path;
use std::sync::Arc;

pub use country::{CountryContent, country};
pub use department::{DepartmentContent, departments};
pub use inputs::inputs;
pub use new_row::{Tables, tables};
pub use office::{OfficeContent, office};
pub use office_table::OfficeRow;
pub use pictures::bytes;
pub use schema::schemas;
pub use values::{Value, values};

pub(crate) use text::nfc;
pub(crate) use yaml::nearest;

use crate::diagnostic::{At, Located, Place};
use crate::model::{Origin, OriginAt};

/// Where a value was written, as a place for findings.
#[must_use]
pub fn place(origin: &Origin) -> Place {
    match &origin.at {
        OriginAt::File => Place::file(&origin.file),
        OriginAt::Key(path) => Place::value(&origin.file, path.clone()),
        OriginAt::Bytes(range) => Place::bytes(&origin.file, range.clone()),
    }
}

/// Resolves a place to line and column by reading its file once more; `None` when that is not possible.
#[must_use]
pub fn locate(place: &Place) -> Option<Located> {
    Locator::default().locate(place)
}

/// Resolves places one after the other; those of one file in a row cost one reading of it.
#[derive(Debug, Default)]
pub struct Locator {
    file: Option<(Arc<str>, Option<String>)>,
    /// Keys and items of the file, once a key path has been asked for.
    entries: Option<Vec<locate::Entry>>,
}

impl Locator {
    /// Line and column of a place; `None` when its file cannot be read.
    pub fn locate(&mut self, place: &Place) -> Option<Located> {
        if !matches!(&self.file, Some((file, _)) if *file == place.file) {
            let path = Path::new(&*place.file);
            // A download is no text to be shown.
            let readable =
                std::fs::metadata(path).is_ok_and(|about| about.len() <= files::limit(path));
            let bytes = readable.then(|| std::fs::read(path).ok()).flatten();
            let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            self.file = Some((Arc::clone(&place.file), text));
            self.entries = None;
        }
        let text = self.file.as_ref()?.1.as_deref()?;
        let range = match &place.at {
            At::File => 0..0,
            At::Bytes(range) => range.clone(),
            At::Value(path) => {
                let entries = self.entries.get_or_insert_with(|| sources::entries(text));
                locate::value(entries, text, path)
            }
            At::Key(path) => {
                let entries = self.entries.get_or_insert_with(|| sources::entries(text));
                locate::key(entries, text, path)
            }
        };
        Some(Located::find(text, &range))
    }
}
