//! Files of the content: a sorted walk that never leaves the folder, and texts with a limit.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::left_behind::is_left_behind;
use super::limits::{MAX_ENTRIES, MAX_MARKDOWN_BYTES, MAX_TABLE_BYTES, MAX_TEXT_BYTES};
use super::source_text::{SourceText, shown};
use super::unread::{denied, link_finding, missing, not_a_folder, not_read, too_large};
use super::{bijoy, lost, signs, sources};
use crate::diagnostic::{Diagnostic, say};
use crate::disk::{self, Kind, Trouble};
use crate::model::{Place, Source};
use crate::{Error, Result};

/// How large a file may be, in bytes.
pub(super) fn limit(path: &Path) -> u64 {
    match path.extension().and_then(OsStr::to_str) {
        Some("csv") => MAX_TABLE_BYTES,
        Some("md") => MAX_MARKDOWN_BYTES,
        _ => MAX_TEXT_BYTES,
    }
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "csv")
}

/// A content folder. It remembers the texts that are read through it or a folder in it, so that rules about writing
/// need not read them again.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// The folder that a person named, in which this one lies.
    root: Arc<Path>,
    path: PathBuf,
    opened: std::result::Result<disk::Folder, Rc<Unopened>>,
    texts: Texts,
}

/// The folder that could not be opened, this one or one above it, and why.
#[derive(Debug)]
struct Unopened {
    path: PathBuf,
    trouble: Trouble,
}

type Texts = Rc<RefCell<Vec<SourceText>>>;

impl Folder {
    /// The folder that a person named.
    pub(super) fn new(path: &Path) -> Self {
        Self {
            root: path.into(),
            path: path.to_owned(),
            opened: disk::Folder::open(path).map_err(|trouble| Unopened::at(path, trouble)),
            texts: Texts::default(),
        }
    }

    /// A folder in this one. Whether it is there, and is a folder, is told when it is used.
    pub(super) fn folder(&self, name: &str) -> Self {
        let path = self.path.join(name);
        let opened = match &self.opened {
            Ok(folder) => folder
                .folder(OsStr::new(name))
                .map_err(|trouble| Unopened::at(&path, trouble)),
            Err(above) => Err(Rc::clone(above)),
        };
        Self {
            root: Arc::clone(&self.root),
            path,
            opened,
            texts: Rc::clone(&self.texts),
        }
    }

    /// All texts that were read so far.
    pub(super) fn texts(&self) -> Vec<SourceText> {
        self.texts.borrow().clone()
    }

    /// The same with their values.
    pub(super) fn sources(&self) -> Vec<Source> {
        self.texts.borrow().iter().map(sources::source).collect()
    }

    /// Whether nothing has its name.
    pub(super) fn is_missing(&self) -> bool {
        matches!(&self.opened, Err(unopened) if matches!(unopened.trouble, Trouble::Missing))
    }

    /// Whether it holds something of this name.
    ///
    /// # Errors
    /// When the machine cannot read the folder.
    pub(super) fn has(&self, name: &str, found: &mut Vec<Diagnostic>) -> Result<bool> {
        Ok(self.entries(found)?.iter().any(|entry| entry.name == name))
    }

    /// Whether a YAML file in it may have a key: it holds the word, or an escape that could stand for a letter of it.
    pub(super) fn may_have_key(&self, name: &str, key: &str) -> bool {
        let Ok(folder) = &self.opened else {
            return false;
        };
        let bytes = folder.read(OsStr::new(name), MAX_TEXT_BYTES);
        bytes.is_ok_and(|bytes| {
            bytes.contains(&b'\\') || memchr::memmem::find(&bytes, key.as_bytes()).is_some()
        })
    }

    /// Its own path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How a file in it is called in findings.
    pub(super) fn shown(&self, name: &str) -> Arc<str> {
        shown(&self.path.join(name))
    }

