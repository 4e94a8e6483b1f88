//! Text that was typed in Bijoy, an encoding of the time before Unicode, and the scars that converters from it leave. As it is
//! published nobody can read it: `LwZqvb wd` for খতিয়ান ফি, `কাযার্লয়` for কার্যালয়.
//!
//! What is told here is certain: signs in an order that no word has, beginnings of words that no word has, and Latin letters
//! that stand together in no English word. English, abbreviations, addresses, names of files and accents pass.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Something that no reader can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spoilt {
    /// Letters that mean Bangla in Bijoy, and something else in Unicode.
    Typed(Range<usize>),
    /// A word whose signs stand in an order that no word has; the range is the whole word.
    Disordered(Range<usize>),
    /// A reph behind the wrong letter: the beginning of a word, and as it should be.
    Misplaced(Range<usize>, &'static str),
}

const HASANTA: char = '\u{09CD}';
/// The last byte of a hasanta; few other letters end in it.
const HASANTA_ENDS: u8 = 0x8D;
const REPH: &str = "\u{09B0}\u{09CD}";

static MISPLACED: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("scars.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).collect()
});

/// Everything in a text that is spoilt for certain, in order.
#[must_use]
pub fn spoilt(text: &str) -> Vec<Spoilt> {
    let mut found = scars(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        found.extend(
            typed(line)
                .certain
                .map(|range| Spoilt::Typed(at + range.start..at + range.end)),
        );
        at += line.len();
    }
    found
}

/// What looks like Bijoy in a line, without being certain.
#[must_use]
pub fn doubtful(line: &str) -> Option<Range<usize>> {
    let typed = typed(line);
    typed.doubtful.filter(|_| typed.certain.is_none())
}

fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{09BE}'..='\u{09CC}' | '\u{09D7}')
}

fn is_part(c: char) -> bool {
    matches!(c, '\u{0981}'..='\u{09E3}' | '\u{200C}' | '\u{200D}')
}

fn scars(text: &str) -> Vec<Spoilt> {
    let mut found: Vec<Spoilt> = Vec::new();
    let mut told = 0;
    for last in memchr::memchr_iter(HASANTA_ENDS, text.as_bytes()) {
        let behind = last + 1;
        let Some(at) = behind.checked_sub(HASANTA.len_utf8()) else {
            continue;
        };
        if !text.is_char_boundary(at) || !text[at..].starts_with(HASANTA) {
            continue;
        }
        let start = text[..at].trim_end_matches(is_part).len();
        if start < told {
            continue;
        }
        let end = text.len() - text[behind..].trim_start_matches(is_part).len();
        let head = &text[start..behind];
        let is_final = end == behind && head.ends_with(REPH) && head.chars().count() > 3;
        let is_disordered =
            text[..at].ends_with(is_vowel_sign) || text[behind..].starts_with(is_vowel_sign);
        // All of them end so.
        let misplaced = head.ends_with(REPH).then(|| MISPLACED.get(head)).flatten();
        if let Some(right) = misplaced {
            found.push(Spoilt::Misplaced(start..behind, right));
        } else if is_disordered || is_final {
            found.push(Spoilt::Disordered(start..end));
        } else {
            continue;
        }
        told = end;
    }
    found
}

/// What of a line is typed in Bijoy.
#[derive(Default)]
struct Typed {
    certain: Option<Range<usize>>,
    doubtful: Option<Range<usize>>,
}

/// A word is certain at this weight, two neighbours together at that of a pair.
const CERTAIN: u32 = 6;
const PAIR: u32 = 5;
const DOUBTFUL: u32 = 4;

/// Only what holds a Latin letter can weigh anything; what stands between is not even read, for most lines have no more of them
/// than an address.
fn typed(line: &str) -> Typed {
    let mut found = Typed::default();
    let mut before: Option<(u32, Range<usize>)> = None;
    let mut at = 0;
    while let Some(letter) = first_letter(&line.as_bytes()[at..]) {
        let piece = piece(line, at, at + letter);
        // A word between two is one that weighs nothing.
        let between = &line[at..piece.start];
        before = before.filter(|(weight, _)| *weight >= 2 && words(between).next().is_none());
        at = piece.end;
        for (range, weight) in words(&line[piece.clone()]) {
            let range = piece.start + range.start..piece.start + range.end;
            let pair = before
                .as_ref()
                .filter(|(other, _)| *other >= 2 && weight >= 2 && other + weight >= PAIR)
                .map(|(_, other)| other.start..range.end);
            let single = (weight >= CERTAIN).then(|| range.clone());
            if let Some(new) = pair.or(single) {
                let start = found.certain.as_ref().map_or(new.start, |old| old.start);
                found.certain = Some(start..new.end);
            } else if weight >= DOUBTFUL && found.doubtful.is_none() {
                found.doubtful = Some(range.clone());
            }
            before = Some((weight, range));
        }
    }
    found
}

