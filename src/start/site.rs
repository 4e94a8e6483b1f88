//! A whole project: content with one department and one office, and the theme out of the program itself.

use std::path::Path;

use super::{NewFile, Start, department_files, label};
use crate::Result;
use crate::model::Date;

/// Name and bytes of every file of `themes/portal`, as `themes/embed.rs` found them.
static THEME: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// A project in a folder, which need not be there yet.
///
/// # Errors
/// When the department's id cannot be part of a host name.
pub fn site(folder: &Path, department: &str, today: Date) -> Result<Start> {
    let country = include_str!("portal.yaml").replace("%TODAY%", &today.to_string());
    let of_department = department_files(&label(department)?, today).into_iter();
    let of_content = [NewFile::new("portal.yaml".into(), country)]
        .into_iter()
        .chain(of_department)
        .map(|file| file.below("content"));
    let of_theme = THEME
        .iter()
        .map(|(name, bytes)| NewFile::new(Path::new("themes/portal").join(name), *bytes));
    Ok(Start {
        root: folder.strip_prefix(".").unwrap_or(folder).to_owned(),
        files: of_content.chain(of_theme).collect(),
        table: None,
    })
}

impl NewFile {
    fn below(self, folder: &str) -> Self {
        Self {
            path: Path::new(folder).join(self.path),
            ..self
        }
    }
}
