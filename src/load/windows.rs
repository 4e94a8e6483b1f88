//! What is told of a name that Windows cannot store: a file of that name could not be copied to a Windows server or a stick.

use crate::diagnostic::{Diagnostic, say};
use crate::model::{Place, is_refused_by_windows};

/// The finding about a name; `None` for one that every system can hold.
pub(super) fn refused(name: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    is_refused_by_windows(name).then(|| say::reserved_name_windows(name).at(place()))
}
