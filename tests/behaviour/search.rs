//! What the search can find: all that a portal has and nothing else, small, and only ever text. How well it finds is held
//! by `tests/search`, how it behaves in a browser by `tests/browser`.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::Value;

use crate::support::hosts::RUPGANJ;
use crate::support::paths::{OFFICES, SECOND_CHARTER};
use crate::support::{Portal, gzip, project};

/// The index of a portal, or of the directory when there is no host.
fn index(output: &[(String, Vec<u8>)], host: &str) -> (Value, usize) {
    let name = match host {
        "" => "entries.js".to_owned(),
        _ => format!("{host}/site-map/entries.js"),
    };
    let (_, bytes) = output
        .iter()
        .find(|(known, _)| *known == name)
        .expect("an index");
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let value = text
        .strip_prefix("sanad.index=")
        .expect("a script that sets one value");
    let value = value.replace(",\n]", "\n]");
    (
        serde_json::from_str(&value).expect("a literal that is JSON but for a comma"),
        gzip(bytes),
    )
}

fn built(portal: &Portal) -> Vec<(String, Vec<u8>)> {
    portal.build().succeeds();
    portal.output()
}

/// Titles and addresses.
fn entries(index: &Value) -> Vec<(&str, &str)> {
    let list = index["entries"].as_array().expect("a list");
    list.iter()
        .map(|entry| {
            let text = |at: usize| entry[at].as_str().expect("a text");
            (text(1), text(2))
        })
        .collect()
}

