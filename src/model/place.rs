//! A place in a file of the content: where a value was written, and so where a finding about it is. It is kept as the
//! stage that made it knows it; line and column are found only when it is shown.

use std::ops::Range;
use std::sync::Arc;

/// A file and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file, as shown to people.
    pub file: Arc<str>,
    /// Where in it.
    pub at: At,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum At {
    /// The file as a whole.
    File,
    /// A range of bytes.
    Bytes(Range<usize>),
    /// The value at a key path of a YAML file: `services.citizen[3].fee`. A path that does not exist means the
    /// nearest one above it that does.
    Value(String),
    /// The key itself.
    Key(String),
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::File,
        }
    }

    /// A range of bytes.
    #[must_use]
    pub fn bytes(file: &Arc<str>, range: Range<usize>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Bytes(range),
        }
    }

    /// The value at a key path.
    #[must_use]
    pub fn value(file: &Arc<str>, path: impl Into<String>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Value(path.into()),
        }
    }

    /// The key at a key path.
    #[must_use]
    pub fn key(file: &Arc<str>, path: impl Into<String>) -> Self {
        Self {
            file: Arc::clone(file),
            at: At::Key(path.into()),
        }
    }

    /// The value of a key below the value that is here.
    #[must_use]
    pub fn below(&self, key: &str) -> Self {
        match &self.at {
            At::Value(path) => Self::value(&self.file, format!("{path}.{key}")),
            At::File => Self::value(&self.file, key),
            At::Bytes(_) | At::Key(_) => self.clone(),
        }
    }
}
