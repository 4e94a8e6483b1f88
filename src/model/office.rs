//! An office and what stands above it: country, department, district.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    Body, CitizensCharter, Contact, Date, Host, Hours, Language, Localized, Notice, OfficeDetails,
    OfficeId, Page, Picture, Place, Places, Route, Slug, Superior, WebAddress,
};

/// What all offices of the country share: `portal.yaml`.
#[derive(Debug, Clone, Hash)]
pub struct Country {
    /// `গণপ্রজাতন্ত্রী বাংলাদেশ সরকার`
    pub state: Localized<String>,
    /// The folder of the theme.
    pub theme: Slug,
    /// Where `theme` is written.
    pub theme_origin: Place,
    /// The languages of all portals; Bangla first.
    pub languages: Vec<Language>,
    /// Days on which offices are closed every week.
    pub weekend: Vec<Weekday>,
    /// Other days on which they are closed, in the order of the calendar; each day once.
    pub holidays: Vec<Holiday>,
    /// The last day up to which the list holds every holiday, from the first of them on; `None` when nobody has said so.
    pub holidays_complete_until: Option<Date>,
    /// When they are open on the other days; `None` when nobody has written it.
    pub hours: Option<Hours>,
    /// Numbers for emergencies.
    pub hotlines: Vec<Hotline>,
    /// Addresses in the footer.
    pub links: Vec<ImportantLink>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

impl Weekday {
    /// All seven, with their keys in the content and in `strings/`.
    pub const ALL: [(&'static str, Self); 7] = [
        ("sunday", Self::Sunday),
        ("monday", Self::Monday),
        ("tuesday", Self::Tuesday),
        ("wednesday", Self::Wednesday),
        ("thursday", Self::Thursday),
        ("friday", Self::Friday),
        ("saturday", Self::Saturday),
    ];

    /// The key in the content and in `strings/`.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// A day on which offices are closed by law or by order of the government.
#[derive(Debug, Clone, Hash)]
pub struct Holiday {
    /// When.
    pub date: Date,
    /// What is celebrated or remembered.
    pub name: Localized<String>,
}

/// A short number that works from any phone.
#[derive(Debug, Clone, Hash)]
pub struct Hotline {
    /// In ASCII digits.
    pub number: String,
    /// What it is for.
    pub label: Localized<String>,
    /// The day on which somebody last made sure that it is right.
    pub checked_on: Date,
}

/// A link to another public body.
#[derive(Debug, Clone, Hash)]
pub struct ImportantLink {
    /// What it leads to.
    pub label: Localized<String>,
    /// Where.
    pub url: WebAddress,
}

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

/// One office of a department.
#[derive(Debug, Clone)]
pub struct Office {
    /// `rupganj.narayanganj`
    pub id: OfficeId,
    /// Its address and the name of its folder in the output.
    pub host: Host,
    /// The upazila's name.
    pub upazila: Localized<String>,
    /// Its district.
    pub district: Arc<District>,
    /// Its department.
    pub department: Arc<Department>,
    /// The post that leads it.
    pub head_post: Slug,
    /// Who leads it.
    pub head: Holder,
    /// What it says of itself.
    pub details: OfficeDetails,
    /// The shared charter, or the office's own version of it.
    pub charter: Arc<CitizensCharter>,
    /// Its own pages and the department's, sorted; an own page stands for a shared one of the same slug.
    pub pages: Vec<Arc<Page>>,
    /// Its own notices and the department's: pinned ones first, then the newest.
    pub notices: Vec<Arc<Notice>>,
    /// Its files for download, sorted by name as people do: all of `files/` but pictures that are only shown, and what the forms of its
    /// charter offer of the department's; an own file stands for the department's of the same name.
    pub files: Vec<OfficeFile>,
    /// The files that its pages and notices show, sorted by name.
    pub pictures: Vec<Picture>,
}

/// Who holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Holder {
    /// Somebody, by name.
    Held(Localized<String>),
    /// Nobody, as the office has confirmed: শূন্য পদ.
    Vacant,
    /// Nobody has told us.
    Unconfirmed,
}

/// A file in the office's or the department's `files/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OfficeFile {
    /// Its name in the portal, in NFC.
    pub name: String,
    /// Where it lies in the content.
    pub path: std::path::PathBuf,
    /// The content folder, below which no link to it is followed.
    pub root: Arc<std::path::Path>,
    /// Its size in bytes.
    pub bytes: u64,
    /// A digest of its bytes.
    pub digest: [u8; 32],
}

impl Places {
    /// What the placeholders stand for in an office of this name, in a language.
    #[must_use]
    pub fn of(
        language: Language,
        upazila: &Localized<String>,
        district: &District,
        department: &Department,
        host: &Host,
    ) -> Self {
        let said = |language| Self {
            upazila: upazila.in_language(language).to_owned(),
            district: district.name.in_language(language).to_owned(),
            division: district.division.in_language(language).to_owned(),
            office: department.office_name.in_language(language).to_owned(),
            host: host.shown(),
            language,
            bangla: None,
        };
        match language {
            Language::Bangla => said(language),
            Language::English => Self {
                bangla: Some(Box::new(said(Language::Bangla))),
                ..said(language)
            },
        }
    }
}

impl Office {
    /// What the placeholders of shared text stand for here, in a language.
    #[must_use]
    pub fn places(&self, language: Language) -> Places {
        Places::of(
            language,
            &self.upazila,
            &self.district,
            &self.department,
            &self.host,
        )
    }

