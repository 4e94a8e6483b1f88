//! What is published of one office, each value with the place that won.

use std::path::Path;
use std::sync::Arc;

use crate::Result;
use crate::load::{self, Locator};
use crate::model::{Audience, Date, Place};

/// A value of an office, and where it was written.
#[derive(Debug)]
pub(crate) struct LocatedValue {
    /// `phone`, or `services.ict-advice.fee`.
    pub key: String,
    /// As printed.
    pub value: String,
    /// The file and the line; `None` for what follows from other values.
    pub place: Option<(Arc<str>, usize)>,
}

/// What is published of one office on a day; an empty list when no table names it.
///
/// # Errors
/// A fault of the machine.
pub(crate) fn values(content: &Path, id: &str, today: Date) -> Result<Vec<LocatedValue>> {
    let mut found = Vec::new();
    let audience = Audience::Public { today };
    let departments = load::departments(content, audience, &mut found)?;
    let mut values = Vec::new();
    // Nothing of a theme is among the values.
    let mut locator = Locator::new(content, content);
    for department in &departments {
        for row in department.rows.iter().filter(|row| row.id.as_str() == id) {
            let load::OfficeContent {
                office, origins, ..
            } = load::office(content, department, row, audience)?;
            values.extend(
                office
                    .iter()
                    .flat_map(|office| load::shown_values(office, &origins))
                    .map(|value| located(value, &mut locator)),
            );
        }
    }
    Ok(values)
}

fn located(
    (key, value, origin): (String, String, Option<Place>),
    locator: &mut Locator<'_>,
) -> LocatedValue {
    let place = origin.map(|origin| {
        let place = locator.locate(&origin);
        let line = place.map_or(1, |located| located.line);
        (origin.file, line)
    });
    LocatedValue { key, value, place }
}
