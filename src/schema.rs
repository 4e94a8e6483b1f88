//! Schemas for editors: which there are, where they lie, and how a file names its own.
//!
//! They lie in the content itself, so that an editor finds them without settings and without a network.

use std::path::{Path, PathBuf};

use crate::load;

/// The folder in the content; its name begins with a dot, so it is no content.
pub const FOLDER: &str = ".schema";

/// A schema of one kind of file.
#[derive(Debug)]
pub struct FileSchema {
    /// As one types it: `office`.
    pub name: &'static str,
    /// The files that it is for: `offices/*/office.yaml`.
    pub of: &'static str,
    /// JSON, the same bytes every time.
    pub text: String,
}

impl FileSchema {
    /// The name of its own file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.json", self.name)
    }
}

/// All of them, from the whole country to a single notice.
#[must_use]
pub fn all() -> Vec<FileSchema> {
    let schemas = load::schemas().into_iter();
    schemas
        .map(|(name, of, schema)| FileSchema {
            name,
            of,
            text: format!("{schema:#}\n"),
        })
        .collect()
}

/// The line by which a file names its schema; `file` is its path from the content folder.
#[must_use]
pub fn line(name: &str, file: &Path) -> String {
    let up = "../".repeat(file.components().count().saturating_sub(1));
    format!("# yaml-language-server: $schema={up}{FOLDER}/{name}.json\n")
}

/// Those that a content folder does not hold yet, each with its path from there.
#[must_use]
pub fn missing(content: &Path) -> Vec<(PathBuf, String)> {
    let schemas = all().into_iter();
    schemas
        .map(|schema| (Path::new(FOLDER).join(schema.file()), schema.text))
        .filter(|(path, _)| !content.join(path).exists())
        .collect()
}
