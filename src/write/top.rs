//! What belongs to no portal: the directory of all offices and its assets, replaced file by file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use super::Output;
use super::manifest::{Note, Noted};
use super::replace::{Written, folders, is_same, put, refuse_what_is_in_the_way};
use super::system::Kind;
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
    /// When something of others is in the way, before anything is written; when something cannot be written.
    pub(crate) fn replace_top(&self, files: &[Rendered], made_from: &str) -> Result<Written> {
        self.replace_loose(NOTE, &self.known_top(), files, made_from, is_ours)
    }

    /// The same for any files that belong to no portal and have a note of their own. What `is_ours` denies is never
    /// removed.
    pub(super) fn replace_loose(
        &self,
        note_name: &str,
        note: &Note,
        files: &[Rendered],
        made_from: &str,
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<Written> {
        let noted: BTreeMap<&str, Noted<'_>> =
            note.files().map(|noted| (noted.path, noted)).collect();
        let current: BTreeMap<&str, Noted<'_>> = files
            .iter()
            .map(|file| (&*file.path, file.into()))
            .collect();
        let top = self.top()?;
        let same = |file: &&Rendered| is_same(&top, noted.get(&*file.path).copied(), file);
        let (kept, changed): (Vec<&Rendered>, Vec<&Rendered>) = files.iter().partition(same);
        let stale = noted.keys().filter(|path| {
            let is_file = || matches!(top.kind(path), Some(Kind::File { .. }));
            is_ours(path) && !current.contains_key(*path) && is_file()
        });
        let stale: Vec<&str> = stale.copied().collect();
        let text = Note::write(made_from, current.values().copied());
        let note_path = self.path(note_name);
        let draft = note_name.rsplit('/').next().unwrap_or(note_name);
        if changed.is_empty() && stale.is_empty() {
            if !note.says(&text) {
                self.note(draft, &note_path, &text)?;
            }
        } else {
            let paths = changed.iter().map(|file| &*file.path);
            // Who brought the pages from elsewhere, without the notes, had none but ours.
            let is_noted = |path: &str| {
                noted.contains_key(path) || !note.is_whole() && current.contains_key(path)
            };
            refuse_what_is_in_the_way(&top, paths, stale.iter().copied(), is_noted)?;
            // Should this build be killed, the next one knows of all files that either wrote, but trusts none of the
            // changed.
            let mut all = noted.clone();
            all.extend(
                changed
                    .iter()
                    .map(|file| (&*file.path, Noted::from(*file).unsure())),
            );
            self.note(draft, &note_path, &Note::write("", all.into_values()))?;
            self.put_top(&top, &changed, (draft, &text))?;
            // A folder that still holds something is not removed.
            let emptied: Vec<&str> = folders(stale.iter().copied()).collect();
            top.remove(stale.iter().copied(), emptied.into_iter().rev());
            self.finish(draft, &note_path)?;
        }
        Ok(Written {
            changed: changed.len(),
            kept: kept.len(),
            removed: stale.len(),
            bytes: files.iter().map(|file| file.size).sum(),
        })
    }

    /// What the directory consists of, when it was made from just this and all its files are still there.
    #[must_use]
    pub(crate) fn top_unchanged(&self, made_from: &str) -> Option<Written> {
        let note = self.noted_top();
        let top = self.top().ok()?;
        (note.made_from() == made_from).then(|| note.still_in(&top))?
    }

    /// Prepares files and the note that follows them; when they are safe on the disk, puts the files in their places.
    fn put_top(&self, top: &Tree, changed: &[&Rendered], note: (&str, &str)) -> Result<()> {
        self.touch();
        let workshop = self.workshop()?;
        let new = Tree::open(workshop.path().to_owned(), self.mends)?;
        let all_folders = || folders(changed.iter().map(|file| &*file.path));
        for folder in all_folders() {
            new.make_folder(folder)?;
        }
        for file in changed {
            let is_kept = matches!(file.content, Content::Kept);
            put(Some(top).filter(|_| is_kept), &new, file)?;
        }
        self.draft(note.0, note.1)?;
        self.settle()?;
        self.touch();
        for folder in all_folders().filter(|folder| top.kind(folder).is_none()) {
            top.make_folder(folder)?;
        }
        for file in changed {
            let target = self.path(&file.path);
            fs::rename(workshop.path().join(&file.path), &target)
                .map_err(|error| Error::write(&target, error))?;
        }
        Ok(())
    }

    /// What of the directory is ours: what the note says; without a whole one also assets that are named as ours are.
    fn known_top(&self) -> Note {
        let note = self.noted_top();
        if note.is_whole() {
            return note;
        }
        let Ok(entries) = fs::read_dir(self.path("assets")) else {
            return note;
        };
        let names = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut assets: Vec<String> = names
            .filter(|name| carries_digest(name))
            .map(|name| format!("assets/{name}"))
            .collect();
        assets.sort();
        Note::guess(assets.iter().map(String::as_str))
    }

    /// What earlier builds wrote, as they noted it.
    pub(super) fn noted_top(&self) -> Note {
        self.noted_loose(NOTE)
    }

    pub(super) fn noted_loose(&self, name: &str) -> Note {
        Note::read(fs::read_to_string(self.path(name)))
    }
}

/// Whether a part of a name is the eight digits with which the names of our assets change.
fn carries_digest(name: &str) -> bool {
    let is_digest = |part: &str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.split('.').any(is_digest)
}

/// Whether a file is the directory's, whoever wrote the note: an asset, below its own folder, or beside its first page, in
/// Bangla or in the mirror, which as a whole may go.
fn is_ours(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let is_asset = parts.next() == Some(Component::Normal("assets".as_ref()))
        && parts.all(|part| matches!(part, Component::Normal(_)));
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
    is_asset || below || first || beside("index.html.") || beside("entries.js.")
}
