//! The judge of what is published finds what it is for, and nothing where nothing is.

use std::collections::BTreeMap;

use crate::published::{file, judged, strangers};
use crate::support::Portal;

const HOST: &str = "dept.a.gov.bd";

/// What the judge says of a file, all in one text.
fn said(path: &str, text: &str) -> String {
    let exists = |path: &str| path.ends_with("/index.html") || path.ends_with("/assets/page.js");
    let found = file(&format!("{HOST}/{path}"), text.as_bytes(), exists);
    let lines: Vec<String> = found
        .iter()
        .map(|violation| violation.what.clone())
        .collect();
    lines.join("\n")
}

/// A page of the theme around what an office wrote.
fn page(head: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=bn><head><meta charset=utf-8>{head}<title>ক</title></head><body><main><h1>ক</h1>\
         <div class=prose>{text}</div></main></body></html>"
    )
}

#[track_caller]
fn finds(path: &str, text: &str, what: &str) {
    let said = said(path, text);
    assert!(said.contains(what), "{what:?} is not in {said:?}\n{text}");
}

#[test]
fn a_page_without_faults_has_none() {
    let text = "<h2 id=ক>ক</h2><p>ক <a href=../charter/index.html>খ</a> <a href=https://a.example/>গ</a> \
                <a href=mailto:a@dept.example>ঘ</a> <a href=tel:+8801700000000>ঙ</a></p>\
                <table><tr><th class=left>চ</table><pre><code class=language-x>ছ</code></pre>";
    assert_eq!(said("about/index.html", &page("", text)), "");
}

#[test]
fn what_an_office_must_not_bring_into_a_page_is_found() {
    for (text, what) in [
        ("\u{E000} main \u{E000}", "U+E000 in its text"),
        ("&#xE001;", "U+E001 in its text"),
        (
            "<a href=../charter/index.html title=\"&#xE003;\">ক</a>",
            "U+E003 in its attribute",
        ),
        ("\u{1b}[2J", "U+001B"),
        ("\u{FFFE}", "U+FFFE"),
        ("\u{FDD0}", "U+FDD0"),
        ("&#x1FFFF;", "U+1FFFF"),
        ("<p onclick=alert(1)>", "the attribute onclick"),
        ("<p style=color:red>", "a style"),
        (
            "<table><tr><th style=\"text-align: left; position: fixed\">",
            "a style",
        ),
        ("<code class=\"language-x masthead\">", "the class"),
        ("<p class=masthead>", "the class"),
        ("<script>alert(1)</script>", "a script in the page"),
        (
            "<script src=../assets/page.js>alert(1)</script>",
            "not the theme's",
        ),
        (
            "<script src=../assets/page.js type=module></script>",
            "a script in the page",
        ),
        (
            "<script src=https://evil.example/assets/x.js></script>",
            "loaded from elsewhere",
        ),
        ("<script type=application/ld+json>{</script>", "not JSON"),
        (
            "<script type=application/ld+json>{\"url\":\"javascript:x\"}</script>",
            "a scheme",
        ),
        ("<iframe src=../charter/index.html></iframe>", "<iframe>"),
        ("<object data=x></object><embed src=x>", "<object>"),
        ("<base href=x>", "<base>"),
        (
            "<meta http-equiv=refresh content=0>",
            "the attribute http-equiv",
        ),
        (
            "<form action=https://evil.example/></form>",
            "loaded from elsewhere",
        ),
        (
            "<form><button formaction=https://evil.example/></button></form>",
            "loaded from elsewhere",
        ),
        ("<nav>ক</nav>", "<nav> in the text of an office"),
        ("<main>ক</main>", "2 elements <main>"),
        ("<svg><use href=#x /></svg>", "<use>"),
        ("<!-- ক -->", "a comment"),
        ("<p id=x><p id=x>", "two ids x"),
        ("<p title=1 title=2>", "not as HTML is written"),
        (
            "<p class=\"language-<nav aria-label=\"x\">",
            "not as HTML is written",
        ),
        ("<blockquote cite=javascript:x>", "a scheme"),
        ("<img src=//evil.example/x.png>", "a foreign host"),
        (
            "<img src=https://evil.example/x.png>",
            "loaded from elsewhere",
        ),
        ("<img src=../x.png>", "leads to nothing"),
        (
            "<img srcset=\"../index.html 1x, https://evil.example/x 2x\">",
            "loaded from elsewhere",
        ),
        ("<p fancy=1>", "the attribute fancy"),
    ] {
        finds("about/index.html", &page("", text), what);
    }
}

#[test]
fn addresses_in_all_disguises_are_found() {
    for (address, what) in [
        ("javascript:alert(1)", "a scheme"),
        ("JaVaScRiPt:alert(1)", "a scheme"),
        (" &#1;javascript:alert(1)", "a scheme"),
        ("java&#9;script:alert(1)", "a scheme"),
        ("java&#10;script&colon;alert(1)", "a scheme"),
        ("data:text/html,x", "a scheme"),
        ("vbscript:x", "a scheme"),
        ("ftp://a.example/", "a scheme"),
        ("//evil.example", "a foreign host"),
        ("/\\evil.example", "a foreign host"),
        ("\\\\evil.example", "a foreign host"),
        ("/&#9;/evil.example", "a foreign host"),
        ("https://user:pass@evil.example/", "before the host"),
        ("https:evil.example", "no host"),
        ("https:///evil.example", "no host"),
        ("tel:*21*999#", "no telephone number"),
        ("mailto:x", "no mail address"),
        ("../../other.gov.bd/index.html", "out of the portal"),
        ("../%2e%2E/other/index.html", "out of the portal"),
        ("../nothing.html", "leads to nothing"),
    ] {
        let link = format!("<a href=\"{address}\">ক</a>");
        finds("about/index.html", &page("", &link), what);
    }
}

