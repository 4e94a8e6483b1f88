//! `build`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use super::folders::{both_exist, lies_apart};
use super::shared::{day_or_today, generator, language, threads};
use crate::cli::{Build, Compression};
use crate::model::{Audience, Language};
use crate::{Error, Result};

/// What a build is to do.
#[derive(Debug, Clone)]
pub(crate) struct Options {
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
pub(crate) enum Say {
    /// Nothing.
    Nothing,
    /// A sentence for people.
    Summary,
    /// The report for programs.
    Json,
}

/// Which offices a build is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Selection {
    /// All of them.
    All,
    /// Those with these ids.
    Offices(BTreeSet<String>),
    /// Those of these ids and hosts that a table names: what a preview builds first after an edit.
    Edited(BTreeSet<String>),
    /// The offices at these positions of each table, and whichever of these ids and hosts a table names: a part of the first
    /// build of a preview, and whom somebody waits for. Those behind are to come.
    Part {
        /// Counted from 0.
        positions: Range<usize>,
        /// Ids and hosts.
        awaited: BTreeSet<String>,
    },
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
    pub(crate) fn holds(&self, position: usize, id: &str, host: &str) -> bool {
        match self {
            Self::All => true,
            Self::Offices(ids) => ids.contains(id),
            Self::Edited(names) => names.contains(id) || names.contains(host),
            Self::Part { positions, awaited } => {
                positions.contains(&position) || awaited.contains(id) || awaited.contains(host)
            }
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
    pub(crate) fn resolve(typed: Build) -> Result<Self> {
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
            today,
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
            audience: Audience::Public {
                today: day_or_today(today.as_deref())?,
            },
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
