//! The shared theme, read once: templates, strings, static files.

mod asset;
mod markup;
mod needed;
mod needs;
mod source;
mod tokens;
mod uses;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::Result;
use crate::diagnostic::{Diagnostic, say};
use crate::load::theme::{Strings, ThemeFiles, read};
use crate::model::{Language, Place, Slug};

use needs::Needs;
pub(crate) use source::Attributes;
use source::Source;
pub use uses::Use;
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
    /// The style sheets that `theme.yaml` names, by the templates of their pages.
    pub sheets: BTreeMap<String, String>,
    /// Which values of the portal each template needs.
    needs: Needs,
}

/// A value of a portal that templates can name. What a template does not name it cannot depend on, so it is rendered once
/// for all offices that say the same.
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
    /// All of them, with their names in templates.
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

    /// The value that a template means by a name. Who names the way to what all languages share needs the way to the first
    /// page as well.
    fn of(name: &str) -> Option<Self> {
        let name = if name == "top" { "root" } else { name };
        let mut all = Self::ALL.into_iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, given)| given)
    }
}

/// What every template receives, beside the values of the portal that it names.
const EVERYWHERE: [&str; 5] = ["s", "assets", "country", "other", "lang"];

/// Whether a name means the same in every template of a portal.
fn is_reserved(name: &str) -> bool {
    EVERYWHERE.contains(&name) || Given::of(name).is_some()
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
    /// The files that it names, if it is a script.
    links: Vec<String>,
    /// Whether another sheet has it in itself.
    is_imported: bool,
    /// What it is written with.
    uses: BTreeSet<Use>,
}

impl Asset {
    /// Whether it is written with something.
    #[must_use]
    pub fn is_for(&self, what: Use) -> bool {
        self.uses.contains(&what)
    }

    /// Its name in templates: `style_css`.
    fn key(&self) -> String {
        self.name.replace(['.', '-', '/'], "_")
    }
}

/// The script of the service worker. It is no asset, for each portal has it in a file with what is to be kept of just it.
const WORKER: &str = "offline.js";

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
            sheets: listed,
            templates,
            strings,
            english,
            statics,
        } = files;
        for name in needed::TEMPLATES {
            if !templates.iter().any(|(template, ..)| template == name) {
                found.push(say::missing_template(name).at(Place::file(&settings)));
            }
        }
        for key in needed::STRINGS {
            if !strings.values.contains_key(key) {
                found.push(say::missing_string(key).at(Place::file(&strings.file)));
            }
        }
        let sheets = uses::sheets(listed, &templates, &statics, found);
        let templates: Vec<Template> = templates
            .into_iter()
            .map(|(name, file, source)| Template { name, file, source })
            .collect();
        let needs = needs(&templates, &strings, found);
        if crate::diagnostic::any_error(&found[before..]) {
            return Ok(None);
        }
        let mut assets = asset::all(statics, &minify_css)?;
        let worker = assets.iter().position(|asset| asset.name == WORKER);
        let worker = worker.map(|at| assets.remove(at).bytes);
        uses::note(&mut assets, &sheets, &needs.assets);
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
            sheets,
            needs,
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

    /// The values of the portal that a template needs.
    pub fn given(&self, template: &str) -> impl Iterator<Item = Given> {
        self.needs
            .named
            .get(template)
            .into_iter()
            .flatten()
            .copied()
    }

    /// The values of the portal that a template can show, itself or through its pieces.
    #[must_use]
    pub fn reach(&self, template: &str) -> &BTreeSet<Given> {
        static NONE: BTreeSet<Given> = BTreeSet::new();
        self.needs.reach.get(template).unwrap_or(&NONE)
    }

    /// Whether a template can show a key of `charter`, itself or through its pieces.
    #[must_use]
    pub fn shows_of_charter(&self, template: &str, key: &str) -> bool {
        let read = self.needs.charter.get(template);
        // Who hands the whole value on may show all of it.
        read.is_some_and(|keys| keys.as_ref().is_none_or(|keys| keys.contains(key)))
    }

    /// The included templates that are pieces of their own, each with the names that it reads of where it is included, and
    /// what it reads of them, `None` for all.
    pub fn pieces(&self) -> impl Iterator<Item = (&String, &BTreeMap<String, Attributes>)> {
        self.needs.pieces.iter()
    }

    /// Where the style sheet of a template's pages is written, of those that show pictures or those that do not; that of
    /// `style.css` where `theme.yaml` names none.
    #[must_use]
    pub fn sheet(&self, template: &str, shows_pictures: bool) -> &str {
        let of_pictures = self.sheets.get(uses::PICTURES).filter(|_| shows_pictures);
        let page = template.strip_suffix(".html").unwrap_or(template);
        let name = of_pictures.or_else(|| self.sheets.get(page));
        let name = name.map_or(uses::SHEET, String::as_str);
        let sheet = self.assets.iter().find(|asset| asset.name == name);
        sheet.map_or("", |sheet| &sheet.path)
    }

    /// Where an asset is written, by its name below `static/`.
    #[must_use]
    pub fn asset_paths(&self) -> BTreeMap<String, String> {
        let assets = self.assets.iter();
        assets
            .map(|asset| (asset.key(), asset.path.clone()))
            .collect()
    }
}

/// Reads what the templates need; what they name must be there.
fn needs(templates: &[Template], strings: &Strings, found: &mut Vec<Diagnostic>) -> Needs {
    let sources: BTreeMap<&str, Source> = templates
        .iter()
        .map(|template| (&*template.name, Source::read(&template.source)))
        .collect();
    for template in templates {
        let source = &sources[&*template.name];
        let place = |range: &Range<usize>| Place::bytes(&template.file, range.clone());
        // Those that the code asks for have been missed already.
        let missing =
            |key: &str| !strings.values.contains_key(key) && !needed::STRINGS.contains(&key);
        for (key, range) in source.strings.iter().filter(|(key, _)| missing(key)) {
            found.push(say::missing_string(key).at(place(range)));
        }
        for scope in source.scopes() {
            let named = scope.includes.iter().chain(&scope.extends);
            for include in named.filter(|include| !sources.contains_key(&*include.name)) {
                found.push(say::template_include(&include.name).at(place(&include.range)));
            }
        }
    }
    Needs::of(&sources)
}
