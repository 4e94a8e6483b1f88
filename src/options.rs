//! What was meant: paths looked at, numbers checked. After this nobody asks the environment.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

pub use crate::cli::Compression;
use crate::cli::{Build, Check, Deny, Format, Serve};
use crate::diagnostic::{Code, catalogue};
use crate::model::{Audience, Date, Language};
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
    /// For whom.
    pub audience: Audience,
    /// Render also what did not change.
    pub clean: bool,
    /// Take out of the pages what no browser needs.
    pub minify: bool,
    /// Wait until the disk holds what is published.
    pub sync: bool,
    /// What is laid beside the pages; sorted, each once.
    pub compress: Vec<Compression>,
    /// What is said at the end.
    pub say: Say,
    /// In which language mistakes and the end are told.
    pub lang: Language,
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
    /// Those of these ids and hosts that a table names: what a preview builds first after an edit.
    Edited(BTreeSet<String>),
    /// The `index`-th of `count` slices of all offices, counted from 0: what a preview builds after that.
    Slice {
        /// Which slice.
        index: usize,
        /// Of how many.
        count: usize,
    },
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
    pub fn holds(&self, position: usize, id: &str, host: &str) -> bool {
        match self {
            Self::All => true,
            Self::Offices(ids) => ids.contains(id),
            Self::Edited(names) => names.contains(id) || names.contains(host),
            Self::Shard { index, count } | Self::Slice { index, count } => {
                position % count == *index
            }
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
            no_sync,
            lang,
            json,
            quiet,
        } = typed;
        compress.sort();
        compress.dedup();
        let selection = Selection::resolve(office, shard.as_deref())?;
        both_exist(&content, &themes)?;
        lies_apart("--out", &out, &content, &themes)?;
        let jobs = threads(jobs)?;
        Ok(Self {
            content,
            themes,
            out,
            jobs,
            selection,
            audience: Audience::Public,
            clean,
            minify: !no_minify,
            sync: !no_sync,
            lang: language(lang),
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

/// What a check is to do.
#[derive(Debug, Clone)]
pub enum CheckOptions {
    /// Say what a code means.
    Explain(&'static catalogue::Item, Language),
    /// Look at all offices.
    Look(Examination),
}

/// How to look at all offices, and what to say of it.
#[derive(Debug, Clone)]
pub struct Examination {
    /// The content folder; it exists.
    pub content: PathBuf,
    /// The folder of themes; it exists.
    pub themes: PathBuf,
    /// How findings are printed.
    pub format: Format,
    /// In which language.
    pub lang: Language,
    /// Whether warnings are as bad as mistakes.
    pub deny_warnings: bool,
    /// The codes that are shown.
    pub shown: BTreeSet<Code>,
    /// The day on which charters, notices and confirmations are judged.
    pub today: Date,
    /// Write the corrections that are certain.
    pub fix: bool,
    /// Whether each finding is shown by itself.
    pub verbose: bool,
    /// Where the report for whoever telephones the offices is written; it lies apart from what is read.
    pub report: Option<PathBuf>,
    /// How many offices at the same time.
    pub jobs: usize,
}

impl CheckOptions {
    /// Checks what was typed.
    ///
    /// # Errors
    /// When a folder, a code or a day does not exist.
    pub fn resolve(typed: Check) -> Result<Self> {
        let Check {
            content,
            themes,
            format,
            verbose,
            lang,
            deny,
            only,
            ignore,
            today: day,
            fix,
            report,
            explain,
        } = typed;
        let lang = language(lang);
        if let Some(code) = explain {
            return Ok(Self::Explain(known(&code)?, lang));
        }
        both_exist(&content, &themes)?;
        if let Some(report) = &report {
            lies_apart("--report", report, &content, &themes)?;
        }
        let codes = |typed: Vec<String>| -> Result<BTreeSet<Code>> {
            typed.iter().map(|code| Ok(known(code)?.code)).collect()
        };
        let (only, ignore) = (codes(only)?, codes(ignore)?);
        let all = catalogue::items().iter().map(|item| item.code);
        let shown = all
            .filter(|code| only.is_empty() || only.contains(code))
            .filter(|code| !ignore.contains(code))
            .collect();
        let today = day_or_today(day.as_deref())?;
        Ok(Self::Look(Examination {
            content,
            themes,
            format,
            verbose,
            lang,
            deny_warnings: deny == Some(Deny::Warnings),
            shown,
            today,
            fix,
            report,
            jobs: threads(None)?,
        }))
    }
}

/// What a preview is to do.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The content folder; it exists.
    pub content: PathBuf,
    /// The folder of themes; it exists.
    pub themes: PathBuf,
    /// The port; `None` for the usual one, or any that is free.
    pub port: Option<u16>,
    /// Open the browser.
    pub open: bool,
    /// How many offices at the same time.
    pub jobs: usize,
    /// The language of messages.
    pub lang: Language,
    /// The day after which notices count as to come.
    pub today: Date,
}

impl ServeOptions {
    /// Checks what was typed.
    ///
    /// # Errors
    /// When a folder or a day does not exist.
    pub fn resolve(typed: Serve) -> Result<Self> {
        let Serve {
            content,
            themes,
            port,
            open,
            jobs,
            lang,
            today,
        } = typed;
        both_exist(&content, &themes)?;
        Ok(Self {
            content,
            themes,
            port,
            open,
            jobs: threads(jobs)?,
            lang: language(lang),
            today: day_or_today(today.as_deref())?,
        })
    }

    /// What is watched, content first: paths from the root and through no links, as the system tells of changes.
    ///
    /// # Errors
    /// When one of the folders is gone.
    pub fn watched(&self) -> Result<[PathBuf; 2]> {
        let real = |folder: &PathBuf| {
            let path = folder.canonicalize();
            path.map_err(|error| Error::read(folder, error))
        };
        Ok([real(&self.content)?, real(&self.themes)?])
    }

    /// One build of the preview: as `build` makes it, and with what only authors see.
    #[must_use]
    pub fn build(&self, out: &Path, selection: Selection) -> Options {
        let Self {
            content,
            themes,
            port: _,
            open: _,
            jobs,
            lang,
            today,
        } = self;
        Options {
            content: content.clone(),
            themes: themes.clone(),
            out: out.to_owned(),
            jobs: *jobs,
            selection,
            audience: Audience::Author { today: *today },
            clean: false,
            minify: true,
            // Nobody keeps it.
            sync: false,
            compress: Vec::new(),
            say: Say::Nothing,
            lang: *lang,
            generator: generator(),
        }
    }
}

fn threads(jobs: Option<usize>) -> Result<usize> {
    match jobs {
        Some(0) => Err(Error::Usage(
            "--jobs takes a number from 1; leave it out for one job a core".to_owned(),
        )),
        Some(jobs) => Ok(jobs.min(MAX_JOBS)),
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
    }
}

/// The language that was asked for, or that of the locale.
#[must_use]
pub fn language(lang: Option<Language>) -> Language {
    lang.unwrap_or_else(locale)
}

fn day_or_today(day: Option<&str>) -> Result<Date> {
    let Some(text) = day else { return today() };
    Date::parse(text).map_err(|_| {
        Error::Usage(format!(
            "--today {text}: write year-month-day, like 2025-09-30"
        ))
    })
}

fn known(code: &str) -> Result<&'static catalogue::Item> {
    catalogue::item(code).ok_or_else(|| {
        Error::Usage(format!(
            "no finding has the code `{code}`; write it as it stands in brackets before a finding, like `phone-length`; README.md lists them all"
        ))
    })
}

fn both_exist(content: &Path, themes: &Path) -> Result<()> {
    for (flag, folder) in [("content", content), ("themes", themes)] {
        if !folder.is_dir() {
            let shown = folder.display();
            return Err(Error::Usage(format!(
                "there is no folder {shown}; say where it is with --{flag} DIR"
            )));
        }
    }
    Ok(())
}

/// Bangla when the first of the usual variables that says anything says so.
#[expect(
    clippy::disallowed_methods,
    reason = "this is where the environment is asked"
)]
fn locale() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match said {
        Some(value) if value.starts_with("bn") => Language::Bangla,
        _ => Language::English,
    }
}

