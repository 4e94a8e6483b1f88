//! The usual slips of people who write YAML by hand: what is wrong and what to do, in their words instead of the parser's.
//!
//! A parser says where it could not go on. The slip stands there or a little above; it is looked for line by line.

use std::ops::Range;

use super::fields::Hint;

/// What is wrong with a text that is no YAML.
pub(super) struct Slip {
    /// Its bytes.
    pub(super) marked: Range<usize>,
    pub(super) message: (String, String),
    pub(super) hint: Hint<'static>,
    /// Whether it may swallow many lines before the parser notices.
    reaches_far: bool,
}

/// Lines with text between the slip and where the parser noticed it; more only where a quote is not closed.
const NEAR: usize = 2;

/// The slip that kept the parser from going on at a byte: the nearest in or above its line.
pub(super) fn before(text: &str, at: usize) -> Option<Slip> {
    let end = |at: usize| {
        text[at..]
            .find('\n')
            .map_or(text.len(), |line| at + line + 1)
    };
    // Of a text that goes on below, the parser tells where it began.
    up_to(text, end(at)).or_else(|| up_to(text, end(end(at))))
}

fn up_to(text: &str, end: usize) -> Option<Slip> {
    let mut lines = Lines::default();
    // By how many lines with text each stands before the end.
    let mut slips: Vec<(usize, Slip)> = Vec::new();
    let (mut start, mut number) = (0, 0);
    for line in text[..end].split_inclusive('\n') {
        if lines.is_content(line) {
            number += 1;
            slips.extend(lines.slip(line, start).map(|slip| (number, slip)));
        }
        start += line.len();
    }
    let far = slips.iter().position(|(_, slip)| slip.reaches_far);
    let near = slips.iter().rposition(|(line, _)| number - line <= NEAR);
    let chosen = near.or(far)?;
    Some(slips.swap_remove(chosen).1)
}

/// What is said of a key that holds a space or an invisible sign before or behind its letters; `None` for any other.
pub(super) fn key_with_foreign_space(key: &str, marked: &Range<usize>) -> Option<Slip> {
    let is_foreign = |sign: char| sign.is_whitespace() || is_invisible(sign);
    (key.trim_matches(is_foreign) != key).then(|| Slip::new(marked.clone(), FOREIGN_INDENTATION))
}

/// What is known of the lines above.
#[derive(Default)]
struct Lines {
    /// The column of the key above, and whether a text stands behind its colon.
    above: Option<(usize, bool)>,
    /// The column of the key whose block of lines (`|`) this may be.
    block: Option<usize>,
    /// Columns at which lines began that are still open.
    columns: Vec<usize>,
}

