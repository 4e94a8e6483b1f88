//! What belongs to no portal: the directory of all offices and its assets, replaced file by file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Output;
use super::replace::{Written, folders, is_same, put, walk};
use super::tree::Tree;
use crate::plan::DIRECTORY_FOLDER;
use crate::render::Rendered;
use crate::{Error, Result};

/// Our own list of the directory's pages below its folder, one a line.
const NOTE: &str = ".sanad/directory";

impl Output {
    /// Replaces single files at the top of the output, each in one step and in this order; then removes older versions of
    /// assets, and pages that an earlier build wrote and that are no longer there. Foreign files stay.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn replace_top(&self, files: &[Rendered]) -> Result<Written> {
        let noted = self.noted_top()?;
        let old: BTreeSet<&str> = noted.lines().filter(|path| is_page(path)).collect();
        let paths = files.iter().map(|file| &*file.path);
        let current: BTreeSet<&str> = paths.filter(|path| is_page(path)).collect();
        let all: BTreeSet<&str> = old.union(&current).copied().collect();
        // Should this build be killed, the next one knows of all pages that either wrote.
        self.note_top(&old, &all)?;
        let top = Tree::open(self.path(""))?;
        let mut report = self.put_top(&top, files)?;
        report.removed += self.remove_assets(files)?;
        let stale = old.difference(&current).copied();
        let stale: Vec<&str> = stale.filter(|path| top.size(path).is_some()).collect();
        report.removed += stale.len();
        // A folder that still holds something is not removed.
        let emptied: Vec<&str> = folders(stale.iter().copied()).collect();
        top.remove(stale.into_iter(), emptied.into_iter().rev());
        self.note_top(&all, &current)?;
        Ok(report)
    }

    fn put_top(&self, top: &Tree, files: &[Rendered]) -> Result<Written> {
        let mut report = Written {
            bytes: files.iter().map(|file| file.size).sum(),
            ..Written::default()
        };
        let changed = files.iter().filter(|file| !is_same(top, None, file));
        let changed: Vec<&Rendered> = changed.collect();
        report.written = changed.len();
        report.kept = files.len() - changed.len();
        if changed.is_empty() {
            return Ok(report);
        }
        let workshop = self.workshop()?;
        let new = Tree::open(workshop.path().to_owned())?;
        for folder in folders(changed.iter().map(|file| &*file.path)) {
            new.make_folder(folder)?;
        }
        for file in changed {
            put(None, &new, file)?;
            let target = self.path(&file.path);
            make_parent(&target)?;
            fs::rename(workshop.path().join(&file.path), &target)
                .map_err(|error| Error::write(&target, error))?;
        }
        Ok(report)
    }

    fn remove_assets(&self, files: &[Rendered]) -> Result<usize> {
        let current: BTreeSet<PathBuf> = files.iter().map(|file| self.path(&file.path)).collect();
        let mut removed = 0;
        for path in walk(&self.path("assets"))? {
            if !current.contains(&path) {
                fs::remove_file(&path).map_err(|error| Error::write(&path, error))?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// What earlier builds wrote, as they noted it.
    fn noted_top(&self) -> Result<String> {
        let path = self.path(NOTE);
        match fs::read(&path) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(Error::read(&path, error)),
        }
    }

    fn note_top(&self, old: &BTreeSet<&str>, new: &BTreeSet<&str>) -> Result<()> {
        if old == new {
            return Ok(());
        }
        let workshop = self.workshop()?;
        let (half, note) = (workshop.path().join("note"), self.path(NOTE));
        let lines: Vec<&str> = new.iter().copied().collect();
        fs::write(&half, lines.join("\n")).map_err(|error| Error::write(&half, error))?;
        fs::rename(&half, &note).map_err(|error| Error::write(&note, error))
    }
}

/// Whether a path is one of a page below the directory's own folder, whoever wrote the note.
fn is_page(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    parts.next() == Some(Component::Normal(DIRECTORY_FOLDER.as_ref()))
        && parts.all(|part| matches!(part, Component::Normal(_)))
        && path.ends_with("/index.html")
}

fn make_parent(path: &Path) -> Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(|error| Error::write(parent, error))
}
