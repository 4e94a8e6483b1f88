//! The English mirror: `languages: [bn, en]` in `portal.yaml`, `en:` beside the Bangla, `name.en.md` beside `name.md`.

use std::collections::BTreeSet;

use crate::support::hosts::{FIRST, RUPGANJ, SECOND};
use crate::support::paths::{CHARTER, SECOND_CHARTER};
use crate::support::{Portal, in_english, is_bangla, project, text_of};

/// The small site with a mirror in which nothing is translated yet.
fn mirrored() -> Portal {
    Portal::small().in_both_languages()
}

/// The same with the first service translated; only its name, and what cannot be understood without.
fn translated() -> Portal {
    mirrored().edit(
        CHARTER,
        "      responsible: clerk\n    - id: second-service\n",
        "      responsible: clerk\n      en:\n        name: First sample service\n        available_at: District office, {district}\n    - id: second-service\n",
    )
}

fn service(host: &str, language: &str) -> String {
    format!("{host}/{language}services/first-service/index.html")
}

/// Pages of a portal, from its folder.
fn pages(portal: &Portal, host: &str) -> BTreeSet<String> {
    let prefix = format!("{host}/");
    let files = portal.output().into_iter();
    files
        .filter_map(|(name, _)| name.strip_prefix(&prefix).map(str::to_owned))
        .filter(|name| name.ends_with(".html"))
        .collect()
}

#[test]
fn every_page_has_its_like_in_the_other_language_and_leads_to_it() {
    for (portal, hosts) in [
        (mirrored(), vec![FIRST, SECOND]),
        (Portal::real(), vec![RUPGANJ]),
    ] {
        let outcome = portal.build().succeeds();
        for host in hosts {
            let pages = pages(&portal, host);
            let bangla = pages.iter().filter(|page| !page.starts_with("en/"));
            let mut seen = 0;
            for page in bangla.filter(|page| *page != "404.html") {
                let english = format!("en/{page}");
                assert!(pages.contains(&english), "{host} has no {english}");
                let up = "../".repeat(page.matches('/').count());
                let here = outcome.page(&format!("{host}/{page}"));
                let there = outcome.page(&format!("{host}/{english}"));
                let to_english = format!("href=\"{up}{english}\" hreflang=en lang=en>English</a>");
                let to_bangla = format!("href=\"../{up}{page}\" hreflang=bn lang=bn>বাংলা</a>");
                assert!(here.contains(&to_english), "{page}: {here}");
                assert!(there.contains(&to_bangla), "{english}: {there}");
                assert!(here.contains("<html lang=bn>") && there.contains("<html lang=en>"));
                seen += 1;
            }
            assert_eq!(seen * 2 + 1, pages.len(), "{pages:?}");
        }
    }
}

#[test]
fn without_the_language_there_is_neither_mirror_nor_link() {
    let portal = Portal::small();
    let outcome = portal.build().succeeds();
    assert!(!portal.path(&format!("public/{FIRST}/en")).exists());
    assert!(
        !outcome
            .page(&format!("{FIRST}/index.html"))
            .contains("hreflang")
    );
}

