//! What is told of files and folders that cannot be read: findings of whoever's folder they lie in, never a fault of the run.

use std::path::Path;
use std::sync::Arc;

use super::files::shown;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::disk::{Kind, Trouble};
use crate::model::digits;
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
    error(
        "missing-file",
        file,
        (
            format!("`{name}` is missing in this folder"),
            format!("এই ফোল্ডারে `{name}` নেই"),
        ),
        (
            "write the file; README.md shows what belongs into it",
            "ফাইলটি লিখুন; কী লিখতে হবে তা README.md-তে আছে",
        ),
    )
}

/// A link may lead out of the content folder, so none is followed.
pub(super) fn link_finding(file: &Arc<str>) -> Diagnostic {
    error(
        "symbolic-link",
        file,
        ("this is a link to another place", "এটি অন্য জায়গার সংযোগ মাত্র"),
        (
            "put the file or folder itself here instead of a link to it",
            "সংযোগের বদলে মূল ফাইল বা ফোল্ডারটিই এখানে রাখুন",
        ),
    )
}

fn not_a_file(file: &Arc<str>, kind: Kind) -> Diagnostic {
    let message = if kind == Kind::Folder {
        (
            "this is a folder; a file belongs here",
            "এটি ফোল্ডার; এখানে ফাইল থাকার কথা",
        )
    } else {
        (
            "this is neither a file nor a folder",
            "এটি সাধারণ ফাইলও নয়, ফোল্ডারও নয়",
        )
    };
    error(
        "not-a-file",
        file,
        message,
        (
            "take it away, and put a plain file in its place where one is needed",
            "এটি সরিয়ে ফেলুন; প্রয়োজন হলে এর জায়গায় সাধারণ ফাইল রাখুন",
        ),
    )
}

pub(super) fn not_a_folder(file: &Arc<str>) -> Diagnostic {
    error(
        "not-a-folder",
        file,
        (
            "this is a file; a folder of this name belongs here",
            "এটি ফাইল; এখানে এই নামের ফোল্ডার থাকার কথা",
        ),
        (
            "delete it or rename it, and put its content into a folder",
            "এটি মুছুন বা নাম বদলান, আর লেখাটি একটি ফোল্ডারের ভেতরে রাখুন",
        ),
    )
}

pub(super) fn denied(file: &Arc<str>) -> Diagnostic {
    error(
        "not-readable",
        file,
        (
            "this cannot be opened for reading",
            "এটি পড়ার জন্য খোলা যাচ্ছে না",
        ),
        (
            "give the account that builds the right to read it",
            "যে অ্যাকাউন্ট থেকে পোর্টাল তৈরি হয়, তাকে এটি পড়ার অনুমতি দিন",
        ),
    )
}

pub(super) fn too_large(file: &Arc<str>, limit: u64) -> Diagnostic {
    let (size, unit, in_bangla) = match limit >> 20 {
        0 => (limit >> 10, "KB", "কিলোবাইটের"),
        megabytes => (megabytes, "MB", "মেগাবাইটের"),
    };
    error(
        "file-too-large",
        file,
        (
            format!("this file is larger than {size} {unit}"),
            format!(
                "ফাইলটি {} {in_bangla} চেয়ে বড়",
                digits::to_bangla(&size.to_string())
            ),
        ),
        (
            "split it; large files for download belong into files/",
            "ফাইলটি ভাগ করুন; ডাউনলোডের বড় ফাইল files/ ফোল্ডারে রাখুন",
        ),
    )
}

fn error(
    code: &'static str,
    file: &Arc<str>,
    message: impl Into<Message>,
    hint: impl Into<Message>,
) -> Diagnostic {
    Diagnostic::error(code, Place::file(file), message, hint)
}
