//! One office: its row, then what its own folder says over it.

use std::path::Path;
use std::sync::Arc;

use super::department::DepartmentContent;
use super::files::Folder;
use super::office_table::OfficeRow;
use super::office_values::{OwnWords, own_words};
use super::source_text::SourceText;
use super::{forms, offered, office_charter, page, people, pictures, sources};
use crate::Result;
use crate::diagnostic::{Diagnostic, say};
use crate::model::{
    Audience, CitizensCharter, Department, Holder, Language, Notice, Office, OfficeDetails,
    OfficeFile, Page, Place, Places, Source, natural_order,
};

/// An office and the mistakes in what it says itself.
#[derive(Debug)]
pub struct OfficeContent {
    /// The office; `None` when its row cannot be used.
    pub office: Option<Office>,
    /// Where its values were written, by key: `phone`, `officer`; a value that nobody wrote is not there.
    pub origins: Vec<(&'static str, Place)>,
    /// Its own folder, as shown to people, with a slash at the end; it need not be there.
    pub folder: Arc<str>,
    /// Mistakes in its row and its folder.
    pub found: Vec<Diagnostic>,
    texts: Vec<SourceText>,
}

impl OfficeContent {
    /// The files of its folder, as they were written.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        self.texts.iter().map(sources::source).collect()
    }
}

/// What an office's folder may hold.
const ENTRIES: [&str; 5] = ["office.yaml", "charter.yaml", "pages", "notices", "files"];

/// Reads an office for an audience: its row, then its folder. Without a department that can be used there is no office,
/// only findings.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn office(
    content: &Path,
    of: &DepartmentContent,
    row: &OfficeRow,
    audience: Audience,
) -> Result<OfficeContent> {
    let mut found = row.found.clone();
    let folder = Folder::new(content)
        .folder(of.label.as_str())
        .folder("offices")
        .folder(row.id.as_str());
    let entries = entries(&folder, &mut found)?;
    let content = |office, origins, found| OfficeContent {
        office,
        origins,
        folder: folder.shown(""),
        found,
        texts: folder.texts(),
    };
    let own_pages = page::pages(&folder.folder("pages"), audience, &mut found)?;
    let own_notices = page::notices(&folder.folder("notices"), audience, &mut found)?;
    let offered = offered::files(&folder.folder("files"), &mut found)?;
    let (Some(department), Some(district), Some(row_post)) =
        (&of.department, &row.district, row.details.post())
    else {
        return Ok(content(None, Vec::new(), found));
    };
    let (words, charter) = own(&folder, &entries, department, &mut found)?;
    let mut details = details(row, &words, &mut found);
    let today = audience.today();
    let people::People { people, are_listed } =
        people::people(row, &words, &mut details, row_post, today, &mut found);
    let origins = origins(row, &words, &details);
    let pages = layered(&department.pages, own_pages);
    let notices = with_shared(own_notices, &department.notices);
    let places = Places::of(
        Language::Bangla,
        &row.upazila,
        district,
        department,
        &row.host,
    );
    let (own_files, pictures) = pictures::apart(offered, &pages, &notices, &charter, &places)?;
    let files = with_forms(own_files, &department.files, &charter);
    let office = Office {
        id: row.id.clone(),
        host: row.host.clone(),
        upazila: row.upazila.clone(),
        district: Arc::clone(district),
        department: Arc::clone(department),
        head_post: details.post().unwrap_or(row_post).clone(),
        head: holder(&details, words.vacant.is_some()),
        people,
        lists_people: are_listed,
        today,
        details,
        charter,
        pages,
        notices,
        files,
        pictures,
    };
    Ok(content(Some(office), origins, found))
}

/// What the office says of itself, and its charter, which is the shared one unless it has its own.
fn own(
    folder: &Folder,
    entries: &[String],
    department: &Department,
    found: &mut Vec<Diagnostic>,
) -> Result<(OwnWords, Arc<CitizensCharter>)> {
    let has = |name: &str| entries.iter().any(|entry| entry == name);
    let posts = &department.posts;
    let words = if has("office.yaml") {
        own_words(folder, posts, found)?
    } else {
        OwnWords::default()
    };
    let charter = if has("charter.yaml") {
        office_charter::charter(folder, &department.charter, posts, found)?
    } else {
        Arc::clone(&department.charter)
    };
    Ok((words, charter))
}