#[test]
fn what_is_translated_is_in_english_and_the_rest_says_that_it_is_in_bangla() {
    let outcome = translated().build().succeeds();
    let page = outcome.page(&service(FIRST, "en/"));
    for words in [
        "<h1>First sample service</h1>",
        // From the district's id.
        "District office, Sample",
        // Nobody has translated these.
        "<span lang=bn>সরাসরি/ ই-মেইল</span>",
        "<span lang=bn>আবেদনপত্র</span>",
        // Understood, so the theme's words do.
        "50 taka",
        "5 working days",
        "Phone",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let bangla = outcome.page(&service(FIRST, ""));
    assert!(
        bangla.contains("প্রথম নমুনা সেবা") && !bangla.contains("First sample service"),
        "{bangla}"
    );
}

#[test]
fn a_condition_behind_the_days_is_said_in_english_too_and_the_data_have_the_days() {
    let charter = "content/dept/offices/third.sample/charter.yaml";
    let text = "services:\n  citizen:\n    - id: first-service\n      time_limit: ০৭ (সাত) কার্যদিবস (প্রযোজ্য ক্ষেত্রে)\n";
    let outcome = mirrored().with(charter, text).build().succeeds();
    let page = outcome.page(&service("dept.third.sample.gov.bd", "en/"));
    assert!(page.contains("7 working days (where applicable)"), "{page}");
    assert!(page.contains("data-days=7"), "{page}");
    let data = outcome.page("dept.third.sample.gov.bd/charter/charter.json");
    assert!(data.contains("\"working_days\": 7"), "{data}");
}

#[test]
fn no_text_on_an_english_page_is_in_bangla_without_saying_so() {
    for (portal, host) in [
        (mirrored(), FIRST),
        (translated(), SECOND),
        (Portal::real(), RUPGANJ),
    ] {
        let outcome = portal.build().succeeds();
        let pages = pages(&portal, host);
        let english: Vec<&String> = pages
            .iter()
            .filter(|page| page.starts_with("en/"))
            .collect();
        assert!(english.len() > 10);
        for page in english {
            let html = outcome.page(&format!("{host}/{page}"));
            let body = html.split_once("<body>").expect("a body").1;
            let said = in_english(body);
            assert!(!said.contains(is_bangla), "{page}: {said}");
        }
    }
}

#[test]
fn words_of_an_office_in_a_bangla_text_are_in_bangla_on_english_pages_too() {
    let portal = mirrored();
    let outcome = portal.build().succeeds();
    let page = outcome.page(&format!("{SECOND}/en/vision-mission/index.html"));
    assert!(
        page.contains("<span lang=bn>দ্বিতীয় নমুনাপুর উপজেলায় নমুনা মিশন।</span>"),
        "{page}"
    );
    // The title of the page is the theme's own sentence.
    assert!(page.contains(", Second</title>"), "{page}");
}

#[test]
fn names_are_taken_from_the_tables_before_the_ids() {
    let portal = mirrored().edit(
        "content/dept/offices.csv",
        "id,upazila",
        "id,upazila_en,upazila",
    );
    let table = portal.text("content/dept/offices.csv");
    let (header, rows) = table.split_once('\n').expect("rows");
    let rows: String = rows
        .lines()
        .map(|row| row.replacen(',', ",Cox’s Samplepur,", 1) + "\n")
        .collect();
    let portal = portal.with("content/dept/offices.csv", format!("{header}\n{rows}"));
    let outcome = portal.build().succeeds();
    let page = outcome.page(&format!("{FIRST}/en/index.html"));
    assert!(page.contains("Cox’s Samplepur"), "{page}");
}

#[test]
fn an_old_translation_does_not_stand_beside_an_offices_own_bangla() {
    let english = "      en:\n        name: First sample service\n        fee: Fifty taka, shared\n        delivery_method: In person, shared\n";
    let portal = mirrored().edit(
        CHARTER,
        "      responsible: clerk\n    - id: second-service\n",
        &format!("      responsible: clerk\n{english}    - id: second-service\n"),
    );
    let own = "services:\n  citizen:\n    - id: first-service\n      fee: নীতিমালা অনুযায়ী\n      delivery_method: ডাকযোগে\n      en:\n        delivery_method: By post\n";
    let outcome = portal.with(SECOND_CHARTER, own).build().succeeds();
    let page = text_of(&outcome.page(&service(SECOND, "en/")));
    for words in ["First sample service", "নীতিমালা অনুযায়ী", "By post"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("shared"), "{page}");
    let other = text_of(&outcome.page(&service(FIRST, "en/")));
    assert!(other.contains("Fifty taka, shared") && other.contains("In person, shared"));
}

#[test]
fn a_page_is_translated_by_a_file_beside_it() {
    let about = "content/dept/pages/about.en.md";
    let text = "---\ntitle: About {upazila}\n---\n\nSee the [services](/services) and [data](/charter/charter.json).\n";
    let portal = mirrored().with(about, text);
    let page = portal
        .build()
        .succeeds()
        .page(&format!("{SECOND}/en/about/index.html"));
    assert!(page.contains("<h1>About Second</h1>"), "{page}");
    // Pages in the same language, data where it is for all.
    assert!(
        page.contains("<a href=\"../services/index.html\">services</a>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"../../charter/charter.json\">data</a>"),
        "{page}"
    );
    assert!(!page.contains("class=prose lang=bn"), "{page}");
    // Withdrawn, or a draft: the Bangla stands in its place.
    let draft = text.replace("title:", "draft: true\ntitle:");
    let page = portal.with(about, &draft).build().succeeds();
    let page = page.page(&format!("{SECOND}/en/about/index.html"));
    assert!(page.contains("<div class=prose lang=bn>"), "{page}");
}

#[test]
fn mistakes_in_translations_are_reported_at_their_places() {
    mirrored()
        .edit(
            CHARTER,
            "      responsible: clerk\n    - id: second-service\n",
            "      responsible: clerk\n      en:\n        name: \"\"\n        required_documents: [Application]\n        fee: \"{upazilla} taka\"\n    - id: second-service\n",
        )
        .build()
        .reports(&[
            ("empty-value", &format!("{CHARTER}:16:15"), "\"\""),
            ("unequal-lists", &format!("{CHARTER}:17:29"), "[Application]"),
            ("unknown-placeholder", &format!("{CHARTER}:18:14"), "\"{upazilla} taka\""),
        ]);
    mirrored()
        .with("content/dept/pages/alone.en.md", "---\ntitle: Alone\n---\n")
        .build()
        .reports(&[("no-original", "content/dept/pages/alone.en.md:1:1", "")]);
    mirrored()
        .with("content/dept/pages/en.md", "---\ntitle: ক\n---\n")
        .build()
        .reports(&[("reserved-name", "content/dept/pages/en.md:1:1", "")]);
    mirrored()
        .edit("content/portal.yaml", "[bn, en]", "[bn, fr]")
        .build()
        .reports(&[("unknown-language", "content/portal.yaml:3:17", "fr")]);
}

#[test]
fn an_english_text_without_bangla_is_shown_nowhere_and_says_so() {
    let table = |name: &str, column: &str, cells: [&str; 3]| {
        let text = mirrored().text(name);
        let cells = std::iter::once(column).chain(cells);
        let lines = text.lines().zip(cells);
        let lines: Vec<String> = lines.map(|(line, cell)| format!("{line},{cell}")).collect();
        lines.join("\n")
    };
    let offices = "content/dept/offices.csv";
    let districts = "content/dept/districts.csv";
    let own = "content/dept/offices/second.sample/office.yaml";
    let told = |portal: Portal, place: &str, marked: &str| {
        portal.check("lone-translation").finds(&[(place, marked)]);
    };
    // A service's cell, and that of an office over it.
    told(
        mirrored().edit(
            CHARTER,
            "      time_limit: তাৎক্ষণিক\n",
            "      time_limit: তাৎক্ষণিক\n      en:\n        branch: Sample branch\n",
        ),
        &format!("{CHARTER}:21:17"),
        "Sample branch",
    );
    told(
        mirrored().with(SECOND_CHARTER, "services:\n  citizen:\n    - id: second-service\n      en:\n        branch: Sample branch\n"),
        &format!("{SECOND_CHARTER}:5:17"),
        "Sample branch",
    );
    // Keys that need not be written.
    told(
        mirrored().edit(
            "content/dept/department.yaml",
            "posts:\n",
            "en:\n  ministry: Ministry of Samples\nposts:\n",
        ),
        "content/dept/department.yaml:4:13",
        "Ministry of Samples",
    );
    told(
        mirrored().edit(
            CHARTER,
            "expectations:\n",
            "en:\n  subordinate_offices: Not applicable\nexpectations:\n",
        ),
        &format!("{CHARTER}:23:24"),
        "Not applicable",
    );
    // An office's own keys; the Bangla of a name can stand in the row.
    told(
        mirrored().with(own, "en:\n  address: 1 Sample Road\n"),
        &format!("{own}:2:12"),
        "1 Sample Road",
    );
    told(
        mirrored().with(own, "en:\n  officer: A. Sample\n"),
        &format!("{own}:2:12"),
        "A. Sample",
    );
    mirrored()
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "en:\n  officer: A. Sample\n",
        )
        .check("lone-translation")
        .finds(&[]);
    // Columns.
    let text = table(offices, "officer_en", ["A. Sample", "B. Sample", ""]);
    told(
        mirrored().with(offices, text),
        &format!("{offices}:3:43"),
        "B. Sample",
    );
    let text = table(districts, "designation_en", ["District Officer", "", ""]);
    told(
        mirrored().with(districts, text.replace("নমুনা কর্মকর্তা", "")),
        &format!("{districts}:2:104"),
        "District Officer",
    );
}

