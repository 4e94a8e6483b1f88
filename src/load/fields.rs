//! Raw fields → values of the model, noting every mistake at its key.

use std::fmt::Display;
use std::sync::Arc;

use super::limits::MAX_TITLE_CHARS;
use super::reader::Reader;
use super::text::Text;
use super::{spreadsheet, table, windows, yaml};
use crate::diagnostic::{Diagnostic, Message, Said, phrase, say};
use crate::model::{PLACEHOLDERS, Place, Post, SharedText, Slug, on_one_line};

/// What to write for a key: a phrase of the catalogue.
pub(super) type Hint<'a> = &'a dyn Fn() -> Message;

/// A map of a YAML file that is being read, and where its mistakes go.
pub(super) struct Fields<'a> {
    file: &'a Arc<str>,
    path: String,
    excused: &'a [String],
    found: &'a mut Vec<Diagnostic>,
}

impl Reader for Fields<'_> {
    fn tell(&mut self, key: &str, said: Said) {
        let place = Place::value(self.file, self.path(key));
        self.found.push(said.at(place));
    }
}

impl<'a> Fields<'a> {
    /// The top of a file. `excused` are keys that are known to be unusable; their absence is no news.
    pub(super) fn new(
        file: &'a Arc<str>,
        excused: &'a [String],
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            file,
            path: String::new(),
            excused,
            found,
        }
    }

    /// A map or an item below this one.
    pub(super) fn below(&mut self, step: impl Display) -> Fields<'_> {
        Fields {
            file: self.file,
            path: join(&self.path, &step.to_string()),
            excused: self.excused,
            found: self.found,
        }
    }

    /// The path of a key here.
    pub(super) fn path(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// Notes that a key is missing.
    pub(super) fn missing(&mut self, key: &str, hint: Hint<'_>) {
        if self.excused.contains(&self.path(key)) {
            return;
        }
        let place = if self.path.is_empty() {
            Place::file(self.file)
        } else {
            Place::value(self.file, self.path.clone())
        };
        self.found
            .push(say::missing_key(key).with(hint()).at(place));
    }

    /// A post that must be named, and that the department has.
    pub(super) fn needed_post(
        &mut self,
        key: &str,
        value: Option<Text>,
        posts: &[Post],
    ) -> Option<Slug> {
        let id = self.text(key, value, &phrase::needs_post)?;
        self.post(key, &id, posts)
    }

    /// A text that must be there and hold something.
    pub(super) fn text(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<String> {
        match value {
            Some(Text(text)) if is_name(key) && text.chars().count() > MAX_TITLE_CHARS => {
                self.tell(key, say::too_long(key, MAX_TITLE_CHARS));
                None
            }
            Some(Text(text)) if !text.trim().is_empty() => Some(self.lines(key, text)),
            Some(_) => {
                self.tell(key, say::empty_value(key).with(hint()));
                None
            }
            None => {
                self.missing(key, hint);
                None
            }
        }
    }

    /// A name in one line, which is told where it was written on several, and says something; all else keeps its lines. The
    /// name of a service is a cell of the charter, and no name alone.
    fn lines(&mut self, key: &str, text: String) -> String {
        let is_cell =
            key == "name" && self.path.starts_with("services.") && !self.path.contains(".forms[");
        if is_cell || !(is_name(key) || key == "summary") {
            return text;
        }
        let place = Place::value(self.file, self.path(key));
        self.found.extend(spreadsheet::finding(&place, text.trim()));
        if text.contains('\n') {
            self.found.push(table::line_break(place));
            on_one_line(&text).into_owned()
        } else {
            text
        }
    }

    /// A text in which nothing is filled in: a placeholder would be printed as it is.
    pub(super) fn fixed(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<String> {
        let text = self.text(key, value, hint)?;
        self.is_filled(key, &text).then_some(text)
    }

    /// A text that may hold placeholders, and must be there.
    pub(super) fn shared(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<SharedText> {
        let text = self.text(key, value, hint)?;
        self.placeholders(key, &text)
    }

    /// Text whose placeholders are all known.
    pub(super) fn placeholders(&mut self, key: &str, text: &str) -> Option<SharedText> {
        match SharedText::parse(text) {
            Ok(shared) => Some(shared),
            Err(unknown) => {
                let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ");
                let said = say::unknown_placeholder(format!("{{{unknown}}}"), &known);
                let said = match yaml::nearest(&unknown, &PLACEHOLDERS) {
                    Some(close) => said.with(phrase::placeholder_meant(close, known)),
                    None => said,
                };
                self.tell(key, said);
                None
            }
        }
    }

    /// A name that becomes part of an address.
    pub(super) fn slug(&mut self, key: &str, value: Option<Text>, hint: Hint<'_>) -> Option<Slug> {
        let text = self.text(key, value, hint)?;
        let slug = Slug::parse(&text);
        if slug.is_none() {
            self.tell(key, name_said(&text, say::bad_id(&text)));
        }
        slug
    }

    /// A name of which a folder is made.
    pub(super) fn folder(
        &mut self,
        key: &str,
        value: Option<Text>,
        hint: Hint<'_>,
    ) -> Option<Slug> {
        let name = self.slug(key, value, hint)?;
        let place = || Place::value(self.file, self.path(key));
        self.found.extend(windows::refused(name.as_str(), place));
        Some(name)
    }
}

/// Whether a key holds a title or a name, which stands on many pages and in menus.
fn is_name(key: &str) -> bool {
    matches!(
        key,
        "title"
            | "name"
            | "office_name"
            | "officer"
            | "upazila"
            | "state"
            | "label"
            | "ministry"
            | "room"
    )
}

/// What is said of a name that cannot be part of an address: that it is too long, if that is what is wrong with it.
pub(super) fn name_said(name: &str, said: Said) -> Said {
    if Slug::is_too_long(name) {
        said.with(phrase::shorter_name())
    } else {
        said
    }
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() || step.starts_with('[') {
        format!("{path}{step}")
    } else {
        format!("{path}.{step}")
    }
}
