//! Language: words that are misspelt, cut, spoilt by a converter, or typed in signs that only look right.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::support::paths::{CHARTER, TRAINING};
use crate::support::{Portal, text_of_project};

const NAME: &str = "প্রথম নমুনা সেবা";

/// The name of the first service.
fn name(text: &str) -> Portal {
    Portal::small().edit(CHARTER, NAME, text)
}

/// What stands as the name after the corrections.
#[track_caller]
fn mended(from: &str, to: &str) {
    let text = name(from).mended(CHARTER);
    let line = text.lines().nth(6).expect("a line").trim_start();
    assert_eq!(line, format!("name: {to}"));
}

/// One line a fault, all in one page.
#[test]
fn every_known_fault_is_found_and_mended() {
    let list = text_of_project("src/check/spelling.tsv");
    assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&list));
    let faults: Vec<Vec<&str>> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(faults.len() > 50, "the list is read");
    // So many on a page that all are shown.
    for faults in faults.chunks(30) {
        known_faults_are_found_and_mended(faults);
    }
}

fn known_faults_are_found_and_mended(faults: &[Vec<&str>]) {
    let page = |column: usize| -> String {
        let word = |cells: &Vec<&str>| cells.get(column).unwrap_or(&cells[2]).to_string() + "\n";
        "---\ntitle: ক\n---\n".to_owned() + &faults.iter().map(word).collect::<String>()
    };
    let portal = Portal::small().with(TRAINING, page(2));
    let findings = portal.run(&["check"]).findings();
    for (at, cells) in faults.iter().enumerate() {
        assert!(["word", "start", "any"].contains(&cells[1]), "{cells:?}");
        assert_ne!(Some(&cells[2]), cells.get(3));
        let place = format!("{TRAINING}:{}:1", at + 4);
        assert!(
            findings.iter().any(|finding| finding.place == place
                && finding.marked == cells[2]
                && finding.code == cells[0]),
            "{cells:?}"
        );
    }
    assert_eq!(portal.mended(TRAINING), page(3));
}

#[test]
fn a_misspelt_word_is_marked_and_mended_in_any_form() {
    name("উর্ধ্বতনের আধাসরকারী নির্দেশ")
        .check("misspelling")
        .finds(&[
            ("content/dept/charter.yaml:7:13", "উর্ধ্বতনের"),
            ("content/dept/charter.yaml:7:24", "আধাসরকারী"),
        ]);
    mended("উর্ধ্বতনের আধাসরকারী নির্দেশ", "ঊর্ধ্বতনের আধাসরকারি নির্দেশ");
}

#[test]
fn a_right_word_that_holds_the_letters_of_a_wrong_one_is_left() {
    for right in [
        "অন্য কোনো দপ্তর",
        "অপকর্ম সম্পাদন",
        "কার্যদিবস সাপেক্ষে",
        "কাঙ্ক্ষিত সেবা",
    ] {
        name(right).check("misspelling").finds(&[]);
        name(right).check("split-word").finds(&[]);
    }
}

#[test]
fn a_word_cut_by_a_line_break_is_marked_and_mended() {
    name("কার্যদিব স, ই- মেইল, অধিদপ্তরে র")
        .check("split-word")
        .finds(&[
            ("content/dept/charter.yaml:7:13", "কার্যদিব স"),
            ("content/dept/charter.yaml:7:25", "ই- মেইল"),
            ("content/dept/charter.yaml:7:34", "অধিদপ্তরে র"),
        ]);
    mended(
        "কার্যদিব স, ই- মেইল, অধিদপ্তরে র",
        "কার্যদিবস, ই-মেইল, অধিদপ্তরের",
    );
}

#[test]
fn a_tail_that_the_list_does_not_know_is_marked_too() {
    name("মন্ত্রণালয়ে র নির্দেশ")
        .check("split-word")
        .finds(&[("content/dept/charter.yaml:7:25", " র")]);
    mended("মন্ত্রণালয়ে র নির্দেশ", "মন্ত্রণালয়ের নির্দেশ");
}