fn file(address: &str) -> String {
    if address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

#[test]
fn an_index_names_every_page_and_file_of_its_portal_and_nothing_else() {
    let portal = Portal::small().with(
        SECOND_CHARTER,
        "services:\n  citizen:\n    - id: first-service\n      withdrawn: true\n      reason: নেই\n    - id: own-service\n      name: নিজস্ব সেবা\n      delivery_method: ক\n      fee: খ\n      time_limit: গ\n      responsible: clerk\n",
    );
    let output = built(&portal);
    for office in ["first", "second", "third"] {
        let host = format!("dept.{office}.sample.gov.bd");
        let (index, _) = index(&output, &host);
        let listed: BTreeSet<String> = entries(&index)
            .into_iter()
            .map(|(_, address)| file(address))
            .collect();
        let there = output.iter().filter_map(|(name, _)| {
            let name = name.strip_prefix(&format!("{host}/"))?;
            let is_listed = name.ends_with("index.html") || name.starts_with("files/");
            is_listed.then(|| name.to_owned())
        });
        assert_eq!(listed, there.collect::<BTreeSet<_>>(), "{host}");
    }
    let (index, _) = index(&output, "dept.second.sample.gov.bd");
    let list = index["entries"].as_array().expect("a list");
    let said = |title: &str| list.iter().find(|entry| entry[1] == title);
    assert!(said("নিজস্ব সেবা").is_some());
    // What is withdrawn has a page that says so, and so does the line that leads to it.
    let withdrawn = said("প্রথম নমুনা সেবা").expect("an entry");
    assert_eq!(withdrawn[4], "এই কার্যালয়ে সেবাটি দেওয়া হয় না");
}

#[test]
fn what_an_office_changes_in_its_charter_changes_its_index_only() {
    let portal = Portal::small().with(
        SECOND_CHARTER,
        "services:\n  citizen:\n    - id: first-service\n      name: বদলানো সেবা {district}\n",
    );
    let output = built(&portal);
    let has = |office: &str, title: &str| {
        let (index, _) = index(&output, &format!("dept.{office}.sample.gov.bd"));
        entries(&index).iter().any(|(known, _)| *known == title)
    };
    assert!(has("second", "বদলানো সেবা নমুনা জেলা") && !has("second", "প্রথম নমুনা সেবা"));
    assert!(has("first", "প্রথম নমুনা সেবা") && !has("first", "বদলানো সেবা নমুনা জেলা"));
}

/// What a part of the script of every page weighs, packed alone, without its comments.
fn part(name: &str) -> usize {
    let file = project().join("themes/portal/static/page.js").join(name);
    let source = std::fs::read_to_string(file).expect("a part of the script");
    let code = source.lines().map(str::trim);
    let code: Vec<&str> = code.filter(|line| !line.starts_with("//")).collect();
    gzip(code.join("\n").as_bytes())
}

#[test]
fn scripts_and_index_are_small() {
    // All scripts of a portal together are weighed in `offline`.
    let output = built(&Portal::real());
    let scripts: Vec<(&str, usize)> = output
        .iter()
        .filter(|(name, _)| {
            name.starts_with(&format!("{RUPGANJ}/assets/")) && name.ends_with(".js")
        })
        .map(|(name, bytes)| (&**name, gzip(bytes)))
        .collect();
    assert_eq!(scripts.len(), 2, "{scripts:?}");
    let finds = scripts.iter().find(|(path, _)| path.contains("/find."));
    let (_, finds) = finds.expect("the script that finds");
    // The script of every page holds what waits for a search, and what counts days.
    let [waits, counts] = ["1-search.js", "3-days.js"].map(part);
    assert!(0 < waits && waits <= 512, "{waits}");
    assert!(0 < counts && counts <= 1536, "{counts}");
    // What it costs that numbers, addresses, abbreviations and questions are understood, and less is found by mistake, is a
    // third more than before; only who uses the field pays it, once.
    assert!(finds + waits <= 8 * 1024, "{scripts:?}");
    let (_, weight) = index(&output, RUPGANJ);
    assert!(weight <= 12 * 1024, "the index weighs {weight} bytes");
}

/// Text of so many words, of some three thousand that no language has; the earlier are the more frequent.
fn prose(length: usize, salt: usize) -> String {
    let syllables = [
        "কা",
        "রি",
        "নো",
        "ল",
        "ব্য",
        "দু",
        "সি",
        "মে",
        "প্র",
        "তা",
        "ন্ত",
        "শু",
        "বা",
        "গ",
        "ছি",
    ];
    let mut seed = salt * 7919 + 17;
    let mut words = Vec::new();
    for _ in 0..length {
        seed = (seed * 1_103_515_245 + 12345) % (1 << 31);
        let draw = (seed >> 8) % 3375;
        let mut at = draw * draw / 3375;
        let mut word = String::new();
        for _ in 0..3 {
            word += syllables[at % syllables.len()];
            at /= syllables.len();
        }
        words.push(word);
    }
    words.join(" ")
}

#[test]
fn an_index_has_words_of_texts_and_stays_small_in_an_office_with_much_to_say() {
    let mut services = String::new();
    for number in 0..60 {
        let (name, papers) = (prose(6, number), prose(8, 1000 + number));
        write!(
            services,
            "    - id: service-{number}\n      name: {name}\n      delivery_method: ক\n      required_documents: {papers}\n      available_at: খ\n      fee: বিনামূল্যে\n      time_limit: ৩ কার্যদিবস\n      responsible: clerk\n",
        )
        .expect("a String");
    }
    let mut portal = Portal::small().with(
        "content/dept/offices/first.sample/charter.yaml",
        format!("services:\n  citizen:\n{services}"),
    );
    for number in 0..40 {
        let (title, summary) = (prose(4, 2000 + number), prose(6, 3000 + number));
        let (month, day, text) = (number / 28 + 1, number % 28 + 1, prose(120, 4000 + number));
        portal = portal.with(
            &format!("content/dept/offices/first.sample/notices/n{number}.md"),
            format!("---\ntitle: {title}\ndate: 2024-{month:02}-{day:02}\nsummary: {summary}।\n---\n{text}\n"),
        );
    }
    for number in 0..25 {
        let (title, text) = (prose(3, 5000 + number), prose(300, 6000 + number));
        portal = portal.with(
            &format!("content/dept/offices/first.sample/pages/p{number}.md"),
            format!("---\ntitle: {title}\n---\n{text}\n"),
        );
    }
    let output = built(&portal);
    let (index, weight) = index(&output, "dept.first.sample.gov.bd");
    assert!(weight <= 12 * 1024, "the index weighs {weight} bytes");
    let list = index["entries"].as_array().expect("a list");
    let said = |prefix: &str| {
        let found = list.iter().filter(|entry| {
            let is_there = |at: usize| entry[at].as_str().is_some_and(|text| !text.is_empty());
            entry[2]
                .as_str()
                .is_some_and(|address| address.starts_with(prefix))
                && is_there(5)
        });
        found.count()
    };
    assert_eq!((said("notices/n"), said("p")), (40, 25), "{weight}");
}

#[test]
fn words_of_texts_are_those_that_tell_one_from_another() {
    let mut portal = Portal::small();
    for number in 1..=6 {
        portal = portal.with(
            &format!("content/dept/offices/first.sample/notices/text-{number}.md"),
            format!(
                "---\ntitle: লেখা\ndate: 2025-02-0{number}\n---\nকার্যদিবস এবং *শব্দ{number}* ১২ `ক` উপ-পরিচালক {{upazila}} [লিংক](https://sample.example/path?a=1), [ভেতরে](/contact) &lt;b&gt; ০১৭০০-০০০০০{number}\n"
            ),
        );
    }
    let output = built(&portal);
    let (index, _) = index(&output, "dept.first.sample.gov.bd");
    let list = index["entries"].as_array().expect("a list");
    let mut entries = list.iter();
    let entry = entries
        .find(|entry| entry[2] == "notices/text-3/")
        .expect("an entry");
    // Said in every text: কার্যদিবস, উপ-পরিচালক, the link. Passed over: এবং. Too short: ১২, ক, and b.
    assert_eq!(entry[5], "শব্দ3 ০১৭০০-০০০০০3");
}

#[test]
fn a_hundred_notices_make_no_heavy_index_and_the_newest_are_in_it() {
    let words = [
        "প্রশিক্ষণ",
        "আবেদন",
        "কম্পিউটার",
        "ল্যাব",
        "সভা",
        "নির্বাচন",
        "তালিকা",
        "যুবক",
        "উদ্যোক্তা",
        "সনদ",
        "বিতরণ",
        "মেলা",
        "দরপত্র",
        "স্থগিত",
        "সময়সূচি",
        "পরীক্ষা",
        "ফলাফল",
        "নিয়োগ",
        "কর্মশালা",
        "নারী",
        "শিক্ষার্থী",
        "ইউনিয়ন",
        "ডিজিটাল",
        "সেন্টার",
        "উদ্বোধন",
        "হালনাগাদ",
        "জরুরি",
        "তথ্য",
        "সংশোধন",
    ];
    let mut portal = Portal::real();
    for number in 0..100_usize {
        let text = |length: usize, salt: usize| {
            let word = |at: usize| words[(number * 31 + at * at * 7 + at * salt) % words.len()];
            (0..length).map(word).collect::<Vec<_>>().join(" ")
        };
        let (month, day) = (number / 28 + 1, number % 28 + 1);
        portal = portal.with(
            &format!("content/doict/offices/rupganj.narayanganj/notices/n{number}.md"),
            format!(
                "---\ntitle: {} {number}\ndate: 2024-{month:02}-{day:02}\nsummary: {}।\n---\nক\n",
                text(7, 3),
                text(16, 5)
            ),
        );
    }
    let output = built(&portal);
    let (index, weight) = index(&output, RUPGANJ);
    assert!(weight <= 12 * 1024, "the index weighs {weight} bytes");
    let entries = entries(&index);
    let is_listed = |slug: &str| {
        entries
            .iter()
            .any(|(_, address)| *address == format!("notices/{slug}/"))
    };
    // 60 in all, with the one of June 2025.
    assert!(is_listed("charter-approved") && is_listed("n99") && is_listed("n41"));
    assert!(!is_listed("n40") && !is_listed("n0"));
}

#[test]
fn no_title_leaves_the_quotes_it_stands_in() {
    let hostile = "</script><!-- \"'];alert(1)//\\ \u{2028}\u{2029} $x `";
    let mut portal = Portal::small().with(
        "content/dept/offices/third.sample/notices/n.md",
        format!(
            "---\ntitle: '{}'\ndate: 2025-01-01\n---\nখ\n",
            hostile.replace('\'', "''")
        ),
    );
    // Words of the office go into the department's text.
    portal = portal
        .edit(
            "content/dept/charter.yaml",
            "name: প্রথম নমুনা সেবা",
            "name: প্রথম {upazila}",
        )
        .edit(
            "content/dept/offices.csv",
            "দ্বিতীয় নমুনাপুর",
            "\"দ্বি\"\"তীয়\\</script>\"",
        );
    let output = built(&portal);
    let (third, _) = index(&output, "dept.third.sample.gov.bd");
    let titles: Vec<&str> = entries(&third)
        .into_iter()
        .map(|(title, _)| title)
        .collect();
    assert!(titles.contains(&hostile), "{titles:?}");
    let (second, _) = index(&output, "dept.second.sample.gov.bd");
    let filled = "প্রথম দ্বি\"তীয়\\</script>";
    assert!(
        entries(&second).iter().any(|(title, _)| *title == filled),
        "{second}"
    );
    for (name, bytes) in output
        .iter()
        .filter(|(name, _)| name.ends_with("entries.js"))
    {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{name}");
    }
}

#[test]
fn the_directory_lets_every_office_be_found_whatever_its_host() {
    let host = [("second.sample", "portal.other.example")];
    let portal = Portal::small().with_column(OFFICES, "host", &host);
    let output = built(&portal);
    let (index, _) = index(&output, "");
    let departments = &index["departments"];
    let mut hosts = BTreeSet::new();
    for upazila in index["upazilas"].as_array().expect("a list") {
        let district = index["districts"][upazila[2]
            .as_u64()
            .and_then(|at| usize::try_from(at).ok())
            .expect("a number")]
        .clone();
        for here in upazila[3].as_array().expect("a list") {
            let text = |value: &Value| value.as_str().expect("a text").to_owned();
            hosts.insert(match here {
                Value::Array(other) => text(&other[1]),
                number => {
                    let department = &departments[number
                        .as_u64()
                        .and_then(|at| usize::try_from(at).ok())
                        .expect("a number")];
                    let (label, token) = (text(&upazila[1]), text(&district[2]));
                    format!(
                        "{}{label}.{token}{}",
                        text(&department[2]),
                        text(&department[3])
                    )
                }
            });
        }
    }
    let portals = output
        .iter()
        .filter_map(|(name, _)| Some(name.strip_suffix("/site-map/entries.js")?.to_owned()));
    assert_eq!(hosts, portals.collect::<BTreeSet<_>>());
}
