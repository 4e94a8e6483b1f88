//! Files that others put into a portal: a certificate authority's, a search engine's, an administrator's. They stay when
//! the portal is replaced, and also when a build is killed meanwhile.
//!
//! The old portal ends up in the workshop. What a note says is ours is removed there; what is left is foreign, and moves
//! into the new portal, file by file where both have the same folder. Usually nothing is left, and this costs nothing.
//! The note that stands meanwhile names the files of both, so the next build can finish what a killed one began.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Output;
use super::manifest::Note;
use super::output::WORKSHOP;
use super::replace::folders;
use super::tree::Tree;
use crate::{Error, Result};

/// What cannot come back to its place, because something else took it in the same moment.
const FOUND: &str = ".sanad/found";

/// What any version of ours puts at the top of a portal.
const TOP: [&str; 6] = [
    "index.html",
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "qr.svg",
    "sw.js",
];

impl Output {
    /// What of a folder is ours: what the note says. Without a whole note nobody knows; then all is ours but hidden entries
    /// and unknown plain files at the top, so that no old page of ours stays published.
    pub(super) fn known(&self, name: &str, place: &str) -> Result<Note> {
        let note = self.noted(name);
        if note.is_whole() {
            return Ok(note);
        }
        guess(&self.path(place).join(name), is_ours_at_top)
    }

    /// Removes what is ours of an old portal in the workshop, and gives what is not ours back to where it was.
    pub(super) fn take_apart(&self, name: &str, note: &Note) -> Result<()> {
        let path = self.path(WORKSHOP).join(name);
        let Some(old) = Tree::standing(path.clone(), self.mends)? else {
            return Ok(());
        };
        self.touch();
        let paths = || note.files().map(|file| file.path);
        let emptied: Vec<&str> = folders(paths()).collect();
        old.remove(paths(), emptied.into_iter().rev());
        if fs::remove_dir(&path).is_ok() {
            return Ok(());
        }
        let fault = |error| Error::write(&path, error);
        give_back(&path, &self.path(name)).map_err(fault)?;
        if path.exists() {
            self.keep_what_was_found(name, &path).map_err(fault)?;
        }
        Ok(())
    }

    /// An old portal that waited while the new one moved in: back when that never happened, otherwise to be taken apart.
    pub(super) fn come_back(&self, name: &str, waiting: &Path) -> Result<()> {
        let portal = self.path(name);
        let place = if fs::symlink_metadata(&portal).is_ok() {
            self.path(WORKSHOP).join(name)
        } else {
            portal
        };
        fs::rename(waiting, &place).map_err(|error| Error::write(&place, error))
    }

    fn keep_what_was_found(&self, name: &str, path: &Path) -> io::Result<()> {
        let folder = self.path(FOUND);
        fs::create_dir_all(&folder)?;
        let free = (1..).map(|number: u32| folder.join(format!("{number}-{name}")));
        let mut free = free.filter(|path| fs::symlink_metadata(path).is_err());
        free.next().map_or(Ok(()), |place| fs::rename(path, place))
    }
}

/// The files of a folder that count as ours when no note says so.
pub(super) fn guess(folder: &Path, is_ours_at_top: impl Fn(&str) -> bool) -> Result<Note> {
    let mut files = Vec::new();
    let entries = WalkDir::new(folder).min_depth(1).into_iter();
    let is_hidden_at_top = |entry: &walkdir::DirEntry| {
        entry.depth() == 1 && entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in entries.filter_entry(|entry| !is_hidden_at_top(entry)) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => break,
            Err(error) => return Err(Error::walk(folder, &error)),
        };
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        // All names of ours are readable, and hold no line break, which would end a line of a note.
        let Some(path) = path.to_str().filter(|path| !path.contains('\n')) else {
            continue;
        };
        let is_ours = entry.depth() > 1 || is_ours_at_top(path);
        if !entry.file_type().is_dir() && is_ours {
            files.push(path.replace('\\', "/"));
        }
    }
    Ok(Note::guess(files.iter().map(String::as_str)))
}

/// Whether a folder holds anything that its note does not name.
pub(super) fn has_others(folder: &Path, note: &Note) -> bool {
    let files: BTreeSet<&str> = note.files().map(|file| file.path).collect();
    let folders: BTreeSet<&str> = folders(files.iter().copied()).collect();
    WalkDir::new(folder).min_depth(1).into_iter().any(|entry| {
        let Ok(entry) = entry else { return true };
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let Some(path) = path.to_str() else {
            return true;
        };
        let path = path.replace('\\', "/");
        let known = if entry.file_type().is_dir() {
            &folders
        } else {
            &files
        };
        !known.contains(&*path)
    })
}

/// Whether a name at a portal's top is one of ours, itself or what lies beside it.
pub(super) fn is_ours_at_top(name: &str) -> bool {
    TOP.iter().any(|ours| {
        name.strip_prefix(ours)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// Moves what lies in a folder to where nothing stands; what finds its place taken stays.
fn give_back(from: &Path, to: &Path) -> io::Result<()> {
    let Ok(there) = fs::symlink_metadata(to) else {
        return fs::rename(from, to);
    };
    if !there.is_dir() || !fs::symlink_metadata(from)?.is_dir() {
        return Ok(());
    }
    let entries: Vec<PathBuf> = fs::read_dir(from)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    for entry in entries {
        if let Some(name) = entry.file_name() {
            give_back(&entry, &to.join(name))?;
        }
    }
    // It still holds something when a place was taken.
    let _ = fs::remove_dir(from);
    Ok(())
}
