//! `check --fix` does no harm, whatever the text: names stay as they are spelt, what is bold or a list or a table stays it,
//! a second run changes nothing, and no mistake comes of it.

use std::fs;

use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;
use sanad::markdown;
use sanad::model::{Body, Place};

use crate::support::mending::{harm, mend_all};
use crate::support::paths::FIRST_FOLDER;
use crate::support::{Portal, written};

fn page(portal: &Portal) -> String {
    let path = portal.path(&format!("{FIRST_FOLDER}/pages/training.md"));
    fs::read_to_string(path).expect("a text")
}

fn with_page(text: &str) -> Portal {
    let text = format!("---\ntitle: ক\n---\n{text}\n");
    Portal::small().with(&format!("{FIRST_FOLDER}/pages/training.md"), text)
}

/// What `check --fix` makes of a page.
fn mended(text: &str) -> String {
    let portal = with_page(text);
    mend_all(&portal.path(""));
    let text = page(&portal);
    text.strip_prefix("---\ntitle: ক\n---\n")
        .expect("front matter")
        .trim_end()
        .to_owned()
}

/// The tags of a text, one behind the other, without what headings are called.
fn tags(text: &str) -> Vec<String> {
    // As the loader gives it to Markdown, which measures lines: য় of one code point is as wide as that of two.
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let outline = markdown::outline(&text);
    let body = Body {
        markdown: text.clone().into_owned(),
        plain: outline.plain,
        links: Vec::new(),
        fragments: outline.fragments,
        origin: Place::file(&"page.md".into()),
    };
    let words = markdown::Words {
        text: ["ক"; 5],
        address: ["ক"; 5],
    };
    let html = markdown::html(
        &body,
        &words,
        |target| Some(target.to_owned()),
        |_, _| "<img>".to_owned(),
    );
    let tag = |rest: &str| {
        let tag = rest.split('>').next().unwrap_or_default();
        tag.split(" id=").next().unwrap_or_default().to_owned()
    };
    html.split('<').skip(1).map(tag).collect()
}

#[test]
fn what_something_is_called_is_spelt_as_it_is() {
    for name in [
        "https://www.dept.example/সরকারী?ফোনঃ=০17",
        "www.সরকারী.com",
        "সরকারী.বাংলা",
        "সরকারী@dept.example",
        "সরকারী-ফরম.pdf",
        "সরকারী/উর্ধ্বতন.pdf",
        "form_(1).pdf",
        "mailto:সরকারী@dept.example",
        "<https://www.dept.example/সরকারী>",
        "`সরকারী \u{200B} ৰ`",
        "[নাম](/সরকারী)",
        "[নাম](/files/সরকারী.pdf \"সরকারী\")",
        "[নাম](<https://www.dept.example/সরকারী 1>)",
        "![নাম](/files/ৰ.jpg)",
        "👩\u{200D}🏫",
        "👨\u{200D}👩\u{200D}👧",
        "🏳\u{FE0F}\u{200D}🌈",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "🇧🇩",
        "🇧\u{200B}🇩",
        "1\u{FE0F}\u{20E3}",
        "১1\u{FE0F}\u{20E3}",
        "❤\u{FE0F}",
        "র\u{200D}\u{9CD}যাব",
        "উদ\u{9CD}\u{200C}যাপন",
        "হঠাত\u{9CD}\u{200D}",
        "می\u{200C}خواهم",
        "\u{200F}السلام\u{200E}",
    ] {
        let text = format!("আগে {name} পরে");
        assert_eq!(mended(&text), text);
    }
}

