//! The end of what `sanad check` says: how much was found, and what to do first.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::{LocatedFinding, Severity};
use crate::escape;
use crate::model::{Language, digits};

/// `2 mistakes, 5 warnings, 1 note in 3 offices`
pub(super) fn numbers(findings: &[LocatedFinding], offices: usize, lang: Language) -> String {
    let count = |severity| of(findings, severity).count();
    let [mistakes, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(count);
    match lang {
        Language::English => format!(
            "{}, {}, {} in {}\n",
            plural(mistakes, "mistake"),
            plural(warnings, "warning"),
            plural(notes, "note"),
            plural(offices, "office")
        ),
        Language::Bangla => {
            let [mistakes, warnings, notes, offices] =
                [mistakes, warnings, notes, offices].map(digits::number);
            format!("{offices}টি কার্যালয়: {mistakes}টি ভুল, {warnings}টি সতর্কতা, {notes}টি পরামর্শ\n")
        }
    }
}

/// What to do, in this order: what keeps something from being published, what the program can write itself, and the file
/// in which most of the rest stands. Nothing where nothing is left to say.
pub(super) fn next(findings: &[LocatedFinding], lang: Language) -> String {
    let steps = [
        mistakes(findings, lang),
        fixes(findings, lang),
        most(findings, lang),
    ];
    let steps: Vec<String> = steps.into_iter().flatten().collect();
    let mut text = String::new();
    for (at, step) in steps.iter().enumerate() {
        let number = at + 1;
        let number = match lang {
            Language::English => format!("{number}."),
            Language::Bangla => format!("{}.", digits::number(number)),
        };
        // Writing into a String cannot fail.
        let _ = writeln!(text, "  {number} {step}");
    }
    text
}

fn of(
    findings: &[LocatedFinding],
    severity: Severity,
) -> impl Iterator<Item = &LocatedFinding> + Clone {
    findings
        .iter()
        .filter(move |(finding, _)| finding.severity == severity)
}

fn plural(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

fn mistakes(findings: &[LocatedFinding], lang: Language) -> Option<String> {
    let mut mistakes = of(findings, Severity::Error);
    let number = mistakes.clone().count();
    let (first, located) = mistakes.next()?;
    let file = escape::terminal(&first.place.file);
    let (line, column) = located
        .as_ref()
        .map_or((1, 1), |place| (place.line, place.column));
    let place = format!("{file}:{line}:{column}");
    Some(match (lang, number) {
        (Language::English, 1) => {
            format!("Mend the mistake, which keeps a portal from being built: {place}")
        }
        (Language::English, _) => {
            format!(
                "Mend the {number} mistakes, which keep portals from being built; the first: {place}"
            )
        }
        (Language::Bangla, 1) => format!("আগে ভুলটি ঠিক করুন, নইলে পোর্টাল তৈরি হবে না: {place}"),
        (Language::Bangla, _) => format!(
            "আগে {}টি ভুল ঠিক করুন, নইলে পোর্টাল তৈরি হবে না; প্রথমটি: {place}",
            digits::number(number)
        ),
    })
}

fn fixes(findings: &[LocatedFinding], lang: Language) -> Option<String> {
    let number = findings
        .iter()
        .filter(|(finding, _)| finding.fix.is_some())
        .count();
    Some(match (lang, number) {
        (_, 0) => return None,
        (Language::English, _) => format!(
            "Run `sanad check --fix`, which writes {} and shows what it changed",
            plural(number, "correction")
        ),
        (Language::Bangla, _) => format!(
            "`sanad check --fix` চালান: এটি {}টি সংশোধন নিজেই লিখে দেবে এবং কী বদলাল তা দেখাবে",
            digits::number(number)
        ),
    })
}

/// The file with most of the warnings that are left to people, where that is worth knowing.
fn most(findings: &[LocatedFinding], lang: Language) -> Option<String> {
    let warnings = of(findings, Severity::Warning).filter(|(finding, _)| finding.fix.is_none());
    let all = warnings.clone().count();
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for (finding, _) in warnings {
        *files.entry(&finding.place.file).or_default() += 1;
    }
    // Of files with as many the first.
    let (file, number) = files.into_iter().rev().max_by_key(|(_, number)| *number)?;
    let file = escape::terminal(file);
    Some(match lang {
        Language::English if number == all => {
            format!("Look through {file}: {}", plural(number, "warning"))
        }
        Language::English => format!(
            "Look through {file}: {number} of {}",
            plural(all, "warning")
        ),
        Language::Bangla if number == all => {
            format!("{file} দেখুন: {}টি সতর্কতা", digits::number(number))
        }
        Language::Bangla => {
            let [number, all] = [number, all].map(digits::number);
            format!("{file} দেখুন: {all}টি সতর্কতার মধ্যে {number}টি এখানে")
        }
    })
}
