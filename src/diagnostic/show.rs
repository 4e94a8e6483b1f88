//! A finding as the terminal shows it.
//!
//! The faulty text itself is marked, by colour and by `»…«` where there is none: Bangla letters join, and terminals
//! disagree about their width, so a row of carets under the line would point at the wrong letters.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Color, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::{Diagnostic, Located, Severity};
use crate::escape;
use crate::model::Language;

const fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

const RED: Style = colour(AnsiColor::Red).bold();
const YELLOW: Style = colour(AnsiColor::Yellow).bold();
pub(super) const GREEN: Style = colour(AnsiColor::Green).bold();
pub(super) const BLUE: Style = colour(AnsiColor::Blue).bold();
pub(super) const BOLD: Style = Style::new().bold();
pub(super) const FAULT: Style = colour(AnsiColor::Red).bold().underline();

/// So many grapheme clusters of the line are shown on each side of the fault.
const CONTEXT: usize = 36;

/// How findings are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    /// In which language.
    pub lang: Language,
    /// With the reason why it matters.
    pub reason: bool,
    /// Each by itself, also where the same is said of many places in one file.
    pub apart: bool,
}

/// Writes one finding: headline, place, the line with the fault marked, why, what to do, and the correction.
///
/// # Errors
/// Only those of the writer.
pub fn show(
    out: &mut impl Write,
    diagnostic: &Diagnostic,
    located: Option<&Located>,
    shown: Shown,
) -> fmt::Result {
    let Shown { lang, reason, .. } = shown;
    let style = colour_of(diagnostic.severity);
    writeln!(
        out,
        "{style}{}[{}]{style:#}{BOLD}: {}{BOLD:#}",
        diagnostic.severity.word(lang),
        diagnostic.code,
        escape::terminal(diagnostic.message(lang))
    )?;
    let file = escape::terminal(&diagnostic.place.file);
    let blank = " ".repeat(located.map_or(2, |located| located.line.to_string().len()));
    if let Some(Located {
        line,
        column,
        end_column: _,
        excerpt: [before, fault, after],
    }) = located
    {
        writeln!(out, "{blank}{BLUE}-->{BLUE:#} {file}:{line}:{column}")?;
        if !(before.trim().is_empty() && fault.is_empty() && after.trim().is_empty()) {
            let (before, after) = (tail(before, CONTEXT), head(after, CONTEXT));
            writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
            writeln!(
                out,
                "{BLUE}{line} |{BLUE:#} {before}»{FAULT}{}{FAULT:#}«{after}",
                escape::terminal(fault)
            )?;
            writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
        }
    } else {
        writeln!(out, "{blank}{BLUE}-->{BLUE:#} {file}:1:1")?;
    }
    let why = diagnostic.reason(lang);
    if reason && !why.is_empty() {
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {why}")?;
    }
    let hint = diagnostic.hint(lang);
    writeln!(out, "{BLUE}{blank} ={BLUE:#} {}", escape::terminal(hint))?;
    if let Some(fix) = &diagnostic.fix {
        let words = match lang {
            Language::English => "--fix writes it",
            Language::Bangla => "--fix এটি লিখে দেবে",
        };
        // A hint that names the correction need not be repeated.
        let new = if hint.contains(&fix.new) {
            String::new()
        } else {
            format!(": {}", escape::terminal(&fix.new))
        };
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {words}{new}")?;
    }
    writeln!(out)
}

/// The colour in which a finding is announced.
pub(super) fn colour_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Note => GREEN,
    }
}

/// The end of a text, so many grapheme clusters of it.
pub(super) fn tail(text: &str, most: usize) -> String {
    let text = text.trim_start();
    // From behind: where clusters begin is costly to tell, and of a long line few are shown.
    let mut clusters = text.grapheme_indices(true).rev();
    let start = clusters.by_ref().take(most).last();
    let start = start.map_or(text.len(), |(start, _)| start);
    if clusters.next().is_some() {
        format!("…{}", escape::terminal(&text[start..]))
    } else {
        escape::terminal(text)
    }
}

/// The beginning of a text, so many grapheme clusters of it.
pub(super) fn head(text: &str, most: usize) -> String {
    let mut clusters = text.graphemes(true);
    let shown: String = clusters.by_ref().take(most).collect();
    if clusters.next().is_some() {
        format!("{}…", escape::terminal(&shown))
    } else {
        escape::terminal(&shown)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{head, tail};

    proptest! {
        #[test]
        fn a_text_that_is_cut_is_cut_between_the_same_clusters_from_either_end(
            text in "[ক-হা-্\u{200C}\u{200D}ট র্a😀\u{1F1E7}\u{1F1E9}\u{FE0F}\u{0301}]{1,40}",
            most in 1..12_usize,
        ) {
            let text = text.trim();
            let clusters: Vec<&str> = text.graphemes(true).collect();
            if clusters.len() > most {
                let shown = clusters[clusters.len() - most..].concat();
                prop_assert_eq!(tail(text, most), format!("…{shown}"));
                prop_assert_eq!(head(text, most), format!("{}…", clusters[..most].concat()));
            } else {
                prop_assert_eq!(tail(text, most), text);
            }
        }
    }
}