/// Today in Dhaka, whose clocks are six hours ahead the whole year: the day that an officer calls today.
///
/// # Errors
/// When the machine's clock is centuries off.
pub fn today() -> Result<Date> {
    const AHEAD: u64 = 6 * 3600;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since
        .ok()
        .and_then(|since| Date::after_1970((since.as_secs() + AHEAD) / (24 * 3600)))
        .ok_or_else(|| {
            Error::Usage("the machine's clock shows no day of these centuries; set the clock, then try again".to_owned())
        })
}

/// The version, and the program file's size and time: while Sanad itself is being changed, the version stays the same.
fn generator() -> String {
    let about = std::env::current_exe().and_then(std::fs::metadata);
    let file = about
        .map(|about| format!("{} {:?}", about.len(), about.modified().ok()))
        .unwrap_or_default();
    format!("{} {file}", env!("CARGO_PKG_VERSION"))
}

/// A folder that is written must not hold what is read, nor lie in it.
fn lies_apart(flag: &str, out: &Path, content: &Path, themes: &Path) -> Result<()> {
    let shown = out.display();
    for folder in [content, themes] {
        if lies_in(folder, out) || lies_in(out, folder) {
            return Err(Error::Usage(format!(
                "{flag} {shown} and {} lie in each other, so that what is read would be written into; name a folder of its own with {flag} DIR",
                folder.display()
            )));
        }
    }
    if out.exists() && !out.is_dir() {
        return Err(Error::Usage(format!(
            "{flag} {shown} is not a folder; name another one with {flag} DIR"
        )));
    }
    Ok(())
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
