//! The one loop over offices, which building, checking, the list of calls and the preview share: many at the same time, and
//! what they give in their order. The only file that names rayon.

use rayon::prelude::*;

use super::office::program_fault;
use crate::diagnostic::Diagnostic;
use crate::guard::guarded;
use crate::load::OfficeRow;
use crate::{Error, Result};

/// The threads that offices are shared out among.
pub(crate) struct Threads(rayon::ThreadPool);

impl Threads {
    /// As many threads as jobs.
    ///
    /// # Errors
    /// When the system has no more of them.
    pub(crate) fn start(jobs: usize) -> Result<Self> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
        threads.map(Self).map_err(|error| {
            Error::Usage(format!(
                "cannot start {jobs} threads: {error}; try a smaller number with --jobs N"
            ))
        })
    }

    /// Applies a function to each item of a list.
    pub(super) fn map<I, R>(&self, items: I, work: impl Fn(I::Item) -> R + Sync + Send) -> Vec<R>
    where
        I: IntoParallelIterator<Iter: IndexedParallelIterator> + Send,
        R: Send,
    {
        self.0.install(|| items.into_par_iter().map(work).collect())
    }

    /// Does two things at the same time.
    pub(crate) fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        self.0.join(one, other)
    }

    /// Works on each office. A panic of the program is that office's trouble, and told as such: all others go on.
    pub(crate) fn each<R: Send>(
        &self,
        offices: &[&OfficeRow],
        work: impl Fn(&OfficeRow) -> R + Sync + Send,
    ) -> Vec<std::result::Result<R, Diagnostic>> {
        self.map(offices, |row| {
            guarded(|| work(row)).map_err(|panic| program_fault(row, &panic))
        })
    }
}
