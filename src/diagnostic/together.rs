//! Findings as the terminal shows them: what is said of many places in one file is said once, above the places.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use super::show::{BLUE, BOLD, FAULT, GREEN, colour_of, head, show, tail};
use super::{Diagnostic, Located, Shown};
use crate::escape;
use crate::model::{Language, digits};

/// A finding with its place; none where the file is meant as a whole.
type Found = (Diagnostic, Option<Located>);

/// So many grapheme clusters of a line are shown on each side of the fault, where every place has one line.
const CONTEXT: usize = 18;

/// And so many of the fault.
const FAULT_LENGTH: usize = 30;

/// Writes findings, in the order of their first places: those of one code in one file together, unless `shown.apart`.
/// Reasons, if they are shown, are given once a code.
///
/// # Errors
/// Only those of the writer.
pub fn show_all<'a>(
    out: &mut impl Write,
    findings: impl Iterator<Item = &'a Found>,
    shown: Shown,
) -> fmt::Result {
    let mut explained = BTreeSet::new();
    for group in groups(findings, shown.apart) {
        let Some((first, located)) = group.first() else {
            continue;
        };
        let shown = Shown {
            reason: shown.reason && explained.insert(first.code),
            ..shown
        };
        if group.len() == 1 {
            show(out, first, located.as_ref(), shown)?;
        } else {
            show_group(out, &group, shown)?;
        }
    }
    Ok(())
}

fn groups<'a>(findings: impl Iterator<Item = &'a Found>, apart: bool) -> Vec<Vec<&'a Found>> {
    let mut groups: Vec<Vec<&Found>> = Vec::new();
    let mut known = BTreeMap::new();
    for found in findings {
        let (finding, _) = found;
        let kind = (&finding.place.file, finding.code, finding.severity);
        let at = *known.entry(kind).or_insert(groups.len());
        match groups.get_mut(at).filter(|_| !apart) {
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    groups
}

/// Headline, file, a line for each place, why, what to do, and how many of them can be corrected.
fn show_group(out: &mut impl Write, group: &[&Found], shown: Shown) -> fmt::Result {
    let Shown { lang, reason, .. } = shown;
    let (first, _) = group[0];
    let same_message = group
        .iter()
        .all(|(other, _)| other.message == first.message);
    let same_hint = group
        .iter()
        .all(|(other, _)| other.hint(lang) == first.hint(lang));
    let title = first.code.item().title.get(lang);
    let style = colour_of(first.severity);
    writeln!(
        out,
        "{style}{}[{}]{style:#}{BOLD}: {}{BOLD:#}",
        first.severity.word(lang),
        first.code,
        escape::terminal(if same_message {
            first.message(lang)
        } else {
            title
        })
    )?;
    let places: Vec<String> = group
        .iter()
        .map(|(_, located)| place(located.as_ref()))
        .collect();
    let width = places.iter().map(String::len).max().unwrap_or_default();
    let blank = " ".repeat(width);
    let file = escape::terminal(&first.place.file);
    let number = group.len();
    let number = match lang {
        Language::English => format!("in {number} places"),
        Language::Bangla => format!("{} জায়গায়", digits::number(number)),
    };
    writeln!(out, "{blank}{BLUE}-->{BLUE:#} {file}, {number}")?;
    writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
    for ((finding, located), place) in group.iter().zip(&places) {
        write!(out, "{BLUE}{place:>width$} |{BLUE:#}")?;
        if let Some(located) = located {
            excerpt(out, located)?;
        }
        let hint = finding.hint(lang);
        // What is wrong is marked, and a message that only repeats it says no more than the headline.
        let marked = located.as_ref().map(|located| located.excerpt[1].trim());
        let repeats = marked
            .is_some_and(|marked| !marked.is_empty() && finding.message(lang).contains(marked));
        let message = (!same_message && !repeats).then(|| finding.message(lang));
        let said = [message, (!same_hint).then_some(hint)];
        let said: Vec<String> = said.into_iter().flatten().map(escape::terminal).collect();
        if !said.is_empty() {
            write!(out, " {GREEN}→{GREEN:#} {}", said.join("; "))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
    let why = first.reason(lang);
    if reason && !why.is_empty() {
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {why}")?;
    }
    if same_hint {
        writeln!(
            out,
            "{BLUE}{blank} ={BLUE:#} {}",
            escape::terminal(first.hint(lang))
        )?;
    }
    let fixes = group
        .iter()
        .filter(|(finding, _)| finding.fix.is_some())
        .count();
    if fixes > 0 {
        let all = fixes == group.len();
        let words = match lang {
            Language::English if all => "--fix writes all of them".to_owned(),
            Language::English => format!("--fix writes {fixes} of them"),
            Language::Bangla if all => "--fix সবগুলো লিখে দেবে".to_owned(),
            Language::Bangla => format!("--fix এর মধ্যে {}টি লিখে দেবে", digits::number(fixes)),
        };
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {words}")?;
    }
    writeln!(out)
}

fn place(located: Option<&Located>) -> String {
    located.map_or_else(
        || "1:1".to_owned(),
        |Located { line, column, .. }| format!("{line}:{column}"),
    )
}

/// The line with the fault marked; nothing for one that is empty.
fn excerpt(out: &mut impl Write, located: &Located) -> fmt::Result {
    let [before, fault, after] = &located.excerpt;
    if before.trim().is_empty() && fault.is_empty() && after.trim().is_empty() {
        return Ok(());
    }
    // Whole words, where one was cut.
    let before = tail(before, CONTEXT);
    let before = match before.split_once(' ') {
        Some((cut, words)) if cut.starts_with('…') && !words.trim().is_empty() => {
            format!("…{words}")
        }
        _ => before,
    };
    let after = head(after, CONTEXT);
    let after = match after.rsplit_once(' ') {
        Some((words, cut)) if cut.ends_with('…') && !words.trim().is_empty() => {
            format!("{words}…")
        }
        _ => after.trim_end().to_owned(),
    };
    let fault = head(fault, FAULT_LENGTH);
    write!(out, " {before}»{FAULT}{fault}{FAULT:#}«{after}")
}
