//! `sanad new`: what it writes builds at once, and everything else stays as it was.

use std::fs;

use crate::support::paths::OFFICES;
use crate::support::{Portal, files, project};

const OWN: &str = "content/dept/offices/fourth.sample/office.yaml";

#[test]
fn a_new_office_has_a_row_and_a_folder_and_builds() {
    let portal = Portal::small();
    let before = portal.text(OFFICES);
    let arguments = ["new", "office", "fourth.sample", "--upazila", "চতুর্থপুর"];
    let said = portal.run(&arguments).succeeds().stdout;
    assert!(said.contains(OWN) && said.contains(OFFICES) && said.contains("sanad build"));
    let after = portal.text(OFFICES);
    let row = after.strip_prefix(&before).expect("all that was there");
    assert!(row.starts_with("fourth.sample,চতুর্থপুর,"), "{row}");
    let outcome = portal.build().succeeds();
    let home = outcome.page("dept.fourth.sample.gov.bd/index.html");
    assert!(home.contains("চতুর্থপুর") && home.contains("noindex"));
}

#[test]
fn an_upazila_that_is_not_named_is_a_blank_that_the_message_names() {
    let portal = Portal::small();
    let line = portal.text(OFFICES).lines().count() + 1;
    let said = portal
        .run(&["new", "office", "fourth.sample"])
        .succeeds()
        .stdout;
    assert!(
        said.contains(&format!("{OFFICES}:{line}  fourth.sample,fourth (লিখুন)")),
        "{said}"
    );
    portal.build().succeeds();
}

#[test]
fn an_office_with_a_row_gets_its_folder_only() {
    let portal = Portal::small();
    let before = portal.text(OFFICES);
    portal.run(&["new", "office", "second.sample"]).succeeds();
    assert_eq!(portal.text(OFFICES), before);
    assert!(
        portal
            .path("content/dept/offices/second.sample/office.yaml")
            .is_file()
    );
    portal.build().succeeds();
}

#[test]
fn a_row_keeps_the_flavour_of_its_table() {
    let header = "id,upazila,officer,post,phone,email,verified_on\n";
    let first = "first.sample,নমুনাপুর,,,,,\n";
    let plain = format!("{header}{first}");
    let semicolons = plain.replace(',', ";");
    let flavours = [
        (plain.clone(), "fourth.sample,তিন,,,,,\n"),
        (format!("\u{FEFF}{plain}"), "fourth.sample,তিন,,,,,\n"),
        (plain.replace('\n', "\r\n"), "fourth.sample,তিন,,,,,\r\n"),
        (semicolons.clone(), "fourth.sample;তিন;;;;;\n"),
        (plain.replace(',', "\t"), "fourth.sample\tতিন\t\t\t\t\t\n"),
        (
            format!("\u{FEFF}{}", semicolons.replace('\n', "\r\n")),
            "fourth.sample;তিন;;;;;\r\n",
        ),
        (plain.trim_end().to_owned(), "\nfourth.sample,তিন,,,,,\n"),
        (
            plain.trim_end().replace('\n', "\r\n"),
            "\r\nfourth.sample,তিন,,,,,\r\n",
        ),
        (format!("{plain}\n"), "fourth.sample,তিন,,,,,\n"),
        (header.to_owned(), "fourth.sample,তিন,,,,,\n"),
        (
            format!("{header}first.sample,\"নমুনা, \"\"পুর\"\"\",\"এক\nদুই\",,,,\n"),
            "fourth.sample,তিন,,,,,\n",
        ),
        (
            "\"id\",\"upazila\"\n\"first.sample\",\"নমুনাপুর\"\n".to_owned(),
            "\"fourth.sample\",\"তিন\"\n",
        ),
        (
            "upazila,post,id\nনমুনাপুর,,first.sample\n".to_owned(),
            "তিন,,fourth.sample\n",
        ),
    ];
    for (before, row) in flavours {
        let portal = Portal::small().with(OFFICES, &before);
        let arguments = ["new", "office", "fourth.sample", "--upazila", "তিন"];
        portal.run(&arguments).succeeds();
        assert_eq!(portal.text(OFFICES), format!("{before}{row}"));
        let page = if before.contains("first.sample") {
            portal.build().succeeds()
        } else {
            portal.run(&["build", "--office", "fourth.sample"])
        };
        assert!(page.stdout.contains("portal"), "{before}: {}", page.stderr);
    }
}

