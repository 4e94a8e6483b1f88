//! What was written, and from what: one small file a portal in our own folder of the output.
//!
//! ```text
//! <what all offices of the department share> <what the office says itself>
//! <digest> <size in bytes> <path>
//! …
//! end
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use super::tree::Tree;
use super::{Output, Written};
use crate::plan::{Fingerprint, Said};
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// Our own folder of notes on departments.
const DEPARTMENTS: &str = ".sanad/departments";

/// The last line; without it a note was not written whole.
const END: &str = "end\n";

/// The note on one portal, as it was written.
#[derive(Debug, Default)]
pub(super) struct Note {
    text: String,
}

/// A file of a portal, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted<'a> {
    pub(super) digest: &'a str,
    /// In bytes.
    pub(super) size: u64,
    pub(super) path: &'a str,
}

impl<'a> From<&'a Rendered> for Noted<'a> {
    fn from(file: &'a Rendered) -> Self {
        Self {
            digest: &file.digest,
            size: file.size,
            path: &file.path,
        }
    }
}

impl Note {
    /// A note as it was read; empty when it was not written whole.
    pub(super) fn read(text: std::io::Result<String>) -> Self {
        let text = text.unwrap_or_default();
        Self {
            text: if text.ends_with(END) {
                text
            } else {
                String::new()
            },
        }
    }

    /// A note on files that were made from something.
    pub(super) fn write<'a>(made_from: &str, files: impl Iterator<Item = Noted<'a>>) -> String {
        let mut text = format!("{made_from}\n");
        for Noted { digest, size, path } in files {
            writeln!(text, "{digest} {size} {path}").expect("writing into a String does not fail");
        }
        text + END
    }

    /// What the files were made from.
    pub(super) fn made_from(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// Its files, when all of them are still in a folder.
    pub(super) fn still_in(&self, folder: &Tree) -> Option<Written> {
        let mut found = Written::default();
        for file in self.files() {
            if folder.size(file.path) != Some(file.size) {
                return None;
            }
            found.kept += 1;
            found.bytes += file.size;
        }
        Some(found)
    }

    /// Its files, sorted by path.
    pub(super) fn files(&self) -> impl Iterator<Item = Noted<'_>> {
        self.text.lines().skip(1).filter_map(|line| {
            let (digest, rest) = line.split_once(' ')?;
            let (size, path) = rest.split_once(' ')?;
            let size = size.parse().ok()?;
            Some(Noted { digest, size, path })
        })
    }
}

/// A portal as it stands there from before.
#[derive(Debug)]
pub struct Standing<'a> {
    output: &'a Output,
    name: &'a str,
    note: Note,
}

impl Standing<'_> {
    /// Whether it was made from what all offices of its department share now. If not, it is to be made anew, whatever
    /// the office itself says.
    #[must_use]
    pub fn shares(&self, shared: &Said) -> bool {
        self.note.made_from().starts_with(&shared.all)
    }

    /// Whether it was made from just this.
    #[must_use]
    pub fn is_from(&self, shared: &Said, own: Fingerprint) -> bool {
        self.note.made_from() == format!("{} {own}", shared.all)
    }

    /// Its files as they are, by path: for a portal of which only some files are made again. Those that are not as we
    /// wrote them are left out.
    #[must_use]
    pub fn kept(&self) -> BTreeMap<&str, Rendered> {
        let Some(portal) = self.output.portal(self.name) else {
            return BTreeMap::new();
        };
        let files = self.note.files();
        files
            .filter(|file| portal.size(file.path) == Some(file.size))
            .map(|Noted { digest, size, path }| {
                let kept = Rendered {
                    path: path.to_owned(),
                    content: Content::Kept,
                    size,
                    digest: digest.to_owned(),
                };
                (path, kept)
            })
            .collect()
    }

    /// What it consists of, when it was made from just this and all its files are still there.
    #[must_use]
    pub fn unchanged(&self, shared: &Said, own: Fingerprint) -> Option<Written> {
        if !self.is_from(shared, own) {
            return None;
        }
        self.note.still_in(&self.output.portal(self.name)?)
    }
}

impl Output {
    /// The note on a portal; empty when there is none that is whole.
    pub(super) fn noted(&self, name: &str) -> Note {
        Note::read(fs::read_to_string(self.notes.path().join(name)))
    }

    /// A portal as it stands there from before.
    #[must_use]
    pub fn standing<'a>(&'a self, name: &'a str) -> Standing<'a> {
        Standing {
            output: self,
            name,
            note: self.noted(name),
        }
    }

    /// Notes what a portal was made from, after it was written.
    ///
    /// # Errors
    /// When the note cannot be written; the portal stands all the same and is compared file by file next time.
    pub fn note(
        &self,
        name: &str,
        (shared, own): (&Said, Fingerprint),
        files: &[Rendered],
    ) -> Result<()> {
        let text = Note::write(
            &format!("{} {own}", shared.all),
            files.iter().map(Noted::from),
        );
        self.forget(name);
        self.notes.write(name, text.as_bytes())
    }

    /// Takes the note on a portal away before the portal is touched. Otherwise a build that is killed in between would
    /// leave a new portal with an old note, and who then takes the edit back would be told that nothing changed.
    pub(super) fn forget(&self, name: &str) {
        self.notes.remove([name].into_iter(), [].into_iter());
    }

    /// What the offices of a department shared when all of them were built last.
    #[must_use]
    pub fn said(&self, department: &str) -> Option<Said> {
        Said::parse(&fs::read_to_string(self.path(DEPARTMENTS).join(department)).ok()?)
    }

    /// Notes it, after all of them were built.
    ///
    /// # Errors
    /// When the note cannot be written.
    pub fn note_said(&self, department: &str, said: &Said) -> Result<()> {
        let folder = self.path(DEPARTMENTS);
        fs::create_dir_all(&folder).map_err(|error| Error::write(&folder, error))?;
        let path = folder.join(department);
        fs::write(&path, said.to_string()).map_err(|error| Error::write(&path, error))
    }

    /// Removes the portals that we wrote once and that no table names any more; gives their names.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn prune(&self, is_named: impl Fn(&str) -> bool) -> Result<Vec<String>> {
        let folder = self.notes.path();
        let entries = fs::read_dir(folder).map_err(|error| Error::read(folder, error))?;
        let names = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut gone: Vec<String> = names.filter(|name| !is_named(name)).collect();
        gone.sort();
        for name in &gone {
            self.remove(name)?;
            self.forget(name);
        }
        Ok(gone)
    }

    /// Takes a portal away in one step, then removes what it held.
    fn remove(&self, name: &str) -> Result<()> {
        let portal = self.path(name);
        if !portal.is_dir() {
            return Ok(());
        }
        let workshop = self.workshop()?;
        fs::rename(&portal, workshop.path().join("gone"))
            .map_err(|error| Error::write(&portal, error))
    }
}