#[test]
fn a_pages_head_loads_and_names_nothing_foreign() {
    for (head, what) in [
        (
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "loaded from elsewhere",
        ),
        (
            "<link rel=preload href=//evil.example/x.css>",
            "a foreign host",
        ),
        ("<link rel=canonical href=javascript:x>", "a scheme"),
        ("<meta property=og:url content=data:x>", "a scheme"),
        ("<title>ক</title>", "2 elements <title>"),
    ] {
        finds("about/index.html", &page(head, ""), what);
    }
    assert!(!file("dept.a.gov.bd/index.html", b"\xff", |_| true).is_empty());
}

#[test]
fn what_machines_read_is_judged_too() {
    let feed = |text: &str| format!("<feed xmlns=\"http://www.w3.org/2005/Atom\">{text}</feed>");
    let card = |line: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{line}\r\nEND:VCARD\r\n");
    let found = |value: &str| format!("sanad.index={{\"entries\":[\n{value}\n]}}\n");
    for (path, text, what) in [
        ("notices/feed.xml", feed("<title>a & b</title>"), "not XML"),
        (
            "notices/feed.xml",
            feed("<title>\u{FFFE}</title>"),
            "U+FFFE",
        ),
        ("notices/feed.xml", feed("<script/>"), "<script> in data"),
        (
            "notices/feed.xml",
            feed("<link href=\"javascript:x\"/>"),
            "href=javascript:x",
        ),
        (
            "notices/feed.xml",
            feed("<link href=\"https://dept.b.gov.bd/\"/>"),
            "href=",
        ),
        (
            "sitemap.xml",
            feed("<loc>https://dept.b.gov.bd/</loc>"),
            "of another portal",
        ),
        ("qr.svg", "<svg onload=\"x\"/>".to_owned(), "onload"),
        ("charter/charter.json", "{\"a\":}".to_owned(), "not JSON"),
        (
            "charter/charter.json",
            "{\"a\":\"\\u001b\"}".to_owned(),
            "U+001B in its value",
        ),
        ("contact/office.vcf", card("NOTE:x"), "the field NOTE"),
        ("contact/office.vcf", card("FN:x\nTEL:1"), "does not end"),
        ("contact/office.vcf", card("FN:x\r\nFN:y"), "two fields FN"),
        (
            "robots.txt",
            "User-agent: *\nDisallow: /\n".to_owned(),
            "a line of robots.txt",
        ),
        (
            "site-map/entries.js",
            found("[3,\"</script>\",\"x/\"],"),
            "may end a script",
        ),
        (
            "site-map/entries.js",
            found("[3,\"\u{2028}\",\"x/\"],"),
            "may end a script",
        ),
        (
            "site-map/entries.js",
            found("[3,\"x\",\"javascript:x\"],"),
            "an address of the search",
        ),
        ("site-map/entries.js", found("[3,x],"), "not a value"),
        ("site-map/entries.js", found("") + "alert(1)", "not a value"),
        (
            "sw.js",
            "self.sanad={\"files\":[\nx\n]};\n".to_owned(),
            "not a value",
        ),
        (
            "sw.js",
            "alert(1)".to_owned(),
            "does not begin with its value",
        ),
        ("files/x.svg", String::new(), "a download that acts: svg"),
        (
            "files/x.html.fr",
            String::new(),
            "a download that acts: html",
        ),
        ("x.exe", String::new(), "no portal has"),
        ("files/\u{1b}.pdf", String::new(), "U+001B in its name"),
    ] {
        finds(path, &text, what);
    }
    assert_eq!(said("site-map/entries.js", &found("[3,\"x\",\"x/\"],")), "");
    assert_eq!(said("robots.txt", "User-agent: *\nAllow: /\n"), "");
    assert_eq!(said("contact/office.vcf", &card("FN:x")), "");
}

#[test]
fn what_stands_in_a_strangers_portal_is_found() {
    let portal = Portal::small()
        .with("public/dept.a.gov.bd/index.html", "koel")
        .with("public/dept.b.gov.bd/index.html", "a koel")
        .with("public/index.html", "koel");
    let of = |in_row| {
        let found = strangers(&portal.path("public"), &[("koel", HOST, in_row)]);
        found
            .into_iter()
            .map(|violation| violation.file)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(true), ["dept.b.gov.bd/index.html"]);
    assert_eq!(of(false), ["dept.b.gov.bd/index.html", "index.html"]);
}

#[test]
fn workers_with_different_scripts_are_found() {
    let worker = |script: &str| format!("self.sanad={{\"files\":[\n]}};\n{script}");
    let portal = Portal::small()
        .with("public/dept.a.gov.bd/sw.js", worker("a()"))
        .with("public/dept.b.gov.bd/sw.js", worker("b()"));
    let found = judged(&portal.path("public"), &BTreeMap::new());
    assert!(
        found
            .iter()
            .any(|violation| violation.what.contains("not that of the others")),
        "{found:?}"
    );
}

#[test]
#[cfg(unix)]
fn a_link_in_the_output_is_found() {
    let portal = Portal::small().with("public/x.html", "");
    std::os::unix::fs::symlink("/etc", portal.path("public/etc")).expect("a link");
    let found = judged(&portal.path("public"), &BTreeMap::new());
    assert!(
        found
            .iter()
            .any(|violation| violation.what.contains("neither a file")),
        "{found:?}"
    );
}

#[test]
fn what_is_built_today_is_clean() {
    for portal in [Portal::small(), Portal::field(), Portal::real()] {
        portal.build().succeeds();
        let found = judged(&portal.path("public"), &BTreeMap::new());
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}
