//! Markdown pages and notices.

use std::sync::Arc;

use super::allow;
use super::fields::{self, Fields, Hint};
use super::files::{self, Folder, FolderEntry, SourceText};
use super::front_matter;
use super::raw_page::{RawNotice, RawPage, RawTranslation};
use super::text::{Text, nfc};
use super::yaml::Parsed;
use crate::Result;
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown;
use crate::model::{
    Audience, Body, BodyLink, Date, Notice, Origin, PLACEHOLDERS, Page, RESERVED, SharedText, Slug,
    Translation,
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
            let hint = ("choose another file name", "ফাইলের অন্য নাম দিন");
            found.push(Diagnostic::error(
                "reserved-name",
                Place::file(&source.file),
                (
                    format!("`{slug}` is a page that every portal has"),
                    format!("`{slug}` পাতাটি সব পোর্টালেই আছে"),
                ),
                hint,
            ));
            continue;
        }
        let english = english.and_then(|source| translation(&source, audience, None, found));
        let page = page(slug, &source, audience, found);
        pages.extend(page.map(|page| Arc::new(Page { english, ..page })));
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
        let notice = notice(slug, &source, audience, found);
        let date = notice.as_ref().map(|notice| notice.date);
        let english = english.and_then(|source| translation(&source, audience, date, found));
        notices.extend(notice.map(|notice| Arc::new(Notice { english, ..notice })));
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
        let hint = (
            "put the file on the department's own site and link to it with https:// in the text",
            "ফাইলটি অধিদপ্তরের নিজস্ব সাইটে রাখুন এবং লেখায় https:// দিয়ে লিংক দিন",
        );
        found.push(Diagnostic::error(
            "shared-attachment",
            Place::value(&notice.body.origin.file, "attachments"),
            (
                "a notice that all offices show cannot have files",
                "সব কার্যালয়ের বিজ্ঞপ্তিতে ফাইল সংযুক্ত করা যায় না",
            ),
            hint,
        ));
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
    let mut pages: Vec<_> = bangla
        .into_iter()
        .map(|file| (file.slug, file.source, None))
        .collect();
    for MarkdownFile { slug, source, .. } in english {
        if let Some(page) = pages.iter_mut().find(|page| page.0 == slug) {
            page.2 = Some(source);
            continue;
        }
        found.push(Diagnostic::error(
            "no-original",
            Place::file(&source.file),
            (
                format!("there is no `{slug}.md` of which this is the English"),
                format!("এটি যার ইংরেজি, সেই `{slug}.md` এখানে নেই"),
            ),
            (
                "write the Bangla beside it, or delete this file",
                "পাশে বাংলা পাতাটি লিখুন, অথবা এই ফাইলটি মুছে ফেলুন",
            ),
        ));
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
    for entry in folder.entries()? {
        let file = folder.shown(&entry.name);
        let Some(stem) = markdown_stem(&entry) else {
            let hint = (
                "a page is a file that ends in .md; pictures and documents belong into files/",
                "পাতার ফাইলের নাম .md দিয়ে শেষ হয়; ছবি ও দলিল files/ ফোল্ডারে রাখুন",
            );
            found.push(Diagnostic::error(
                "unexpected-file",
                Place::file(&file),
                (
                    format!("`{}` is not a page", entry.name),
                    format!("`{}` কোনো পাতা নয়", entry.name),
                ),
                hint,
            ));
            continue;
        };
        let (name, english) = match stem.strip_suffix(".en") {
            Some(name) => (name, true),
            None => (stem, false),
        };
        let Some(slug) = Slug::parse(&nfc(name)) else {
            let hint = (
                "use small letters, digits and single hyphens, like `winter-training.md`; Bangla letters are fine",
                "ছোট হাতের অক্ষর, অঙ্ক ও একক হাইফেন ব্যবহার করুন, যেমন `winter-training.md`; বাংলা অক্ষরও চলে",
            );
            found.push(Diagnostic::error(
                "bad-id",
                Place::file(&file),
                (
                    format!("`{stem}` cannot be part of an address"),
                    format!("`{stem}` ঠিকানার অংশ হতে পারে না"),
                ),
                hint,
            ));
            continue;
        };
        let source = entry.text(found)?;
        sources.extend(source.map(|source| MarkdownFile {
            slug,
            source,
            english,
        }));
    }
    Ok(sources)
}

fn markdown_stem(entry: &FolderEntry) -> Option<&str> {
    if entry.is_folder {
        None
    } else {
        entry.name.strip_suffix(".md")
    }
}

const NEEDS_TITLE: Hint<'_> = ("the page's heading", "পাতার শিরোনাম");
const NEEDS_SUMMARY: Hint<'_> = (
    "one sentence about the page, or leave the key away",
    "পাতা সম্পর্কে একটি বাক্য লিখুন, অথবা কী-টি বাদ দিন",
);

/// What stands above every text; the title is missed where there is none.
fn heading(
    top: &mut Fields<'_>,
    title: Option<Text>,
    summary: Option<Text>,
) -> (Option<SharedText>, Option<SharedText>) {
    let title = top.shared("title", title, NEEDS_TITLE);
    let summary = summary.and_then(|summary| top.shared("summary", Some(summary), NEEDS_SUMMARY));
    (title, summary)
}

