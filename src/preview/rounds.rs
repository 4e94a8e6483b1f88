//! Build after build: the first one, then one after every batch of changes.

use std::collections::{BTreeSet, VecDeque};
use std::convert::Infallible;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::RwLock;

use super::events::News;
use super::touched::{Touched, touched};
use super::{Listener, Round};
use crate::guard::guarded;
use crate::model::Language;
use crate::options::{Options, Selection, ServeOptions};
use crate::report::{Progress, Report};
use crate::watch::{Batch, Watch};
use crate::{Error, Result};

/// What builds.
pub(super) type Build = fn(&Options, &dyn Progress) -> Result<Report>;

/// Everything that building again needs.
pub(super) struct Rounds {
    pub(super) build: Build,
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
    /// While the first build is under way: so many offices of each table are done.
    begun: Option<usize>,
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
/// The first build makes ever larger parts, since theme and tables are read for each of them, but none adds more offices of a
/// table than this: so long does somebody wait who asks for yet another.
const PART: usize = 128;

impl Rounds {
    /// Builds everything, then whatever changes, for as long as changes can come.
    ///
    /// # Errors
    /// When the first build cannot be made, or changes cannot come any more. A fault of the program may come from what the content says, so the next change
    /// may end it, and that is waited for.
    pub(super) fn go_on(&self, mut watch: Watch) -> Result<Infallible> {
        let mut standing = Standing::default();
        match self.part(0..SLICE, BTreeSet::new(), &mut standing) {
            Ok(()) | Err(Error::Program(_)) => {
                let to_come = standing.begun.map_or(0, |begun| standing.offices - begun);
                self.listener.serving(&self.address, to_come);
            }
            Err(fault) => return Err(fault),
        }
        loop {
            let batch = if standing.begun.is_none() && standing.pending.is_empty() {
                let Some(batch) = watch.wait() else {
                    return Err(Error::Usage(
                        "changes are not heard of any more; start the preview again".to_owned(),
                    ));
                };
                Some(batch)
            } else {
                watch.waiting()
            };
            match batch {
                Some(batch) => self.after(&batch, &mut standing),
                // A fault is told, and may be gone after the next change.
                None => drop(self.next(&mut standing)),
            }
        }
    }

    /// What is still to be built, while nothing changes.
    fn next(&self, standing: &mut Standing) -> Result<()> {
        if let Some(begun) = standing.begun {
            let awaited = self.news.take_up();
            let more = if awaited.is_empty() {
                begun.min(PART)
            } else {
                0
            };
            return self.part(begun..begun + more, awaited, standing);
        }
        let next = standing.pending.pop_front();
        next.map_or(Ok(()), |selection| {
            self.round(selection, standing).map(drop)
        })
    }

    /// A part of the first build: offices of each table, and those that somebody waits for. With the last part, or when
    /// nothing can be published, all are built and their mistakes told.
    fn part(
        &self,
        positions: Range<usize>,
        awaited: BTreeSet<String>,
        standing: &mut Standing,
    ) -> Result<()> {
        standing.begun = None;
        let (start, end) = (positions.start, positions.end);
        if standing.offices > 0 && end >= standing.offices {
            return self.round(Selection::All, standing).map(drop);
        }
        let report = self.round(Selection::Part { positions, awaited }, standing)?;
        if report.is_of_all() {
            return Ok(());
        }
        if start == 0 && report.built == 0 {
            return self.round(Selection::All, standing).map(drop);
        }
        standing.begun = Some(end);
        Ok(())
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
        if let Some(begun) = standing.begun {
            let positions = if touched == Touched::All {
                0..SLICE
            } else {
                begun..begun
            };
            let mut awaited = self.news.viewed();
            if let Touched::Offices(ids) = touched {
                awaited.extend(ids);
            }
            // A fault is told, and may be gone after the next change.
            let _ = self.part(positions, awaited, standing);
            return;
        }
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
        let is_part = matches!(selection, Selection::Part { .. });
        // What comes before the address is told is all that anybody waits for at the terminal.
        let progress = if standing.offices == 0 {
            self.listener.progress()
        } else {
            &()
        };
        let options = self.options.build(&self.output, selection);
        let lang = self.options.lang;
        let (result, mistakes) = guarded(|| {
            let result = (self.build)(&options, progress).and_then(whole);
            let mistakes = match &result {
                Ok(report) => report.mistakes(lang),
                Err(error) => format!("error: {error}\n"),
            };
            (result, mistakes)
        })
        .unwrap_or_else(|panic| {
            let said = match lang {
                Language::English => format!("error: {}\n", panic.told(lang)),
                Language::Bangla => format!("ভুল: {}\n", panic.told(lang)),
            };
            (Err(Error::Program(panic)), said)
        });
        let is_whole = !is_slice && (!is_part || result.as_ref().is_ok_and(Report::is_of_all));
        let told = (is_whole || result.is_err()).then_some(&*mistakes);
        self.news.publish(result.as_ref().ok(), told);
        // Who was waiting now gets the new pages, and sees them as what was built.
        drop(guard);
        standing.broken = result.is_err();
        if let Ok(report) = &result {
            let failed = report.failed.iter().cloned();
            if is_whole {
                standing.failed = failed.collect();
            } else {
                standing.failed.extend(failed);
            }
            standing.offices = report.named;
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

/// A build in which something could not be done counts as none, so that all of it is tried again after the next change.
fn whole(mut report: Report) -> Result<Report> {
    match report.fault.take() {
        Some(fault) => Err(fault),
        None => Ok(report),
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

#[cfg(test)]
mod tests;
