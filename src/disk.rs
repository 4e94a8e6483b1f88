//! Content and themes as they lie on the disk. They come from hundreds of strangers, so they are read by names from an open
//! folder: no link is followed at any step, nothing but plain files is opened, and nothing is waited for (a pipe, a device).
//!
//! Only the folder that the person at the keyboard named may be reached through links: [`Folder::open`].

#[cfg(unix)]
#[path = "disk/unix.rs"]
mod handle;
#[cfg(not(unix))]
#[path = "disk/other.rs"]
mod handle;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What an entry of a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// Why something could not be opened.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Nothing has this name.
    Missing,
    /// It is something else than was wanted.
    Is(Kind),
    /// It is there, and this program may not read it.
    Denied,
    /// The machine's fault.
    Fault(io::Error),
}

/// An open folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    path: PathBuf,
    handle: Arc<handle::Handle>,
}

impl Folder {
    /// Opens the folder that a person named; links on the way to it are theirs.
    pub(crate) fn open(path: &Path) -> Result<Self, Trouble> {
        let handle = handle::open(path).map_err(|error| trouble(error, || None))?;
        Ok(Self {
            path: path.to_owned(),
            handle: Arc::new(handle),
        })
    }

    /// Opens a folder in this one.
    pub(crate) fn folder(&self, name: &OsStr) -> Result<Self, Trouble> {
        let handle = handle::folder(&self.handle, name)
            .map_err(|error| trouble(error, || self.kind(name)))?;
        Ok(Self {
            path: self.path.join(name),
            handle: Arc::new(handle),
        })
    }

    /// The folder at a path below this one.
    pub(crate) fn below(&self, path: &Path) -> Result<Self, Trouble> {
        let mut folder = self.clone();
        for step in path.components() {
            match step {
                Component::Normal(name) => folder = folder.folder(name)?,
                Component::CurDir => {}
                // Whoever asks for these is led nowhere.
                _ => return Err(Trouble::Missing),
            }
        }
        Ok(folder)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The names of all that it holds, hidden entries too, sorted.
    pub(crate) fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = handle::entries(&self.handle)?;
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(entries)
    }

    /// Opens a plain file in it.
    pub(crate) fn file(&self, name: &OsStr) -> Result<File, Trouble> {
        let file =
            handle::file(&self.handle, name).map_err(|error| trouble(error, || self.kind(name)))?;
        let about = file.metadata().map_err(Trouble::Fault)?;
        if about.is_file() {
            Ok(file)
        } else if about.is_dir() {
            Err(Trouble::Is(Kind::Folder))
        } else {
            Err(Trouble::Is(Kind::Other))
        }
    }

    /// The bytes of a plain file in it, one more than `most` at most: whoever gets more than `most` knows that it is too
    /// large, also when it grows while it is read.
    pub(crate) fn read(&self, name: &OsStr, most: u64) -> Result<Vec<u8>, Trouble> {
        let mut bytes = Vec::new();
        let file = self.file(name)?;
        file.take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(Trouble::Fault)?;
        Ok(bytes)
    }

    /// Puts a text in place of a plain file in it, in one step and with the same rights: a run that is killed leaves the old
    /// one.
    pub(crate) fn replace(&self, name: &OsStr, text: &str) -> Result<(), Trouble> {
        let old = self.file(name)?;
        let rights = old.metadata().map_err(Trouble::Fault)?.permissions();
        handle::replace(&self.handle, name, text.as_bytes(), rights).map_err(Trouble::Fault)
    }

    fn kind(&self, name: &OsStr) -> Option<Kind> {
        handle::kind(&self.handle, name)
    }
}

/// The folder of a file below a root that a person named, open, and the file's name in it.
pub(crate) fn place(root: &Path, path: &Path) -> Result<(Folder, OsString), Trouble> {
    let below = path.strip_prefix(root).map_err(|_| Trouble::Missing)?;
    let name = below.file_name().ok_or(Trouble::Missing)?;
    let above = below.parent().unwrap_or(Path::new(""));
    Ok((Folder::open(root)?.below(above)?, name.to_owned()))
}

impl Trouble {
    /// As the system would have said it.
    pub(crate) fn into_error(self) -> io::Error {
        match self {
            Self::Missing => io::ErrorKind::NotFound.into(),
            Self::Is(Kind::Folder) => io::ErrorKind::IsADirectory.into(),
            Self::Is(Kind::Link) => io::Error::other("it is a link, and none is followed"),
            Self::Is(Kind::File) => io::ErrorKind::NotADirectory.into(),
            Self::Is(Kind::Other) => io::Error::other("it is no plain file"),
            Self::Denied => io::ErrorKind::PermissionDenied.into(),
            Self::Fault(error) => error,
        }
    }
}

/// What a failed opening means. Only then `kind` is asked: systems say the same of a link and of what is no folder.
fn trouble(error: io::Error, kind: impl FnOnce() -> Option<Kind>) -> Trouble {
    match error.kind() {
        io::ErrorKind::NotFound => Trouble::Missing,
        io::ErrorKind::PermissionDenied => Trouble::Denied,
        // A file is opened as a folder, a folder as a file, a link as either, or a socket.
        _ => match kind() {
            Some(kind) if handle::is_of_kind(&error) => Trouble::Is(kind),
            _ => Trouble::Fault(error),
        },
    }
}
