//! What the system does for us below a folder that is open: the only file that names `rustix`. Elsewhere than on Unix the
//! standard library does it, as well as it can.

#[cfg(unix)]
pub(super) use unix::*;

#[cfg(not(unix))]
pub(super) use other::*;

/// What stands under a name; links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A plain file.
    File {
        /// In bytes.
        size: u64,
        /// Whether everybody can read it and only its owner can write it.
        is_public: bool,
    },
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::{
        AtFlags, FileType, Mode, OFlags, chmodat, fchmod, fstat, linkat, mkdirat, open as open_at,
        openat, statat, unlinkat,
    };

    use super::Kind;

    pub(crate) type Handle = OwnedFd;

    /// The rights of published files: everybody reads them, a web server of another user too.
    const FILE: Mode = Mode::from_raw_mode(0o644);

    /// The rights of published folders.
    const FOLDER: Mode = Mode::from_raw_mode(0o755);

    /// Opens a folder, through links.
    pub(crate) fn open(path: &Path) -> io::Result<Handle> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(open_at(path, flags, Mode::empty())?)
    }

    /// Opens a folder that is no link; `None` when nothing is there. What is no folder is an error of the kind
    /// `NotADirectory`.
    pub(crate) fn open_itself(path: &Path) -> io::Result<Option<Handle>> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        match open_at(path, flags, Mode::empty()) {
            Ok(handle) => Ok(Some(handle)),
            Err(rustix::io::Errno::NOENT) => Ok(None),
            Err(rustix::io::Errno::LOOP) => Err(io::ErrorKind::NotADirectory.into()),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens a plain file for reading: no link, and no pipe or device, which could keep us waiting for ever.
    pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let file = open_at(path, flags, Mode::empty())?;
        match FileType::from_raw_mode(fstat(&file)?.st_mode) {
            FileType::RegularFile => Ok(File::from(file)),
            _ => Err(io::Error::other("it is no plain file")),
        }
    }

    /// Makes a folder. `mends` says that the system takes rights away from new files, so that they are given afterwards.
    pub(crate) fn make_folder(folder: &Handle, name: &str, mends: bool) -> io::Result<()> {
        mkdirat(folder, name, FOLDER)?;
        if mends {
            chmodat(folder, name, FOLDER, AtFlags::empty())?;
        }
        Ok(())
    }

    /// Makes a file that is not there yet, and opens it for writing.
    pub(crate) fn make_file(folder: &Handle, name: &str, mends: bool) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let file = openat(folder, name, flags, FILE)?;
        if mends {
            fchmod(&file, FILE)?;
        }
        Ok(File::from(file))
    }

    /// Gives a published file or folder the rights that such have.
    pub(crate) fn make_public(folder: &Handle, name: &str, is_folder: bool) -> io::Result<()> {
        let rights = if is_folder { FOLDER } else { FILE };
        Ok(chmodat(folder, name, rights, AtFlags::empty())?)
    }

    /// Whether a folder has the rights that published ones have.
    pub(crate) fn has_its_rights(folder: &Handle, name: &str) -> bool {
        statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)
            .is_ok_and(|about| Mode::from_raw_mode(about.st_mode).contains(FOLDER))
    }

    pub(crate) fn kind(folder: &Handle, name: &str) -> Option<Kind> {
        let about = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        Some(match FileType::from_raw_mode(about.st_mode) {
            FileType::RegularFile => Kind::File {
                size: u64::try_from(about.st_size).ok()?,
                is_public: about.st_mode & 0o7777 == FILE.as_raw_mode(),
            },
            FileType::Directory => Kind::Folder,
            _ => Kind::Other,
        })
    }

    pub(crate) fn link(from: &Handle, to: &Handle, name: &str) -> io::Result<()> {
        Ok(linkat(from, name, to, name, AtFlags::empty())?)
    }

    pub(crate) fn remove_file(folder: &Handle, name: &str) {
        let _ = unlinkat(folder, name, AtFlags::empty());
    }

    pub(crate) fn remove_folder(folder: &Handle, name: &str) {
        let _ = unlinkat(folder, name, AtFlags::REMOVEDIR);
    }

    /// Two folders of one file system change places in one step. Whether that was possible.
    #[cfg(target_os = "linux")]
    pub(crate) fn exchange(one: &Path, other: &Path) -> bool {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn exchange(_one: &Path, _other: &Path) -> bool {
        false
    }

    /// Waits until the disk holds all that was written into the file system of a folder.
    #[cfg(target_os = "linux")]
    pub(crate) fn sync(folder: &Handle) -> io::Result<()> {
        Ok(rustix::fs::syncfs(folder)?)
    }

    /// Nothing but Linux can do that for a whole file system; what is written reaches the disk when the system sees fit.
    #[cfg(not(target_os = "linux"))]
    #[expect(clippy::unnecessary_wraps, reason = "as on Linux")]
    pub(crate) fn sync(_folder: &Handle) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(unix))]
mod other {
    use std::fs::{self, File};
    use std::io;
    use std::path::{Path, PathBuf};

    use super::Kind;

    pub(crate) type Handle = PathBuf;

    pub(crate) fn open(path: &Path) -> io::Result<Handle> {
        fs::metadata(path).map(|_| path.to_owned())
    }

    pub(crate) fn open_itself(path: &Path) -> io::Result<Option<Handle>> {
        match fs::symlink_metadata(path) {
            Ok(about) if about.is_dir() => Ok(Some(path.to_owned())),
            Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
        if fs::symlink_metadata(path)?.is_file() {
            File::open(path)
        } else {
            Err(io::Error::other("it is no plain file"))
        }
    }

    pub(crate) fn make_folder(folder: &Handle, name: &str, _mends: bool) -> io::Result<()> {
        fs::create_dir(folder.join(name))
    }

    pub(crate) fn make_file(folder: &Handle, name: &str, _mends: bool) -> io::Result<File> {
        let mut options = File::options();
        options.write(true).create_new(true).open(folder.join(name))
    }

    pub(crate) fn make_public(_folder: &Handle, _name: &str, _is_folder: bool) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn has_its_rights(_folder: &Handle, _name: &str) -> bool {
        true
    }

    pub(crate) fn kind(folder: &Handle, name: &str) -> Option<Kind> {
        let about = fs::symlink_metadata(folder.join(name)).ok()?;
        Some(if about.is_file() {
            Kind::File {
                size: about.len(),
                is_public: true,
            }
        } else if about.is_dir() {
            Kind::Folder
        } else {
            Kind::Other
        })
    }

    pub(crate) fn link(from: &Handle, to: &Handle, name: &str) -> io::Result<()> {
        fs::hard_link(from.join(name), to.join(name))
    }

    pub(crate) fn remove_file(folder: &Handle, name: &str) {
        let _ = fs::remove_file(folder.join(name));
    }

    pub(crate) fn remove_folder(folder: &Handle, name: &str) {
        let _ = fs::remove_dir(folder.join(name));
    }

    pub(crate) fn exchange(_one: &Path, _other: &Path) -> bool {
        false
    }

    pub(crate) fn sync(_folder: &Handle) -> io::Result<()> {
        Ok(())
    }
}
