//! What the search of a portal can find: services, pages, notices, officers and files, as a script that sets one value.
//! A browser reads a script also where no server is (`file://`), which it does not with JSON.
//!
//! What a department's offices share is written once, with slots, like a page; an office adds what it says itself. Each
//! entry is `[kind, title, address, further words, detail, words of its text]`; an address that ends with a slash means the
//! page in it.

use super::download::FileView;
use super::layer::Layer;
use super::person_view::duties;
use super::piece::EntryGroup;
use super::search_entry::{EntryKind, IndexLine, KINDS, SearchEntry};
use super::view::{DateView, valid_until};
use crate::escape;
use crate::model::{
    Body, Contact, District, GrievanceContact, GrievanceStep, Holder, Hotline, Localized, Notice,
    Office, Page, Person, Phone, Places, Route, Service, ServiceText, SharedText, fill,
};
use crate::theme::Wording;

/// Older notices are left out: they stand on the page of all notices. So an index stays below 12 KB as it is sent.
pub(super) const NEWEST_NOTICES: usize = 60;

/// Pages that every portal has, in the order in which equally good ones are shown. How to reach an office is its own.
const BUILT_IN: [Route; 11] = [
    Route::Services,
    Route::Charter,
    Route::Grievance,
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

/// Texts of a service whose words lead nowhere: its name is the title, its laws are further words, and fees and times are
/// said with the same words everywhere. How it is given is the same for most.
const NOT_SEARCHED: [ServiceText; 5] = [
    ServiceText::Name,
    ServiceText::DeliveryMethod,
    ServiceText::Fee,
    ServiceText::TimeLimit,
    ServiceText::LegalBasis,
];

impl Layer<'_> {
    /// A group of entries, with marks in place of an office's words when this layer is a department's.
    pub(super) fn entries(&self, group: EntryGroup) -> String {
        let wording = self.edition.wording;
        let (begin, entries) = match group {
            EntryGroup::BuiltIn => {
                let pages = BUILT_IN.iter().map(|route| self.built_in(route));
                let hotlines = self
                    .edition
                    .hotlines
                    .iter()
                    .map(|line| hotline(line, wording));
                let begin = words(wording, &WORDS) + &folder(wording) + "\"entries\":[\n";
                (begin, pages.chain(hotlines).collect::<Vec<_>>())
            }
            EntryGroup::Charter => {
                let Self { charter, .. } = self;
                let services = charter
                    .services
                    .iter()
                    .map(|service| self.service_entry(service));
                let steps = charter.grievance.iter().map(|step| self.step_entry(step));
                // Who looks for what the office does not give learns that, and where it is given.
                let withdrawn = charter.withdrawn.iter().map(|withdrawn| {
                    let entry = self.service_entry(&withdrawn.service);
                    entry.text("").detail(wording.string("service_withdrawn"))
                });
                (
                    String::new(),
                    services.chain(steps).chain(withdrawn).collect(),
                )
            }
            EntryGroup::Pages => (
                String::new(),
                self.pages
                    .iter()
                    .map(|page| self.page_entry(page))
                    .collect(),
            ),
            EntryGroup::Notices => {
                // Pinned ones stand first, then the newest.
                let newest = self.notices.iter().take(NEWEST_NOTICES);
                (
                    String::new(),
                    newest.map(|notice| self.notice_entry(notice)).collect(),
                )
            }
        };
        let lines: Vec<IndexLine> = entries.iter().map(SearchEntry::line).collect();
        let titles: usize = lines.iter().map(IndexLine::len).sum();
        let room = group.room().saturating_sub(titles);
        let texts = entries
            .iter()
            .map(|entry| ([&*entry.title, &entry.further], &*entry.text));
        let words = self.edition.passed_over.within(room, texts);
        let mut script = begin;
        for (line, words) in lines.into_iter().zip(words) {
            line.write(&words, &mut script);
        }
        script
    }

    /// A page that every portal has.
    fn built_in(&self, route: &Route) -> SearchEntry<'static> {
        let (title, _) = self.title(route);
        let name = match route {
            Route::Home => "home".to_owned(),
            _ => route.to_string().replace('-', "_"),
        };
        let further = self.edition.wording.string(&format!("find_{name}"));
        let file = route.file();
        let folder = file.strip_suffix("index.html");
        let address = folder.filter(|folder| !folder.is_empty()).unwrap_or(&file);
        let charter = self.charter;
        let language = self.places.language;
        let text = match route {
            Route::VisionMission => {
                said([&charter.vision, &charter.mission].map(|text| text.in_language(language)))
            }
            Route::Expectations => said(charter.expectations.in_language(language)),
            _ => String::new(),
        };
        SearchEntry::new(EntryKind::Page, title, address)
            .further(fill(further, &self.places))
            .text(text)
    }

    fn service_entry(&self, service: &Service) -> SearchEntry<'_> {
        let basis = service.list(ServiceText::LegalBasis, &self.places);
        let title = service.name(&self.places).into_owned();
        let texts = ServiceText::all().filter(|text| !NOT_SEARCHED.contains(text));
        let texts = texts.flat_map(|text| service.texts(text, &self.places));
        let language = self.places.language;
        let forms = service.forms.value.iter();
        let forms = forms.map(|form| form.name.in_language(language));
        let said = said(texts.chain(forms));
        SearchEntry::new(
            EntryKind::Service(service.kind),
            title,
            format!("services/{}/", service.id),
        )
        .further(basis.join(" "))
        .text(said)
    }

    fn step_entry<'e>(&self, step: &'e GrievanceStep) -> SearchEntry<'e> {
        let further = match &step.contact {
            GrievanceContact::Written(contact) => {
                reach(contact, &self.places, self.edition.wording)
            }
            GrievanceContact::DistrictOfficer => String::new(),
        };
        SearchEntry::new(
            EntryKind::Officer,
            step.whom.fill(&self.places),
            "officers/",
        )
        .further(further)
        .detail(step.when.fill(&self.places))
    }

    fn page_entry<'e>(&self, page: &'e Page) -> SearchEntry<'e> {
        let text = page.text(self.places.language);
        let summary = text
            .summary
            .as_ref()
            .map(|summary| summary.fill(&self.places));
        SearchEntry::new(
            EntryKind::Page,
            text.title.fill(&self.places),
            format!("{}/", page.slug),
        )
        .further(summary.unwrap_or_default())
        .text(text_of(&text.body))
    }

    fn notice_entry<'e>(&self, notice: &'e Notice) -> SearchEntry<'e> {
        let text = notice.text(self.places.language);
        let summary = text
            .summary
            .as_ref()
            .map(|summary| summary.fill(&self.places));
        let wording = self.edition.wording;
        let mut day = DateView::new(notice.date, wording).in_words();
        if let Some(last) = valid_until(notice, wording) {
            day += "; ";
            day += &last;
        }
        let address = format!("notices/{}/", notice.slug);
        SearchEntry::new(EntryKind::Notice, text.title.fill(&self.places), address)
            .further(summary.unwrap_or_default())
            .detail(day)
            .text(text_of(&text.body))
    }
}

