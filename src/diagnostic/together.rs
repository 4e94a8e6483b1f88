//! Findings as the terminal shows them: what is said of many places in one file is said once, above the places.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use super::show::{BLUE, BOLD, FAULT, GREEN, colour_of, head, show, tail};
use super::{Diagnostic, Located, LocatedFinding, Shown};
use crate::escape;
use crate::model::{Language, digits};

/// So many grapheme clusters of a line are shown on each side of the fault, where every place has one line.
const CONTEXT: usize = 18;

/// And so many of the fault.
const FAULT_LENGTH: usize = 30;

/// Writes findings, in the order of their first places: those of one code in one file together, unless `shown.apart`.
/// Reasons, if they are shown, are given once a code.
///
/// # Errors
/// Only those of the writer.
pub(crate) fn show_all<'a>(
    out: &mut impl Write,
    findings: impl Iterator<Item = &'a LocatedFinding>,
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

fn groups<'a>(
    findings: impl Iterator<Item = &'a LocatedFinding>,
    apart: bool,
) -> Vec<Vec<&'a LocatedFinding>> {
    let mut groups: Vec<Vec<&LocatedFinding>> = Vec::new();
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
fn show_group(out: &mut impl Write, group: &[&LocatedFinding], shown: Shown) -> fmt::Result {
    let Shown { lang, reason, .. } = shown;
    let (first, _) = group[0];
    let all_say = |same: &dyn Fn(&Diagnostic) -> bool| group.iter().all(|(other, _)| same(other));
    let once = Once {
        message: all_say(&|other| other.message == first.message),
        hint: all_say(&|other| other.hint(lang) == first.hint(lang)),
    };
    headline(out, first, once, lang)?;
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
    for (found, place) in group.iter().zip(&places) {
        write!(out, "{BLUE}{place:>width$} |{BLUE:#}")?;
        line(out, found, once, lang)?;
    }
    writeln!(out, "{BLUE}{blank} |{BLUE:#}")?;
    let why = first.reason(lang);
    if reason && !why.is_empty() {
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {why}")?;
    }
    if once.hint {
        let hint = escape::terminal(first.hint(lang));
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {hint}")?;
    }
    let has_fix = |(finding, _): &&&LocatedFinding| finding.fix.is_some();
    let fixes = group.iter().filter(has_fix).count();
    if fixes > 0 {
        let words = fixed(fixes, fixes == group.len(), lang);
        writeln!(out, "{BLUE}{blank} ={BLUE:#} {words}")?;
    }
    writeln!(out)
}

/// What all findings of a group say alike, and what is therefore said once.
#[derive(Clone, Copy)]
struct Once {
    message: bool,
    hint: bool,
}

fn headline(out: &mut impl Write, first: &Diagnostic, once: Once, lang: Language) -> fmt::Result {
    let style = colour_of(first.severity);
    let said = if once.message {
        first.message(lang)
    } else {
        first.code.item().title.get(lang)
    };
    writeln!(
        out,
        "{style}{}[{}]{style:#}{BOLD}: {}{BOLD:#}",
        first.severity.word(lang),
        first.code,
        escape::terminal(said)
    )
}

/// One of several places: its line, and what is said of it alone.
fn line(out: &mut impl Write, found: &LocatedFinding, once: Once, lang: Language) -> fmt::Result {
    let (finding, located) = found;
    if let Some(located) = located {
        excerpt(out, located)?;
    }
    // What is wrong is marked, and a message that only repeats it says no more than the headline.
    let marked = located.as_ref().map(|located| located.excerpt[1].trim());
    let repeats =
        marked.is_some_and(|marked| !marked.is_empty() && finding.message(lang).contains(marked));
    let message = (!once.message && !repeats).then(|| finding.message(lang));
    let hint = (!once.hint).then(|| finding.hint(lang));
    let said = [message, hint].into_iter().flatten();
    let said: Vec<String> = said.map(escape::terminal).collect();
    if !said.is_empty() {
        write!(out, " {GREEN}→{GREEN:#} {}", said.join("; "))?;
    }
    writeln!(out)
}

fn fixed(fixes: usize, all: bool, lang: Language) -> String {
    match lang {
        Language::English if all => "--fix writes all of them".to_owned(),
        Language::English => format!("--fix writes {fixes} of them"),
        Language::Bangla if all => "--fix সবগুলো লিখে দেবে".to_owned(),
        Language::Bangla => format!("--fix এর মধ্যে {}টি লিখে দেবে", digits::number(fixes)),
    }
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
