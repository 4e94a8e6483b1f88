//! Which letters stand side by side in a file, found in one walk over it. A word of which one pair is missing stands nowhere in
//! the file, and no rule need look for it: most files hold none of the words that most rules seek.

/// Letters are told apart by eight bits: those of Bangla by their place in its block, all others by their last seven.
const LETTERS: usize = 256;

/// The pairs of letters of a text, and its letters.
#[derive(Debug)]
pub(super) struct Pairs {
    /// A bit for each second letter, in a row for each first one.
    pairs: Vec<[u64; LETTERS / 64]>,
    letters: [bool; LETTERS],
}

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let mut pairs = vec![[0; LETTERS / 64]; LETTERS];
        let mut letters = [false; LETTERS];
        let mut before = number('\n');
        for letter in text.chars().map(number) {
            letters[letter] = true;
            pairs[before][letter / 64] |= 1 << (letter % 64);
            before = letter;
        }
        Self { pairs, letters }
    }

    /// Whether the text may hold a word. Where it says no, that is certain.
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let mut letters = word.chars().map(number);
        let Some(mut before) = letters.next() else {
            return true;
        };
        self.letters[before]
            && letters.all(|letter| {
                let row = &self.pairs[std::mem::replace(&mut before, letter)];
                row[letter / 64] & 1 << (letter % 64) != 0
            })
    }
}

fn number(letter: char) -> usize {
    let place = letter as usize % 128;
    match letter {
        '\u{0980}'..='\u{09FF}' => 128 + place,
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Pairs;

    proptest! {
        #[test]
        fn what_a_text_holds_is_never_missed(
            before in "[ক-হ .@a-z“]{0,8}",
            word in "[ক-হ .@a-z“]{0,4}",
            behind in "[ক-হ .@a-z“]{0,8}",
        ) {
            let text = [before.as_str(), &word, &behind].concat();
            prop_assert!(Pairs::of(&text).may_hold(&word));
        }
    }

    #[test]
    fn a_word_without_its_pairs_is_not_held() {
        let pairs = Pairs::of("নাগরিক সেবা");
        assert!(pairs.may_hold("সেবা") && pairs.may_hold("গ") && pairs.may_hold(""));
        assert!(!pairs.may_hold("সরকারী") && !pairs.may_hold("@") && !pairs.may_hold("বাক"));
    }
}
