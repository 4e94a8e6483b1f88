//! The shared theme, read once: templates, strings, static files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place};
use crate::load::theme::{ThemeFiles, read};
use crate::{Error, Result};

/// A theme.
#[derive(Debug)]
pub struct Theme {
    /// Name and source of every template.
    pub templates: Vec<Template>,
    /// Text for citizens, by key.
    pub strings: BTreeMap<String, String>,
    /// Files that every portal carries, with the name under which pages link them.
    pub assets: Vec<Asset>,
}

/// A template's source.
#[derive(Debug, Hash)]
pub struct Template {
    /// Its path below `templates/`: `home.html`.
    pub name: String,
    /// Its file, as shown to people.
    pub file: Arc<str>,
    /// Its text.
    pub source: String,
}

/// A file below `static/`.
#[derive(Debug)]
pub struct Asset {
    /// Its path below `static/`: `style.css`.
    pub name: String,
    /// Where it is written, with a digest of its bytes, so that browsers may keep it for ever: `assets/style.1a2b3c4d.css`.
    pub path: String,
    /// Its bytes, minified where we know how.
    pub bytes: Vec<u8>,
}

/// Strings that the code itself asks for, beside those that templates use.
const NEEDED: [&str; 43] = [
    "month_1",
    "month_2",
    "month_3",
    "month_4",
    "month_5",
    "month_6",
    "month_7",
    "month_8",
    "month_9",
    "month_10",
    "month_11",
    "month_12",
    "size_kilobytes",
    "size_megabytes",
    "feed_title",
    "about_service",
    "page_home",
    "about_home",
    "page_charter",
    "about_charter",
    "page_services",
    "about_services",
    "page_vision_mission",
    "about_vision_mission",
    "page_expectations",
    "about_expectations",
    "page_officers",
    "about_officers",
    "page_grievance",
    "about_grievance",
    "page_notices",
    "about_notices",
    "page_downloads",
    "about_downloads",
    "page_contact",
    "about_contact",
    "page_site_map",
    "about_site_map",
    "page_not_found",
    "about_not_found",
    "page_directory",
    "about_directory",
    "menu",
];

/// Templates that every theme has.
const TEMPLATES: [&str; 18] = [
    "shell.html",
    "home.html",
    "services.html",
    "service.html",
    "charter.html",
    "vision-mission.html",
    "expectations.html",
    "officers.html",
    "grievance.html",
    "notices.html",
    "notice.html",
    "downloads.html",
    "contact.html",
    "page.html",
    "site-map.html",
    "not-found.html",
    "directory.html",
    "directory-shell.html",
];

impl Theme {
    /// Reads the theme in a folder; `None`, with findings, when it cannot be used. `minify` makes a style sheet smaller.
    ///
    /// # Errors
    /// When a file is there but cannot be read.
    pub fn read(
        folder: &Path,
        minify_css: impl Fn(&str) -> String,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>> {
        let before = found.len();
        let ThemeFiles {
            settings,
            templates,
            strings,
            statics,
        } = read(folder, found)?;
        for name in TEMPLATES {
            if !templates.iter().any(|(template, ..)| template == name) {
                found.push(Diagnostic::error(
                    "missing-template",
                    Place::file(&settings),
                    (
                        format!("the theme has no template `{name}`"),
                        format!("থিমে `{name}` টেমপ্লেটটি নেই"),
                    ),
                    ("add it below templates/", "templates/ ফোল্ডারে যোগ করুন"),
                ));
            }
        }
        for key in NEEDED {
            if !strings.values.contains_key(key) {
                found.push(Diagnostic::error(
                    "missing-string",
                    Place::file(&strings.file),
                    (
                        format!("the string `{key}` is missing"),
                        format!("`{key}` লেখাটি নেই"),
                    ),
                    (
                        "add it; text for citizens lives in strings/",
                        "যোগ করুন; নাগরিকের জন্য সব লেখা strings/ ফোল্ডারে থাকে",
                    ),
                ));
            }
        }
        if crate::diagnostic::any_error(&found[before..]) {
            return Ok(None);
        }
        let templates = templates
            .into_iter()
            .map(|(name, file, source)| Template { name, file, source })
            .collect();
        let assets = statics
            .into_iter()
            .map(|(name, bytes)| asset(name, bytes, &minify_css))
            .collect::<Result<_>>()?;
        Ok(Some(Self {
            templates,
            strings: strings.values,
            assets,
        }))
    }

    /// A string that the code asks for; [`Theme::read`] made sure that it is there.
    #[must_use]
    pub fn string(&self, key: &str) -> &str {
        self.strings.get(key).map_or("", String::as_str)
    }

    /// Where an asset is written, by its name below `static/`.
    #[must_use]
    pub fn asset_paths(&self) -> BTreeMap<String, String> {
        self.assets
            .iter()
            .map(|asset| (asset.name.replace(['.', '-', '/'], "_"), asset.path.clone()))
            .collect()
    }
}

fn asset(name: String, bytes: Vec<u8>, minify_css: &impl Fn(&str) -> String) -> Result<Asset> {
    let bytes = if Path::new(&name)
        .extension()
        .is_some_and(|ending| ending == "css")
    {
        let text = String::from_utf8(bytes)
            .map_err(|_| Error::Theme(format!("static/{name} is not UTF-8")))?;
        minify_css(&text).into_bytes()
    } else {
        bytes
    };
    let digest = &blake3::hash(&bytes).to_hex()[..8];
    let path = match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{digest}.{ending}"),
        None => format!("assets/{name}.{digest}"),
    };
    Ok(Asset { name, path, bytes })
}