    /// What it holds, sorted by name; what nobody wrote is passed over. Nothing, without a
    /// finding, where nothing has its name.
    ///
    /// # Errors
    /// When the machine cannot read the folder.
    pub(super) fn entries(&self, found: &mut Vec<Diagnostic>) -> Result<Vec<FolderEntry>> {
        let folder = match &self.opened {
            Ok(folder) => folder,
            Err(unopened) if matches!(unopened.trouble, Trouble::Missing) => return Ok(Vec::new()),
            Err(unopened) => {
                unopened.tell(found)?;
                return Ok(Vec::new());
            }
        };
        let entries = folder.entries();
        let entries = entries.map_err(|error| Error::read(&self.path, error))?;
        let entry = |(os_name, kind): (OsString, Kind)| {
            let name = os_name.to_string_lossy().into_owned();
            (!is_left_behind(&name)).then(|| FolderEntry {
                path: self.path.join(&os_name),
                root: Arc::clone(&self.root),
                name,
                os_name,
                kind,
                folder: folder.clone(),
                texts: Rc::clone(&self.texts),
            })
        };
        Ok(entries.into_iter().filter_map(entry).collect())
    }

    /// The same of a folder whose files one office writes: more than an office can mean are a finding, and none is read.
    ///
    /// # Errors
    /// When the machine cannot read the folder.
    pub(super) fn few_entries(&self, found: &mut Vec<Diagnostic>) -> Result<Vec<FolderEntry>> {
        let entries = self.entries(found)?;
        if entries.len() <= MAX_ENTRIES {
            return Ok(entries);
        }
        let (many, most) = (entries.len(), MAX_ENTRIES);
        found.push(say::too_many_files(many, most).at(Place::file(&shown(&self.path))));
        Ok(Vec::new())
    }

    /// The text of a file in it; `None`, with a finding, when it is not there or is no text.
    ///
    /// # Errors
    /// When the machine cannot read the file.
    pub(super) fn text(
        &self,
        name: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<SourceText>> {
        let folder = match &self.opened {
            Ok(folder) => folder,
            Err(unopened) if matches!(unopened.trouble, Trouble::Missing) => {
                found.push(missing(&self.shown(name)));
                return Ok(None);
            }
            Err(unopened) => {
                unopened.tell(found)?;
                return Ok(None);
            }
        };
        let source = read(folder, OsStr::new(name), found)?;
        self.texts.borrow_mut().extend(source.clone());
        Ok(source)
    }

    /// Feeds a digest with what it holds and what the files in it hold; `below` says which of its folders are gone into.
    /// What cannot be read is fed as such.
    ///
    /// # Errors
    /// When the machine cannot read something.
    pub(super) fn feed(&self, digest: &mut blake3::Hasher, below: &[&str]) -> Result<()> {
        let mut chunk = vec![0; CHUNK];
        self.feed_on(digest, below, &mut chunk)
    }

    fn feed_on(&self, digest: &mut blake3::Hasher, below: &[&str], chunk: &mut [u8]) -> Result<()> {
        let mut found = Vec::new();
        for entry in self.entries(&mut found)? {
            let FolderEntry { name, kind, .. } = &entry;
            digest.update(format!("\n{name:?} {kind:?} ").as_bytes());
            match kind {
                Kind::File => match entry.feed(digest, chunk)? {
                    // The size behind the bytes keeps one file from reading like two.
                    Ok(bytes) => digest.update(format!("\n{bytes}").as_bytes()),
                    Err(trouble) => digest.update(format!("\n{trouble:?}").as_bytes()),
                },
                Kind::Folder if below.contains(&&**name) => {
                    self.folder(name).feed_on(digest, &[], chunk)?;
                    continue;
                }
                Kind::Folder | Kind::Link | Kind::Other => continue,
            };
        }
        digest.update(format!("\n{} troubles", found.len()).as_bytes());
        Ok(())
    }
}

impl Unopened {
    fn at(path: &Path, trouble: Trouble) -> Rc<Self> {
        Rc::new(Self {
            path: path.to_owned(),
            trouble,
        })
    }

    /// Notes why the folder could not be opened.
    fn tell(&self, found: &mut Vec<Diagnostic>) -> Result<()> {
        let file = shown(&self.path);
        let finding = match &self.trouble {
            Trouble::Missing => missing(&file),
            Trouble::Is(Kind::Link) => link_finding(&file),
            Trouble::Is(Kind::File | Kind::Folder | Kind::Other) => not_a_folder(&file),
            Trouble::Denied => denied(&file),
            Trouble::Fault(error) => return Err(Error::read(&self.path, error.kind().into())),
        };
        found.push(finding);
        Ok(())
    }
}

/// One entry of a folder.
pub(super) struct FolderEntry {
    /// Its name as people see it.
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) path: PathBuf,
    /// The folder that a person named, in which it lies.
    pub(super) root: Arc<Path>,
    os_name: OsString,
    folder: disk::Folder,
    texts: Texts,
}

