//! What somebody wrote one below the other is printed one below the other, and in one line where there is room for one only.

use crate::support::Portal;
use crate::support::paths::CHARTER;

const BLOCK: &str = "|\n        ১. এক\n        • দুই\n        ক) তিন\n";
const SHOWN: &str = "১. এক<br>• দুই<br>ক) তিন";

/// The small site with one text of the charter as a block.
fn with(key: &str, old: &str) -> Portal {
    let from = format!("{key}: {old}\n");
    Portal::small().edit(CHARTER, &from, &format!("{key}: {BLOCK}"))
}

#[test]
fn a_block_keeps_its_lines_in_every_text_of_the_charter() {
    for (key, old, pages) in [
        (
            "name",
            "প্রথম নমুনা সেবা",
            &["charter", "services/first-service", "poster"][..],
        ),
        (
            "delivery_method",
            "সরাসরি/ ই-মেইল",
            &["charter", "services/first-service"],
        ),
        (
            "required_documents",
            "[আবেদনপত্র, পরিচয়পত্রের কপি]",
            &["charter", "services/first-service", "poster"],
        ),
        (
            "available_at",
            "জেলা কার্যালয় {district}",
            &["charter", "services/first-service"],
        ),
        (
            "fee",
            "৫০ টাকা",
            &["charter", "services/first-service", "poster"],
        ),
        (
            "payment_method",
            "চালানের মাধ্যমে",
            &["charter", "services/first-service"],
        ),
        (
            "time_limit",
            "০৫ (পাঁচ) কার্যদিবস",
            &["charter", "services/first-service", "poster"],
        ),
        ("vision", "নমুনা ভিশন।", &["charter", "vision-mission"]),
        (
            "mission",
            "\"{upazila} উপজেলায় নমুনা মিশন।\"",
            &["charter", "vision-mission"],
        ),
        ("subordinate_offices", "not-applicable", &["charter"]),
        (
            "whom",
            "অভিযোগ নিষ্পত্তি কর্মকর্তা (অনিক)",
            &["charter", "grievance", "services/first-service", "poster"],
        ),
        (
            "when",
            "দায়িত্বপ্রাপ্ত কর্মকর্তা সমাধান দিতে ব্যর্থ হলে",
            &["charter", "grievance"],
        ),
        ("place", "\"{upazila}, {district}।\"", &["charter"]),
    ] {
        // Keys of the top stand to the left of this block, which is as good.
        for minify in [&["build"][..], &["build", "--no-minify"]] {
            let outcome = with(key, old).run(minify).succeeds();
            for page in pages {
                let html = outcome.page(&format!("dept.first.sample.gov.bd/{page}/index.html"));
                assert!(html.contains(SHOWN), "{key} on {page}\n{html}");
                assert!(!html.contains('\u{E00F}'), "{key} on {page}");
            }
            let json = outcome.page("dept.first.sample.gov.bd/charter/charter.json");
            if !matches!(key, "subordinate_offices" | "place") {
                assert!(json.contains("১. এক\\n• দুই\\nক) তিন"), "{key}\n{json}");
            }
        }
    }
}

#[test]
fn the_items_of_a_list_stand_one_below_the_other_in_a_cell() {
    let outcome = Portal::small().build().succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/charter/index.html");
    assert!(
        html.contains("আবেদনপত্র<br>পরিচয়পত্রের কপি<br>জেলা কার্যালয় নমুনা জেলা"),
        "{html}"
    );
}

#[test]
fn the_address_of_an_office_keeps_its_lines() {
    let outcome = Portal::small()
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "address: |\n  নমুনা ভবন\n  নমুনা সড়ক\n",
        )
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/contact/index.html");
    assert!(html.contains("নমুনা ভবন<br>নমুনা সড়ক"), "{html}");
}

#[test]
fn titles_descriptions_and_names_are_one_line() {
    let block = "|\n        নিয়োগ\n        বিজ্ঞপ্তি\n";
    let outcome = Portal::small()
        .edit(CHARTER, "name: প্রথম নমুনা সেবা\n", &format!("name: {block}"))
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "officer: |\n  নমুনা\n  নাম\n",
        )
        .with(
            "content/dept/notices/lines.md",
            "---\ntitle: |\n  নিয়োগ\n  বিজ্ঞপ্তি\ndate: 2025-06-01\nsummary: |\n  নিয়োগ\n  বিজ্ঞপ্তি\n---\n\nক\n",
        )
        .build()
        .succeeds();
    let at = |file: &str| outcome.page(&format!("dept.first.sample.gov.bd/{file}"));
    for file in [
        "services/first-service/index.html",
        "notices/lines/index.html",
    ] {
        let html = at(file);
        let head = html.split("</head>").next().unwrap_or_default();
        assert!(head.contains("<title>নিয়োগ বিজ্ঞপ্তি"), "{file}: {head}");
        assert!(!head.contains("<br"), "{file}: {head}");
    }
    assert!(at("contact/office.vcf").contains("\r\nFN:নমুনা নাম\r\n"));
    let feed = at("notices/feed.xml");
    assert!(feed.contains("<title>নিয়োগ বিজ্ঞপ্তি</title>"), "{feed}");
    let entries = at("site-map/entries.js");
    assert!(
        entries.contains("\"নিয়োগ বিজ্ঞপ্তি\"") && !entries.contains("\\n"),
        "{entries}"
    );
}
