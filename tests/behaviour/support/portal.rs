//! A small site in a temporary folder, which can be changed, built and looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use tempfile::TempDir;

use super::files::{copy, files, project, text};
use super::outcome::Outcome;
use super::paths::{CHARTER, COUNTRY};

/// A site that can be changed file by file before it is built.
pub(crate) struct Portal {
    folder: Rc<TempDir>,
}

/// A folder for a site: in memory where the system has room in it, for a build waits until the disk holds what it wrote,
/// which is most of its time here and shows nothing. With `TMPDIR` it lies where that says.
fn place() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if std::env::var_os("TMPDIR").is_none() && has_room(memory) {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    };
    folder.expect("a temporary folder")
}

/// Whether there is a folder with a gigabyte left; in containers it often has 64 MB.
#[cfg(unix)]
fn has_room(folder: &Path) -> bool {
    let room = rustix::fs::statvfs(folder);
    room.is_ok_and(|room| room.f_bavail.saturating_mul(room.f_frsize) > 1 << 30)
}

#[cfg(not(unix))]
fn has_room(_folder: &Path) -> bool {
    false
}

impl Portal {
    /// The small site of `tests/fixtures/small`, which has no mistakes.
    pub(crate) fn small() -> Self {
        let folder = Rc::new(place());
        copy(&project().join("tests/fixtures/small"), folder.path());
        copy(&project().join("themes"), &folder.path().join("themes"));
        Self { folder }
    }

    /// The small site with the charter in the form of field offices (`tests/fixtures/field` stands over it).
    pub(crate) fn field() -> Self {
        Self::small().and("tests/fixtures/field")
    }

    /// The same with the files of a folder of the project over it.
    pub(crate) fn and(self, folder: &str) -> Self {
        copy(&project().join(folder), self.folder.path());
        self
    }

    /// The small site with something else in its charter.
    pub(crate) fn charter(from: &str, to: &str) -> Self {
        Self::small().edit(CHARTER, from, to)
    }

    /// The content of the project itself.
    pub(crate) fn real() -> Self {
        let folder = Rc::new(place());
        copy(&project().join("content"), &folder.path().join("content"));
        copy(&project().join("themes"), &folder.path().join("themes"));
        Self { folder }
    }

    /// The text of a file; `name` is its path from the site's folder.
    #[track_caller]
    pub(crate) fn text(&self, name: &str) -> String {
        text(&self.path(name))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file; `name` is its path from the site's folder.
    pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Replaces text that must occur in a file.
    pub(crate) fn edit(self, name: &str, from: &str, to: &str) -> Self {
        let text = self.text(name);
        assert!(text.contains(from), "{name} does not hold {from:?}");
        self.with(name, text.replacen(from, to, 1))
    }

    /// Puts a column behind the others of a table. `cells` are given by the first cell of their row; the rest stays empty.
    pub(crate) fn with_column(self, table: &str, column: &str, cells: &[(&str, &str)]) -> Self {
        let mut text = String::new();
        for (number, row) in self.text(table).lines().enumerate() {
            let id = row.split(',').next().unwrap_or_default();
            let cell = cells.iter().find(|(row, _)| *row == id);
            let cell = cell.map_or("", |(_, cell)| cell);
            let cell = if number == 0 { column } else { cell };
            text.extend([row, ",", cell, "\n"]);
        }
        self.with(table, text)
    }

    /// Changes a line of the charter, so that every portal is replaced.
    pub(crate) fn changed(self) -> Self {
        self.edit(CHARTER, "vision: ", "vision: আরও ")
    }

    /// Has every portal, and the directory, written in English as well.
    pub(crate) fn in_both_languages(self) -> Self {
        // Behind the theme, whichever it is.
        let text = self.text(COUNTRY);
        let theme = text.lines().find(|line| line.starts_with("theme: "));
        let theme = theme.expect("a theme").to_owned();
        self.edit(COUNTRY, &theme, &format!("{theme}\nlanguages: [bn, en]"))
    }

    /// Removes a file or a folder.
    pub(crate) fn without(self, name: &str) -> Self {
        let path = self.path(name);
        if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        }
        .expect("something to remove");
        self
    }

    pub(crate) fn build(&self) -> Outcome {
        self.run(&["build"])
    }

    /// Looks for one kind of doubt, on 1 July 2025.
    pub(crate) fn check(&self, code: &str) -> Outcome {
        self.run(&["check", "--today", "2025-07-01", "--only", code])
    }

    /// Writes the corrections that are certain, and gives the text of a file after that.
    pub(crate) fn mended(&self, file: &str) -> String {
        self.run(&["check", "--today", "2025-07-01", "--fix"]);
        self.text(file)
    }

    /// Runs the program in the site's folder, in a locale that says nothing.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_in("C", arguments)
    }

    /// The same in some locale.
    pub(crate) fn run_in(&self, locale: &str, arguments: &[&str]) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_sanad"))
            .args(arguments)
            .env("LC_ALL", locale)
            .current_dir(self.folder.path())
            .output();
        Outcome::new(&output.expect("the program runs"), &self.folder)
    }

    /// Every file below `public/`, our own folder apart, with its bytes; sorted.
    pub(crate) fn output(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.path("public"))
            .into_iter()
            .filter(|(name, _)| !name.starts_with(".sanad/"))
            .collect()
    }
}
