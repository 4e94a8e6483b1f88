//! One office.

use std::sync::Arc;

use super::{
    Body, CitizensCharter, Contact, Date, Department, District, Host, Language, Localized, Notice,
    OfficeDetails, OfficeId, Page, Person, Picture, Places, Slug, Superior,
};

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
    /// All its people in their order, also those who have left or are to come; at least whom its row names.
    pub people: Vec<Person>,
    /// Whether somebody wrote a list of its people. Of another office nobody knows more than who leads it.
    pub lists_people: bool,
    /// The day on which it is read, which decides who is in office.
    pub today: Date,
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
}
