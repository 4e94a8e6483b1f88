//! What a build did: portals, files, time, findings.

use std::ops::AddAssign;
use std::time::Duration;

use crate::Error;
use crate::diagnostic::{Diagnostic, Located, Severity, Shown, show_all};
use crate::model::{Language, digits};
use crate::write::Written;

/// What a build did.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// How many offices the tables name, whether or not they were to be built.
    pub named: usize,
    /// Offices whose portal stands as the content says.
    pub built: usize,
    /// Those of them that nothing had changed for, so that they were not even rendered.
    pub unchanged: usize,
    /// Ids of the offices that were left as they were, because of mistakes.
    pub failed: Vec<String>,
    /// Hosts of the portals of which a file was written or removed.
    pub replaced: Vec<String>,
    /// Whether a file of the directory was.
    pub directory_replaced: bool,
    /// Portals that were removed, because no table names them any more.
    pub pruned: Vec<String>,
    /// What became of all files.
    pub files: Written,
    /// Where the time went.
    pub stages: Stages,
    /// The first fault of the machine that kept an office, or what all share, from being published; all else was built.
    pub fault: Option<Error>,
    /// All findings with their places, sorted by file and place.
    pub findings: Vec<(Diagnostic, Option<Located>)>,
}

impl Report {
    /// Whether all offices were looked at.
    #[must_use]
    pub(crate) fn is_of_all(&self) -> bool {
        self.built + self.failed.len() >= self.named
    }

    /// Notes a fault after which the build went on.
    pub(crate) fn fault(&mut self, error: Error) {
        self.fault.get_or_insert(error);
    }

    /// Whether any mistake kept something from being published.
    #[must_use]
    pub(crate) fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|(finding, _)| finding.severity == Severity::Error)
    }
}

impl Report {
    /// All mistakes as the terminal shows them, and a last line with their number; empty when there are none.
    #[must_use]
    pub(crate) fn mistakes(&self, lang: Language) -> String {
        let shown = Shown {
            lang,
            ..Shown::default()
        };
        let is_mistake = |(finding, _): &&(Diagnostic, _)| finding.severity == Severity::Error;
        let mistakes = self.findings.iter().filter(is_mistake);
        let number = mistakes.clone().count();
        let mut text = String::new();
        // Writing into a String does not fail.
        let _ = show_all(&mut text, mistakes, shown);
        if number > 0 {
            text.push_str(&closing(number, self.failed.len(), lang));
        }
        text
    }
}

fn closing(mistakes: usize, failed: usize, lang: Language) -> String {
    match lang {
        Language::English => {
            let plural = |number| if number == 1 { "" } else { "s" };
            let failed = match failed {
                0 => String::new(),
                _ => format!(
                    "; {failed} office{} not built, each keeps its last good portal",
                    plural(failed)
                ),
            };
            format!("{mistakes} mistake{}{failed}\n", plural(mistakes))
        }
        Language::Bangla => {
            let failed = match failed {
                0 => String::new(),
                _ => format!(
                    "; {}টি কার্যালয়ের পোর্টাল তৈরি হয়নি, আগেরটিই আছে",
                    digits::number(failed)
                ),
            };
            format!("{}টি ভুল{failed}\n", digits::number(mistakes))
        }
    }
}

/// Time by stage, summed over all threads.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Stages {
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
pub(crate) trait Progress: Sync {
    /// So many more offices are to be built.
    fn expect(&self, offices: usize);
    /// One of them is done.
    fn one_done(&self);
}

/// Nobody is told.
impl Progress for () {
    fn expect(&self, _offices: usize) {}
    fn one_done(&self) {}
}
