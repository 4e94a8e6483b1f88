//! A folder for portals that nobody keeps.

use tempfile::TempDir;

use crate::{Error, Result};

/// A new folder among the system's temporary ones; it goes with the value, and all that was built in it.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn scratch() -> Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("sanad-").tempdir();
    folder.map_err(|error| Error::write(&std::env::temp_dir(), error))
}
