//! A folder that is worked in by names from there. The system then need not walk the whole path for each of an office's
//! hundred files and folders, which halves what they cost.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::source;
use super::system::{self, Handle, Kind};
use crate::{Error, Result};

/// Whether the system takes rights away from new files that published ones have (`umask`), so that each needs a call more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mends(bool);

/// An open folder. Names are paths from there, with forward slashes.
#[derive(Debug)]
pub(super) struct Tree {
    path: PathBuf,
    handle: Handle,
    mends: Mends,
}

impl Mends {
    /// Makes a folder, looks, and removes it.
    pub(super) fn find_out(path: &Path) -> Result<Self> {
        const PROBE: &str = "rights";
        let handle = system::open(path).map_err(|error| Error::read(path, error))?;
        system::remove_folder(&handle, PROBE);
        system::make_folder(&handle, PROBE, false)
            .map_err(|error| Error::write(&path.join(PROBE), error))?;
        let has_all = system::has_its_rights(&handle, PROBE);
        system::remove_folder(&handle, PROBE);
        Ok(Self(!has_all))
    }
}

impl Tree {
    /// Opens a folder that exists.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(super) fn open(path: PathBuf, mends: Mends) -> Result<Self> {
        let handle = system::open(&path).map_err(|error| Error::read(&path, error))?;
        Ok(Self {
            path,
            handle,
            mends,
        })
    }

    /// Opens a folder that may be there.
    ///
    /// # Errors
    /// When something else than a folder has its name, or it cannot be opened.
    pub(super) fn standing(path: PathBuf, mends: Mends) -> Result<Option<Self>> {
        let opened = system::open_itself(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotADirectory => Error::InTheWay(path.clone()),
            _ => Error::read(&path, error),
        });
        Ok(opened?.map(|handle| Self {
            path,
            handle,
            mends,
        }))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a folder in it, below one that is there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn make_folder(&self, name: &str) -> Result<()> {
        system::make_folder(&self.handle, name, self.mends.0)
            .map_err(|error| self.fault(name, error))
    }

    /// Writes a file that is not there yet.
    ///
    /// # Errors
    /// When it cannot be written whole.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.make_file(name)?
            .write_all(bytes)
            .map_err(|error| self.fault(name, error))
    }

    /// Makes a file that is not there yet, to be written.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn make_file(&self, name: &str) -> Result<File> {
        system::make_file(&self.handle, name, self.mends.0).map_err(|error| self.fault(name, error))
    }

    /// What stands there under a name.
    pub(super) fn kind(&self, name: &str) -> Option<Kind> {
        system::kind(&self.handle, name)
    }

    /// Whether a plain file of this size stands there. Everybody can then read it, also where somebody took that right away.
    pub(super) fn keeps(&self, name: &str, size: u64) -> bool {
        match self.kind(name) {
            Some(Kind::File {
                size: found,
                is_public,
            }) if found == size => {
                is_public || system::make_public(&self.handle, name, false).is_ok()
            }
            _ => false,
        }
    }

    /// Whether everybody can enter a folder.
    pub(super) fn is_open(&self, name: &str) -> bool {
        system::has_its_rights(&self.handle, name)
    }

    /// Lets everybody read these files and enter these folders.
    pub(super) fn make_public<'a>(
        &self,
        files: impl Iterator<Item = &'a str>,
        folders: impl Iterator<Item = &'a str>,
    ) {
        let files = files.map(|name| (name, false));
        for (name, is_folder) in files.chain(folders.map(|name| (name, true))) {
            // Who may not do that has an output of somebody else, and is told when something is to be written.
            let _ = system::make_public(&self.handle, name, is_folder);
        }
    }

    /// Whether a file holds just these bytes.
    pub(super) fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        self.keeps(name, bytes.len() as u64)
            && std::fs::read(self.path.join(name)).is_ok_and(|old| old == bytes)
    }

    /// Whether a file holds just the bytes of this size and digest.
    pub(super) fn holds_copy(&self, name: &str, size: u64, digest: &str) -> bool {
        self.keeps(name, size) && source::digest(&self.path.join(name)).is_ok_and(|of| of == digest)
    }

    /// Gives a file of another folder the same name in this one too; both are then one file with one time stamp.
    /// Whether that was possible.
    pub(super) fn link(&self, from: &Self, name: &str) -> bool {
        system::link(&from.handle, &self.handle, name).is_ok()
    }

    /// Removes files, then folders, as far as they are there. What else lies in them stays.
    pub(super) fn remove<'a>(
        &self,
        files: impl Iterator<Item = &'a str>,
        folders: impl Iterator<Item = &'a str>,
    ) {
        files.for_each(|name| system::remove_file(&self.handle, name));
        folders.for_each(|name| system::remove_folder(&self.handle, name));
    }

    /// Waits until the disk holds all that was written into its file system.
    ///
    /// # Errors
    /// When the disk cannot take it.
    pub(super) fn sync(&self) -> Result<()> {
        system::sync(&self.handle).map_err(|error| Error::write(&self.path, error))
    }

    fn fault(&self, name: &str, error: io::Error) -> Error {
        Error::write(&self.path.join(name), error)
    }
}
