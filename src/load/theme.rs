//! A theme's files: settings, templates, strings, static files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use memchr::memmem;
use serde::Deserialize;

use super::fields::Fields;
use super::files::{Folder, FolderEntry};
use super::limits::MAX_THEME_BYTES;
use super::schema::{AnyText, JsonSchema};
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::{Diagnostic, phrase, say};
use crate::disk::Kind;
use crate::model::{Place, Slug};

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
    /// অন্য একটি থিমের ফোল্ডার; এই থিমে যা নেই, তা সেখান থেকে নেওয়া হয়।
    ///
    /// The folder of another theme; what this one lacks is taken from there.
    #[schemars(with = "Option<Slug>")]
    extends: Option<Text>,
    /// কোন টেমপ্লেটের পাতা কোন স্টাইলশিট নেয়; `pictures` ছবিওয়ালা সব পাতা। বাকি সব পাতা নেয় style.css।
    ///
    /// Which style sheet the pages of a template have; `pictures` stands for all pages that show any. All others have
    /// style.css.
    #[schemars(with = "Option<BTreeMap<String, AnyText>>")]
    sheets: Option<BTreeMap<String, Text>>,
}

/// What a theme's folder holds.
pub(crate) struct ThemeFiles {
    /// The file `theme.yaml`, as shown to people.
    pub(crate) settings: Arc<str>,
    /// Which style sheets pages have.
    pub(crate) sheets: Vec<Sheet>,
    /// Name below `templates/`, file as shown, source; sorted.
    pub(crate) templates: Vec<(String, Arc<str>, String)>,
    /// Text for citizens in Bangla.
    pub(crate) strings: Strings,
    /// The same in English, by key; `None` when there is none.
    pub(crate) english: Option<BTreeMap<String, String>>,
    /// Name below `static/` and bytes; sorted.
    pub(crate) statics: Vec<(String, Vec<u8>)>,
}

/// The style sheet of some pages.
pub(crate) struct Sheet {
    /// The `theme.yaml` that names it, as shown to people.
    pub(crate) file: Arc<str>,
    /// The pages: their template, without its ending.
    pub(crate) page: String,
    /// The sheet's name in `static/`.
    pub(crate) name: String,
}

/// The strings of one language.
pub(crate) struct Strings {
    /// Their file, as shown to people.
    pub(crate) file: Arc<str>,
    /// By key.
    pub(crate) values: BTreeMap<String, String>,
}

/// A theme stands on at most so many others; more would be a circle, or nobody could say where a page comes from.
const MOST_BELOW: usize = 8;

