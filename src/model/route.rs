//! The pages of a portal and where each lies: clean addresses as files.

use std::fmt;

use percent_encoding::percent_decode_str;

use super::{Section, Slug};

/// A file of a portal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Route {
    Home,
    Charter,
    Services,
    Service(Slug),
    /// The page, at the address of a service, that says that the office does not give it.
    Withdrawn(Slug),
    VisionMission,
    Expectations,
    Officers,
    Grievance,
    Notices,
    Notice(Slug),
    Downloads,
    Contact,
    Poster,
    SiteMap,
    NotFound,
    Page(Slug),
    CharterData,
    Feed,
    SearchIndex,
    File(String),
    /// `sitemap.xml`, the addresses of all pages for search engines.
    Addresses,
    Robots,
    /// The officer for the contacts of a telephone: a vCard.
    Card,
    /// Somebody else of the office for the contacts of a telephone.
    PersonCard(Slug),
    /// The portal's address as a picture for cameras.
    QrCode,
}

/// Names of built-in pages, which no Markdown page may take.
pub(crate) const RESERVED: [&str; 15] = [
    "charter",
    "services",
    "vision-mission",
    "expectations",
    "officers",
    "grievance",
    "notices",
    "downloads",
    "contact",
    "poster",
    "site-map",
    "files",
    "assets",
    "en",
    "index",
];

impl Route {
    /// The file, from the portal's folder: `services/ict-advice/index.html`.
    #[must_use]
    pub fn file(&self) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::CharterData => "charter/charter.json".to_owned(),
            Self::Feed => "notices/feed.xml".to_owned(),
            Self::SearchIndex => "site-map/entries.js".to_owned(),
            Self::Addresses => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Card => "contact/office.vcf".to_owned(),
            Self::PersonCard(name) => format!("officers/{name}.vcf"),
            Self::QrCode => "qr.svg".to_owned(),
            Self::File(name) => format!("files/{name}"),
            _ => format!("{self}/index.html"),
        }
    }

    /// The theme's template for it.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home => "home.html",
            Self::Charter => "charter.html",
            Self::Services => "services.html",
            Self::Service(_) => "service.html",
            Self::Withdrawn(_) => "withdrawn.html",
            Self::VisionMission => "vision-mission.html",
            Self::Expectations => "expectations.html",
            Self::Officers => "officers.html",
            Self::Grievance => "grievance.html",
            Self::Notices => "notices.html",
            Self::Notice(_) => "notice.html",
            Self::Downloads => "downloads.html",
            Self::Contact => "contact.html",
            Self::Poster => "poster.html",
            Self::SiteMap => "site-map.html",
            Self::Page(_) => "page.html",
            Self::NotFound
            | Self::CharterData
            | Self::Feed
            | Self::SearchIndex
            | Self::File(_)
            | Self::Addresses
            | Self::Robots
            | Self::Card
            | Self::PersonCard(_)
            | Self::QrCode => "not-found.html",
        }
    }

    /// Whether it is a page for people, made from a template.
    #[must_use]
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            Self::CharterData
                | Self::Feed
                | Self::SearchIndex
                | Self::File(_)
                | Self::Addresses
                | Self::Robots
                | Self::Card
                | Self::PersonCard(_)
                | Self::QrCode
        )
    }

    /// Whether every language has its own; of the rest there is one for all.
    #[must_use]
    pub fn is_mirrored(&self) -> bool {
        // A server answers with one page for whatever is not there.
        *self == Self::SearchIndex || self.is_page() && *self != Self::NotFound
    }

    /// How many folders deep the file lies.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.file().matches('/').count()
    }

    /// Reads what an author writes in a link, `/services/ict-advice`; the portal's root is `/`. Out of a browser it comes with
    /// percent signs for Bangla letters.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let path = percent_decode_str(path).decode_utf8().ok()?;
        let path = path.strip_prefix('/')?;
        let path = path
            .strip_suffix("index.html")
            .unwrap_or(path)
            .trim_end_matches('/');
        Some(match path {
            "" => Self::Home,
            "charter" => Self::Charter,
            "services" => Self::Services,
            "vision-mission" => Self::VisionMission,
            "expectations" => Self::Expectations,
            "officers" => Self::Officers,
            "grievance" => Self::Grievance,
            "notices" => Self::Notices,
            "downloads" => Self::Downloads,
            "contact" => Self::Contact,
            "poster" => Self::Poster,
            "site-map" => Self::SiteMap,
            "charter/charter.json" => Self::CharterData,
            "notices/feed.xml" => Self::Feed,
            "sitemap.xml" => Self::Addresses,
            "robots.txt" => Self::Robots,
            "contact/office.vcf" => Self::Card,
            "qr.svg" => Self::QrCode,
            _ => match path.split_once('/') {
                Some(("services", id)) => Self::Service(Slug::parse(id)?),
                Some(("notices", slug)) => Self::Notice(Slug::parse(slug)?),
                Some(("officers", name)) => {
                    Self::PersonCard(Slug::parse(name.strip_suffix(".vcf")?)?)
                }
                Some(("files", name)) if !name.contains('/') => Self::File(name.to_owned()),
                Some(_) => return None,
                None => Self::Page(Slug::parse(path)?),
            },
        })
    }

    /// Whether search engines and lists are to know of it: a page that tells what is not there is for old links only.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.is_page() && !matches!(self, Self::NotFound | Self::Withdrawn(_))
    }

    /// The menu entry under which the page stands.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        match self {
            Self::Home => Some(Section::Home),
            Self::Charter | Self::Expectations | Self::CharterData | Self::Poster => {
                Some(Section::Charter)
            }
            Self::Services | Self::Service(_) | Self::Withdrawn(_) => Some(Section::Services),
            Self::VisionMission => Some(Section::About),
            Self::Officers | Self::PersonCard(_) => Some(Section::Officers),
            Self::Grievance => Some(Section::Grievance),
            Self::Notices | Self::Notice(_) | Self::Feed => Some(Section::Notices),
            Self::Downloads | Self::File(_) => Some(Section::Downloads),
            Self::Contact | Self::Card => Some(Section::Contact),
            Self::Page(slug) if slug.as_str() == "about" => Some(Section::About),
            Self::SiteMap
            | Self::SearchIndex
            | Self::NotFound
            | Self::Page(_)
            | Self::Addresses
            | Self::Robots
            | Self::QrCode => None,
        }
    }
}

