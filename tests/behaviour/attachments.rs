//! What an office offers for download: kinds of files that a browser shows as such or saves, under names that are the same
//! however they are typed; and corrections that leave names alone.

use crate::support::paths::{FIRST_FOLDER, NEW_NOTICE};
use crate::support::{Portal, files};

fn notice(front: &str, text: &str) -> String {
    format!("---\ntitle: ক\ndate: 2025-01-01\n{front}---\n{text}\n")
}

#[test]
fn what_a_browser_or_a_server_could_run_is_refused() {
    for name in [
        "a.shtml",
        "a.svgz",
        "a.xht",
        "a.html.fr",
        "a.html.br",
        "a.svg.br",
        "a.pdf.html",
        "a.html.pdf",
        "a.php",
        "a.phtml",
        "a.phar",
        "a.cgi",
        "a.asp",
        "a.jsp",
        "a.pl",
        "a.config",
        "a.html",
        "a.htm",
        "a.xhtml",
        "a.svg",
        "a.js",
        "a.mjs",
        "a.xml",
        "a.css",
        "a.wasm",
        "a.exe",
        "a.HTML",
        "a",
    ] {
        Portal::small()
            .with(&format!("{FIRST_FOLDER}/files/{name}"), "x")
            .build()
            .reports(&[(
                "bad-file-name",
                &format!("{FIRST_FOLDER}/files/{name}:1:1"),
                "",
            )]);
    }
    // Windows would make `a.pdf` of it.
    Portal::small()
        .with(&format!("{FIRST_FOLDER}/files/a.pdf."), "x")
        .build()
        .reports(&[(
            "reserved-name",
            &format!("{FIRST_FOLDER}/files/a.pdf.:1:1"),
            "",
        )]);
}

#[test]
fn papers_tables_pictures_and_sound_are_offered() {
    let endings = "pdf doc docx xls xlsx ppt pptx odt ods odp csv txt jpg jpeg png webp gif zip mp3 mp4 PDF Docx";
    let portal = endings
        .split(' ')
        .enumerate()
        .fold(Portal::small(), |portal, (at, ending)| {
            portal.with(&format!("{FIRST_FOLDER}/files/ফরম_{at}.{ending}"), "x")
        });
    portal.build().succeeds();
    let offered = files(&portal.path("public/dept.first.sample.gov.bd/files"));
    // One was there before.
    assert_eq!(offered.len(), endings.split(' ').count() + 1);
}

/// য় ড় ঢ় as most keyboards type them, in one sign, and as NFC has them.
const TYPED: [&str; 2] = [
    "ন\u{9DF}-গা\u{9DC}ি-আষা\u{9DD}",
    "ন\u{9AF}\u{9BC}-গা\u{9A1}\u{9BC}ি-আষা\u{9A2}\u{9BC}",
];

#[test]
fn a_file_is_found_under_its_name_however_the_two_are_typed() {
    for on_disk in TYPED {
        for in_text in TYPED {
            let picture = crate::support::drawing::photograph(600, 400, 1, "");
            let portal = Portal::small()
                .with(&format!("{FIRST_FOLDER}/files/{on_disk}.pdf"), "x")
                .with(&format!("{FIRST_FOLDER}/files/ছবি-{on_disk}.jpg"), picture)
                .with(&format!("{FIRST_FOLDER}/pages/{on_disk}.md"), "---\ntitle: খ\n---\nখ\n")
                .with(
                    NEW_NOTICE,
                    notice(
                        &format!("attachments: [\"{in_text}.pdf\"]\n"),
                        &format!("[ক](/files/{in_text}.pdf) [খ](/{in_text})\n\n![গ](/files/ছবি-{in_text}.jpg)"),
                    ),
                );
            portal.build().succeeds();
            // Published in one form, so that what a page says is what a server has.
            let file = format!("public/dept.first.sample.gov.bd/files/{}.pdf", TYPED[1]);
            assert!(portal.path(&file).is_file());
            assert!(
                portal
                    .path(&format!(
                        "public/dept.first.sample.gov.bd/{}/index.html",
                        TYPED[1]
                    ))
                    .is_file()
            );
        }
    }
}

#[test]
fn a_form_is_found_under_its_name_however_the_two_are_typed() {
    let [one, other] = TYPED;
    let portal = Portal::small()
        .with(&format!("content/dept/files/{one}.pdf"), "x")
        .edit(
            "content/dept/charter.yaml",
            "fee: ",
            &format!("forms:\n        - file: {other}.pdf\n          name: ফরম\n      fee: "),
        );
    portal.build().succeeds();
}

#[test]
fn two_files_whose_names_differ_on_the_disk_only_are_told_apart_from_neither() {
    let [one, other] = TYPED;
    for (folder, ending, text) in [
        ("files", "pdf", "x".to_owned()),
        ("pages", "md", "---\ntitle: ক\n---\nক\n".to_owned()),
        ("notices", "md", notice("", "ক")),
    ] {
        let outcome = Portal::small()
            .with(&format!("{FIRST_FOLDER}/{folder}/{one}.{ending}"), &text)
            .with(&format!("{FIRST_FOLDER}/{folder}/{other}.{ending}"), &text)
            .build();
        let codes: Vec<String> = outcome
            .findings()
            .into_iter()
            .map(|finding| finding.code)
            .collect();
        assert_eq!(codes, ["doubled-file"], "{folder}: {}", outcome.stderr);
    }
}

