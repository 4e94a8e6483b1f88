//! An edition: the theme in one language, compiled, with what every template receives.

use serde::Serialize;

use super::country_view::CountryView;
use super::lang_tags;
use super::lines;
use super::marks::{any_place, any_place_in_json};
use super::minify::Minifier;
use super::structured::opening_hours;
use super::template::{Engine, SharedValue, Values};
use super::texts::PassedOver;
use crate::diagnostic::Diagnostic;
use crate::hashing::HashMap;
use crate::model::{Country, Hotline, Language, Places};
use crate::theme::{Given, Theme, Wording};

/// What renders all portals of a build in one language.
#[derive(Debug)]
pub struct Edition<'a> {
    pub(super) theme: &'a Theme,
    /// What it says in its language.
    pub(super) wording: &'a Wording,
    pub(super) engine: &'a Engine,
    pub(super) minifier: Minifier,
    strings: SharedValue,
    assets: SharedValue,
    country: SharedValue,
    /// Numbers for emergencies, in its language.
    pub(super) hotlines: Vec<Hotline>,
    /// When offices are open, in the short form of schema.org.
    pub(super) opening: Option<String>,
    /// Which values of the portal each template needs.
    needs: HashMap<&'a str, Vec<Given>>,
    /// Words by which the search finds no text.
    pub(super) passed_over: PassedOver<'a>,
    /// The languages of all portals.
    pub(super) languages: Vec<Language>,
    /// The language of the same portals beside this one, and the folder of its pages.
    other: SharedValue,
    /// Marks in place of an office's words.
    pub(super) any_place: Places,
    /// The same inside JSON.
    pub(super) any_place_in_json: Places,
}

impl<'a> Edition<'a> {
    /// Converts what all templates receive.
    #[must_use]
    pub fn new(
        country: &Country,
        theme: &'a Theme,
        wording: &'a Wording,
        engine: &'a Engine,
        minifier: Minifier,
    ) -> Self {
        Self {
            strings: SharedValue::new(&wording.strings),
            assets: SharedValue::new(&theme.asset_paths()),
            country: SharedValue::new(&CountryView::new(country, wording)),
            hotlines: country.hotlines.clone(),
            opening: opening_hours(country),
            needs: theme
                .templates
                .iter()
                .map(|template| (&*template.name, theme.given(&template.name).collect()))
                .collect(),
            passed_over: PassedOver::new(wording.string("search_passed_over")),
            languages: country.languages.clone(),
            other: SharedValue::new(&other(country, wording.language)),
            any_place: any_place(wording.language),
            any_place_in_json: any_place_in_json(wording.language),
            theme,
            wording,
            engine,
            minifier,
        }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.wording.language
    }

    /// What every template receives.
    pub(super) fn common(&self) -> Values {
        Values::default()
            .with_shared("s", &self.strings)
            .with_shared("assets", &self.assets)
            .with_shared("country", &self.country)
            .with_shared("other", &self.other)
            .with("lang", self.language().key())
    }

    /// The values of the portal that a template needs.
    pub(super) fn needs(&self, template: &str) -> &[Given] {
        self.needs.get(template).map_or(&[], Vec::as_slice)
    }

    /// The way from a page to the folder in which lies what all languages share; `depth` counts from the first page of the
    /// language.
    pub(super) fn top(&self, depth: usize) -> String {
        "../".repeat(depth) + &self.language().up()
    }

    /// Renders and minifies; what is not in its language says so.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn print(&self, template: &str, values: &Values) -> Result<Vec<u8>, Diagnostic> {
        let html = self.minifier.html(self.engine.render(template, values)?);
        Ok(self.in_its_language(lines::broken(html)))
    }

    /// The same for what each office has for itself, which is only freed of white space.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn print_own(&self, template: &str, values: &Values) -> Result<Vec<u8>, Diagnostic> {
        let html = self
            .minifier
            .own_html(self.engine.render(template, values)?);
        Ok(self.in_its_language(lines::broken(html)))
    }

    /// HTML in which everything says its language that is not in its own.
    pub(super) fn in_its_language(&self, html: Vec<u8>) -> Vec<u8> {
        match self.language() {
            Language::Bangla => html,
            Language::English => lang_tags::tagged(&html),
        }
    }
}

/// The other language.
#[derive(Serialize)]
struct OtherView {
    /// For `lang` and `hreflang`.
    key: &'static str,
    /// Where its pages lie in a portal: empty, or with a slash at the end.
    folder: &'static str,
}

/// The language beside this one, where portals have one.
fn other(country: &Country, language: Language) -> Option<OtherView> {
    let other = language.other();
    country.languages.contains(&other).then(|| OtherView {
        key: other.key(),
        folder: other.folder(),
    })
}
