//! The house's habits that a machine can hold: text in NFC, no text for citizens outside `strings/`, small pages.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::support::{Portal, files, gzip, is_bangla, project};

#[test]
fn no_text_for_citizens_stands_in_templates() {
    // The official numbers of sections and columns are part of the form: ১., (১).
    let number = |word: &str| {
        word.chars()
            .all(|c| matches!(c, '\u{09E6}'..='\u{09EF}') || !is_bangla(c))
    };
    for (name, bytes) in files(&project().join("themes/portal/templates")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for word in text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
            let allowed = number(word) || word.contains("}}।");
            assert!(allowed || !word.chars().any(is_bangla), "{name}: {word}");
        }
    }
}

#[test]
fn all_text_that_is_shipped_and_built_is_nfc() {
    let portal = Portal::real();
    portal.build().succeeds();
    let shipped = files(&project().join("content"))
        .into_iter()
        .chain(files(&project().join("themes")));
    for (name, bytes) in shipped.chain(portal.output()) {
        if let Ok(text) = String::from_utf8(bytes) {
            assert!(
                ComposingNormalizerBorrowed::new_nfc().is_normalized(&text),
                "{name}"
            );
        }
    }
}

#[test]
fn composed_letters_are_normalised_at_loading() {
    let composed = "নমুনা কার্যাল\u{09DF}ের বা\u{09DC}ি";
    let outcome = Portal::small()
        .edit(
            "content/dept/charter.yaml",
            "name: প্রথম নমুনা সেবা",
            &format!("name: {composed}"),
        )
        .build()
        .succeeds();
    let page = outcome.page("dept.first.sample.gov.bd/services/first-service/index.html");
    assert!(
        page.contains("কার্যাল\u{09AF}\u{09BC}ের বা\u{09A1}\u{09BC}ি") && !page.contains('\u{09DF}')
    );
}

#[test]
fn every_page_is_light_enough_for_a_slow_network() {
    for format in ["department", "field"] {
        let portal = Portal::real().edit(
            "content/doict/charter.yaml",
            "format: department",
            &format!("format: {format}"),
        );
        portal.build().succeeds();
        let output = portal.output();
        let own = || {
            output
                .iter()
                .filter_map(|(name, bytes)| Some((name.strip_prefix(RUPGANJ)?, bytes)))
        };
        let asset = |start: &str| {
            own()
                .find(|(name, _)| name.starts_with(start))
                .map_or_else(|| panic!("no {start}"), |(_, bytes)| gzip(bytes))
        };
        let (style, poster) = (asset("assets/style."), asset("assets/poster."));
        let others = asset("assets/page.") + asset("assets/icon.");
        let mut pages = 0;
        for (name, bytes) in own().filter(|(name, _)| name.ends_with(".html")) {
            let sheet = if name.ends_with("poster/index.html") {
                poster
            } else {
                style
            };
            let weight = gzip(bytes) + sheet;
            assert!(
                weight <= 14 * 1024,
                "{format}, {name}: {weight} bytes with its style sheet"
            );
            assert!(
                weight + others <= 18 * 1024,
                "{format}, {name}: {} bytes in all",
                weight + others
            );
            pages += 1;
        }
        assert!(pages > 80, "{pages} pages were weighed, in both languages");
    }
}

/// The folder of the office that has confirmed its data.
const RUPGANJ: &str = "doict.rupganj.narayanganj.gov.bd/";
