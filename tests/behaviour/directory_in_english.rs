//! The directory of all offices in English: the same pages below `en/`, with the names in English where there are any.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::directory::{build, homes, links};
use crate::support::paths::{DEPARTMENT, DISTRICTS, OFFICES};
use crate::support::sites::{large, with_second_department};
use crate::support::{Portal, in_english, is_bangla, text_of};

/// A site with English for what needs it to be written, and one upazila with another name than its id.
fn translated(portal: Portal) -> Portal {
    let table = portal.text(OFFICES);
    let table = table
        .lines()
        .map(|row| match row.split_once(',') {
            Some(("id", rest)) => format!("id,{rest},upazila_en\n"),
            Some(("u3.d4", rest)) => format!("u3.d4,{rest},Cox’s Samplepur\n"),
            _ => format!("{row},\n"),
        })
        .collect::<String>();
    let department = portal.text(DEPARTMENT);
    let english = "en:\n  name: Department of Samples\n  office_name: Upazila Sample Office\n";
    let districts = portal.text(DISTRICTS);
    portal
        .in_both_languages()
        .with(OFFICES, table)
        .with(DEPARTMENT, department + english)
        .with(DISTRICTS, districts.replace(",উত্তর,", ",ময়মনসিংহ,"))
}

/// The pages of the directory in a language, each by its path below the language's folder.
fn pages(portal: &Portal, folder: &str) -> BTreeMap<String, String> {
    let output = portal.output().into_iter();
    output
        .filter_map(|(name, bytes)| Some((name.strip_prefix(folder)?.to_owned(), bytes)))
        .filter(|(name, _)| name == "index.html" || name.starts_with("offices/"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("a page is UTF-8")))
        .collect()
}

#[test]
fn every_page_has_its_like_in_the_other_language_and_leads_to_it() {
    let small = Portal::small().in_both_languages();
    let large = large(16).in_both_languages();
    for (portal, number) in [(&small, 1), (&large, 21)] {
        build(portal);
        let (bangla, english) = (pages(portal, ""), pages(portal, "en/"));
        assert_eq!(bangla.len(), number);
        assert!(bangla.keys().eq(english.keys()), "{:?}", english.keys());
        for (name, here) in &bangla {
            let there = &english[name];
            let up = "../".repeat(name.matches('/').count());
            let to_english = format!("<a href=\"{up}en/{name}\" hreflang=en lang=en>English</a>");
            let to_bangla = format!("<a href=\"../{up}{name}\" hreflang=bn lang=bn>বাংলা</a>");
            assert!(here.contains(&to_english), "{name}: {here}");
            assert!(there.contains(&to_bangla), "en/{name}: {there}");
            assert!(here.contains("<html lang=bn>") && there.contains("<html lang=en>"));
        }
    }
}

#[test]
fn one_reaches_every_office_in_english_without_a_word_of_bangla_that_does_not_say_so() {
    let portal = with_second_department(large(16).in_both_languages());
    build(&portal);
    let pages = pages(&portal, "en/");
    let mut open = vec!["index.html".to_owned()];
    let mut seen: BTreeSet<String> = open.iter().cloned().collect();
    let mut offices = Vec::new();
    while let Some(name) = open.pop() {
        for target in links(&format!("en/{name}"), &pages[&name]) {
            match target.strip_prefix("en/") {
                Some(page) if seen.insert(page.to_owned()) => open.push(page.to_owned()),
                Some(_) => {}
                // The same page in Bangla.
                None if target == name => {}
                None => offices.push(target),
            }
        }
    }
    assert!(
        seen.iter().eq(pages.keys()),
        "every page is reached: {seen:?}"
    );
    offices.sort();
    let home = |home: String| home.replace("/index.html", "/en/index.html");
    let homes: Vec<String> = homes(&portal).into_iter().map(home).collect();
    assert_eq!(offices, homes, "each is listed once, in English");
    for (name, html) in &pages {
        let body = html.split_once("<body").expect("a body").1;
        let said = in_english(body);
        assert!(!said.contains(is_bangla), "{name}: {said}");
    }
}

