//! A text that was read, with the name of its file: what every reader of a file is given.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use crate::escape;

/// A text with the name of its file.
#[derive(Debug, Clone)]
pub(super) struct SourceText {
    pub(super) file: Arc<str>,
    pub(super) text: Arc<str>,
    /// What no correction may touch in the text of a page, once it is known: whoever reads the page sees it on the way.
    pub(super) fixed: Rc<OnceCell<Vec<Range<usize>>>>,
}

impl SourceText {
    pub(super) fn new(file: Arc<str>, text: String) -> Self {
        Self {
            file,
            text: text.into(),
            fixed: Rc::default(),
        }
    }
}

/// The path as people see it: with forward slashes.
pub(super) fn shown(path: &Path) -> Arc<str> {
    escape::slashes(path).into()
}
