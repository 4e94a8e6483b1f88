//! Where a value was written, so that a later finding can name the place.

use std::ops::Range;
use std::sync::Arc;

/// A file of the content, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The file, as shown to people.
    pub file: Arc<str>,
    /// The place.
    pub at: OriginAt,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OriginAt {
    /// The file as a whole.
    File,
    /// A key path in a YAML file: `services.citizen[3]`.
    Key(String),
    /// A range of bytes: a cell of a table.
    Bytes(Range<usize>),
}

impl Origin {
    /// The file as a whole.
    #[must_use]
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            at: OriginAt::File,
        }
    }

    /// A key path in a YAML file.
    #[must_use]
    pub fn key(file: &Arc<str>, path: impl Into<String>) -> Self {
        Self {
            file: Arc::clone(file),
            at: OriginAt::Key(path.into()),
        }
    }

    /// A key below the one where this is.
    #[must_use]
    pub fn below(&self, key: &str) -> Self {
        match &self.at {
            OriginAt::Key(path) => Self::key(&self.file, format!("{path}.{key}")),
            OriginAt::File => Self::key(&self.file, key),
            OriginAt::Bytes(_) => self.clone(),
        }
    }
}
