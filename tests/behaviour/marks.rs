//! What content says is text, and can never be taken for a part of the theme, a field of a page or a placeholder, whatever
//! encoding it comes in.

use crate::support::hosts::FIRST;
use crate::support::paths::{FIRST_YAML, NEW_NOTICE};
use crate::support::{Portal, files, notice, text_of};

/// A call of a part, with an argument in hexadecimal digits, as pages in the making hold it.
fn call(open: &str, between: &str) -> String {
    // `javascript:alert(1)//`
    let address = "6a6176617363726970743a616c6572742831292f2f";
    format!("{open}parts/footer-links.html{between}root{between}{address}{open}")
}

#[test]
fn a_sign_that_marks_places_is_refused_wherever_markdown_reads_it() {
    for sign in [
        "&#xE000;",
        "&#xe000;",
        "&#57344;",
        "&#x0E000;",
        "&#xE001;",
        "&#xE00F;",
    ] {
        for text in [
            format!("```{sign}\nx\n```"),
            format!("~~~ a {sign}\nx\n~~~"),
            format!("কথা {sign} কথা"),
            format!("[ক](/charter \"{sign}\")"),
            format!("[ক](https://a.example/{sign})"),
            format!("[ক][খ]\n\n[খ]: /charter \"{sign}\""),
            format!("# {sign} upazila {sign}"),
            format!("| ক |\n|---|\n| {sign} |"),
        ] {
            let portal = Portal::small().with(NEW_NOTICE, notice(&text));
            let outcome = portal.build();
            let codes = outcome.findings().into_iter().map(|finding| finding.code);
            let codes: std::collections::BTreeSet<String> = codes.collect();
            assert_eq!(
                (outcome.code, codes),
                (1, ["unprintable-sign".to_owned()].into()),
                "{text}: {}",
                outcome.stderr
            );
            // The others are built, and so is the list of all.
            assert!(
                portal
                    .path("public/dept.second.sample.gov.bd/index.html")
                    .is_file()
            );
            assert!(portal.path("public/index.html").is_file());
        }
    }
}

#[test]
fn the_theme_s_own_parts_cannot_be_called_from_a_text() {
    for text in [
        call("&#xE000;", "&#xE001;"),
        call("\u{E000}", "\u{E001}"),
        call("&#57344;", "&#57345;"),
    ] {
        for text in [
            format!("```{text}\nx\n```"),
            text.clone(),
            format!("[ক](/charter \"{text}\")"),
        ] {
            let outcome = Portal::small().with(NEW_NOTICE, notice(&text)).build();
            assert_eq!(outcome.code, 1, "{text}");
            assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
        }
    }
}

#[test]
fn a_number_for_a_sign_in_a_block_of_code_is_what_it_says() {
    let portal = Portal::small().with(
        NEW_NOTICE,
        notice("`&#xE000;` এবং\n\n```\n&#xE000;\n```\n\n~~~\n&#xE000;\n~~~"),
    );
    let page = portal
        .build()
        .succeeds()
        .page(&format!("{FIRST}/notices/n/index.html"));
    assert_eq!(text_of(&page).matches("&#xE000;").count(), 3);
    assert!(!page.contains('\u{E000}'));
}

#[test]
fn a_sign_that_cannot_be_printed_is_refused_in_every_kind_of_file() {
    for sign in [
        "\u{E000}",
        "\u{E00F}",
        "\u{1B}",
        "\u{7F}",
        "\u{85}",
        "\u{FFFE}",
        "\u{FDD0}",
        "\u{1FFFF}",
    ] {
        Portal::small()
            .with(NEW_NOTICE, notice(&format!("কথা{sign} কথা")))
            .build()
            .reports(&[(
                "unprintable-sign",
                &format!("{NEW_NOTICE}:5:4"),
                if sign.contains(char::is_control) {
                    ""
                } else {
                    sign
                },
            )]);
        let outcome = Portal::small()
            .with(
                NEW_NOTICE,
                notice("ক").replace("title: ক", &format!("title: ক{sign}খ")),
            )
            .build();
        assert_eq!(outcome.code, 1, "{sign:?}: {}", outcome.stderr);
        let outcome = Portal::small()
            .edit(
                "content/dept/offices.csv",
                "নমুনা কর্মকর্তা",
                &format!("নমুনা{sign} কর্মকর্তা"),
            )
            .build();
        assert_eq!(outcome.code, 1, "{sign:?}: {}", outcome.stderr);
    }
}

