//! One portal, replaced as a whole or not at all.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Output;
use super::manifest::Noted;
use super::tree::Tree;
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// What became of a portal's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// New or changed files.
    pub written: usize,
    /// Files left as they were, time stamp and all.
    pub kept: usize,
    /// Files that are no longer part of it.
    pub removed: usize,
    /// Size of all its files.
    pub bytes: u64,
}

impl Written {
    /// Whether any file was written or removed.
    #[must_use]
    pub fn touched(&self) -> bool {
        self.written + self.removed > 0
    }
}

impl std::ops::AddAssign for Written {
    fn add_assign(&mut self, other: Self) {
        self.written += other.written;
        self.kept += other.kept;
        self.removed += other.removed;
        self.bytes += other.bytes;
    }
}

impl Output {
    /// Replaces the folder `name` by these files.
    ///
    /// # Errors
    /// When something cannot be written; the old folder is then untouched.
    pub fn replace(&self, name: &str, files: &[Rendered]) -> Result<Written> {
        let note = self.noted(name);
        let noted: HashMap<&str, Noted<'_>, ahash::RandomState> =
            note.files().map(|file| (file.path, file)).collect();
        let old = self.portal(name);
        let same: Vec<bool> = files
            .iter()
            .map(|file| {
                let noted = noted.get(&*file.path).copied();
                old.as_ref().is_some_and(|old| is_same(old, noted, file))
            })
            .collect();
        let kept = same.iter().filter(|same| **same).count();
        let report = Written {
            written: files.len() - kept,
            kept,
            removed: self.stale(name, &noted, files)?,
            bytes: files.iter().map(|file| file.size).sum(),
        };
        if report.written == 0 && report.removed == 0 {
            return Ok(report);
        }
        let workshop = self.workshop()?;
        let new = Tree::open(workshop.path().to_owned())?;
        for folder in folders(files.iter().map(|file| &*file.path)) {
            new.make_folder(folder)?;
        }
        for (file, same) in files.iter().zip(same) {
            put(old.as_ref().filter(|_| same), &new, file)?;
        }
        self.forget(name);
        swap(workshop.path(), &self.path(name))?;
        if let Some(old) = old {
            let folders: Vec<&str> = folders(noted.keys().copied()).collect();
            old.remove(noted.into_keys(), folders.into_iter().rev());
        }
        Ok(report)
    }

    /// How many files the old folder holds that the new one does not.
    fn stale(
        &self,
        name: &str,
        noted: &HashMap<&str, Noted<'_>, ahash::RandomState>,
        files: &[Rendered],
    ) -> Result<usize> {
        let current: HashSet<&str, ahash::RandomState> =
            files.iter().map(|file| &*file.path).collect();
        if noted.is_empty() {
            let old = self.path(name);
            let is_stale = |path: &PathBuf| {
                let name = path.strip_prefix(&old).unwrap_or(path).to_string_lossy();
                !current.contains(&*name.replace('\\', "/"))
            };
            return Ok(walk(&old)?.iter().filter(|path| is_stale(path)).count());
        }
        let is_stale = |path: &&&str| !current.contains(**path);
        Ok(noted.keys().filter(is_stale).count())
    }
}

/// Whether the old folder holds a file already. A file that we wrote ourselves need not be read again.
pub(super) fn is_same(old: &Tree, noted: Option<Noted<'_>>, file: &Rendered) -> bool {
    let is_noted = |noted: Noted<'_>| noted.digest == file.digest && noted.size == file.size;
    if noted.is_some_and(is_noted) {
        // Who keeps a file has just looked at its size.
        let is_kept = matches!(file.content, Content::Kept);
        return is_kept || old.size(&file.path) == Some(file.size);
    }
    match &file.content {
        Content::Bytes(bytes) => old.holds(&file.path, bytes),
        Content::Copy(source) => {
            old.size(&file.path) == Some(file.size)
                && fs::read(source).is_ok_and(|bytes| old.holds(&file.path, &bytes))
        }
        Content::Kept => false,
    }
}

/// Every folder in which one of the files lies, each after the one that it lies in.
pub(super) fn folders<'a>(
    files: impl Iterator<Item = &'a str>,
) -> impl DoubleEndedIterator<Item = &'a str> {
    let mut folders = BTreeSet::new();
    for path in files {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            if !folders.insert(above) {
                break;
            }
            folder = above;
        }
    }
    folders.into_iter()
}

pub(super) fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| Error::walk(folder, &error))?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Puts a file into the new folder: one that `old` holds already as it is, with its time stamp, so that only changed files travel.
pub(super) fn put(old: Option<&Tree>, new: &Tree, file: &Rendered) -> Result<()> {
    if old.is_some_and(|old| new.link(old, &file.path)) {
        return Ok(());
    }
    match &file.content {
        Content::Bytes(bytes) => new.write(&file.path, bytes),
        Content::Copy(source) => {
            let target = new.path().join(&file.path);
            let copied = fs::copy(source, &target).map(drop);
            copied.map_err(|error| Error::write(&target, error))
        }
        // Its size was just looked at, so it is there.
        Content::Kept => {
            let old = old.map_or(Path::new(""), Tree::path).join(&file.path);
            let target = new.path().join(&file.path);
            let copied = fs::copy(old, &target).map(drop);
            copied.map_err(|error| Error::write(&target, error))
        }
    }
}

/// Puts the new folder where the old one is; what was there ends up where the new one was.
fn swap(new: &Path, old: &Path) -> Result<()> {
    if !old.exists() {
        return fs::rename(new, old).map_err(|error| Error::write(old, error));
    }
    if exchange(new, old) {
        return Ok(());
    }
    // Where the system cannot exchange two folders, there is an instant without any.
    let aside = new.with_extension("old");
    fs::rename(old, &aside).map_err(|error| Error::write(old, error))?;
    if let Err(error) = fs::rename(new, old) {
        let _ = fs::rename(&aside, old);
        return Err(Error::write(old, error));
    }
    fs::remove_dir_all(&aside).map_err(|error| Error::write(&aside, error))
}

#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_new: &Path, _old: &Path) -> bool {
    false
}
