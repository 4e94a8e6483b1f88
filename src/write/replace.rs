//! What portals and loose files have in common: which files are the same already, which have something in their way, and
//! how a file gets into a new folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::manifest::Noted;
use super::source;
use super::system::Kind;
use super::tree::Tree;
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// What became of a portal's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Written {
    /// New or changed files.
    pub changed: usize,
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
    pub(crate) fn touched(&self) -> bool {
        self.changed + self.removed > 0
    }
}

impl std::ops::AddAssign for Written {
    fn add_assign(&mut self, other: Self) {
        self.changed += other.changed;
        self.kept += other.kept;
        self.removed += other.removed;
        self.bytes += other.bytes;
    }
}

/// Whether the old folder holds a file already. A file that we wrote ourselves need not be read again.
pub(super) fn is_same(old: &Tree, noted: Option<Noted<'_>>, file: &Rendered) -> bool {
    let is_noted = |noted: Noted<'_>| noted.digest == file.digest && noted.size == file.size;
    if noted.is_some_and(is_noted) {
        // Who keeps a file has just looked at its size.
        let is_kept = matches!(file.content, Content::Kept);
        return is_kept || old.keeps(&file.path, file.size);
    }
    match &file.content {
        Content::Bytes(bytes) => old.holds(&file.path, bytes),
        // Its digest is that of its bytes, so the copy alone is read.
        Content::Copy { .. } => old.holds_copy(&file.path, file.size, &file.digest),
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

/// Puts a file into the new folder: one that `old` holds already as it is, with its time stamp, so that only changed files travel.
pub(super) fn put(old: Option<&Tree>, new: &Tree, file: &Rendered) -> Result<()> {
    if old.is_some_and(|old| new.link(old, &file.path)) {
        return Ok(());
    }
    match &file.content {
        Content::Bytes(bytes) => new.write(&file.path, bytes),
        Content::Copy { root, path } => {
            let mut target = new.make_file(&file.path)?;
            source::copy(
                (root, path),
                file,
                &mut target,
                &new.path().join(&file.path),
            )
        }
        // Its size was just looked at, so it is there.
        Content::Kept => {
            let from = old.map_or(Path::new(""), Tree::path).join(&file.path);
            let bytes = fs::read(&from).map_err(|error| Error::read(&from, error))?;
            new.write(&file.path, &bytes)
        }
    }
}

/// Refuses to put files where something stands that we did not write: before anything moves, for it would be lost.
/// `is_ours` says what we wrote.
///
/// # Errors
/// When a file of somebody else, or anything else than a file, stands in the place of a file; when something else than a
/// folder stands in the place of a folder.
pub(super) fn refuse_what_is_in_the_way<'a>(
    old: &Tree,
    files: impl Iterator<Item = &'a str> + Clone,
    emptied: impl Iterator<Item = &'a str>,
    is_ours: impl Fn(&str) -> bool,
) -> Result<()> {
    let in_the_way = |path: &str| Err(Error::InTheWay(old.path().join(path)));
    for folder in folders(files.clone().chain(emptied)) {
        match old.kind(folder) {
            None | Some(Kind::Folder) => {}
            Some(Kind::File { .. }) if is_ours(folder) => {}
            Some(_) => return in_the_way(folder),
        }
    }
    for path in files {
        match old.kind(path) {
            None => {}
            Some(Kind::File { .. }) if is_ours(path) => {}
            Some(_) => return in_the_way(path),
        }
    }
    Ok(())
}
