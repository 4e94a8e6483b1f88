//! A planned portal → bytes. Pure: the same inputs give the same bytes; nothing here reads or writes.
//!
//! 1. `shell`: what all pages of an office share, once for each depth and menu entry.
//! 2. `portal`, `page`: each page's own part, minified, put into its shell.
//! 3. `data`: the same for machines. `directory`: the list of all offices.

mod data;
mod directory;
mod minify;
mod page;
mod portal;
mod shell;
mod template;
mod view;

use std::path::PathBuf;

pub use directory::{Entry as DirectoryEntry, directory};
pub use minify::{Minifier, css as minify_css};
pub use portal::portal;
pub use template::Engine;

/// A file that is ready to be written.
#[derive(Debug)]
pub struct Rendered {
    /// Its path from the portal's folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of a file of the content, which need not pass through memory.
    Copy(PathBuf),
}

impl Rendered {
    fn bytes(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            content: Content::Bytes(bytes.into()),
        }
    }
}
