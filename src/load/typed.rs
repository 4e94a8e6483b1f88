//! What is said of Markdown that nothing came of.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::markdown::Meant;

/// A sign that a page shows as it was typed, or that it takes for something else.
pub(super) fn shown(file: &Arc<str>, range: Range<usize>, sign: &str, meant: Meant) -> Diagnostic {
    let place = Place::bytes(file, range);
    let message = Message::from((
        format!("`{sign}` is shown as it was typed"),
        format!("`{sign}` পাতায় যেমন লেখা তেমনই দেখা যাবে"),
    ));
    let hint = match meant {
        Meant::Emphasis => (
            format!("write the signs directly at the words: {sign}word{sign}; \\{sign} where they are meant"),
            format!("চিহ্নগুলো শব্দের গায়ে লাগিয়ে লিখুন: {sign}শব্দ{sign}; চিহ্নটিই দেখাতে চাইলে \\{sign} লিখুন"),
        ),
        Meant::Link => (
            "a link is [words](address), without a space between; an address that holds spaces is [words](<my file.pdf>)".to_owned(),
            "লিংক লিখুন [শব্দ](ঠিকানা) আকারে, মাঝে ফাঁকা না রেখে; ঠিকানায় ফাঁকা থাকলে [শব্দ](<আমার ফাইল.pdf>)".to_owned(),
        ),
        Meant::Heading => (
            format!("write a space behind it: {sign} Heading; \\{sign} where the sign is meant"),
            format!("চিহ্নের পরে ফাঁকা দিন: {sign} শিরোনাম; চিহ্নটিই দেখাতে চাইলে \\{sign} লিখুন"),
        ),
        Meant::Row => (
            "a table has two rows or more; write a line |---|---| below its head".to_owned(),
            "সারণিতে অন্তত দুটি সারি লাগে; শিরোনামের নিচে |---|---| লাইন দিন".to_owned(),
        ),
        Meant::Footnote => (
            "write the note in a line of its own, with the same sign: [^1]: the note".to_owned(),
            "একই চিহ্ন দিয়ে আলাদা লাইনে টীকাটি লিখুন: [^১]: টীকা".to_owned(),
        ),
        Meant::Sign => return lost_sign(place, sign),
    };
    Diagnostic::new("shown-as-typed", place, message, hint)
}

fn lost_sign(place: Place, sign: &str) -> Diagnostic {
    let (english, bangla) = if sign == ">" {
        ("a quotation", "উদ্ধৃতি")
    } else {
        ("a point of a list", "তালিকার একটি দফা")
    };
    Diagnostic::new(
        "lost-sign",
        place,
        (
            format!("the `{sign}` before the number is not shown: it makes {english}"),
            format!("সংখ্যার আগের `{sign}` দেখা যাবে না: এতে লেখাটি {bangla} হয়ে যায়"),
        ),
        (
            format!("say it in words, or write \\{sign}"),
            format!("কথায় লিখুন, অথবা \\{sign} লিখুন"),
        ),
    )
}

/// A cell that no page shows.
pub(super) fn lost_cell(file: &Arc<str>, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        "lost-cell",
        Place::bytes(file, range),
        (
            "no column is left for this cell, and the page would not show it",
            "এই ঘরের জন্য কোনো কলাম নেই; পাতায় এটি দেখা যাবে না",
        ),
        (
            "give the head of the table as many cells as its longest row",
            "সারণির শিরোনামে সবচেয়ে লম্বা সারির সমান ঘর রাখুন",
        ),
    )
}