#[test]
fn an_escape_in_yaml_that_stands_for_such_a_sign_is_refused_at_its_key() {
    for escape in [
        "\\0",
        "\\e",
        "\\a",
        "\\x7F",
        "\\uE000",
        "\\uFFFE",
        "\\U0001FFFF",
    ] {
        let outcome = Portal::small()
            .with(FIRST_YAML, format!("room: \"২০{escape}৩\"\n"))
            .build();
        let found: Vec<(String, String)> = outcome
            .findings()
            .into_iter()
            .map(|finding| (finding.code, finding.place))
            .collect();
        assert_eq!(
            found,
            [("unprintable-sign".to_owned(), format!("{FIRST_YAML}:1:7"))],
            "{escape}: {}",
            outcome.stderr
        );
    }
    // What is meant as a line break or a tab is none of them.
    Portal::small()
        .with(FIRST_YAML, "address: \"ক\\tখ\\nগ\"\n")
        .build()
        .succeeds();
}

#[test]
fn such_signs_are_taken_out_where_that_is_asked_for() {
    let portal = Portal::small().with(NEW_NOTICE, notice("ক\u{E000}খ\u{B}গ\u{1B}[31mঘ"));
    assert_eq!(portal.mended(NEW_NOTICE), notice("কখ গ[31mঘ"));
    portal.build().succeeds();
}

#[test]
fn what_is_checked_is_what_is_printed() {
    // Letters that NFC changes into signs of Markdown, or joins with them.
    for (text, code) in [
        ("[r]<\u{E000}>(/nothing-here)", "unprintable-sign"),
        ("\u{1FEF}[ক](javascript:alert(1))\u{1FEF}", ""),
        ("[ক](/nothing-here)\u{338}", "missing-page"),
        ("<\u{338}https://a.example>", ""),
    ] {
        let outcome = Portal::small().with(NEW_NOTICE, notice(text)).build();
        let codes: Vec<String> = outcome
            .findings()
            .into_iter()
            .map(|finding| finding.code)
            .collect();
        let expected: Vec<String> = Some(code.to_owned())
            .filter(|code| !code.is_empty())
            .into_iter()
            .collect();
        assert_eq!(codes, expected, "{text}: {}", outcome.stderr);
    }
    let deep = ">\u{E000}".repeat(300);
    assert_eq!(
        Portal::small()
            .with(NEW_NOTICE, notice(&format!("{deep} ক")))
            .build()
            .code,
        1
    );
}

#[test]
fn a_finding_has_its_place_in_the_file_as_it_was_written() {
    // `য়` in one sign before it, which NFC makes two of.
    Portal::small()
        .with(
            NEW_NOTICE,
            notice("সম\u{9DF} সম\u{9DF} [ক](/nothing-here) খ"),
        )
        .build()
        .reports(&[(
            "missing-page",
            &format!("{NEW_NOTICE}:5:13"),
            "/nothing-here",
        )]);
}

#[test]
fn a_name_in_a_text_is_never_taken_for_markdown() {
    let portal = Portal::small()
        .edit("content/dept/offices.csv", "নমুনাপুর", "ন*মুনা*পুর")
        .with(
            "content/dept/pages/about.md",
            "---\ntitle: ক\n---\n**{upazila}**র কথা, `{upazila}`, [{upazila}](https://{host}/ \"{upazila}\")\n\n```{district}\n{upazila}\n```\n",
        );
    let page = portal
        .build()
        .succeeds()
        .page(&format!("{FIRST}/about/index.html"));
    assert!(page.contains("<strong>ন*মুনা*পুর</strong>র কথা"), "{page}");
    assert!(
        page.contains(&format!(
            "<a href=\"https://{FIRST}/\" title=\"ন*মুনা*পুর\">ন*মুনা*পুর</a>"
        )),
        "{page}"
    );
    assert!(page.contains("<code>ন*মুনা*পুর</code>"), "{page}");
    assert!(!page.contains("<em>"), "{page}");
}

#[test]
fn no_page_holds_a_mark() {
    let portal = Portal::small();
    portal.build().succeeds();
    for (name, bytes) in files(&portal.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains(|sign| ('\u{E000}'..='\u{E00F}').contains(&sign)),
            "{name}"
        );
    }
}
