//! Disk → model. Reads the content, sorted; changes nothing.
//!
//! 1. [`country`]: `portal.yaml`, shared by all.
//! 2. [`departments`]: each folder with its charter, pages and tables; one `Arc` for all its offices.
//! 3. [`office`]: one row of the table, with the office's own folder.
//!
//! A mistake in the content becomes a `Diagnostic`; only a fault of the machine is an error.

mod cells;
mod charter;
mod country;
mod department;
mod district_table;
mod fields;
mod files;
mod front_matter;
mod inputs;
mod locate;
mod new_row;
mod office;
mod office_charter;
mod office_table;
mod office_yaml;
mod page;
mod table;
mod text;
pub(crate) mod theme;
mod values;
mod yaml;

use std::path::Path;

pub use country::country;
pub use department::{DepartmentContent, departments};
pub use inputs::inputs;
pub use new_row::{Tables, tables};
pub use office::{OfficeContent, office};
pub use office_table::OfficeRow;
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
    let bytes = std::fs::read(Path::new(&*place.file)).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let range = match &place.at {
        At::File => 0..0,
        At::Bytes(range) => range.clone(),
        At::Value(path) => locate::value(&text, path),
        At::Key(path) => locate::key(&text, path),
    };
    Some(Located::find(&text, &range))
}
