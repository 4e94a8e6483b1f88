//! What the search of a portal can find: services, pages, notices, officers and files, as a script that sets one value.
//! A browser reads a script also where no server is (`file://`), which it does not with JSON.
//!
//! What a department's offices share is written once, with holes, like a page; an office adds what it says itself. Each
//! entry is `[kind, title, address, further words, detail]`; an address that ends with a slash means the page in it.

use serde::Serialize;

use super::download::FileView;
use super::layer::Layer;
use super::view::{DateView, valid_until};
use crate::model::{
    CitizensCharter, Holder, Notice, Office, Page, Places, Route, ServiceKind, fill,
};
use crate::theme::Wording;

/// Older notices are left out: they stand on the page of all notices. So an index stays below 12 KB as it is sent.
pub(super) const NEWEST_NOTICES: usize = 60;

/// What is written at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Group {
    /// The script's own words, and the pages that every portal has.
    BuiltIn,
    /// Services, and whom to complain to.
    Charter,
    Pages,
    Notices,
}

impl Group {
    /// In the order of the file.
    pub(super) const ALL: [Self; 4] = [Self::BuiltIn, Self::Charter, Self::Pages, Self::Notices];
}

/// What an entry is.
#[derive(Clone, Copy)]
enum Kind {
    Service(ServiceKind),
    Page,
    Notice,
    Officer,
    File,
}

/// The strings that say what an entry is, by the number of its kind.
const KINDS: [&str; 7] = [
    "kind_citizen",
    "kind_institutional",
    "kind_internal",
    "search_page",
    "page_notices",
    "search_officer",
    "search_file",
];

impl Kind {
    fn number(self) -> usize {
        match self {
            Self::Service(ServiceKind::Citizen) => 0,
            Self::Service(ServiceKind::Institutional) => 1,
            Self::Service(ServiceKind::Internal) => 2,
            Self::Page => 3,
            Self::Notice => 4,
            Self::Officer => 5,
            Self::File => 6,
        }
    }
}

/// Pages that every portal has, in the order in which equally good ones are shown.
const BUILT_IN: [Route; 12] = [
    Route::Services,
    Route::Charter,
    Route::Grievance,
    Route::Contact,
    Route::Officers,
    Route::Notices,
    Route::Downloads,
    Route::VisionMission,
    Route::Expectations,
    Route::Home,
    Route::Poster,
    Route::SiteMap,
];

/// The script's own words, by their names there.
const WORDS: [(&str, &str); 7] = [
    ("list", "search_list"),
    ("count", "search_count"),
    ("all", "search_all"),
    ("none", "search_none"),
    ("advice", "search_advice"),
    ("services", "search_services"),
    ("call", "search_call"),
];

impl Layer<'_> {
    /// A group of entries, with marks in place of an office's words when this layer is a department's.
    pub(super) fn entries(&self, group: Group) -> String {
        let (places, wording) = (&self.places, self.press.wording);
        match group {
            Group::BuiltIn => {
                let pages = BUILT_IN.iter().map(|route| self.built_in(route));
                words(wording, &WORDS)
                    + &folder(wording)
                    + "\"entries\":[\n"
                    + &pages.collect::<String>()
            }
            Group::Charter => charter(self.charter, places),
            Group::Pages => self.pages.iter().map(|item| page(item, places)).collect(),
            Group::Notices => {
                // Pinned ones stand first, then the newest.
                let newest = self.notices.iter().take(NEWEST_NOTICES);
                newest.map(|item| notice(item, places, wording)).collect()
            }
        }
    }

    fn built_in(&self, route: &Route) -> String {
        let (title, _) = self.title(route);
        let name = match route {
            Route::Home => "home".to_owned(),
            _ => route.to_string().replace('-', "_"),
        };
        let further = self.press.wording.string(&format!("find_{name}"));
        let file = route.file();
        let folder = file.strip_suffix("index.html");
        let address = folder.filter(|folder| !folder.is_empty()).unwrap_or(&file);
        entry(
            Kind::Page,
            &title,
            address,
            &fill(further, &self.places),
            "",
        )
    }
}

