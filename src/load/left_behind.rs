//! Files that nobody wrote: what systems, spreadsheets, editors and browsers leave in every folder. They are passed over
//! wherever content is read.

/// Whole names, in small letters.
const NAMES: [&str; 8] = [
    // Windows: pictures of pictures, and how a folder looks.
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "$recycle.bin",
    "system volume information",
    // macOS: the icon of a folder, and what its archives add.
    "icon\r",
    "__macosx",
];

/// Endings, in small letters: half-written and half-loaded files, and copies of what was there before.
const ENDINGS: [&str; 13] = [
    ".tmp",
    ".temp",
    ".bak",
    ".orig",
    ".crdownload",
    ".part",
    ".partial",
    ".download",
    ".opdownload",
    ".swp",
    ".swo",
    ".swn",
    ".swx",
];

/// Whether a name is one of theirs, in small or capital letters. Hidden files are (`.DS_Store`, `.~lock.offices.csv#`), files
/// that Word and Excel have open (`~$charter.docx`), and what Emacs and others keep (`charter.yaml~`, `#charter.yaml#`).
pub(super) fn is_left_behind(name: &str) -> bool {
    let small = name.to_lowercase();
    small.starts_with('.')
        || small.starts_with("~$")
        || small.starts_with('#')
        || small.ends_with('~')
        || NAMES.contains(&small.as_str())
        || ENDINGS.iter().any(|ending| small.ends_with(ending))
}
