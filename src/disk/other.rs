//! Folders as paths, for systems without `openat`: each step is looked at before it is taken. Whoever can replace a folder
//! by a link at that very instant could lead out; the portals of the country are built on Unix.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, FileType, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Kind;

pub(super) type Handle = PathBuf;

pub(super) fn open(path: &Path) -> io::Result<Handle> {
    if fs::metadata(path)?.is_dir() {
        Ok(path.to_owned())
    } else {
        Err(io::ErrorKind::NotADirectory.into())
    }
}

pub(super) fn folder(of: &Handle, name: &OsStr) -> io::Result<Handle> {
    let path = of.join(name);
    if fs::symlink_metadata(&path)?.is_dir() {
        Ok(path)
    } else {
        Err(io::ErrorKind::NotADirectory.into())
    }
}

pub(super) fn file(of: &Handle, name: &OsStr) -> io::Result<File> {
    let path = of.join(name);
    let about = fs::symlink_metadata(&path)?;
    if about.is_file() {
        File::open(path)
    } else {
        Err(io::ErrorKind::IsADirectory.into())
    }
}

pub(super) fn entries(of: &Handle) -> io::Result<Vec<(OsString, Kind)>> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.file_name(), kind_of(entry.file_type()?)))
    };
    fs::read_dir(of)?.map(entry).collect()
}

pub(super) fn kind(of: &Handle, name: &OsStr) -> Option<Kind> {
    let about = fs::symlink_metadata(of.join(name)).ok()?;
    Some(kind_of(about.file_type()))
}

fn kind_of(kind: FileType) -> Kind {
    if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Other
    }
}

/// Whether an error says that something is of another kind than was wanted.
pub(super) fn is_of_kind(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}

pub(super) fn replace(
    of: &Handle,
    name: &OsStr,
    bytes: &[u8],
    rights: Permissions,
) -> io::Result<()> {
    let mut new = tempfile::Builder::new().prefix(".new-").tempfile_in(of)?;
    new.write_all(bytes)?;
    new.as_file().set_permissions(rights)?;
    new.as_file().sync_all()?;
    new.persist(of.join(name)).map_err(|error| error.error)?;
    Ok(())
}
