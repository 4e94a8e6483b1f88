//! What is to be asked for, in the words of people: findings, those that say the same taken together.

use serde::Serialize;

use crate::diagnostic::LocatedFinding;
use crate::model::Language;

/// The longest text of a file that is repeated, in characters.
const EXCERPT: usize = 48;

/// Something to be asked for.
#[derive(Serialize, PartialEq)]
pub(super) struct ConcernView {
    /// `error`, `warning` or `note`.
    severity: &'static str,
    message: Vec<PieceView>,
    remedy: Vec<PieceView>,
    /// What is written there now; null where the message says it, or where it is long.
    written: Option<String>,
    /// Where the same is found.
    places: Vec<PlaceView>,
}

/// A file, and places in it.
#[derive(Serialize, PartialEq)]
struct PlaceView {
    file: String,
    /// In Latin digits, as editors count them; none when the file as a whole is meant.
    lines: Vec<usize>,
}

impl ConcernView {
    fn add(&mut self, file: &str, line: Option<usize>) {
        match self.places.last_mut().filter(|place| place.file == file) {
            Some(place) => place
                .lines
                .extend(line.filter(|line| !place.lines.contains(line))),
            None => self.places.push(PlaceView {
                file: file.to_owned(),
                lines: line.into_iter().collect(),
            }),
        }
    }
}

/// A part of a sentence.
#[derive(Serialize, PartialEq)]
struct PieceView {
    text: String,
    /// Whether these letters are to be typed so.
    code: bool,
}

/// Findings for people: the same said twice becomes one with two places.
pub(super) fn concerns(found: &[&LocatedFinding]) -> Vec<ConcernView> {
    let mut views: Vec<ConcernView> = Vec::new();
    for (finding, located) in found {
        let message = finding.message(Language::Bangla);
        let excerpt = located.as_ref().map(|located| located.excerpt[1].trim());
        // What concerns people marks a cell near by, often another one than is meant.
        let of_people = finding.code.item().family == "people";
        let worth = |text: &&str| {
            let short = !text.is_empty() && text.chars().count() <= EXCERPT;
            short && !of_people && !message.contains(*text)
        };
        let file = &*finding.place.file;
        let line = located.as_ref().map(|located| located.line);
        let mut view = ConcernView {
            severity: finding.severity.key(),
            message: pieces(message),
            remedy: pieces(finding.hint(Language::Bangla)),
            written: excerpt.filter(worth).map(str::to_owned),
            places: Vec::new(),
        };
        let same = |known: &&mut ConcernView| {
            (
                known.severity,
                &known.message,
                &known.remedy,
                &known.written,
            ) == (view.severity, &view.message, &view.remedy, &view.written)
        };
        if let Some(known) = views.iter_mut().find(same) {
            known.add(file, line);
        } else {
            view.add(file, line);
            views.push(view);
        }
    }
    views
}

/// Takes a sentence apart where `…` marks what is to be typed; one with an odd mark is left whole.
fn pieces(text: &str) -> Vec<PieceView> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return vec![PieceView {
            text: text.to_owned(),
            code: false,
        }];
    }
    let piece = |(at, part): (usize, &&str)| PieceView {
        text: (*part).to_owned(),
        code: at % 2 == 1,
    };
    let parts = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| !part.is_empty());
    parts.map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn what_is_to_be_typed_stands_apart() {
        let shown = |text| -> Vec<(String, bool)> {
            let pieces = pieces(text).into_iter();
            pieces.map(|piece| (piece.text, piece.code)).collect()
        };
        let piece = |text: &str, code| (text.to_owned(), code);
        assert_eq!(
            shown("`a` নয়, `b` লিখুন"),
            [
                piece("a", true),
                piece(" নয়, ", false),
                piece("b", true),
                piece(" লিখুন", false)
            ]
        );
        assert_eq!(shown("a ` b"), [piece("a ` b", false)]);
        assert_eq!(shown(""), []);
    }
}