impl Lines {
    /// Whether a line holds anything but a comment or the text of a block.
    fn is_content(&mut self, line: &str) -> bool {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return false;
        }
        let column = line.len() - line.trim_start_matches(' ').len();
        if self.block.is_some_and(|block| column > block) {
            return false;
        }
        self.block = None;
        true
    }

    /// The slip in a line that begins at a byte.
    fn slip(&mut self, line: &str, start: usize) -> Option<Slip> {
        let line = line.trim_end();
        let content = line.trim_start();
        let indentation = &line[..line.len() - content.len()];
        let at = |part: &str| {
            // A part is a slice of the line, so its place is the distance between the two.
            let from = start + part.as_ptr() as usize - line.as_ptr() as usize;
            from..from + part.len()
        };
        if let Some(foreign) = indentation.find(|c| c != ' ') {
            let tab = indentation[foreign..].starts_with('\t');
            return Some(Slip::new(
                at(line),
                if tab { TAB } else { FOREIGN_INDENTATION },
            ));
        }
        let (key, value) = match parts(content) {
            Ok(parts) => parts,
            Err((marked, words)) => return Some(Slip::new(at(marked), words)),
        };
        let above = self.above.take();
        let column = line.len() - content.len();
        let is_below_text = above.is_some_and(|(above, _)| column > above);
        let is_item = content.starts_with("- ") || content == "-";
        if is_item
            && above.is_some_and(|(above, has_text)| has_text && column <= above)
            && key.is_none()
        {
            return Some(Slip::new(at(content), ITEM_WITHOUT_LIST));
        }
        if key.is_none()
            && !is_item
            && !is_below_text
            && !content.starts_with(['[', '{', '"', '\'', '%', '-', '.', ']', '}'])
        {
            return Some(Slip::new(at(content), NO_KEY));
        }
        if let Some(key) = key {
            let of_key = key.as_ptr() as usize - line.as_ptr() as usize;
            if above.is_some_and(|(above, has_text)| has_text && of_key > above && !is_item) {
                return Some(Slip::new(at(content), INDENTED));
            }
            let is_first = self.columns.is_empty();
            self.columns.retain(|known| *known <= column);
            let known = self.columns.last().map_or(is_first, |last| *last == column);
            let is_below = above.is_some_and(|(above, has_text)| !has_text && column >= above);
            if !known && !is_below {
                return Some(Slip::new(at(content), INDENTED));
            }
            self.columns
                .extend((self.columns.last() != Some(&column)).then_some(column));
            self.columns.extend((of_key != column).then_some(of_key));
            self.above = Some((of_key, !value.is_empty()));
            if value.starts_with(['|', '>']) {
                self.block = Some(of_key);
            }
        }
        value_slip(value).map(|(marked, words)| Slip {
            reaches_far: words == OPEN_QUOTE || words == OPEN_BRACKET,
            ..Slip::new(at(marked), words)
        })
    }
}

type Words = &'static [Hint<'static>; 2];

impl Slip {
    fn new(marked: Range<usize>, words: Words) -> Self {
        let [(english, bangla), hint] = *words;
        Self {
            marked,
            message: (english.to_owned(), bangla.to_owned()),
            hint,
            reaches_far: false,
        }
    }
}

/// The key of a line, if it has one, and the value; or what is wrong between the two.
fn parts(content: &str) -> Result<(Option<&str>, &str), (&str, Words)> {
    let mut rest = content;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(' ');
    }
    if rest == "-" {
        return Ok((None, ""));
    }
    let word = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(rest.len());
    let (key, behind) = rest.split_at(word);
    if key.is_empty() || !key.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // A key in quotes or in Bangla, or a text.
        return Ok(match rest.split_once(": ") {
            Some((key, value)) if !key.starts_with(['"', '\'', '[', '{']) => {
                (Some(key), value.trim())
            }
            _ => (None, rest),
        });
    }
    let Some(sign) = behind.trim_start().chars().next() else {
        return if behind.is_empty() && content == rest && key.len() > 1 {
            Err((key, NO_COLON))
        } else {
            Ok((None, rest))
        };
    };
    let marked = &rest[..rest.len() - behind.trim_start().len() + sign.len_utf8()];
    match sign {
        ':' => {
            let value = &behind.trim_start()[1..];
            match value.chars().next() {
                None => Ok((Some(key), "")),
                Some(' ' | '\t') => Ok((Some(key), value.trim_matches([' ', '\t']))),
                Some('/') if value.starts_with("//") => Ok((None, rest)),
                Some(next) if next.is_whitespace() || is_invisible(next) => {
                    Err((&rest[..marked.len() + next.len_utf8()], FOREIGN_SPACE))
                }
                Some(_) => Err((rest, NO_SPACE)),
            }
        }
        'ঃ' => Err((marked, VISARGA)),
        '：' | '﹕' | '︰' | '꞉' | '∶' | '˸' => Err((marked, FOREIGN_COLON)),
        ';' | '=' if content == rest => Err((marked, OTHER_SIGN)),
        // A line that is no item, has no colon and begins with a word in Latin letters is a key that lost it.
        _ if content == rest && behind.starts_with([' ', '-', '–']) && !rest.contains(": ") => {
            Err((key, NO_COLON))
        }
        _ => Ok((None, rest)),
    }
}

fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'
    )
}

/// What is wrong with a value, and the part of it that is.
fn value_slip(value: &str) -> Option<(&str, Words)> {
    let first = value.chars().next()?;
    match first {
        '"' | '\'' => return quoted(value, first),
        '[' | '{' => return bracketed(value, first),
        '|' | '>' => {
            let head = value[1..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
            let is_head =
                head.is_empty() || head.trim_start().starts_with('#') && head.starts_with(' ');
            return (!is_head).then_some((value, TEXT_BEHIND_BLOCK));
        }
        '@' | '`' | '%' | '&' | '*' | '!' | ',' | ']' | '}' => return Some((value, SPECIAL_SIGN)),
        '-' | '?' if value[1..].starts_with(' ') => {
            return Some((
                value,
                if first == '-' {
                    LIST_BEHIND_KEY
                } else {
                    SPECIAL_SIGN
                },
            ));
        }
        _ => {}
    }
    let text = value.split_once(" #").map_or(value, |(text, _)| text);
    if text.contains(": ") || text.ends_with(':') {
        return Some((value, SECOND_COLON));
    }
    (text.len() < value.len()).then(|| (&value[text.len() + 1..], COMMENT))
}

/// What is wrong with a value that begins with a quote.
fn quoted(value: &str, quote: char) -> Option<(&str, Words)> {
    let mut signs = value.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' && quote == '"' {
            let (next, escaped) = signs.next()?;
            if !ESCAPED.contains(escaped) {
                return Some((&value[at..next + escaped.len_utf8()], BACKSLASH));
            }
        } else if sign == quote {
            // Doubled, it is a sign of the text.
            if quote == '\'' && signs.next_if(|(_, next)| *next == quote).is_some() {
                continue;
            }
            let rest = value[at + 1..].trim_start();
            let is_end = rest.is_empty() || rest.starts_with(['#', ':', ',']);
            return (!is_end).then_some((rest, TEXT_BEHIND_QUOTE));
        }
    }
    Some((value, OPEN_QUOTE))
}

/// What is wrong with a value that begins with a bracket.
fn bracketed(value: &str, open: char) -> Option<(&str, Words)> {
    let close = if open == '[' { ']' } else { '}' };
    let Some(end) = value.rfind(close) else {
        return Some((value, OPEN_BRACKET));
    };
    if [", ,", "[,", ",,"].iter().any(|gap| value.contains(gap)) {
        return Some((value, EMPTY_PLACE));
    }
    let first = value.find(close).unwrap_or(end);
    let rest = value[first + 1..].trim_start();
    let is_text = !rest.is_empty() && !rest.starts_with(['#', ',', ']', '}', ':']);
    is_text.then_some((value, SPECIAL_SIGN))
}

/// What a backslash can stand before in double quotes (YAML 1.2.2, 5.7).
const ESCAPED: &str = "0abt\tnvfre \"/\\N_LPxuU";

