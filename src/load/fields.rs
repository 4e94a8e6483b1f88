//! Raw fields → values of the model, noting every mistake at its key.

use std::fmt::Display;
use std::sync::Arc;

use super::limits::MAX_TITLE_CHARS;
use super::reader::Reader;
use super::text::Text;
use super::{spreadsheet, table, windows};
use crate::diagnostic::{Diagnostic, Message, Place, Said, phrase};
use crate::model::{PLACEHOLDERS, SharedText, Slug, digits, on_one_line, placeholders};

/// What to write for a key, in English and in Bangla.
pub(super) type Hint<'a> = (&'a str, &'a str);

/// A map of a YAML file that is being read, and where its mistakes go.
pub(super) struct Fields<'a> {
    file: &'a Arc<str>,
    path: String,
    excused: &'a [String],
    found: &'a mut Vec<Diagnostic>,
}

impl Reader for Fields<'_> {
    fn wrong(
        &mut self,
        key: &str,
        code: &'static str,
        message: impl Into<Message>,
        hint: impl Into<Message>,
    ) {
        let place = Place::value(self.file, self.path(key));
        self.found.push(Diagnostic::new(code, place, message, hint));
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

    /// Notes what is said of the value of a key.
    pub(super) fn tell(&mut self, key: &str, said: Said) {
        let place = Place::value(self.file, self.path(key));
        self.found.push(said.at(place));
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
        self.found.push(Diagnostic::error(
            "missing-key",
            place,
            (
                format!("`{key}` is missing here"),
                format!("এখানে `{key}` নেই"),
            ),
            hint,
        ));
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
                self.wrong(
                    key,
                    "too-long",
                    too_long(key, MAX_TITLE_CHARS),
                    TOO_LONG_HINT,
                );
                None
            }
            Some(Text(text)) if !text.trim().is_empty() => Some(self.lines(key, text)),
            Some(_) => {
                self.wrong(
                    key,
                    "empty-value",
                    (format!("`{key}` is empty"), format!("`{key}` খালি")),
                    hint,
                );
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
                let hint = match super::yaml::nearest(&unknown, &PLACEHOLDERS) {
                    Some(close) => (
                        format!("did you mean {{{close}}}? The placeholders are {known}"),
                        format!("আপনি কি {{{close}}} বোঝাতে চেয়েছেন? নির্ধারিত শব্দগুলো হলো {known}"),
                    ),
                    None => (
                        format!("the placeholders are {known}"),
                        format!("নির্ধারিত শব্দগুলো হলো {known}"),
                    ),
                };
                self.wrong(
                    key,
                    "unknown-placeholder",
                    (
                        format!("{{{unknown}}} is not a placeholder"),
                        format!("{{{unknown}}} কোনো নির্ধারিত শব্দ নয়"),
                    ),
                    hint,
                );
                None
            }
        }
    }

    /// A name that becomes part of an address.
    pub(super) fn slug(&mut self, key: &str, value: Option<Text>, hint: Hint<'_>) -> Option<Slug> {
        let text = self.text(key, value, hint)?;
        let slug = Slug::parse(&text);
        if slug.is_none() {
            let message = (
                format!("`{text}` cannot be part of an address"),
                format!("`{text}` ঠিকানার অংশ হতে পারে না"),
            );
            self.wrong(key, "bad-id", message, name_hint(&text, SLUG_HINT));
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

/// The first placeholder in a text, if it has one.
pub(super) fn placed(text: &str) -> Option<&str> {
    placeholders(text).find(|name| PLACEHOLDERS.contains(name))
}

/// What is wrong with a placeholder where no office's words can be put in.
pub(super) fn out_of_place(name: &str) -> (String, String) {
    (
        format!("{{{name}}} is not filled in here and would be printed as it is"),
        format!("{{{name}}} এখানে বসানো হয় না, হুবহু এভাবেই ছাপা হবে"),
    )
}

/// What to do about it.
pub(super) const OUT_OF_PLACE_HINT: Hint<'_> = (
    "write the word itself; placeholders belong into the charter, pages and notices that offices share",
    "আসল কথাটি লিখুন; এ রকম শব্দ শুধু সবার চার্টার, পাতা ও বিজ্ঞপ্তিতে চলে",
);

/// Why a value is too long.
pub(super) fn too_long(key: &str, most: usize) -> (String, String) {
    (
        format!("`{key}` is longer than {most} characters"),
        format!("`{key}` {}টি অক্ষরের চেয়ে লম্বা", digits::number(most)),
    )
}

/// What to do about it.
pub(super) const TOO_LONG_HINT: Hint<'_> = (
    "make it shorter; long texts belong into a page",
    "ছোট করে লিখুন; লম্বা লেখা আলাদা পাতায় দিন",
);

/// What to write for a name that becomes part of an address.
pub(super) const SLUG_HINT: Hint<'_> = (
    "use small letters, digits and single hyphens between them, like `ict-advice`",
    "ছোট হাতের অক্ষর, অঙ্ক ও মাঝে একক হাইফেন ব্যবহার করুন, যেমন `ict-advice`",
);
const SHORTER_NAME_HINT: Hint<'_> = (
    "the name is too long: 40 Bangla or 120 Latin letters fit, signs of vowels included",
    "নামটি বেশি লম্বা: কার-চিহ্নসহ ৪০টি বাংলা বা ১২০টি ইংরেজি অক্ষর পর্যন্ত চলে",
);

/// What to do about a name that cannot be part of an address: make it shorter, if that is what is wrong with it.
pub(super) fn name_hint<'a>(name: &str, otherwise: Hint<'a>) -> Hint<'a> {
    if Slug::is_too_long(name) {
        SHORTER_NAME_HINT
    } else {
        otherwise
    }
}

/// The same of a name of which a message says that it cannot be part of an address.
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
