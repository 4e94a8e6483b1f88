//! The small site with one office that means harm, and what must hold whatever it writes.

use std::collections::BTreeMap;

use super::attack::{Attack, CANARY, HOST, ROW_CANARY};
use super::program::run;
use crate::published::{judged, listed, strangers};
use crate::support::{Portal, files};

/// A site, and its output when nobody meant harm.
pub(crate) struct Site {
    portal: Portal,
    quiet: BTreeMap<String, Vec<u8>>,
}

/// What a trial showed.
pub(crate) struct Verdict {
    pub(crate) faults: Vec<String>,
    /// Whether the office was published as it wants to be.
    pub(crate) published: bool,
    /// How many pages its portal has.
    pub(crate) pages: usize,
}

fn is_of_the_office(name: &str) -> bool {
    name.strip_prefix(HOST)
        .is_some_and(|rest| rest.starts_with('/'))
}

impl Site {
    pub(crate) fn new(in_english: bool) -> Self {
        let mut portal = Portal::small();
        if in_english {
            portal = portal.in_both_languages();
        }
        let mut site = Self {
            portal,
            quiet: BTreeMap::new(),
        };
        Attack::none().put(&site.portal.path("content"));
        site.portal.build().succeeds();
        let (quiet, _) = listed(&site.portal.path("public"));
        let found = judged(&site.portal.path("public"), &BTreeMap::new());
        assert!(found.is_empty(), "a harmless site: {found:?}");
        site.quiet = quiet;
        site
    }

    /// Builds with what an office writes and looks at all that is published.
    pub(crate) fn build(&self, attack: &Attack) -> Verdict {
        attack.put(&self.portal.path("content"));
        let ran = run(&self.portal.path(""), &["build"]);
        let public = self.portal.path("public");
        let mut faults: Vec<String> = ran.fault().into_iter().collect();
        let found = judged(&public, &self.quiet);
        faults.extend(found.iter().map(ToString::to_string));
        let planted = [(CANARY, HOST, false), (ROW_CANARY, HOST, true)];
        faults.extend(strangers(&public, &planted).iter().map(ToString::to_string));
        let (now, _) = listed(&public);
        // The directory may say what the office's row says.
        let of_others = |name: &&String| !is_of_the_office(name) && name.contains(".gov.bd/");
        let differing = self
            .quiet
            .iter()
            .filter(|(name, bytes)| of_others(name) && now.get(*name) != Some(*bytes));
        faults.extend(
            differing.map(|(name, _)| format!("{name}: not as without the other office's words")),
        );
        let new = now
            .keys()
            .filter(of_others)
            .filter(|name| !self.quiet.contains_key(*name));
        faults
            .extend(new.map(|name| format!("{name}: not there without the other office's words")));
        if !faults.is_empty() {
            // What was found must not be found again in the next trial.
            Attack::none().put(&self.portal.path("content"));
            run(&self.portal.path(""), &["build"]);
        }
        let pages = now
            .keys()
            .filter(|name| is_of_the_office(name) && name.ends_with(".html"));
        Verdict {
            faults,
            published: ran.code == Some(0),
            pages: pages.count(),
        }
    }

    /// A page of the office as it is published.
    pub(crate) fn page(&self, name: &str) -> String {
        let path = self.portal.path("public").join(HOST).join(name);
        std::fs::read_to_string(path).expect("a page")
    }

    /// Looks for doubts and mends what is certain, after a build of the same: what worked works, and a second time changes
    /// nothing.
    pub(crate) fn mend(&self, attack: &Attack) -> Vec<String> {
        let site = self.portal.path("");
        attack.put(&self.portal.path("content"));
        let worked = run(&site, &["build"]).code == Some(0);
        let look = ["check", "--today", "2025-07-01"];
        let mut faults: Vec<String> = run(&site, &look).fault().into_iter().collect();
        let fix = ["check", "--today", "2025-07-01", "--fix"];
        faults.extend(run(&site, &fix).fault());
        let once = files(&self.portal.path("content"));
        faults.extend(run(&site, &fix).fault());
        if files(&self.portal.path("content")) != once {
            faults.push("mending twice is not mending once".to_owned());
        }
        let works = run(&site, &["build"]);
        if worked && works.code != Some(0) {
            faults.push(format!(
                "mended, it cannot be built: {}",
                works.said.escape_debug()
            ));
        }
        faults
    }
}