impl FolderEntry {
    /// The text of this file; `None`, with a finding, when it is no text or no plain file.
    ///
    /// # Errors
    /// When the machine cannot read it.
    pub(super) fn text(&self, found: &mut Vec<Diagnostic>) -> Result<Option<SourceText>> {
        let source = read(&self.folder, &self.os_name, found)?;
        self.texts.borrow_mut().extend(source.clone());
        Ok(source)
    }

    /// The bytes of this file; `None`, with a finding, when they are more than `most` or it is no plain file.
    ///
    /// # Errors
    /// When the machine cannot read it.
    pub(super) fn bytes(&self, most: u64, found: &mut Vec<Diagnostic>) -> Result<Option<Vec<u8>>> {
        let file = shown(&self.path);
        match self.folder.read(&self.os_name, most) {
            Ok(bytes) if bytes.len() as u64 > most => {
                found.push(too_large(&file, most));
                Ok(None)
            }
            Ok(bytes) => Ok(Some(bytes)),
            Err(trouble) => not_read(&self.path, trouble, found).map(|()| None),
        }
    }

    /// Size and digest of a file that need not pass through memory; `None`, with a finding, when it is no plain file.
    ///
    /// # Errors
    /// When the machine cannot read it.
    pub(super) fn digest(&self, found: &mut Vec<Diagnostic>) -> Result<Option<(u64, [u8; 32])>> {
        let mut hasher = blake3::Hasher::new();
        match self.feed(&mut hasher, &mut vec![0; CHUNK])? {
            Ok(bytes) => Ok(Some((bytes, *hasher.finalize().as_bytes()))),
            Err(trouble) => not_read(&self.path, trouble, found).map(|()| None),
        }
    }

    /// Feeds a digest with the file's bytes, and says how many they are. `chunk` is room for them that many files can use.
    fn feed(
        &self,
        hasher: &mut blake3::Hasher,
        chunk: &mut [u8],
    ) -> Result<std::result::Result<u64, Trouble>> {
        let mut file = match self.folder.file(&self.os_name) {
            Ok(file) => file,
            Err(Trouble::Fault(error)) => return Err(Error::read(&self.path, error)),
            Err(trouble) => return Ok(Err(trouble)),
        };
        let mut bytes = 0;
        loop {
            let size = file.read(chunk);
            let size = size.map_err(|error| Error::read(&self.path, error))?;
            if size == 0 {
                return Ok(Ok(bytes));
            }
            hasher.update(&chunk[..size]);
            bytes += size as u64;
        }
    }
}

/// What people write fits at once.
const CHUNK: usize = 32 << 10;

/// The text of a file in a folder; `None`, with a finding, when it is no text.
fn read(
    folder: &disk::Folder,
    name: &OsStr,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<SourceText>> {
    let path = folder.path().join(name);
    let limit = limit(&path);
    let bytes = match folder.read(name, limit) {
        Ok(bytes) => bytes,
        Err(trouble) => return not_read(&path, trouble, found).map(|()| None),
    };
    let file = shown(&path);
    if bytes.len() as u64 > limit {
        found.push(too_large(&file, limit));
        return Ok(None);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        found.push(say::not_utf8_utf16().at(Place::bytes(&file, 0..0)));
        return Ok(None);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        // What is lost in one row of a table is that row's trouble.
        Err(error) if is_table(&path) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let range = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            found.push(say::not_utf8().at(Place::bytes(&file, range)));
            return Ok(None);
        }
    };
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        found.push(say::empty_file().at(Place::file(&file)));
        return Ok(None);
    }
    // A text with lines that nobody can have written is not looked at any further.
    let usable = signs::lines(&file, &text, found);
    // What became unprintable because it was misread must not be taken out, but read again.
    if !lost::is_misread(&text) {
        signs::unprintable(&file, &text, found);
        bijoy::spoilt_text(&file, &text, found);
    }
    let source = SourceText::new(file, text);
    if usable && !is_table(&path) && lost::may_be_lost(&source.text) {
        lost::values(&sources::source(&source), found);
    }
    Ok(usable.then_some(source))
}
