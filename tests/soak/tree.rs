//! Folders, compared: names, kinds, bytes and modes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What a path is, who may do what with it, and its bytes.
#[derive(Debug, PartialEq, Eq, Clone)]
pub(crate) struct Item {
    is_folder: bool,
    mode: u32,
    bytes: Vec<u8>,
}

pub(crate) type Tree = BTreeMap<String, Item>;

/// All below a folder, our own folder of notes apart.
pub(crate) fn tree(folder: &Path) -> Tree {
    let own = folder.join(".sanad");
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter();
    entries
        .filter_entry(|entry| entry.path() != own)
        .flatten()
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let item = Item {
                is_folder: entry.file_type().is_dir(),
                mode: entry
                    .metadata()
                    .map_or(0, |data| data.permissions().mode() & 0o7777),
                bytes: if entry.file_type().is_file() {
                    fs::read(entry.path()).unwrap_or_default()
                } else {
                    Vec::new()
                },
            };
            (name.to_string_lossy().into_owned(), item)
        })
        .collect()
}

/// In what two trees differ, a few of them.
pub(crate) fn differences(built: &Tree, clean: &Tree) -> Vec<String> {
    let names = built
        .keys()
        .chain(clean.keys().filter(|name| !built.contains_key(*name)));
    let told = names.filter_map(|name| match (built.get(name), clean.get(name)) {
        (Some(built), Some(clean)) if built == clean => None,
        (Some(built), Some(clean)) if built.bytes == clean.bytes => Some(format!(
            "{name}: mode {:o}, not {:o} as in a clean build",
            built.mode, clean.mode
        )),
        (Some(_), Some(_)) => Some(format!("{name}: not the bytes of a clean build")),
        (Some(_), None) => Some(format!("{name}: a clean build has none")),
        (None, _) => Some(format!("{name}: a clean build has it")),
    });
    told.take(6).collect()
}

/// What stands in our own folder of the output beside what belongs there.
pub(crate) fn strange_notes(public: &Path) -> Vec<String> {
    let entries = fs::read_dir(public.join(".sanad"))
        .into_iter()
        .flatten()
        .flatten();
    let entries = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_known = |name: &String| {
        matches!(
            &**name,
            "lock" | "portals" | "previous" | "departments" | "directory" | "work"
        )
    };
    // Between two builds nothing waits there, but the folders for it.
    let waiting = ["portals", "notes", "aside"].into_iter().flat_map(|place| {
        let entries = fs::read_dir(public.join(".sanad/work").join(place));
        let entries = entries.into_iter().flatten().flatten();
        entries.map(move |entry| format!("work/{place}/{}", entry.file_name().to_string_lossy()))
    });
    entries
        .filter(|name| !is_known(name))
        .chain(waiting)
        .map(|name| format!(".sanad/{name} was left"))
        .collect()
}
