//! `check --fix` in this process: what it finds on 1 July 2025, and what it makes of that. Fuzzers use it too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sanad::diagnostic::{Diagnostic, Severity};
use sanad::examine::examine;
use sanad::fix;
use sanad::model::Date;

/// So often something is mended at most; more is no end.
pub(crate) const TURNS: usize = 8;

/// What a look at a site's content finds. Without a theme there is one finding more, and no templates to be read.
pub(crate) fn findings(site: &Path) -> Vec<Diagnostic> {
    let today = Date::parse("2025-07-01").expect("a day");
    examine(&site.join("content"), &site.join("nowhere"), today, 1)
        .expect("no fault of the machine")
        .found
}

/// How many of the findings are mistakes.
pub(crate) fn mistakes(site: &Path) -> usize {
    let found = findings(site);
    let is_mistake = |finding: &&Diagnostic| finding.severity == Severity::Error;
    found.iter().filter(is_mistake).count()
}

/// Mends until nothing is left to be mended; gives how often something was changed.
pub(crate) fn mend_all(site: &Path) -> usize {
    let once = || {
        let found = findings(site);
        fix::apply(&found, &site.join("content"), &site.join("themes"))
            .expect("files to be written")
    };
    (0..TURNS).take_while(|_| !once().is_empty()).count()
}

/// What must hold of all that is mended, whatever stands in a site: it comes to an end, makes no mistake, so that what could
/// be built still can, and a second time changes nothing.
pub(crate) fn harm(site: &Path) -> Option<&'static str> {
    let before = mistakes(site);
    if mend_all(site) == TURNS {
        return Some("the corrections do not come to an end");
    }
    if mistakes(site) > before {
        return Some("a correction makes a mistake");
    }
    let once = contents(site);
    let is_same = mend_all(site) == 0 && contents(site) == once;
    (!is_same).then_some("a second time changes something")
}

/// The files of the content with their bytes.
fn contents(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(site.join("content")).into_iter();
    let files = entries
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|file| {
            (
                file.path().to_owned(),
                fs::read(file.path()).expect("a file"),
            )
        })
        .collect()
}
