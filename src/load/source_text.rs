//! A text that was read, with the name of its file: what every reader of a file is given.

use std::path::Path;
use std::sync::Arc;

use crate::escape;

/// A text with the name of its file.
#[derive(Debug, Clone)]
pub(super) struct SourceText {
    pub(super) file: Arc<str>,
    pub(super) text: Arc<str>,
}

/// The path as people see it: with forward slashes.
pub(super) fn shown(path: &Path) -> Arc<str> {
    escape::slashes(path).into()
}
