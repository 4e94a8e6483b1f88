//! Faults of the machine and wrong usage: what ends a run at once, with exit code 2.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::escape;
use crate::guard::Panic;

/// A fault that is not a mistake in the content.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// A correction could not be written into the content.
    Fix(PathBuf, io::Error),
    /// What there is to say could not be said.
    Say(io::Error),
    /// Another build writes into the same folder.
    Busy(PathBuf),
    /// Something that we did not write stands where something of ours belongs.
    InTheWay(PathBuf),
    /// A file of the content is not what it was when it was read.
    Changed(PathBuf),
    /// Something that was typed makes no sense.
    Usage(String),
    /// The theme is at fault in a way that has no place in a file.
    Theme(String),
    /// The program itself is at fault.
    Program(Panic),
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
        // Paths, and what is quoted of the content, may hold anything.
        f.write_str(&escape::terminal(&self.told()))
    }
}

impl Error {
    fn told(&self) -> String {
        match self {
            Self::Read(path, error) => {
                let next = next(error);
                format!("cannot read {}: {error}; {next}", path.display())
            }
            Self::Write(path, error) => format!(
                "cannot write {}: {error}; what was published before is untouched; {}",
                path.display(),
                next(error)
            ),
            Self::Fix(path, error) => format!(
                "cannot write {}: {error}; the file is as it was; {}",
                path.display(),
                next(error)
            ),
            Self::Say(error) => format!(
                "what there is to say cannot be written: {error}; see that there is room where it goes, then try again"
            ),
            Self::Busy(path) => format!(
                "another build is writing into {}; wait until it has finished",
                path.display()
            ),
            Self::InTheWay(path) => format!(
                "{} is in the way: something else is published under this name, and Sanad did not write what stands there; it is untouched; move it to another place, then build again",
                path.display()
            ),
            Self::Changed(path) => format!(
                "{} changed while it was copied; what was published before is untouched; build again",
                path.display()
            ),
            Self::Usage(message) | Self::Theme(message) => message.clone(),
            Self::Program(panic) => panic.to_string(),
        }
    }
}

impl std::error::Error for Error {}
