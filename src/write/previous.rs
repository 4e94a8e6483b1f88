//! The portal that stood there before the last one, kept to make the next one of.
//!
//! A portal changes places as a whole, so a new one needs a folder of its own for each of its pages, and the old one's are
//! removed: on a disk that costs far more than the few files that an edit changes. The old portal is therefore put away as
//! it is, with its note. The next one begins with it: what differs is removed and written, and the two change places again.
//!
//! Only a file that the last two portals have alike, and the next one too, stays where it is: it is then one file with one
//! time stamp. What came back after a while gets a new one, for caches believe in time stamps that only grow.

use std::collections::BTreeSet;
use std::fs;

use super::Output;
use super::foreign::has_others;
use super::manifest::{Note, Noted};
use super::output::{WORKSHOP, remove};
use super::replace::{folders, put};
use super::tree::Tree;
use crate::hashing::HashMap;
use crate::render::Rendered;
use crate::{Error, Result};

/// Where they lie, each in a folder named as itself.
pub(super) const PREVIOUS: &str = ".sanad/previous/portals";

/// Where the notes on them lie.
pub(super) const PREVIOUS_NOTES: &str = ".sanad/previous/notes";

impl Output {
    /// The note on the portal that was put away; empty when there is none, or none that is known whole.
    pub(super) fn previous(&self, name: &str) -> Note {
        if !self.path(PREVIOUS).join(name).is_dir() {
            return Note::default();
        }
        let note = self.path(PREVIOUS_NOTES).join(name);
        Note::read(fs::read_to_string(note))
    }

    /// Puts the old portal in the workshop away, unless something of others is in it: `false` then, and when its note does
    /// not say all of it.
    pub(super) fn put_away(&self, name: &str, note: &Note) -> Result<bool> {
        let old = self.path(WORKSHOP).join(name);
        if !note.is_whole() || !note.files().all(|file| file.is_sure()) || has_others(&old, note) {
            return Ok(false);
        }
        let about = self.path(PREVIOUS_NOTES).join(name);
        fs::write(&about, note.text()).map_err(|error| Error::write(&about, error))?;
        let place = self.path(PREVIOUS).join(name);
        fs::rename(&old, &place).map_err(|error| Error::write(&place, error))?;
        Ok(true)
    }

    /// Removes the portal that was put away.
    pub(super) fn forget_previous(&self, name: &str) {
        for folder in [PREVIOUS, PREVIOUS_NOTES] {
            // Whoever cannot remove it cannot build either, and is told there.
            let _ = remove(&self.path(folder).join(name));
        }
    }

    /// Makes a new portal in the workshop of the one that was put away, which `note` describes. Each file comes with whether
    /// the portal that stands there, `standing`, has it already.
    ///
    /// # Errors
    /// When the folder is not as its note says, or something cannot be written. What is in the workshop is then of no use.
    pub(super) fn renew<'a>(
        &self,
        name: &str,
        note: &Note,
        standing: &Tree,
        files: impl Iterator<Item = (&'a Rendered, &'a bool)> + Clone,
    ) -> Result<()> {
        let place = self.path(WORKSHOP).join(name);
        fs::rename(self.path(PREVIOUS).join(name), &place)
            .map_err(|error| Error::write(&place, error))?;
        let Some(tree) = Tree::standing(place.clone(), self.mends)? else {
            return Err(Error::InTheWay(place));
        };
        let had: HashMap<&str, Noted<'_>> = note.files().map(|file| (file.path, file)).collect();
        let stays = |file: &Rendered, is_standing: bool| {
            let is_alike = had.get(&*file.path) == Some(&Noted::from(file));
            is_standing && is_alike && tree.keeps(&file.path, file.size)
        };
        let stays: BTreeSet<&str> = files
            .clone()
            .filter(|(file, is_standing)| stays(file, **is_standing))
            .map(|(file, _)| &*file.path)
            .collect();
        let old: BTreeSet<&str> = folders(had.keys().copied()).collect();
        let new: BTreeSet<&str> = folders(files.clone().map(|(file, _)| &*file.path)).collect();
        let gone = had.keys().copied().filter(|path| !stays.contains(path));
        let emptied = old.iter().rev().copied();
        tree.remove(gone, emptied.filter(|folder| !new.contains(folder)));
        for folder in new.difference(&old) {
            tree.make_folder(folder)?;
        }
        for (file, is_standing) in files.filter(|(file, _)| !stays.contains(&*file.path)) {
            put(is_standing.then_some(standing), &tree, file)?;
        }
        // Somebody may have closed one while it was published.
        let stay = new.intersection(&old).copied().chain(["."]);
        let closed = stay.filter(|folder| !tree.is_open(folder));
        tree.make_public([].into_iter(), closed);
        Ok(())
    }
}
