//! The shared theme, read once: templates, strings, static files.

mod asset;
mod reach;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::Result;
use crate::diagnostic::{Diagnostic, Place, say};
use crate::load::theme::{Receives, ThemeFiles, read};
use crate::model::{Language, Slug};

pub use wording::Wording;

/// A theme.
#[derive(Debug)]
pub struct Theme {
    /// Name and source of every template.
    pub templates: Vec<Template>,
    /// Text for citizens in Bangla.
    pub bangla: Wording,
    /// The same in English, where the theme has any; what it does not say in English it says in Bangla.
    pub english: Option<Wording>,
    /// Files that every portal carries, with the name under which pages link them.
    pub assets: Vec<Asset>,
    /// The script of a portal's service worker, `static/offline.js`; a theme may do without.
    pub worker: Option<Vec<u8>>,
    /// Which values of the portal a template receives, as `theme.yaml` lists them; a template that it does not list
    /// receives all.
    pub receives: BTreeMap<String, Vec<Given>>,
    /// Which values each template can show, itself or through its parts.
    reach: BTreeMap<String, BTreeSet<Given>>,
}

/// A value of a portal that `theme.yaml` can give to a template. What a template does not receive it cannot depend on, so
/// it is rendered once for all offices that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "themes/portal/README.md says what each holds")]
pub enum Given {
    Root,
    Office,
    Charter,
    Tables,
    Steps,
    Notices,
    Pages,
    Files,
}

