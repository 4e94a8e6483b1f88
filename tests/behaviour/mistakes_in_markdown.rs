//! Pages and notices: front matter, links, and what Markdown may not do.

use crate::support::paths::WINTER;
use crate::support::{Outcome, Portal};

const PAGE: &str = "content/dept/pages/about.md";

fn notice(text: &str) -> Outcome {
    let front = "---\ntitle: ক\ndate: 2025-01-15\n---\n";
    Portal::small()
        .with(WINTER, format!("{front}{text}"))
        .build()
}

/// The finding in a text that begins on line 5.
fn finds(text: &str, code: &str, place: &str, marked: &str) {
    notice(text).reports(&[(code, &format!("{WINTER}:{place}"), marked)]);
}

#[test]
fn a_link_to_a_page_that_does_not_exist_is_reported_at_its_target() {
    finds(
        "দেখুন [এখানে](/services/none)।",
        "missing-page",
        "5:15",
        "/services/none",
    );
    finds(
        "[ক](/files/none.pdf)",
        "missing-page",
        "5:5",
        "/files/none.pdf",
    );
    finds("[ক](/../../secret)", "missing-page", "5:5", "/../../secret");
    finds("[ক][x]\n\n[x]: /none", "missing-page", "5:1", "[ক][x]");
}

#[test]
fn a_link_to_a_heading_that_does_not_exist_is_reported() {
    finds(
        "## শিরোনাম এক\n\n[ক](#শিরোনাম)",
        "missing-fragment",
        "7:5",
        "#শিরোনাম",
    );
    notice("## শিরোনাম এক\n\n[ক](#শিরোনাম-এক)").succeeds();
}

#[test]
fn a_link_may_not_begin_with_a_dangerous_scheme() {
    for target in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "JAVASCRIPT:x",
        "vbscript:x",
    ] {
        finds(&format!("[ক]({target})"), "link-scheme", "5:5", target);
    }
}

#[test]
fn a_link_must_say_where_it_begins() {
    finds("[ক](charter)", "relative-link", "5:5", "charter");
    finds(
        "[ক](//other.example/x)",
        "relative-link",
        "5:5",
        "//other.example/x",
    );
    finds("[ক](https://a_b)", "bad-link", "5:5", "https://a_b");
    finds("[ক](tel:12)", "bad-link", "5:5", "tel:12");
}

#[test]
fn a_picture_of_another_host_is_refused() {
    finds(
        "![ক](https://other.example/x.png)",
        "foreign-picture",
        "5:6",
        "https://other.example/x.png",
    );
}

#[test]
fn raw_html_is_refused() {
    finds("লেখা <script>alert(1)", "raw-html", "5:6", "<script>");
    finds(
        "<div onclick=x>ক</div>",
        "raw-html",
        "5:1",
        "<div onclick=x>ক</div>",
    );
}

#[test]
fn nesting_without_end_is_refused() {
    let outcome = notice(&"> ".repeat(3000));
    assert_eq!(outcome.findings()[0].code, "too-deep", "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("panicked"));
}

#[test]
fn an_unknown_placeholder_in_text_is_reported_at_its_braces() {
    finds(
        "এই {upzila} উপজেলা",
        "unknown-placeholder",
        "5:4",
        "{upzila}",
    );
}

#[test]
fn front_matter_must_be_there_and_end() {
    Portal::small().with(PAGE, "লেখা\n").build().reports(&[(
        "missing-front-matter",
        "content/dept/pages/about.md:1:1",
        "লেখা",
    )]);
    Portal::small()
        .with(PAGE, "---\ntitle: ক\n")
        .build()
        .reports(&[(
            "open-front-matter",
            "content/dept/pages/about.md:1:1",
            "---",
        )]);
}

#[test]
fn mistakes_in_front_matter_are_reported_at_their_lines() {
    Portal::small()
        .with(WINTER, "---\ntitl: ক\ndate: গতকাল\npinned: maybe\n---\n")
        .build()
        .reports(&[
            ("unknown-key", &format!("{WINTER}:2:1"), "titl"),
            ("bad-date", &format!("{WINTER}:3:7"), "গতকাল"),
            ("wrong-kind", &format!("{WINTER}:4:9"), "maybe"),
        ]);
    Portal::small()
        .with(WINTER, "---\ndate: 2025-01-01\n---\n")
        .build()
        .reports(&[("missing-key", &format!("{WINTER}:1:1"), "")]);
    Portal::small()
        .with(WINTER, "---\ntitle: \"{upzila}\"\ndate: 2025-01-01\n---\n")
        .build()
        .reports(&[(
            "unknown-placeholder",
            &format!("{WINTER}:2:8"),
            "\"{upzila}\"",
        )]);
}

#[test]
fn a_key_with_two_letters_swapped_is_one_mistake_that_names_the_key() {
    Portal::small()
        .with(WINTER, "---\ntitel: ক\ndate: 2025-01-15\n---\n")
        .build()
        .reports(&[("unknown-key", &format!("{WINTER}:2:1"), "titel")])
        .says("did you mean `title`?");
}

#[test]
fn an_attachment_that_does_not_exist_is_reported() {
    Portal::small()
        .edit(WINTER, "[form.pdf]", "[from.pdf]")
        .build()
        .reports(&[("missing-attachment", &format!("{WINTER}:5:15"), "from.pdf")]);
}

#[test]
fn a_file_name_that_cannot_be_an_address_is_reported() {
    let folder = "content/dept/offices/first.sample";
    let findings = Portal::small()
        .with(
            &format!("{folder}/notices/Winter Notice.md"),
            "---\ntitle: ক\ndate: 2025-01-01\n---\n",
        )
        .with(
            &format!("{folder}/pages/charter.md"),
            "---\ntitle: ক\n---\n",
        )
        .with(&format!("{folder}/files/page.html"), "<script>")
        .with(&format!("{folder}/offce.yaml"), "a: b")
        .build()
        .findings();
    let codes: Vec<&str> = findings
        .iter()
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!(
        codes,
        [
            "bad-file-name",
            "bad-id",
            "unexpected-file",
            "reserved-name"
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_content_is_not_followed() {
    let portal = Portal::small();
    std::os::unix::fs::symlink(
        "/etc/hostname",
        portal.path("content/dept/offices/first.sample/files/secret.txt"),
    )
    .expect("a link");
    std::os::unix::fs::symlink("/etc/hostname", portal.path("content/dept/pages/secret.md"))
        .expect("a link");
    let codes: Vec<String> = portal
        .build()
        .findings()
        .into_iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, ["symbolic-link", "symbolic-link"]);
}

#[test]
fn a_draft_is_not_published() {
    let portal = Portal::small().edit(WINTER, "date:", "draft: true\ndate:");
    portal.build().succeeds();
    assert!(
        !portal
            .path("public/dept.first.sample.gov.bd/notices/winter")
            .exists()
    );
}

#[test]
fn an_office_page_stands_for_the_shared_one_of_the_same_name() {
    let own = "content/dept/offices/first.sample/pages/about.md";
    let outcome = Portal::small()
        .with(own, "---\ntitle: নিজের পাতা\n---\nনিজের লেখা\n")
        .build()
        .succeeds();
    assert!(
        outcome
            .page("dept.first.sample.gov.bd/about/index.html")
            .contains("নিজের লেখা")
    );
    assert!(
        !outcome
            .page("dept.second.sample.gov.bd/about/index.html")
            .contains("নিজের লেখা")
    );
}
