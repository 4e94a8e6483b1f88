//! HTML with slots: what offices share is rendered and minified once; the slots are filled for each office.
//!
//! A slot is marked in the HTML by a name between two signs of the private use area, which no content can hold: a text that
//! brings them in, in whatever encoding, is refused when it is loaded. What content says as a whole (the text of a page, what
//! the search can find) can moreover hold no marks but an office's words: [`Fragment::of_text`].

use memchr::memmem;

use super::lang_tags;
use super::marks::{BANGLA, BETWEEN_TAGS, IN_JSON, MARK, MARK_BYTES, SEPARATOR, mark};
use crate::model::{PLACEHOLDERS, Places};

/// What a page puts into its shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Its name, for the browser's title.
    Title,
    /// One sentence about it.
    Description,
    /// Its host and path, for its canonical address.
    Path,
    /// Its file, from the pages of its language.
    File,
    /// Its style sheet, from the portal's folder.
    Sheet,
    /// What keeps search engines from it, where the portal does not do so anyway.
    Unlisted,
    /// Its own HTML.
    Main,
    /// The text of a page or notice, which pulldown-cmark writes as small as it needs to be.
    Body,
}

impl PartCall {
    /// Whether something of a page is passed on to it, so that it is another on every page.
    pub(super) fn is_of_page(&self) -> bool {
        let holds = |json: &str| {
            Field::ALL
                .iter()
                .any(|(name, _)| json.contains(&mark(name)))
        };
        self.arguments.iter().any(|(_, json)| holds(json))
    }
}

impl Field {
    /// All of them, with their names in `shell.html`.
    pub(super) const ALL: [(&'static str, Self); 8] = [
        ("title", Self::Title),
        ("description", Self::Description),
        ("path", Self::Path),
        ("file", Self::File),
        ("sheet", Self::Sheet),
        ("unlisted", Self::Unlisted),
        ("main", Self::Main),
        ("body", Self::Body),
    ];

    /// Those that a shell prints.
    pub(super) const OF_SHELL: [&'static str; 7] = [
        "title",
        "description",
        "path",
        "file",
        "sheet",
        "unlisted",
        "main",
    ];
}

/// A piece that a template includes, with what it reads of where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PartCall {
    /// Its template: `parts/officer.html`.
    pub(super) template: String,
    /// Values of the template that includes it, by name, sorted; each as JSON.
    pub(super) arguments: Vec<(String, String)>,
}

/// What goes into a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Something of the page.
    Field(Field),
    /// The word of an office that stands for a placeholder, by its number in [`OfficeWords`].
    Place(usize),
    /// The same inside a text of JSON.
    PlaceInJson(usize),
    /// A part.
    Part(PartCall),
}

/// HTML with slots.
#[derive(Debug)]
pub(super) struct Fragment {
    html: Vec<u8>,
    /// Where each slot is, in order.
    slots: Vec<(usize, Slot)>,
    /// Of the HTML with its marks.
    digest: [u8; 32],
}

/// HTML that is being put together, with a digest of what decides it: of the fragments rather than their bytes.
#[derive(Default)]
pub(super) struct PageBuffer {
    pub(super) html: Vec<u8>,
    digest: blake3::Hasher,
    /// Of the office's words, where one of them was put in.
    words: Option<[u8; 32]>,
}

impl PageBuffer {
    /// With room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            html: Vec::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// Adds one of an office's words. Which one it is the fragment decides, so that their digest counts once.
    pub(super) fn push_word(&mut self, words: &OfficeWords, number: usize) {
        self.html
            .extend_from_slice(words.written[number].as_bytes());
        self.words = Some(words.digest);
    }

