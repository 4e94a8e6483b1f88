//! The model as templates see it: plain values, Bangla on the page, ASCII in addresses.

use std::sync::Arc;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::download::FileView;
use crate::model::{
    Contact, Date, Holder, Language, Localized, Notice, Office, OfficeFile, Page, Phone, Places,
    SharedText,
};
use crate::theme::Wording;

/// A day.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    /// `2025-06-30`
    pub(super) iso: String,
    /// `৩০`
    pub(super) day: String,
    /// `জুন`
    pub(super) month: String,
    /// `২০২৫`
    pub(super) year: String,
    /// `৩০/০৬/২০২৫`
    pub(super) official: String,
}

impl DateView {
    pub(super) fn new(date: Date, wording: &Wording) -> Self {
        Self {
            iso: date.to_string(),
            day: wording.number(date.day().into()),
            month: wording
                .string(&format!("month_{}", date.month()))
                .to_owned(),
            year: wording.number(date.year().into()),
            official: wording.digits(&date.official()),
        }
    }

    /// `৩০ জুন ২০২৫`
    pub(super) fn in_words(&self) -> String {
        format!("{} {} {}", self.day, self.month, self.year)
    }
}

/// Until when a notice is valid, in words that stay true after that day; `None` when it does not say.
pub(super) fn valid_until(notice: &Notice, wording: &Wording) -> Option<String> {
    let last = DateView::new(notice.expires_on?, wording).in_words();
    Some(wording.string("notice_expires").replace("{date}", &last))
}

/// A telephone number.
#[derive(Debug, Serialize)]
pub(super) struct PhoneView {
    /// As it is written; on a page in English in the digits of English.
    pub(super) text: String,
    /// `+8801781271934`
    pub(super) tel: String,
}

impl PhoneView {
    pub(super) fn new(phone: &Phone, wording: &Wording) -> Self {
        Self {
            text: shown(phone, wording),
            tel: phone.international(),
        }
    }
}

/// A telephone number as a reader sees it.
pub(super) fn shown(phone: &Phone, wording: &Wording) -> String {
    let written = phone.to_string();
    match wording.language {
        Language::Bangla => written,
        Language::English => wording.digits(&written),
    }
}

/// How to reach somebody. What is missing is null.
#[derive(Debug, Serialize)]
pub(super) struct ContactView {
    designation: Option<String>,
    address: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    phone: Option<PhoneView>,
    email: Option<String>,
    host: Option<String>,
}

impl ContactView {
    pub(super) fn new(contact: &Contact, places: &Places, wording: &Wording) -> Self {
        let digits = |text: &str| wording.digits(text);
        let fill = |text: &Localized<SharedText>| text.fill(places).into_owned();
        Self {
            designation: contact.designation.as_ref().map(fill),
            address: contact.address.as_ref().map(fill),
            room: contact.room.as_deref().map(digits),
            code: contact.code.as_ref().map(|code| digits(&code.to_string())),
            phone: contact
                .phone
                .as_ref()
                .map(|phone| PhoneView::new(phone, wording)),
            email: contact.email.as_ref().map(ToString::to_string),
            host: contact.host.as_ref().map(ToString::to_string),
        }
    }
}

/// An office, for every template.
#[derive(Debug, Serialize)]
pub(super) struct OfficeView {
    id: String,
    host: String,
    host_www: String,
    /// `উপজেলা আইসিটি কার্যালয়`
    name: String,
    upazila: String,
    district: String,
    division: String,
    department: String,
    department_host: Option<String>,
    ministry: Option<String>,
    /// The post that leads it: the only one of which it is known who holds it.
    post: String,
    post_id: String,
    /// `held`, `vacant` or `unconfirmed`.
    holder: &'static str,
    officer: Option<String>,
    /// The first letter of the officer's name, whole with its signs.
    initial: Option<String>,
    phone: Option<PhoneView>,
    mobile: Option<PhoneView>,
    email: Option<String>,
    address: Option<String>,
    /// `23.7912,90.5043`, as an address of the scheme `geo:` has it.
    geo: Option<String>,
    /// In Bangla digits, as `code` is.
    room: Option<String>,
    code: Option<String>,
    /// Whether somebody can be reached at the office itself.
    reachable: bool,
    verified_on: Option<DateView>,
    district_office: String,
    district_contact: ContactView,
    superior: ContactView,
    /// Where the superior officer sits; null when the charter itself names the officer.
    superior_office: Option<String>,
    /// The code that leads to its portal: an `svg` element.
    qr: String,
    /// Whether there is a card of its officer for the contacts of a telephone.
    card: bool,
    /// What it is in the vocabulary of schema.org: JSON that can stand in a page.
    structured: String,
}

