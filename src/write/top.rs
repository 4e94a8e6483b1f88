//! What belongs to no portal: the directory of all offices and its assets, replaced file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Output;
use super::manifest::{Note, Noted};
use super::replace::{Written, folders, is_same, put, walk};
use super::tree::Tree;
use crate::plan::{DIRECTORY_FOLDER, DIRECTORY_MIRROR};
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// Our own note on the directory and its assets.
const NOTE: &str = ".sanad/directory";

impl Output {
    /// Replaces single files at the top of the output, each in one step and in this order; then removes older versions of
    /// assets, and pages that an earlier build wrote and that are no longer there. Foreign files stay.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn replace_top(&self, files: &[Rendered], made_from: &str) -> Result<Written> {
        let tidy = || self.remove_assets(files);
        self.replace_loose(NOTE, files, made_from, is_ours, tidy)
    }

    /// The same for any files that belong to no portal and have a note of their own. What `is_ours` denies is never
    /// removed; `tidy` removes what else has become old, and says how much.
    pub(super) fn replace_loose(
        &self,
        note_name: &str,
        files: &[Rendered],
        made_from: &str,
        is_ours: impl Fn(&str) -> bool,
        tidy: impl FnOnce() -> Result<usize>,
    ) -> Result<Written> {
        let note = self.noted_loose(note_name);
        let noted: BTreeMap<&str, Noted<'_>> =
            note.files().map(|noted| (noted.path, noted)).collect();
        let current: BTreeMap<&str, Noted<'_>> = files
            .iter()
            .map(|file| (&*file.path, file.into()))
            .collect();
        let top = Tree::open(self.path(""))?;
        let same = |file: &&Rendered| is_same(&top, noted.get(&*file.path).copied(), file);
        let (kept, changed): (Vec<&Rendered>, Vec<&Rendered>) = files.iter().partition(same);
        let stale = noted.keys().filter(|path| {
            is_ours(path) && !current.contains_key(*path) && top.size(path).is_some()
        });
        let stale: Vec<&str> = stale.copied().collect();
        // Should this build be killed, the next one knows of all files that either wrote, but trusts none of the changed.
        if !changed.is_empty() || !stale.is_empty() {
            let mut all = noted.clone();
            all.extend(changed.iter().map(|file| {
                let digest = UNSURE;
                (
                    &*file.path,
                    Noted {
                        digest,
                        ..(*file).into()
                    },
                )
            }));
            self.note_loose(note_name, "", all.into_values())?;
        }
        self.put_top(&changed)?;
        // A folder that still holds something is not removed.
        let emptied: Vec<&str> = folders(stale.iter().copied()).collect();
        top.remove(stale.iter().copied(), emptied.into_iter().rev());
        let removed = stale.len() + tidy()?;
        if noted != current || note.made_from() != made_from {
            self.note_loose(note_name, made_from, current.into_values())?;
        }
        Ok(Written {
            written: changed.len(),
            kept: kept.len(),
            removed,
            bytes: files.iter().map(|file| file.size).sum(),
        })
    }

    /// What the directory consists of, when it was made from just this and all its files are still there.
    #[must_use]
    pub fn top_unchanged(&self, made_from: &str) -> Option<Written> {
        let note = self.noted_top();
        let top = Tree::open(self.path("")).ok()?;
        (note.made_from() == made_from).then(|| note.still_in(&top))?
    }

    fn put_top(&self, changed: &[&Rendered]) -> Result<()> {
        if changed.is_empty() {
            return Ok(());
        }
        let top = Tree::open(self.path(""))?;
        let workshop = self.workshop()?;
        let new = Tree::open(workshop.path().to_owned())?;
        for folder in folders(changed.iter().map(|file| &*file.path)) {
            new.make_folder(folder)?;
        }
        for file in changed {
            put(
                Some(&top).filter(|_| matches!(file.content, Content::Kept)),
                &new,
                file,
            )?;
            let target = self.path(&file.path);
            make_parent(&target)?;
            fs::rename(workshop.path().join(&file.path), &target)
                .map_err(|error| Error::write(&target, error))?;
        }
        Ok(())
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
    pub(super) fn noted_top(&self) -> Note {
        self.noted_loose(NOTE)
    }

    fn noted_loose(&self, name: &str) -> Note {
        Note::read(fs::read_to_string(self.path(name)))
    }

    fn note_loose<'a>(
        &self,
        name: &str,
        made_from: &str,
        files: impl Iterator<Item = Noted<'a>>,
    ) -> Result<()> {
        let text = Note::write(made_from, files);
        let workshop = self.workshop()?;
        let (half, note) = (workshop.path().join("note"), self.path(name));
        fs::write(&half, text).map_err(|error| Error::write(&half, error))?;
        fs::rename(&half, &note).map_err(|error| Error::write(&note, error))
    }
}

/// Stands for the digest of a file that is being written.
const UNSURE: &str = "-";

/// Whether a file is the directory's, whoever wrote the note: below its own folder, or beside its first page, in Bangla or
/// in the mirror, which as a whole may go. Assets are looked after apart.
fn is_ours(path: &str) -> bool {
    let mirror = path.strip_prefix(DIRECTORY_MIRROR);
    let own = mirror.unwrap_or(path);
    let mut parts = Path::new(own).components();
    let below = parts.next() == Some(Component::Normal(DIRECTORY_FOLDER.as_ref()))
        && parts.all(|part| matches!(part, Component::Normal(_)))
        && own.contains("/index.html");
    let beside = |first: &str| {
        let rest = own.strip_prefix(first);
        rest.is_some_and(|end| !end.contains('/'))
    };
    let first = mirror.is_some() && matches!(own, "index.html" | "entries.js");
    below || first || beside("index.html.") || beside("entries.js.")
}

fn make_parent(path: &Path) -> Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(|error| Error::write(parent, error))
}
