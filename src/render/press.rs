//! The press: the theme, compiled, with what every template receives.

use super::minify::Minifier;
use super::skeleton::any_place;
use super::template::{Engine, Shared, Values};
use super::view::CountryView;
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Places};
use crate::theme::Theme;

/// What prints all portals of a build.
#[derive(Debug)]
pub struct Press<'a> {
    pub(super) theme: &'a Theme,
    pub(super) engine: &'a Engine,
    minifier: Minifier,
    strings: Shared,
    assets: Shared,
    country: Shared,
    /// Marks in place of an office's words.
    pub(super) any_place: Places,
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
            any_place: any_place(),
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

    /// Renders and minifies.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn print(&self, template: &str, values: &Values) -> Result<Vec<u8>, Diagnostic> {
        Ok(self.minifier.html(self.engine.render(template, values)?))
    }
}