impl Given {
    /// All of them, with their names in templates and in `theme.yaml`.
    pub const ALL: [(&'static str, Self); 8] = [
        ("root", Self::Root),
        ("office", Self::Office),
        ("charter", Self::Charter),
        ("tables", Self::Tables),
        ("steps", Self::Steps),
        ("notices", Self::Notices),
        ("pages", Self::Pages),
        ("files", Self::Files),
    ];

    /// Its name in templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }
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

impl Asset {
    /// Whether only the directory of all offices needs it: `directory.css`. Portals then do without it.
    #[must_use]
    pub fn is_of_directory(&self) -> bool {
        self.name.starts_with("directory.")
    }

    /// Whether only pages that people read need it, and reports do not: `page.js`, and what that loads.
    #[must_use]
    pub fn is_of_search(&self) -> bool {
        self.name.starts_with("page.") || self.name.starts_with("find.")
    }

    /// Whether only portals need it: `poster.css`.
    #[must_use]
    pub fn is_of_portals(&self) -> bool {
        self.name.starts_with("poster.")
    }

    /// Whether only portals that show pictures need it: `pictures.css`.
    #[must_use]
    pub fn is_of_pictures(&self) -> bool {
        self.name.starts_with("pictures.")
    }

    /// Whether only the report of a check needs it: `report.css`.
    #[must_use]
    pub fn is_of_report(&self) -> bool {
        self.name.starts_with("report.")
    }
}

/// Strings that the code itself asks for, beside those that templates use.
const NEEDED: [&str; 105] = [
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
    "country",
    "kind_citizen",
    "kind_institutional",
    "kind_internal",
    "audience_citizen",
    "audience_institutional",
    "audience_internal",
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
    "page_poster",
    "about_poster",
    "page_site_map",
    "about_site_map",
    "page_not_found",
    "about_not_found",
    "page_directory",
    "about_directory",
    "directory_title",
    "about_directory_place",
    "directory_division",
    "directory_district",
    "directory_upazila",
    "directory_part",
    "page_report",
    "about_report",
    "report_district_title",
    "about_report_district",
    "directory_count",
    "directory_advice",
    "search_list",
    "search_count",
    "search_all",
    "search_none",
    "search_advice",
    "search_services",
    "search_call",
    "search_page",
    "search_officer",
    "search_file",
    "search_passed_over",
    "search_alike",
    "offline_now",
    "offline_copy",
    "offline_back",
    "offline_again",
    "offline_missing",
    "offline_missing_title",
    "offline_missing_text",
    "services_count",
    "free_of_charge",
    "taka",
    "at_once",
    "within_days",
    "where_it_applies",
    "service_withdrawn",
    "notice_expires",
    "clock_hour",
    "clock_minutes",
    "clock_time",
    "clock_midnight",
    "clock_dawn",
    "clock_morning",
    "clock_noon",
    "clock_afternoon",
    "clock_evening",
    "clock_night",
    "not_found_text",
    "hotlines",
    "vacant",
    "name_unconfirmed",
    "menu",
];

/// The script of the service worker. It is no asset, for each portal has it in a file with what is to be kept of just it.
const WORKER: &str = "offline.js";

/// Templates that every theme has.
const TEMPLATES: [&str; 23] = [
    "shell.html",
    "home.html",
    "services.html",
    "service.html",
    "withdrawn.html",
    "charter.html",
    "vision-mission.html",
    "expectations.html",
    "officers.html",
    "grievance.html",
    "notices.html",
    "notice.html",
    "downloads.html",
    "contact.html",
    "poster.html",
    "page.html",
    "site-map.html",
    "not-found.html",
    "directory.html",
    "directory-shell.html",
    "report.html",
    "report-district.html",
    "report-shell.html",
];

impl Theme {
    /// Reads a theme, by the name of its folder in that of all themes; `None`, with findings, when it cannot be used. `minify` makes a style sheet smaller.
    ///
    /// # Errors
    /// When a file is there but cannot be read.
    pub fn read(
        themes: &Path,
        name: &Slug,
        minify_css: impl Fn(&str) -> String,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>> {
        let before = found.len();
        let Some(files) = read(themes, name, found)? else {
            return Ok(None);
        };
        let ThemeFiles {
            settings,
            receives,
            templates,
            strings,
            english,
            statics,
        } = files;
        for name in TEMPLATES {
            if !templates.iter().any(|(template, ..)| template == name) {
                found.push(say::missing_template(name).at(Place::file(&settings)));
            }
        }
        let receives = received(receives, &templates, found);
        for key in NEEDED {
            if !strings.values.contains_key(key) {
                found.push(say::missing_string(key).at(Place::file(&strings.file)));
            }
        }
        if crate::diagnostic::any_error(&found[before..]) {
            return Ok(None);
        }
        let templates: Vec<Template> = templates
            .into_iter()
            .map(|(name, file, source)| Template { name, file, source })
            .collect();
        let given = |name: &str| given(&receives, name).collect();
        let reach = reach::of_all(&templates, given);
        let mut assets = asset::all(statics, &minify_css)?;
        let worker = assets.iter().position(|asset| asset.name == WORKER);
        let worker = worker.map(|at| assets.remove(at).bytes);
        let english = english.map(|english| {
            let mut said = strings.values.clone();
            said.extend(english);
            Wording {
                language: Language::English,
                strings: said,
            }
        });
        let bangla = Wording {
            language: Language::Bangla,
            strings: strings.values,
        };
        Ok(Some(Self {
            templates,
            bangla,
            english,
            assets,
            worker,
            receives,
            reach,
        }))
    }

    /// What it says in a language; `None` when it does not speak it.
    #[must_use]
    pub fn wording(&self, language: Language) -> Option<&Wording> {
        match language {
            Language::Bangla => Some(&self.bangla),
            Language::English => self.english.as_ref(),
        }
    }

    /// The values of the portal that a template receives.
    pub fn given(&self, template: &str) -> impl Iterator<Item = Given> {
        given(&self.receives, template)
    }

    /// The values of the portal that a template can show, itself or through its parts.
    #[must_use]
    pub fn reach(&self, template: &str) -> &BTreeSet<Given> {
        static NONE: BTreeSet<Given> = BTreeSet::new();
        self.reach.get(template).unwrap_or(&NONE)
    }

    /// Where a page's style sheet is written, by its name below `static/`; that of `style.css` where the theme has none of
    /// that name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> &str {
        let named = |name: &str| self.assets.iter().find(|asset| asset.name == name);
        let sheet = named(name).or_else(|| named("style.css"));
        sheet.map_or("", |sheet| &sheet.path)
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

/// What a template receives: what is listed for it, everything when nothing is.
fn given(
    receives: &BTreeMap<String, Vec<Given>>,
    template: &str,
) -> impl Iterator<Item = Given> + use<> {
    let listed = receives.get(template).cloned();
    Given::ALL
        .into_iter()
        .map(|(_, given)| given)
        .filter(move |given| listed.as_ref().is_none_or(|listed| listed.contains(given)))
}

/// What `theme.yaml` says of its templates; both sides are names that must exist.
fn received(
    listed: Vec<Receives>,
    templates: &[(String, Arc<str>, String)],
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Vec<Given>> {
    let mut receives = BTreeMap::new();
    for Receives {
        file,
        template,
        values,
    } in listed
    {
        let name = format!("{template}.html");
        if !templates.iter().any(|(known, ..)| *known == name) {
            found.push(
                say::unknown_template(&name).at(Place::key(&file, format!("receives.{template}"))),
            );
        }
        let known = Given::ALL.map(|(name, _)| name).join(", ");
        let mut given = Vec::new();
        for (at, wanted) in values.iter().enumerate() {
            match Given::ALL.iter().find(|(known, _)| known == wanted) {
                Some((_, value)) => given.push(*value),
                None => found.push(
                    say::unknown_value(wanted, &known)
                        .at(Place::value(&file, format!("receives.{template}[{at}]"))),
                ),
            }
        }
        receives.insert(name, given);
    }
    receives
}
