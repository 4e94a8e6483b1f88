//! One short file per subcommand: wording for the terminal, no logic.

mod build;
mod check;
mod completions;
mod manual;
mod new;
mod progress;
mod say;
mod schema;
mod serve;
mod show;
mod summary;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::ffi::OsString;
use std::fmt::Display;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::{Error, Result, guard};

/// Mistakes in the content.
const MISTAKES: u8 = 1;
/// Wrong usage, or a fault of the machine.
const FAULT: u8 = 2;

/// Runs what was typed.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    guard::watch(|_, panic| {
        fault(panic);
        trace();
    });
    survived(|| obey(arguments))
}

/// A panic has been told when it comes here.
fn survived(work: impl FnOnce() -> ExitCode) -> ExitCode {
    let ended = catch_unwind(AssertUnwindSafe(work));
    ended.unwrap_or(ExitCode::from(FAULT))
}

fn obey(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => result(cli.command).unwrap_or_else(|error| {
            fault(&error);
            ExitCode::from(FAULT)
        }),
        Err(answer) => told(&answer),
    }
}

fn result(command: Command) -> Result<ExitCode> {
    match command {
        Command::Build(typed) => build::build(typed),
        Command::Serve(typed) => serve::serve(typed),
        Command::Check(typed) => check::check(typed),
        Command::Show(typed) => show::show(&typed),
        Command::New(typed) => new::new(&typed),
        Command::Completions(typed) => completions::completions(typed.shell),
        Command::Manual => manual::manual(),
        Command::Schema(typed) => schema::schema(&typed),
    }
}

/// Help and version are no errors; clap knows where each is to be printed.
fn told(answer: &clap::Error) -> ExitCode {
    let is_said = say::enough(answer.print().and_then(|()| std::io::stdout().flush()));
    if answer.use_stderr() {
        return ExitCode::from(FAULT);
    }
    is_said.map_or_else(
        |error| {
            fault(&Error::Say(error));
            ExitCode::from(FAULT)
        },
        |()| ExitCode::SUCCESS,
    )
}

/// Where a panic came from, for whoever asked with `RUST_BACKTRACE`.
fn trace() {
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        let _ = writeln!(anstream::stderr(), "{trace}");
    }
}

fn fault(fault: &dyn Display) {
    let _ = writeln!(anstream::stderr(), "error: {fault}");
}

#[cfg(test)]
mod tests {
    use std::process::ExitCode;

    use super::{FAULT, survived};

    #[test]
    fn a_fault_of_the_program_ends_as_one_of_the_machine_does() {
        assert_eq!(survived(|| panic!("on purpose")), ExitCode::from(FAULT));
        assert_eq!(survived(|| ExitCode::SUCCESS), ExitCode::SUCCESS);
    }
}