#[test]
fn words_beside_names_are_mended() {
    for (before, after) in [
        ("ই-মেইলঃoffice@dept.example", "ই-মেইল:office@dept.example"),
        (
            "সরকারী https://www.dept.example/সরকারী সরকারী",
            "সরকারি https://www.dept.example/সরকারী সরকারি",
        ),
        ("[সরকারী](/সরকারী)", "[সরকারি](/সরকারী)"),
        ("(form.pdf) সরকারী", "(form.pdf) সরকারি"),
        ("👩\u{200D}🏫 সর\u{200B}কারি", "👩\u{200D}🏫 সরকারি"),
    ] {
        assert_eq!(mended(before), after);
    }
}

#[test]
fn no_rule_of_language_speaks_of_a_name() {
    let text = "ফরম WhatsApp Image 2025-06-30 at 10.15.22.jpg এবং form_(1).pdf ও [ফোন](tel:01700-000000), \
        https://www.dept.example/সরকারী?১2, সরকারী@dept.example, [ক](</files/WhatsApp Image 2025.jpg>), সরকারী.বাংলা";
    let found = with_page(text)
        .run(&["check", "--today", "2025-07-01"])
        .stdout;
    for code in [
        "latin-digits",
        "misspelling",
        "visarga",
        "mixed-digits",
        "invisible",
    ] {
        let of_page = found
            .split("\n\n")
            .find(|block| block.contains(&format!("[{code}")) && block.contains("training.md"));
        assert_eq!(of_page, None);
    }
    with_page("ফরম 2025 সালের").check("latin-digits").finds(&[(
        "content/dept/offices/first.sample/pages/training.md:4:5",
        "2025",
    )]);
}

#[test]
fn ids_and_names_of_files_in_yaml_stay() {
    let charter = format!("{FIRST_FOLDER}/charter.yaml");
    let text = "services:\n  citizen:\n    - id: সরকারী-সেবা\n      name: সরকারী সেবা\n      delivery_method: সরাসরি\n      \
        fee: বিনামূল্যে\n      time_limit: তাৎক্ষণিক\n      responsible: clerk\n      forms:\n        - file: সরকারী.pdf\n          \
        name: ফরম\n";
    let portal = Portal::small()
        .with(&format!("{FIRST_FOLDER}/files/সরকারী.pdf"), "%PDF-1.4")
        .with(&charter, text);
    portal.build().succeeds();
    assert_eq!(
        portal.mended(&charter),
        text.replace("name: সরকারী", "name: সরকারি")
    );
    portal.build().succeeds();
}

#[test]
fn a_correction_that_would_make_a_list_or_a_heading_is_told_only() {
    for text in [
        "\u{200B}- এক",
        "-\u{A0}এক",
        "\u{200B}# এক",
        "#\u{A0}এক",
        "1.\u{A0}এক",
        "*\u{200B}*এক**",
        "এক\n\u{200B}\nদুই",
        "এক\n\u{200B}---",
        "ক | খ\n\u{200B}-|-\n১ | ২",
    ] {
        assert_eq!(mended(text), text, "{text:?}");
        assert!(
            !with_page(text)
                .check("invisible-sign")
                .stdout
                .contains("--fix"),
            "{text:?}"
        );
    }
}

#[test]
fn a_heading_to_which_a_link_leads_keeps_its_name() {
    let linked = "# জরুরী সেবা\n\n[উপরে](#জরুরী-সেবা)";
    assert_eq!(mended(linked), linked);
    assert_eq!(mended("# জরুরী সেবা"), "# জরুরি সেবা");
    let other = format!("{FIRST_FOLDER}/pages/other.md");
    let portal =
        with_page("# জরুরী সেবা").with(&other, "---\ntitle: ক\n---\n[সেবা](/training#জরুরী-সেবা)\n");
    mend_all(&portal.path(""));
    assert!(page(&portal).contains("# জরুরী সেবা"));
}

