//! Pages and notices: Markdown with front matter.

use super::{Date, Language, Localized, Place, Places, Route, SharedText, Slug, fill};

/// A Markdown page.
#[derive(Debug, Clone, Hash)]
pub struct Page {
    /// Its file's name without `.md`; names its folder.
    pub slug: Slug,
    /// Where it stands among pages: smaller first.
    pub order: i32,
    /// Whether the menu names it, after the built-in entries.
    pub menu: bool,
    /// What is written on it; the English stands in `name.en.md`.
    pub text: Localized<PageText>,
}

/// A dated notice (বিজ্ঞপ্তি).
#[derive(Debug, Clone, Hash)]
pub struct Notice {
    /// Its file's name without `.md`.
    pub slug: Slug,
    /// The day it was published.
    pub date: Date,
    /// Whether it stays on top.
    pub pinned: bool,
    /// The last day on which it is current.
    pub expires_on: Option<Date>,
    /// Names of files in `files/`.
    pub attachments: Vec<String>,
    /// What is written on it; the English stands in `name.en.md`.
    pub text: Localized<PageText>,
}

/// What is written on a page or notice in one language.
#[derive(Debug, Clone, Hash)]
pub struct PageText {
    /// Its heading.
    pub title: SharedText,
    /// One sentence for lists and search engines.
    pub summary: Option<SharedText>,
    /// The text below the front matter.
    pub body: Body,
}

/// Markdown text with its place.
#[derive(Debug, Clone, Hash)]
pub struct Body {
    /// The Markdown.
    pub markdown: String,
    /// What it says, for a search: without Markdown, its placeholders left out.
    pub plain: String,
    /// Links and pictures in it, with their byte ranges in the file.
    pub links: Vec<BodyLink>,
    /// The fragments of its headings.
    pub fragments: Vec<String>,
    /// The file it stands in.
    pub origin: Place,
}

impl Localized<PageText> {
    fn bodies(&self) -> impl Iterator<Item = &Body> {
        let english = self.english.iter().map(|english| &english.body);
        std::iter::once(&self.bangla.body).chain(english)
    }
}

impl Page {
    /// What is written on it in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &PageText {
        self.text.in_language(language)
    }

    /// Its text, in each language in which it is written.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.text.bodies()
    }
}

impl Notice {
    /// What is written on it in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &PageText {
        self.text.in_language(language)
    }

    /// Its text, in each language in which it is written.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.text.bodies()
    }
}

impl Body {
    /// Whether it shows any picture.
    #[must_use]
    pub fn has_pictures(&self) -> bool {
        self.links.iter().any(|link| link.image)
    }

    /// The files of the office that it shows or, when `image` is false, leads to; each with the link.
    pub fn files<'a>(
        &'a self,
        image: bool,
        places: &'a Places,
    ) -> impl Iterator<Item = (String, &'a BodyLink)> {
        let links = self.links.iter().filter(move |link| link.image == image);
        links.filter_map(|link| Some((link.file(places)?, link)))
    }
}

impl BodyLink {
    /// The file of the office that it is about.
    fn file(&self, places: &Places) -> Option<String> {
        let target = fill(&self.target, places);
        match Route::parse(target.split(['#', '?']).next()?)? {
            Route::File(name) => Some(name),
            _ => None,
        }
    }
}

/// A link or picture in a text.
#[derive(Debug, Clone, Hash)]
pub struct BodyLink {
    /// Where it leads, as written.
    pub target: String,
    /// Whether it is a picture.
    pub image: bool,
    /// Its place in the file, in bytes.
    pub range: std::ops::Range<usize>,
}
