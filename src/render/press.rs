//! The press: the theme, compiled, with what every template receives.

use std::collections::HashMap;

use super::minify::Minifier;
use super::skeleton::{any_place, any_place_in_json};
use super::structured::opening_hours;
use super::template::{Engine, Shared, Values};
use super::view::CountryView;
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Places};
use crate::theme::{Given, Theme};

/// What prints all portals of a build.
#[derive(Debug)]
pub struct Press<'a> {
    pub(super) theme: &'a Theme,
    pub(super) engine: &'a Engine,
    pub(super) minifier: Minifier,
    strings: Shared,
    assets: Shared,
    country: Shared,
    /// When offices are open, in the short form of schema.org.
    pub(super) opening: Option<String>,
    /// Which values of the portal each template receives.
    receives: HashMap<&'a str, Vec<Given>, ahash::RandomState>,
    /// Marks in place of an office's words.
    pub(super) any_place: Places,
    /// The same inside JSON.
    pub(super) any_place_in_json: Places,
}

impl<'a> Press<'a> {
    /// Converts what all templates receive.
    #[must_use]
    pub fn new(
        country: &Country,
        theme: &'a Theme,
        engine: &'a Engine,
        minifier: Minifier,
    ) -> Self {
        Self {
            strings: Shared::new(&theme.strings),
            assets: Shared::new(&theme.asset_paths()),
            country: Shared::new(&CountryView::new(country, theme)),
            opening: opening_hours(country),
            receives: theme
                .templates
                .iter()
                .map(|template| (&*template.name, theme.given(&template.name).collect()))
                .collect(),
            any_place: any_place(),
            any_place_in_json: any_place_in_json(),
            theme,
            engine,
            minifier,
        }
    }

    /// What every template receives.
    pub(super) fn common(&self) -> Values {
        Values::default()
            .with_shared("s", &self.strings)
            .with_shared("assets", &self.assets)
            .with_shared("country", &self.country)
    }

    /// The values of the portal that a template receives.
    pub(super) fn receives(&self, template: &str) -> &[Given] {
        self.receives.get(template).map_or(&[], Vec::as_slice)
    }

    /// Renders and minifies.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn print(&self, template: &str, values: &Values) -> Result<Vec<u8>, Diagnostic> {
        Ok(self.minifier.html(self.engine.render(template, values)?))
    }
}
