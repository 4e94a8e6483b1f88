//! Builds that are killed at any moment: each portal is wholly an old one or wholly the new one, the next build repairs all
//! byte for byte, and nothing is left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::changes::Changed;
use crate::hostile::program::run;
use crate::support::Portal;
use crate::support::random::Random;
use crate::tree::{Item, Tree, differences, strange_notes, tree};
use crate::{Counts, Part};

pub(crate) struct Kills;

/// Edits that are killed in one turn; each of them up to three times before a build may end.
const EDITS: usize = 2;

/// A portal, or a single file of the directory: what must change in one step.
type Pieces = BTreeMap<String, BTreeMap<String, Item>>;

fn pieces(tree: &Tree) -> Pieces {
    let mut pieces = Pieces::new();
    for (name, item) in tree {
        let first = name.split('/').next().unwrap_or(name);
        let is_portal = first.ends_with(".gov.bd");
        let piece = if is_portal { first } else { name };
        let of_piece = pieces.entry(piece.to_owned()).or_default();
        of_piece.insert(name.clone(), item.clone());
    }
    pieces
}

/// Starts a build and kills it after some time; whether it was still running.
fn killed(root: &Path, after: Duration) -> bool {
    let mut process = Command::new(env!("CARGO_BIN_EXE_sanad"))
        .arg("build")
        .env("LC_ALL", "C")
        .current_dir(root)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    std::thread::sleep(after);
    let _ = process.kill();
    process.wait().expect("a child of ours").code().is_none()
}

/// Pieces that are neither as before nor as they will be.
fn mixed(now: &Tree, versions: &[Pieces]) -> Vec<String> {
    let is_whole = |name: &String, piece: &BTreeMap<String, Item>| {
        versions
            .iter()
            .any(|version| version.get(name) == Some(piece))
    };
    let now = pieces(now);
    let mixed = now.iter().filter(|(name, piece)| !is_whole(name, piece));
    let told =
        mixed.map(|(name, _)| format!("{name} is neither an old one nor the new one after a kill"));
    told.take(4).collect()
}

impl Part for Kills {
    fn turn(&mut self, seed: u64, counts: &mut Counts) -> Vec<String> {
        let portal = Portal::small();
        let root = portal.path("");
        let public = portal.path("public");
        let mut random = Random::new(seed);
        let mut choice = Random::new(!seed);
        let start = Instant::now();
        let mut faults: Vec<String> = run(&root, &["build"]).fault().into_iter().collect();
        let usual = start.elapsed();
        let mut changed = Changed::new(&root, &mut random);
        for _ in 0..EDITS {
            let mut versions = vec![pieces(&tree(&public))];
            let mut last = Tree::new();
            for _ in 0..=choice.below(3) {
                for _ in 0..=choice.below(4) {
                    changed.edit();
                    counts.edits += 1;
                }
                let _ = fs::remove_dir_all(portal.path("clean"));
                let ran = run(&root, &["build", "--out", "clean"]);
                if ran.code != Some(0) {
                    faults.push(format!("exit {:?}: {}", ran.code, ran.said.escape_debug()));
                }
                counts.builds += 1;
                last = tree(&portal.path("clean"));
                versions.push(pieces(&last));
                // Most builds have less to do than the first one.
                let share = u32::try_from(choice.below(1050).pow(2) / 1050).unwrap_or(0);
                counts.kills += usize::from(killed(&root, usual * share / 1000));
                faults.extend(mixed(&tree(&public), &versions));
            }
            faults.extend(run(&root, &["build"]).fault());
            counts.builds += 1;
            let repaired = tree(&public);
            faults.extend(differences(&repaired, &last));
            faults.extend(strange_notes(&public));
            counts.pages += repaired
                .keys()
                .filter(|name| name.ends_with(".html"))
                .count();
            if !faults.is_empty() {
                faults.push(format!("after: {}", changed.told.join("; ")));
                break;
            }
        }
        faults
    }
}
