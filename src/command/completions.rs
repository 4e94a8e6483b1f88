//! `sanad completions`: what a shell needs to complete commands. The only file that names `clap_complete`.

use std::process::ExitCode;

use clap_complete::{Shell, generate};

use super::say::say;
use crate::{Result, cli};

pub(super) fn completions(shell: cli::Shell) -> Result<ExitCode> {
    let shell = match shell {
        cli::Shell::Bash => Shell::Bash,
        cli::Shell::Zsh => Shell::Zsh,
        cli::Shell::Fish => Shell::Fish,
        cli::Shell::Elvish => Shell::Elvish,
        cli::Shell::Powershell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    generate(shell, &mut cli::grammar(), "sanad", &mut script);
    say(script)?;
    Ok(ExitCode::SUCCESS)
}
