//! A text for a place that has but one line: a name, a title, a card, an entry of the search.

use std::borrow::Cow;

/// A text with a space for each line break and the white space around it.
#[must_use]
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Cow::Owned(lines.collect::<Vec<_>>().join(" "))
}
