//! Stars and tildes. `CommonMark`'s rule for what begins and ends emphasis was made for scripts that put a space behind
//! punctuation; in Bangla a suffix stands behind a word whatever marks it: `**৩০ জুন।**এর`, `**“ফরম”**টি`
//! (commonmark-spec, issue 650). What the parser left as typed is paired here by a looser rule, and what is no emphasis
//! (`২০*৩০`, `৫~৭`) gets its signs back.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::Stretch;
use crate::model::digits::is_digit;

use super::reading::{Spanned, is_escaped, is_inline, is_inline_end};

/// Mends the emphasis of a text.
pub(super) fn mend(text: &str, events: &mut Vec<Spanned<'_>>) {
    if !text.contains(['*', '~']) {
        return;
    }
    give_back(text, events);
    pair(text, events);
}

/// Gives figures the signs back that were taken for emphasis: a star between two words or digits begins nothing, one
/// between two digits ends nothing, and a single tilde is a range.
fn give_back(text: &str, events: &mut [Spanned<'_>]) {
    let mut open: Vec<Option<usize>> = Vec::new();
    for at in 0..events.len() {
        match &events[at].0 {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => open.push(Some(at)),
            Event::Start(_) => open.push(None),
            Event::End(end) => {
                let start = open.pop().flatten();
                let length = match end {
                    TagEnd::Emphasis => 1,
                    TagEnd::Strong | TagEnd::Strikethrough => 2,
                    _ => continue,
                };
                let Some(start) = start else { continue };
                let Range {
                    start: from,
                    end: to,
                } = events[start].1;
                let is_tilde = *end == TagEnd::Strikethrough && !text[from..].starts_with("~~");
                let length = if is_tilde { 1 } else { length };
                let (begin, close) = (from..from + length, to - length..to);
                // Where places came from counting, something else may stand there.
                if !is_made_of_signs(text, &begin) || !is_made_of_signs(text, &close) {
                    continue;
                }
                if is_tilde || is_sign(text, &begin, is_word) || is_sign(text, &close, is_digit) {
                    let typed =
                        |range: &Range<usize>| Event::Text(range.of(text).to_owned().into());
                    events[start] = (typed(&begin), begin);
                    events[at] = (typed(&close), close);
                }
            }
            _ => {}
        }
    }
}

/// Whether nothing but signs of emphasis stands in a range.
fn is_made_of_signs(text: &str, range: &Range<usize>) -> bool {
    range
        .try_of(text)
        .is_some_and(|signs| signs.bytes().all(|sign| matches!(sign, b'*' | b'_' | b'~')))
}

/// Whether a run stands between two signs of a kind, without space.
fn is_sign(text: &str, run: &Range<usize>, kind: fn(char) -> bool) -> bool {
    before(text, run).is_some_and(kind) && after(text, run).is_some_and(kind)
}

/// Runs of signs of one element that were left as typed and may still begin emphasis, in order.
#[derive(Default)]
struct Openers {
    /// Their first events, and what each is.
    all: Vec<(usize, usize)>,
    /// Where those of each kind stand among all, so that none is looked for twice: `*`, `**`, `***`, `~~`.
    of_kind: [Vec<usize>; 4],
}

impl Openers {
    fn push(&mut self, at: usize, kind: usize) {
        self.of_kind[kind].push(self.all.len());
        self.all.push((at, kind));
    }

    /// Takes the last of a kind, and all behind it, which nothing can close any more.
    fn close(&mut self, kind: usize) -> Option<usize> {
        let found = *self.of_kind[kind].last()?;
        let at = self.all[found].0;
        for (_, kind) in self.all.drain(found..) {
            self.of_kind[kind].pop();
        }
        Some(at)
    }
}

/// Pairs what was left as typed, among neighbours of one element.
fn pair(text: &str, events: &mut Vec<Spanned<'_>>) {
    let mut made: Vec<(usize, bool, usize)> = Vec::new();
    let mut frames = vec![Openers::default()];
    let mut at = 0;
    while at < events.len() {
        let (event, _) = &events[at];
        match event {
            Event::Start(tag) if is_inline(tag) => frames.push(Openers::default()),
            Event::End(end) if is_inline_end(*end) => {
                frames.pop();
                if frames.is_empty() {
                    frames.push(Openers::default());
                }
            }
            // Emphasis ends with its paragraph, cell or heading.
            Event::Start(_) | Event::End(_) => frames = vec![Openers::default()],
            Event::Text(_) => {
                if let Some((count, run)) = left(text, &events[at..]) {
                    if let Some(open) = frames.last_mut() {
                        meet(text, open, at, &run, &mut made);
                    }
                    at += count;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    if !made.is_empty() {
        made.sort_unstable();
        write(text, events, &made);
    }
}

/// A run of stars or of two tildes that means nothing yet: its events and its bytes.
fn left(text: &str, events: &[Spanned<'_>]) -> Option<(usize, Range<usize>)> {
    let (_, first) = events.first()?;
    let sign = text[first.start..]
        .chars()
        .next()
        .filter(|sign| matches!(sign, '*' | '~'))?;
    if is_escaped(text, first.start) {
        return None;
    }
    let mut run = first.start..first.start;
    let mut count = 0;
    for (event, range) in events {
        let is_text = matches!(event, Event::Text(_));
        let is_run = range.start == run.end && range.of(text).chars().all(|next| next == sign);
        if !is_text || !is_run || range.is_empty() {
            break;
        }
        run.end = range.end;
        count += 1;
    }
    let is_whole = before(text, &run) != Some(sign) && after(text, &run) != Some(sign);
    let lengths = if sign == '*' { 1..=3 } else { 2..=2 };
    (count > 0 && is_whole && lengths.contains(&run.len())).then_some((count, run))
}

/// Closes what such a run can close, or keeps it as an opener.
fn meet(
    text: &str,
    open: &mut Openers,
    at: usize,
    run: &Range<usize>,
    made: &mut Vec<(usize, bool, usize)>,
) {
    let is_space = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
    let (before, after) = (before(text, run), after(text, run));
    if before.is_some_and(is_digit) && after.is_some_and(is_digit) {
        return;
    }
    let kind = if run.of(text).starts_with('~') {
        3
    } else {
        run.len() - 1
    };
    let closed = if is_space(before) {
        None
    } else {
        open.close(kind)
    };
    if let Some(opener) = closed {
        made.push((opener, true, run.len()));
        made.push((at, false, run.len()));
    } else if !is_space(after) && (run.len() > 1 || !before.is_some_and(is_word)) {
        open.push(at, kind);
    }
}

/// Puts tags in place of the runs that found each other: where, whether it begins, and how many signs.
fn write(text: &str, events: &mut Vec<Spanned<'_>>, made: &[(usize, bool, usize)]) {
    let mut made = made.iter().peekable();
    let old = std::mem::take(events);
    let mut left = 0;
    for (at, (event, range)) in old.into_iter().enumerate() {
        // The run's other events go with its first.
        if left > 0 {
            left -= range.len();
            continue;
        }
        let Some((_, is_start, length)) = made.next_if(|(next, ..)| *next == at) else {
            events.push((event, range));
            continue;
        };
        let run = range.start..range.start + length;
        left = length - range.len();
        let tags: &[Tag<'static>] = match (run.of(text).starts_with('~'), length) {
            (true, _) => &[Tag::Strikethrough],
            (_, 1) => &[Tag::Emphasis],
            (_, 2) => &[Tag::Strong],
            _ => &[Tag::Emphasis, Tag::Strong],
        };
        let made: Vec<Event<'static>> = if *is_start {
            tags.iter().cloned().map(Event::Start).collect()
        } else {
            let ends = tags.iter().rev().map(Tag::to_end);
            ends.map(Event::End).collect()
        };
        events.extend(made.into_iter().map(|event| (event, run.clone())));
    }
}

fn before(text: &str, run: &Range<usize>) -> Option<char> {
    text[..run.start].chars().next_back()
}

fn after(text: &str, run: &Range<usize>) -> Option<char> {
    text[run.end..].chars().next()
}

/// A letter, a digit or a sign of a syllable, which `char::is_alphanumeric` does not know.
fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\u{981}'..='\u{9CD}' | '\u{9D7}')
}
