//! A theme's files: settings, templates, strings, static files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use walkdir::WalkDir;

use super::fields::Fields;
use super::files::{self, Folder};
use super::schema::{AnyText, JsonSchema};
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::diagnostic::Diagnostic;
use crate::{Error, Result};

/// থিম: সব পোর্টালের সাজ।
///
/// A theme: the look of all portals.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTheme {
    /// থিমের নাম।
    ///
    /// What the theme is called.
    #[schemars(required)]
    name: Option<Text>,
    /// প্রতিটি টেমপ্লেট পোর্টালের যেসব মান পায়; যেটির নাম নেই, সেটি সবই পায়।
    ///
    /// Which values of the portal each template receives; one that is not listed receives all of them.
    #[schemars(with = "Option<BTreeMap<String, Vec<AnyText>>>")]
    receives: Option<BTreeMap<String, Vec<Text>>>,
}

/// What a theme's folder holds.
pub(crate) struct ThemeFiles {
    /// The file `theme.yaml`, as shown to people.
    pub(crate) settings: Arc<str>,
    /// Template without its ending, and the names of the values that it receives.
    pub(crate) receives: Vec<(String, Vec<String>)>,
    /// Name below `templates/`, file as shown, source; sorted.
    pub(crate) templates: Vec<(String, Arc<str>, String)>,
    /// Text for citizens.
    pub(crate) strings: Strings,
    /// Name below `static/` and bytes; sorted.
    pub(crate) statics: Vec<(String, Vec<u8>)>,
}

/// The strings of one language.
pub(crate) struct Strings {
    /// Their file, as shown to people.
    pub(crate) file: Arc<str>,
    /// By key.
    pub(crate) values: BTreeMap<String, String>,
}

/// Reads a theme's folder.
pub(crate) fn read(path: &Path, found: &mut Vec<Diagnostic>) -> Result<ThemeFiles> {
    let folder = Folder::new(path);
    let settings = folder.shown("theme.yaml");
    let mut listed = Vec::new();
    if let Some(source) = folder.text("theme.yaml", found)?
        && let Some(Parsed {
            value: RawTheme { name, receives },
            excused,
        }) = yaml::read(&source.file, &source.text, 0, found)
    {
        Fields::new(&source.file, &excused, found).text(
            "name",
            name,
            ("what the theme is called", "থিমের নাম"),
        );
        let names = |names: Vec<Text>| names.into_iter().map(|name| name.0).collect();
        listed = receives
            .unwrap_or_default()
            .into_iter()
            .map(|(template, values)| (template, names(values)))
            .collect();
    }
    let strings_folder = folder.folder("strings");
    let mut strings = Strings {
        file: strings_folder.shown("bn.yaml"),
        values: BTreeMap::new(),
    };
    if let Some(source) = strings_folder.text("bn.yaml", found)?
        && let Some(Parsed { value: raw, .. }) =
            yaml::read::<BTreeMap<String, Text>>(&source.file, &source.text, 0, found)
    {
        strings.values = raw.into_iter().map(|(key, text)| (key, text.0)).collect();
    }
    let mut templates = Vec::new();
    for (name, path) in walk(folder.folder("templates").path())? {
        if let Some(source) = files::read(&path, found)? {
            templates.push((name, source.file, source.text.to_string()));
        }
    }
    let statics = files(folder.folder("static").path())?;
    Ok(ThemeFiles {
        settings,
        receives: listed,
        templates,
        strings,
        statics,
    })
}

/// Name from there and bytes of every file below a folder, sorted; hidden files are passed over.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let bytes = |(name, path): (String, std::path::PathBuf)| {
        let bytes = std::fs::read(&path).map_err(|error| Error::read(&path, error))?;
        Ok((name, bytes))
    };
    walk(folder)?.into_iter().map(bytes).collect()
}

/// Every file below a folder with its name from there, sorted; hidden files are passed over.
fn walk(folder: &Path) -> Result<Vec<(String, std::path::PathBuf)>> {
    let mut list = Vec::new();
    if !folder.is_dir() {
        return Ok(list);
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::walk(folder, &error))?;
        if entry.file_type().is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            let name = entry
                .path()
                .strip_prefix(folder)
                .unwrap_or(entry.path())
                .to_string_lossy()
                .replace('\\', "/");
            list.push((name, entry.into_path()));
        }
    }
    Ok(list)
}
