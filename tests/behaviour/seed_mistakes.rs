//! The raw mistakes of the seed, written into our content unmended: `check` names each with its exact place.
//!
//! The seed is written in two ways, since it is both a charter and a document. L27 is line 27 of the fixture.
//!
//! 1. As `charter.yaml`, row by row ([`charter`]): column ২ is `name` with the serial of column ১ before it, ৩
//!    `delivery_method`, ৪ `required_documents`, ৫ `fee`, ৬ `time_limit`. The contact of column ৭ is what our form does not
//!    have typed, so it stands as text in `payment_method`, which the seed does not use. Heads that a page break repeated
//!    and both halves of row ৯ are rows, as they were typed. The contact of a tier is split at its number, mail and host;
//!    what is left, labels and all, is its `address`. Head and stray rule of section ৪ are items of `expectations`.
//!    Section ৩ is missing in the seed, so its key is missing here.
//! 2. As a Markdown page, letter for letter ([`page`]), three lines below its front matter: headings, breaks, spacing,
//!    words in heads that are no rows.
//!
//! What cannot be typed wrongly any more has no finding: officer (17) and phone (11) come from one row of a table, and
//! heads of columns (10) and the lead sentence of section ৫ (32) from the theme. The numbers in brackets below are those
//! of the list of irregularities in the notes on the seed; `content/doict/SOURCE.md` lists the same mends.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::RangeInclusive;

use crate::support::{Finding, Portal, project};

const CHARTER: &str = "content/doict/charter.yaml";
const PAGE: &str = "content/doict/pages/charter-text.md";
/// Lines of front matter above the seed.
const ABOVE: usize = 3;

fn seed() -> Vec<String> {
    let path = project().join("tests/fixtures/seed-charter.txt");
    let text = fs::read_to_string(path).expect("the seed");
    text.split('\n').map(str::to_owned).collect()
}

/// A YAML file that knows which line of the seed each of its lines is.
#[derive(Default)]
struct Written {
    text: String,
    from: BTreeMap<usize, usize>,
}

impl Written {
    fn raw(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A key with a text of the seed.
    fn key(&mut self, before: &str, text: &str, seed_line: usize) {
        let here = self.text.matches('\n').count() + 1;
        self.from.insert(here, seed_line);
        writeln!(self.text, "{before}\"{text}\"").expect("a string can be written");
    }
}

const TABLES: [(&str, &[RangeInclusive<usize>]); 3] = [
    ("citizen", &[27..=32, 34..=36]),
    ("institutional", &[42..=50, 52..=56]),
    ("internal", &[62..=66]),
];

/// The seed as a charter, unmended.
fn charter() -> Written {
    let seed = seed();
    let line = |number: usize| seed[number - 1].as_str();
    let cells = |number: usize| line(number).split('\t').collect::<Vec<_>>();
    let mut yaml = Written::default();
    // L1 and L2 are blank.
    yaml.raw("\n");
    yaml.key("approved_on: ", line(89), 89);
    yaml.key("vision: ", line(15), 15);
    yaml.key("mission: ", line(19), 19);
    yaml.raw("services:");
    for (table, lines) in TABLES {
        yaml.raw(&format!("  {table}:"));
        for number in lines.iter().cloned().flatten() {
            let cells = cells(number);
            assert_eq!(cells.len(), 7, "L{number}");
            let serial = if cells[0].chars().count() > 2 || cells[0].is_empty() {
                String::new()
            } else {
                format!("{} ", cells[0])
            };
            yaml.raw(&format!("    - id: row-{number}"));
            yaml.key("      name: ", &format!("{serial}{}", cells[1]), number);
            yaml.key("      delivery_method: ", cells[2], number);
            yaml.key("      required_documents: ", cells[3], number);
            yaml.key("      fee: ", cells[4], number);
            yaml.key("      payment_method: ", cells[6], number);
            yaml.key("      time_limit: ", cells[5], number);
            yaml.raw("      responsible: assistant-programmer");
        }
    }
    yaml.raw("expectations:");
    for number in [71, 72, 74, 75, 76, 77, 78] {
        let at = usize::from(number != 72);
        yaml.key("  - ", cells(number)[at], number);
    }
    yaml.raw("grievance:");
    for number in 83..=85 {
        let cells = cells(number);
        yaml.key("  - when: ", cells[1], number);
        yaml.key("    whom: ", cells[2], number);
        tier(&mut yaml, cells[3], number);
        yaml.key("    time_limit: ", cells[4], number);
    }
    yaml.raw("signature:\n  post: assistant-programmer");
    yaml.key("  place: ", line(94), 94);
    // L94 does not end.
    yaml.text.pop();
    yaml
}

/// The contact of a tier: number, mail and host are fields, and what is left is its address.
fn tier(yaml: &mut Written, cell: &str, number: usize) {
    let words: Vec<&str> = cell.split(' ').collect();
    let figures = |word: &&&str| word.chars().all(|c| c == '+' || matches!(c, '০'..='৯'));
    let phone: Vec<&str> = words.iter().filter(figures).copied().collect();
    let mail = words.iter().find(|word| word.contains('@'));
    let host = words.iter().find(|word| word.starts_with("www."));
    let rest: Vec<&str> = words
        .iter()
        .filter(|word| !phone.contains(*word) && Some(*word) != mail && Some(*word) != host)
        .copied()
        .collect();
    yaml.key("    address: ", &rest.join(" "), number);
    if !phone.is_empty() {
        yaml.key("    phone: ", &phone.join(" "), number);
    }
    if let Some(mail) = mail {
        yaml.key("    email: ", mail, number);
    }
    if let Some(host) = host {
        yaml.key("    host: ", host, number);
    }
}

fn portal() -> Portal {
    let text = seed().join("\n");
    Portal::real()
        .without("content/doict/pages")
        .without("content/doict/offices")
        .with(CHARTER, charter().text)
        .with(PAGE, format!("---\ntitle: সিটিজেনস চার্টার\n---\n{text}"))
}

/// What `check` finds: code and marked text → lines of the seed, those of the charter and those of the page.
struct Found {
    findings: Vec<Finding>,
    charter: Written,
}

impl Found {
    fn new(portal: &Portal) -> Self {
        Self {
            findings: portal
                .run(&["check", "--verbose", "--today", "2025-07-01"])
                .findings(),
            charter: charter(),
        }
    }

