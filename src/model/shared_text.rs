//! Text that many offices share, with placeholders for what differs: `জেলা কার্যালয় {district}`.

use std::borrow::Cow;

use super::Language;

/// The names that may stand between braces in shared text.
pub(crate) const PLACEHOLDERS: [&str; 5] = ["upazila", "district", "division", "office", "host"];

/// Text whose placeholders are all known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SharedText(String);

/// What the placeholders stand for in one office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Places {
    /// `রূপগঞ্জ`
    pub upazila: String,
    /// `নারায়ণগঞ্জ`
    pub district: String,
    /// `ঢাকা`
    pub division: String,
    /// `উপজেলা আইসিটি কার্যালয়`
    pub office: String,
    /// `doict.rupganj.narayanganj.gov.bd`
    pub host: String,
    /// The language in which these are.
    pub language: Language,
    /// The same in Bangla, for texts that are in Bangla, where these are in another language.
    pub bangla: Option<Box<Places>>,
}

impl SharedText {
    /// Accepts text whose placeholders are all known.
    ///
    /// # Errors
    /// The first unknown placeholder, without its braces.
    pub fn parse(text: &str) -> Result<Self, String> {
        match placeholders(text).find(|name| !PLACEHOLDERS.contains(name)) {
            Some(unknown) => Err(unknown.to_owned()),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// Text in which nothing is left to be filled in.
    #[must_use]
    pub fn filled(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as written, braces and all.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// The text with a word before it.
    #[must_use]
    pub fn after(self, word: &str) -> Self {
        debug_assert!(!word.contains('{'), "a word, no placeholder");
        Self(format!("{word} {}", self.0))
    }

    /// The text as this office says it.
    #[must_use]
    pub fn fill<'a>(&'a self, places: &Places) -> Cow<'a, str> {
        fill(&self.0, places)
    }
}

/// The names between braces. A brace that does not enclose Latin letters is only a sign.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| {
        let (name, _) = after.split_once('}')?;
        is_name(name).then_some(name)
    })
}

/// Puts an office's words in place of the known placeholders.
#[must_use]
pub fn fill<'a>(text: &'a str, places: &Places) -> Cow<'a, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let places = places.for_text(text);
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let word = PLACEHOLDERS.iter().find_map(|name| {
            let tail = after.strip_prefix(name)?.strip_prefix('}')?;
            Some((places.get(name)?, tail))
        });
        rest = if let Some((word, tail)) = word {
            filled.push_str(word);
            tail
        } else {
            filled.push('{');
            after
        };
    }
    filled.push_str(rest);
    Cow::Owned(filled)
}

impl Places {
    /// The words for a text: those in Bangla for a text in Bangla, whatever the language of the portal.
    #[must_use]
    pub fn for_text(&self, text: &str) -> &Self {
        match &self.bangla {
            Some(bangla) if Language::of(text) == Language::Bangla => bangla,
            _ => self,
        }
    }

    /// The words in the order upazila, district, division, office, host.
    #[must_use]
    pub fn in_order(&self) -> [&str; 5] {
        let Self {
            upazila,
            district,
            division,
            office,
            host,
            language: _,
            bangla: _,
        } = self;
        [upazila, district, division, office, host]
    }

    fn get(&self, name: &str) -> Option<&str> {
        match name {
            "upazila" => Some(&self.upazila),
            "district" => Some(&self.district),
            "division" => Some(&self.division),
            "office" => Some(&self.office),
            "host" => Some(&self.host),
            _ => None,
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
