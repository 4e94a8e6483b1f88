//! Which corrections keep what a text is made of: its headings, lists, tables, links, its keys.
//!
//! A sign that nobody sees can be what keeps a line from being a list, a heading's spelling the address of its part of the
//! page. Rules cannot know; so the text is read with its corrections, and compared.

use crate::diagnostic::Fix;

/// So many bytes are read for the corrections of one text, when they cannot all be made. What was not tried then is left
/// to its author.
const MOST_BYTES: usize = 16 << 20;

/// The corrections, in order of place, that leave `shape` of the text as it is; as many as can be told.
pub(crate) fn certain<'a>(
    text: &str,
    fixes: &[&'a Fix],
    shape: impl Fn(&str) -> String,
) -> Vec<&'a Fix> {
    let mut trial = Trial {
        text,
        before: shape(text),
        shape,
        kept: Vec::new(),
        bytes: 0,
    };
    trial.keep(fixes);
    trial.kept
}

struct Trial<'t, 'a, F> {
    text: &'t str,
    before: String,
    shape: F,
    kept: Vec<&'a Fix>,
    bytes: usize,
}

impl<'a, F: Fn(&str) -> String> Trial<'_, 'a, F> {
    /// Keeps all of them, or tries each half, down to those that change something.
    fn keep(&mut self, fixes: &[&'a Fix]) {
        if fixes.is_empty() || self.bytes > MOST_BYTES {
            return;
        }
        let together = [self.kept.as_slice(), fixes].concat();
        self.bytes += self.text.len();
        if (self.shape)(&applied(self.text, &together)) == self.before {
            self.kept = together;
        } else if fixes.len() > 1 {
            let (first, second) = fixes.split_at(fixes.len() / 2);
            self.keep(first);
            self.keep(second);
        }
    }
}

/// The text with its corrections, which stand in order of place. Of those that overlap only the first is made; one that
/// does not fit the text is not.
pub(super) fn applied(text: &str, fixes: &[&Fix]) -> String {
    let mut corrected = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        let fits = fix.range.start >= at && text.get(fix.range.clone()) == Some(fix.old.as_str());
        if fits {
            corrected.push_str(&text[at..fix.range.start]);
            corrected.push_str(&fix.new);
            at = fix.range.end;
        }
    }
    corrected.push_str(&text[at..]);
    corrected
}
