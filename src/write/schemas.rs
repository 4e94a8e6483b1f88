//! Schemas for editors: each replaced in one step, and left alone where it says the same already.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::schema::FileSchema;
use crate::{Error, Result};

/// Writes schemas into a folder, and gives the files that were not the same before.
///
/// # Errors
/// When the folder or a file cannot be written.
pub(crate) fn schemas(folder: &Path, schemas: &[FileSchema]) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder).map_err(|error| Error::write(folder, error))?;
    let mut written = Vec::new();
    for schema in schemas {
        let path = folder.join(schema.file());
        if fs::read(&path).is_ok_and(|bytes| bytes == schema.text.as_bytes()) {
            continue;
        }
        replace(folder, &path, &schema.text).map_err(|error| Error::write(&path, error))?;
        written.push(path);
    }
    Ok(written)
}

/// Unlike `disk`'s, this also makes a file that is not there, and two runs at once do not disturb each other: whoever checks
/// many folders before a commit may start several. What a killed run leaves is a copy of what can be written again at will,
/// so nobody waits for the disk.
fn replace(folder: &Path, path: &Path, text: &str) -> std::io::Result<()> {
    let mut new = tempfile::Builder::new();
    new.prefix(".new-");
    // A temporary file is its owner's alone unless said otherwise, and colleagues have editors too.
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut new = new.tempfile_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}
