//! The call list of a check: replaced file by file, in a folder of its own. Whatever else lies there stays.

use std::fs;
use std::path::{Component, Path};

use super::manifest::Note;
use super::{Output, Written};
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// Our own note on the report and its assets.
const NOTE: &str = ".sanad/report";

/// The note that a build leaves.
const NOTE_OF_BUILD: &str = ".sanad/directory";

/// Writes a report into a folder, each file in one step and in this order; then removes pages of an earlier one that are
/// no longer there.
///
/// # Errors
/// Before anything is written, when the folder holds files of the same name that no report wrote; when something cannot be
/// written.
pub(crate) fn call_list(folder: &Path, files: &[Rendered]) -> Result<Written> {
    refuse_what_is_there(folder, files)?;
    let output = Output::open(folder, false)?;
    output.replace_loose(NOTE, &output.noted_loose(NOTE), files, "", is_ours)
}

fn refuse_what_is_there(folder: &Path, files: &[Rendered]) -> Result<()> {
    let shown = folder.display();
    if folder.join(NOTE_OF_BUILD).exists() {
        return Err(Error::Usage(format!(
            "{shown} holds the portals of a build; name another folder with --report DIR"
        )));
    }
    let note = Note::read(fs::read_to_string(folder.join(NOTE)));
    let is_noted = |file: &&Rendered| note.files().any(|noted| noted.path == file.path);
    for file in files.iter().filter(|file| !is_noted(file)) {
        let path = folder.join(&file.path);
        if fs::symlink_metadata(&path).is_ok() && !holds(&path, file) {
            return Err(Error::Usage(format!(
                "{} is there already, and no report wrote it; name another folder with --report DIR",
                path.display()
            )));
        }
    }
    Ok(())
}

fn holds(path: &Path, file: &Rendered) -> bool {
    matches!(&file.content, Content::Bytes(bytes) if fs::read(path).is_ok_and(|old| old == *bytes))
}

/// Whether a file is a report's, whoever wrote the note.
fn is_ours(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let plain = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let first = parts.next().map(Component::as_os_str);
    plain && first.is_some_and(|first| first == "districts" || first == "assets")
}
