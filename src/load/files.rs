//! Files of the content: a sorted walk that never leaves the folder, and texts with a limit.

use std::cell::RefCell;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::sources;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Source, digits};
use crate::{Error, Result};

/// No content file that people write is larger, in bytes.
const MAX_TEXT_BYTES: u64 = 1 << 20;

/// A table holds a row for each office of the country: 36,400 of them fit several times, in bytes.
const MAX_TABLE_BYTES: u64 = 32 << 20;

/// How large a file may be, in bytes.
pub(super) fn limit(path: &Path) -> u64 {
    if path.extension().is_some_and(|ending| ending == "csv") {
        MAX_TABLE_BYTES
    } else {
        MAX_TEXT_BYTES
    }
}

/// A content folder. It remembers the texts that are read through it or a folder in it, so that rules about writing
/// need not read them again.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    path: PathBuf,
    texts: Texts,
}

type Texts = Rc<RefCell<Vec<SourceText>>>;

impl Folder {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            texts: Texts::default(),
        }
    }

    /// A folder in this one.
    pub(super) fn folder(&self, name: &str) -> Self {
        Self {
            path: self.path.join(name),
            texts: Rc::clone(&self.texts),
        }
    }

    /// All texts that were read so far, with their values.
    pub(super) fn sources(&self) -> Vec<Source> {
        self.texts.borrow().iter().map(sources::source).collect()
    }

    /// Whether it is there.
    pub(super) fn exists(&self) -> bool {
        self.path.is_dir()
    }

    /// Its own path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How a file in it is called in findings.
    pub(super) fn shown(&self, name: &str) -> Arc<str> {
        shown(&self.path.join(name))
    }

    /// What it holds, sorted by name; hidden files and what editors leave behind are passed over.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn entries(&self) -> Result<Vec<FolderEntry>> {
        if !self.exists() {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        let fault = |error| Error::read(&self.path, error);
        // Not walked: a walk opens every folder in this one, even when it does not go down.
        for entry in std::fs::read_dir(&self.path).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name.ends_with('~') || name.starts_with('#') {
                continue;
            }
            let kind = entry.file_type().map_err(fault)?;
            entries.push(FolderEntry {
                name,
                is_folder: kind.is_dir(),
                is_link: kind.is_symlink(),
                path: entry.path(),
                texts: Rc::clone(&self.texts),
            });
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(entries)
    }

    /// The text of a file in it; `None`, with a finding, when it is not there or is no text.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    pub(super) fn text(
        &self,
        name: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<SourceText>> {
        let path = self.path.join(name);
        let file = shown(&path);
        if !path.exists() {
            let hint = (
                "write the file; README.md shows what belongs into it",
                "ফাইলটি লিখুন; কী লিখতে হবে তা README.md-তে আছে",
            );
            found.push(Diagnostic::error(
                "missing-file",
                Place::file(&file),
                (
                    format!("`{name}` is missing in this folder"),
                    format!("এই ফোল্ডারে `{name}` নেই"),
                ),
                hint,
            ));
            return Ok(None);
        }
        let source = read(&path, found)?;
        self.texts.borrow_mut().extend(source.clone());
        Ok(source)
    }
}

/// One entry of a folder.
pub(super) struct FolderEntry {
    pub(super) name: String,
    pub(super) is_folder: bool,
    pub(super) is_link: bool,
    pub(super) path: PathBuf,
    texts: Texts,
}

impl FolderEntry {
    /// The text of this file; `None`, with a finding, when it is no text or lies outside the content.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn text(&self, found: &mut Vec<Diagnostic>) -> Result<Option<SourceText>> {
        let source = read(&self.path, found)?;
        self.texts.borrow_mut().extend(source.clone());
        Ok(source)
    }
}

/// A text with the name of its file.
#[derive(Debug, Clone)]
pub(super) struct SourceText {
    pub(super) file: Arc<str>,
    pub(super) text: Arc<str>,
}

