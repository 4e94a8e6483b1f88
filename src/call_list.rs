//! `sanad check --report` as one paragraph: what was examined → plan → render → write.

use std::path::Path;

use crate::diagnostic::{Diagnostic, LocatedFinding};
use crate::examine::Examined;
use crate::model::Date;
use crate::render::{Edition, Minifier};
use crate::{Result, plan, render, write};

/// Writes the report of what was examined into a folder: one page for each district, and one that leads to them. Whether
/// that could be done: not without theme, and not with a mistake in the report's templates, which is then given.
///
/// # Errors
/// When the folder holds something of the same name that no report wrote, or cannot be written.
pub(crate) fn call_list(
    examined: &Examined,
    findings: &[LocatedFinding],
    today: Date,
    folder: &Path,
) -> Result<std::result::Result<bool, Diagnostic>> {
    let Some((country, (theme, engine))) = examined.country.as_ref().zip(examined.theme.as_ref())
    else {
        return Ok(Ok(false));
    };
    let plan = plan::call_list(&examined.offices, findings, today);
    let edition = Edition::new(country, theme, &theme.bangla, engine, Minifier::default());
    match render::call_list(&plan, &edition) {
        Ok(files) => write::call_list(folder, &files).map(|_| Ok(true)),
        Err(mistake) => Ok(Err(mistake)),
    }
}
