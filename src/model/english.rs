//! The English that stands beside the Bangla, and the same values as an English portal says them: what is translated in
//! English, all else as it is. So nothing behind this point needs to know of two languages at once.

use std::sync::Arc;

use super::{
    CitizensCharter, Contact, Country, Department, District, GrievanceContact, GrievanceStep,
    Holiday, Hotline, ImportantLink, Notice, Office, OfficeId, Page, Places, Post, SharedText,
    Superior,
};

/// What is translated of a country.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `Country`")]
pub struct CountryInEnglish {
    pub state: Option<String>,
}

/// What is translated of a department.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `Department`")]
pub struct DepartmentInEnglish {
    pub name: Option<String>,
    pub ministry: Option<String>,
    pub office_name: Option<String>,
}

/// What is translated of a charter, its services and tiers apart.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `CitizensCharter`")]
pub struct CharterInEnglish {
    pub vision: Option<SharedText>,
    pub mission: Option<SharedText>,
    pub subordinate_offices: Option<SharedText>,
    /// As many as there are in Bangla.
    pub expectations: Option<Vec<SharedText>>,
    pub signature_place: Option<SharedText>,
}

/// What is translated of a tier of section ৫.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `GrievanceStep`")]
pub struct StepInEnglish {
    pub when: Option<SharedText>,
    pub whom: Option<SharedText>,
    pub designation: Option<String>,
    pub address: Option<String>,
    pub time_limit: Option<SharedText>,
}

/// What is translated of a district; its name is known from its id.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `District`")]
pub struct DistrictInEnglish {
    pub name: Option<String>,
    pub office: Option<String>,
    pub designation: Option<String>,
}

/// What is translated of an office; its upazila's name is known from its id.
#[derive(Debug, Clone, Default, Hash)]
#[expect(missing_docs, reason = "as in `Office`")]
pub struct OfficeInEnglish {
    pub upazila: Option<String>,
    pub officer: Option<String>,
    pub address: Option<String>,
}

/// The text in English of a page or notice: `name.en.md`.
#[derive(Debug, Clone, Hash)]
pub struct Translation {
    /// Its heading.
    pub title: SharedText,
    /// One sentence for lists and search engines.
    pub summary: Option<SharedText>,
    /// The text below the front matter.
    pub body: super::Body,
}

/// The divisions (বিভাগ) and how the government writes them in English, since the spellings of 2018.
const DIVISIONS: [(&str, &str); 8] = [
    ("ঢাকা", "Dhaka"),
    ("চট্টগ্রাম", "Chattogram"),
    ("রাজশাহী", "Rajshahi"),
    ("খুলনা", "Khulna"),
    ("বরিশাল", "Barishal"),
    ("সিলেট", "Sylhet"),
    ("রংপুর", "Rangpur"),
    ("ময়মনসিংহ", "Mymensingh"),
];

/// A division's name in English; as it is when it is none of the eight.
#[must_use]
pub fn division_in_english(name: &str) -> &str {
    let mut known = DIVISIONS.iter();
    known
        .find(|(bangla, _)| *bangla == name)
        .map_or(name, |(_, english)| english)
}

/// A name from its id: `coxs-bazar` → `Coxs Bazar`, `narayanganjsadar` → `Narayanganj Sadar`: সদর is a word of its own.
#[must_use]
pub(super) fn name_from_id(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    let words = id
        .split('-')
        .flat_map(|word| match word.strip_suffix("sadar") {
            Some(town) => [town, "sadar"],
            None => [word, ""],
        });
    for word in words.filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&word[..1].to_ascii_uppercase());
        name.push_str(&word[1..]);
    }
    name
}

impl Country {
    /// As an English portal says it.
    #[must_use]
    pub fn in_english(&self) -> Self {
        let hotline = |line: &Hotline| Hotline {
            label: or(&line.english, &line.label),
            ..line.clone()
        };
        let holiday = |day: &Holiday| Holiday {
            name: or(&day.english, &day.name),
            ..day.clone()
        };
        let link = |link: &ImportantLink| ImportantLink {
            label: or(&link.english, &link.label),
            ..link.clone()
        };
        Self {
            state: or(&self.english.state, &self.state),
            holidays: self.holidays.iter().map(holiday).collect(),
            hotlines: self.hotlines.iter().map(hotline).collect(),
            links: self.links.iter().map(link).collect(),
            ..self.clone()
        }
    }
}

impl Department {
    /// As an English portal says it.
    #[must_use]
    pub fn in_english(&self) -> Self {
        let Self {
            label,
            name,
            ministry,
            host,
            office_name,
            english,
            posts,
            menu,
            charter,
            pages,
            notices,
            files,
        } = self;
        let post = |post: &Post| Post {
            name: or(&post.english, &post.name),
            ..post.clone()
        };
        Self {
            label: label.clone(),
            name: or(&english.name, name),
            ministry: english.ministry.as_ref().or(ministry.as_ref()).cloned(),
            host: host.clone(),
            office_name: or(&english.office_name, office_name),
            english: DepartmentInEnglish::default(),
            posts: posts.iter().map(post).collect(),
            menu: menu.clone(),
            charter: Arc::new(charter.in_english()),
            pages: pages
                .iter()
                .map(|page| Arc::new(page.in_english()))
                .collect(),
            notices: notices
                .iter()
                .map(|notice| Arc::new(notice.in_english()))
                .collect(),
            files: files.clone(),
        }
    }
}