#[test]
fn a_suffix_that_stands_apart_is_noted() {
    name("ল্যাব এর অফিস সমূহে সেন্টার গুলোকে")
        .check("loose-suffix")
        .finds(&[
            ("content/dept/charter.yaml:7:18", " এর"),
            ("content/dept/charter.yaml:7:26", " সমূহে"),
            ("content/dept/charter.yaml:7:40", " গুলোকে"),
        ]);
}

#[test]
fn a_programme_that_may_have_ended_is_noted() {
    name("ই-নথি প্রশিক্ষণ")
        .check("doubtful-name")
        .finds(&[("content/dept/charter.yaml:7:13", "ই-নথি")]);
}

#[test]
fn one_abbreviation_in_two_scripts_is_noted() {
    name("আইসিটি ও ICT প্রশিক্ষণ")
        .check("mixed-script")
        .finds(&[("content/dept/charter.yaml:7:22", "ICT")]);
    name("ICT প্রশিক্ষণ").check("mixed-script").finds(&[]);
}

#[test]
fn slashes_in_several_spacings_are_noted_once_a_file() {
    name("ক/ খ/ গ /ঘ/ঙ")
        .check("slash-spacing")
        .finds(&[("content/dept/charter.yaml:7:20", " /")])
        .tells("“/ ” in most places");
    Portal::small().check("slash-spacing").finds(&[]);
}

#[test]
fn a_visarga_for_a_colon_is_marked_and_mended_without_breaking_the_yaml() {
    name("ফোনঃ ০১৭ ও ওয়েবঃ").check("visarga-for-colon").finds(&[
        ("content/dept/charter.yaml:7:13", "ফোনঃ"),
        ("content/dept/charter.yaml:7:24", "ওয়েবঃ"),
    ]);
    mended("ফোনঃ ০১৭ ও ওয়েবঃ", "\"ফোন: ০১৭ ও ওয়েব:\"");
    mended("\"ফোনঃ ০১৭\"", "\"ফোন: ০১৭\"");
    name("পুনঃ, মূলতঃ").check("visarga-for-colon").finds(&[]);
}

#[test]
fn letters_in_another_encoding_are_noted_and_mended() {
    let composed = "কার্যাল\u{09DF}ের বা\u{09DC}ি \u{09C7}\u{09BE}";
    name(composed)
        .check("composed-letter")
        .finds(&[("content/dept/charter.yaml:7:20", "\u{09DF}")]);
    mended(
        "কার্যাল\u{09DF}ের বা\u{09DC}ি",
        "কার্যাল\u{09AF}\u{09BC}ের বা\u{09A1}\u{09BC}ি",
    );
    // What the first correction lays bare is corrected in the same run.
    mended("প্র\u{09DF}োজ্য", "প্রযোজ্য");
}

#[test]
fn the_assamese_letter_is_marked_and_mended() {
    name("প্\u{09F0}তিশ্\u{09F0}ুত")
        .check("assamese-letter")
        .finds(&[
            ("content/dept/charter.yaml:7:15", "\u{09F0}"),
            ("content/dept/charter.yaml:7:20", "\u{09F0}"),
        ]);
    mended("প্\u{09F0}তিশ্\u{09F0}ুত", "প্রতিশ্রুত");
}

#[test]
fn invisible_signs_are_marked_and_mended_but_joiners_in_conjuncts_stay() {
    name("সে\u{200B}বা\u{00A0}ও \u{200D}তথ্য র\u{200D}্যাব")
        .check("invisible-sign")
        .finds(&[
            ("content/dept/charter.yaml:7:15", "\u{200B}"),
            ("content/dept/charter.yaml:7:18", "\u{00A0}"),
            ("content/dept/charter.yaml:7:21", "\u{200D}"),
        ]);
    mended(
        "সে\u{200B}বা\u{00A0}ও \u{200D}তথ্য র\u{200D}্যাব",
        "সেবা ও তথ্য র\u{200D}্যাব",
    );
}

