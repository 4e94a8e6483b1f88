//! The output folder: one build at a time, and a place of our own in it.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::previous::{PREVIOUS, PREVIOUS_NOTES};
use super::tree::{Mends, Tree};
use crate::{Error, Result};

/// Our own folder in the output.
const OWN: &str = ".sanad";

/// Our own folder of notes, one for each portal.
const NOTES: &str = ".sanad/portals";

/// Where portals are prepared, each in a folder named as itself; and where an old one is taken apart.
pub(super) const WORKSHOP: &str = ".sanad/work/portals";

/// Where notes are prepared.
pub(super) const DRAFTS: &str = ".sanad/work/notes";

/// Where an old portal waits while the new one moves in, on systems that cannot exchange the two.
pub(super) const ASIDE: &str = ".sanad/work/aside";

/// The output folder, held against other builds until dropped.
#[derive(Debug)]
pub(crate) struct Output {
    root: PathBuf,
    /// The folder of notes.
    pub(super) notes: Tree,
    /// What new files need.
    pub(super) mends: Mends,
    /// Whether what was written must be on the disk before it is published and told.
    syncs: bool,
    /// Whether something was written that may not be on the disk yet.
    touched: AtomicBool,
    _lock: File,
}

impl Output {
    /// Makes the folder where needed and holds it. `syncs` says whether it must outlive a power failure.
    ///
    /// # Errors
    /// When it cannot be made or another build holds it.
    pub(crate) fn open(root: &Path, syncs: bool) -> Result<Self> {
        let made = make_root(root)?;
        let own = root.join(OWN);
        fs::create_dir_all(&own).map_err(|error| Error::write(root, error))?;
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
        for folder in [NOTES, WORKSHOP, DRAFTS, ASIDE, PREVIOUS, PREVIOUS_NOTES] {
            let folder = root.join(folder);
            fs::create_dir_all(&folder).map_err(|error| Error::write(&folder, error))?;
        }
        let mends = Mends::find_out(&own)?;
        if made {
            Tree::open(root.to_owned(), mends)?.make_public([].into_iter(), ["."].into_iter());
        }
        let output = Self {
            root: root.to_owned(),
            notes: Tree::open(root.join(NOTES), mends)?,
            mends,
            syncs,
            touched: AtomicBool::new(false),
            _lock: lock,
        };
        output.sweep()?;
        Ok(output)
    }

    /// A file or folder of the output.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The output folder itself, to be worked in.
    pub(super) fn top(&self) -> Result<Tree> {
        Tree::open(self.root.clone(), self.mends)
    }

    /// Whether a portal stands there from now or from before. A folder with nothing but foreign files is none.
    #[must_use]
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).join("index.html").is_file()
    }

    /// A portal's folder, when it stands there.
    pub(super) fn portal(&self, name: &str) -> Option<Tree> {
        Tree::standing(self.path(name), self.mends).ok().flatten()
    }

    /// A new folder on the same file system, from which files are moved to their places.
    pub(super) fn workshop(&self) -> Result<tempfile::TempDir> {
        let own = self.root.join(OWN);
        tempfile::Builder::new()
            .prefix("new-")
            .tempdir_in(&own)
            .map_err(|error| Error::write(&own, error))
    }

    /// Remembers that something was written.
    pub(super) fn touch(&self) {
        self.touched.store(true, Ordering::Relaxed);
    }

    /// Waits until all that was written is on the disk, unless nobody asked for that. To be called before something new
    /// takes the place of something old, and before anybody is told that it did.
    ///
    /// # Errors
    /// When the disk cannot take it.
    pub(crate) fn settle(&self) -> Result<()> {
        if self.touched.swap(false, Ordering::Relaxed) && self.syncs {
            self.notes.sync()?;
        }
        Ok(())
    }

    /// Puts away what a killed build left in our own folder.
    fn sweep(&self) -> Result<()> {
        let own = self.root.join(OWN);
        for (name, path) in entries(&own)? {
            if name.starts_with("new-") {
                remove(&path)?;
            }
        }
        for (_, path) in entries(&self.path(DRAFTS))? {
            remove(&path)?;
        }
        for (name, path) in entries(&self.path(ASIDE))? {
            self.come_back(&name, &path)?;
        }
        for (name, _) in entries(&self.path(WORKSHOP))? {
            self.take_apart(&name, &self.known(&name, WORKSHOP)?)?;
        }
        Ok(())
    }
}

/// Makes the output folder, which a web server must be able to enter. Whether it was not there yet.
fn make_root(root: &Path) -> Result<bool> {
    if root.is_dir() {
        return Ok(false);
    }
    fs::create_dir_all(root).map_err(|error| Error::write(root, error))?;
    Ok(true)
}

/// What lies in one of our own folders.
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder).map_err(|error| Error::read(folder, error))?;
    let named = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, entry.path())
    };
    Ok(entries.flatten().map(named).collect())
}

/// Removes a file, a link or a whole folder.
pub(super) fn remove(path: &Path) -> Result<()> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
    if is_folder {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
    .map_err(|error| Error::write(path, error))
}
