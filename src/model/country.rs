//! What all offices of the country share.

use super::{Date, Hours, Language, Localized, Place, Slug, WebAddress};

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