impl CitizensCharter {
    fn in_english(&self) -> Self {
        let english = &self.english;
        let own = self.subordinate_offices.as_ref();
        let expectations = english.expectations.as_ref();
        Self {
            vision: or(&english.vision, &self.vision),
            mission: or(&english.mission, &self.mission),
            subordinate_offices: own.map(|text| or(&english.subordinate_offices, text)),
            expectations: expectations.unwrap_or(&self.expectations).clone(),
            grievance: self
                .grievance
                .iter()
                .map(GrievanceStep::in_english)
                .collect(),
            signature_place: or(&english.signature_place, &self.signature_place),
            superior: self.superior.as_ref().map(|superior| Superior {
                designation: or(&superior.english, &superior.designation),
                ..superior.clone()
            }),
            ..self.clone()
        }
    }
}

impl GrievanceStep {
    fn in_english(&self) -> Self {
        let english = &self.english;
        let contact = match &self.contact {
            GrievanceContact::DistrictOfficer => GrievanceContact::DistrictOfficer,
            GrievanceContact::Written(contact) => GrievanceContact::Written(Contact {
                designation: maybe(&english.designation, &contact.designation),
                address: maybe(&english.address, &contact.address),
                ..contact.clone()
            }),
        };
        Self {
            when: or(&english.when, &self.when),
            whom: or(&english.whom, &self.whom),
            contact,
            time_limit: or(&english.time_limit, &self.time_limit),
            span: self.span,
            english: self.english.clone(),
        }
    }
}

impl District {
    /// As an English portal says it.
    #[must_use]
    pub fn in_english(&self) -> Self {
        let english = &self.english;
        let contact = Contact {
            designation: maybe(&english.designation, &self.contact.designation),
            ..self.contact.clone()
        };
        Self {
            name: self.name_in_english(),
            division: division_in_english(&self.division).to_owned(),
            office: or(&english.office, &self.office),
            contact,
            ..self.clone()
        }
    }

    /// Its name in English.
    #[must_use]
    pub fn name_in_english(&self) -> String {
        self.english.name_or(&self.id)
    }
}

impl DistrictInEnglish {
    /// The district's name: as it is written, or from its id.
    #[must_use]
    pub fn name_or(&self, id: &super::Slug) -> String {
        let written = self.name.clone();
        written.unwrap_or_else(|| name_from_id(id.as_str()))
    }
}

impl Page {
    fn in_english(&self) -> Self {
        let Some(english) = &self.english else {
            return self.clone();
        };
        Self {
            title: english.title.clone(),
            summary: english.summary.clone(),
            body: english.body.clone(),
            ..self.clone()
        }
    }
}

impl Notice {
    fn in_english(&self) -> Self {
        let Some(english) = &self.english else {
            return self.clone();
        };
        Self {
            title: english.title.clone(),
            summary: english.summary.clone(),
            body: english.body.clone(),
            ..self.clone()
        }
    }
}

impl Office {
    /// As an English portal says it. `department` is its department in English; what the office shares with it is shared
    /// here too.
    #[must_use]
    pub fn in_english(&self, department: &Arc<Department>) -> Self {
        let english = &self.english;
        let shared = &self.department;
        let charter = if Arc::ptr_eq(&self.charter, &shared.charter) {
            Arc::clone(&department.charter)
        } else {
            Arc::new(self.charter.in_english())
        };
        let head = match (&self.head, &english.officer) {
            (super::Holder::Held(_), Some(name)) => super::Holder::Held(name.clone()),
            (head, _) => head.clone(),
        };
        Self {
            upazila: upazila_in_english(english.upazila.as_ref(), &self.id),
            district: Arc::new(self.district.in_english()),
            head,
            address: maybe(&english.address, &self.address),
            charter,
            pages: shared_or(
                &self.pages,
                &shared.pages,
                &department.pages,
                Page::in_english,
            ),
            notices: shared_or(
                &self.notices,
                &shared.notices,
                &department.notices,
                Notice::in_english,
            ),
            bangla: Some(Box::new(self.places())),
            department: Arc::clone(department),
            ..self.clone()
        }
    }
}

/// An upazila's name in English: as it is written, or from its id.
#[must_use]
pub fn upazila_in_english(written: Option<&String>, id: &OfficeId) -> String {
    written
        .cloned()
        .unwrap_or_else(|| name_from_id(id.upazila()))
}

impl Places {
    /// The words for a text: those in Bangla for a text in Bangla, whatever the language of the portal.
    #[must_use]
    pub fn for_text(&self, text: &str) -> &Self {
        match &self.bangla {
            Some(bangla) if super::Language::of(text) == super::Language::Bangla => bangla,
            _ => self,
        }
    }
}

/// Each of an office's own in English; what it shares with its department is the department's.
fn shared_or<T>(
    own: &[Arc<T>],
    shared: &[Arc<T>],
    english: &[Arc<T>],
    in_english: impl Fn(&T) -> T,
) -> Vec<Arc<T>> {
    let of = |one: &Arc<T>| {
        let at = shared.iter().position(|other| Arc::ptr_eq(one, other));
        at.map_or_else(|| Arc::new(in_english(one)), |at| Arc::clone(&english[at]))
    };
    own.iter().map(of).collect()
}

/// The English where there is any.
#[expect(clippy::ref_option, reason = "a field as it stands in the model")]
fn or<T: Clone>(english: &Option<T>, own: &T) -> T {
    english.as_ref().unwrap_or(own).clone()
}

/// The English of what is there in Bangla; the translation of nothing says nothing.
#[expect(clippy::ref_option, reason = "fields as they stand in the model")]
fn maybe<T: Clone>(english: &Option<T>, own: &Option<T>) -> Option<T> {
    own.as_ref().map(|text| or(english, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_from_its_id() {
        for (id, name) in [
            ("rupganj", "Rupganj"),
            ("coxs-bazar", "Coxs Bazar"),
            ("3-no", "3 No"),
            ("narayanganjsadar", "Narayanganj Sadar"),
            ("sadar", "Sadar"),
        ] {
            assert_eq!(name_from_id(id), name);
        }
    }
}
