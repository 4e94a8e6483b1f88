//! The long trial: kills, edits, hostile values and the preview, for seconds with `cargo test` and for hours by hand.
//!
//! `cargo test --release --test soak -- --minutes 60 [--only kills,edits,values,preview] [--seed N] [--turns N]`
//!
//! Each part takes turns of its own, all parts at the same time. All that is random in a turn comes from its seed, which is
//! printed with whatever goes wrong (README.md).

mod changes;
mod edits;
#[allow(dead_code, reason = "shared with tests/behaviour")]
mod hostile;
mod kills;
mod preview;
#[allow(dead_code, reason = "shared with tests/behaviour")]
#[path = "../behaviour/published.rs"]
mod published;
#[allow(dead_code, unused_imports, reason = "shared with tests/behaviour")]
#[path = "../behaviour/support/mod.rs"]
mod support;
mod tree;
mod typed;
mod values;

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use self::typed::Typed;

/// What was done, for the table at the end.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) turns: usize,
    pub(crate) kills: usize,
    pub(crate) edits: usize,
    pub(crate) builds: usize,
    pub(crate) pages: usize,
    pub(crate) requests: usize,
    seconds: u64,
    failed: usize,
    violations: usize,
}

/// One part of the trial.
pub(crate) trait Part {
    /// Everything that this seed stands for; what is wrong afterwards.
    fn turn(&mut self, seed: u64, counts: &mut Counts) -> Vec<String>;
}

/// A part by its name, how many turns it takes with `cargo test`, and how it begins.
type Named = (&'static str, usize, fn() -> Box<dyn Part>);

const PARTS: [Named; 4] = [
    ("kills", 1, || Box::new(kills::Kills)),
    ("edits", 1, || Box::new(edits::Edits)),
    ("values", 3, || Box::<values::Values>::default()),
    ("preview", 1, || Box::new(preview::Edits)),
];

/// So many failures of a part are told in full.
const TOLD: usize = 25;

fn main() -> ExitCode {
    let typed = match Typed::read(std::env::args().skip(1)) {
        Ok(Some(typed)) => typed,
        // Another test was asked for.
        Ok(None) => return ExitCode::SUCCESS,
        Err(message) => {
            say(&message);
            return ExitCode::from(2);
        }
    };
    let quiet = Mutex::new(());
    let chosen = PARTS.iter().filter(|(name, ..)| typed.holds(name));
    let rows: Vec<(&str, Counts)> = std::thread::scope(|scope| {
        let run = |part: &'static Named| (part.0, scope.spawn(|| take_turns(part, &typed, &quiet)));
        let running: Vec<_> = chosen.map(run).collect();
        let end = |(name, thread): (_, std::thread::ScopedJoinHandle<'_, Counts>)| {
            (
                name,
                thread
                    .join()
                    .expect("what panics in a turn is caught there"),
            )
        };
        running.into_iter().map(end).collect()
    });
    say(&table(&rows));
    let turns: usize = rows.iter().map(|(_, counts)| counts.turns).sum();
    let failed: usize = rows.iter().map(|(_, counts)| counts.failed).sum();
    say(&format!("{} passed, {failed} failed", turns - failed));
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Turn after turn, until the time is over or enough of them were taken.
fn take_turns((name, usual, begin): &Named, typed: &Typed, quiet: &Mutex<()>) -> Counts {
    let start = Instant::now();
    let mut part = begin();
    let mut counts = Counts::default();
    let turns = typed.turns.or(typed.minutes.is_none().then_some(*usual));
    let is_over = |done: usize| match (turns, typed.minutes) {
        (Some(turns), _) => done >= turns,
        (None, minutes) => start.elapsed() >= Duration::from_secs(minutes.unwrap_or(0) * 60),
    };
    let mut seed = typed.seed;
    while !is_over(counts.turns) {
        let faults = catch_unwind(AssertUnwindSafe(|| part.turn(seed, &mut counts)))
            .unwrap_or_else(|panic| {
                // Whatever it held may be half done.
                part = begin();
                vec![said_by(&*panic)]
            });
        counts.turns += 1;
        if !faults.is_empty() {
            counts.failed += 1;
            counts.violations += faults.len();
            let _guard = quiet.lock();
            say(&format!(
                "\nFAILED {name}, seed {seed}; again: cargo test --release --test soak -- --only {name} --seed {seed} --turns 1"
            ));
            if counts.failed <= TOLD {
                faults
                    .iter()
                    .take(12)
                    .for_each(|fault| say(&format!("  {fault}")));
            }
        }
        seed = seed.wrapping_add(1);
    }
    counts.seconds = start.elapsed().as_secs();
    counts
}

fn said_by(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or(panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic in the trial itself").to_owned()
}

fn table(rows: &[(&str, Counts)]) -> String {
    let mut text = String::from(
        "\n| part | turns | kills | edits | builds | pages judged | requests | seconds | failed turns | violations |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for (name, counts) in rows {
        let Counts {
            turns,
            kills,
            edits,
            builds,
            pages,
            requests,
            seconds,
            failed,
            violations,
        } = counts;
        // Writing into a String does not fail.
        let _ = writeln!(
            text,
            "| {name} | {turns} | {kills} | {edits} | {builds} | {pages} | {requests} | {seconds} | {failed} | {violations} |"
        );
    }
    text
}

#[expect(clippy::print_stdout, reason = "it reports to the terminal")]
fn say(line: &str) {
    println!("{line}");
}
