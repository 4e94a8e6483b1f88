//! Folders as descriptors: whatever is renamed or replaced meanwhile, a name is looked up in the folder that was opened.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{
    AtFlags, Dir, FileType, Mode, OFlags, open as open_path, openat, renameat, statat, unlinkat,
};
use rustix::io::Errno;

use super::Kind;

pub(super) type Handle = OwnedFd;

const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::CLOEXEC);

pub(super) fn open(path: &Path) -> io::Result<Handle> {
    Ok(open_path(path, FOLDER, Mode::empty())?)
}

pub(super) fn folder(of: &Handle, name: &OsStr) -> io::Result<Handle> {
    Ok(openat(of, name, FOLDER | OFlags::NOFOLLOW, Mode::empty())?)
}

/// Opens whatever it is without waiting for it: a pipe would keep its reader until somebody writes.
pub(super) fn file(of: &Handle, name: &OsStr) -> io::Result<File> {
    let flags =
        OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(openat(of, name, flags, Mode::empty())?))
}

pub(super) fn entries(of: &Handle) -> io::Result<Vec<(OsString, Kind)>> {
    let mut list = Vec::new();
    for entry in Dir::read_from(of)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        // Some file systems do not say what an entry is.
        let kind = match entry.file_type() {
            FileType::Unknown => kind(of, name),
            known => Some(kind_of(known)),
        };
        // What is gone by now was not there.
        list.extend(kind.map(|kind| (name.to_owned(), kind)));
    }
    Ok(list)
}

pub(super) fn kind(of: &Handle, name: &OsStr) -> Option<Kind> {
    let about = statat(of, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    Some(kind_of(FileType::from_raw_mode(about.st_mode)))
}

fn kind_of(kind: FileType) -> Kind {
    match kind {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    }
}

/// Whether an error says that something is of another kind than was wanted.
pub(super) fn is_of_kind(error: &io::Error) -> bool {
    // A socket cannot be opened at all (ENXIO).
    let kinds = [
        Errno::LOOP,
        Errno::NOTDIR,
        Errno::ISDIR,
        Errno::NXIO,
        Errno::NODEV,
    ];
    Errno::from_io_error(error).is_some_and(|error| kinds.contains(&error))
}

pub(super) fn replace(
    of: &Handle,
    name: &OsStr,
    bytes: &[u8],
    rights: Permissions,
) -> io::Result<()> {
    let mut new = OsString::from(".new-");
    new.push(name);
    // One that a killed run left.
    let _ = unlinkat(of, &new, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(openat(of, &new, flags, Mode::RUSR | Mode::WUSR)?);
    let written = file
        .write_all(bytes)
        .and_then(|()| file.set_permissions(rights))
        .and_then(|()| file.sync_all())
        .and_then(|()| Ok(renameat(of, &new, of, name)?));
    if written.is_err() {
        let _ = unlinkat(of, &new, AtFlags::empty());
    }
    written
}
