//! What a build writes, keeps and never touches.

use std::fs;

use crate::support::{Portal, text_of};

#[test]
fn the_project_itself_builds_five_portals_of_at_least_thirty_pages_and_the_directory() {
    let portal = Portal::real();
    portal.build().succeeds();
    let output = portal.output();
    for upazila in [
        "rupganj",
        "araihazar",
        "bandar",
        "narayanganjsadar",
        "sonargaon",
    ] {
        let folder = format!("doict.{upazila}.narayanganj.gov.bd/");
        let pages = output
            .iter()
            .filter(|(name, _)| name.starts_with(&folder) && name.ends_with(".html"))
            .count();
        assert!(pages >= 30, "{upazila} has {pages} pages");
    }
    let directory = text_of(&portal.text("public/index.html"));
    let order = ["আড়াইহাজার", "নারায়ণগঞ্জ সদর", "বন্দর", "রূপগঞ্জ", "সোনারগাঁও"];
    let places: Vec<_> = order
        .iter()
        .map(|name| {
            directory
                .rfind(name)
                .unwrap_or_else(|| panic!("{name} is missing"))
        })
        .collect();
    assert!(
        places.is_sorted(),
        "upazilas stand in the order of the Bangla dictionary: {directory}"
    );
}

#[test]
fn a_build_of_the_same_content_touches_no_file() {
    let portal = Portal::small();
    portal.build().succeeds();
    let time = || {
        fs::metadata(portal.path("public/dept.first.sample.gov.bd/index.html"))
            .and_then(|about| about.modified())
            .expect("a time")
    };
    let before = time();
    assert!(
        portal
            .build()
            .succeeds()
            .stdout
            .contains(": 0 files written")
    );
    assert_eq!(time(), before);
}

#[test]
fn a_change_rewrites_only_the_pages_that_show_it() {
    let portal = Portal::small();
    portal.build().succeeds();
    let portal = portal.edit(
        "content/dept/offices/first.sample/pages/training.md",
        "- দুই",
        "- তিন",
    );
    assert!(
        portal
            .build()
            .succeeds()
            .stdout
            // The page, its words in the search, and the list by which the service worker knows that both changed.
            .contains(": 3 files written")
    );
}

#[test]
fn what_is_no_longer_in_the_content_is_removed() {
    let portal = Portal::small();
    portal.build().succeeds();
    let page = "public/dept.first.sample.gov.bd/notices/winter/index.html";
    assert!(portal.path(page).exists());
    let portal = portal.without("content/dept/offices/first.sample/notices/winter.md");
    portal.build().succeeds();
    assert!(!portal.path(page).exists());
}

#[test]
fn an_office_with_a_mistake_keeps_its_last_good_portal_and_the_others_are_built() {
    let portal = Portal::small();
    portal.build().succeeds();
    let host = "dept.first.sample.gov.bd/";
    let of_first = |portal: &Portal| {
        portal
            .output()
            .into_iter()
            .filter(|(name, _)| name.starts_with(host))
            .collect::<Vec<_>>()
    };
    let before = of_first(&portal);
    let portal = portal
        .edit(
            "content/dept/offices/first.sample/pages/training.md",
            "- দুই",
            "[ক](/none)",
        )
        .edit("content/dept/charter.yaml", "নমুনা ভিশন", "নতুন ভিশন");
    let outcome = portal.build();
    assert_eq!(outcome.code, 1);
    assert_eq!(of_first(&portal), before);
    assert!(
        outcome
            .page("dept.second.sample.gov.bd/vision-mission/index.html")
            .contains("নতুন ভিশন")
    );
    assert!(
        outcome
            .page("index.html")
            .contains("dept.first.sample.gov.bd/index.html"),
        "the directory still leads to it"
    );
}

#[test]
fn foreign_files_in_the_output_are_left_alone() {
    let portal = Portal::small()
        .with("public/other.example/index.html", "foreign")
        .with("public/robots.txt", "foreign");
    portal.build().succeeds();
    assert_eq!(portal.text("public/other.example/index.html"), "foreign");
    assert_eq!(portal.text("public/robots.txt"), "foreign");
}

#[test]
fn what_a_killed_build_left_behind_is_swept() {
    let portal = Portal::small().with("public/.sanad/new-dead/x/index.html", "half");
    portal.build().succeeds();
    assert!(!portal.path("public/.sanad/new-dead").exists());
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_leaves_the_old_portals_untouched() {
    // A file where the build needs a folder of its own: even the administrator cannot write into that.
    let portal = Portal::small();
    portal.build().succeeds();
    let before = portal.output();
    fs::remove_dir_all(portal.path("public/.sanad")).expect("our own folder");
    let portal = portal.with("public/.sanad", "in the way").edit(
        "content/dept/charter.yaml",
        "নমুনা ভিশন",
        "নতুন ভিশন",
    );
    portal
        .build()
        .faults("cannot write")
        .says("what was published before is untouched");
    fs::remove_file(portal.path("public/.sanad")).expect("the file");
    assert_eq!(portal.output(), before);
}

#[test]
fn every_link_in_every_page_leads_to_a_file() {
    let portal = Portal::real();
    portal.build().succeeds();
    for (name, bytes) in portal
        .output()
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html"))
    {
        let html = String::from_utf8(bytes).expect("a page is UTF-8");
        let folder = portal
            .path("public")
            .join(&name)
            .parent()
            .expect("a folder")
            .to_owned();
        for start in ["href=", "src="] {
            for rest in html.split(start).skip(1) {
                let target = if let Some(quoted) = rest.strip_prefix('"') {
                    quoted.split('"').next()
                } else {
                    rest.split([' ', '>']).next()
                };
                let target = target
                    .unwrap_or_default()
                    .split('#')
                    .next()
                    .unwrap_or_default();
                if target.is_empty()
                    || target.starts_with("https:")
                    || target.starts_with("mailto:")
                    || target.starts_with("tel:")
                {
                    continue;
                }
                assert!(!target.starts_with('/'), "{name}: {target} is not relative");
                assert!(
                    folder.join(target).is_file(),
                    "{name}: {target} leads nowhere"
                );
            }
        }
    }
}

#[test]
fn a_page_holds_one_script_that_waits_and_asks_no_other_host() {
    let portal = Portal::real();
    portal.build().succeeds();
    for (name, bytes) in portal
        .output()
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html") || name.ends_with(".css"))
    {
        // A data block is not a script: no browser runs it.
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.replace("<script type=application/ld+json>", "");
        let text = if name.ends_with(".html") {
            without_its_script(&name, &text)
        } else {
            text
        };
        for forbidden in [
            "<script",
            "<style",
            " style=",
            " onclick",
            " onload",
            "javascript:",
            "@import",
            "url(http",
            "<iframe",
            "src=http",
            "src=\"http",
        ] {
            assert!(!text.contains(forbidden), "{name} holds {forbidden}");
        }
    }
}

/// A page without the one script that it may have: a file of its own that runs when the page is there, and loads the rest
/// when somebody searches.
fn without_its_script(name: &str, html: &str) -> String {
    let (before, rest) = html
        .split_once("<script")
        .expect("the script of the search");
    let (tag, rest) = rest.split_once("</script>").expect("its end");
    let source = tag
        .strip_prefix(" defer src=")
        .and_then(|tag| tag.strip_suffix('>'));
    let path = source.map(|source| source.trim_start_matches("../"));
    let is_ours = path.is_some_and(|path| {
        path.starts_with("assets/page.") && path.ends_with(".js") && !path.contains([':', ' '])
    });
    assert!(is_ours, "{name} holds <script{tag}");
    format!("{before}{rest}")
}
