//! The judge of a folder that was published: what no portal may hold, whatever its office wrote.
//!
//! It knows nothing of the content. It reads each file as the machine does that will get it, HTML with the parser of a
//! browser, and holds it against what the theme makes; so it finds also what nobody thought of when a rule was written.
//! What is planted with a word of its own (`strangers`) may stand in the portal of who planted it and nowhere else.

#[path = "published/address.rs"]
mod address;
#[path = "published/data.rs"]
mod data;
#[path = "published/page.rs"]
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Something that must not be published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    /// The file, from the output folder.
    pub(crate) file: String,
    pub(crate) what: String,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What is shown was written by a hostile office: no sign of it may reach a terminal.
        write!(to, "{}: {}", self.file, self.what.escape_debug())
    }
}

/// A file of the output with what a rule must know of its place.
struct File<'a> {
    /// The portal's folder, which is its host; empty for the directory of all offices.
    host: &'a str,
    /// Its path from there.
    path: &'a str,
    text: &'a str,
}

/// Endings that a web server gives to browsers as something that acts, or that it runs itself.
const ACTIVE: [&str; 22] = [
    "html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "js", "mjs", "xml", "css", "php",
    "phtml", "phar", "cgi", "asp", "aspx", "jsp", "pl", "htaccess", "config", "wasm",
];

/// Everything in the output that must not be there; our own folder apart. What is as it was when it was judged clean need
/// not be read again.
pub(crate) fn judged(public: &Path, clean: &BTreeMap<String, Vec<u8>>) -> Vec<Violation> {
    let (files, mut found) = listed(public);
    let mut workers = BTreeSet::new();
    for (name, bytes) in &files {
        if clean.get(name) != Some(bytes) {
            found.extend(file(name, bytes, |path| files.contains_key(path)));
        }
        if name.ends_with("/sw.js") {
            workers.insert(data::script_of_worker(bytes));
        }
    }
    // The words differ, the script is the theme's: one for all.
    if workers.len() > 1 {
        let file = "sw.js".to_owned();
        let what = "the script of a service worker is not that of the others".to_owned();
        found.push(Violation { file, what });
    }
    found.sort();
    found
}

/// What is wrong with one file. `exists` says whether the output holds a path.
pub(crate) fn file(name: &str, bytes: &[u8], exists: impl Fn(&str) -> bool) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut tell = |what: String| {
        found.push(Violation {
            file: name.to_owned(),
            what,
        });
    };
    let (host, path) = match name.split_once('/') {
        Some((first, rest)) if first.contains('.') => (first, rest),
        _ => ("", name),
    };
    signs(name, "name", &mut tell);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if path.starts_with("files/") {
        // What an office offers for download is its own; only what a browser would run is not.
        let endings = path.split('.').skip(1).map(str::to_ascii_lowercase);
        let active: Vec<String> = endings.filter(|e| ACTIVE.contains(&&**e)).collect();
        if !active.is_empty() {
            tell(format!("a download that acts: {}", active.join(" ")));
        }
        return found;
    }
    if matches!(
        ending,
        "jpg" | "jpeg" | "png" | "webp" | "gz" | "br" | "woff2"
    ) {
        return found;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            tell(format!("not UTF-8: {error}"));
            return found;
        }
    };
    let file = File { host, path, text };
    signs(text, "text", &mut tell);
    match (path, ending) {
        (_, "html") => page::judge(&file, &exists, &mut tell),
        (_, "xml" | "svg") => data::xml(&file, &mut tell),
        (_, "json" | "webmanifest") => data::json(text, &mut tell),
        (_, "vcf") => data::card(text, &mut tell),
        ("robots.txt", _) => data::robots(&file, &mut tell),
        ("sw.js", _) => data::worker(text, &mut tell),
        _ if path.ends_with("entries.js") => data::entries(text, &mut tell),
        // Style sheets and scripts of the theme, by the digest of what they hold.
        _ if path.starts_with("assets/") && matches!(ending, "css" | "js") => {}
        _ => tell("a file that no portal has".to_owned()),
    }
    found
}

/// Where words that were planted stand though they may not. `words` are given with the host of who planted them, and
/// whether they stand in its row of the table, which the directory shows.
pub(crate) fn strangers(public: &Path, words: &[(&str, &str, bool)]) -> Vec<Violation> {
    let (files, mut found) = listed(public);
    for (name, bytes) in &files {
        for (word, host, in_row) in words {
            let at_home = name
                .strip_prefix(host)
                .is_some_and(|rest| rest.starts_with('/'));
            let is_portal = name
                .split_once('/')
                .is_some_and(|(first, _)| first.contains('.'));
            let is_there = memchr::memmem::find(bytes, word.as_bytes()).is_some();
            if (is_there || name.contains(word)) && !at_home && (is_portal || !in_row) {
                found.push(Violation {
                    file: name.clone(),
                    what: format!("{word} belongs to {host}"),
                });
            }
        }
    }
    found
}

/// The files of the output with what is no file at all.
pub(crate) fn listed(public: &Path) -> (BTreeMap<String, Vec<u8>>, Vec<Violation>) {
    let (mut files, mut found) = (BTreeMap::new(), Vec::new());
    let entries = walkdir::WalkDir::new(public).into_iter();
    let own = public.join(".sanad");
    for entry in entries.filter_entry(|entry| entry.path() != own).flatten() {
        let path = entry.path().strip_prefix(public).unwrap_or(entry.path());
        let name = path.to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() {
            files.insert(name, fs::read(entry.path()).unwrap_or_default());
        } else if !entry.file_type().is_dir() {
            found.push(Violation {
                file: name,
                what: "neither a file nor a folder".to_owned(),
            });
        }
    }
    (files, found)
}

/// Signs that no text may hold: our marks, controls, and what Unicode gives to nobody. Lines may end as on Windows, and those
/// of a card do.
fn signs(text: &str, place: &str, tell: &mut impl FnMut(String)) {
    let text = text.replace("\r\n", "\n");
    let is_wrong = |c: &char| match *c {
        '\t' | '\n' => false,
        '\u{E000}'..='\u{E00F}' | '\u{FDD0}'..='\u{FDEF}' => true,
        c => c.is_control() || u32::from(c) & 0xFFFE == 0xFFFE,
    };
    if let Some(c) = text.chars().find(is_wrong) {
        tell(format!("U+{:04X} in its {place}", u32::from(c)));
    }
}
