//! Words of a text by which the search finds it, beside those of its title. A text of five hundred words would make an
//! index heavy, so only what tells it from others is taken: each word once; none that the theme passes over in a question,
//! of fewer than three signs, or that more than a third of all texts have; and as many as find room, the rarest first.
//!
//! Every word of every text of every office passes here, so each is looked up once and has a number from then on.

use std::borrow::Cow;

use crate::hashing::{HashMap, HashSet};
use crate::model::digits::is_digit;

/// Fewer texts than this do not say which words are frequent.
const FEW: usize = 6;
/// Shorter numbers are days, sums and numbers of lists; longer ones are telephones and what stands on a letter.
const SHORTEST_NUMBER: usize = 5;

/// Words that are not taken.
#[derive(Debug)]
pub(super) struct PassedOver<'a>(HashSet<&'a str>);

/// All words of some texts, each by its number.
struct Vocabulary<'t> {
    numbers: HashMap<Cow<'t, str>, usize>,
    words: Vec<Word<'t>>,
}

/// A word of the vocabulary.
struct Word<'t> {
    text: Cow<'t, str>,
    is_telling: bool,
    /// How many texts have it.
    count: usize,
    /// The number of the last text, counted from 1, in which it was seen, its title included.
    seen: usize,
}

impl<'a> PassedOver<'a> {
    /// Reads the theme's list.
    pub(super) fn new(list: &'a str) -> Self {
        Self(list.split_whitespace().collect())
    }

    /// As many words of each text as find room in so many bytes, sorted: texts take turns, so that a long one leaves room
    /// for others. Each text comes with its titles, whose words are not taken again.
    pub(super) fn within<'t>(
        &self,
        room: usize,
        texts: impl Iterator<Item = ([&'t str; 2], &'t str)>,
    ) -> Vec<String> {
        let mut all = Vocabulary {
            numbers: HashMap::default(),
            words: Vec::new(),
        };
        let mut own_words = Vec::new();
        for (at, (titles, text)) in texts.enumerate() {
            for word in titles.into_iter().flat_map(words) {
                let number = self.number(word, &mut all);
                all.words[number].seen = at + 1;
            }
            let mut own = Vec::new();
            for word in words(text) {
                let number = self.number(word, &mut all);
                let word = &mut all.words[number];
                let is_new = word.seen <= at;
                word.seen = at + 1;
                if is_new && word.is_telling {
                    word.count += 1;
                    own.push(number);
                }
            }
            own_words.push(own);
        }
        all.taken(room, own_words)
    }

    /// The number of a word.
    fn number<'t>(&self, word: Cow<'t, str>, all: &mut Vocabulary<'t>) -> usize {
        if let Some(number) = all.numbers.get(&word) {
            return *number;
        }
        let number = all.words.len();
        all.words.push(Word {
            text: word.clone(),
            is_telling: !self.0.contains(&*word) && is_telling(&word),
            count: 0,
            seen: 0,
        });
        all.numbers.insert(word, number);
        number
    }
}

impl Vocabulary<'_> {
    fn taken(&self, room: usize, texts: Vec<Vec<usize>>) -> Vec<String> {
        let most = if texts.len() < FEW {
            texts.len()
        } else {
            texts.len() / 3
        };
        let count = |number: &usize| self.words[*number].count;
        let rarest_first = |mut words: Vec<usize>| {
            words.retain(|word| count(word) <= most);
            words.sort_by_key(count);
            words.into_iter()
        };
        let mut left: Vec<_> = texts.into_iter().map(rarest_first).collect();
        let mut taken = vec![Vec::new(); left.len()];
        let mut room = room;
        loop {
            let before = room;
            for (words, taken) in left.iter_mut().zip(&mut taken) {
                // A word that finds no room may be followed by a shorter one.
                let mut texts = words.map(|word| &*self.words[word].text);
                if let Some(word) = texts.find(|word| word.len() < room) {
                    room -= word.len() + 1;
                    taken.push(word);
                }
            }
            if room == before {
                break;
            }
        }
        let sorted = |mut words: Vec<&str>| {
            words.sort_unstable();
            words.join(" ")
        };
        taken.into_iter().map(sorted).collect()
    }
}

/// The words, in small letters, with what holds a number, an address or a compound together.
fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let is_inside = |sign: char| is_of_word(sign) || matches!(sign, '-' | '.' | '@' | '_');
    let runs = text.split(move |sign| !is_inside(sign));
    let words = runs.map(|run| run.trim_matches(|sign| !is_of_word(sign)));
    words.filter(|word| !word.is_empty()).map(in_small_letters)
}

/// Bangla has no capitals, and other letters than those of English are in no word.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
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