#[test]
fn names_are_in_english_where_there_is_any() {
    let portal = translated(large(16));
    let outcome = build(&portal);
    let first = text_of(&outcome.page("en/index.html"));
    for words in [
        "Department of Samples",
        "Offices: 160",
        "Mymensingh Division (40)",
        "D4 10",
    ] {
        assert!(first.contains(words), "{words}: {first}");
    }
    let html = outcome.page("en/offices/ময়মনসিংহ/d4/index.html");
    let district = text_of(&html);
    for words in [
        "Mymensingh Division D4 District",
        "Cox’s Samplepur",
        "U7 Information not confirmed",
    ] {
        assert!(district.contains(words), "{words}: {district}");
    }
    assert!(
        html.contains("<title>D4 District: portals of upazila offices</title>"),
        "{html}"
    );
    assert!(!district.contains("U3"), "{district}");
    let division = text_of(&outcome.page("en/offices/ময়মনসিংহ/index.html"));
    assert!(
        division.contains("Offices: 40. Choose a district."),
        "{division}"
    );
    // A division that is none of the eight.
    let first = outcome.page("en/index.html");
    assert!(
        first.contains("<span lang=bn>দক্ষিণ</span> Division"),
        "{first}"
    );
    let bangla = outcome.page("offices/ময়মনসিংহ/d4/index.html");
    assert!(!text_of(&bangla).contains("Samplepur"), "{bangla}");
}

#[test]
fn the_name_of_a_place_that_most_tables_use_stands_above_its_offices() {
    let portal = with_second_department(translated(large(8)));
    let mut portal = portal;
    let table = portal.text("content/other/offices.csv");
    let table = table.replace("Cox’s Samplepur", "Coxs");
    portal = portal.with("content/other/offices.csv", &table);
    portal = portal.with("content/third/offices.csv", &table);
    for name in ["charter.yaml", "department.yaml", "districts.csv"] {
        let text = fs::read_to_string(portal.path(&format!("content/other/{name}")));
        let text = text.expect("a text").replace("অন্য", "তৃতীয়");
        portal = portal.with(&format!("content/third/{name}"), text);
    }
    let page = build(&portal).page("en/offices/ময়মনসিংহ/d4/index.html");
    assert!(page.contains(">Coxs Upazila</h"), "{page}");
    assert!(!page.contains("Samplepur"), "{page}");
}

#[test]
fn what_is_typed_in_bangla_is_found_in_english_too() {
    let portal = translated(large(2));
    let outcome = build(&portal);
    let english = outcome.page("en/entries.js");
    for words in [
        "\"folder\":\"en/\"",
        "[\"U7\",\"u7\",",
        ",[0],\"উপজেলা 0-7\"]",
        "[\"D0\",\"Mymensingh\",\"d0\",\"জেলা 0 ময়মনসিংহ\"]",
        "[\"Upazila Sample Office\",\"Department of Samples\",\"dept.\",\".gov.bd\",\"উপজেলা নমুনা কার্যালয় নমুনা অধিদপ্তর\"]",
    ] {
        assert!(english.contains(words), "{words}: {english}");
    }
    let bangla = outcome.page("entries.js");
    assert!(
        !bangla.contains("Mymensingh") && !bangla.contains("\"folder\""),
        "{bangla}"
    );
}

