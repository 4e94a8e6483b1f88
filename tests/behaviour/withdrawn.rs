//! A service that an office withdraws: its address stays, for old links, printed codes and search engines that know it, as a
//! page that says so; everything else no longer speaks of it.

use crate::support::hosts::{FIRST, SECOND};
use crate::support::paths::FIRST_CHARTER;
use crate::support::{Outcome, Portal, text_of};

const PAGE: &str = "services/second-service/index.html";
const NOINDEX: &str = "<meta content=noindex name=robots>";

/// The small site in two languages, whose first office, which has confirmed its data, withdraws the second service.
fn withdrawn() -> Portal {
    Portal::small()
        .in_both_languages()
        .edit(
            "content/dept/charter.yaml",
            "      time_limit: তাৎক্ষণিক\n      responsible: clerk\n",
            "      time_limit: তাৎক্ষণিক\n      responsible: clerk\n      en: {name: Second sample service}\n",
        )
        .with(
            FIRST_CHARTER,
            "services:\n  citizen:\n    - id: second-service\n      withdrawn: true\n      reason: যন্ত্র {মেরামতাধীন}\n      en: {reason: The machine is under repair}\n",
        )
}

fn page(outcome: &Outcome, language: &str) -> String {
    outcome.page(&format!("{FIRST}/{language}{PAGE}"))
}

#[test]
fn its_page_says_that_it_is_not_given_here_why_and_where_to_go() {
    let outcome = withdrawn().build().succeeds();
    for (language, words) in [
        (
            "",
            [
                "দ্বিতীয় নমুনা সেবা",
                "এই কার্যালয়ে সেবাটি দেওয়া হয় না।",
                "কারণ যন্ত্র {মেরামতাধীন}",
                "কোথায় যাবেন",
            ],
        ),
        (
            "en/",
            [
                "Second sample service",
                "This office does not give this service.",
                "Reason The machine is under repair",
                "Where to go",
            ],
        ),
    ] {
        let html = page(&outcome, language);
        let text = text_of(&html);
        for words in words {
            assert!(text.contains(words), "{words}: {text}");
        }
        let (_, main) = html.split_once("<main").expect("the page's own part");
        for way in ["charter", "contact", "services"] {
            assert!(
                main.contains(&format!("href=../../{way}/index.html")),
                "{way}"
            );
        }
        assert_eq!(html.matches(NOINDEX).count(), 1, "{html}");
        assert!(
            !main.contains("তাৎক্ষণিক") && !main.contains("Immediately"),
            "{main}"
        );
    }
}

#[test]
fn without_a_translation_the_reason_stands_in_bangla() {
    let portal = withdrawn().edit(
        FIRST_CHARTER,
        "      en: {reason: The machine is under repair}\n",
        "",
    );
    let html = page(&portal.build().succeeds(), "en/");
    assert!(
        html.contains("<span lang=bn>যন্ত্র {মেরামতাধীন</span>}"),
        "{html}"
    );
}

#[test]
fn no_list_or_machine_is_told_of_it() {
    let portal = withdrawn();
    portal.build().succeeds();
    for (path, bytes) in portal.output() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // Who searches for it is led to the page that says so.
        let is_its_own = ["sw.js", "site-map/entries.js", PAGE]
            .iter()
            .any(|own| path.ends_with(own));
        if path.starts_with(&format!("{FIRST}/")) && !is_its_own {
            assert!(!text.contains("second-service"), "{path}");
        }
    }
}

#[test]
fn other_offices_give_it_as_before() {
    let outcome = withdrawn().build().succeeds();
    let html = outcome.page(&format!("{SECOND}/{PAGE}"));
    assert!(text_of(&html).contains("তাৎক্ষণিক"), "{html}");
}

#[test]
fn an_office_that_has_not_confirmed_its_data_keeps_search_engines_away_once() {
    let portal = withdrawn().with(
        "content/dept/offices/second.sample/charter.yaml",
        "services: {citizen: [{id: second-service, withdrawn: true, reason: নমুনা}]}\n",
    );
    let html = portal.build().succeeds().page(&format!("{SECOND}/{PAGE}"));
    assert_eq!(html.matches(NOINDEX).count(), 1, "{html}");
}

#[test]
fn a_link_to_it_leads_to_the_page_that_says_so() {
    let portal = withdrawn().with(
        "content/dept/pages/help.md",
        "---\ntitle: সাহায্য\n---\n\n[সেবা](/services/second-service)\n",
    );
    let outcome = portal.build().succeeds();
    let html = outcome.page(&format!("{FIRST}/help/index.html"));
    assert!(
        html.contains("../services/second-service/index.html"),
        "{html}"
    );
}

#[test]
fn a_service_that_is_given_again_has_its_page_again() {
    let portal = withdrawn();
    portal.build().succeeds();
    let outcome = portal.without(FIRST_CHARTER).build().succeeds();
    let text = text_of(&page(&outcome, ""));
    assert!(
        text.contains("তাৎক্ষণিক") && !text.contains("সেবাটি দেওয়া হয় না"),
        "{text}"
    );
}

#[test]
fn the_shared_charter_gives_no_reason_in_english_either() {
    Portal::small()
        .edit(
            "content/dept/charter.yaml",
            "      fee: ৫০ টাকা\n",
            "      fee: ৫০ টাকা\n      en: {reason: Sample}\n",
        )
        .build()
        .reports(&[("unknown-key", "content/dept/charter.yaml:12:20", "Sample")]);
}