    /// Lines of the seed at which the charter has a finding; `marked` is the text or a part of it.
    fn rows(&self, code: &str, marked: &str) -> Vec<usize> {
        self.lines(code, marked, CHARTER)
            .map(|(line, _)| self.charter.from[&line])
            .collect()
    }

    /// Lines of the seed at which the page has a finding.
    fn page(&self, code: &str, marked: &str) -> Vec<usize> {
        self.lines(code, marked, PAGE)
            .map(|(line, _)| line - ABOVE)
            .collect()
    }

    fn lines<'a>(
        &'a self,
        code: &'a str,
        marked: &'a str,
        file: &'a str,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        self.findings
            .iter()
            .filter(move |finding| finding.code == code && finding.marked.contains(marked))
            .filter_map(move |finding| place(finding, file))
    }
}

fn place(finding: &Finding, file: &str) -> Option<(usize, usize)> {
    let (line, column) = finding
        .place
        .strip_prefix(file)?
        .strip_prefix(':')?
        .split_once(':')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// `27–31, 36` → 27, 28, 29, 30, 31, 36; `27×2` → 27, 27.
fn lines(text: &str) -> Vec<usize> {
    let number = |text: &str| text.trim().parse::<usize>().expect("a line number");
    text.split(',')
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| {
            let (range, times) = part.split_once('×').unwrap_or((part, "1"));
            let range = match range.split_once('–') {
                Some((from, to)) => number(from)..=number(to),
                None => number(range)..=number(range),
            };
            let times = number(times);
            range.flat_map(move |line| std::iter::repeat_n(line, times))
        })
        .collect()
}

#[test]
fn the_seed_is_written_whole() {
    let services: usize = charter().text.matches("- id: row-").count();
    // 23 services, of which one is two rows, and two heads of two rows each.
    assert_eq!(services, 23 + 1 + 4);
}

#[test]
fn every_finding_marks_exactly_the_text_at_its_place() {
    let portal = portal();
    let found = Found::new(&portal);
    for (file, least) in [(CHARTER, 150), (PAGE, 100)] {
        let text = portal.text(file);
        let mut count = 0;
        for finding in &found.findings {
            let Some((line, column)) = place(finding, file) else {
                continue;
            };
            let written: String = text
                .lines()
                .nth(line - 1)
                .unwrap_or_default()
                .chars()
                .skip(column - 1)
                .collect();
            assert!(
                written.starts_with(finding.marked.trim_end()),
                "{finding:?}: {written}"
            );
            count += 1;
        }
        assert!(count > least, "{file}: {count}");
    }
}