/// From white space to white space: what stands around a sign, in the part of a line that begins at `from`.
fn piece(line: &str, from: usize, sign: usize) -> Range<usize> {
    let begin = line[from..sign].trim_end_matches(|c: char| !c.is_whitespace());
    let end = line[sign..].find(char::is_whitespace);
    from + begin.len()..end.map_or(line.len(), |end| sign + end)
}

/// The words of a text with their weights. What holds an address, a number or the name of a file is no word.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, u32)> + '_ {
    let start_of = |piece: &str| piece.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace()
        .filter(|piece| !is_address(piece))
        .flat_map(|piece| piece.split(is_between))
        .map(|word| word.trim_matches(is_around))
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = start_of(word);
            (start..start + word.len(), weight(word))
        })
}

fn is_between(c: char) -> bool {
    matches!(
        c,
        '/' | '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '"' | '–' | '—' | '<' | '>'
    )
}

fn is_around(c: char) -> bool {
    matches!(
        c,
        '.' | ':' | '!' | '?' | '*' | '_' | '“' | '”' | '‘' | '’' | '\''
    )
}

fn has_letter(text: &str) -> bool {
    first_letter(text.as_bytes()).is_some()
}

/// Where the first Latin letter stands. A stretch without any is passed over at once.
fn first_letter(text: &[u8]) -> Option<usize> {
    const STRETCH: usize = 64;
    let holds = |stretch: &&[u8]| {
        let letters = stretch.iter().map(u8::is_ascii_alphabetic);
        letters.fold(false, |any, is_letter| any | is_letter)
    };
    let passed = text.chunks(STRETCH).take_while(|one| !holds(one)).count() * STRETCH;
    let found = text.get(passed..)?.iter().position(u8::is_ascii_alphabetic);
    found.map(|at| passed + at)
}

fn is_address(piece: &str) -> bool {
    let bytes = piece.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let next = bytes.get(at + 1);
        match byte {
            b'@' | b'=' | b'#' | b'\\' | b'0'..=b'9' => true,
            b'/' => next == Some(&b'/'),
            b'.' => next.is_some_and(u8::is_ascii_alphanumeric),
            _ => false,
        }
    })
}

/// Signs that stand for letters in Bijoy, and inside of words in no language that an office writes.
const SIGNS: &str = "‡†©¨¯²³µ¶¸¹»¼½¾¿×÷™œŸŠ‹Œ…ªº°±¡¢£¤¥¦§«¬®´‰ˆ˜";

