//! Something that the search can find, and its line in the index.

use std::borrow::Cow;

use crate::escape;
use crate::model::{ServiceKind, on_one_line};

/// What an entry is.
#[derive(Clone, Copy)]
pub(super) enum EntryKind {
    Service(ServiceKind),
    Page,
    Notice,
    Officer,
    File,
    Hotline,
}

/// The strings that say what an entry is, by the number of its kind.
pub(super) const KINDS: [&str; 8] = [
    "kind_citizen",
    "kind_institutional",
    "kind_internal",
    "search_page",
    "page_notices",
    "search_officer",
    "search_file",
    "hotlines",
];

impl EntryKind {
    fn number(self) -> usize {
        match self {
            Self::Service(ServiceKind::Citizen) => 0,
            Self::Service(ServiceKind::Institutional) => 1,
            Self::Service(ServiceKind::Internal) => 2,
            Self::Page => 3,
            Self::Notice => 4,
            Self::Officer => 5,
            Self::File => 6,
            Self::Hotline => 7,
        }
    }
}

/// What can be found.
pub(super) struct SearchEntry<'a> {
    kind: EntryKind,
    pub(super) title: Cow<'a, str>,
    address: String,
    /// Words by which it is found beside its title.
    pub(super) further: String,
    /// What is shown below the title.
    detail: Cow<'a, str>,
    /// What its page says; words of it are written where they find room.
    pub(super) text: String,
}

impl<'a> SearchEntry<'a> {
    pub(super) fn new(
        kind: EntryKind,
        title: impl Into<Cow<'a, str>>,
        address: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            title: title.into(),
            address: address.into(),
            further: String::new(),
            detail: Cow::Borrowed(""),
            text: String::new(),
        }
    }

    pub(super) fn further(self, further: impl Into<String>) -> Self {
        let further = further.into();
        Self { further, ..self }
    }

    pub(super) fn detail(self, detail: impl Into<Cow<'a, str>>) -> Self {
        let detail = detail.into();
        Self { detail, ..self }
    }

    pub(super) fn text(self, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { text, ..self }
    }

    /// Its line, but for words of its text.
    pub(super) fn line(&self) -> IndexLine {
        let mut text = format!("[{}", self.kind.number());
        let mut end = 0;
        for value in [&*self.title, &self.address, &self.further, &self.detail] {
            text.push(',');
            text += &escape::script(&on_one_line(value));
            if !value.is_empty() || end == 0 {
                end = text.len();
            }
        }
        IndexLine { text, end }
    }
}

/// The line of an entry. What is empty at its end is left out.
pub(super) struct IndexLine {
    text: String,
    /// The end of what is not empty.
    end: usize,
}

impl IndexLine {
    /// Ends it.
    const END: &'static str = "],\n";

    /// How many bytes it has without words of a text.
    pub(super) fn len(&self) -> usize {
        self.end + Self::END.len()
    }

    /// Adds it to a script, with words of its text.
    pub(super) fn write(mut self, words: &str, script: &mut String) {
        if words.is_empty() {
            self.text.truncate(self.end);
        } else {
            self.text.push(',');
            self.text += &escape::script(words);
        }
        *script += &self.text;
        *script += Self::END;
    }
}