#[test]
fn what_changes_in_english_is_built_as_from_nothing() {
    let portal = translated(large(16));
    build(&portal);
    for (file, old, new) in [
        (OFFICES, "Cox’s Samplepur", "Samplepur"),
        (OFFICES, "Samplepur", ""),
        (DEPARTMENT, "Department of Samples", "Samples Department"),
        (DEPARTMENT, "  office_name: Upazila Sample Office\n", ""),
        (DISTRICTS, "id,name,", "id,name_en,"),
        ("content/portal.yaml", "languages: [bn, en]\n", ""),
        (
            "content/portal.yaml",
            "theme: portal\n",
            "theme: portal\nlanguages: [bn, en]\n",
        ),
    ] {
        let text = portal.text(file);
        let text = if new == "id,name_en," {
            let rows = text.lines().skip(1);
            let named = rows.map(|row| row.replacen(',', ",Sample,", 1) + "\n");
            format!(
                "id,name_en,name,division,office\n{}",
                named.collect::<String>()
            )
        } else {
            assert!(text.contains(old), "{file}: {old}");
            text.replace(old, new)
        };
        fs::write(portal.path(file), text).expect("a file");
        build(&portal);
        let changed = portal.output();
        portal
            .run(&["build", "--shard", "1/100", "--clean"])
            .succeeds();
        assert!(changed == portal.output(), "{file}: {old}");
    }
}

#[test]
fn a_translation_changes_no_page_in_bangla_and_none_at_all_where_nobody_reads_english() {
    let portal = large(16);
    build(&portal);
    let before = pages(&portal, "");
    let note = portal.text("public/.sanad/directory");
    let portal = translated(portal).edit("content/portal.yaml", "languages: [bn, en]\n", "");
    let districts = portal.text(DISTRICTS);
    let portal = portal.with(DISTRICTS, districts.replace("ময়মনসিংহ", "উত্তর"));
    build(&portal);
    let again = portal.text("public/.sanad/directory");
    assert_eq!(again, note, "not even looked at");
    let portal = portal.in_both_languages();
    build(&portal);
    let text = |pages: &BTreeMap<String, String>| -> Vec<String> {
        let text = pages.values().map(|html| text_of(html));
        text.map(|text| text.replace(" English ", " ")).collect()
    };
    assert_eq!(
        text(&pages(&portal, "")),
        text(&before),
        "but for the switch"
    );
}

#[test]
fn the_mirror_goes_with_the_language_and_foreign_files_stay() {
    let portal = large(16).in_both_languages();
    portal
        .run(&["build", "--shard", "1/100", "--compress", "gzip"])
        .succeeds();
    for name in [
        "index.html",
        "index.html.gz",
        "entries.js",
        "entries.js.gz",
        "offices/উত্তর/d4/index.html.gz",
    ] {
        assert!(portal.path(&format!("public/en/{name}")).exists(), "{name}");
    }
    let portal = portal
        .with("public/en/offices/উত্তর/foreign.html", "foreign")
        .edit("content/portal.yaml", "languages: [bn, en]\n", "");
    build(&portal);
    let left: Vec<String> = portal.output().into_iter().map(|(name, _)| name).collect();
    let left: Vec<&String> = left.iter().filter(|name| name.starts_with("en/")).collect();
    assert_eq!(left, ["en/offices/উত্তর/foreign.html"]);
    assert!(
        !portal.path("public/en/offices/উত্তর/d4").exists(),
        "nor its folder"
    );
    assert!(!pages(&portal, "")["index.html"].contains("hreflang"));
    fs::remove_file(portal.path("public/en/offices/উত্তর/foreign.html")).expect("a file");

    let portal = portal.in_both_languages();
    build(&portal);
    let portal = portal.edit("content/portal.yaml", "languages: [bn, en]\n", "");
    build(&portal);
    assert!(!portal.path("public/en").exists());
}

#[test]
fn every_part_of_the_country_makes_the_whole_mirror() {
    let whole = translated(large(16));
    whole.build().succeeds();
    let part = translated(large(16));
    part.run(&["build", "--shard", "3/100"]).succeeds();
    assert_eq!(pages(&part, "en/").len(), 21);
    assert_eq!(pages(&part, "en/"), pages(&whole, "en/"));
}
