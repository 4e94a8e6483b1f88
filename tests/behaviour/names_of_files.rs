//! Names that not every system can hold, and files that nobody wrote.

use crate::support::Portal;
use crate::support::paths::FIRST_FOLDER;

const PAGE: &str = "---\ntitle: ক\ndate: 2025-01-01\n---\n\nক\n";

/// Names that Windows keeps for itself.
fn devices() -> impl Iterator<Item = String> {
    let ports = ["com", "lpt"]
        .into_iter()
        .flat_map(|port| (0..10).map(move |number| format!("{port}{number}")));
    ["con", "prn", "aux", "nul"]
        .map(str::to_owned)
        .into_iter()
        .chain(ports)
}

/// The codes of what is found in an office's folder, which keeps no other back.
fn codes(portal: &Portal) -> Vec<(String, String)> {
    let outcome = portal.build();
    assert!(
        outcome
            .page("dept.second.sample.gov.bd/index.html")
            .contains("<html")
    );
    let findings = outcome.findings().into_iter();
    findings
        .map(|finding| (finding.place, finding.code))
        .collect()
}

#[test]
fn no_page_and_no_file_is_called_as_windows_calls_its_devices() {
    let mut portal = Portal::small();
    let mut number = 0;
    for name in devices() {
        let capitals = name.to_uppercase();
        portal = portal
            .with(
                &format!("{FIRST_FOLDER}/pages/{name}.md"),
                PAGE.replace("date: 2025-01-01\n", ""),
            )
            .with(&format!("{FIRST_FOLDER}/notices/{name}.md"), PAGE)
            .with(&format!("{FIRST_FOLDER}/files/{name}.pdf"), "%PDF-1.4\n")
            .with(
                &format!("{FIRST_FOLDER}/files/{capitals}.PDF"),
                "%PDF-1.4\n",
            );
        number += 4;
    }
    let codes = codes(&portal);
    assert_eq!(codes.len(), number);
    assert!(
        codes.iter().all(|(_, code)| code == "reserved-name"),
        "{codes:?}"
    );
}

#[test]
fn names_with_signs_that_windows_refuses_are_told() {
    let mut portal = Portal::small();
    let mut number = 0;
    for name in [
        "a<b.pdf", "a?.pdf", "a*.pdf", "a|b.pdf", "a:b.pdf", "a\"b.pdf", "a\\b.pdf", "a.pdf.",
        "a.pdf ",
    ] {
        let page = name.replace(".pdf", ".md");
        portal = portal
            .with(&format!("{FIRST_FOLDER}/files/{name}"), "%PDF-1.4\n")
            .with(&format!("{FIRST_FOLDER}/pages/{page}"), PAGE);
        number += 2;
    }
    let codes = codes(&portal);
    assert_eq!(codes.len(), number);
    assert!(
        codes.iter().all(|(_, code)| code == "reserved-name"),
        "{codes:?}"
    );
}

#[test]
fn services_offices_hosts_districts_and_departments_have_no_such_name_either() {
    let portal = || Portal::small().without("content/dept/offices");
    let table = |rows: &str| {
        portal().with(
            "content/dept/offices.csv",
            format!("id,upazila,host\n{rows}"),
        )
    };
    let charter = "content/dept/charter.yaml";
    portal()
        .edit(charter, "id: second-service", "id: con")
        .build()
        .reports(&[("reserved-name", "content/dept/charter.yaml:15:11", "con")]);
    table("first.sample,ক,\ncon.sample,খ,\n")
        .build()
        .reports(&[(
            "reserved-name",
            "content/dept/offices.csv:3:1",
            "con.sample",
        )])
        .page("dept.first.sample.gov.bd/index.html");
    table("first.sample,ক,\nsecond.sample,খ,con.gov.bd\n")
        .build()
        .reports(&[(
            "reserved-name",
            "content/dept/offices.csv:3:17",
            "con.gov.bd",
        )])
        .page("dept.first.sample.gov.bd/index.html");
    portal()
        .with("content/aux/department.yaml", "name: ক\n")
        .build()
        .says("reserved-name");
    let own = "services:\n  citizen:\n    - id: nul\n      name: ক\n      delivery_method: ক\n      fee: বিনামূল্যে\n      time_limit: তাৎক্ষণিক\n      responsible: clerk\n";
    Portal::small()
        .with(&format!("{FIRST_FOLDER}/charter.yaml"), own)
        .build()
        .reports(&[(
            "reserved-name",
            &format!("{FIRST_FOLDER}/charter.yaml:3:11"),
            "nul",
        )]);
}

#[test]
fn names_that_only_begin_like_those_are_fine() {
    let mut portal = Portal::small();
    for name in [
        "contact-us",
        "console",
        "com10",
        "auxiliary",
        "lpt",
        "nul-1",
    ] {
        portal = portal.with(&format!("{FIRST_FOLDER}/notices/{name}.md"), PAGE);
    }
    portal.build().succeeds();
}

#[test]
fn new_begins_nothing_with_such_a_name() {
    let portal = Portal::small();
    for arguments in [
        &["new", "office", "con.sample"][..],
        &["new", "department", "aux"],
        &["new", "page", "first.sample", "Con"],
        &["new", "notice", "first.sample", "nul"],
        &["new", "site", "prn"],
    ] {
        portal.run(arguments).faults("Windows cannot store");
    }
}

#[test]
fn what_nobody_wrote_is_passed_over_in_every_folder() {
    const LEFT: [&str; 22] = [
        "Thumbs.db",
        "THUMBS.DB",
        "ehthumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".DS_Store",
        "~$charter.docx",
        ".~lock.offices.csv#",
        "notice.pdf.tmp",
        "~WRL0001.TMP",
        "form.bak",
        "office.yaml.BAK",
        "Icon\r",
        "form.pdf.crdownload",
        "form.pdf.part",
        "form.pdf.download",
        "about.md.swp",
        ".about.md.swp",
        "about.md~",
        "#about.md#",
        "__MACOSX",
        "about.md.orig",
    ];
    let plain = Portal::small();
    plain.build().succeeds();
    let mut portal = Portal::small();
    for folder in [
        "content",
        "content/dept",
        "content/dept/pages",
        "content/dept/notices",
        "content/dept/offices",
        FIRST_FOLDER,
        &format!("{FIRST_FOLDER}/pages"),
        &format!("{FIRST_FOLDER}/notices"),
        &format!("{FIRST_FOLDER}/files"),
    ] {
        for name in LEFT {
            portal = portal.with(&format!("{folder}/{name}"), "x");
        }
    }
    portal.build().succeeds();
    assert_eq!(plain.output(), portal.output());
}
