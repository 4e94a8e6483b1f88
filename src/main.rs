//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    sanad::command::run(std::env::args_os())
}