impl OfficeView {
    pub(super) fn new(
        office: &Office,
        places: &Places,
        qr: &str,
        opening: Option<&str>,
        wording: &Wording,
    ) -> Self {
        let department = &office.department;
        let said = |text: &Localized<String>| text.in_language(wording.language).to_owned();
        let (holder, officer) = match &office.head {
            Holder::Held(name) => ("held", Some(said(name))),
            Holder::Vacant => ("vacant", None),
            Holder::Unconfirmed => ("unconfirmed", None),
        };
        Self {
            id: office.id.to_string(),
            host: office.host.to_string(),
            host_www: office.host.with_www(),
            name: said(&department.office_name),
            upazila: said(&office.upazila),
            district: said(&office.district.name),
            division: said(&office.district.division),
            department: said(&department.name),
            department_host: department.host.as_ref().map(ToString::to_string),
            ministry: department.ministry.as_ref().map(said),
            post: department
                .post_name(&office.head_post, wording.language)
                .to_owned(),
            post_id: office.head_post.to_string(),
            holder,
            initial: officer.as_deref().and_then(initial),
            officer,
            phone: office
                .details
                .phone()
                .map(|phone| PhoneView::new(phone, wording)),
            mobile: office
                .details
                .mobile()
                .map(|phone| PhoneView::new(phone, wording)),
            email: office.details.email().map(ToString::to_string),
            address: office.details.address().map(said),
            geo: office
                .details
                .coordinates()
                .map(|at| format!("{},{}", at.latitude(), at.longitude())),
            room: office.details.room().map(|room| wording.digits(room)),
            code: office
                .details
                .code()
                .map(|code| wording.digits(&code.to_string())),
            reachable: office.details.is_reachable(),
            verified_on: office
                .details
                .verified_on()
                .copied()
                .map(|date| DateView::new(date, wording)),
            district_office: said(&office.district.office),
            district_contact: ContactView::new(&office.district.contact, places, wording),
            superior: ContactView::new(&office.superior(), places, wording),
            superior_office: office.superior_office().map(said),
            qr: qr.to_owned(),
            card: office.has_card(),
            structured: super::structured::office(office, opening, wording.language),
        }
    }
}

/// A notice in a list.
#[derive(Debug, Serialize)]
pub(super) struct NoticeView {
    slug: String,
    title: String,
    summary: Option<String>,
    date: DateView,
    /// The last day on which it is current.
    expires_on: Option<DateView>,
    /// `মেয়াদ ৩০ জুন ২০২৫ পর্যন্ত`
    valid_until: Option<String>,
    pinned: bool,
    /// Whether it stands on the first page, from the beginning or for one that will have expired.
    newest: bool,
    attachments: Vec<FileView>,
}

impl NoticeView {
    pub(super) fn new(
        notice: &Notice,
        files: &[OfficeFile],
        places: &Places,
        wording: &Wording,
    ) -> Self {
        let fill = |text: &SharedText| text.fill(places).into_owned();
        let text = notice.text(wording.language);
        // In the order in which somebody wrote them.
        let named = |name: &String| files.iter().find(|file| file.name == *name);
        let attached = notice.attachments.iter().filter_map(named);
        Self {
            slug: notice.slug.to_string(),
            title: fill(&text.title),
            summary: text.summary.as_ref().map(fill),
            date: DateView::new(notice.date, wording),
            expires_on: notice.expires_on.map(|date| DateView::new(date, wording)),
            valid_until: valid_until(notice, wording),
            pinned: notice.pinned,
            newest: false,
            attachments: attached.map(|file| FileView::new(file, wording)).collect(),
        }
    }
}

/// Notices of the first page that expire, at most: three that do not may stand behind them.
const MOST_EXPIRING: usize = 9;

