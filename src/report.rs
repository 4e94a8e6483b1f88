//! What a build did: portals, files, time, findings.

use std::ops::AddAssign;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Located, Severity};
use crate::write::Written;

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Offices whose portal stands as the content says.
    pub built: usize,
    /// Those of them that nothing had changed for, so that they were not even rendered.
    pub unchanged: usize,
    /// Offices that were left as they were, because of mistakes.
    pub failed: usize,
    /// Portals that were removed, because no table names them any more.
    pub pruned: Vec<String>,
    /// What became of all files.
    pub files: Written,
    /// Where the time went.
    pub stages: Stages,
    /// All findings with their places, sorted by file and place.
    pub findings: Vec<(Diagnostic, Option<Located>)>,
}

impl Report {
    /// Whether any mistake kept something from being published.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|(finding, _)| finding.severity == Severity::Error)
    }
}

/// Time by stage, summed over all threads.
#[derive(Debug, Default, Clone, Copy)]
pub struct Stages {
    /// Reading and checking what each office says.
    pub load: Duration,
    /// Planning and rendering portals.
    pub render: Duration,
    /// Comparing and writing files.
    pub write: Duration,
}

impl AddAssign for Stages {
    fn add_assign(&mut self, other: Self) {
        self.load += other.load;
        self.render += other.render;
        self.write += other.write;
    }
}

/// Somebody who is told how far a build has come, from many threads.
pub trait Progress: Sync {
    /// So many more offices are to be built.
    fn expect(&self, offices: usize);
    /// One of them is done.
    fn one_done(&self);
}
