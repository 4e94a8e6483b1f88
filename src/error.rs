//! Faults of the machine and wrong usage: what ends a run at once, with exit code 2.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A fault that is not a mistake in the content.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// A correction could not be written into the content.
    Mend(PathBuf, io::Error),
    /// What there is to say could not be said.
    Say(io::Error),
    /// Another build writes into the same folder.
    Busy(PathBuf),
    /// Something that was typed makes no sense.
    Usage(String),
    /// The theme is at fault in a way that has no place in a file.
    Theme(String),
}

/// A result whose error is a fault of the machine.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A file or folder could not be read.
    #[must_use]
    pub fn read(path: &Path, error: io::Error) -> Self {
        Self::Read(path.to_owned(), error)
    }

    /// A folder could not be walked.
    #[must_use]
    pub fn walk(folder: &Path, error: &walkdir::Error) -> Self {
        let path = error.path().unwrap_or(folder).to_owned();
        let kind = error
            .io_error()
            .map_or(io::ErrorKind::Other, io::Error::kind);
        Self::Read(path, kind.into())
    }

    /// A file or folder could not be written.
    #[must_use]
    pub fn write(path: &Path, error: io::Error) -> Self {
        Self::Write(path.to_owned(), error)
    }
}

/// What to do about a fault of the machine.
fn next(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "give yourself the right to it, then try again",
        io::ErrorKind::NotFound => "it may have been moved meanwhile; look, then try again",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk, then try again"
        }
        io::ErrorKind::ReadOnlyFilesystem => "name a folder that can be written",
        io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
            "something else has this name; move it away, then try again"
        }
        _ => "look at the path and the disk, then try again",
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => {
                write!(
                    f,
                    "cannot read {}: {error}; {}",
                    path.display(),
                    next(error)
                )
            }
            Self::Write(path, error) => write!(
                f,
                "cannot write {}: {error}; what was published before is untouched; {}",
                path.display(),
                next(error)
            ),
            Self::Mend(path, error) => write!(
                f,
                "cannot write {}: {error}; the file is as it was; {}",
                path.display(),
                next(error)
            ),
            Self::Say(error) => write!(
                f,
                "what there is to say cannot be written: {error}; see that there is room where it goes, then try again"
            ),
            Self::Busy(path) => write!(
                f,
                "another build is writing into {}; wait until it has finished",
                path.display()
            ),
            Self::Usage(message) | Self::Theme(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
