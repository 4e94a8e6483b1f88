//! Edits at random, built one after the other: the output is that of a clean build, byte for byte and mode for mode.
//! Whatever stands in one office's folder, a build ends, with 0 or 1, and publishes nothing from outside.

use std::collections::BTreeMap;

use crate::changes::{Changed, SECRET};
use crate::hostile::program::run;
use crate::published::{judged, strangers};
use crate::support::Portal;
use crate::support::random::Random;
use crate::tree::{differences, strange_notes, tree};
use crate::{Counts, Part};

pub(crate) struct Edits;

/// Builds of one turn; between two of them there are one to three edits.
const BUILDS: usize = 5;

impl Part for Edits {
    fn turn(&mut self, seed: u64, counts: &mut Counts) -> Vec<String> {
        let portal = Portal::small();
        let root = portal.path("");
        let mut random = Random::new(seed);
        let gzip = random.once_in(4);
        let incremental: &[&str] = if gzip {
            &["build", "--compress", "gzip"]
        } else {
            &["build"]
        };
        let clean: &[&str] = if gzip {
            &["build", "--compress", "gzip", "--out", "clean"]
        } else {
            &["build", "--out", "clean"]
        };
        let mut faults: Vec<String> = run(&root, incremental).fault().into_iter().collect();
        let mut choice = Random::new(!seed);
        let mut changed = Changed::new(&root, &mut random);
        for _ in 0..BUILDS {
            for _ in 0..=choice.below(3) {
                changed.edit();
                counts.edits += 1;
            }
            if choice.once_in(3) {
                changed.odd();
                counts.edits += 1;
                let ran = run(&root, incremental);
                counts.builds += 1;
                faults.extend(ran.fault());
                if ran.said.contains(SECRET) {
                    faults.push("what a link leads to is told".to_owned());
                }
                let secret = strangers(&portal.path("public"), &[(SECRET, "", false)]);
                faults.extend(
                    secret
                        .iter()
                        .map(|found| format!("{}: published from outside", found.file)),
                );
                changed.settle();
            }
            let ran = run(&root, incremental);
            counts.builds += 1;
            faults.extend(ran.fault());
            if ran.code == Some(1) {
                faults.push(format!(
                    "an edit that should be none makes a mistake: {}",
                    ran.said.escape_debug()
                ));
            }
            if !faults.is_empty() {
                break;
            }
        }
        if faults.is_empty() {
            faults.extend(run(&root, clean).fault());
            counts.builds += 1;
            let (built, clean) = (tree(&portal.path("public")), tree(&portal.path("clean")));
            faults.extend(differences(&built, &clean));
            faults.extend(strange_notes(&portal.path("public")));
            let found = judged(&portal.path("public"), &BTreeMap::new());
            faults.extend(found.iter().map(ToString::to_string));
            counts.pages += built.keys().filter(|name| name.ends_with(".html")).count();
        }
        if !faults.is_empty() {
            faults.push(format!("after: {}", changed.told.join("; ")));
        }
        faults
    }
}