fn page(
    slug: Slug,
    source: &SourceText,
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
    Some(Page {
        slug,
        title: audience.title(title?, draft == Some(true), None)?,
        summary,
        order: order.unwrap_or(100),
        menu: menu.unwrap_or(false),
        body,
        english: None,
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
        .text("date", date, fields::DATE_HINT)
        .and_then(|day| top.date("date", &day));
    let expires_on = expires_on.and_then(|day| top.date("expires_on", &day.0));
    let body = body(source, start, found);
    Some(Notice {
        slug,
        title: audience.title(title?, draft == Some(true), date)?,
        date: date?,
        summary,
        pinned: pinned.unwrap_or(false),
        expires_on,
        attachments: attachments
            .unwrap_or_default()
            .into_iter()
            .map(|text| text.0)
            .collect(),
        body,
        english: None,
    })
}

/// The English of a page or notice; `date` is the day of the notice.
fn translation(
    source: &SourceText,
    audience: Audience,
    date: Option<Date>,
    found: &mut Vec<Diagnostic>,
) -> Option<Translation> {
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
    Some(Translation {
        title: audience.title(title?, draft == Some(true), date)?,
        summary,
        body,
    })
}

fn body(source: &SourceText, start: usize, found: &mut Vec<Diagnostic>) -> Body {
    let text = &source.text[start..];
    let outline = markdown::outline(text);
    let file = &source.file;
    if let Some(range) = outline.too_deep {
        let place = Place::bytes(file, range.start + start..range.end + start);
        found.push(Diagnostic::error(
            "too-deep",
            place,
            (
                "lists and quotations are nested too deeply here",
                "এখানে তালিকা বা উদ্ধৃতির স্তর অতিরিক্ত",
            ),
            (
                "twelve levels are enough for any reader; make them fewer",
                "বারোটির বেশি স্তর কেউ অনুসরণ করতে পারেন না; স্তর কমান",
            ),
        ));
    }
    for range in outline.raw_html {
        let place = Place::bytes(file, range.start + start..range.end + start);
        let hint = (
            "HTML is shown as text, never obeyed; use Markdown instead",
            "HTML কার্যকর হয় না, লেখা হিসেবেই দেখা যায়; Markdown ব্যবহার করুন",
        );
        found.push(Diagnostic::error(
            "raw-html",
            place,
            ("this is HTML", "এটি HTML"),
            hint,
        ));
    }
    unknown_placeholders(file, text, start, found);
    let link = |link: markdown::Link| BodyLink {
        target: nfc(&link.target),
        image: link.image,
        range: link.range.start + start..link.range.end + start,
    };
    Body {
        markdown: nfc(text),
        links: outline.links.into_iter().map(link).collect(),
        fragments: outline.fragments,
        origin: Origin::file(file),
    }
}

fn unknown_placeholders(file: &Arc<str>, text: &str, start: usize, found: &mut Vec<Diagnostic>) {
    for name in crate::model::placeholders(text).filter(|name| !PLACEHOLDERS.contains(name)) {
        // The name is a slice of the text, so its place is the distance between the two.
        let at = name.as_ptr() as usize - text.as_ptr() as usize + start;
        let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" ");
        let place = Place::bytes(file, at - 1..at + name.len() + 1);
        found.push(Diagnostic::error(
            "unknown-placeholder",
            place,
            (
                format!("{{{name}}} is not a placeholder"),
                format!("{{{name}}} কোনো নির্ধারিত শব্দ নয়"),
            ),
            (
                format!("the placeholders are {known}"),
                format!("নির্ধারিত শব্দগুলো হলো {known}"),
            ),
        ));
    }
}

/// The files that an office offers for download.
pub(super) fn files(
    folder: &Folder,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<crate::model::OfficeFile>> {
    let mut list = Vec::new();
    for entry in folder.entries()? {
        let file = folder.shown(&entry.name);
        if entry.is_link {
            found.push(files::link_finding(&file));
        } else if entry.is_folder || !safe_file_name(&entry.name) {
            let hint = (
                "files/ holds plain files; use letters, digits, hyphens and one ending, like `form-1.pdf`",
                "files/ ফোল্ডারে সাধারণ ফাইল থাকে; অক্ষর, অঙ্ক ও হাইফেন দিয়ে নাম লিখুন, যেমন `form-1.pdf`",
            );
            found.push(Diagnostic::error(
                "bad-file-name",
                Place::file(&file),
                (
                    format!("`{}` cannot be offered for download", entry.name),
                    format!("`{}` ডাউনলোডের জন্য দেওয়া যায় না", entry.name),
                ),
                hint,
            ));
        } else {
            let (bytes, digest) = files::digest(&entry.path)?;
            list.push(crate::model::OfficeFile {
                name: entry.name,
                path: entry.path,
                bytes,
                digest,
            });
        }
    }
    Ok(list)
}

/// A browser would run these as a page of the portal's own host.
const ACTIVE_ENDINGS: [&str; 8] = ["html", "htm", "xhtml", "svg", "js", "mjs", "xml", "css"];

fn safe_file_name(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let stem_fits = Slug::parse(&stem.to_ascii_lowercase().replace(['_', '.'], "-")).is_some();
    stem_fits
        && ending.bytes().all(|b| b.is_ascii_alphanumeric())
        && !ACTIVE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
}
