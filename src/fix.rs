//! Writes corrections that are certain into the content, byte for byte as it was elsewhere. Only `check --fix` does.

mod certain;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fix};
use crate::disk::{self, Trouble};
use crate::escape;
use crate::{Error, Result, load};

pub(crate) use certain::certain;

/// Applies the corrections of findings to files below the two folders, and gives what changed as a difference; empty when
/// nothing did.
///
/// What the text is made of stays, whatever the corrections say: its lists and tables, what is bold, its keys and links. Of corrections that overlap only the first is applied; the next examination finds the others. A file that is not as
/// it was when it was examined is left alone.
///
/// # Errors
/// When a file cannot be read or written.
pub fn apply(found: &[Diagnostic], content: &Path, themes: &Path) -> Result<String> {
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for finding in found {
        if let Some(fix) = &finding.fix {
            by_file.entry(&finding.place.file).or_default().push(fix);
        }
    }
    let mut changes = String::new();
    for (file, fixes) in by_file {
        let path = Path::new(file);
        let root = [content, themes]
            .into_iter()
            .find(|root| path.starts_with(root));
        // What was found in a file below neither was not read from there.
        if let Some(root) = root {
            changes.push_str(&fix_file(root, path, fixes)?);
        }
    }
    Ok(changes)
}

fn fix_file(root: &Path, path: &Path, mut fixes: Vec<&Fix>) -> Result<String> {
    let unread = |trouble: Trouble| Error::read(path, trouble.into_error());
    let (folder, name) = disk::place(root, path).map_err(unread)?;
    let bytes = folder.read(&name, MOST_BYTES).map_err(unread)?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Ok(String::new());
    };
    fixes.sort_by_key(|fix| (fix.range.start, fix.range.end));
    let file = path.to_string_lossy();
    // Those of them that are asked for may do what all of them together do not.
    let fixes = certain(&text, &fixes, |text| load::shape(&file, text, |_| false));
    let corrected = certain::applied(&text, &fixes);
    if corrected == text {
        return Ok(String::new());
    }
    let unwritten = |trouble: Trouble| Error::Fix(path.to_owned(), trouble.into_error());
    folder.replace(&name, &corrected).map_err(unwritten)?;
    Ok(difference(&file, &text, &corrected))
}

/// No file in which anything is found is larger.
const MOST_BYTES: u64 = 64 << 20;

/// A unified difference without context, for people to read: no correction adds or removes a line.
fn difference(file: &str, old: &str, new: &str) -> String {
    let file = escape::terminal(file);
    let mut text = format!("--- {file}\n+++ {file}\n");
    for (at, (old, new)) in old.lines().zip(new.lines()).enumerate() {
        if old != new {
            let line = at + 1;
            let [old, new] = [old, new].map(escape::terminal);
            let _ = write!(text, "@@ -{line} +{line} @@\n-{old}\n+{new}\n");
        }
    }
    text
}
