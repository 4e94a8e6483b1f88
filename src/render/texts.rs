//! Words of a text by which the search finds it, beside those of its title. A text of five hundred words would make an
//! index heavy, so only what tells it from others is taken: each word once; none that the theme passes over in a question,
//! of fewer than three signs, or that more than a third of all texts have; and as many as find room, the rarest first.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::digits::is_digit;

/// Fewer texts than this do not say which words are frequent.
const FEW: usize = 6;
/// Shorter numbers are days, sums and numbers of lists; longer ones are telephones and what stands on a letter.
const SHORTEST_NUMBER: usize = 5;

/// Words that are not taken.
#[derive(Debug)]
pub(super) struct PassedOver<'a>(HashSet<&'a str>);

impl<'a> PassedOver<'a> {
    /// Reads the theme's list.
    pub(super) fn new(list: &'a str) -> Self {
        Self(list.split_whitespace().collect())
    }

    /// The words of a text, each once, in its order, without those of its title.
    pub(super) fn words_of(&self, text: &str, title: &str) -> Vec<String> {
        let mut known: HashSet<String> = words(title).collect();
        let says = |word: &String| !self.0.contains(word.as_str()) && is_telling(word);
        words(text)
            .filter(says)
            .filter(|word| known.insert(word.clone()))
            .collect()
    }
}

/// As many words of each text as find room in so many bytes, sorted: texts take turns, so that a long one leaves room for others.
pub(super) fn within(room: usize, texts: Vec<Vec<String>>) -> Vec<String> {
    let mut count: HashMap<String, usize> = HashMap::default();
    for word in texts.iter().flatten() {
        *count.entry(word.clone()).or_default() += 1;
    }
    let most = if texts.len() < FEW {
        texts.len()
    } else {
        texts.len() / 3
    };
    let rarest_first = |mut words: Vec<String>| {
        words.retain(|word| count[word] <= most);
        words.sort_by_key(|word| count[word]);
        words.into_iter()
    };
    let mut left: Vec<_> = texts.into_iter().map(rarest_first).collect();
    let mut taken = vec![BTreeSet::new(); left.len()];
    let mut room = room;
    loop {
        let before = room;
        for (words, taken) in left.iter_mut().zip(&mut taken) {
            // A word that finds no room may be followed by a shorter one.
            let word = words.find(|word| word.len() < room);
            if let Some(word) = word {
                room -= word.len() + 1;
                taken.insert(word);
            }
        }
        if room == before {
            break;
        }
    }
    let joined = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(" ");
    taken.into_iter().map(joined).collect()
}

/// The words, in small letters, with what holds a number, an address or a compound together.
fn words(text: &str) -> impl Iterator<Item = String> {
    let is_inside = |sign: char| is_of_word(sign) || matches!(sign, '-' | '.' | '@' | '_');
    let runs = text.split(move |sign| !is_inside(sign));
    let words = runs.map(|run| run.trim_matches(|sign| !is_of_word(sign)));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Letters, signs and digits of Bangla, without those of money, and joiners; letters and digits of English.
fn is_of_word(sign: char) -> bool {
    match sign {
        '\u{0980}'..='\u{09F1}' | '\u{09FC}' | '\u{09FE}' | '\u{200C}' | '\u{200D}' => true,
        sign => sign.is_ascii_alphanumeric(),
    }
}

fn is_telling(word: &str) -> bool {
    let signs = word.chars().count();
    let digits = word.chars().filter(|sign| is_digit(*sign)).count();
    let has_letters = word.chars().any(|sign| is_of_word(sign) && !is_digit(sign));
    signs > 2 && (has_letters || digits >= SHORTEST_NUMBER)
}
