//! A planned portal → bytes. Pure: the same inputs give the same bytes; nothing here reads or writes.
//!
//! 1. `layer`: what a department says to all its offices, and what an office says itself; `values` for the templates, made
//!    of `view`, `charter_view`, `country_view` and `download`; `meaning`: what is understood of a fee or a time.
//! 2. `skeleton`: HTML with holes, rendered and minified once for all that share it; `whitespace`: what an office alone has
//!    is only freed of white space. `tongue`: what is in Bangla on a page in English says so.
//! 3. `portal`: the pages of an office, the holes filled.
//!    `pictures`: what is shown in every language alike, and how a picture stands in a text.
//! 4. `data`, `card` and `qr`: the same for machines; `entries`: what the search can find, and `texts`: by which
//!    words; `structured` and `crawlers`: for search engines; `offline`: the service worker, with the list of what it
//!    keeps. `directory`: the list of all offices. `monitoring`: the report of a check.

mod card;
mod charter_view;
mod country_view;
mod crawlers;
mod data;
mod directory;
mod directory_entries;
mod download;
mod entries;
mod layer;
mod lines;
mod meaning;
mod minify;
mod monitoring;
mod offline;
mod pictures;
mod portal;
mod press;
mod qr;
mod shell;
mod skeleton;
mod structured;
mod template;
mod texts;
mod tongue;
mod values;
mod view;
mod whitespace;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use directory::directory;
pub use layer::{Made, Make, Pieces, Work};
pub use minify::{Minifier, css as minify_css};
pub use monitoring::monitoring;
pub use offline::Keeper;
pub use pictures::{Album, Images, kept_pictures, new_pictures};
pub use portal::{assets, portal};
pub use press::Press;
pub use template::Engine;
pub use whitespace::collapsed;

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
    fn bytes(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let digest = blake3::hash(&bytes);
        Self::made(path, bytes, digest)
    }

    /// Bytes of which something smaller is known that decides them.
    fn made(path: impl Into<String>, bytes: Vec<u8>, digest: blake3::Hash) -> Self {
        Self {
            path: path.into(),
            size: bytes.len() as u64,
            content: Content::Bytes(bytes),
            digest: digest.to_hex()[..32].to_owned(),
        }
    }
}
