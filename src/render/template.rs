//! Templates. The only file that names `tera`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Function, Kwargs, State, Tera, TeraResult, Value};

use super::fragment::{PartCall, part_mark};

use crate::diagnostic::{Diagnostic, say};
use crate::model::Place;
use crate::theme::{Attributes, Theme};

/// Stands before the name of a template that is a piece of its own. Under its own name those that include it find a mark.
const PIECE: &str = "piece:";

/// The function that prints the mark of a piece.
const MARK_OF_PIECE: &str = "__piece";

/// The theme's templates, compiled.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
    files: Vec<(String, Arc<str>)>,
    /// Templates that are pieces of their own.
    pieces: BTreeSet<String>,
}

/// Values for a template, converted once and shared by all pages that need them.
#[derive(Debug, Clone)]
pub struct SharedValue(Value);

impl SharedValue {
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
    pub fn with_shared(mut self, key: &'static str, value: &SharedValue) -> Self {
        self.0.insert_value(key, value.0.clone());
        self
    }

    /// Adds a value that a piece reads of where it stands, as its mark holds it.
    #[must_use]
    pub(super) fn with_argument(mut self, (key, json): &(String, String)) -> Self {
        let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
        let value = Value::from_serializable(&value);
        let (key, value) = match key.strip_prefix(SAFE) {
            Some(key) => (key, value.mark_safe()),
            None => (key.as_str(), value),
        };
        self.0.insert_value(key.to_owned(), value);
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
        let pieces: BTreeMap<_, _> = theme
            .pieces()
            .map(|(name, reads)| (name.clone(), reads.clone()))
            .collect();
        let names = pieces.keys().cloned().collect();
        let sources = theme.templates.iter().flat_map(|template| {
            let (name, source) = (template.name.as_str(), template.source.as_str());
            if !pieces.contains_key(name) {
                return vec![(Cow::Borrowed(name), Cow::Borrowed(source))];
            }
            let mark = format!("{{{{ {MARK_OF_PIECE}(name=\"{name}\") }}}}");
            vec![
                (Cow::Borrowed(name), Cow::Owned(mark)),
                (Cow::Owned(format!("{PIECE}{name}")), Cow::Borrowed(source)),
            ]
        });
        let sources: Vec<_> = sources.collect();
        tera.register_function(MARK_OF_PIECE, PieceMark { pieces });
        let result = tera.add_raw_templates(sources);
        let engine = Self {
            tera,
            files,
            pieces: names,
        };
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
        let name = if self.pieces.contains(template) {
            Cow::Owned(format!("{PIECE}{template}"))
        } else {
            Cow::Borrowed(template)
        };
        self.tera
            .render_to(&name, &values.0, &mut html)
            .map_err(|error| self.finding(&error, template))?;
        Ok(html)
    }

    /// What to say when text came out of a template in which the marks for an office's words are cut or changed.
    /// Texts without a template stand in the page's own.
    pub(super) fn damaged(&self, template: Option<&str>) -> Diagnostic {
        let template = template.unwrap_or("page.html");
        say::template_marks(template).at(Place::file(&self.file(template)))
    }

    /// What to say when a piece includes itself.
    pub(super) fn nested(&self, template: &str) -> Diagnostic {
        say::template_nested(template).at(Place::file(&self.file(template)))
    }

    fn file(&self, template: &str) -> Arc<str> {
        let template = template.strip_prefix(PIECE).unwrap_or(template);
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

/// Begins the name of an argument whose text is HTML already, which nobody may escape again.
const SAFE: char = '!';

/// Prints the mark of a piece where it is included, with what it reads of there.
struct PieceMark {
    pieces: BTreeMap<String, BTreeMap<String, Attributes>>,
}

impl Function<TeraResult<Value>> for PieceMark {
    fn call(&self, arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let template: &str = arguments.must_get("name")?;
        let reads = self.pieces.get(template).into_iter().flatten();
        let mut arguments = Vec::new();
        for (name, attributes) in reads {
            if let Some(value) = state.get::<Value>(name)? {
                arguments.push(argument(name, attributes.as_ref(), &value)?);
            }
        }
        let call = PartCall {
            template: template.to_owned(),
            arguments,
        };
        Ok(Value::safe_string(&part_mark(&call)))
    }
}

/// A value as an argument: the same values are always the same text, for pieces are told apart by it.
fn argument(
    name: &str,
    attributes: Option<&BTreeSet<String>>,
    value: &Value,
) -> TeraResult<(String, String)> {
    let json = |value: &Value| {
        // Tera's own maps have no order.
        serde_json::to_value(value).map_err(|error| tera::Error::message(error.to_string()))
    };
    let json = match (attributes, value.as_map()) {
        (Some(attributes), Some(map)) => attributes
            .iter()
            .filter_map(|key| Some((key.clone(), json(map.get(&key.clone().into())?))))
            .map(|(key, value)| Ok((key, value?)))
            .collect::<TeraResult<serde_json::Map<_, _>>>()?
            .into(),
        _ => json(value)?,
    };
    let safe = value.is_safe().then_some(SAFE);
    Ok((
        safe.into_iter().chain(name.chars()).collect(),
        json.to_string(),
    ))
}