#[test]
fn contacts() {
    let found = Found::new(&portal());
    // (11) 12 digits in 7 of 23 rows; the other 16 are right.
    assert_eq!(
        found.rows("phone-in-text", "০১৭৮১২২৭১৯৩৪"),
        lines("55, 56, 62–66")
    );
    assert_eq!(found.rows("phone-in-text", ""), lines("55, 56, 62–66"));
    // (12) Hosts broken in 17 of 23, in two places of the word.
    assert_eq!(
        found.rows("split-host", "narayangan j.gov.bd"),
        lines("36, 42–49, 54–56")
    );
    assert_eq!(
        found.rows("split-host", "naraya nganj.gov.bd"),
        lines("62–66")
    );
    // (13) L7 has no www., the rows have.
    assert_eq!(
        found.page("mixed-www", "www.doict.rupganj.narayanganj.gov.bd"),
        [27]
    );
    // (14) A private address in all 23 services and in tier 1.
    assert_eq!(
        found.rows("private-mail", "doictrupganj@gmail.com"),
        lines("27–32, 36, 42–49, 54–56, 62–66")
    );
    assert_eq!(found.rows("private-mail", "asiddiquaict@gmail.com"), [83]);
    assert_eq!(found.rows("tier-hard-to-reach", ""), [85]);
    // (15) A number spaced like two.
    assert_eq!(found.rows("phone-spacing", "+৮৮০ ২৪১ ০২৪০৭০"), [84]);
    assert_eq!(found.rows("phone-spacing", ""), [84]);
    // (16) Visarga for a colon.
    assert_eq!(found.rows("visarga-for-colon", "ঃ"), lines("84×3, 85"));
    // (18) The contact is one run of text in every row.
    assert_eq!(
        found.rows("contact-in-text", ""),
        lines("27–32, 36, 42–50, 54–56, 62–66")
    );
}

#[test]
fn words() {
    let found = Found::new(&portal());
    // (19–24) As found, where; heads of columns stand on the page only.
    for (code, word, of_rows, of_heads) in [
        ("split-word", "কার্যদিব স", "29–31, 36, 43, 45–48, 50", ""),
        ("split-word", "কার্যদিবস স", "55, 56", ""),
        ("split-word", "অধিদপ্তরে র", "32", ""),
        ("split-word", "ই- মেইল", "28, 36", ""),
        ("split-word", "ই- নথি", "42, 45, 47", ""),
        ("split-word", "ছাত্র- ছাত্রী", "46", ""),
        ("misspelling", "প্রয়োজ্য", "27–31×2, 32", ""),
        ("misspelling", "তাৎক্ষনিক", "55, 56, 62, 64", ""),
        ("misspelling", "কাজিত", "71", ""),
        ("misspelling", "অন্যাবশ্যিক", "77", ""),
        ("misspelling", "উর্ধ্ব", "32, 44, 62, 65", ""),
        ("misspelling", "সরকারী", "32, 43, 44×2, 45×2", ""),
        ("misspelling", "ভ্যাক্সিন", "36", ""),
        ("misspelling", "অন্য কোন", "42", ""),
        ("misspelling", "কর্ম পরিকল্পনা", "32, 62, 65", ""),
        ("misspelling", "কর্ম সম্পাদন", "63", ""),
        ("misspelling", "ওয়েব সাইট", "27–31, 47–49, 63, 66×2", ""),
        // (10) Heads of columns, of which L34 and L52 were copied as rows.
        ("misspelling", "কাগজ পত্র", "34, 52", "25, 40, 60"),
        ("misspelling", "প্রাপ্তি স্থান", "34", "25, 40, 60"),
        ("misspelling", "সময় সীমা", "", "60"),
    ] {
        let of_rows = lines(of_rows);
        assert_eq!(found.rows(code, word), of_rows, "{word}");
        let mut all = [of_rows, lines(of_heads)].concat();
        all.sort_unstable();
        assert_eq!(found.page(code, word), all, "{word} on the page");
    }
    // (24) Suffixes apart from their words.
    for (suffix, line) in [(" এর", 55), (" গুলোকে", 30), (" সমূহে", 49)] {
        assert!(
            found.rows("loose-suffix", suffix).contains(&line),
            "{suffix}"
        );
    }
    // (9, 20, 25) A Latin serial; the slash in four spacings; ICT beside আইসিটি.
    assert_eq!(found.rows("latin-digits", "1"), [42]);
    assert_eq!(found.rows("latin-digits", ""), [42]);
    assert_eq!(found.rows("slash-spacing", "/").len(), 1);
    assert_eq!(found.rows("mixed-script", "ICT"), [32]);
}

#[test]
fn the_code_points_of_the_seed_are_as_they_should_be() {
    let found = Found::new(&portal());
    for code in [
        "composed-letter",
        "assamese-letter",
        "invisible-sign",
        "doubled-sign",
        "orphan-sign",
        "mixed-digits",
        "bijoy-text",
        "bijoy-scar",
    ] {
        assert!(found.rows(code, "").is_empty(), "{code}");
        assert!(found.page(code, "").is_empty(), "{code}");
    }
}