#[test]
fn what_cannot_be_read_in_bangla_is_not_also_called_a_lone_translation() {
    mirrored()
        .edit(
            CHARTER,
            "      payment_method: চালানের মাধ্যমে\n",
            "      payment_method: \"\"\n      en:\n        payment_method: By treasury challan\n",
        )
        .build()
        .reports(&[("empty-value", &format!("{CHARTER}:12:23"), "\"\"")]);
}

#[test]
fn a_theme_without_english_makes_no_mirror() {
    let portal = mirrored();
    std::fs::remove_file(portal.path("themes/portal/strings/en.yaml")).expect("a file");
    portal
        .build()
        .reports(&[("unknown-language", "content/portal.yaml:3:12", "[bn, en]")]);
}

#[test]
fn a_changed_translation_is_built_as_from_nothing() {
    let portal = translated();
    portal.build().succeeds();
    for (file, old, new) in [
        (CHARTER, "First sample service", "First service"),
        (
            CHARTER,
            "        available_at: District office, {district}\n",
            "",
        ),
        (
            "content/portal.yaml",
            "    label: জরুরি সেবা\n",
            "    label: জরুরি সেবা\n    en: {label: Emergency}\n",
        ),
        ("content/portal.yaml", "languages: [bn, en]\n", ""),
        (
            "content/portal.yaml",
            "theme: portal\n",
            "theme: portal\nlanguages: [en]\n",
        ),
    ] {
        let text = portal.text(file).replace(old, new);
        std::fs::write(portal.path(file), text).expect("a file");
        portal.build().succeeds();
        let changed = portal.output();
        portal.run(&["build", "--clean"]).succeeds();
        assert!(changed == portal.output(), "{file}: {old}");
    }
}