    /// Adds something that has no digest yet.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.html.extend_from_slice(bytes);
        self.digest.update(&(bytes.len() as u64).to_le_bytes());
        self.digest.update(bytes);
    }

    /// Adds something whose digest is known.
    pub(super) fn push_known(&mut self, bytes: &[u8], digest: &[u8; 32]) {
        self.html.extend_from_slice(bytes);
        self.digest.update(digest);
    }

    /// The HTML, and the digest of all that was added.
    pub(super) fn finish(mut self) -> (Vec<u8>, blake3::Hash) {
        if let Some(words) = self.words {
            self.digest.update(&words);
        }
        (self.html, self.digest.finalize())
    }
}

/// The mark of a part. Arguments are written in hexadecimal digits, so that no minifier can find anything in them.
pub(super) fn part_mark(call: &PartCall) -> String {
    let mut mark = format!("{MARK}{}", call.template);
    for (key, value) in &call.arguments {
        mark.push(SEPARATOR);
        mark.push_str(key);
        mark.push(SEPARATOR);
        value.bytes().for_each(|byte| {
            mark.extend([byte >> 4, byte & 15].map(|digit| {
                char::from_digit(digit.into(), 16).expect("four bits are one hexadecimal digit")
            }));
        });
    }
    mark.push(MARK);
    mark
}

/// An office's words as they are put into slots, by number: those of its language; those for texts in Bangla; and those
/// of its language between tags.
pub(super) struct OfficeWords {
    written: Vec<String>,
    /// Of the words as the office has them, however they are written.
    digest: [u8; 32],
}

impl OfficeWords {
    /// `written` makes a word fit for where it stands.
    pub(super) fn new(places: &Places, written: impl Fn(&str) -> String) -> Self {
        let bangla = places.bangla.as_deref().unwrap_or(places);
        let mut digest = blake3::Hasher::new();
        for word in [places, bangla].into_iter().flat_map(Places::in_order) {
            digest.update(&(word.len() as u64).to_le_bytes());
            digest.update(word.as_bytes());
        }
        let of = |places: &Places| places.in_order().map(&written);
        let own = of(places);
        let tagged = if places.bangla.is_some() {
            own.clone().map(|word| lang_tags::word(&word))
        } else {
            own.clone()
        };
        Self {
            written: [own, of(bangla), tagged].concat(),
            digest: *digest.finalize().as_bytes(),
        }
    }
}

/// The number in [`OfficeWords`] of a placeholder's mark.
fn place(name: &str) -> Option<usize> {
    let (group, name) = match (name.strip_prefix(BANGLA), name.strip_prefix(BETWEEN_TAGS)) {
        (Some(name), _) => (1, name),
        (None, Some(name)) => (2, name),
        (None, None) => (0, name),
    };
    let at = PLACEHOLDERS.iter().position(|known| *known == name)?;
    Some(group * PLACEHOLDERS.len() + at)
}

impl Fragment {
    /// Finds the slots. `None` when a mark is damaged, as by a filter that cuts or changes text; such HTML cannot be
    /// shared.
    pub(super) fn read(source: &[u8]) -> Option<Self> {
        let mut html = Vec::with_capacity(source.len());
        let mut slots = Vec::new();
        let mut rest = source;
        while let Some(open) = memmem::find(rest, MARK_BYTES) {
            html.extend_from_slice(&rest[..open]);
            let inside = &rest[open + MARK_BYTES.len()..];
            let close = memmem::find(inside, MARK_BYTES)?;
            slots.push((
                html.len(),
                slot(std::str::from_utf8(&inside[..close]).ok()?)?,
            ));
            rest = &inside[close + MARK_BYTES.len()..];
        }
        html.extend_from_slice(rest);
        Some(Self {
            html,
            slots,
            digest: *blake3::hash(source).as_bytes(),
        })
    }

    /// The same for what content says as a whole: only an office's words are slots in it, and any other sign of ours is left
    /// out. So there is no text for which this fails.
    pub(super) fn of_text(source: &[u8]) -> Self {
        let mut html = Vec::with_capacity(source.len());
        let mut slots = Vec::new();
        let mut rest = source;
        while let Some(open) = memmem::find(rest, MARK_BYTES) {
            html.extend_from_slice(&rest[..open]);
            rest = &rest[open + MARK_BYTES.len()..];
            if let Some((slot, length)) = word_at(rest) {
                slots.push((html.len(), slot));
                rest = &rest[length..];
            }
        }
        html.extend_from_slice(rest);
        Self {
            html,
            slots,
            digest: *blake3::hash(source).as_bytes(),
        }
    }

