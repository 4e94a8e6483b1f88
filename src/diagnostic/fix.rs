//! A correction that is certain: these bytes of the file become those.

use std::ops::Range;

/// A replacement in the file of its finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What they are; a file that has changed since is left alone.
    pub old: String,
    /// What comes in their place.
    pub new: String,
}
