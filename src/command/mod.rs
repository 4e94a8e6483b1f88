//! One short file per subcommand: wording for the terminal, no logic.

mod build;
mod check;
mod completions;
mod manual;
mod new;
mod progress;
mod schema;
mod serve;
mod show;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command};

/// Mistakes in the content.
const MISTAKES: u8 = 1;
/// Wrong usage, or a fault of the machine.
const FAULT: u8 = 2;

/// Runs what was typed.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; clap knows where each is to be printed.
            let code = if error.use_stderr() {
                ExitCode::from(FAULT)
            } else {
                ExitCode::SUCCESS
            };
            let _ = error.print();
            return code;
        }
    };
    let result = match cli.command {
        Command::Build(typed) => build::build(typed),
        Command::Serve(typed) => serve::serve(typed),
        Command::Check(typed) => check::check(typed),
        Command::Show(typed) => show::show(&typed),
        Command::New(typed) => new::new(&typed),
        Command::Completions(typed) => Ok(completions::completions(typed.shell)),
        Command::Manual => manual::manual(),
        Command::Schema(typed) => schema::schema(&typed),
    };
    result.unwrap_or_else(|error| {
        let _ = writeln!(anstream::stderr(), "error: {error}");
        ExitCode::from(FAULT)
    })
}
