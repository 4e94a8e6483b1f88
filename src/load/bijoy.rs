//! Text that was typed in Bijoy or spoilt by a converter from it, where that is certain: nobody could read what is published.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Fix, say};
use crate::model::Place;
use crate::model::Stretch;
use crate::model::bijoy::{Spoilt, spoilt};

/// Notes what is spoilt in a file of content. In YAML a line that begins with `#` is nobody's but its author's; in Markdown
/// what stands between fences is shown as it is.
pub(super) fn spoilt_text(file: &Arc<str>, text: &str, found: &mut Vec<Diagnostic>) {
    let is = |ending: &str| {
        Path::new(&**file)
            .extension()
            .is_some_and(|own| own == ending)
    };
    let (is_yaml, is_markdown) = (is("yaml"), is("md"));
    if !is_yaml && !is_markdown && !is("csv") {
        return;
    }
    let mut fenced = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begin = line.trim_start();
        fenced ^= is_markdown && (begin.starts_with("```") || begin.starts_with("~~~"));
        let is_comment = is_yaml && begin.starts_with('#');
        if !fenced && !is_comment {
            found.extend(
                spoilt(line)
                    .into_iter()
                    .map(|one| finding(file, line, at, one)),
            );
        }
        at += line.len();
    }
}

fn finding(file: &Arc<str>, line: &str, at: usize, spoilt: Spoilt) -> Diagnostic {
    let place = |range: &Range<usize>| Place::bytes(file, at + range.start..at + range.end);
    match spoilt {
        Spoilt::Typed(range) => say::bijoy_typed().at(place(&range)),
        Spoilt::Disordered(range) => {
            let word = range.of(line);
            say::broken_word(word).at(place(&range))
        }
        Spoilt::Misplaced(range, right) => {
            let wrong = range.of(line);
            let fix = Fix {
                range: at + range.start..at + range.end,
                old: wrong.to_owned(),
                new: right.to_owned(),
            };
            let finding = say::broken_word_reph(wrong, right).at(place(&range));
            Diagnostic {
                fix: Some(Box::new(fix)),
                ..finding
            }
        }
    }
}
