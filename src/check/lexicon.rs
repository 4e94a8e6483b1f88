//! Known faults of writing, from `spelling.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::diagnostic::Code;

/// A fault that is known by its letters.
pub(super) struct Fault {
    /// Its code.
    pub(super) code: Code,
    /// As found.
    pub(super) wrong: &'static str,
    /// As it should be; `None` when only a person can say.
    pub(super) right: Option<&'static str>,
    bounds: Bounds,
    finder: Finder<'static>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bounds {
    Word,
    Start,
    Anywhere,
}

static FAULTS: LazyLock<Vec<Fault>> = LazyLock::new(|| {
    let lines = include_str!("spelling.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(fault)
        .collect()
});

/// All of them.
pub(super) fn faults() -> &'static [Fault] {
    &FAULTS
}

fn fault(line: &'static str) -> Option<Fault> {
    let mut cells = line.split('\t');
    let code = Code::named(cells.next()?)?;
    let bounds = match cells.next()? {
        "word" => Bounds::Word,
        "start" => Bounds::Start,
        _ => Bounds::Anywhere,
    };
    let wrong = cells.next().filter(|wrong| !wrong.is_empty())?;
    Some(Fault {
        code,
        wrong,
        right: cells.next().filter(|right| !right.is_empty()),
        bounds,
        finder: Finder::new(wrong),
    })
}

impl Fault {
    /// Whether a text holds the letters at all.
    pub(super) fn occurs(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some()
    }

    /// Every place where it stands, within the bounds of words.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let found = self.finder.find_iter(text.as_bytes());
        found
            .map(|start| start..start + self.wrong.len())
            .filter(|range| {
                let starts = !text[..range.start].ends_with(is_part);
                // A sign behind the letters would make them another word.
                let ends = !text[range.end..].starts_with(is_part);
                match self.bounds {
                    Bounds::Word => starts && ends,
                    Bounds::Start => starts,
                    Bounds::Anywhere => true,
                }
            })
    }
}

/// The whole words of which a range is a part.
pub(super) fn widened(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].trim_end_matches(is_part).len();
    let tail = &text[range.end..];
    start..text.len() - tail.trim_start_matches(is_part).len()
}

/// A letter or sign that makes a word longer.
fn is_part(c: char) -> bool {
    matches!(
        c,
        '\u{0981}'..='\u{09E3}' | '\u{09F0}' | '\u{09F1}' | '\u{200C}' | '\u{200D}'
    )
}