/// What the row says, and over it what the office says itself.
fn details(row: &OfficeRow, words: &OwnWords, found: &mut Vec<Diagnostic>) -> OfficeDetails {
    let mut details = words.details.clone().over(row.details.clone());
    if words.vacant.is_some() {
        details.officer = None;
    }
    match (&mut details.officer, &words.officer_in_english) {
        (Some(officer), Some(english)) => officer.value.english = Some(english.value.clone()),
        (None, Some(english)) => {
            found.push(say::lone_translation("officer").at(english.origin.clone()));
        }
        (_, None) => {}
    }
    details
}

/// Who holds the office's post. A post without a name is vacant only when the office has said so; until then nobody knows.
fn holder(details: &OfficeDetails, is_vacant: bool) -> Holder {
    match details.officer() {
        _ if is_vacant => Holder::Vacant,
        Some(name) => Holder::Held(name.clone()),
        None if details.verified_on.is_some() => Holder::Vacant,
        None => Holder::Unconfirmed,
    }
}

/// The names of what an office's folder holds.
fn entries(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Vec<String>> {
    let mut entries = Vec::new();
    for entry in folder.entries(found)? {
        if !ENTRIES.contains(&entry.name.as_str()) {
            let place = Place::file(&folder.shown(&entry.name));
            found.push(say::unexpected_file_office(&entry.name, ENTRIES.join(", ")).at(place));
        }
        entries.push(entry.name);
    }
    Ok(entries)
}

/// Where each value was written: the row's cells, and over them `office.yaml` and the list of people.
fn origins(
    row: &OfficeRow,
    words: &OwnWords,
    details: &OfficeDetails,
) -> Vec<(&'static str, Place)> {
    let mut origins = row.origins.clone();
    let vacant = words.vacant.iter().map(|origin| ("officer", origin));
    for (key, origin) in vacant.chain(details.origins()) {
        origins.retain(|(known, _)| *known != key);
        origins.push((key, origin.clone()));
    }
    origins
}

/// The office's own files, and what the forms of its charter offer of the department's.
fn with_forms(
    own: Vec<OfficeFile>,
    shared: &[OfficeFile],
    charter: &CitizensCharter,
) -> Vec<OfficeFile> {
    let offered = forms::offered(charter);
    let is_own = |name: &str| own.iter().any(|file| file.name == name);
    let wanted = shared
        .iter()
        .filter(|file| offered.contains(file.name.as_str()) && !is_own(&file.name));
    let mut files: Vec<OfficeFile> = wanted.cloned().collect();
    files.extend(own);
    files.sort_by(|one, other| natural_order(&one.name, &other.name));
    files
}

/// The department's pages and the office's own; an own page stands for the shared one of the same slug.
fn layered(shared: &[Arc<Page>], own: Vec<Arc<Page>>) -> Vec<Arc<Page>> {
    let kept = shared
        .iter()
        .filter(|page| !own.iter().any(|other| other.slug == page.slug))
        .cloned();
    let mut pages: Vec<Arc<Page>> = kept.collect();
    pages.extend(own);
    pages.sort_by_key(|page| page.order);
    pages
}

/// The office's own notices and the department's, in order; an own one stands for the shared one of the same slug.
fn with_shared(own: Vec<Arc<Notice>>, shared: &[Arc<Notice>]) -> Vec<Arc<Notice>> {
    if own.is_empty() {
        return shared.to_vec();
    }
    let kept = shared
        .iter()
        .filter(|notice| !own.iter().any(|other| other.slug == notice.slug));
    let mut notices: Vec<Arc<Notice>> = kept.cloned().collect();
    notices.extend(own);
    page::sort_notices(&mut notices);
    notices
}
