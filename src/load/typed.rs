//! What is said of Markdown that nothing came of.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, say};
use crate::markdown::Meant;
use crate::model::Place;

/// A sign that a page shows as it was typed, or that it takes for something else.
pub(super) fn shown(file: &Arc<str>, range: Range<usize>, sign: &str, meant: Meant) -> Diagnostic {
    let said = match meant {
        Meant::Emphasis => say::shown_as_typed_emphasis(sign),
        Meant::Link => say::shown_as_typed_link(sign),
        Meant::Heading => say::shown_as_typed_heading(sign),
        Meant::Row => say::shown_as_typed_row(sign),
        Meant::Footnote => say::shown_as_typed_footnote(sign),
        Meant::Sign if sign == ">" => say::lost_sign_quotation(sign),
        Meant::Sign => say::lost_sign_point(sign),
    };
    said.at(Place::bytes(file, range))
}

/// A cell that no page shows.
pub(super) fn lost_cell(file: &Arc<str>, range: Range<usize>) -> Diagnostic {
    say::lost_cell().at(Place::bytes(file, range))
}
