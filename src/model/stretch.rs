//! The stretch of a text that a range of bytes names.

use std::ops::Range;

/// Cuts a text by a range that is only borrowed, as places and findings hold it.
pub(crate) trait Stretch {
    /// What stands there; the range is one of this text.
    fn of<'t>(&self, text: &'t str) -> &'t str;

    /// The same of a range that may be none of this text.
    fn try_of<'t>(&self, text: &'t str) -> Option<&'t str>;
}

impl Stretch for Range<usize> {
    fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    fn try_of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.start..self.end)
    }
}
