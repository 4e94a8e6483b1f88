//! A theme can extend another and replace single files of it.

use sanad::theme::{Given, Theme};

use crate::support::Portal;
use crate::support::hosts::FIRST;
use crate::support::sites::harbour;

const SETTINGS: &str = "themes/coast/theme.yaml";

fn coast() -> Portal {
    Portal::small().and("tests/fixtures/theme").edit(
        "content/portal.yaml",
        "theme: portal",
        "theme: coast",
    )
}

#[test]
fn what_it_replaces_stands_for_what_is_below_and_all_else_is_taken_over() {
    let plain = Portal::small().build().succeeds();
    let outcome = coast().build().succeeds();
    let page = |name: &str| outcome.page(&format!("{FIRST}/{name}/index.html"));
    let vision = page("vision-mission");
    // Its template, which names the office; its string, in every place; its icon under a digest of its own.
    assert!(vision.contains("<h1>আমাদের লক্ষ্য</h1>"), "{vision}");
    assert!(
        vision.contains("<p class=intro>উপজেলা নমুনা কার্যালয়, "),
        "{vision}"
    );
    let icon = |page: &str| {
        let start = page.find("assets/icon.").expect("an icon");
        page[start..start + 24].to_owned()
    };
    let before = plain.page(&format!("{FIRST}/vision-mission/index.html"));
    assert_ne!(icon(&vision), icon(&before));
    let style = |page: &str| {
        let start = page.find("assets/style.").expect("a style");
        page[start..start + 24].to_owned()
    };
    assert_eq!(style(&vision), style(&before));
    // The rest is as it was, but for the icon's name and the string.
    let same = |page: String, of: &str| {
        page.replace(&icon(of), "ICON")
            .replace("আমাদের লক্ষ্য", "ভিশন ও মিশন")
    };
    for name in ["charter", "services", "officers", "grievance"] {
        let (one, other) = (
            page(name),
            plain.page(&format!("{FIRST}/{name}/index.html")),
        );
        assert_eq!(same(one, &vision), same(other, &before), "{name}");
    }
}

#[test]
fn a_change_in_the_theme_below_reaches_the_portals() {
    let portal = coast();
    portal.build().succeeds();
    let portal = portal.with(
        "themes/portal/templates/expectations.html",
        "<h1>নতুন</h1>\n",
    );
    let outcome = portal.build().succeeds();
    let page = outcome.page(&format!("{FIRST}/expectations/index.html"));
    assert!(page.contains("<h1>নতুন</h1>"), "{page}");
}

#[test]
fn a_theme_can_extend_one_that_extends_another() {
    let portal = coast()
        .with("themes/island/theme.yaml", "name: island\nextends: coast\n")
        .with(
            "themes/island/strings/bn.yaml",
            "page_vision_mission: দ্বীপের লক্ষ্য\n",
        )
        .edit("content/portal.yaml", "theme: coast", "theme: island");
    let page = portal
        .build()
        .succeeds()
        .page(&format!("{FIRST}/vision-mission/index.html"));
    assert!(
        page.contains("<h1>দ্বীপের লক্ষ্য</h1>") && page.contains("<blockquote>"),
        "{page}"
    );
}

/// The name of the sheet of a page.
fn sheet(page: &str) -> &str {
    let mut links = page
        .split("<link ")
        .filter_map(|rest| rest.split('>').next());
    let link = links.find(|link| link.contains("rel=stylesheet"));
    let (_, name) = link
        .and_then(|link| link.split_once("assets/"))
        .expect("a sheet");
    name.split('.').next().unwrap_or_default()
}

#[test]
fn a_page_has_the_sheet_that_a_theme_names_for_it() {
    let portal = coast()
        .with(
            SETTINGS,
            "name: coast\nextends: portal\nsheets:\n  contact: map.css\n  poster: style.css\n",
        )
        .with(
            "themes/coast/static/map.css",
            "@import \"style.css\";\nmain { margin: 0 }\n",
        );
    let outcome = portal.build().succeeds();
    let page = |name: &str| outcome.page(&format!("{FIRST}/{name}/index.html"));
    for (name, expected) in [
        ("contact", "map"),
        ("poster", "style"),
        ("charter", "style"),
    ] {
        assert_eq!(sheet(&page(name)), expected, "{name}");
    }
    let output = portal.output();
    let written = |place: &str, file: &str| {
        let start = format!("{place}assets/{file}.");
        output.iter().any(|(name, _)| name.starts_with(&start))
    };
    let portal = format!("{FIRST}/");
    assert!(written(&portal, "map") && written(&portal, "style") && written("", "directory"));
    // Nobody is sent what no page asks for.
    assert!(!written("", "map") && !written(&portal, "directory"));
    assert!(!written(&portal, "pictures") && !written(&portal, "report"));
}

