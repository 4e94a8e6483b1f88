//! Files of the project and of a site.

use std::fs;
use std::path::Path;

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text of the project; `name` is its path from the top.
#[track_caller]
pub(crate) fn text_of_project(name: &str) -> String {
    text(&project().join(name))
}

/// The text of a file that must be there.
#[track_caller]
pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder with its bytes; sorted by name.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut list = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("a folder that can be read");
        if entry.file_type().is_file() {
            let name = entry
                .path()
                .strip_prefix(folder)
                .expect("below the folder")
                .to_string_lossy()
                .into_owned();
            list.push((
                name,
                fs::read(entry.path()).expect("a file that can be read"),
            ));
        }
    }
    list.sort();
    list
}

/// Copies every file below a folder into another.
pub(super) fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().expect("a file in a folder")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}
