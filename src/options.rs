//! What was meant: paths looked at, numbers checked. After this nobody asks the environment.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::cli::Build;
pub use crate::cli::Compression;
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
    /// Which offices.
    pub selection: Selection,
    /// Render also what did not change.
    pub clean: bool,
    /// Take out of the pages what no browser needs.
    pub minify: bool,
    /// What is laid beside the pages; sorted, each once.
    pub compress: Vec<Compression>,
    /// What is said at the end.
    pub say: Say,
    /// Names this very program, so that a portal made by another one is made again.
    pub generator: String,
}

/// What a build says when all is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// Nothing.
    Nothing,
    /// A sentence for people.
    Summary,
    /// The report for programs.
    Json,
}

/// Which offices a build is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All of them.
    All,
    /// Those with these ids.
    Offices(BTreeSet<String>),
    /// The `index`-th of `count` parts, counted from 0.
    Shard {
        /// Which part.
        index: usize,
        /// Of how many.
        count: usize,
    },
}

impl Selection {
    /// Whether the office at a position of its table is meant.
    #[must_use]
    pub fn holds(&self, position: usize, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Offices(ids) => ids.contains(id),
            Self::Shard { index, count } => position % count == *index,
        }
    }

    fn resolve(offices: Vec<String>, shard: Option<&str>) -> Result<Self> {
        let Some(shard) = shard else {
            return Ok(if offices.is_empty() {
                Self::All
            } else {
                Self::Offices(offices.into_iter().collect())
            });
        };
        let parts = shard.split_once('/').and_then(|(index, count)| {
            Some((index.parse::<usize>().ok()?, count.parse::<usize>().ok()?))
        });
        match parts {
            Some((index, count)) if (1..=count).contains(&index) => Ok(Self::Shard {
                index: index - 1,
                count,
            }),
            _ => Err(Error::Usage(format!(
                "--shard {shard}: write I/N with I from 1 to N, like 2/8"
            ))),
        }
    }
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
            office,
            shard,
            clean,
            no_minify,
            mut compress,
            json,
            quiet,
        } = typed;
        compress.sort();
        compress.dedup();
        let selection = Selection::resolve(office, shard.as_deref())?;
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
            selection,
            clean,
            minify: !no_minify,
            say: match (json, quiet) {
                (true, _) => Say::Json,
                (false, true) => Say::Nothing,
                (false, false) => Say::Summary,
            },
            generator: format!("{} {no_minify} {compress:?}", generator()),
            compress,
        })
    }
}

/// The version, and the program file's size and time: while Sanad itself is being changed, the version stays the same.
fn generator() -> String {
    let about = std::env::current_exe().and_then(std::fs::metadata);
    let file = about
        .map(|about| format!("{} {:?}", about.len(), about.modified().ok()))
        .unwrap_or_default();
    format!("{} {file}", env!("CARGO_PKG_VERSION"))
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

/// Today in Bangladesh, as year-month-day: the day that an officer calls today, wherever the machine stands.
#[must_use]
pub fn today() -> String {
    let since_1970 = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    day(since_1970.as_secs() + SECONDS_AHEAD_OF_UTC)
}

/// Bangladesh is six hours ahead, in summer and winter.
const SECONDS_AHEAD_OF_UTC: u64 = 6 * 60 * 60;

/// The day on which so many seconds have passed since 1970 began.
fn day(seconds: u64) -> String {
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut left = seconds / (24 * 60 * 60);
    let mut year = 1970;
    while left >= 365 + u64::from(is_leap(year)) {
        left -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if left < days {
            break;
        }
        left -= days;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", left + 1)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn seconds_become_days() {
        let hour = 60 * 60;
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(951_782_400 - 1), "2000-02-28");
        assert_eq!(day(951_782_400), "2000-02-29");
        assert_eq!(day(951_782_400 + 24 * hour), "2000-03-01");
        assert_eq!(day(1_735_689_600 - 1), "2024-12-31");
        assert_eq!(day(1_735_689_600), "2025-01-01");
        assert_eq!(day(4_107_542_400), "2100-03-01");
    }
}
