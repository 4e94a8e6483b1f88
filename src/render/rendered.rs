//! A file that is ready to be written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that is ready to be written.
#[derive(Debug)]
pub struct Rendered {
    /// Its path from the portal's folder, with forward slashes.
    pub path: String,
    /// What it holds.
    pub content: Content,
    /// Its size in bytes.
    pub size: u64,
    /// Files with the same digest hold the same bytes. In hexadecimal digits.
    pub digest: String,
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of a file of the content, which need not pass through memory.
    Copy {
        /// The content folder, below which no link to the file is followed.
        root: Arc<Path>,
        /// The file.
        path: PathBuf,
    },
    /// What the portal holds under this name already.
    Kept,
}

impl Rendered {
    /// A file of these bytes.
    pub(super) fn bytes(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let digest = blake3::hash(&bytes);
        Self::made(path, bytes, digest)
    }

    /// Bytes of which something smaller is known that decides them.
    pub(super) fn made(path: impl Into<String>, bytes: Vec<u8>, digest: blake3::Hash) -> Self {
        Self {
            path: path.into(),
            size: bytes.len() as u64,
            content: Content::Bytes(bytes),
            digest: digest.to_hex()[..32].to_owned(),
        }
    }
}
