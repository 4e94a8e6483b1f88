//! Build after build: the first one, then one after every batch of changes.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::RwLock;

use super::events::News;
use super::touched::{Touched, touched};
use super::{Listener, Round};
use crate::Result;
use crate::options::{Selection, ServeOptions};
use crate::pipeline;
use crate::report::Report;
use crate::watch::{Batch, Watch};

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

/// Where the preview stands between two builds.
#[derive(Default)]
struct Standing {
    /// How many offices there are.
    offices: usize,
    /// Those that had mistakes; they are looked at again every time, so that no mistake is forgotten.
    failed: BTreeSet<String>,
    /// The last build could not be made, so nobody knows which portals are as they should be.
    broken: bool,
    /// What is still to be built after a change that concerns all, and when that change was heard of.
    pending: VecDeque<Selection>,
    since: Option<Instant>,
    /// Portals that were replaced since.
    replaced: usize,
}

/// So many offices are built at once. Between two slices new changes come first, and whoever asks for a page is answered.
const SLICE: usize = 32;

impl Rounds {
    /// Builds everything, then whatever changes, for as long as changes can come.
    ///
    /// # Errors
    /// When the first build cannot be made.
    pub(super) fn go_on(&self, mut watch: Watch) -> Result<()> {
        let mut standing = Standing::default();
        self.round(Selection::All, &mut standing)?;
        self.listener.serving(&self.address);
        loop {
            let batch = if standing.pending.is_empty() {
                let Some(batch) = watch.wait() else {
                    return Ok(());
                };
                Some(batch)
            } else {
                watch.waiting()
            };
            match batch {
                Some(batch) => self.after(&batch, &mut standing),
                None => {
                    if let Some(selection) = standing.pending.pop_front() {
                        // A fault is told, and may be gone after the next change.
                        let _ = self.round(selection, &mut standing);
                    }
                }
            }
        }
    }

    /// What somebody waits for after a batch of changes; the rest is left pending.
    fn after(&self, batch: &Batch, standing: &mut Standing) {
        let touched = match touched(batch, &self.content) {
            Touched::Nothing => return,
            _ if standing.broken => Touched::All,
            touched => touched,
        };
        standing.since = Some(batch.since);
        standing.replaced = 0;
        let mut first = if let Touched::Offices(ids) = touched {
            ids
        } else {
            standing.pending = rest(standing.offices);
            if standing.offices <= SLICE {
                return;
            }
            self.news.viewed()
        };
        first.extend(standing.failed.iter().cloned());
        if first.is_empty() {
            return;
        }
        let result = self.round(Selection::Edited(first), standing);
        if result.is_ok_and(|report| report.built == 0) {
            // Nothing at all can be published: that is told at once, and for all offices.
            standing
                .pending
                .retain(|selection| *selection == Selection::All);
        }
    }

    /// One build, and the news of it.
    fn round(&self, selection: Selection, standing: &mut Standing) -> Result<Report> {
        let guard = self.lock.blocking_write();
        // A slice knows of the mistakes of its own offices only; those of all are told after the last one.
        let is_slice = matches!(selection, Selection::Slice { .. });
        let is_all = selection == Selection::All;
        let options = self.options.build(&self.output, selection);
        // Only the first build is long enough for anybody to ask how far it has come.
        let progress = standing.since.map_or(self.listener.progress(), |_| &());
        let result = pipeline::build(&options, progress);
        let mistakes = match &result {
            Ok(report) => report.mistakes(self.options.lang),
            Err(error) => format!("error: {error}\n"),
        };
        let told = (!is_slice || result.is_err()).then_some(&*mistakes);
        self.news.publish(result.as_ref().ok(), told);
        // Who was waiting now gets the new pages, and sees them as what was built.
        drop(guard);
        standing.broken = result.is_err();
        if let Ok(report) = &result {
            let failed = report.failed.iter().cloned();
            if is_slice {
                standing.failed.extend(failed);
            } else {
                standing.failed = failed.collect();
            }
            if is_all {
                standing.offices = report.built + report.failed.len();
            }
            standing.replaced += report.replaced.len();
        }
        if let Some(mistakes) = told {
            self.listener.built(&Round {
                report: result.as_ref(),
                replaced: standing.replaced,
                took: standing.since.map(|since| since.elapsed()),
                mistakes,
            });
        }
        result
    }
}

/// What is to be built after a change that concerns all offices; at last all of them once more, which finds only what is
/// still to be done and all mistakes.
fn rest(offices: usize) -> VecDeque<Selection> {
    let count = offices.div_ceil(SLICE);
    let slices = (0..count).map(|index| Selection::Slice { index, count });
    let slices = slices.filter(|_| count > 1);
    slices.chain([Selection::All]).collect()
}
