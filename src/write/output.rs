//! The output folder: one build at a time, and a place of our own in it.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::tree::Tree;
use crate::{Error, Result};

/// Our own folder in the output.
const OWN: &str = ".sanad";

/// Our own folder of notes, one for each portal.
const NOTES: &str = ".sanad/portals";

/// The output folder, held against other builds until dropped.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    /// The folder of notes.
    pub(super) notes: Tree,
    _lock: File,
}

impl Output {
    /// Makes the folder where needed and holds it.
    ///
    /// # Errors
    /// When it cannot be made or another build holds it.
    pub fn open(root: &Path) -> Result<Self> {
        let own = root.join(OWN);
        std::fs::create_dir_all(&own).map_err(|error| Error::write(root, error))?;
        let path = own.join("lock");
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| Error::write(&path, error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Busy(root.to_owned())),
            Err(TryLockError::Error(error)) => return Err(Error::write(&path, error)),
        }
        let notes = root.join(NOTES);
        std::fs::create_dir_all(&notes).map_err(|error| Error::write(&notes, error))?;
        let output = Self {
            root: root.to_owned(),
            notes: Tree::open(notes)?,
            _lock: lock,
        };
        output.sweep()?;
        Ok(output)
    }

    /// A file or folder of the output.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Whether a portal stands there from now or from before.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.path(name).is_dir()
    }

    /// A portal's folder, when it stands there.
    pub(super) fn portal(&self, name: &str) -> Option<Tree> {
        let path = self.path(name);
        path.is_dir().then(|| Tree::open(path).ok()).flatten()
    }

    /// A new folder on the same file system, so that it can change places with another in one step.
    pub(super) fn workshop(&self) -> Result<tempfile::TempDir> {
        let own = self.root.join(OWN);
        let folder = tempfile::Builder::new()
            .prefix("new-")
            .tempdir_in(&own)
            .map_err(|error| Error::write(&own, error))?;
        make_readable(folder.path())?;
        Ok(folder)
    }

    /// Removes what a killed build left in our own folder.
    fn sweep(&self) -> Result<()> {
        let own = self.root.join(OWN);
        for entry in std::fs::read_dir(&own)
            .map_err(|error| Error::read(&own, error))?
            .flatten()
        {
            if entry.file_name().to_string_lossy().starts_with("new-") {
                std::fs::remove_dir_all(entry.path())
                    .map_err(|error| Error::write(&entry.path(), error))?;
            }
        }
        Ok(())
    }
}

/// Temporary folders are private to their owner; a portal is for the web server too.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
        .map_err(|error| Error::write(folder, error))
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> Result<()> {
    Ok(())
}