#[test]
fn structure() {
    let found = Found::new(&portal());
    let whole = |code: &str, file: &str| found.lines(code, "", file).collect::<Vec<_>>();
    // (1) Blank lines at the top, a line of one space, an end without a line end.
    let end = charter().text.lines().count();
    let at = |line: usize| {
        (
            line,
            charter()
                .text
                .lines()
                .nth(line - 1)
                .expect("a line")
                .chars()
                .count()
                + 1,
        )
    };
    assert_eq!(whole("stray-white-space", CHARTER), [(1, 1), at(end)]);
    assert_eq!(found.page("stray-white-space", ""), [68, 94]);
    // (2) Breaks by two spaces.
    assert_eq!(found.page("trailing-space", "  "), lines("3–6, 91–93"));
    // (3, 4) Siblings on different levels; two styles of numbers.
    assert_eq!(found.page("heading-level", "#"), [58, 80]);
    assert_eq!(found.page("mixed-numbering", ""), [69, 80]);
    // (5) Section ৩ is missing.
    let missing: Vec<&Finding> = found
        .findings
        .iter()
        .filter(|finding| finding.code == "missing-key")
        .collect();
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].place, "content/doict/charter.yaml:1:1");
    // (6) Heads repeated after a page break.
    assert_eq!(found.rows("header-as-row", ""), [34, 35, 52, 53]);
    // (7) The tail of row ৯ has neither fee nor time.
    assert_eq!(found.rows("empty-value", ""), [54, 54]);
    // (8) A stray rule.
    assert_eq!(found.rows("dash-for-empty", "-----------"), [72]);
}

#[test]
fn meaning() {
    let found = Found::new(&portal());
    // (26) The signature names another place and another office.
    assert_eq!(found.rows("signature-place", "হুগলি"), [94]);
    assert_eq!(found.rows("signature-office", "উপজেলা কার্যালয়"), [94]);
    // (27) A district's charter copied.
    let district = lines("27–32, 36, 44–49, 54, 56, 66");
    assert_eq!(found.rows("fixed-place", "জেলা কার্যালয় নারায়ণগঞ্জ"), district);
    let papers: Vec<usize> = found
        .findings
        .iter()
        .filter(|finding| finding.code == "district-level" && finding.marked == "জেলা কার্যালয়")
        .filter_map(|finding| place(finding, CHARTER))
        .map(|(line, _)| found.charter.from[&line])
        .collect();
    assert_eq!(papers, district);
    assert_eq!(found.rows("district-level", "জেলা পর্যায়ে"), [56]);
    assert_eq!(found.rows("district-level", "উপজেলা কার্যালয় পরিদর্শন"), [64]);
    // (28) Vision and mission are those of the head office.
    assert_eq!(found.rows("general-vision", ""), [15]);
    // (29) 18 of 23 services promise no figure. The heads are rows without one, too.
    let mut vague = lines("27–32, 36, 43–48, 50, 55, 56, 62, 64");
    assert_eq!(vague.len(), 18);
    vague.extend([34, 52]);
    vague.sort_unstable();
    let found_vague = found.rows("unmeasured-time", "");
    assert_eq!(found_vague, vague);
    // (30) Programmes that may have ended. L42, L45 and one of L47 are cut words first.
    assert_eq!(found.rows("doubtful-name", "“সুরক্ষা”"), [36]);
    assert_eq!(found.rows("doubtful-name", "শেখ রাসেল ডিজিটাল ল্যাব"), [46, 55]);
    assert_eq!(
        found.rows("doubtful-name", "ই-নথি"),
        lines("44, 47–49, 63, 66×2")
    );
    // (31) A date in another form.
    assert_eq!(found.rows("bad-date", "৩০/০৬/২০২৫"), [89]);
    // (33) Orders in the column of papers; L55 has one too.
    assert_eq!(found.rows("authority-for-papers", ""), lines("55, 62–65"));
    // The complaints section has its three tiers with the usual limits.
    assert!(found.rows("few-tiers", "").is_empty());
    assert!(found.rows("tier-limit", "").is_empty());
}

#[test]
fn what_is_certain_is_mended_as_the_notes_on_the_seed_say() {
    let text = portal().mended(CHARTER);
    for gone in [
        "narayangan j",
        "naraya nganj",
        "কার্যদিব স",
        "কার্যদিবস স",
        "ই- নথি",
        "প্রয়োজ্য",
        "তাৎক্ষনিক",
        "উর্ধ্বতন",
        "সরকারী",
        "ফোনঃ",
        "২৪১ ০২৪০৭০",
        "কাজিত",
    ] {
        assert!(!text.contains(gone), "{gone}");
    }
    // A digit too many is not certain: nobody knows which of the twelve is wrong.
    assert_eq!(text.matches("০১৭৮১২২৭১৯৩৪").count(), 7);
    assert_eq!(
        text.matches("www.doict.rupganj.narayanganj.gov.bd").count(),
        23
    );
}
