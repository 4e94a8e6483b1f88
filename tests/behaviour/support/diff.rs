//! What has changed between two texts: the lines that are not the same, with some around them.

use std::collections::BTreeSet;

/// Lines that are shown around what has changed.
const AROUND: usize = 2;
/// A line longer than this is one of a page without line breaks, and is broken after its tags.
const LONG: usize = 160;
/// No person reads more.
const SHOWN: usize = 80;
/// More pairs of lines than this are not compared one by one.
const PAIRS: usize = 4_000_000;

/// The changes from one text to another, as `diff` shows them; nothing when they are the same.
pub(crate) fn diff(before: &str, now: &str) -> String {
    if before == now {
        return String::new();
    }
    let (before, now) = (lines(before), lines(now));
    let all = changes(&before, &now);
    let near: BTreeSet<usize> = all
        .iter()
        .enumerate()
        .filter(|(_, (sign, _))| *sign != ' ')
        .flat_map(|(at, _)| at.saturating_sub(AROUND)..=at + AROUND)
        .filter(|at| *at < all.len())
        .collect();
    let mut shown = Vec::new();
    let mut last = None;
    for at in near.iter().copied().take(SHOWN) {
        if last.is_none_or(|last: usize| last + 1 != at) {
            shown.push("  …".to_owned());
        }
        let (sign, line) = all[at];
        shown.push(format!("{sign} {}", line.trim_end_matches('\n')));
        last = Some(at);
    }
    if near.len() > SHOWN {
        shown.push(format!("  … and {} lines more", near.len() - SHOWN));
    }
    shown.join("\n")
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n')
        .flat_map(|line| {
            let sign = if line.len() > LONG { '>' } else { '\n' };
            line.split_inclusive(sign)
        })
        .collect()
}

/// Every line of both texts: what both have once with a space, what is gone with `-`, what is new with `+`.
fn changes<'a>(before: &[&'a str], now: &[&'a str]) -> Vec<(char, &'a str)> {
    let pairs = before.iter().zip(now);
    let start = pairs.take_while(|(one, other)| one == other).count();
    let (head, before, now) = (&before[..start], &before[start..], &now[start..]);
    let pairs = before.iter().rev().zip(now.iter().rev());
    let end = pairs.take_while(|(one, other)| one == other).count();
    let (before, tail) = before.split_at(before.len() - end);
    let now = &now[..now.len() - end];
    let same = |lines: &[&'a str]| lines.iter().map(|line| (' ', *line)).collect::<Vec<_>>();
    [same(head), between(before, now), same(tail)].concat()
}

/// The same of what lies between the lines that both begin and end with: as many as can be are kept.
fn between<'a>(before: &[&'a str], now: &[&'a str]) -> Vec<(char, &'a str)> {
    let mut all = Vec::new();
    let (mut one, mut other) = (0, 0);
    if before.len() * now.len() <= PAIRS {
        let kept = kept(before, now);
        while one < before.len() && other < now.len() {
            if before[one] == now[other] {
                all.push((' ', before[one]));
                (one, other) = (one + 1, other + 1);
            } else if kept[one + 1][other] >= kept[one][other + 1] {
                all.push(('-', before[one]));
                one += 1;
            } else {
                all.push(('+', now[other]));
                other += 1;
            }
        }
    }
    all.extend(before[one..].iter().map(|line| ('-', *line)));
    all.extend(now[other..].iter().map(|line| ('+', *line)));
    all
}

/// How many lines the rests of both texts have in common, in order, from each place on.
fn kept(before: &[&str], now: &[&str]) -> Vec<Vec<u32>> {
    let mut kept = vec![vec![0; now.len() + 1]; before.len() + 1];
    for one in (0..before.len()).rev() {
        for other in (0..now.len()).rev() {
            kept[one][other] = if before[one] == now[other] {
                kept[one + 1][other + 1] + 1
            } else {
                kept[one + 1][other].max(kept[one][other + 1])
            };
        }
    }
    kept
}

#[test]
fn only_what_has_changed_is_shown_with_its_surroundings() {
    assert_eq!(diff("a\nb\n", "a\nb\n"), "");
    let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    let now = "1\n2\n3\nvier\n5\n6\n7\n8\n9\n10\n";
    let shown = "  …\n  2\n  3\n- 4\n+ vier\n  5\n  6\n  …\n  8\n  9\n+ 10";
    assert_eq!(diff(before, now), shown);
}

#[test]
fn a_page_without_line_breaks_is_broken_after_its_tags() {
    let page = |word: &str| format!("<p>{}</p><p>{word}</p><p>c</p>", "a".repeat(LONG));
    let shown = diff(&page("b"), &page("x"));
    assert!(
        shown.ends_with("  <p>\n- b</p>\n+ x</p>\n  <p>\n  c</p>"),
        "{shown}"
    );
}
