//! Writes corrections that are certain into the content, byte for byte as it was elsewhere. Only `check --fix` does.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fix, Located, plain};
use crate::{Error, Result};

/// Applies the corrections of findings, and gives what changed as a difference; empty when nothing did.
///
/// Of corrections that overlap only the first is applied; the next examination finds the others. A file that is not as
/// it was when it was examined is left alone.
///
/// # Errors
/// When a file cannot be read or written.
pub fn mend(findings: &[(Diagnostic, Option<Located>)]) -> Result<String> {
    let mut changes = String::new();
    let mut rest = findings;
    while let Some((first, _)) = rest.first() {
        let file = &first.place.file;
        let end = rest
            .iter()
            .position(|(finding, _)| finding.place.file != *file)
            .unwrap_or(rest.len());
        let fixes: Vec<&Fix> = rest[..end]
            .iter()
            .filter_map(|(finding, _)| finding.fix.as_deref())
            .collect();
        if !fixes.is_empty() {
            changes.push_str(&mend_file(file, fixes)?);
        }
        rest = &rest[end..];
    }
    Ok(changes)
}

fn mend_file(file: &str, mut fixes: Vec<&Fix>) -> Result<String> {
    let path = Path::new(file);
    let text = std::fs::read_to_string(path).map_err(|error| Error::read(path, error))?;
    fixes.sort_by_key(|fix| (fix.range.start, fix.range.end));
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        let fits = fix.range.start >= at && text.get(fix.range.clone()) == Some(fix.old.as_str());
        if fits {
            mended.push_str(&text[at..fix.range.start]);
            mended.push_str(&fix.new);
            at = fix.range.end;
        }
    }
    mended.push_str(&text[at..]);
    if mended == text {
        return Ok(String::new());
    }
    replace(path, &mended)?;
    Ok(difference(file, &text, &mended))
}

/// All of the file or nothing: a run that is killed leaves the old one.
fn replace(path: &Path, text: &str) -> Result<()> {
    let fault = |error| Error::Mend(path.to_owned(), error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(fault)?;
    new.write_all(text.as_bytes()).map_err(fault)?;
    let about = std::fs::metadata(path).map_err(fault)?;
    std::fs::set_permissions(new.path(), about.permissions()).map_err(fault)?;
    new.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}

/// A unified difference without context, for people to read: no correction adds or removes a line.
fn difference(file: &str, old: &str, new: &str) -> String {
    let file = plain(file);
    let mut text = format!("--- {file}\n+++ {file}\n");
    for (at, (old, new)) in old.lines().zip(new.lines()).enumerate() {
        if old != new {
            let line = at + 1;
            let [old, new] = [old, new].map(plain);
            let _ = write!(text, "@@ -{line} +{line} @@\n-{old}\n+{new}\n");
        }
    }
    text
}
