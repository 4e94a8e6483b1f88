//! Markdown pages and notices.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::fields::{Fields, name_said};
use super::files::{Folder, FolderEntry};
use super::limits::MAX_FOLDER_BYTES;
use super::raw_page::{RawNotice, RawPage, RawTranslation};
use super::reader::Reader;
use super::source_text::{self, SourceText};
use super::text::{Normal, Text, nfc};
use super::yaml::Parsed;
use super::{allow, front_matter, offered, signs, typed, windows};
use crate::Result;
use crate::diagnostic::{Code, Diagnostic, phrase, say};
use crate::disk::Kind;
use crate::markdown;
use crate::model::{
    Audience, Body, BodyLink, Date, Localized, Notice, PLACEHOLDERS, Page, PageText, Place,
    RESERVED, SharedText, Slug, Stretch,
};

/// The pages in a folder, sorted by `order`, then by file name.
pub(super) fn pages(
    folder: &Folder,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Page>>> {
    let mut pages = Vec::new();
    for (slug, source, english) in written(folder, found)? {
        if RESERVED.contains(&slug.as_str()) {
            found.push(say::reserved_name_page(slug).at(Place::file(&source.file)));
            continue;
        }
        let english = english.and_then(|source| translation(&source, audience, None, found));
        pages.extend(page(slug, &source, english, audience, found).map(Arc::new));
    }
    pages.sort_by_key(|page| page.order);
    Ok(pages)
}

/// The notices in a folder: pinned ones first, then the newest.
pub(super) fn notices(
    folder: &Folder,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Notice>>> {
    let mut notices = Vec::new();
    for (slug, source, english) in written(folder, found)? {
        let Some(mut notice) = notice(slug, &source, audience, found) else {
            english.and_then(|source| translation(&source, audience, None, found));
            continue;
        };
        let date = Some(notice.date);
        notice.text.english =
            english.and_then(|source| translation(&source, audience, date, found));
        notices.push(Arc::new(notice));
    }
    sort_notices(&mut notices);
    Ok(notices)
}

/// Pinned ones first, then the newest.
pub(super) fn sort_notices(notices: &mut [Arc<Notice>]) {
    notices.sort_by(|a, b| {
        (b.pinned, b.date)
            .cmp(&(a.pinned, a.date))
            .then_with(|| a.slug.cmp(&b.slug))
    });
}

/// The notices that all offices show. They have no files of their own: copies of them would lie in every portal.
pub(super) fn shared_notices(
    folder: &Folder,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Notice>>> {
    let mut shared = notices(folder, audience, found)?;
    for notice in &mut shared {
        if notice.attachments.is_empty() {
            continue;
        }
        found.push(say::shared_attachment().at(Place::value(
            &notice.text.bangla.body.origin.file,
            "attachments",
        )));
        // Said once; each office need not say that it lacks the file.
        Arc::make_mut(notice).attachments.clear();
    }
    Ok(shared)
}

/// What is written in a folder: the Bangla of each page, with its English where it stands beside it.
fn written(
    folder: &Folder,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<(Slug, SourceText, Option<SourceText>)>> {
    let (english, bangla): (Vec<_>, Vec<_>) = markdown_files(folder, found)?
        .into_iter()
        .partition(|file| file.english);
    let mut english: BTreeMap<Slug, SourceText> = english
        .into_iter()
        .map(|file| (file.slug, file.source))
        .collect();
    let with_english = |MarkdownFile { slug, source, .. }| {
        let english = english.remove(&slug);
        (slug, source, english)
    };
    let pages = bangla.into_iter().map(with_english).collect();
    for (slug, source) in english {
        found.push(say::no_original(slug).at(Place::file(&source.file)));
    }
    Ok(pages)
}

/// A Markdown file.
struct MarkdownFile {
    /// Its name without `.md`, and without `.en`.
    slug: Slug,
    source: SourceText,
    /// Whether it is the English of another one: `about.en.md`.
    english: bool,
}

fn markdown_files(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Vec<MarkdownFile>> {
    let mut sources = Vec::new();
    let mut known = BTreeSet::new();
    let mut bytes = 0;
    for entry in folder.few_entries(found)? {
        let file = folder.shown(&entry.name);
        if let Some(refused) = windows::refused(&entry.name, || Place::file(&file)) {
            found.push(refused);
            continue;
        }
        let Some(stem) = markdown_stem(&entry) else {
            found.push(say::unexpected_file(&entry.name).at(Place::file(&file)));
            continue;
        };
        let (name, english) = match stem.strip_suffix(".en") {
            Some(name) => (name, true),
            None => (stem, false),
        };
        let Some(slug) = Slug::parse(&nfc(name)) else {
            let said = name_said(&nfc(name), say::bad_id_page(stem));
            found.push(said.at(Place::file(&file)));
            continue;
        };
        if !known.insert((slug.clone(), english)) {
            found.push(offered::same_name(&file, &nfc(&entry.name)));
            continue;
        }
        let Some(source) = entry.text(found)? else {
            continue;
        };
        bytes += source.text.len();
        if bytes > MAX_FOLDER_BYTES {
            found.push(too_much(folder));
            break;
        }
        sources.push(MarkdownFile {
            slug,
            source,
            english,
        });
    }
    Ok(sources)
}

fn too_much(folder: &Folder) -> Diagnostic {
    let megabytes = (MAX_FOLDER_BYTES >> 20).to_string();
    say::too_many_files_bytes(megabytes).at(Place::file(&source_text::shown(folder.path())))
}

fn markdown_stem(entry: &FolderEntry) -> Option<&str> {
    if entry.kind == Kind::Folder {
        None
    } else {
        entry.name.strip_suffix(".md")
    }
}

/// What stands above every text; the title is missed where there is none.
fn heading(
    top: &mut Fields<'_>,
    title: Option<Text>,
    summary: Option<Text>,
) -> (Option<SharedText>, Option<SharedText>) {
    let title = top.shared("title", title, &phrase::needs_title);
    let summary =
        summary.and_then(|summary| top.shared("summary", Some(summary), &phrase::needs_summary));
    (title, summary)
}

fn page(
    slug: Slug,
    source: &SourceText,
    english: Option<PageText>,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Option<Page> {
    let (Parsed { value, excused }, start) = front_matter::read(source, found)?;
    let RawPage {
        title,
        summary,
        order,
        menu,
        draft,
        allow,
    } = value;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let (title, summary) = heading(&mut top, title, summary);
    let body = body(source, start, found);
    let bangla = PageText {
        title: audience.title(title?, draft == Some(true), None)?,
        summary,
        body,
    };
    Some(Page {
        slug,
        order: order.unwrap_or(100),
        menu: menu.unwrap_or(false),
        text: Localized { bangla, english },
    })
}

fn notice(
    slug: Slug,
    source: &SourceText,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Option<Notice> {
    let (Parsed { value, excused }, start) = front_matter::read(source, found)?;
    let RawNotice {
        title,
        date,
        summary,
        pinned,
        expires_on,
        attachments,
        draft,
        allow,
    } = value;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let (title, summary) = heading(&mut top, title, summary);
    let date = top
        .text("date", date, &|| Code::BadDate.remedy())
        .and_then(|day| top.date("date", &day));
    let expires_on = expires_on.and_then(|day| top.date("expires_on", &day.0));
    let body = body(source, start, found);
    let text = PageText {
        title: audience.title(title?, draft == Some(true), date)?,
        summary,
        body,
    };
    Some(Notice {
        slug,
        date: date?,
        pinned: pinned.unwrap_or(false),
        expires_on,
        attachments: attachments
            .unwrap_or_default()
            .into_iter()
            .map(|text| text.0)
            .collect(),
        text: text.into(),
    })
}

/// The English of a page or notice; `date` is the day of the notice.
fn translation(
    source: &SourceText,
    audience: Audience,
    date: Option<Date>,
    found: &mut Vec<Diagnostic>,
) -> Option<PageText> {
    let (Parsed { value, excused }, start) = front_matter::read(source, found)?;
    let RawTranslation {
        title,
        summary,
        draft,
        allow,
    } = value;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let (title, summary) = heading(&mut top, title, summary);
    let body = body(source, start, found);
    Some(PageText {
        title: audience.title(title?, draft == Some(true), date)?,
        summary,
        body,
    })
}

fn body(source: &SourceText, start: usize, found: &mut Vec<Diagnostic>) -> Body {
    let normal = Normal::of(&source.text[start..]);
    let outline = markdown::outline(&normal.text);
    let file = &source.file;
    // Where in the file some bytes of the text stand.
    let written = |range: &Range<usize>| {
        let range = normal.written(range);
        range.start + start..range.end + start
    };
    if let Some(fixed) = outline.fixed.filter(|_| normal.is_as_written()) {
        let fixed = fixed.iter().map(written).collect();
        // Known already where a look at what was lost in the file came first.
        let _ = source.fixed.set(fixed);
    }
    if let Some(range) = &outline.too_deep {
        found.push(say::too_deep().at(Place::bytes(file, written(range))));
    }
    for range in &outline.raw_html {
        found.push(say::raw_html().at(Place::bytes(file, written(range))));
    }
    for (range, meant) in &outline.shown {
        let text = range.of(&normal.text);
        found.push(typed::shown(file, written(range), text, *meant));
    }
    for range in &outline.lost_cells {
        found.push(typed::lost_cell(file, written(range)));
    }
    for range in &outline.numbered {
        if let Some(number) = signs::numbered(range.of(&normal.text)) {
            let range = range.start + number.start..range.start + number.end;
            let text = range.of(&normal.text);
            found.push(signs::finding(file, written(&range), text));
        }
    }
    for range in unknown_placeholders(&normal.text) {
        found.push(unknown_placeholder(
            file,
            range.of(&normal.text),
            written(&range),
        ));
    }
    let link = |link: markdown::Link| BodyLink {
        target: link.target,
        image: link.image,
        range: written(&link.range),
    };
    Body {
        links: outline.links.into_iter().map(link).collect(),
        fragments: outline.fragments,
        origin: Place::file(file),
        markdown: normal.text,
        plain: outline.plain,
    }
}

/// Where placeholders stand that do not exist, with their braces.
fn unknown_placeholders(text: &str) -> impl Iterator<Item = Range<usize>> {
    let unknown = crate::model::placeholders(text).filter(|name| !PLACEHOLDERS.contains(name));
    unknown.map(|name| {
        // The name is a slice of the text, so its place is the distance between the two.
        let at = name.as_ptr() as usize - text.as_ptr() as usize;
        at - 1..at + name.len() + 1
    })
}

fn unknown_placeholder(file: &Arc<str>, written: &str, range: Range<usize>) -> Diagnostic {
    let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ");
    say::unknown_placeholder(written, known).at(Place::bytes(file, range))
}
