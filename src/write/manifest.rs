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
use std::path::{Path, PathBuf};

use super::output::DRAFTS;
use super::replace::folders;
use super::system::Kind;
use super::tree::Tree;
use super::{Output, Written};
use crate::plan::{Fingerprint, SharedInputs};
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
    /// Nobody wrote it: it names what is taken for ours.
    is_guess: bool,
}

/// Stands for the digest of a file that is being written.
const UNSURE: &str = "-";

/// A file of a portal, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted<'a> {
    pub(super) digest: &'a str,
    /// In bytes.
    pub(super) size: u64,
    pub(super) path: &'a str,
}

impl Noted<'_> {
    /// Whether the file is known to be there as noted.
    pub(super) fn is_sure(&self) -> bool {
        self.digest != UNSURE
    }

    /// The same of a file that may not be there, or not be as noted.
    pub(super) fn unsure(self) -> Self {
        Self {
            digest: UNSURE,
            ..self
        }
    }
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
            is_guess: false,
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

    /// As it was written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What the files were made from.
    pub(super) fn made_from(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// Its files, when all of them are still in a folder.
    pub(super) fn still_in(&self, folder: &Tree) -> Option<Written> {
        let mut found = Written::default();
        let mut all_public = true;
        for file in self.files() {
            match folder.kind(file.path) {
                Some(Kind::File { size, is_public }) if size == file.size => {
                    all_public &= is_public;
                }
                _ => return None,
            }
            found.kept += 1;
            found.bytes += file.size;
        }
        if !all_public {
            // Whatever took the rights from files took them from folders too.
            let paths = || self.files().map(|file| file.path);
            folder.make_public(paths(), folders(paths()));
        }
        Some(found)
    }

    /// Whether it was written whole.
    pub(super) fn is_whole(&self) -> bool {
        !self.text.is_empty() && !self.is_guess
    }

    /// Whether it says just this.
    pub(super) fn says(&self, text: &str) -> bool {
        self.text == text
    }

    /// A note on files that nobody noted, but that are taken for ours.
    pub(super) fn guess<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        let files = paths.map(|path| Noted {
            digest: UNSURE,
            size: 0,
            path,
        });
        Self {
            text: Self::write("", files),
            is_guess: true,
        }
    }

    /// Its files.
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
pub(crate) struct Standing<'a> {
    output: &'a Output,
    name: &'a str,
    note: Note,
}

impl Standing<'_> {
    /// Whether it was made from what all offices of its department share now. If not, it is to be made anew, whatever
    /// the office itself says.
    #[must_use]
    pub(crate) fn shares(&self, shared: &SharedInputs) -> bool {
        self.note.made_from().starts_with(&shared.all)
    }

    /// Whether it was made from just this.
    #[must_use]
    pub(crate) fn is_from(&self, shared: &SharedInputs, own: Fingerprint) -> bool {
        self.note.made_from() == format!("{} {own}", shared.all)
    }

    /// Its files as they are, by path: for a portal of which only some files are made again. Those that are not as we
    /// wrote them are left out.
    #[must_use]
    pub(crate) fn kept(&self) -> BTreeMap<&str, Rendered> {
        let Some(portal) = self.output.portal(self.name) else {
            return BTreeMap::new();
        };
        let files = self.note.files();
        files
            .filter(|file| file.is_sure() && portal.keeps(file.path, file.size))
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
    pub(crate) fn unchanged(&self, shared: &SharedInputs, own: Fingerprint) -> Option<Written> {
        if !self.is_from(shared, own) {
            return None;
        }
        self.note.still_in(&self.output.portal(self.name)?)
    }
}

impl Output {
    /// The note on a portal; empty when there is none that is whole.
    pub(super) fn noted(&self, name: &str) -> Note {
        Note::read(fs::read_to_string(self.note_on(name)))
    }

    /// A portal as it stands there from before.
    #[must_use]
    pub(crate) fn standing<'a>(&'a self, name: &'a str) -> Standing<'a> {
        Standing {
            output: self,
            name,
            note: self.noted(name),
        }
    }

    /// Writes a note in one step: whoever reads it finds the old one or the new one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn note(&self, draft: &str, note: &Path, text: &str) -> Result<()> {
        self.draft(draft, text)?;
        self.finish(draft, note)
    }

    /// Writes a note where nobody looks for it yet.
    pub(super) fn draft(&self, draft: &str, text: &str) -> Result<()> {
        self.touch();
        let half = self.path(DRAFTS).join(draft);
        fs::write(&half, text).map_err(|error| Error::write(&half, error))
    }

    /// Puts a drafted note in its place.
    pub(super) fn finish(&self, draft: &str, note: &Path) -> Result<()> {
        self.touch();
        let half = self.path(DRAFTS).join(draft);
        fs::rename(&half, note).map_err(|error| Error::write(note, error))
    }

    /// Where the note on a portal lies.
    pub(super) fn note_on(&self, name: &str) -> PathBuf {
        self.notes.path().join(name)
    }

    /// What the offices of a department shared when all of them were built last.
    #[must_use]
    pub(crate) fn said(&self, department: &str) -> Option<SharedInputs> {
        SharedInputs::parse(&fs::read_to_string(self.path(DEPARTMENTS).join(department)).ok()?)
    }

    /// Notes it, after all of them were built.
    ///
    /// # Errors
    /// When the note cannot be written.
    pub(crate) fn note_said(&self, department: &str, said: &SharedInputs) -> Result<()> {
        if self.said(department).as_ref() == Some(said) {
            return Ok(());
        }
        let folder = self.path(DEPARTMENTS);
        fs::create_dir_all(&folder).map_err(|error| Error::write(&folder, error))?;
        self.note(department, &folder.join(department), &said.to_string())
    }
}
