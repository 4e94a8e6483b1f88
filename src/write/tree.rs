//! A folder that is worked in by names from there. The system then need not walk the whole path for each of an office's
//! hundred files and folders, which halves what they cost.

use std::io;
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// An open folder. Names are paths from there, with forward slashes.
#[derive(Debug)]
pub(super) struct Tree {
    path: PathBuf,
    handle: handle::Handle,
}

impl Tree {
    /// Opens a folder that exists.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(super) fn open(path: PathBuf) -> Result<Self> {
        let handle = handle::open(&path).map_err(|error| Error::read(&path, error))?;
        Ok(Self { path, handle })
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
        handle::make_folder(&self.handle, name).map_err(|error| self.fault(name, error))
    }

    /// Writes a file that is not there yet.
    ///
    /// # Errors
    /// When it cannot be written whole.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        handle::write(&self.handle, name, bytes).map_err(|error| self.fault(name, error))
    }

    /// The size of a plain file in bytes; `None` when it is not there or something else.
    pub(super) fn size(&self, name: &str) -> Option<u64> {
        handle::size(&self.handle, name)
    }

    /// Whether a file holds just these bytes.
    pub(super) fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        self.size(name) == Some(bytes.len() as u64)
            && std::fs::read(self.path.join(name)).is_ok_and(|old| old == bytes)
    }

    /// Gives a file of another folder the same name in this one too; both are then one file with one time stamp.
    /// Whether that was possible.
    pub(super) fn link(&self, from: &Self, name: &str) -> bool {
        handle::link(&from.handle, &self.handle, name).is_ok()
    }

    /// Removes files, then folders, as far as they are there. What else lies in them stays.
    pub(super) fn remove<'a>(
        &self,
        files: impl Iterator<Item = &'a str>,
        folders: impl Iterator<Item = &'a str>,
    ) {
        files.for_each(|name| handle::remove_file(&self.handle, name));
        folders.for_each(|name| handle::remove_folder(&self.handle, name));
    }

    fn fault(&self, name: &str, error: io::Error) -> Error {
        Error::write(&self.path.join(name), error)
    }
}

#[cfg(unix)]
mod handle {
    use std::fs::File;
    use std::io::{self, Write};
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::{
        AtFlags, FileType, Mode, OFlags, linkat, mkdirat, open as open_at, openat, statat, unlinkat,
    };

    pub(super) type Handle = OwnedFd;

    pub(super) fn open(path: &Path) -> io::Result<Handle> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(open_at(path, flags, Mode::empty())?)
    }

    pub(super) fn make_folder(folder: &Handle, name: &str) -> io::Result<()> {
        Ok(mkdirat(folder, name, Mode::from_raw_mode(0o777))?)
    }

    pub(super) fn write(folder: &Handle, name: &str, bytes: &[u8]) -> io::Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let file = openat(folder, name, flags, Mode::from_raw_mode(0o666))?;
        File::from(file).write_all(bytes)
    }

    pub(super) fn size(folder: &Handle, name: &str) -> Option<u64> {
        let about = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        let is_file = FileType::from_raw_mode(about.st_mode) == FileType::RegularFile;
        u64::try_from(about.st_size).ok().filter(|_| is_file)
    }

    pub(super) fn link(from: &Handle, to: &Handle, name: &str) -> io::Result<()> {
        Ok(linkat(from, name, to, name, AtFlags::empty())?)
    }

    pub(super) fn remove_file(folder: &Handle, name: &str) {
        let _ = unlinkat(folder, name, AtFlags::empty());
    }

    pub(super) fn remove_folder(folder: &Handle, name: &str) {
        let _ = unlinkat(folder, name, AtFlags::REMOVEDIR);
    }
}

#[cfg(not(unix))]
mod handle {
    use std::fs;
    use std::io::{self, Write};
    use std::path::{Path, PathBuf};

    pub(super) type Handle = PathBuf;

    pub(super) fn open(path: &Path) -> io::Result<Handle> {
        fs::metadata(path).map(|_| path.to_owned())
    }

    pub(super) fn make_folder(folder: &Handle, name: &str) -> io::Result<()> {
        fs::create_dir(folder.join(name))
    }

    pub(super) fn write(folder: &Handle, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut options = fs::File::options();
        let file = options.write(true).create_new(true).open(folder.join(name));
        file?.write_all(bytes)
    }

    pub(super) fn size(folder: &Handle, name: &str) -> Option<u64> {
        let about = fs::symlink_metadata(folder.join(name)).ok()?;
        about.is_file().then(|| about.len())
    }

    pub(super) fn link(from: &Handle, to: &Handle, name: &str) -> io::Result<()> {
        fs::hard_link(from.join(name), to.join(name))
    }

    pub(super) fn remove_file(folder: &Handle, name: &str) {
        let _ = fs::remove_file(folder.join(name));
    }

    pub(super) fn remove_folder(folder: &Handle, name: &str) {
        let _ = fs::remove_dir(folder.join(name));
    }
}
