//! One portal, replaced as a whole or not at all: prepared beside the old one, then, when it is safe on the disk, put in its
//! place in one step.

use std::fs;

use super::Output;
use super::foreign::{guess, is_ours_at_top};
use super::manifest::{Note, Noted};
use super::output::{ASIDE, DRAFTS, WORKSHOP};
use super::replace::{Written, folders, is_same, put, refuse_what_is_in_the_way};
use super::system;
use super::tree::Tree;
use crate::hashing::{HashMap, HashSet};
use crate::plan::{Fingerprint, SharedInputs};
use crate::render::Rendered;
use crate::{Error, Result};

/// A portal that is ready to be published. It holds no file open, so that there can be very many.
#[derive(Debug)]
pub(crate) struct Prepared<'a> {
    output: &'a Output,
    name: String,
    /// What stands there now.
    old: Note,
    written: Written,
    /// Whether the new portal waits in the workshop.
    moves: bool,
    /// Whether its note waits.
    notes: bool,
}

impl Output {
    /// Prepares the folder `name` with these files, and the note on what they were made from.
    ///
    /// # Errors
    /// When something of others is in the way, or something cannot be read or written; the old folder is then untouched.
    pub(crate) fn prepare(
        &self,
        name: &str,
        (shared, own): (&SharedInputs, Fingerprint),
        files: &[Rendered],
    ) -> Result<Prepared<'_>> {
        let old = Tree::standing(self.path(name), self.mends)?;
        let note = match &old {
            Some(_) => self.known_before(name, files)?,
            None => self.noted(name),
        };
        let noted: HashMap<&str, Noted<'_>> = note.files().map(|file| (file.path, file)).collect();
        let same: Vec<bool> = files
            .iter()
            .map(|file| {
                let noted = noted.get(&*file.path).copied();
                old.as_ref().is_some_and(|old| is_same(old, noted, file))
            })
            .collect();
        let current: HashSet<&str> = files.iter().map(|file| &*file.path).collect();
        let gone: Vec<Noted<'_>> = note
            .files()
            .filter(|file| !current.contains(file.path))
            .collect();
        let kept = same.iter().filter(|same| **same).count();
        let written = Written {
            changed: files.len() - kept,
            kept,
            removed: gone.len(),
            bytes: files.iter().map(|file| file.size).sum(),
        };
        let made_from = format!("{} {own}", shared.all);
        let text = Note::write(&made_from, files.iter().map(Noted::from));
        let mut prepared = Prepared {
            output: self,
            name: name.to_owned(),
            written,
            moves: false,
            notes: false,
            old: Note::default(),
        };
        if written.touched() {
            if let Some(old) = &old {
                let new = files.iter().zip(&same).filter(|(_, same)| !**same);
                let new = new.map(|(file, _)| &*file.path);
                let is_ours = |path: &str| noted.contains_key(path);
                refuse_what_is_in_the_way(old, new, noted.keys().copied(), is_ours)?;
            }
            let previous = self.previous(name);
            let before = previous.files().filter(|file| !current.contains(file.path));
            let before = before.map(Noted::unsure);
            self.note_all(
                name,
                files.iter().zip(&same),
                gone.iter().copied().chain(before),
            )?;
            prepared.moves = true;
            self.fill_workshop(name, old.as_ref(), &previous, files.iter().zip(&same))?;
        }
        if written.touched() || !note.says(&text) {
            prepared.notes = true;
            self.draft(name, &text)?;
        }
        prepared.old = note;
        Ok(prepared)
    }

    /// What is ours of the portal that stands there. Without a whole note, all that has a name of the new portal is too.
    fn known_before(&self, name: &str, files: &[Rendered]) -> Result<Note> {
        let note = self.noted(name);
        if note.is_whole() {
            return Ok(note);
        }
        let is_new = |path: &str| files.iter().any(|file| file.path == path);
        guess(&self.path(name), |path| {
            is_ours_at_top(path) || is_new(path)
        })
    }

    /// Notes the files of the new portal, of the old one and of the one before before anything moves, so that whoever comes
    /// after a killed build knows what is ours; but not what it was made from, so that nobody is told that nothing changed.
    fn note_all<'a>(
        &self,
        name: &str,
        files: impl Iterator<Item = (&'a Rendered, &'a bool)>,
        gone: impl Iterator<Item = Noted<'a>>,
    ) -> Result<()> {
        let files = files.map(|(file, same)| match same {
            true => file.into(),
            false => Noted::from(file).unsure(),
        });
        let text = Note::write("", files.chain(gone));
        self.note(name, &self.note_on(name), &text)
    }

    fn fill_workshop<'a>(
        &self,
        name: &str,
        old: Option<&Tree>,
        previous: &Note,
        files: impl Iterator<Item = (&'a Rendered, &'a bool)> + Clone,
    ) -> Result<()> {
        if let Some(old) = old.filter(|_| previous.is_whole()) {
            if self.renew(name, previous, old, files.clone()).is_ok() {
                return Ok(());
            }
            // It is not as it was left. Without it, it goes too.
            let _ = fs::remove_dir_all(self.path(WORKSHOP).join(name));
        }
        self.forget_previous(name);
        Tree::open(self.path(WORKSHOP), self.mends)?.make_folder(name)?;
        let new = Tree::open(self.path(WORKSHOP).join(name), self.mends)?;
        for folder in folders(files.clone().map(|(file, _)| &*file.path)) {
            new.make_folder(folder)?;
        }
        for (file, same) in files {
            put(old.filter(|_| *same), &new, file)?;
        }
        Ok(())
    }

    /// Puts the portal in the workshop where the old one is, which then ends up in the workshop.
    fn exchange(&self, name: &str) -> Result<()> {
        let (new, old) = (self.path(WORKSHOP).join(name), self.path(name));
        let moved = |from: &std::path::Path, to: &std::path::Path| {
            fs::rename(from, to).map_err(|error| Error::write(to, error))
        };
        if fs::symlink_metadata(&old).is_err() {
            return moved(&new, &old);
        }
        if system::exchange(&new, &old) {
            return Ok(());
        }
        // Where the system cannot exchange two folders, there is an instant without any.
        let aside = self.path(ASIDE).join(name);
        moved(&old, &aside)?;
        if let Err(error) = moved(&new, &old) {
            let _ = fs::rename(&aside, &old);
            return Err(error);
        }
        moved(&aside, &new)
    }

    /// Removes the portals that we wrote once and that no table names any more; gives their names. What others put into
    /// them stays.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub(crate) fn prune(&self, is_named: impl Fn(&str) -> bool) -> Result<Vec<String>> {
        let folder = self.notes.path();
        let entries = fs::read_dir(folder).map_err(|error| Error::read(folder, error))?;
        let names = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut gone: Vec<String> = names.filter(|name| !is_named(name)).collect();
        gone.sort();
        for name in &gone {
            self.remove(name)?;
            // Last, for without it nobody would know of the portal.
            self.notes.remove([&**name].into_iter(), [].into_iter());
        }
        Ok(gone)
    }

    /// Takes a portal away in one step, then removes what was ours in it.
    fn remove(&self, name: &str) -> Result<()> {
        if Tree::standing(self.path(name), self.mends)?.is_none() {
            return Ok(());
        }
        self.touch();
        self.forget_previous(name);
        let note = self.known(name, "")?;
        let (portal, workshop) = (self.path(name), self.path(WORKSHOP).join(name));
        fs::rename(&portal, &workshop).map_err(|error| Error::write(&portal, error))?;
        self.take_apart(name, &note)
    }
}

impl Prepared<'_> {
    /// Publishes it: from now on it stands there, as a whole. [`Output::settle`] comes before, so that it is on the disk.
    ///
    /// # Errors
    /// When it cannot take its place. Should it have taken it, the next build tidies up.
    pub(crate) fn publish(mut self) -> Result<Written> {
        let output = self.output;
        if self.moves {
            output.touch();
            output.exchange(&self.name)?;
            self.moves = false;
            if !output.put_away(&self.name, &self.old)? {
                output.take_apart(&self.name, &self.old)?;
            }
        }
        if self.notes {
            output.finish(&self.name, &output.note_on(&self.name))?;
            self.notes = false;
        }
        Ok(self.written)
    }
}

impl Drop for Prepared<'_> {
    /// What was never published is of no use.
    fn drop(&mut self) {
        if self.moves {
            let _ = fs::remove_dir_all(self.output.path(WORKSHOP).join(&self.name));
        }
        if self.notes {
            let _ = fs::remove_file(self.output.path(DRAFTS).join(&self.name));
        }
    }
}