/// The text of a file; `None`, with a finding, when it is no text.
pub(super) fn read(path: &Path, found: &mut Vec<Diagnostic>) -> Result<Option<SourceText>> {
    let file = shown(path);
    let about = std::fs::symlink_metadata(path).map_err(|error| Error::read(path, error))?;
    if about.file_type().is_symlink() {
        found.push(link_finding(&file));
        return Ok(None);
    }
    let limit = limit(path);
    if about.len() > limit {
        let megabytes = (limit >> 20).to_string();
        let hint = (
            "split it; large files for download belong into files/",
            "ফাইলটি ভাগ করুন; ডাউনলোডের বড় ফাইল files/ ফোল্ডারে রাখুন",
        );
        found.push(Diagnostic::error(
            "file-too-large",
            Place::file(&file),
            (
                format!("this text is larger than {megabytes} MB"),
                format!("লেখাটি {} মেগাবাইটের চেয়ে বড়", digits::to_bangla(&megabytes)),
            ),
            hint,
        ));
        return Ok(None);
    }
    let bytes = std::fs::read(path).map_err(|error| Error::read(path, error))?;
    match String::from_utf8(bytes) {
        Ok(text) if text.trim_start_matches('\u{FEFF}').trim().is_empty() => {
            let hint = (
                "write something into it, or delete it",
                "ফাইলে লিখুন, অথবা ফাইলটি মুছে ফেলুন",
            );
            found.push(Diagnostic::error(
                "empty-file",
                Place::file(&file),
                ("the file is empty", "ফাইলটি খালি"),
                hint,
            ));
            Ok(None)
        }
        Ok(text) => Ok(Some(SourceText {
            file,
            text: text.into(),
        })),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let hint = (
                "save the file as UTF-8 (in Excel: “CSV UTF-8”); Bijoy text must be converted to Unicode first",
                "ফাইলটি UTF-8 হিসেবে সংরক্ষণ করুন (এক্সেলে: “CSV UTF-8”); বিজয়ে লেখা হলে আগে ইউনিকোডে রূপান্তর করুন",
            );
            found.push(Diagnostic::error(
                "not-utf8",
                Place::bytes(&file, at..at + char::REPLACEMENT_CHARACTER.len_utf8()),
                (
                    "the file is not UTF-8 from here on",
                    "এখান থেকে ফাইলটি আর UTF-8 নয়",
                ),
                hint,
            ));
            Ok(None)
        }
    }
}

/// Size and digest of a file that need not pass through memory.
pub(super) fn digest(path: &Path) -> Result<(u64, [u8; 32])> {
    let mut hasher = blake3::Hasher::new();
    let bytes = feed(path, &mut hasher, &mut vec![0; CHUNK])?;
    Ok((bytes, *hasher.finalize().as_bytes()))
}

/// What people write fits at once.
pub(super) const CHUNK: usize = 32 << 10;

/// Feeds a file's bytes to a digest, and says how many they are. `chunk` is room for them that many files can use.
pub(super) fn feed(path: &Path, hasher: &mut blake3::Hasher, chunk: &mut [u8]) -> Result<u64> {
    let read = |error| Error::read(path, error);
    let mut file = std::fs::File::open(path).map_err(read)?;
    let mut bytes = 0;
    loop {
        let size = file.read(chunk).map_err(read)?;
        if size == 0 {
            return Ok(bytes);
        }
        hasher.update(&chunk[..size]);
        bytes += size as u64;
    }
}

/// A link may lead out of the content folder, so none is followed.
pub(super) fn link_finding(file: &Arc<str>) -> Diagnostic {
    let hint = (
        "put the file itself here instead of a link to it",
        "সংযোগের বদলে মূল ফাইলটিই এখানে রাখুন",
    );
    Diagnostic::error(
        "symbolic-link",
        Place::file(file),
        ("this is a link to another place", "এটি অন্য জায়গার সংযোগ মাত্র"),
        hint,
    )
}

/// The path as people see it: with forward slashes.
pub(super) fn shown(path: &Path) -> Arc<str> {
    path.to_string_lossy().replace('\\', "/").into()
}
