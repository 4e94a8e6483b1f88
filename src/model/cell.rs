//! A value of a record with its place: what an office replaces as a whole.

use super::Place;

/// A value, and who wrote it.
#[derive(Debug, Clone, Hash)]
pub struct Cell<T> {
    /// The value.
    pub value: T,
    /// Where an office wrote it over the shared record; `None` where it stands with its record.
    pub own: Option<Place>,
}

/// Written with its record.
impl<T> From<T> for Cell<T> {
    fn from(value: T) -> Self {
        Self { value, own: None }
    }
}