#[test]
fn doubled_signs_are_marked_and_mended() {
    name("মা\u{09BE}ধ্যমে গর্র্ভবতী").check("doubled-sign").finds(&[
        ("content/dept/charter.yaml:7:15", "\u{09BE}"),
        ("content/dept/charter.yaml:7:23", "র্"),
    ]);
    mended("মা\u{09BE}ধ্যমে গর্র্ভবতী", "মাধ্যমে গর্ভবতী");
}

#[test]
fn a_sign_without_its_letter_is_marked_and_joined_to_its_word() {
    name("কর \u{09BF}ব")
        .check("orphan-sign")
        .finds(&[("content/dept/charter.yaml:7:15", " \u{09BF}")]);
    mended("কর \u{09BF}ব", "করিব");
}

#[test]
fn latin_digits_among_bangla_are_marked_where_they_stand_alone() {
    name("1 প্রতিবেদন, A4 কাগজ ও 2025 সাল")
        .check("latin-digits")
        .finds(&[
            ("content/dept/charter.yaml:7:13", "1"),
            ("content/dept/charter.yaml:7:36", "2025"),
        ]);
    Portal::small()
        .edit(
            "content/dept/offices/first.sample/pages/training.md",
            "- এক\n",
            "1. এক\n2. দুই 3 [তিন](/files/form.pdf)\n",
        )
        .check("latin-digits")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:8:8",
            "3",
        )]);
}

#[test]
fn an_english_ending_behind_a_bangla_number_is_marked() {
    name("২nd জানুয়ারি ২০২৪")
        .check("english-ordinal")
        .finds(&[("content/dept/charter.yaml:7:13", "২nd")]);
}

#[test]
fn text_that_is_bijoy_for_certain_is_not_published() {
    for (typed, marked) in [
        ("‡mev cÖ`vbKvix", "‡mev cÖ`vbKvix"),
        ("LwZqvb wd", "LwZqvb wd"),
    ] {
        name(typed)
            .build()
            .reports(&[("bijoy-typed", "content/dept/charter.yaml:7:13", marked)]);
    }
    name("উপজেলা Kvh©vjq").build().reports(&[(
        "bijoy-typed",
        "content/dept/charter.yaml:7:20",
        "Kvh©vjq",
    )]);
}

#[test]
fn what_only_looks_like_bijoy_is_doubted() {
    name("KvMRcÎ")
        .check("bijoy-text")
        .finds(&[("content/dept/charter.yaml:7:13", "KvMRcÎ")]);
}

#[test]
fn words_whose_signs_a_converter_misplaced_are_not_published() {
    for (typed, marked) in [
        ("উপজেলা কাযার্লয়", "কাযার্"),
        ("রেকডর্ রুম", "রেকডর্"),
        ("মৃতু্যবরণ", "মৃতু্যবরণ"),
    ] {
        let outcome = name(typed).build();
        let found = outcome.findings();
        let found: Vec<_> = found
            .iter()
            .map(|finding| (&*finding.code, &*finding.marked))
            .collect();
        assert_eq!(found, [("broken-word", marked)], "{typed}");
    }
    mended("উপজেলা কাযার্লয়", "উপজেলা কার্যালয়");
}

#[test]
fn the_scars_of_a_converter_are_marked_and_mended_where_the_word_is_known() {
    name("বাসত্মবায়ন ও সংক্রামত্ম ও মসত্মক")
        .check("bijoy-scar")
        .finds(&[
            ("content/dept/charter.yaml:7:13", "বাসত্মবায়ন"),
            ("content/dept/charter.yaml:7:27", "সংক্রামত্ম"),
            ("content/dept/charter.yaml:7:41", "সত্ম"),
        ]);
    mended("বাসত্মবায়ন ও মসত্মক", "বাস্তবায়ন ও মসত্মক");
}

#[test]
fn comments_are_nobodys_text() {
    name("সেবা # প্রয়োজ্য উর্ধ্বতন").check("misspelling").finds(&[]);
}
