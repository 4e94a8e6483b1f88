//! What was meant: paths looked at, numbers checked. After this nobody asks the environment.

use std::path::{Component, Path, PathBuf};

use crate::cli::Build;
use crate::{Error, Result};

/// More threads than this never help.
const MAX_JOBS: usize = 256;

/// What a build is to do.
#[derive(Debug, Clone)]
pub struct Options {
    /// The content folder; it exists.
    pub content: PathBuf,
    /// The folder of themes; it exists.
    pub themes: PathBuf,
    /// The output folder.
    pub out: PathBuf,
    /// How many offices at the same time.
    pub jobs: usize,
    /// Say nothing when all is well.
    pub quiet: bool,
}

impl Options {
    /// Checks what was typed.
    ///
    /// # Errors
    /// When a folder is missing, or the folders lie in each other so that a build would read what it writes.
    pub fn resolve(typed: Build) -> Result<Self> {
        let Build {
            content,
            themes,
            out,
            jobs,
            quiet,
        } = typed;
        for (flag, folder) in [("content", &content), ("themes", &themes)] {
            if !folder.is_dir() {
                let shown = folder.display();
                return Err(Error::Usage(format!(
                    "there is no folder {shown}; say where it is with --{flag} DIR"
                )));
            }
        }
        for folder in [&content, &themes] {
            if lies_in(folder, &out) || lies_in(&out, folder) {
                let message = format!(
                    "--out {} and {} lie in each other; a build would write into what it reads",
                    out.display(),
                    folder.display()
                );
                return Err(Error::Usage(message));
            }
        }
        if out.exists() && !out.is_dir() {
            return Err(Error::Usage(format!(
                "--out {} is not a folder",
                out.display()
            )));
        }
        let jobs = match jobs {
            Some(0) => return Err(Error::Usage("--jobs takes a number from 1".to_owned())),
            Some(jobs) => jobs.min(MAX_JOBS),
            None => std::thread::available_parallelism().map_or(1, usize::from),
        };
        Ok(Self {
            content,
            themes,
            out,
            jobs,
            quiet,
        })
    }
}

fn lies_in(inner: &Path, outer: &Path) -> bool {
    absolute(inner).starts_with(absolute(outer))
}

/// The path from the root without `.` and `..`; through links where it exists.
fn absolute(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .components()
    {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