/// What an office adds to the groups, and the end of the file.
pub(super) fn own(office: &Office, wording: &Wording) -> String {
    let post = office.department.post_name(&office.head_post);
    let phone = office.phone.as_ref();
    let digits = |phone: &crate::model::Phone| wording.digits(&phone.to_string());
    let shown = phone.map(digits).unwrap_or_default();
    let mut text = match &office.head {
        Holder::Held(name) => entry(Kind::Officer, name, "officers/", &shown, post),
        Holder::Vacant => entry(
            Kind::Officer,
            post,
            "officers/",
            &shown,
            wording.string("vacant"),
        ),
        Holder::Unconfirmed => {
            let nobody = wording.string("name_unconfirmed");
            entry(Kind::Officer, post, "officers/", &shown, nobody)
        }
    };
    for file in &office.files {
        // What all languages share lies beside the folder of one.
        let address = format!("{}files/{}", wording.language.up(), file.name);
        let view = FileView::of(file, &office.charter, &office.places(), wording);
        let service = view.service.as_deref().unwrap_or_default();
        text += &entry(Kind::File, &view.title, &address, service, &view.detail());
    }
    let place = format!(
        "{} {} {}",
        office.upazila, office.district.name, office.district.division
    );
    let phone = phone.or(office.district.contact.phone.as_ref());
    let phone = phone.map(|phone| (phone.international(), digits(phone)));
    text + "],\"place\":" + &literal(&place) + ",\"phone\":" + &literal(&phone) + "}\n"
}

/// The beginning of an index: the script's own words, what entries are, and what it must know of the language.
pub(super) fn words(wording: &Wording, words: &[(&str, &str)]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|(name, key)| format!("{}:{}", literal(name), literal(wording.string(key))))
        .collect();
    format!(
        "sanad.index={{\"words\":{{{}}},\"kinds\":{},\"passedOver\":{},\"alike\":{},",
        words.join(","),
        literal(&KINDS.map(|key| wording.string(key))),
        literal(wording.string("search_passed_over")),
        literal(wording.string("search_alike")),
    )
}

/// Where the addresses begin, when it is not the portal's own folder.
pub(super) fn folder(wording: &Wording) -> String {
    match wording.language.folder() {
        "" => String::new(),
        folder => format!("\"folder\":{},", literal(folder)),
    }
}

fn charter(charter: &CitizensCharter, places: &Places) -> String {
    let services = charter.services.iter().map(|service| {
        let address = format!("services/{}/", service.id);
        let kind = Kind::Service(service.kind);
        let basis: Vec<_> = service
            .legal_basis
            .iter()
            .map(|law| law.fill(places))
            .collect();
        entry(
            kind,
            &service.name.fill(places),
            &address,
            &basis.join(" "),
            "",
        )
    });
    let tiers = charter.grievance.iter().map(|step| {
        let when = step.when.fill(places);
        entry(
            Kind::Officer,
            &step.whom.fill(places),
            "officers/",
            "",
            &when,
        )
    });
    services.chain(tiers).collect()
}

fn page(page: &Page, places: &Places) -> String {
    let summary = page.summary.as_ref().map(|summary| summary.fill(places));
    let address = format!("{}/", page.slug);
    let title = page.title.fill(places);
    entry(
        Kind::Page,
        &title,
        &address,
        &summary.unwrap_or_default(),
        "",
    )
}

fn notice(notice: &Notice, places: &Places, wording: &Wording) -> String {
    let summary = notice.summary.as_ref().map(|summary| summary.fill(places));
    let address = format!("notices/{}/", notice.slug);
    let title = notice.title.fill(places);
    let mut day = DateView::new(notice.date, wording).in_words();
    if let Some(last) = valid_until(notice, wording) {
        day += "; ";
        day += &last;
    }
    entry(
        Kind::Notice,
        &title,
        &address,
        &summary.unwrap_or_default(),
        &day,
    )
}

/// One entry, without what is empty at its end.
fn entry(kind: Kind, title: &str, address: &str, further: &str, detail: &str) -> String {
    let mut line = format!("[{},{},{}", kind.number(), literal(title), literal(address));
    if !further.is_empty() || !detail.is_empty() {
        line += ",";
        line += &literal(further);
    }
    if !detail.is_empty() {
        line += ",";
        line += &literal(detail);
    }
    line + "],\n"
}

/// A value as a script may hold it: JSON, without what older engines take for the end of a line or a page for its own.
pub(super) fn literal(value: &(impl Serialize + ?Sized)) -> String {
    let json = serde_json::to_string(value).expect("text and lists of text have a JSON form");
    if !json.contains(['<', '\u{2028}', '\u{2029}']) {
        return json;
    }
    json.replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Text as it stands between the quotes of a literal.
pub(super) fn quoted(text: &str) -> String {
    let literal = literal(text);
    literal[1..literal.len() - 1].to_owned()
}