fn hotline(line: &Hotline, wording: &Wording) -> SearchEntry<'static> {
    SearchEntry::new(
        EntryKind::Hotline,
        line.label.in_language(wording.language).to_owned(),
        "contact/",
    )
    .further(wording.string("find_hotlines"))
    .detail(wording.digits(&line.number))
}

/// Words of the charter, without the office's own: those are the same all over its portal.
fn said<'t>(texts: impl IntoIterator<Item = &'t SharedText>) -> String {
    let nowhere = Places::default();
    let said: Vec<_> = texts.into_iter().map(|text| text.fill(&nowhere)).collect();
    said.join(" ")
}

/// What a page or notice says, and the addresses to which it leads elsewhere.
fn text_of(body: &Body) -> String {
    let away = body.links.iter().map(|link| &*link.target);
    let away = away.filter(|target| target.contains(':') && !target.contains('{'));
    [&*body.plain]
        .into_iter()
        .chain(away)
        .collect::<Vec<_>>()
        .join(" ")
}

/// How somebody is reached, as words to be found by.
fn reach(contact: &Contact, places: &Places, wording: &Wording) -> String {
    let fill = |text: &Localized<SharedText>| text.fill(places).into_owned();
    let Contact {
        designation,
        address,
        room: _,
        code: _,
        phone,
        email,
        host,
    } = contact;
    joined([
        designation.as_ref().map(fill),
        address.as_ref().map(fill),
        phone.as_ref().map(|phone| number(phone, wording)),
        email.as_ref().map(ToString::to_string),
        host.as_ref().map(ToString::to_string),
    ])
}

