//! Where a value was written, so that a later finding can name the place.

use std::sync::Arc;

/// A file of the content, and the key in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, as shown to people.
    pub file: Arc<str>,
    /// The key path in a YAML file, `services.citizen[3]`; empty for the whole file.
    pub key: String,
}
