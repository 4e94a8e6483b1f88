//! A department, and the district offices that its offices fall back to.

use std::sync::Arc;

use super::{
    CitizensCharter, Contact, Host, Language, Localized, Notice, OfficeFile, Page, Place, Slug,
};

/// An অধিদপ্তর and what its offices share; one `Arc` for all of them.
#[derive(Debug, Hash)]
pub struct Department {
    /// Its folder's name, which is its label in host names.
    pub label: Slug,
    /// Its name.
    pub name: Localized<String>,
    /// The ministry above it.
    pub ministry: Option<Localized<String>>,
    /// Its own web site.
    pub host: Option<Host>,
    /// What one of its offices is called, without the place.
    pub office_name: Localized<String>,
    /// Posts that a charter may name, in order.
    pub posts: Vec<Post>,
    /// The menu's entries in order; each is a built-in section.
    pub menu: Vec<Section>,
    /// The shared charter.
    pub charter: Arc<CitizensCharter>,
    /// The shared pages, sorted by `order`, then title.
    pub pages: Vec<Arc<Page>>,
    /// The notices that every office shows: pinned ones first, then the newest.
    pub notices: Vec<Arc<Notice>>,
    /// The files that the forms of its charter offer, sorted by name as people do: ২ before ১০.
    pub files: Vec<OfficeFile>,
}

impl Department {
    /// The name of a post.
    #[must_use]
    pub fn post_name(&self, post: &Slug, language: Language) -> &str {
        let known = self.posts.iter().find(|known| known.id == *post);
        known.map_or("", |known| known.name.in_language(language))
    }
}

/// A post (পদ) that exists in a department's offices.
#[derive(Debug, Clone, Hash)]
pub struct Post {
    /// As named in charters and tables.
    pub id: Slug,
    /// As printed.
    pub name: Localized<String>,
}

/// A part of the portal that the menu can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Section {
    Home,
    About,
    Services,
    Charter,
    Officers,
    Notices,
    Downloads,
    Grievance,
    Contact,
}

impl Section {
    /// All of them, in the order of the National Portal, with the key used in the content.
    pub const ALL: [(&'static str, Self); 9] = [
        ("home", Self::Home),
        ("about", Self::About),
        ("services", Self::Services),
        ("charter", Self::Charter),
        ("officers", Self::Officers),
        ("notices", Self::Notices),
        ("downloads", Self::Downloads),
        ("grievance", Self::Grievance),
        ("contact", Self::Contact),
    ];

    /// The key in `department.yaml` and in `strings/`.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// A জেলা, and the district office that the upazila offices fall back to.
#[derive(Debug, Clone, Hash)]
pub struct District {
    /// Its label in host names.
    pub id: Slug,
    /// Its name.
    pub name: Localized<String>,
    /// The বিভাগ it lies in.
    pub division: Localized<String>,
    /// The name of the district office.
    pub office: Localized<String>,
    /// Its officer for complaints (অনিক), who is also whom to ask when an office cannot be reached.
    pub contact: Contact,
    /// Its row.
    pub origin: Place,
}
