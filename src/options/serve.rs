//! `serve`.

use std::path::{Path, PathBuf};

use super::build::{Options, Say, Selection};
use super::folders::both_exist;
use super::shared::{day_or_today, generator, language, threads};
use crate::cli::Serve;
use crate::model::{Audience, Date, Language};
use crate::{Error, Result};

/// What a preview is to do.
#[derive(Debug, Clone)]
pub(crate) struct ServeOptions {
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
    pub(crate) fn resolve(typed: Serve) -> Result<Self> {
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
    pub(crate) fn watched(&self) -> Result<[PathBuf; 2]> {
        let real = |folder: &PathBuf| {
            let path = folder.canonicalize();
            path.map_err(|error| Error::read(folder, error))
        };
        Ok([real(&self.content)?, real(&self.themes)?])
    }

    /// One build of the preview: as `build` makes it, and with what only authors see.
    #[must_use]
    pub(crate) fn build(&self, out: &Path, selection: Selection) -> Options {
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