fn weight(word: &str) -> u32 {
    let is_bangla = |c: char| matches!(c, '\u{0980}'..='\u{09FF}');
    if !has_letter(word) || word.contains(is_bangla) {
        return 0;
    }
    let letters: Vec<char> = word.chars().collect();
    let is_letter = |c: &char| c.is_ascii_alphabetic();
    let count = letters.iter().filter(|c| is_letter(c)).count();
    if letters.iter().all(|c| !c.is_ascii_lowercase()) && count == letters.len() {
        return 0;
    }
    let mut weight = match letters[..] {
        ['‡' | '†', second, ..] if is_letter(&second) => CERTAIN,
        // ি stands before its consonant: no English word begins so.
        ['w', second, ..] if is_letter(&second) && !"hraeiouyl".contains(second) => 2,
        _ => 0,
    };
    let of = |at: usize| letters.get(at).copied().unwrap_or(' ');
    for at in 0..letters.len() {
        let (c, next) = (of(at), of(at + 1));
        let is_inside = at > 0 && next != ' ';
        weight += match c {
            'v' if next.is_ascii_uppercase() || "bcdfghjkmnpqstwxz".contains(next) => 2,
            'w' if at > 0 && (next.is_ascii_uppercase() || "cgjpqvxz".contains(next)) => 2,
            'q' if next.is_ascii_uppercase() || "bcdfghjklmnprstvwxz".contains(next) => 2,
            // Names end in q behind a vowel: Haq, Tariq.
            'q' if next == ' ' && at > 0 && !"aeiou".contains(of(at - 1)) => 2,
            '¨' if at > 0 => 3,
            '~' | '`' | '|' | '^' if is_inside && is_letter(&next) => 2,
            c if is_inside && !c.is_ascii() && SIGNS.contains(c) => 3,
            _ => 0,
        };
        if c.is_ascii_lowercase() && next.is_ascii_uppercase() {
            weight += 1;
        }
    }
    // Accents alone are French; beside the rest they are Bijoy.
    if weight > 0 {
        let accents = letters.iter().filter(|c| matches!(c, 'À'..='ÿ'));
        weight += u32::try_from(accents.count()).unwrap_or(0);
    }
    weight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_bijoy_is_told() {
        for text in [
            "LwZqvb wd",
            "LwZqvb",
            "bvg wcZv",
            "‡Rjv cÖkvm‡Ki Kvh©vjq, gqgbwmsn|",
            "উপজেলা Kvh©vjq, ঢাকা",
            "name: ‡mev",
            "gvwjKvbv cwieZ©b/n¯—vš—i n‡j",
            "g~j¨ webvg~‡j¨",
        ] {
            let found = spoilt(text);
            assert!(
                matches!(found[..], [Spoilt::Typed(_), ..]),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn scars_of_converters_are_told_with_what_is_certain_of_them() {
        for (text, wrong, right) in [
            ("উপজেলা কাযার্লয়", "কাযার্", "কার্যা"),
            ("পরিবতর্নের তারিখ", "পরিবতর্", "পরিবর্ত"),
            ("রেকডর্ রুম", "রেকডর্", "রেকর্ড"),
            ("কমর্কতার্", "কমর্", "কর্ম"),
        ] {
            let found = spoilt(text);
            let Some(Spoilt::Misplaced(range, good)) = found.first() else {
                panic!("{text}: {found:?}");
            };
            assert_eq!((&text[range.clone()], *good), (wrong, right));
        }
        for text in ["মৃতু্যবরণ", "প্রাথর্ী", "উন্নয়নমুলর্ কাজ"]
        {
            let found = spoilt(text);
            assert!(
                matches!(found[..], [Spoilt::Disordered(_)]),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn two_words_are_a_pair_only_where_no_other_stands_between_them() {
        for (text, is_pair) in [
            ("bvgvj avb", true),
            ("bvgvj (avb)", true),
            ("bvgvj . 12 avb", true),
            ("bvgvj কাজ avb", false),
            ("bvgvj কাজ, ১২. avb", false),
            ("bvgvj/avb", true),
            ("bvgvj/কাজ/avb", false),
        ] {
            let found = spoilt(text);
            assert_eq!(!found.is_empty(), is_pair, "{text}: {found:?}");
        }
        let far = "ক".repeat(100);
        assert_eq!(
            spoilt(&format!("{far} LwZqvb wd")),
            [Spoilt::Typed(301..310)]
        );
    }

    #[test]
    fn every_misplaced_reph_ends_the_beginning_of_its_word() {
        assert!(MISPLACED.keys().all(|head| head.ends_with(REPH)));
    }

    #[test]
    fn what_can_be_read_passes() {
        for text in [
            "পুনর্বাসন, অন্তর্ভুক্ত, মার্চ, ধর্ম, অর্থবছর, কার্যালয়, কর্মকর্তা, সার্টিফিকেট, র‍্যাব, উদ্‌যাপন, চট্টগ্রাম, এ্যাডভোকেট",
            "রেফ হলো র্।",
            "WordPress, YouTube, GitHub, iPhone, LinkedIn, WhatsApp, McDonald, PhD, eGP, DoICT, GovBD, JavaScript, WiFi",
            "Md. Tanvir Haq, Navjot Avtar, Siddiqui, Tariq, Vladimir, Iraq, Qatar, Quddus, Rafiq",
            "www.dept.rupganj.gov.bd office-bvg@dept.example https://youtu.be/dQw4w9WgXcQ form_LwZqvb.pdf",
            "Société générale, élévé été, naïve café, Zürich",
            "5×3 m², 30°C, ½, © 2026, Sanad™, CO²",
            "NID, BRTA, DVD, TVS, WZPDCL, BWDB, XML, vCard, kV, kWh, MWh",
            "responsible: assistant-programmer",
            "The two of them saw how few knew why.",
            "newborn lawful cowboy owner crowd hawk town vineyard revved savvy chevron",
            "{district} {upazila}, `code`, [link](/files/bvg.pdf)",
            "asd sdf qwerty",
        ] {
            assert_eq!(spoilt(text), [], "{text}");
        }
    }
}