/// Reads a theme, a folder among others, and below it the theme that it extends: a file of the same name, a string of the same
/// key and the sheet of the same pages stand for those below. `None`, with a finding, when there is no such theme below: then most of what it lacks is
/// not missing.
pub(crate) fn read(
    themes: &Path,
    name: &Slug,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<ThemeFiles>> {
    read_on(&Folder::new(themes), name, MOST_BELOW, found)
}

/// Whether there is a folder for a theme of this name; a link in its place is one, and is told of when it is read.
pub(crate) fn exists(themes: &Path, name: &Slug) -> bool {
    !Folder::new(themes).folder(name.as_str()).is_missing()
}

fn read_on(
    themes: &Folder,
    name: &Slug,
    most: usize,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<ThemeFiles>> {
    let folder = themes.folder(name.as_str());
    let (own, extends) = read_one(&folder, found)?;
    let base = match extends {
        Extends::Nothing => return Ok(Some(own)),
        Extends::Unreadable => return Ok(None),
        Extends::Theme(base) => base,
    };
    let place = Place::value(&own.settings, "extends");
    if most == 0 {
        found.push(say::theme_circle().at(place));
        return Ok(None);
    }
    if themes.folder(base.as_str()).is_missing() {
        found.push(say::unknown_theme_below(base, folder.path().display()).at(place));
        return Ok(None);
    }
    let below = read_on(themes, &base, most - 1, found)?;
    Ok(below.map(|below| own.over(below)))
}

impl ThemeFiles {
    /// These files over those of the theme below.
    fn over(self, below: Self) -> Self {
        let replaced = |name: &str| self.templates.iter().any(|(own, ..)| own == name);
        let mut templates: Vec<_> = below
            .templates
            .into_iter()
            .filter(|(name, ..)| !replaced(name))
            .collect();
        let mut statics = self.statics;
        for (name, bytes) in below.statics {
            match statics.iter_mut().find(|(own, _)| *own == name) {
                Some((_, own)) => {
                    import(own, &name, &bytes);
                }
                None => statics.push((name, bytes)),
            }
        }
        let mut sheets = below.sheets;
        sheets.retain(|sheet| !self.sheets.iter().any(|own| own.page == sheet.page));
        sheets.extend(self.sheets);
        templates.extend(self.templates);
        // As if all of them lay in one folder.
        templates.sort();
        statics.sort();
        let mut strings = below.strings.values;
        strings.extend(self.strings.values);
        let english = match (below.english, self.english) {
            (Some(mut below), Some(own)) => {
                below.extend(own);
                Some(below)
            }
            (below, own) => own.or(below),
        };
        Self {
            settings: self.settings,
            sheets,
            templates,
            strings: Strings {
                file: self.strings.file,
                values: strings,
            },
            english,
            statics,
        }
    }
}

/// Puts a sheet into another in the place of the line that asks for it. One that asks for its own name means that of the theme
/// below.
pub(crate) fn import(sheet: &mut Vec<u8>, name: &str, other: &[u8]) -> bool {
    let line = format!("@import \"{name}\";");
    let Some(at) = memmem::find(sheet, line.as_bytes()) else {
        return false;
    };
    sheet.splice(at..at + line.len(), other.iter().copied());
    true
}

/// What a theme says of the theme below.
enum Extends {
    Nothing,
    Theme(Slug),
    /// Something that cannot be the name of a folder, which has been reported.
    Unreadable,
}

/// A theme's own files, and the theme that it extends.
fn read_one(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<(ThemeFiles, Extends)> {
    let settings = folder.shown("theme.yaml");
    let mut below = Extends::Nothing;
    let mut sheets = Vec::new();
    if let Some(source) = folder.text("theme.yaml", found)?
        && let Some(Parsed {
            value:
                RawTheme {
                    name,
                    extends,
                    sheets: said,
                },
            excused,
        }) = yaml::read(&source.file, &source.text, 0, found)
    {
        let mut top = Fields::new(&source.file, &excused, found);
        top.text("name", name, &phrase::needs_theme_name);
        if extends.is_some() {
            let base = top.slug("extends", extends, &phrase::needs_extends);
            below = base.map_or(Extends::Unreadable, Extends::Theme);
        }
        let said = said.unwrap_or_default().into_iter();
        sheets.extend(said.map(|(page, name)| Sheet {
            file: Arc::clone(&settings),
            page,
            name: name.0,
        }));
    }
    let strings_folder = folder.folder("strings");
    let mut strings = Strings {
        file: strings_folder.shown("bn.yaml"),
        values: BTreeMap::new(),
    };
    // A theme that extends another need not have any of its own.
    let has_strings = matches!(below, Extends::Nothing) || strings_folder.has("bn.yaml", found)?;
    if has_strings {
        strings.values = spoken(&strings_folder, "bn.yaml", found)?.unwrap_or_default();
    }
    let english = if strings_folder.has("en.yaml", found)? {
        spoken(&strings_folder, "en.yaml", found)?
    } else {
        None
    };
    let mut templates = Vec::new();
    for (name, entry) in walk(&folder.folder("templates"), found)? {
        if let Some(source) = entry.text(found)? {
            templates.push((name, source.file, source.text.to_string()));
        }
    }
    let statics = statics(&folder.folder("static"), found)?;
    let own = ThemeFiles {
        settings,
        sheets,
        templates,
        strings,
        english,
        statics,
    };
    Ok((own, below))
}

/// The strings in a file of `strings/`, by key.
fn spoken(
    folder: &Folder,
    name: &str,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<BTreeMap<String, String>>> {
    let Some(source) = folder.text(name, found)? else {
        return Ok(None);
    };
    let parsed = yaml::read::<BTreeMap<String, Text>>(&source.file, &source.text, 0, found);
    Ok(parsed.map(|Parsed { value: raw, .. }| {
        raw.into_iter().map(|(key, text)| (key, text.0)).collect()
    }))
}

/// Name from there and bytes of every file below a folder that a person named, sorted; hidden files are passed over.
///
/// # Errors
/// When the machine cannot read one.
pub(crate) fn files(folder: &Path, found: &mut Vec<Diagnostic>) -> Result<Vec<(String, Vec<u8>)>> {
    statics(&Folder::new(folder), found)
}

fn statics(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut list = Vec::new();
    for (name, entry) in walk(folder, found)? {
        let bytes = entry.bytes(MAX_THEME_BYTES, found)?;
        list.extend(bytes.map(|bytes| (name, bytes)));
    }
    Ok(list)
}

/// Folders of a theme lie at most so deep in each other.
const MOST_FOLDERS: usize = 8;

/// Every file below a folder with its name from there, sorted; hidden files are passed over.
fn walk(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Vec<(String, FolderEntry)>> {
    let mut list = Vec::new();
    walk_on(folder, "", MOST_FOLDERS, &mut list, found)?;
    list.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(list)
}

fn walk_on(
    folder: &Folder,
    above: &str,
    most: usize,
    list: &mut Vec<(String, FolderEntry)>,
    found: &mut Vec<Diagnostic>,
) -> Result<()> {
    for entry in folder.entries(found)? {
        let name = format!("{above}{}", entry.name);
        if entry.kind == Kind::Folder && most > 0 {
            let below = folder.folder(&entry.name);
            walk_on(&below, &format!("{name}/"), most - 1, list, found)?;
        } else {
            list.push((name, entry));
        }
    }
    Ok(())
}