#[test]
fn no_correction_changes_what_something_is_called_or_where_a_link_leads() {
    // A misspelling, invisible and doubled signs, a letter in the encoding that NFC does not keep.
    for word in ["উর্ধ্বতন", "সম\u{9DF}", "ছবি\u{200B}টি", "চিঠিি", "ৰহমান"]
    {
        let text = format!(
            "[ক](/files/{word}.pdf) [খ](/notices/{word}) <https://a.example/{word}> `{word}` https://b.example/{word}/x\n\n\
             ```{word}\n{word}\n```\n\n[গ][ঘ]\n\n[ঘ]: https://c.example/{word} \"{word}\"\n"
        );
        let front = format!("attachments: [\"{word}.pdf\"]\n");
        let before = notice(&front, &text);
        let portal = Portal::small().with(NEW_NOTICE, &before).edit(
            "content/dept/charter.yaml",
            "fee: ",
            &format!("forms:\n        - file: {word}.pdf\n          name: ফরম\n      fee: "),
        );
        let charter = portal.text("content/dept/charter.yaml");
        assert_eq!(portal.mended(NEW_NOTICE), before, "{word}");
        assert_eq!(
            portal.mended("content/dept/charter.yaml"),
            charter,
            "{word}"
        );
    }
}

#[test]
fn words_beside_names_and_addresses_are_mended_all_the_same() {
    let portal = Portal::small().with(
        NEW_NOTICE,
        notice(
            "",
            "উর্ধ্বতন [উর্ধ্বতন](/files/উর্ধ্বতন.pdf) সম\u{9DF} https://b.example/উর্ধ্বতন উর্ধ্বতন",
        ),
    );
    let mended =
        "ঊর্ধ্বতন [ঊর্ধ্বতন](/files/উর্ধ্বতন.pdf) সম\u{9AF}\u{9BC} https://b.example/উর্ধ্বতন ঊর্ধ্বতন";
    assert_eq!(portal.mended(NEW_NOTICE), notice("", mended));
}

#[test]
fn an_office_that_could_be_built_can_still_be_built_after_corrections() {
    let portal = Portal::small()
        .with(&format!("{FIRST_FOLDER}/files/উর্ধ্বতন.pdf"), "x")
        .with(
            NEW_NOTICE,
            notice(
                "attachments: [\"উর্ধ্বতন.pdf\"]\n",
                "[উর্ধ্বতন](/files/উর্ধ্বতন.pdf)",
            ),
        );
    portal.build().succeeds();
    portal.run(&["check", "--fix"]);
    portal.build().succeeds();
    // A cell of nothing but invisible signs is not emptied: then no office of the district could be built.
    let portal = Portal::small().edit("content/dept/districts.csv", "নমুনা বিভাগ", "\u{200B}\u{200B}");
    let table = portal.text("content/dept/districts.csv");
    assert_eq!(portal.mended("content/dept/districts.csv"), table);
}

#[test]
fn a_name_that_is_refused_is_told_what_is_wrong_with_it() {
    for (name, reason) in [
        (&*format!("{}.pdf", "ক".repeat(78)), "নামটি বেশি লম্বা"),
        ("ছুটির আদেশ (১).pdf", "অক্ষর, অঙ্ক ও মাঝে একক হাইফেন"),
        ("ফরম.পিডিএফ", "ডটের পরে এই শেষাংশগুলোর একটি"),
        ("ফরম.final.pdf", "একটিই ডট"),
        ("ফরম", "একটিই ডট"),
        ("পুরোনো/ফরম.pdf", "সরাসরি files/ ফোল্ডারে"),
    ] {
        Portal::small()
            .with(&format!("{FIRST_FOLDER}/files/{name}"), "x")
            .run(&["build", "--lang", "bn"])
            .says(reason);
    }
    Portal::small()
        .with(
            &format!("{FIRST_FOLDER}/notices/{}.md", "ক".repeat(78)),
            notice("", "ক"),
        )
        .run(&["build", "--lang", "bn"])
        .says("নামটি বেশি লম্বা");
}

#[test]
fn downloads_stand_in_the_order_of_people_and_attachments_as_they_were_written() {
    let names = ["budget-2.pdf", "budget-10.pdf", "বাজেট-২.pdf", "বাজেট-১০.pdf"];
    let portal = names.iter().fold(Portal::small(), |portal, name| {
        portal.with(&format!("{FIRST_FOLDER}/files/{name}"), "x")
    });
    let front = "attachments: [বাজেট-১০.pdf, budget-10.pdf, budget-2.pdf]\n";
    let outcome = portal
        .with(NEW_NOTICE, notice(front, "ক"))
        .build()
        .succeeds();
    let order = |page: &str, names: &[&str]| {
        let html = outcome.page(&format!("dept.first.sample.gov.bd/{page}"));
        let (_, main) = html.split_once("<main").expect("the page's own part");
        let places: Vec<_> = names.iter().map(|name| main.find(name)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{page}: {main}"
        );
    };
    order("downloads/index.html", &names);
    order("site-map/index.html", &names);
    order(
        "notices/n/index.html",
        &["বাজেট-১০.pdf", "budget-10.pdf", "budget-2.pdf"],
    );
}
