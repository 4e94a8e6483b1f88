//! What a browser keeps of a portal for when there is no network, as the portal's service worker: the list of files, what
//! they are told apart by, the words, and the theme's script, which is the same for all.
//!
//! All that helps a citizen most comes first; what finds no room is left to the network. The digests are those of the note
//! on the portal, so a page costs nothing but its line in the list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Serialize;

use super::pictures::PictureSizes;
use super::rendered::Rendered;
use crate::escape;
use crate::model::{Language, Office};
use crate::theme::{Theme, Wording};

/// At the root of the portal, for a worker has no say outside its own folder.
const FILE: &str = "sw.js";

/// What a browser keeps of one portal at most, in bytes as they are unpacked: an old phone has room for it, and the packed
/// quarter of it is a second's download on a slow line's good day.
const ROOM: u64 = 1_000_000;

/// Enough of a digest to tell two versions of one file apart.
const DIGITS: usize = 16;

/// Pages in the order in which they help, before all others.
const FIRST: [&str; 7] = [
    "index.html",
    "contact/index.html",
    "contact/office.vcf",
    "services/index.html",
    "charter/index.html",
    "grievance/index.html",
    "404.html",
];

/// How much a file helps; what comes first is kept first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CachePriority {
    /// Style, scripts, icon: every page needs them.
    Assets,
    /// A page that every portal has, by its place in [`FIRST`].
    First(usize),
    /// The page of a service, and what the search can find.
    Service,
    /// Any other page, and what stands in it.
    Page,
    /// A notice, by its place in the list: the newest are asked for most.
    Notice(usize),
    /// What hangs on a wall: every page of an office comes before what only repeats it in another language.
    Poster,
    /// A page of the mirror in another language, which says the same.
    Mirror,
    /// The smallest size of a picture.
    Picture,
    /// What machines read.
    Data,
    /// What the office offers for download; the smaller, the more of it.
    Download(u64),
}

/// Writes the service workers of all portals.
#[derive(Debug)]
pub struct ServiceWorker {
    /// By the folder of the language.
    words: String,
    script: String,
}

/// What the worker says in one language.
#[derive(Serialize)]
struct WorkerStrings<'a> {
    now: &'a str,
    copy: &'a str,
    back: &'a str,
    again: &'a str,
    missing: &'a str,
    /// Text of the page for what is missing, and what is said instead.
    instead: [[&'a str; 2]; 2],
    time: &'a str,
    /// The parts of a day, beginning with midnight.
    parts: [&'a str; 7],
    months: [&'a str; 12],
    digits: String,
}

impl<'a> WorkerStrings<'a> {
    fn of(wording: &'a Wording) -> Self {
        let string = |key| wording.string(key);
        Self {
            now: string("offline_now"),
            copy: string("offline_copy"),
            back: string("offline_back"),
            again: string("offline_again"),
            missing: string("offline_missing"),
            instead: [
                [string("page_not_found"), string("offline_missing_title")],
                [string("not_found_text"), string("offline_missing_text")],
            ],
            time: string("clock_time"),
            parts: wording.parts_of_day(),
            months: std::array::from_fn(|at| wording.string(&format!("month_{}", at + 1))),
            digits: wording.digits("0123456789"),
        }
    }
}

impl ServiceWorker {
    /// What the workers of portals in these languages say; `None` when the theme has no worker.
    #[must_use]
    pub fn new(theme: &Theme, languages: &[Language]) -> Option<Self> {
        let script = theme.worker.as_ref()?;
        let words = languages.iter().filter_map(|language| {
            let words = WorkerStrings::of(theme.wording(*language)?);
            Some((language.folder(), words))
        });
        Some(Self {
            words: escape::script(&words.collect::<BTreeMap<_, _>>()),
            script: String::from_utf8_lossy(script).into_owned(),
        })
    }

    /// The worker of a portal that consists of these files.
    #[must_use]
    pub fn of_portal<'f>(
        &self,
        office: &Office,
        pictures: &PictureSizes,
        files: impl Iterator<Item = &'f Rendered>,
    ) -> Rendered {
        let mut text = format!("self.sanad={{\"words\":{},\"files\":[\n", self.words);
        for file in kept(office, pictures, files) {
            let (path, digest) = (escape::script(&*file.path), &file.digest[..DIGITS]);
            writeln!(text, "[{path},\"{digest}\"],").expect("writing into a String does not fail");
        }
        text.push_str("]};\n");
        text.push_str(&self.script);
        Rendered::bytes(FILE, text)
    }
}

/// The files that find room, what helps most first.
fn kept<'f>(
    office: &Office,
    pictures: &PictureSizes,
    files: impl Iterator<Item = &'f Rendered>,
) -> impl Iterator<Item = &'f Rendered> {
    let smallest = pictures.values().filter_map(|sizes| sizes.first());
    let smallest: BTreeSet<&str> = smallest.map(|(_, path)| &**path).collect();
    let helpful = files.filter_map(|file| Some((priority(file, office, &smallest)?, file)));
    let mut helpful: Vec<(CachePriority, &Rendered)> = helpful.collect();
    helpful.sort_by_key(|(priority, file)| (*priority, &*file.path));
    let mut room = ROOM;
    helpful.into_iter().filter_map(move |(_, file)| {
        room = room.checked_sub(file.size)?;
        Some(file)
    })
}

/// `None` for what nobody needs without a network: what search engines read, and what is packed for servers.
fn priority(file: &Rendered, office: &Office, smallest: &BTreeSet<&str>) -> Option<CachePriority> {
    let path = &*file.path;
    let (folder, rest) = path.split_once('/').unwrap_or(("", path));
    let is_page = path.ends_with(".html");
    Some(match (path, folder) {
        ("site-map/entries.js", _) => CachePriority::Service,
        ("charter/charter.json" | "notices/feed.xml", _) => CachePriority::Data,
        ("qr.svg", _) => CachePriority::Page,
        (_, "assets") if rest.starts_with("pictures/") => {
            smallest.contains(path).then_some(CachePriority::Picture)?
        }
        (_, "assets") => is_plain(path).then_some(CachePriority::Assets)?,
        (_, "files") => CachePriority::Download(file.size),
        (_, "officers") if path.ends_with(".vcf") => CachePriority::Page,
        _ if FIRST.contains(&path) => {
            CachePriority::First(FIRST.iter().position(|first| *first == path)?)
        }
        (_, "en") if is_page || path.ends_with("/entries.js") => CachePriority::Mirror,
        _ if !is_page => return None,
        (_, "poster") => CachePriority::Poster,
        (_, "services") => CachePriority::Service,
        (_, "notices") => {
            let slug = rest.strip_suffix("/index.html");
            let mut notices = office.notices.iter();
            let place = notices.position(|notice| slug == Some(notice.slug.as_str()));
            place.map_or(CachePriority::Page, CachePriority::Notice)
        }
        _ => CachePriority::Page,
    })
}

/// Whether a file is no packed copy of another (`build --compress`).
fn is_plain(path: &str) -> bool {
    !matches!(path.rsplit_once('.'), Some((_, "gz" | "br")))
}
