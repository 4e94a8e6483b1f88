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

use std::ffi::OsString;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::{Error, Result};

/// Mistakes in the content.
const MISTAKES: u8 = 1;
/// Wrong usage, or a fault of the machine.
const FAULT: u8 = 2;

/// Runs what was typed.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    obey(arguments)
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

fn fault(fault: &dyn Display) {
    let _ = writeln!(anstream::stderr(), "error: {fault}");
}
