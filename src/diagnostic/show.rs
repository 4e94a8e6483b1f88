//! A finding as the terminal shows it.
//!
//! The faulty text itself is marked, by colour and by `»…«` where there is none: Bangla letters join, and terminals
//! disagree about their width, so a row of carets under the line would point at the wrong letters.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Color, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::{Diagnostic, Located, Severity};

const fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

const RED: Style = colour(AnsiColor::Red).bold();
const YELLOW: Style = colour(AnsiColor::Yellow).bold();
const BLUE: Style = colour(AnsiColor::Blue).bold();
const BOLD: Style = Style::new().bold();
const FAULT: Style = colour(AnsiColor::Red).bold().underline();

/// So many grapheme clusters of the line are shown on each side of the fault.
const CONTEXT: usize = 36;

/// Writes one finding: headline, place, the line with the fault marked, and what to do.
///
/// # Errors
/// Only those of the writer.
pub fn show(
    out: &mut impl Write,
    diagnostic: &Diagnostic,
    located: Option<&Located>,
) -> fmt::Result {
    let (style, word) = match diagnostic.severity {
        Severity::Error => (RED, "error"),
        Severity::Warning => (YELLOW, "warning"),
    };
    writeln!(
        out,
        "{style}{word}[{}]{style:#}{BOLD}: {}{BOLD:#}",
        diagnostic.code, diagnostic.message
    )?;
    let file = &diagnostic.place.file;
    let Some(Located {
        line,
        column,
        excerpt: [before, fault, after],
    }) = located
    else {
        writeln!(out, "{BLUE}  -->{BLUE:#} {file}:1:1")?;
        return writeln!(out, "{BLUE}   ={BLUE:#} {}\n", diagnostic.hint);
    };
    let gutter = line.to_string().len();
    let blank = " ".repeat(gutter);
    writeln!(out, "{blank}{BLUE}-->{BLUE:#} {file}:{line}:{column}")?;
    if !(before.trim().is_empty() && fault.is_empty() && after.trim().is_empty()) {
        let (before, after) = (tail(before), head(after));
        writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
        writeln!(
            out,
            "{BLUE}{line} |{BLUE:#} {before}»{FAULT}{}{FAULT:#}«{after}",
            plain(fault)
        )?;
        writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
    }
    writeln!(out, "{BLUE}{blank} ={BLUE:#} {}\n", diagnostic.hint)
}

fn tail(text: &str) -> String {
    let clusters: Vec<&str> = text.graphemes(true).collect();
    match clusters.len().checked_sub(CONTEXT) {
        Some(cut) if cut > 0 => format!("…{}", plain(&clusters[cut..].concat())),
        _ => plain(text.trim_start()),
    }
}

fn head(text: &str) -> String {
    let mut clusters = text.graphemes(true);
    let shown: String = clusters.by_ref().take(CONTEXT).collect();
    if clusters.next().is_some() {
        format!("{}…", plain(&shown))
    } else {
        plain(&shown)
    }
}

/// Control characters would let content rewrite the terminal.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect()
}