    /// Writes the HTML; `fill` writes what goes into each slot.
    ///
    /// # Errors
    /// Those of `fill`.
    pub(super) fn write<E>(
        &self,
        out: &mut PageBuffer,
        mut fill: impl FnMut(&Slot, &mut PageBuffer) -> Result<(), E>,
    ) -> Result<(), E> {
        out.digest.update(&self.digest);
        let mut from = 0;
        for (at, slot) in &self.slots {
            out.html.extend_from_slice(&self.html[from..*at]);
            fill(slot, out)?;
            from = *at;
        }
        out.html.extend_from_slice(&self.html[from..]);
        Ok(())
    }

    /// The parts that it includes.
    pub(super) fn parts(&self) -> impl Iterator<Item = &PartCall> {
        self.slots.iter().filter_map(|(_, slot)| match slot {
            Slot::Part(call) => Some(call),
            Slot::Field(_) | Slot::Place(_) | Slot::PlaceInJson(_) => None,
        })
    }

    /// How many bytes it has without what goes into its slots.
    pub(super) fn len(&self) -> usize {
        self.html.len()
    }
}

/// The mark of an office's word whose first sign has just been read, and how many bytes are left of it.
fn word_at(source: &[u8]) -> Option<(Slot, usize)> {
    let close = memmem::find(&source[..source.len().min(LONGEST_WORD)], MARK_BYTES)?;
    let name = std::str::from_utf8(&source[..close]).ok()?;
    match slot(name)? {
        word @ Slot::Place(_) => Some((word, close + MARK_BYTES.len())),
        Slot::Field(_) | Slot::PlaceInJson(_) | Slot::Part(_) => None,
    }
}

/// No mark of an office's word is longer, in bytes.
const LONGEST_WORD: usize = 32;

fn slot(name: &str) -> Option<Slot> {
    if let Some(name) = name.strip_prefix(' ') {
        let name = name.strip_suffix(' ')?;
        let field = Field::ALL.into_iter().find(|(known, _)| *known == name);
        return match (field, name.strip_prefix(IN_JSON)) {
            (Some((_, field)), _) => Some(Slot::Field(field)),
            (None, Some(name)) => place(name).map(Slot::PlaceInJson),
            (None, None) => place(name).map(Slot::Place),
        };
    }
    let mut words = name.split(SEPARATOR);
    let template = words.next()?.to_owned();
    let mut arguments = Vec::new();
    while let Some(key) = words.next() {
        arguments.push((key.to_owned(), text(words.next()?)?));
    }
    Some(Slot::Part(PartCall {
        template,
        arguments,
    }))
}

fn text(digits: &str) -> Option<String> {
    let digits: Option<Vec<u8>> = digits
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
        .collect();
    let bytes = digits?
        .chunks(2)
        .map(|pair| Some(pair.first()? << 4 | pair.get(1)?))
        .collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_part_is_read_as_the_same_call() {
        let call = PartCall {
            template: "parts/officer.html".to_owned(),
            arguments: vec![("post".to_owned(), format!("সহকারী \"&<{}", mark("host")))],
        };
        let html = format!("<td>{}</td>", part_mark(&call));
        let fragment = Fragment::read(html.as_bytes()).expect("a whole mark");
        assert_eq!(fragment.parts().collect::<Vec<_>>(), [&call]);
    }

    #[test]
    fn a_mark_that_was_cut_or_changed_is_noticed() {
        for html in [
            "ক \u{E000} dist",
            "\u{E000} DISTRICT \u{E000}",
            "\u{E000} district\u{E000}",
        ] {
            assert!(Fragment::read(html.as_bytes()).is_none(), "{html}");
        }
    }
}
