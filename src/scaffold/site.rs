//! A whole project: content with one department and one office, and the theme out of the program itself.

use std::path::Path;

use super::{NewFile, Scaffold, department_files, label};
use crate::model::Date;
use crate::{Result, load};

/// Name and bytes of every file of `themes/portal`, as `themes/embed.rs` found them; none in a program made for
/// development.
static THEME: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The files of the theme.
fn theme() -> Result<Vec<(String, Vec<u8>)>> {
    if THEME.is_empty() {
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/portal");
        return load::theme::files(&theme, &mut Vec::new());
    }
    let owned = |(name, bytes): &(&str, &[u8])| ((*name).to_owned(), bytes.to_vec());
    Ok(THEME.iter().map(owned).collect())
}

/// A project in a folder, which need not be there yet.
///
/// # Errors
/// When the department's id cannot be part of a host name.
pub(crate) fn site(folder: &Path, department: &str, today: Date) -> Result<Scaffold> {
    if let Some(name) = folder.file_name() {
        super::fits_windows(&name.to_string_lossy())?;
    }
    let country = include_str!("portal.yaml").replace("%TODAY%", &today.to_string());
    let of_department = department_files(&label(department)?, today).into_iter();
    let of_content = [NewFile::naming("portal", "portal.yaml".into(), &country)]
        .into_iter()
        .chain(of_department)
        .map(|file| file.below("content"));
    let schemas = super::schemas(&folder.join("content")).into_iter();
    let of_theme = theme()?
        .into_iter()
        .map(|(name, bytes)| NewFile::new(Path::new("themes/portal").join(name), bytes));
    Ok(Scaffold {
        root: folder.strip_prefix(".").unwrap_or(folder).to_owned(),
        files: of_content.chain(of_theme).collect(),
        schemas: schemas.map(|file| file.below("content")).collect(),
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
