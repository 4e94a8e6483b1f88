//! What was written, and from what: one small file a portal in our own folder of the output.

use std::fs;
use std::path::Path;

use super::Output;
use crate::plan::Fingerprint;
use crate::render::{Content, Rendered};
use crate::{Error, Result};

use super::Written;

/// Our own folder of manifests, below `.sanad`.
const MANIFESTS: &str = ".sanad/portals";

impl Output {
    /// What a portal consists of, when it was made from just this and all its files are still there.
    #[must_use]
    pub fn unchanged(&self, name: &str, fingerprint: Fingerprint) -> Option<Written> {
        let manifest = fs::read_to_string(self.manifest(name)).ok()?;
        let mut lines = manifest.lines();
        if lines.next()? != fingerprint.to_string() {
            return None;
        }
        let root = self.path(name);
        let mut found = Written::default();
        for line in lines {
            let (size, path) = line.split_once(' ')?;
            let size: u64 = size.parse().ok()?;
            let about = fs::metadata(root.join(path)).ok()?;
            if about.len() != size || !about.is_file() {
                return None;
            }
            found.kept += 1;
            found.bytes += size;
        }
        Some(found)
    }

    /// Notes what a portal was made from, after it was written.
    ///
    /// # Errors
    /// When the note cannot be written; the portal stands all the same and is compared file by file next time.
    pub fn note(&self, name: &str, fingerprint: Fingerprint, files: &[Rendered]) -> Result<()> {
        use std::fmt::Write;
        let mut text = format!("{fingerprint}\n");
        for file in files {
            let size = match &file.content {
                Content::Bytes(bytes) => bytes.len() as u64,
                Content::Copy(_) => {
                    fs::metadata(self.path(name).join(&file.path)).map_or(0, |about| about.len())
                }
            };
            writeln!(text, "{size} {}", file.path).expect("writing into a String does not fail");
        }
        let path = self.manifest(name);
        let folder = self.path(MANIFESTS);
        fs::create_dir_all(&folder).map_err(|error| Error::write(&folder, error))?;
        // A half-written note matches nothing, so it need not be replaced in one step.
        fs::write(&path, text).map_err(|error| Error::write(&path, error))
    }

    /// Removes the portals that we wrote once and that no table names any more; gives their names.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn prune(&self, is_named: impl Fn(&str) -> bool) -> Result<Vec<String>> {
        let folder = self.path(MANIFESTS);
        let Ok(entries) = fs::read_dir(&folder) else {
            return Ok(Vec::new());
        };
        let names = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut gone: Vec<String> = names.filter(|name| !is_named(name)).collect();
        gone.sort();
        for name in &gone {
            self.remove(name)?;
            let manifest = self.manifest(name);
            fs::remove_file(&manifest).map_err(|error| Error::write(&manifest, error))?;
        }
        Ok(gone)
    }

    /// Takes a portal away in one step, then removes what it held.
    fn remove(&self, name: &str) -> Result<()> {
        let portal = self.path(name);
        if !portal.is_dir() {
            return Ok(());
        }
        let workshop = self.workshop()?;
        fs::rename(&portal, workshop.path().join("gone"))
            .map_err(|error| Error::write(&portal, error))
    }

    fn manifest(&self, name: &str) -> std::path::PathBuf {
        self.path(MANIFESTS).join(Path::new(name))
    }
}