#[test]
fn a_name_that_needs_quotes_gets_them() {
    let portal = Portal::small();
    let name = "নমুনা, \"পুর\"";
    portal
        .run(&["new", "office", "fourth.sample", "--upazila", name])
        .succeeds();
    assert!(
        portal
            .text(OFFICES)
            .contains("fourth.sample,\"নমুনা, \"\"পুর\"\"\",")
    );
    portal.build().succeeds();
}

#[test]
fn the_tables_rights_stay_as_they_were() {
    use std::os::unix::fs::PermissionsExt;
    let portal = Portal::small();
    let path = portal.path(OFFICES);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("rights");
    portal.run(&["new", "office", "fourth.sample"]).succeeds();
    let mode = fs::metadata(&path).expect("the table").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_new_department_builds_and_its_row_says_that_it_is_made_up() {
    let portal = Portal::small();
    let said = portal
        .run(&["new", "department", "other"])
        .succeeds()
        .stdout;
    let outcome = portal.build().succeeds();
    let host = "other.sample-upazila.sample-district.gov.bd";
    for page in [
        "index.html",
        "charter/index.html",
        "services/sample-service/index.html",
    ] {
        let page = outcome.page(&format!("{host}/{page}"));
        assert!(
            page.contains("(লিখুন)") && page.contains("noindex"),
            "{page}"
        );
    }
    for blank in [
        "offices.csv:2",
        "districts.csv:2",
        "department.yaml",
        "charter.yaml",
        "about.md",
    ] {
        assert!(said.contains(blank), "{blank} is not in\n{said}");
    }
}

#[test]
fn a_new_notice_is_a_draft_and_then_a_notice() {
    let portal = Portal::small();
    let title = ["শীতকালীন", "\"প্রশিক্ষণ\":", "১\\২"];
    let mut arguments = vec!["new", "notice", "first.sample"];
    arguments.extend(title);
    arguments.extend(["--date", "২০২৫-০১-০৫"]);
    let said = portal.run(&arguments).succeeds().stdout;
    let file = "content/dept/offices/first.sample/notices/শীতকালীন-প্রশিক্ষণ-১-২.md";
    assert!(
        said.contains(file) && said.contains("draft: true"),
        "{said}"
    );
    assert!(portal.text(file).contains("date: 2025-01-05\n"));
    portal.build().succeeds();
    let page = "public/dept.first.sample.gov.bd/notices/শীতকালীন-প্রশিক্ষণ-১-২/index.html";
    assert!(!portal.path(page).exists());
    let portal = portal.edit(file, "\ndraft: true\n", "\n");
    portal.build().succeeds();
    let html = portal.text(page);
    assert!(
        html.contains("১\\২") && html.contains("৫ জানুয়ারি ২০২৫"),
        "{html}"
    );
}

#[test]
fn a_notice_is_of_today_unless_it_says_otherwise() {
    let portal = Portal::small();
    portal
        .run(&["new", "notice", "first.sample", "আজ"])
        .succeeds();
    let notice = portal.text("content/dept/offices/first.sample/notices/আজ.md");
    assert!(notice.contains("\ndate: 20"), "{notice}");
    let bad = [
        "new",
        "notice",
        "first.sample",
        "কাল",
        "--date",
        "2025-02-30",
    ];
    portal.run(&bad).faults("`2025-02-30` is not a day");
}

#[test]
fn pages_belong_to_an_office_or_to_all_of_a_department() {
    let portal = Portal::small();
    portal
        .run(&["new", "page", "dept", "সচরাচর", "জিজ্ঞাসা"])
        .succeeds();
    portal
        .run(&["new", "page", "second.sample", "Our", "Lab"])
        .succeeds();
    let (shared, own) = (
        "content/dept/pages/সচরাচর-জিজ্ঞাসা.md",
        "content/dept/offices/second.sample/pages/our-lab.md",
    );
    portal.build().succeeds();
    let portal = portal
        .edit(shared, "\ndraft: true\n", "\n")
        .edit(own, "\ndraft: true\n", "\n");
    let built = portal.build().succeeds();
    drop(built);
    let pages: Vec<String> = portal.output().into_iter().map(|(name, _)| name).collect();
    let made = |page: &str| pages.iter().filter(|name| name.ends_with(page)).count();
    assert_eq!(made("/সচরাচর-জিজ্ঞাসা/index.html"), offices(&portal));
    assert_eq!(made("/our-lab/index.html"), 1);
}

fn offices(portal: &Portal) -> usize {
    portal.text(OFFICES).lines().count() - 1
}

#[test]
fn a_new_site_needs_nothing_else() {
    let portal = Portal::small().without("content").without("themes");
    let said = portal.run(&["new", "site", "my site"]).succeeds().stdout;
    assert!(
        said.contains("  cd 'my site'\n  sanad serve\n  sanad build\n"),
        "{said}"
    );
    assert_eq!(
        files(&portal.path("my site/themes/portal")),
        files(&project().join("themes/portal")),
        "the theme in the program is the theme of the project"
    );
    let arguments = [
        "--content",
        "my site/content",
        "--themes",
        "my site/themes",
        "--out",
        "a",
    ];
    portal
        .run(&[&["build"], &arguments[..]].concat())
        .succeeds();
    // The same content under the project's own theme makes the same portal.
    let themes = project().join("themes");
    let themes = themes.to_str().expect("UTF-8");
    let arguments = [
        "--content",
        "my site/content",
        "--themes",
        themes,
        "--out",
        "b",
    ];
    portal
        .run(&[&["build"], &arguments[..]].concat())
        .succeeds();
    let portals = |out: &str| {
        let mut list = files(&portal.path(out));
        list.retain(|(name, _)| !name.starts_with(".sanad/"));
        list
    };
    assert!(portals("a").len() > 15 && portals("a") == portals("b"));
    let host = "a/sample.sample-upazila.sample-district.gov.bd/";
    for page in [
        "index.html",
        "about/index.html",
        "charter/index.html",
        "404.html",
    ] {
        assert!(portal.path(&format!("{host}{page}")).is_file(), "{page}");
    }
}

#[test]
fn a_new_site_grows_by_the_other_commands() {
    let portal = Portal::small().without("content").without("themes");
    portal.run(&["new", "site", "."]).succeeds();
    for arguments in [
        &["office", "fourth.sample-district"][..],
        &["office", "sample-upazila.sample-district"],
        &["notice", "fourth.sample-district", "এক"],
        &["page", "fourth.sample-district", "দুই"],
        &["page", "sample", "তিন"],
        &["department", "other"],
    ] {
        portal.run(&[&["new"], arguments].concat()).succeeds();
        portal.build().succeeds();
    }
    portal
        .run(&["new", "site", "."])
        .faults("are there already");
}

#[test]
fn in_a_bangla_locale_beginning_and_building_speak_bangla() {
    let portal = Portal::small();
    let begun = portal.run_in("bn_BD.UTF-8", &["new", "page", "first.sample", "lab"]);
    assert!(begun.stdout.starts_with("লেখা হয়েছে:\n"), "{}", begun.stdout);
    assert!(begun.stdout.contains("এটি খসড়া") && begun.stdout.contains("এরপর: sanad serve"));
    let built = portal.run_in("bn_BD.UTF-8", &["build"]).succeeds();
    assert!(
        built.stdout.contains("public ফোল্ডারে ৩টি পোর্টাল"),
        "{}",
        built.stdout
    );
    let english = portal.run_in("bn_BD.UTF-8", &["build", "--lang", "en"]);
    assert!(
        english.stdout.starts_with("3 portals in public"),
        "{}",
        english.stdout
    );
}
