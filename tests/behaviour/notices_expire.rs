//! A notice that is valid until a day says so wherever it is listed, in words that stay true after that day; the script of
//! every page does the rest (`tests/browser`), for a build knows no day.

use crate::support::hosts::FIRST;
use crate::support::{Outcome, Portal, text_of};

const FOLDER: &str = "content/dept/offices/first.sample/notices";

fn notice(day: u8, front: &str) -> String {
    format!("---\ntitle: বিজ্ঞপ্তি {day}\ndate: 2025-02-{day:02}\n{front}---\n\nলেখা।\n")
}

/// The small site with a notice that is pinned and expires, and newer ones that do neither.
fn small() -> Portal {
    let portal = Portal::small().with(
        &format!("{FOLDER}/old.md"),
        notice(1, "pinned: true\nexpires_on: 2025-02-10\n"),
    );
    (2..6).fold(portal, |portal, day| {
        portal.with(&format!("{FOLDER}/n-{day}.md"), notice(day, ""))
    })
}

fn page(outcome: &Outcome, name: &str) -> String {
    outcome.page(&format!("{FIRST}/{name}"))
}

#[test]
fn until_when_it_is_valid_stands_in_every_list_and_on_its_page() {
    let outcome = small().build().succeeds();
    for place in [
        "index.html",
        "notices/index.html",
        "notices/old/index.html",
        "site-map/index.html",
    ] {
        let text = text_of(&page(&outcome, place));
        assert!(
            text.contains("মেয়াদ ১০ ফেব্রুয়ারি ২০২৫ পর্যন্ত"),
            "{place}: {text}"
        );
    }
    let found = page(&outcome, "site-map/entries.js");
    assert!(
        found.contains("১ ফেব্রুয়ারি ২০২৫; মেয়াদ ১০ ফেব্রুয়ারি ২০২৫ পর্যন্ত"),
        "{found}"
    );
}

#[test]
fn the_feed_goes_by_days_and_says_until_when() {
    let feed = page(&small().build().succeeds(), "notices/feed.xml");
    let days: Vec<&str> = feed
        .split("<updated>")
        .skip(2)
        .map(|rest| &rest[..10])
        .collect();
    assert!(days.is_sorted_by(|one, other| one >= other), "{days:?}");
    assert!(
        feed.contains("(মেয়াদ ১০ ফেব্রুয়ারি ২০২৫ পর্যন্ত)</summary>"),
        "{feed}"
    );
}

#[test]
fn behind_the_three_of_the_first_page_wait_as_many_as_may_be_needed() {
    let outcome = small().build().succeeds();
    let html = page(&outcome, "index.html");
    let (_, list) = html.split_once("<ul class=notices").expect("the notices");
    let (list, _) = list.split_once("</ul>").expect("their end");
    assert_eq!(list.matches("<li").count(), 4, "{list}");
    assert_eq!(list.matches("<li hidden").count(), 1, "{list}");
    assert!(list.contains("data-until=2025-02-10"), "{list}");
    // Nothing expires: nothing waits.
    let portal = small().without(&format!("{FOLDER}/old.md"));
    let html = page(&portal.build().succeeds(), "index.html");
    assert!(!html.contains("<li hidden"), "{html}");
}
