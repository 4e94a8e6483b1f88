//! Templates. The only file that names `tera`.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Function, Kwargs, State, Tera, TeraResult, Value};

use super::skeleton::{PartCall, part_mark};

use crate::diagnostic::{Diagnostic, Place, say};
use crate::theme::{Given, Theme};

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
    pub fn with(
        mut self,
        key: impl Into<Cow<'static, str>>,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
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
        tera.set_escape_fn(super::lines::escape);
        tera.register_function("part", Part::of(theme));
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

    /// What to say when text came out of a template in which the marks for an office's words are cut or changed.
    /// Texts without a template stand in the page's own.
    pub(super) fn damaged(&self, template: Option<&str>) -> Diagnostic {
        let template = template.unwrap_or("page.html");
        say::template_marks(template).at(Place::file(&self.file(template)))
    }

    /// What to say when a part asks for itself.
    pub(super) fn nested(&self, template: &str) -> Diagnostic {
        say::template_nested(template).at(Place::file(&self.file(template)))
    }

    fn file(&self, template: &str) -> Arc<str> {
        self.files
            .iter()
            .find(|(known, _)| known == template)
            .map_or_else(|| Arc::from(template), |(_, file)| Arc::clone(file))
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
        let file = self.file(&name);
        let place = range.map_or_else(|| Place::file(&file), |range| Place::bytes(&file, range));
        let message = message.lines().next().unwrap_or_default().to_owned();
        let said = if rendering.is_empty() {
            say::template_fault(message)
        } else {
            say::template_value(message, rendering)
        };
        said.at(place)
    }
}

/// `part(name="person")`: stands in a template for `parts/person.html`, which is rendered apart, once for all that say the
/// same. Further arguments are text and become values of the part.
struct Part {
    known: Vec<String>,
}

impl Part {
    fn of(theme: &Theme) -> Self {
        let names = theme.templates.iter().map(|template| &*template.name);
        Self {
            known: names.map(str::to_owned).collect(),
        }
    }
}

impl Function<TeraResult<Value>> for Part {
    fn call(&self, arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        let name: &str = arguments.must_get("name")?;
        let template = format!("parts/{name}.html");
        if !self.known.contains(&template) {
            let message = format!("there is no part `{name}`: the file {template} is missing");
            return Err(tera::Error::message(message));
        }
        let mut further = Vec::new();
        for (key, value) in arguments.iter() {
            let key = key.to_string();
            if super::press::SHARED.contains(&&*key)
                || Given::ALL.iter().any(|(given, _)| *given == key)
            {
                // Whoever could say these of a part could lead its links anywhere.
                let message =
                    format!("`{key}` is a value of the portal; give the argument another name");
                return Err(tera::Error::message(message));
            }
            if key != "name" {
                let text = value.as_str().ok_or_else(|| {
                    tera::Error::message(format!(
                        "`{key}` must be a text; a part receives no other"
                    ))
                })?;
                further.push((key, text.to_owned()));
            }
        }
        further.sort();
        let call = PartCall {
            template,
            arguments: further,
        };
        Ok(Value::safe_string(&part_mark(&call)))
    }
}