impl Section {
    /// The page that a menu entry leads to.
    ///
    /// # Panics
    /// Never: the one slug is a constant that fits.
    #[must_use]
    pub fn route(self) -> Route {
        match self {
            Self::Home => Route::Home,
            Self::About => Route::Page(Slug::parse("about").expect("a constant that is a slug")),
            Self::Services => Route::Services,
            Self::Charter => Route::Charter,
            Self::Officers => Route::Officers,
            Self::Notices => Route::Notices,
            Self::Downloads => Route::Downloads,
            Self::Grievance => Route::Grievance,
            Self::Contact => Route::Contact,
        }
    }
}

impl fmt::Display for Route {
    /// The folder, without the slash that an author writes before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Home => "",
            Self::Charter => "charter",
            Self::Services => "services",
            Self::VisionMission => "vision-mission",
            Self::Expectations => "expectations",
            Self::Officers => "officers",
            Self::Grievance => "grievance",
            Self::Notices => "notices",
            Self::Downloads => "downloads",
            Self::Contact => "contact",
            Self::Poster => "poster",
            Self::SiteMap => "site-map",
            Self::NotFound => "404.html",
            Self::CharterData => "charter/charter.json",
            Self::Feed => "notices/feed.xml",
            Self::SearchIndex => "site-map/entries.js",
            Self::Addresses => "sitemap.xml",
            Self::Robots => "robots.txt",
            Self::Card => "contact/office.vcf",
            Self::QrCode => "qr.svg",
            Self::Service(id) | Self::Withdrawn(id) => return write!(f, "services/{id}"),
            Self::Notice(slug) => return write!(f, "notices/{slug}"),
            Self::Page(slug) => return write!(f, "{slug}"),
            Self::File(file) => return write!(f, "files/{file}"),
            Self::PersonCard(name) => return write!(f, "officers/{name}.vcf"),
        };
        f.write_str(name)
    }
}