const BACKSLASH: Words = &[
    (
        "a backslash in double quotes changes the sign behind it, and this is no such sign",
        "দ্বৈত উদ্ধৃতি চিহ্নের ভেতরে ব্যাকস্ল্যাশ পরের চিহ্নটির অর্থ বদলে দেয়; এখানে তা চলে না",
    ),
    (
        "write two backslashes, or take single quotes: 'ক\\খ'",
        "দুটি ব্যাকস্ল্যাশ লিখুন, অথবা একক উদ্ধৃতি চিহ্ন দিন: 'ক\\খ'",
    ),
];
const TAB: Words = &[
    ("this line is indented with a tab", "লাইনের শুরুতে ট্যাব আছে"),
    (
        "indent with spaces; YAML does not allow tabs",
        "ফাঁকা জায়গা (স্পেস) ব্যবহার করুন; YAML-এ ট্যাব চলে না",
    ),
];
const FOREIGN_INDENTATION: Words = &[
    (
        "a no-break or invisible space stands beside this key",
        "এই কী-র পাশে বিশেষ ধরনের বা অদৃশ্য ফাঁকা চিহ্ন আছে",
    ),
    (
        "delete it, and type ordinary spaces where they are needed",
        "চিহ্নটি মুছে ফেলুন; প্রয়োজন হলে সাধারণ ফাঁকা জায়গা (স্পেস) দিন",
    ),
];
const NO_SPACE: Words = &[
    (
        "behind the colon there is no space",
        "কোলনের পরে ফাঁকা জায়গা নেই",
    ),
    (
        "write a space between the colon and the value, like `room: ১০২`",
        "কোলন ও মানের মাঝে একটি ফাঁকা জায়গা দিন, যেমন `room: ১০২`",
    ),
];
const FOREIGN_SPACE: Words = &[
    (
        "the space behind the colon is a no-break or invisible one",
        "কোলনের পরের ফাঁকা চিহ্নটি সাধারণ ফাঁকা জায়গা নয়",
    ),
    (
        "delete it, and type an ordinary space",
        "চিহ্নটি মুছে সাধারণ ফাঁকা জায়গা (স্পেস) দিন",
    ),
];
const VISARGA: Words = &[
    (
        "this is the letter visarga (ঃ), not a colon",
        "এটি বিসর্গ (ঃ), কোলন নয়",
    ),
    (
        "write a colon and a space behind it, like `room: ১০২`",
        "কোলন ও তার পরে ফাঁকা জায়গা দিন, যেমন `room: ১০২`",
    ),
];
const FOREIGN_COLON: Words = &[
    (
        "this sign looks like a colon but is another",
        "চিহ্নটি দেখতে কোলনের মতো, কিন্তু কোলন নয়",
    ),
    (
        "write an ordinary colon and a space behind it, like `room: ১০২`",
        "সাধারণ কোলন ও তার পরে ফাঁকা জায়গা দিন, যেমন `room: ১০২`",
    ),
];
const OTHER_SIGN: Words = &[
    (
        "between a key and its value stands a colon, not this sign",
        "কী ও মানের মাঝে কোলন থাকে, এই চিহ্ন নয়",
    ),
    (
        "write a colon and a space behind it, like `room: ১০২`",
        "কোলন ও তার পরে ফাঁকা জায়গা দিন, যেমন `room: ১০২`",
    ),
];
const NO_COLON: Words = &[
    ("behind this key there is no colon", "এই কী-র পরে কোলন নেই"),
    (
        "write a colon and a space behind it, like `room: ১০২`",
        "কোলন ও তার পরে ফাঁকা জায়গা দিন, যেমন `room: ১০২`",
    ),
];
const NO_KEY: Words = &[
    (
        "this line has no key; before every value stands a key with a colon",
        "এই লাইনে কোনো কী নেই; প্রতিটি মানের আগে কোলনসহ একটি কী থাকে",
    ),
    (
        "write the key before it, like `address: …`, or indent the line if it belongs to the text above",
        "আগে কী লিখুন, যেমন `address: …`; উপরের লেখার অংশ হলে লাইনের শুরুতে ফাঁকা জায়গা দিন",
    ),
];
const ITEM_WITHOUT_LIST: Words = &[
    (
        "this item belongs to no list: the key above has a text already",
        "এটি কোনো তালিকার অংশ নয়: উপরের কী-তে আগে থেকেই লেখা আছে",
    ),
    (
        "write that text as an item too, or delete the `- `",
        "উপরের লেখাটিও `- ` দিয়ে নিচে লিখুন, অথবা এখান থেকে `- ` মুছে ফেলুন",
    ),
];
const INDENTED: Words = &[
    (
        "this line does not begin at the same column as the keys that it belongs to",
        "লাইনটি যে কী-গুলোর সঙ্গে থাকার কথা, তাদের সোজা নিচে শুরু হয়নি",
    ),
    (
        "keys that belong together begin at the same column; add or delete spaces before it",
        "একসঙ্গের কী-গুলো একই জায়গা থেকে শুরু হয়; লাইনের শুরুর ফাঁকা জায়গা কমান বা বাড়ান",
    ),
];
const SPECIAL_SIGN: Words = &[
    (
        "a value that begins with this sign means something else in YAML",
        "শুরুর এই চিহ্নটির YAML-এ আলাদা অর্থ আছে",
    ),
    ("put the whole value in quotes", "পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন"),
];
const LIST_BEHIND_KEY: Words = &[
    (
        "a list cannot begin on the line of its key",
        "কী-র সঙ্গে একই লাইনে তালিকা শুরু করা যায় না",
    ),
    (
        "begin each item on a line of its own, below the key",
        "কী-র নিচে প্রতিটি বিষয় আলাদা লাইনে `- ` দিয়ে লিখুন",
    ),
];
const TEXT_BEHIND_BLOCK: Words = &[
    (
        "behind `|` or `>` no text can stand on the same line",
        "`|` বা `>` চিহ্নের পরে একই লাইনে লেখা থাকতে পারে না",
    ),
    (
        "write the text from the next line on, indented; or put the whole value in quotes",
        "পরের লাইন থেকে শুরুতে ফাঁকা জায়গা দিয়ে লিখুন; অথবা পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন",
    ),
];
const SECOND_COLON: Words = &[
    (
        "this value holds a colon and a space, which make a key of what stands before them",
        "মানটির ভেতরে কোলন ও ফাঁকা জায়গা আছে; তাতে আগের অংশটি কী হয়ে যায়",
    ),
    ("put the whole value in quotes", "পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন"),
];
const TEXT_BEHIND_QUOTE: Words = &[
    (
        "this stands behind the closing quote",
        "শেষ উদ্ধৃতি চিহ্নের পরেও লেখা আছে",
    ),
    (
        "put the whole value in quotes, with the other kind inside: '\"ক\" খ'",
        "পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন, ভেতরে অন্য ধরনের চিহ্ন দিন: '\"ক\" খ'",
    ),
];
const OPEN_QUOTE: Words = &[
    (
        "this quote is not closed on its line",
        "উদ্ধৃতি চিহ্নটি এই লাইনে শেষ হয়নি",
    ),
    (
        "close it, or leave the quotes away on both sides",
        "চিহ্নটি শেষ করুন, অথবা দুই পাশের চিহ্নই বাদ দিন",
    ),
];
const EMPTY_PLACE: Words = &[
    ("one place in this list is empty", "তালিকার একটি জায়গা খালি"),
    (
        "delete the comma, or write something before it; put the whole in quotes if it is one text",
        "কমাটি মুছে ফেলুন, অথবা তার আগে কিছু লিখুন; সবটা এক লেখা হলে উদ্ধৃতি চিহ্নে রাখুন",
    ),
];
const OPEN_BRACKET: Words = &[
    (
        "this bracket is not closed on its line",
        "বন্ধনীটি এই লাইনে শেষ হয়নি",
    ),
    (
        "close it, or put the whole value in quotes if the bracket belongs to the text; behind ` #` all is a comment",
        "বন্ধনী শেষ করুন, অথবা সেটি লেখার অংশ হলে পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন; ` #`-এর পরের সবই মন্তব্য",
    ),
];
const COMMENT: Words = &[
    (
        "behind ` #` all is a comment, which ends the text",
        "` #`-এর পরের সবই মন্তব্য; লেখা সেখানেই শেষ হয়",
    ),
    ("put the whole value in quotes", "পুরো মানটি উদ্ধৃতি চিহ্নে রাখুন"),
];
