//! Nothing that an office writes becomes HTML. Tera 2 still moves, so what we rely on is held here.

use crate::support::Portal;

const EVIL: &str = r#"<b>"x" & 'y' {{ s }} {% if %}</b>"#;
/// What the portal itself writes; no browser runs it.
const DATA_BLOCK: &str = "<script type=application/ld+json>";
/// The only picture of a portal of its own: the code on the printed charter.
const PICTURE: &str = "<img src=../qr.svg alt=\"\" loading=lazy>";
const EVIL_HTML: &str = "&lt;b";

#[test]
fn text_of_the_charter_is_shown_as_written_and_never_obeyed() {
    let yaml = format!("name: '{}'", EVIL.replace('\'', "''"));
    let outcome = Portal::small()
        .edit("content/dept/charter.yaml", "name: প্রথম নমুনা সেবা", &yaml)
        .build()
        .succeeds();
    for page in [
        "index.html",
        "charter/index.html",
        "services/index.html",
        "services/first-service/index.html",
        "site-map/index.html",
    ] {
        let html = outcome.page(&format!("dept.first.sample.gov.bd/{page}"));
        assert!(
            !html.contains("<b>\"") && html.contains(EVIL_HTML),
            "{page}"
        );
        assert!(
            crate::support::text_of(&html).contains(EVIL),
            "{page} shows the text letter for letter"
        );
    }
    let json: serde_json::Value =
        serde_json::from_str(&outcome.page("dept.first.sample.gov.bd/charter/charter.json"))
            .expect("JSON");
    assert_eq!(json["services"][0]["name"], EVIL);
}

#[test]
fn quotes_in_a_title_do_not_end_an_attribute() {
    let notice = "content/dept/offices/first.sample/notices/winter.md";
    let text = format!(
        "---\ntitle: '{0}'\nsummary: '{0}'\ndate: 2025-01-15\n---\n",
        r#""><script>alert(1)</script>"#
    );
    let outcome = Portal::small().with(notice, text).build().succeeds();
    for page in [
        "notices/winter/index.html",
        "notices/index.html",
        "index.html",
        "notices/feed.xml",
    ] {
        // The search has the one script.
        let text = outcome.page(&format!("dept.first.sample.gov.bd/{page}"));
        let text = text.replace(DATA_BLOCK, "");
        let text = text.replacen("<script defer src=", "", 1);
        assert!(!text.contains("<script"), "{page}");
    }
}

#[test]
fn what_a_table_of_offices_holds_is_escaped_too() {
    let outcome = Portal::small()
        .edit(
            "content/dept/offices.csv",
            "নমুনাপুর,নমুনা কর্মকর্তা",
            "</title><script>x,<img src=x onerror=y>",
        )
        .build()
        .succeeds();
    for page in [
        "dept.first.sample.gov.bd/index.html",
        "dept.first.sample.gov.bd/charter/index.html",
        "index.html",
    ] {
        let html = outcome.page(page);
        // A title holds text only; what matters is that its end is its own.
        assert_eq!(html.matches("</title>").count(), 1, "{page}");
        let (_, html) = html.split_once("</title>").expect("a title");
        let html = html.replace(DATA_BLOCK, "").replace(PICTURE, "");
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{page}"
        );
    }
}

#[test]
fn text_may_not_take_the_place_of_a_pages_part() {
    // The shell has slots marked with signs of the private use area; content that holds them is refused, and can be mended.
    let charter = "content/dept/charter.yaml";
    let portal = Portal::small().edit(
        charter,
        "name: প্রথম নমুনা সেবা",
        "name: \u{E000}main\u{E000} ক",
    );
    portal
        .build()
        .reports(&[("unprintable-sign", &format!("{charter}:7:13"), "\u{E000}")]);
    portal.run(&["check", "--fix"]);
    let outcome = portal.build().succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/services/first-service/index.html");
    assert_eq!(html.matches("<main").count(), 1);
    assert_eq!(html.matches("<footer").count(), 1);
}

#[test]
fn signs_written_as_entities_may_not_take_the_place_of_a_pages_part_either() {
    let notice = "content/dept/offices/first.sample/notices/forged.md";
    let text = "---\ntitle: ক\ndate: 2025-01-01\n---\n&#xE000; main &#xE000; &#57344;person&#57344; [ক](/contact \"&#xE000; host &#xE000;\")\n\n    &#xE000; main &#xE000;\n";
    let outcome = Portal::small().with(notice, text).build();
    let marked: Vec<String> = outcome
        .findings()
        .into_iter()
        .map(|finding| finding.marked)
        .collect();
    assert_eq!(
        marked,
        [
            "&#xE000;", "&#xE000;", "&#57344;", "&#57344;", "&#xE000;", "&#xE000;", "&#xE000;"
        ]
    );
    // In a block of code a number is what it says.
    let code = "---\ntitle: ক\ndate: 2025-01-01\n---\n```\n&#xE000; main &#xE000;\n```\n";
    let outcome = Portal::small().with(notice, code).build().succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/notices/forged/index.html");
    assert_eq!(html.matches("<main").count(), 1);
    assert!(html.contains("&amp;#xE000; main &amp;#xE000;"), "{html}");
}

#[test]
fn the_words_of_an_office_are_never_taken_for_markdown() {
    let outcome = Portal::small()
        .edit("content/dept/offices.csv", "নমুনাপুর,", "**নমুনা** <b>পুর,")
        .edit("content/dept/pages/about.md", "দেখুন", "{upazila} দেখুন")
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/about/index.html");
    assert!(html.contains("**নমুনা** &lt;b&gt;পুর দেখুন"), "{html}");
}

#[test]
fn a_page_says_and_links_the_same_with_and_without_the_minifier() {
    use crate::support::text_of;
    let small = Portal::small();
    small.build().succeeds();
    let large = Portal::small();
    large.run(&["build", "--no-minify"]).succeeds();
    let links = |html: &str| -> Vec<String> {
        let after = html.split("href=").skip(1);
        after
            .map(|rest| {
                let quoted = rest
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next());
                let bare = rest.split([' ', '>']).next();
                quoted.or(bare).unwrap_or_default().to_owned()
            })
            .collect()
    };
    let mut saved = 0;
    for ((name, one), (other_name, other)) in small.output().into_iter().zip(large.output()) {
        assert_eq!(name, other_name);
        if name.ends_with(".html") {
            let (one, other) = (
                String::from_utf8_lossy(&one),
                String::from_utf8_lossy(&other),
            );
            assert_eq!(text_of(&one), text_of(&other), "{name}");
            let (mut one_links, mut other_links) = (links(&one), links(&other));
            one_links.sort();
            other_links.sort();
            assert_eq!(one_links, other_links, "{name}");
            saved += other.len() - one.len();
        }
    }
    assert!(
        saved > 10_000,
        "the minifier takes something out: {saved} bytes"
    );
}
