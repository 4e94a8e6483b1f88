//! The small site in a folder in memory, of which one run changes a file or two.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Begins the names of our folders; the number of the process follows.
const PREFIX: &str = "sanad-fuzz-";

/// A folder with the content of the small site.
pub(crate) fn small_site() -> PathBuf {
    let root = room().join(format!("{PREFIX}{}", std::process::id()));
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    copy(
        &project.join("tests/fixtures/small/content"),
        &root.join("content"),
    );
    root
}

/// The themes of the project, beside the content.
#[allow(dead_code, reason = "not every fuzzer renders")]
pub(crate) fn add_themes(root: &Path) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    copy(&project.join("themes"), &root.join("themes"));
}

/// Writes files, lets something look at the site, and puts back what stood there.
#[allow(dead_code, reason = "not every fuzzer writes whole files")]
pub(crate) fn with<T>(
    root: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    look: impl Fn(&Path) -> T,
) -> T {
    let before: Vec<(PathBuf, Option<Vec<u8>>)> = files
        .keys()
        .map(|name| root.join(name))
        .map(|path| (path.clone(), fs::read(path).ok()))
        .collect();
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    let seen = look(root);
    for (path, bytes) in before {
        match bytes {
            Some(bytes) => fs::write(path, bytes).expect("a file"),
            None => fs::remove_file(path).expect("a file of ours"),
        }
    }
    seen
}

/// The same with one file, which the first byte of an input chooses and the rest of it fills.
#[allow(dead_code, reason = "not every fuzzer writes whole files")]
pub(crate) fn with_one_of<T>(
    root: &Path,
    names: &[&str],
    input: &[u8],
    look: impl Fn(&Path) -> T,
) -> Option<T> {
    let (first, bytes) = input.split_first()?;
    let name = names[usize::from(*first) % names.len()].to_owned();
    let files = BTreeMap::from([(name, bytes.to_vec())]);
    Some(with(root, &files, look))
}

/// Memory, where the system has a folder of it. What was left by runs that have ended is removed.
fn room() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let room = if memory.is_dir() {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    };
    for entry in fs::read_dir(&room).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(process) = name.strip_prefix(PREFIX)
            && !Path::new("/proc").join(process).exists()
        {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    room
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().flatten() {
        let target = to.join(entry.path().strip_prefix(from).expect("below the folder"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}
