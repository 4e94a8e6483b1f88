//! `sanad show`

use std::fmt::Write as _;
use std::process::ExitCode;

use anstyle::{AnsiColor, Color, Style};

use super::say::say;
use crate::cli::Show;
use crate::escape;
use crate::options;
use crate::provenance;
use crate::{Error, Result};

const KEY: Style = Style::new().bold();
const PLACE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::BrightBlack)));

pub(super) fn show(typed: &Show) -> Result<ExitCode> {
    if !typed.content.is_dir() {
        return Err(Error::Usage(format!(
            "there is no folder {}; say where it is with --content DIR",
            typed.content.display()
        )));
    }
    let values = provenance::values(&typed.content, &typed.id, options::today()?)?;
    if values.is_empty() {
        let message = format!(
            "no table of offices names `{}`, or its department cannot be read; `sanad build` says why",
            typed.id
        );
        return Err(Error::Usage(message));
    }
    let mut text = String::new();
    for value in values {
        let place = value.place.map_or_else(
            || "follows from the others".to_owned(),
            |(file, line)| format!("{}:{line}", escape::terminal(&file)),
        );
        let lines: Vec<String> = value.value.split('\n').map(escape::terminal).collect();
        let lines = lines.join("\n  ");
        // The place stands before the text: terminals disagree about the width of Bangla, so nothing can be aligned behind it.
        let _ = writeln!(
            text,
            "{KEY}{}{KEY:#}  {PLACE}{place}{PLACE:#}\n  {}",
            escape::terminal(&value.key),
            lines
        );
    }
    say(text)?;
    Ok(ExitCode::SUCCESS)
}
