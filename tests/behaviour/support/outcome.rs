//! What a run of the program said, and what it has written.

use std::process::Output;
use std::rc::Rc;

use tempfile::TempDir;

use super::files::text;
use super::finding::{Finding, findings};

/// What a run of the program did.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    folder: Rc<TempDir>,
}

impl Outcome {
    pub(super) fn new(output: &Output, folder: &Rc<TempDir>) -> Self {
        let said = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("messages are UTF-8");
        Self {
            code: output.status.code().expect("no signal"),
            stdout: said(&output.stdout),
            stderr: without_progress(&said(&output.stderr)),
            folder: Rc::clone(folder),
        }
    }

    /// All is well.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (0, ""),
            "{}",
            self.stdout
        );
        self
    }

    /// Exactly these findings: code, place and the marked text.
    #[track_caller]
    pub(crate) fn reports(self, expected: &[(&str, &str, &str)]) -> Self {
        let found = self.findings();
        let found: Vec<_> = found
            .iter()
            .map(|finding| (&*finding.code, &*finding.place, &*finding.marked))
            .collect();
        assert_eq!(found, expected, "\n{}", self.stderr);
        assert_eq!(self.code, 1, "mistakes in the content end with 1");
        self
    }

    /// A check finds exactly these places, and what is marked there.
    #[track_caller]
    pub(crate) fn finds(self, expected: &[(&str, &str)]) -> Self {
        let findings = self.findings();
        let found: Vec<_> = findings
            .iter()
            .map(|finding| (&*finding.place, &*finding.marked))
            .collect();
        assert_eq!(found, expected, "\n{}{}", self.stdout, self.stderr);
        self
    }

    /// What a check prints holds this text.
    #[track_caller]
    pub(crate) fn tells(self, text: &str) -> Self {
        assert!(
            self.stdout.contains(text),
            "{text:?} is not in\n{}",
            self.stdout
        );
        self
    }

    /// The message holds this text.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "{text:?} is not in\n{}",
            self.stderr
        );
        self
    }

    /// A fault of the machine or wrong usage: one line and exit 2.
    #[track_caller]
    pub(crate) fn faults(self, text: &str) -> Self {
        assert_eq!(self.code, 2, "{}", self.stderr);
        assert!(
            self.stderr.contains(text),
            "{text:?} is not in\n{}",
            self.stderr
        );
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    /// A page's text.
    #[track_caller]
    pub(crate) fn page(&self, name: &str) -> String {
        text(&self.folder.path().join("public").join(name))
    }

    /// The findings in the order of their places.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        findings(&format!("{}\n{}", self.stderr, self.stdout))
    }
}

/// On a machine that is busy a build says how far it has come; that is neither a finding nor a fault.
pub(crate) fn without_progress(text: &str) -> String {
    let is_progress = |line: &&str| line.ends_with(" s left") && line.contains(" offices, ");
    let rest = text
        .split_inclusive('\n')
        .filter(|line| !is_progress(&line.trim_end()));
    rest.collect()
}
