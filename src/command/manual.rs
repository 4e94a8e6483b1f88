//! `sanad manual`: the manual page, made of what `--help` says. The only file that names `clap_mangen`.

use std::process::ExitCode;

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::say::say;
use crate::cli::{self, Grammar as Command};
use crate::{Error, Result};

/// How `roff` begins every piece; a page that is put together needs it once.
const PREAMBLE: [&str; 2] = [".ie \\n(.g", ".el .ds"];

pub(super) fn manual() -> Result<ExitCode> {
    let page = page().map_err(|error| Error::Usage(error.to_string()))?;
    say(page)?;
    Ok(ExitCode::SUCCESS)
}

/// One page with all commands; each has a section with its options, examples and exit codes.
fn page() -> std::io::Result<Vec<u8>> {
    let mut grammar = cli::grammar().disable_help_subcommand(true);
    grammar.build();
    let main = Man::new(grammar.clone()).title("SANAD").manual("Sanad");
    let mut page = Vec::new();
    main.render_title(&mut page)?;
    main.render_name_section(&mut page)?;
    main.render_synopsis_section(&mut page)?;
    main.render_description_section(&mut page)?;
    for command in grammar.get_subcommands() {
        section(command, &mut page)?;
    }
    let help = grammar.get_after_help().map(ToString::to_string);
    page.extend(b".SH EXAMPLES AND EXIT CODES\n");
    page.extend(as_written(&help.unwrap_or_default()));
    Ok(page)
}

/// A command, then those below it.
fn section(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let name = command.get_bin_name().unwrap_or_default().to_uppercase();
    let about = command.get_about().map(ToString::to_string);
    let mut head = Roff::new();
    head.control("SH", [name.as_str()]);
    head.text([roman(about.unwrap_or_default())]);
    let mut section = head.render().into_bytes();
    let man = Man::new(command.clone());
    man.render_synopsis_section(&mut section)?;
    man.render_options_section(&mut section)?;
    page.extend(below(&section));
    let help = command.get_after_help().map(ToString::to_string);
    page.extend(as_written(&help.unwrap_or_default()));
    for command in command.get_subcommands() {
        self::section(command, page)?;
    }
    Ok(())
}

/// The sections of a command, one level lower; its own head stays.
fn below(section: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(section);
    let mut lower = String::new();
    for line in text.lines() {
        if PREAMBLE.iter().any(|start| line.starts_with(start)) {
            continue;
        }
        match line {
            ".SH SYNOPSIS" => lower.push_str(".SS Synopsis"),
            ".SH OPTIONS" => lower.push_str(".SS Options"),
            line => lower.push_str(line.trim_end()),
        }
        lower.push('\n');
    }
    lower.into_bytes()
}

/// Text whose lines and columns mean something, with bold headings.
fn as_written(text: &str) -> Vec<u8> {
    let mut roff = Roff::new();
    roff.control("PP", []);
    roff.control("nf", []);
    for line in text.lines() {
        let is_heading = line.ends_with(':') && !line.starts_with(' ');
        roff.text([if is_heading { bold(line) } else { roman(line) }]);
    }
    roff.control("fi", []);
    below(roff.render().as_bytes())
}