#[test]
fn a_theme_below_that_is_not_there_is_reported_at_its_name() {
    coast()
        .edit(SETTINGS, "extends: portal", "extends: porta")
        .build()
        .reports(&[("unknown-theme", "themes/coast/theme.yaml:3:10", "porta")]);
    coast()
        .edit(SETTINGS, "extends: portal", "extends: ../portal")
        .build()
        .reports(&[("bad-id", "themes/coast/theme.yaml:3:10", "../portal")]);
}

#[test]
fn themes_in_a_circle_are_reported() {
    let outcome = coast()
        .edit(SETTINGS, "extends: portal", "extends: coast")
        .build();
    let finding = &outcome.findings()[0];
    assert_eq!(
        (&*finding.code, &*finding.place),
        ("theme-circle", "themes/coast/theme.yaml:3:10")
    );
}

#[test]
fn a_mistake_in_either_theme_is_reported_in_its_own_file() {
    coast()
        .with(
            "themes/coast/templates/notices.html",
            "<p>{{ nobody }}</p>\n",
        )
        .build()
        .reports(&[(
            "template",
            "themes/coast/templates/notices.html:1:7",
            "nobody",
        )]);
    coast()
        .with(
            "themes/portal/templates/notices.html",
            "<p>{{ nobody }}</p>\n",
        )
        .build()
        .reports(&[(
            "template",
            "themes/portal/templates/notices.html:1:7",
            "nobody",
        )]);
}

/// Otherwise one line of the charter would make every page of the country again.
#[test]
fn a_page_that_shows_nothing_of_the_charter_is_out_of_its_reach() {
    let mut found = Vec::new();
    let themes = crate::support::project().join("themes");
    let name = sanad::model::Slug::parse("portal").expect("a name");
    let theme = Theme::read(&themes, &name, str::to_owned, &mut found).expect("it can be read");
    let theme = theme.expect("without mistakes");
    for name in [
        "notice.html",
        "page.html",
        "contact.html",
        "notices.html",
        "shell.html",
    ] {
        for given in [Given::Charter, Given::Tables, Given::Steps] {
            assert!(
                !theme.reach(name).contains(&given),
                "{name} reaches {}",
                given.name()
            );
        }
    }
    assert!(theme.reach("expectations.html").contains(&Given::Charter));
}

#[test]
fn a_theme_with_a_layout_of_its_own_makes_portals_and_the_directory() {
    let portal = harbour();
    let outcome = portal.build().succeeds();
    let output = portal.output();
    let sheet_of = |folder: &str, page: &str| {
        let name = sheet(page);
        let start = format!("{folder}assets/{name}.");
        let mut sheets = output.iter().filter(|(file, _)| file.ends_with(".css"));
        let sheet = sheets.find(|(file, _)| file.starts_with(&start));
        let (_, bytes) = sheet.unwrap_or_else(|| panic!("there is no {start}"));
        String::from_utf8(bytes.clone()).expect("a sheet")
    };
    let host = format!("{FIRST}/");
    let charter = outcome.page(&format!("{FIRST}/charter/index.html"));
    assert!(charter.contains("<div class=harbour><main"), "{charter}");
    assert!(charter.contains("<aside><a class=brand"), "{charter}");
    // The current entry of its menu, which is made by a part of its own.
    assert_eq!(charter.matches("aria-current=true").count(), 1);
    // The page's own template, below the shell that has replaced that of the theme below.
    assert!(charter.contains("প্রথম নমুনা সেবা"), "{charter}");
    let contact = outcome.page(&format!("{FIRST}/contact/index.html"));
    assert!(
        contact.contains("<h1>উপজেলা নমুনা কার্যালয়, নমুনাপুর</h1>"),
        "{contact}"
    );
    for (page, has_facts) in [(&charter, false), (&contact, true)] {
        let sheet = sheet_of(&host, page);
        // All of the sheet below, and behind it the variable that stands for that one.
        let [below, own] = ["--accent:#00573f", "--accent:#0b3d91"].map(|rule| sheet.find(rule));
        assert!(below.expect("that below") < own.expect("its own"));
        assert!(!sheet.contains("@import"));
        assert_eq!(sheet.contains("2px solid var(--accent)"), has_facts);
    }
    // The directory keeps its layout and takes the colour.
    let directory = outcome.page("index.html");
    assert!(directory.contains("<body data-directory"), "{directory}");
    assert!(sheet_of("", &directory).contains("--accent:#0b3d91"));
    let below = |folder: &str, file: &str| {
        let start = format!("{folder}assets/{file}.");
        output.iter().any(|(name, _)| name.starts_with(&start))
    };
    assert!(!below("", "contact") && !below(&host, "directory"));
}