/// What no correction may change.
const NAMES: [&str; 22] = [
    "https://www.dept.example/সরকারী_১2",
    "www.সরকারী.com",
    "নমুনা@dept.example",
    "office@dept.example",
    "সরকারী.pdf",
    "form_(1).pdf",
    "সরকারী.বাংলা",
    "`সরকারী\u{200B}`",
    "[নাম](https://www.dept.example/সরকারী)",
    "[ফোন](tel:০১৭০০-000000)",
    "![ছবি](/files/উর্ধ্বতন.jpg)",
    "<https://www.dept.example/ৰ>",
    "WhatsApp Image 2025-06-30 at 10.15.22.jpg",
    "👩\u{200D}🏫",
    "👨\u{200D}👩\u{200D}👧",
    "🏳\u{FE0F}\u{200D}🌈",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "1\u{FE0F}\u{20E3}",
    "🇧🇩",
    "র\u{200D}\u{9CD}যাব",
    "উদ\u{9CD}\u{200C}যাপন",
    "হঠাত\u{9CD}\u{200D}",
];

/// Faults of every kind that is mended, what Markdown and YAML obey, and words that are right.
const PIECES: [&str; 46] = [
    "সেবা",
    "তথ্য",
    "ঢাকা:",
    "(প্রযোজ্য)",
    "প্র\u{09DF}োজ্য",
    "তাৎক্ষনিক",
    "উর্ধ্বতন",
    "সরকারী",
    "অন্য কোন",
    "কার্যদিব স",
    "\u{09C7}\u{09BE}",
    "ফোনঃ",
    "ই-মেইলঃ",
    "প্\u{09F0}তিশ্রুত",
    "\u{200B}",
    "\u{200D}",
    "\u{00A0}",
    "\u{FEFF}",
    "\u{00AD}",
    "মা\u{09BE}ধ্যমে",
    "কর \u{09BF}ব",
    "মন্ত্রণালয়ে র",
    "০17",
    "১২",
    "5",
    "।",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "#",
    "- ",
    "1. ",
    "১. ",
    "> ",
    "| ",
    "---",
    "|---|---|",
    "[",
    "](/charter)",
    "“",
    "\"",
    "'",
    "\\",
    "+৮৮০ ২৪১ ০২৪০৭০",
];

/// A piece, and what stands behind it.
fn piece() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec!["", " ", " ", "\n", "\n\n"]);
    let word = prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned);
    let name = prop::sample::select(NAMES.to_vec()).prop_map(|name| format!(" {name} "));
    (prop_oneof![4 => word, 1 => name], gap).prop_map(|(piece, gap)| piece + gap)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn mending_does_no_harm(pieces in prop::collection::vec(piece(), 1..14), style in 0..5_usize) {
        let text = pieces.concat();
        let own = format!("{FIRST_FOLDER}/office.yaml");
        let portal = with_page(&text)
            .with(&own, format!("# {text}\n", text = text.replace('\n', " ")) + &format!("phone: ০১৭০০০০০০০০\naddress:{}\n", written(style, &text)))
            .edit("content/dept/offices.csv", "নমুনা কর্মকর্তা", &format!("\"{}\"", text.replace('"', "\"\"").replace('\n', " ")));
        let before = (page(&portal), portal.text(&own));
        let harm = harm(&portal.path(""));
        let after = (page(&portal), portal.text(&own));
        prop_assert_eq!(harm, None, "\n{}\n{}", before.0, after.0);
        prop_assert_eq!(tags(&before.0), tags(&after.0), "{:?}\n{:?}", before.0, after.0);
        for name in NAMES {
            let count = |text: &str| text.matches(name).count();
            // Behind a lone sign of code its own begins no code, but ends that of the other.
            if name.starts_with('`') && pieces.iter().any(|piece| piece.trim() == "`") {
                continue;
            }
            prop_assert!(count(&before.0) <= count(&after.0), "{}: {:?}\n{:?}", name, before.0, after.0);
            // In YAML nothing is code.
            prop_assert!(name.starts_with('`') || count(&before.1) <= count(&after.1), "{}: {:?}\n{:?}", name, before.1, after.1);
        }
    }
}
