//! Names that become paths and fragments, and the ids of offices.

use std::fmt;

/// Letters, digits and single hyphens between them; safe as a file name on every system.
///
/// Bangla keeps its vowel signs, hasanta and nukta, which are marks, not letters, to Unicode:
/// code built on `char::is_alphanumeric` alone breaks words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// A file name longer than this many bytes is refused by common file systems.
const MAX_BYTES: usize = 120;

impl Slug {
    /// Accepts a name that is a slug already; `None` otherwise.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= MAX_BYTES
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || is_bangla(c));
        fits.then(|| Self(text.to_owned()))
    }

    /// Whether a name has more bytes than a slug can have; a Bangla letter has three.
    #[must_use]
    pub fn is_too_long(name: &str) -> bool {
        name.len() > MAX_BYTES
    }

    /// Makes a slug of any text, for the fragments of headings; a text without any letter gives `None`.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if slug.len() + c.len_utf8() > MAX_BYTES {
                break;
            }
            if c.is_ascii_alphanumeric() || is_bangla(c) {
                slug.push(c);
            } else if !slug.ends_with('-') && !slug.is_empty() && !is_joiner(c) {
                slug.push('-');
            }
        }
        let end = slug.trim_end_matches('-').len();
        slug.truncate(end);
        Self::parse(&slug)
    }

    /// The slug as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names that Windows keeps for devices, with any ending and in any case; digits may also be raised ones (`com¹`).
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether no file or folder on Windows can have a name: portals are copied to IIS and to sticks.
/// <https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>
#[must_use]
pub(crate) fn is_refused_by_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let stem = stem.to_lowercase();
    let mut letters = stem.chars();
    let last = letters.next_back();
    let is_port = matches!(letters.as_str(), "com" | "lpt")
        && last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'));
    let is_sign = |c: char| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || c < ' ';
    DEVICES.contains(&stem.as_str())
        || is_port
        || name.ends_with(['.', ' '])
        || name.contains(is_sign)
}

/// A letter, sign or digit of the Bangla block; its currency signs and punctuation are not.
fn is_bangla(c: char) -> bool {
    matches!(c, '\u{0980}'..='\u{09F1}' | '\u{09FC}' | '\u{09FE}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// The id of an office: `<upazila>.<district>`, as in its address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficeId {
    text: String,
    dot: usize,
}

impl OfficeId {
    /// Reads `rupganj.narayanganj`; `None` when it has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (upazila, district) = text.split_once('.')?;
        let label = |part: &str| Slug::parse(part).is_some() && part.is_ascii() && part.len() <= 63;
        (label(upazila) && label(district)).then(|| Self {
            text: text.to_owned(),
            dot: upazila.len(),
        })
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part before the dot: the upazila's id.
    #[must_use]
    pub fn upazila(&self) -> &str {
        &self.text[..self.dot]
    }

    /// The part after the dot: the district's id.
    #[must_use]
    pub fn district(&self) -> &str {
        &self.text[self.dot + 1..]
    }
}

impl fmt::Display for OfficeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
