//! Templates. The only file that names `tera`.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use crate::diagnostic::{Diagnostic, Place};
use crate::theme::Theme;

/// The theme's templates, compiled.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
    files: Vec<(String, Arc<str>)>,
}

/// Values for a template, converted once and shared by all pages that need them.
#[derive(Debug, Clone)]
pub struct Shared(Value);

impl Shared {
    /// Converts a value.
    pub fn new(value: &impl Serialize) -> Self {
        Self(Value::from_serializable(value))
    }
}

/// What one template receives; it can see nothing else.
#[derive(Debug, Clone, Default)]
pub struct Values(Context);

impl Values {
    /// Adds a value of this page.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.0.insert(key, value);
        self
    }

    /// Adds a value that other pages use too.
    #[must_use]
    pub fn with_shared(mut self, key: &'static str, value: &Shared) -> Self {
        self.0.insert_value(key, value.0.clone());
        self
    }
}

impl Engine {
    /// Compiles the theme's templates.
    ///
    /// # Errors
    /// The first mistake in a template, at its place.
    pub fn new(theme: &Theme) -> Result<Self, Diagnostic> {
        let files: Vec<_> = theme
            .templates
            .iter()
            .map(|template| (template.name.clone(), Arc::clone(&template.file)))
            .collect();
        let mut tera = Tera::new();
        let sources = theme
            .templates
            .iter()
            .map(|template| (template.name.as_str(), template.source.as_str()));
        let result = tera.add_raw_templates(sources);
        let engine = Self { tera, files };
        match result {
            Ok(()) => Ok(engine),
            Err(error) => Err(engine.finding(&error, "")),
        }
    }

    /// Renders a template to bytes, which are UTF-8.
    ///
    /// # Errors
    /// The mistake, at its place in the template: mostly a value that does not exist.
    pub fn render(&self, template: &str, values: &Values) -> Result<Vec<u8>, Diagnostic> {
        let mut html = Vec::with_capacity(16 * 1024);
        self.tera
            .render_to(template, &values.0, &mut html)
            .map_err(|error| self.finding(&error, template))?;
        Ok(html)
    }

    fn finding(&self, error: &tera::Error, rendering: &str) -> Diagnostic {
        let (name, range, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.filename().to_owned(),
                Some(report.span().range.clone()),
                report.message().to_owned(),
            ),
            ErrorKind::MissingParent { current, .. } => (current.clone(), None, error.to_string()),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (tpl.clone(), None, error.to_string())
            }
            _ => (rendering.to_owned(), None, error.to_string()),
        };
        let file = self
            .files
            .iter()
            .find(|(known, _)| *known == name)
            .map_or_else(|| Arc::from(name.as_str()), |(_, file)| Arc::clone(file));
        let place = range.map_or_else(|| Place::file(&file), |range| Place::bytes(&file, range));
        let message = message.lines().next().unwrap_or_default().to_owned();
        let hint = if rendering.is_empty() {
            "mend the template".to_owned()
        } else {
            format!(
                "the page was being made from `{rendering}`; themes/portal/README.md lists the values that each template receives"
            )
        };
        Diagnostic::error("template", place, message, hint)
    }
}
