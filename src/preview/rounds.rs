//! Build after build: the first one, then one after every batch of changes.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::RwLock;

use super::events::News;
use super::touched::{Touched, touched};
use super::{Listener, Round};
use crate::options::{Selection, ServeOptions};
use crate::pipeline;
use crate::watch::{Batch, Watch};
use crate::Result;

/// Everything that building again needs.
pub(super) struct Rounds {
    pub(super) options: ServeOptions,
    /// The content folder as it is watched.
    pub(super) content: PathBuf,
    /// Where the portals are built.
    pub(super) output: PathBuf,
    pub(super) news: Arc<News>,
    /// Held while something is built.
    pub(super) lock: Arc<RwLock<()>>,
    pub(super) listener: Arc<dyn Listener>,
    /// Where the portals are served.
    pub(super) address: String,
}

/// What the last builds left behind.
#[derive(Default)]
struct Standing {
    /// How many offices there are.
    offices: usize,
    /// Those that had mistakes; they are looked at again every time, so that no mistake is forgotten.
    failed: BTreeSet<String>,
    /// The last build could not be made, so nobody knows which portals are as they should be.
    broken: bool,
}

/// A country of so many offices is built at once; in a larger one, those that somebody is looking at are built first.
const FEW: usize = 16;

impl Rounds {
    /// Builds everything, then whatever changes, for as long as changes can come.
    ///
    /// # Errors
    /// When the first build cannot be made.
    pub(super) fn go_on(&self, mut watch: Watch) -> Result<()> {
        let mut standing = Standing::default();
        self.round(Selection::All, None, &mut standing)?;
        self.listener.serving(&self.address);
        while let Some(batch) = watch.next() {
            self.after(&batch, &mut standing);
        }
        Ok(())
    }

    /// What follows from a batch of changes. A fault is told, and may be gone after the next one.
    fn after(&self, batch: &Batch, standing: &mut Standing) {
        let touched = match touched(batch, &self.content) {
            Touched::Nothing => return,
            _ if standing.broken => Touched::All,
            touched => touched,
        };
        let (mut first, rest) = match touched {
            Touched::Offices(ids) => (ids, false),
            _ if standing.offices > FEW => (self.news.viewed(), true),
            _ => (BTreeSet::new(), true),
        };
        if !first.is_empty() {
            first.extend(standing.failed.iter().cloned());
            let _ = self.round(Selection::Edited(first), Some(batch), standing);
        }
        if rest {
            let _ = self.round(Selection::All, Some(batch), standing);
        }
    }

    /// One build, and the news of it.
    fn round(
        &self,
        selection: Selection,
        after: Option<&Batch>,
        standing: &mut Standing,
    ) -> Result<()> {
        let guard = self.lock.blocking_write();
        let all = selection == Selection::All;
        let options = self.options.build(&self.output, selection);
        // Only the first one is long enough for anybody to ask how far it has come.
        let progress = after.map_or(self.listener.progress(), |_| &());
        let result = pipeline::build(&options, progress);
        let mistakes = match &result {
            Ok(report) => report.mistakes(self.options.lang),
            Err(error) => format!("error: {error}\n"),
        };
        self.news.publish(result.as_ref().ok(), &mistakes);
        // Who was waiting now gets the new pages, and sees them as what was built.
        drop(guard);
        standing.broken = result.is_err();
        if let Ok(report) = &result {
            standing.failed = report.failed.iter().cloned().collect();
            if all {
                standing.offices = report.built + report.failed.len();
            }
        }
        self.listener.built(&Round {
            report: result.as_ref(),
            took: after.map(|batch| batch.since.elapsed()),
            mistakes: &mistakes,
        });
        result.map(drop)
    }
}
