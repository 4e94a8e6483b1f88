//! The order in which people look for names: ২ before ১০, whichever script the digits are in.

use std::cmp::Ordering;

use super::digits;

/// Compares two names; a run of digits counts as the number that it is. Names that differ in nothing but the script of their
/// digits, capitals or leading zeros follow each other letter by letter, so the order is total.
#[must_use]
pub(crate) fn natural_order(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    loop {
        let order = match (number(left), number(right)) {
            (Some((a, rest_a)), Some((b, rest_b))) => {
                (left, right) = (rest_a, rest_b);
                // Without leading zeros the longer number is the larger one.
                a.len().cmp(&b.len()).then(a.cmp(&b))
            }
            _ => match (letter(left), letter(right)) {
                (Some((a, rest_a)), Some((b, rest_b))) => {
                    (left, right) = (rest_a, rest_b);
                    a.cmp(&b)
                }
                (a, b) => return a.cmp(&b).then_with(|| one.cmp(other)),
            },
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The number with which a text begins, in Latin digits without leading zeros, and what follows it.
fn number(text: &str) -> Option<(String, &str)> {
    let end = text.find(|c| digits::value(c).is_none());
    let (run, rest) = text.split_at(end.unwrap_or(text.len()));
    let latin = digits::to_latin(run);
    (!run.is_empty()).then(|| (latin.trim_start_matches('0').to_owned(), rest))
}

/// The first letter of a text, small, and what follows it. A point stands before all others: `form.pdf` is the whole of what
/// `form-a.pdf` goes on from.
fn letter(text: &str) -> Option<(char, &str)> {
    let mut letters = text.chars();
    let first = match letters.next()? {
        '.' => '\0',
        other => other.to_ascii_lowercase(),
    };
    Some((first, letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers_in_either_script() {
        let sorted = [
            "budget-2.pdf",
            "Budget-10.pdf",
            "budget-010-a.pdf",
            "বাজেট-২.pdf",
            "বাজেট-10.pdf",
            "বাজেট-১১.pdf",
            "বাজেট-১০০.pdf",
        ];
        for (at, name) in sorted.iter().enumerate() {
            for later in &sorted[at + 1..] {
                assert_eq!(natural_order(name, later), Ordering::Less, "{name} {later}");
                assert_eq!(natural_order(later, name), Ordering::Greater);
            }
        }
    }

    #[test]
    fn only_a_name_itself_is_equal_to_it() {
        assert_eq!(natural_order("a-2", "a-2"), Ordering::Equal);
        assert_ne!(natural_order("a-2", "a-02"), Ordering::Equal);
        assert_ne!(natural_order("a-2", "a-২"), Ordering::Equal);
        assert_ne!(natural_order("", "0"), Ordering::Equal);
    }
}