#[test]
fn search_engines_are_told_of_both_languages() {
    let page = mirrored()
        .build()
        .succeeds()
        .page(&format!("{FIRST}/sitemap.xml"));
    let alternate = |folder: &str, language: &str| {
        format!(
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"https://{FIRST}/{folder}services/\"/>"
        )
    };
    for folder in ["", "en/"] {
        let line = page
            .lines()
            .find(|line| line.contains(&format!("<loc>https://{FIRST}/{folder}services/</loc>")));
        let line = line.expect("an address");
        assert!(
            line.contains(&alternate("", "bn")) && line.contains(&alternate("en/", "en")),
            "{line}"
        );
    }
}

/// README's content says something in English wherever that can be said.
#[test]
fn whatever_translation_changes_is_built_as_from_nothing() {
    let portal = crate::support::readme::site();
    portal.build().succeeds();
    for (file, english) in [
        ("portal.yaml", "Government of the"),
        ("portal.yaml", "Emergency service"),
        ("dept/department.yaml", "Department of Samples"),
        ("dept/department.yaml", "Upazila Sample Office"),
        ("dept/department.yaml", "Sample Officer"),
        ("dept/charter.yaml", "Sample service"),
        ("dept/charter.yaml", "Copy of the national"),
        ("dept/charter.yaml", "50 taka"),
        ("dept/charter.yaml", "Sample Rules"),
        ("dept/charter.yaml", "Application form"),
        ("dept/charter.yaml", "Grievance Redress Officer"),
        ("dept/charter.yaml", "Deputy Director"),
        ("dept/charter.yaml", "Upazila Office"),
        ("dept/charter.yaml", "Director (Samples)"),
        ("dept/charter.yaml", "Sample vision"),
        ("dept/charter.yaml", "Submit a complete"),
        ("dept/districts.csv", "Sample District Office"),
        ("dept/offices.csv", "Second Samplepur"),
        (
            "dept/offices/second.sample/office.yaml",
            "Sample Officer Two",
        ),
        ("dept/pages/about.en.md", "See the"),
    ] {
        let file = format!("content/{file}");
        let text = portal.text(&file);
        assert!(text.contains(english), "{file}: {english}");
        let text = text.replace(english, &format!("Changed {english}"));
        std::fs::write(portal.path(&file), text).expect("a file");
        portal.build().succeeds();
        let changed = portal.output();
        portal.run(&["build", "--clean"]).succeeds();
        let clean = portal.output();
        let differs = changed.iter().zip(&clean).find(|(one, other)| one != other);
        let name = differs.map(|((name, _), _)| name);
        assert!(changed == clean, "{file}: {english}: {name:?}");
    }
}

