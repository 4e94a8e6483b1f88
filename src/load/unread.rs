//! What is told of files and folders that cannot be read: findings of whoever's folder they lie in, never a fault of the run.

use std::path::Path;
use std::sync::Arc;

use super::source_text::shown;
use crate::diagnostic::{Diagnostic, say};
use crate::disk::{Kind, Trouble};
use crate::model::Place;
use crate::{Error, Result};

/// Notes why a file could not be read.
pub(super) fn not_read(path: &Path, trouble: Trouble, found: &mut Vec<Diagnostic>) -> Result<()> {
    let file = shown(path);
    let finding = match trouble {
        Trouble::Missing => missing(&file),
        Trouble::Is(Kind::Link) => link_finding(&file),
        Trouble::Is(kind) => not_a_file(&file, kind),
        Trouble::Denied => denied(&file),
        Trouble::Fault(error) => return Err(Error::read(path, error)),
    };
    found.push(finding);
    Ok(())
}

pub(super) fn missing(file: &Arc<str>) -> Diagnostic {
    let name = file.rsplit('/').next().unwrap_or(file);
    say::missing_file(name).at(Place::file(file))
}

/// A link may lead out of the content folder, so none is followed.
pub(super) fn link_finding(file: &Arc<str>) -> Diagnostic {
    say::symbolic_link().at(Place::file(file))
}

fn not_a_file(file: &Arc<str>, kind: Kind) -> Diagnostic {
    let said = if kind == Kind::Folder {
        say::not_a_file_folder()
    } else {
        say::not_a_file()
    };
    said.at(Place::file(file))
}

pub(super) fn not_a_folder(file: &Arc<str>) -> Diagnostic {
    say::not_a_folder().at(Place::file(file))
}

pub(super) fn denied(file: &Arc<str>) -> Diagnostic {
    say::not_readable().at(Place::file(file))
}

pub(super) fn too_large(file: &Arc<str>, limit: u64) -> Diagnostic {
    let said = match limit >> 20 {
        0 => say::file_too_large_kilobytes(limit >> 10),
        megabytes => say::file_too_large_megabytes(megabytes),
    };
    said.at(Place::file(file))
}