/// A telephone as it is shown.
fn number(phone: &Phone, wording: &Wording) -> String {
    super::view::shown(phone, wording)
}

fn joined<const N: usize>(texts: [Option<String>; N]) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What an office adds to the groups, and the end of the file.
pub(super) fn own(office: &Office, wording: &Wording) -> String {
    let language = wording.language;
    let places = &office.places(language);
    let said = |text: &Localized<String>| text.in_language(language).to_owned();
    let post = office.department.post_name(&office.head_post, language);
    let reached = joined([
        office.details.phone().map(|phone| number(phone, wording)),
        office.details.email().map(ToString::to_string),
    ]);
    let (title, detail) = match &office.head {
        Holder::Held(name) => (name.in_language(language).as_str(), post),
        Holder::Vacant => (post, wording.string("vacant")),
        Holder::Unconfirmed => (post, wording.string("name_unconfirmed")),
    };
    let head = SearchEntry::new(EntryKind::Officer, title, "officers/").further(reached);
    let contact = joined([
        Some(fill(wording.string("find_contact"), places).into_owned()),
        office.details.address().map(said),
        Some(office.host.to_string()),
    ]);
    let contact = SearchEntry::new(EntryKind::Page, wording.string("page_contact"), "contact/")
        .further(contact);
    let District {
        name,
        division,
        office: district_office,
        contact: district,
        ..
    } = &*office.district;
    let above = SearchEntry::new(
        EntryKind::Officer,
        district_office.in_language(language),
        "contact/",
    )
    .further(reach(district, places, wording));
    let mut text = String::new();
    for entry in [head.detail(detail), contact, above] {
        entry.line().write("", &mut text);
    }
    for person in office.others() {
        let entry = person_entry(office, person, wording);
        entry.line().write("", &mut text);
    }
    for file in &office.files {
        // What all languages share lies beside the folder of one.
        let address = format!("{}files/{}", wording.language.up(), file.name);
        let view = FileView::of(file, &office.charter, places, wording);
        let service = view.service.as_deref().unwrap_or_default();
        let entry = SearchEntry::new(EntryKind::File, &*view.title, address).further(service);
        entry.detail(view.detail()).line().write("", &mut text);
    }
    let place = [&office.upazila, name, division].map(|name| name.in_language(language).as_str());
    let place = place.join(" ");
    let phone = office.details.phone().or(district.phone.as_ref());
    let phone = phone.map(|phone| (phone.international(), number(phone, wording)));
    text + "],\"place\":"
        + &escape::script(&place)
        + ",\"phone\":"
        + &escape::script(&phone)
        + "}\n"
}

/// Somebody of the office beside who leads it: found by name and post, telephone, e-mail and what they stand for.
fn person_entry<'a>(office: &'a Office, person: &'a Person, wording: &Wording) -> SearchEntry<'a> {
    let phones = person.phones.iter().map(|phone| number(phone, wording));
    let email = person.email.iter().map(ToString::to_string);
    let duties = duties(person, wording).into_iter();
    let further: Vec<String> = phones.chain(email).chain(duties).collect();
    let name = person.name.in_language(wording.language).as_str();
    let post = office.department.post_name(&person.post, wording.language);
    SearchEntry::new(EntryKind::Officer, name, "officers/")
        .further(further.join(", "))
        .detail(post)
}

/// The beginning of an index: the script's own words, what entries are, and what it must know of the language.
pub(super) fn words(wording: &Wording, words: &[(&str, &str)]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|(name, key)| {
            format!(
                "{}:{}",
                escape::script(name),
                escape::script(wording.string(key))
            )
        })
        .collect();
    format!(
        "sanad.index={{\"words\":{{{}}},\"kinds\":{},\"passedOver\":{},\"alike\":{},",
        words.join(","),
        escape::script(&KINDS.map(|key| wording.string(key))),
        escape::script(wording.string("search_passed_over")),
        escape::script(wording.string("search_alike")),
    )
}

/// Where the addresses begin, when it is not the portal's own folder.
pub(super) fn folder(wording: &Wording) -> String {
    match wording.language.folder() {
        "" => String::new(),
        folder => format!("\"folder\":{},", escape::script(folder)),
    }
}
