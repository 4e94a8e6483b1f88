//! The files of a scaffold: all of them, or none. Nothing that is there is ever touched, apart from a table that gets a
//! row more and is replaced in one step.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::disk::{self, Trouble};
use crate::scaffold::{NewFile, Scaffold, TableWithRow};
use crate::{Error, Result};

/// Writes a scaffold.
///
/// # Errors
/// When one of the files is there already, before anything is written; or when something cannot be written, after what
/// was written has been taken away again.
pub(crate) fn create(scaffold: &Scaffold) -> Result<()> {
    refuse_what_is_there(scaffold)?;
    let mut made = Made::default();
    let done = put(scaffold, &mut made);
    if done.is_err() {
        made.undo();
    }
    done
}

fn refuse_what_is_there(scaffold: &Scaffold) -> Result<()> {
    let mut there = Vec::new();
    for NewFile { path, .. } in &scaffold.files {
        no_way_through(&scaffold.root, path)?;
        let path = scaffold.root.join(path);
        if fs::symlink_metadata(&path).is_ok() {
            there.push(path.display().to_string());
        }
    }
    for NewFile { path, .. } in &scaffold.schemas {
        no_way_through(&scaffold.root, path)?;
    }
    if there.is_empty() {
        return Ok(());
    }
    let list = match there.len() {
        1..=4 => there.join(", "),
        more => format!("{} and {} more", there[..3].join(", "), more - 3),
    };
    let is = if there.len() == 1 { "is" } else { "are" };
    Err(Error::Usage(format!(
        "{list} {is} there already; nothing was written, for nothing is ever overwritten"
    )))
}

/// The folders of a new file must be folders, and none of them a link to another place.
fn no_way_through(root: &Path, path: &Path) -> Result<()> {
    let mut folder = root.to_owned();
    if folder.exists() && !folder.is_dir() {
        return Err(not_a_folder(&folder));
    }
    for step in path.parent().into_iter().flat_map(Path::components) {
        folder.push(step);
        match fs::symlink_metadata(&folder) {
            Ok(about) if !about.is_dir() => return Err(not_a_folder(&folder)),
            _ => {}
        }
    }
    Ok(())
}

fn not_a_folder(path: &Path) -> Error {
    Error::Usage(format!(
        "{} is there already and is not a folder; nothing was written",
        path.display()
    ))
}

fn put(scaffold: &Scaffold, made: &mut Made) -> Result<()> {
    for NewFile { path, bytes } in &scaffold.files {
        made.file(&scaffold.root.join(path), bytes)?;
    }
    for NewFile { path, bytes } in &scaffold.schemas {
        let path = scaffold.root.join(path);
        if fs::symlink_metadata(&path).is_err() {
            made.file(&path, bytes)?;
        }
    }
    // Last, for it cannot fail half way.
    scaffold
        .table
        .as_ref()
        .map_or(Ok(()), |table| replace(&scaffold.root, table))
}

/// Puts the longer table in place of the old one, unless somebody has changed that meanwhile.
fn replace(root: &Path, table: &TableWithRow) -> Result<()> {
    let TableWithRow {
        path,
        before,
        after,
    } = table;
    let path = root.join(path);
    let fault = |trouble: Trouble| Error::write(&path, trouble.into_error());
    let (folder, name) = disk::place(root, &path).map_err(fault)?;
    // One byte more than it had is enough to see that it changed.
    let now = folder.read(&name, before.len() as u64).map_err(fault)?;
    if now != before.as_bytes() {
        let changed = io::Error::other("it was changed at this very moment; try again");
        return Err(Error::write(&path, changed));
    }
    folder.replace(&name, after).map_err(fault)
}

/// What was made so far.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    /// Makes a file that is not there, and the folders that it needs.
    fn file(&mut self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        let fault = |error| Error::write(path, error);
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(fault)?;
        self.files.push(path.to_owned());
        file.write_all(bytes).map_err(fault)
    }

    fn folder(&mut self, path: &Path) -> Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        fs::create_dir(path).map_err(|error| Error::write(path, error))?;
        self.folders.push(path.to_owned());
        Ok(())
    }

    /// Takes it all away again.
    fn undo(&self) {
        for file in self.files.iter().rev() {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scaffold_in(root: &Path, second: &str, before: &str) -> Scaffold {
        let file = |path: &str| NewFile {
            path: path.into(),
            bytes: b"x".to_vec(),
        };
        Scaffold {
            root: root.to_owned(),
            files: vec![file("a/b/c"), file(second)],
            schemas: vec![file(".schema/x")],
            table: Some(TableWithRow {
                path: "table".into(),
                before: before.to_owned(),
                after: format!("{before}row"),
            }),
        }
    }

    #[test]
    fn what_cannot_be_finished_is_taken_away_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        fs::write(root.join("table"), "old").expect("a table");
        let too_long = "x".repeat(300);
        create(&scaffold_in(root, &too_long, "old")).expect_err("no file system takes such a name");
        create(&scaffold_in(root, "d", "other")).expect_err("the table is another one");
        let left: Vec<_> = fs::read_dir(root).expect("a folder").flatten().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        create(&scaffold_in(root, "d", "old")).expect("a scaffold");
        let table = fs::read_to_string(root.join("table")).expect("a table");
        assert_eq!(table, "oldrow");
        assert!(root.join("a/b/c").is_file() && root.join("d").is_file());
        assert!(root.join(".schema/x").is_file());
    }
}