/// The keys of a file of strings.
fn keys(file: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project().join("themes/portal/strings").join(file));
    let text = text.expect("a file");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(": "))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

#[test]
fn the_theme_says_in_english_all_that_citizens_read() {
    let english = keys("en.yaml");
    let said = |key: &str| english.iter().any(|(known, _)| known == key);
    let of_report = |key: &str| {
        key.starts_with("report_") || key == "page_report" || key.starts_with("about_report")
    };
    // One list for both languages.
    let of_both = |key: &str| matches!(key, "search_passed_over" | "search_alike");
    for (key, _) in keys("bn.yaml") {
        assert!(
            of_report(&key) || of_both(&key) || said(&key),
            "en.yaml does not say `{key}`"
        );
    }
    // What the search understands is in both scripts in every language.
    let both = |key: &str| key.starts_with("find_") || key == "other_language";
    for (key, text) in &english {
        assert!(both(key) || !text.contains(is_bangla), "`{key}`: {text}");
    }
}

#[test]
fn all_services_of_the_department_have_an_english_name() {
    let outcome = Portal::real().build().succeeds();
    let page = outcome.page(&format!("{RUPGANJ}/en/services/index.html"));
    let list = page.split_once("<main").expect("a page").1;
    let list = list.split_once("</main>").expect("its end").0;
    assert!(list.matches("<li>").count() > 20);
    assert!(!text_of(list).contains(is_bangla), "{}", text_of(list));
}

#[test]
fn rules_about_the_words_of_officials_leave_translations_alone() {
    // An unreadable time and fee, and the Latin word for one that stands in Bangla: each would be a doubt in Bangla.
    let english = "      en:\n        name: ICT service\n        fee: As the policy says\n        time_limit: As soon as we can\n";
    let plain = mirrored().edit(CHARTER, "প্রথম নমুনা সেবা", "প্রথম আইসিটি সেবা");
    let before = plain.run(&["check", "--today", "2025-07-01"]).stdout;
    let portal = plain
        .edit(
            CHARTER,
            "      responsible: clerk\n    - id: second-service\n",
            &format!("      responsible: clerk\n{english}    - id: second-service\n"),
        )
        .with(
            "content/dept/pages/about.en.md",
            "---\ntitle: About ICT\n---\n\nআইসিটি is ICT.\n",
        );
    let after = portal.run(&["check", "--today", "2025-07-01"]).stdout;
    let codes = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("]: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(codes(&before), codes(&after));
    // What is wrong in any language is found in both.
    let portal = portal.edit(CHARTER, "ICT service", "ICT\u{200B} service");
    portal
        .check("invisible-sign")
        .finds(&[(&*format!("{CHARTER}:16:18"), "\u{200B}")]);
}

#[test]
fn the_english_directory_is_in_the_order_of_the_english_alphabet() {
    let outcome = Portal::real().build().succeeds();
    let page = outcome.page("en/index.html");
    let at = |name: &str| page.find(&format!(">{name}<")).expect(name);
    let names = [
        "Araihazar",
        "Bandar",
        "Narayanganj Sadar",
        "Rupganj",
        "Sonargaon",
    ];
    assert!(names.map(at).is_sorted(), "{page}");
}