/// Notices in their order. On the first page stand three; so many behind them are marked for it that three are left whichever
/// of the others expire, for the day is known to the reader's browser alone.
pub(super) fn notices(
    notices: &[Arc<Notice>],
    files: &[OfficeFile],
    places: &Places,
    wording: &Wording,
) -> Vec<NoticeView> {
    let (mut lasting, mut expiring) = (0, 0);
    let view = |notice: &Arc<Notice>| {
        let newest = lasting < 3 && expiring <= MOST_EXPIRING;
        match notice.expires_on {
            Some(_) => expiring += 1,
            None => lasting += 1,
        }
        NoticeView {
            newest,
            ..NoticeView::new(notice, files, places, wording)
        }
    };
    notices.iter().map(view).collect()
}

/// A Markdown page in a list.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    slug: String,
    title: String,
    summary: Option<String>,
}

pub(super) fn pages(pages: &[Arc<Page>], places: &Places) -> Vec<PageView> {
    let fill = |text: &SharedText| text.fill(places).into_owned();
    let page = |page: &Arc<Page>| {
        let text = page.text(places.language);
        PageView {
            slug: page.slug.to_string(),
            title: fill(&text.title),
            summary: text.summary.as_ref().map(fill),
        }
    };
    pages.iter().map(page).collect()
}

/// Words before a name that are no part of it. An abbreviation ends with the letter visarga, a colon, a point or nothing.
const TITLES: [&str; 34] = [
    "মো",
    "মোহা",
    "মুহা",
    "মোছা",
    "মোসা",
    "মোছাম্মৎ",
    "মোসাম্মৎ",
    "ডা",
    "ড",
    "প্রফেসর",
    "অধ্যাপক",
    "ইঞ্জি",
    "ইঞ্জিনিয়ার",
    "প্রকৌ",
    "প্রকৌশলী",
    "কৃষিবিদ",
    "এড",
    "অ্যাড",
    "অ্যাডভোকেট",
    "এডভোকেট",
    "জনাব",
    "জনাবা",
    "বেগম",
    "মিস",
    "মিসেস",
    "শ্রী",
    "শ্রীমতি",
    "শ্রীমতী",
    "হাজি",
    "হাজী",
    "আলহাজ",
    "আলহাজ্ব",
    "বীর",
    "মুক্তিযোদ্ধা",
];
const TITLES_IN_ENGLISH: [&str; 24] = [
    "md",
    "mohd",
    "mst",
    "most",
    "mosa",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "engr",
    "eng",
    "engineer",
    "adv",
    "advocate",
    "janab",
    "begum",
    "sri",
    "shri",
    "alhaj",
    "haji",
    "krishibid",
];

/// The first letter of a name, whole with its signs. What most names begin with, মোঃ for instance, would be the same letter
/// for all of them; where a name is nothing else, its first letter stands.
fn initial(name: &str) -> Option<String> {
    let is_title = |word: &str| {
        let bare = word.trim_end_matches(['ঃ', ':', '.', '।']);
        TITLES.contains(&bare) || TITLES_IN_ENGLISH.contains(&&*bare.to_ascii_lowercase())
    };
    let mut words = name.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','));
    let own = words
        .by_ref()
        // `মোঃআব্দুর` and `ডাঃ.` are written too.
        .flat_map(|word| word.split_inclusive(['ঃ', '.', ':']))
        .find(|word| !is_title(word) && word.contains(char::is_alphabetic));
    let first = own.unwrap_or_else(|| name.trim_start());
    first.graphemes(true).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_of_the_name_and_not_of_what_stands_before_it() {
        for (name, letter) in [
            ("মোঃ আব্দুর রহমান", "আ"),
            ("মোঃআব্দুর রহমান", "আ"),
            ("মো. কামাল হোসেন", "কা"),
            ("মো: কামাল", "কা"),
            ("মোছাঃ শিরিন আক্তার", "শি"),
            ("ডাঃ মোঃ নাজমুল", "না"),
            ("জনাব ইঞ্জিঃ মোঃ রফিক", "র"),
            ("মিসেস রওশন", "র"),
            ("বেগম রোকেয়া", "রো"),
            ("রোকেয়া বেগম", "রো"),
            ("অধ্যাপক ড. হাসান", "হা"),
            ("মোঃ", "মোঃ"),
            ("Md. Abdur Rahman", "A"),
            ("MD Kamal", "K"),
            ("ক্ষিতীশ", "ক্ষি"),
            ("এ. কে. এম. সালাম", "এ"),
        ] {
            assert_eq!(initial(name).as_deref(), Some(letter), "{name}");
        }
        assert_eq!(initial(""), None);
    }
}
