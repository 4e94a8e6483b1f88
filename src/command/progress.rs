//! How far a long build has come: a bar at a terminal, a line a second elsewhere.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::report::Progress;

/// Whoever waits less than this need not be told why.
const PATIENCE: Duration = Duration::from_secs(1);
/// Elsewhere than at a terminal, where nobody waits.
const PATIENCE_OF_LOGS: Duration = Duration::from_secs(5);

/// What is shown while offices are built.
pub(super) struct ProgressLine {
    start: Instant,
    quiet: bool,
    expected: AtomicUsize,
    done: AtomicUsize,
    /// At a terminal.
    bar: Option<ProgressBar>,
    /// Elsewhere: the second in which the last line was written.
    last: AtomicU64,
}

impl ProgressLine {
    /// Nothing yet; nothing at all when `quiet`.
    pub(super) fn new(quiet: bool) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style =
                ProgressStyle::with_template("{bar:32.green} {pos}/{len} offices, {eta} left");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style)
        });
        Self {
            start: Instant::now(),
            quiet,
            expected: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            bar,
            last: AtomicU64::new(0),
        }
    }

    /// Takes the bar away, before anything else is said.
    pub(super) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn line(&self, done: usize) {
        let elapsed = self.start.elapsed();
        let now = elapsed.as_secs();
        let last = self.last.load(Ordering::Relaxed);
        let claim = || {
            let order = Ordering::Relaxed;
            self.last.compare_exchange(last, now, order, order).is_ok()
        };
        if elapsed >= PATIENCE_OF_LOGS && now > last && claim() {
            let expected = self.expected.load(Ordering::Relaxed);
            let left = left(elapsed, done, expected).as_secs();
            let _ = writeln!(
                std::io::stderr(),
                "{done} of {expected} offices, {left} s left"
            );
        }
    }
}

impl Progress for ProgressLine {
    fn expect(&self, offices: usize) {
        let expected = self.expected.fetch_add(offices, Ordering::Relaxed) + offices;
        if let Some(bar) = &self.bar {
            bar.set_length(expected as u64);
        }
    }

    fn one_done(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.quiet {
            return;
        }
        let Some(bar) = &self.bar else {
            return self.line(done);
        };
        if bar.is_hidden() && self.start.elapsed() >= PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
        }
        bar.set_position(done as u64);
    }
}

/// How long it will take, if it goes on like this.
fn left(elapsed: Duration, done: usize, expected: usize) -> Duration {
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let share = expected.saturating_sub(done) as f64 / done.max(1) as f64;
    elapsed.mul_f64(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_takes_as_long_as_what_is_done() {
        let second = Duration::from_secs(1);
        assert_eq!(left(10 * second, 100, 400), 30 * second);
        assert_eq!(left(10 * second, 400, 400), Duration::ZERO);
        assert_eq!(left(second, 0, 5), 5 * second);
    }
}