    /// The name of the officer at its head, when somebody holds the post.
    #[must_use]
    pub fn officer(&self) -> Option<&Localized<String>> {
        match &self.head {
            Holder::Held(name) => Some(name),
            Holder::Vacant | Holder::Unconfirmed => None,
        }
    }

    /// Whether there is somebody to be kept in the contacts of a telephone: an officer with a name and a way to reach them.
    #[must_use]
    pub fn has_card(&self) -> bool {
        self.officer().is_some() && self.details.is_reachable()
    }

    /// ঊর্ধ্বতন কর্মকর্তা: whom the charter names, otherwise the officer of the district office. The form asks for neither
    /// address nor site.
    #[must_use]
    pub fn superior(&self) -> Contact {
        let Some(written) = &self.charter.superior else {
            return Contact {
                address: None,
                host: None,
                ..self.district.contact.clone()
            };
        };
        let Superior {
            designation,
            room,
            code,
            phone,
            email,
            origin: _,
        } = written.clone();
        Contact {
            designation: Some(designation),
            address: None,
            room,
            code,
            phone,
            email,
            host: None,
        }
    }

    /// The office in which the superior officer sits; `None` when the charter names the officer itself, who may sit anywhere.
    #[must_use]
    pub fn superior_office(&self) -> Option<&Localized<String>> {
        let of_district = self.charter.superior.is_none();
        of_district.then_some(&self.district.office)
    }

    /// The texts of its pages and notices.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        let pages = self.pages.iter().flat_map(|page| page.bodies());
        pages.chain(self.notices.iter().flat_map(|notice| notice.bodies()))
    }

    /// Every file that its portal consists of, assets apart; sorted.
    #[must_use]
    pub fn routes(&self) -> BTreeSet<Route> {
        let mut routes = routes(&self.charter, &self.pages, &self.notices, &self.files);
        // Pages that nobody has confirmed ask search engines to stay away; a list of them would ask them in.
        if self.details.verified_on.is_some() {
            routes.insert(Route::Addresses);
        }
        if self.has_card() {
            routes.insert(Route::Card);
        }
        routes
    }
}

impl Department {
    /// Every file of the portal of an office that says nothing different, assets apart; sorted.
    #[must_use]
    pub fn routes(&self) -> BTreeSet<Route> {
        routes(&self.charter, &self.pages, &self.notices, &self.files)
    }
}

fn routes(
    charter: &CitizensCharter,
    pages: &[Arc<Page>],
    notices: &[Arc<Notice>],
    files: &[OfficeFile],
) -> BTreeSet<Route> {
    let mut routes = BTreeSet::from([
        Route::Home,
        Route::Charter,
        Route::CharterData,
        Route::Services,
        Route::VisionMission,
        Route::Expectations,
        Route::Officers,
        Route::Grievance,
        Route::Notices,
        Route::Feed,
        Route::Downloads,
        Route::Contact,
        Route::SiteMap,
        Route::Entries,
        Route::NotFound,
        Route::Robots,
        Route::Poster,
        Route::QrCode,
    ]);
    routes.extend(files.iter().map(|file| Route::File(file.name.clone())));
    let services = charter.services.iter();
    routes.extend(services.map(|service| Route::Service(service.id.clone())));
    let withdrawn = charter.withdrawn.iter();
    routes.extend(withdrawn.map(|gone| Route::Withdrawn(gone.service.id.clone())));
    routes.extend(pages.iter().map(|page| Route::Page(page.slug.clone())));
    routes.extend(
        notices
            .iter()
            .map(|notice| Route::Notice(notice.slug.clone())),
    );
    routes
}
