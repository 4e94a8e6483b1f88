//! `check --fix` in this process: what it finds on 1 July 2025, and what it makes of that.

use std::path::Path;

use sanad::diagnostic::{Diagnostic, Severity};
use sanad::examine::examine;
use sanad::mend::mend;
use sanad::model::Date;

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

/// Mends until nothing is left to be mended; gives how often something was changed. Eight times is no end.
pub(crate) fn mend_all(site: &Path) -> usize {
    let once = || {
        let found = findings(site);
        mend(&found, &site.join("content"), &site.join("themes")).expect("files to be written")
    };
    (0..8).take_while(|_| !once().is_empty()).count()
}
