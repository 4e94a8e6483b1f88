//! One portal, replaced as a whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Output;
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
        let old = self.path(name);
        let mut report = Written::default();
        let mut same = Vec::with_capacity(files.len());
        for file in files {
            let unchanged = is_same(&old.join(&file.path), &file.content)?;
            same.push(unchanged);
            if unchanged {
                report.kept += 1;
            } else {
                report.written += 1;
            }
            report.bytes += size(&file.content)?;
        }
        report.removed = stale(&old, files)?;
        if report.written == 0 && report.removed == 0 {
            return Ok(report);
        }
        let workshop = self.workshop()?;
        let folders: BTreeSet<&str> = files
            .iter()
            .filter_map(|file| Some(file.path.rsplit_once('/')?.0))
            .collect();
        for folder in folders {
            let folder = workshop.path().join(folder);
            fs::create_dir_all(&folder).map_err(|error| Error::write(&folder, error))?;
        }
        for (file, unchanged) in files.iter().zip(same) {
            put(&old, workshop.path(), file, unchanged)?;
        }
        swap(workshop.path(), &old)?;
        Ok(report)
    }

    /// Replaces single files at the top of the output, each in one step, and removes older versions of assets.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn replace_top(&self, files: &[Rendered]) -> Result<Written> {
        let mut report = Written::default();
        for file in files {
            report.bytes += size(&file.content)?;
            let target = self.path(&file.path);
            if is_same(&target, &file.content)? {
                report.kept += 1;
                continue;
            }
            let workshop = self.workshop()?;
            make_parent(&workshop.path().join(&file.path))?;
            put(Path::new(""), workshop.path(), file, false)?;
            make_parent(&target)?;
            fs::rename(workshop.path().join(&file.path), &target)
                .map_err(|error| Error::write(&target, error))?;
            report.written += 1;
        }
        let assets = self.path("assets");
        let current: BTreeSet<PathBuf> = files.iter().map(|file| self.path(&file.path)).collect();
        for path in walk(&assets)?
            .into_iter()
            .filter(|path| !current.contains(path))
        {
            fs::remove_file(&path).map_err(|error| Error::write(&path, error))?;
            report.removed += 1;
        }
        Ok(report)
    }
}

fn is_same(path: &Path, content: &Content) -> Result<bool> {
    let Ok(about) = fs::metadata(path) else {
        return Ok(false);
    };
    if !about.is_file() || about.len() != size(content)? {
        return Ok(false);
    }
    let old = fs::read(path).map_err(|error| Error::read(path, error))?;
    Ok(match content {
        Content::Bytes(bytes) => old == *bytes,
        Content::Copy(source) => {
            old == fs::read(source).map_err(|error| Error::read(source, error))?
        }
    })
}

fn size(content: &Content) -> Result<u64> {
    match content {
        Content::Bytes(bytes) => Ok(bytes.len() as u64),
        Content::Copy(source) => fs::metadata(source)
            .map(|about| about.len())
            .map_err(|error| Error::read(source, error)),
    }
}

/// How many files the old folder holds that the new one does not.
fn stale(old: &Path, files: &[Rendered]) -> Result<usize> {
    let current: BTreeSet<PathBuf> = files.iter().map(|file| old.join(&file.path)).collect();
    Ok(walk(old)?
        .iter()
        .filter(|path| !current.contains(*path))
        .count())
}

fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
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

/// Puts a file into the new folder, in which its own folder is there already: an unchanged one as it is, with its time stamp, so that only changed files travel.
fn put(old: &Path, new: &Path, file: &Rendered, unchanged: bool) -> Result<()> {
    let target = new.join(&file.path);
    if unchanged && fs::hard_link(old.join(&file.path), &target).is_ok() {
        return Ok(());
    }
    match &file.content {
        Content::Bytes(bytes) => fs::write(&target, bytes),
        Content::Copy(source) => fs::copy(source, &target).map(drop),
    }
    .map_err(|error| Error::write(&target, error))
}

fn make_parent(path: &Path) -> Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(|error| Error::write(parent, error))
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
