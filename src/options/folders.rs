//! Folders: those that are read must be there, and those that are written apart from them.

use std::path::{Component, Path, PathBuf};

use crate::{Error, Result};

pub(super) fn both_exist(content: &Path, themes: &Path) -> Result<()> {
    for (flag, folder) in [("content", content), ("themes", themes)] {
        if !folder.is_dir() {
            let shown = folder.display();
            return Err(Error::Usage(format!(
                "there is no folder {shown}; say where it is with --{flag} DIR"
            )));
        }
    }
    Ok(())
}

/// A folder that is written must not hold what is read, nor lie in it.
pub(super) fn lies_apart(flag: &str, out: &Path, content: &Path, themes: &Path) -> Result<()> {
    let shown = out.display();
    for folder in [content, themes] {
        if lies_in(folder, out) || lies_in(out, folder) {
            return Err(Error::Usage(format!(
                "{flag} {shown} and {} lie in each other, so that what is read would be written into; name a folder of its own with {flag} DIR",
                folder.display()
            )));
        }
    }
    if out.exists() && !out.is_dir() {
        return Err(Error::Usage(format!(
            "{flag} {shown} is not a folder; name another one with {flag} DIR"
        )));
    }
    Ok(())
}

fn lies_in(inner: &Path, outer: &Path) -> bool {
    absolute(inner).starts_with(absolute(outer))
}

/// The path from the root without `.` and `..`; through links where it exists.
fn absolute(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .components()
    {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
