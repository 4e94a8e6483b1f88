//! What a service's page says beyond the official forms: the law on which it rests, and files for download.

use crate::support::paths::{CHARTER, SECOND_CHARTER};
use crate::support::{Outcome, Portal, text_of};

/// The page of the first service of an office.
fn page(outcome: &Outcome, office: &str) -> String {
    let page = outcome.page(&format!(
        "dept.{office}.sample.gov.bd/services/first-service/index.html"
    ));
    text_of(&page)
}

/// The small site whose first service rests on something.
fn resting(on: &str) -> Portal {
    Portal::small().edit(
        CHARTER,
        "fee: ৫০ টাকা",
        &format!("fee: ৫০ টাকা\n      legal_basis: {on}"),
    )
}

#[test]
fn the_law_stands_on_the_page_of_a_service_and_in_no_form() {
    let outcome = resting("নমুনা আইন, {district}").build().succeeds();
    assert!(page(&outcome, "first").contains("আইন ও বিধি নমুনা আইন, নমুনা জেলা"));
    for form in ["charter", "poster", "services"] {
        let html = outcome.page(&format!("dept.first.sample.gov.bd/{form}/index.html"));
        assert!(!html.contains("নমুনা আইন"), "{form}");
    }
}

#[test]
fn a_service_that_names_no_law_has_no_heading_for_it() {
    let outcome = Portal::small().build().succeeds();
    assert!(!page(&outcome, "first").contains("আইন ও বিধি"));
}

#[test]
fn several_laws_are_a_list_and_stand_in_the_data_and_the_search() {
    let outcome = resting("[প্রথম নমুনা বিধি, দ্বিতীয় নমুনা বিধি]")
        .build()
        .succeeds();
    let html = outcome.page("dept.first.sample.gov.bd/services/first-service/index.html");
    assert!(
        html.contains("<ul><li>প্রথম নমুনা বিধি</li><li>দ্বিতীয় নমুনা বিধি</li></ul>"),
        "{html}"
    );
    let data = outcome.page("dept.first.sample.gov.bd/charter/charter.json");
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(data["services"][0]["legal_basis"][1], "দ্বিতীয় নমুনা বিধি");
    assert_eq!(data["services"][1].get("legal_basis"), None);
    let found = outcome.page("dept.first.sample.gov.bd/site-map/entries.js");
    assert!(found.contains("\"services/first-service/\",\"প্রথম নমুনা বিধি দ্বিতীয় নমুনা বিধি\""));
}

#[test]
fn an_office_may_rest_on_a_law_of_its_own() {
    let portal = resting("নমুনা আইন").with(
        SECOND_CHARTER,
        "services:\n  citizen:\n    - id: first-service\n      legal_basis: নিজস্ব নমুনা বিধি\n",
    );
    let outcome = portal.build().succeeds();
    assert!(page(&outcome, "first").contains("আইন ও বিধি নমুনা আইন"));
    assert!(page(&outcome, "second").contains("আইন ও বিধি নিজস্ব নমুনা বিধি"));
    portal
        .run(&["show", "second.sample"])
        .tells("services.first-service.legal_basis  content/dept/offices/second.sample/charter.yaml:4\n  নিজস্ব নমুনা বিধি\n");
}

#[test]
fn what_an_office_writes_again_is_noted_for_every_key_by_its_own_value() {
    let own = "services:\n  citizen:\n    - id: first-service\n      legal_basis: নমুনা আইন\n      branch: নমুনা শাখা\n";
    resting("নমুনা আইন")
        .with(SECOND_CHARTER, own)
        .check("same-as-shared")
        .finds(&[(&format!("{SECOND_CHARTER}:4:20"), "নমুনা আইন")]);
}

#[test]
fn an_unknown_placeholder_in_a_law_is_reported_at_its_key() {
    resting("নমুনা আইন, {distric}").build().reports(&[(
        "unknown-placeholder",
        "content/dept/charter.yaml:12:20",
        "নমুনা আইন, {distric}",
    )]);
}

#[test]
fn who_may_have_a_service_stands_on_its_page_in_both_languages_and_in_no_form() {
    let recipient = "recipient: \"{upazila} উপজেলার বাসিন্দা\"\n      en:\n        recipient: Residents of {upazila}";
    let outcome = Portal::small()
        .edit(
            CHARTER,
            "fee: ৫০ টাকা",
            &format!("fee: ৫০ টাকা\n      {recipient}"),
        )
        .in_both_languages()
        .build()
        .succeeds();
    assert!(page(&outcome, "first").contains("কারা সেবাটি পাবেন নমুনাপুর উপজেলার বাসিন্দা"));
    let english = outcome.page("dept.first.sample.gov.bd/en/services/first-service/index.html");
    assert!(text_of(&english).contains("Who can get this service Residents of First"));
    for form in ["charter", "poster", "services"] {
        let html = outcome.page(&format!("dept.first.sample.gov.bd/{form}/index.html"));
        assert!(!html.contains("উপজেলার বাসিন্দা"), "{form}");
    }
}

#[test]
fn an_office_that_writes_who_may_have_a_service_leaves_no_old_english() {
    let own = "services:\n  citizen:\n    - id: first-service\n      recipient: শুধু সদস্য\n";
    let outcome = Portal::small()
        .edit(
            CHARTER,
            "fee: ৫০ টাকা",
            "fee: ৫০ টাকা\n      recipient: সবাই\n      en: {recipient: Everybody}",
        )
        .in_both_languages()
        .with(SECOND_CHARTER, own)
        .build()
        .succeeds();
    let english = outcome.page("dept.second.sample.gov.bd/en/services/first-service/index.html");
    assert!(
        english.contains("শুধু সদস্য") && !english.contains("Everybody"),
        "{english}"
    );
}

/// The small site whose first service offers a form of the department.
fn offering() -> Portal {
    Portal::small()
        .edit(
            CHARTER,
            "fee: ৫০ টাকা",
            "fee: ৫০ টাকা\n      forms:\n        - {file: form-1.pdf, name: \"আবেদন ফরম, {upazila}\"}",
        )
        .with("content/dept/files/form-1.pdf", vec![b'x'; 120 * 1024])
        .with("content/dept/files/internal.pdf", "nobody's")
}

fn raw_page(outcome: &Outcome, office: &str, page: &str) -> String {
    outcome.page(&format!("dept.{office}.sample.gov.bd/{page}"))
}

#[test]
fn a_form_of_the_department_is_offered_by_every_office_with_type_and_size() {
    let portal = offering();
    let outcome = portal.build().succeeds();
    for (office, upazila) in [("first", "নমুনাপুর"), ("second", "দ্বিতীয় নমুনাপুর")]
    {
        let html = raw_page(&outcome, office, "services/first-service/index.html");
        let link =
            format!("<a href=../../files/form-1.pdf>আবেদন ফরম, {upazila} (PDF, ১২০ কিলোবাইট)</a>");
        assert!(html.contains(&link), "{link} is not in\n{html}");
        let html = raw_page(&outcome, office, "downloads/index.html");
        let item = format!(
            "<a href=../files/form-1.pdf>আবেদন ফরম, {upazila}</a><p class=muted>PDF, ১২০ কিলোবাইট; সেবা: প্রথম নমুনা সেবা</p>"
        );
        assert!(html.contains(&item), "{item} is not in\n{html}");
        let found = raw_page(&outcome, office, "site-map/entries.js");
        assert!(
            found.contains(&format!("\"আবেদন ফরম, {upazila}\",\"files/form-1.pdf\"")),
            "{found}"
        );
        let data = raw_page(&outcome, office, "charter/charter.json");
        let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        assert_eq!(data["services"][0]["forms"][0]["file"], "files/form-1.pdf");
    }
    let copies = portal.output().into_iter();
    let copies =
        copies.filter(|(path, _)| path.contains("/files/") && !path.ends_with("/form.pdf"));
    let copies: Vec<_> = copies.map(|(path, bytes)| (path, bytes.len())).collect();
    let copy = |office| {
        (
            format!("dept.{office}.sample.gov.bd/files/form-1.pdf"),
            120 * 1024,
        )
    };
    assert_eq!(copies, ["first", "second", "third"].map(copy));
}

#[test]
fn an_offices_own_file_stands_for_the_departments_of_the_same_name() {
    let outcome = offering()
        .with(
            "content/dept/offices/second.sample/files/form-1.pdf",
            vec![b'y'; 3 * 1024],
        )
        .build()
        .succeeds();
    for (office, size) in [("first", "১২০ কিলোবাইট"), ("second", "৩ কিলোবাইট")]
    {
        assert!(
            page(&outcome, office).contains(&format!("(PDF, {size})")),
            "{office}"
        );
    }
    assert!(raw_page(&outcome, "second", "files/form-1.pdf").starts_with('y'));
}

#[test]
fn an_office_offers_a_form_of_its_own_and_one_that_withdraws_the_service_copies_none() {
    let own = "services:\n  citizen:\n    - id: first-service\n      forms: [{file: own.docx, name: নিজস্ব ফরম}]\n";
    let outcome = offering()
        .with(SECOND_CHARTER, own)
        .with("content/dept/offices/second.sample/files/own.docx", "own")
        .with(
            "content/dept/offices/third.sample/charter.yaml",
            "services:\n  citizen:\n    - {id: first-service, withdrawn: true, reason: নমুনা}\n",
        )
        .build()
        .succeeds();
    assert!(page(&outcome, "second").contains("নিজস্ব ফরম (DOCX, ১ কিলোবাইট)"));
    assert!(!page(&outcome, "second").contains("আবেদন ফরম, "));
    let downloads = text_of(&raw_page(&outcome, "third", "downloads/index.html"));
    assert!(!downloads.contains("PDF"), "{downloads}");
}

#[test]
fn a_form_whose_file_is_not_there_is_reported_at_its_name() {
    offering()
        .without("content/dept/files/form-1.pdf")
        .build()
        .reports(&[(
            "missing-attachment",
            "content/dept/charter.yaml:13:18",
            "form-1.pdf",
        )]);
    let own = "services:\n  citizen:\n    - id: first-service\n      forms:\n        - file: ../secret.pdf\n          name: ফরম\n";
    Portal::small()
        .with(SECOND_CHARTER, own)
        .build()
        .reports(&[(
            "missing-attachment",
            "content/dept/offices/second.sample/charter.yaml:5:17",
            "../secret.pdf",
        )]);
}

#[test]
fn a_form_needs_a_file_and_a_name_and_its_file_must_be_a_plain_one() {
    Portal::small()
        .edit(
            CHARTER,
            "fee: ৫০ টাকা",
            "fee: ৫০ টাকা\n      forms: [{name: ফরম}, {file: a.pdf}, {file: page.html, name: ফরম}]",
        )
        .with("content/dept/files/page.html", "<p>")
        .build()
        .reports(&[
            (
                "missing-key",
                "content/dept/charter.yaml:12:15",
                "{name: ফরম}",
            ),
            (
                "missing-key",
                "content/dept/charter.yaml:12:28",
                "{file: a.pdf}",
            ),
            (
                "missing-attachment",
                "content/dept/charter.yaml:12:50",
                "page.html",
            ),
            ("bad-file-name", "content/dept/files/page.html:1:1", ""),
        ]);
}

#[test]
fn a_new_form_or_another_name_for_it_reaches_portals_that_are_built_already() {
    let portal = offering();
    portal.build().succeeds();
    let portal = portal.edit(CHARTER, "আবেদন ফরম, ", "নতুন ফরম, ");
    let outcome = portal.build().succeeds();
    for place in [
        "services/first-service/index.html",
        "downloads/index.html",
        "site-map/index.html",
    ] {
        assert!(
            raw_page(&outcome, "first", place).contains("নতুন ফরম, নমুনাপুর"),
            "{place}"
        );
    }
    let changed = portal
        .with("content/dept/files/form-1.pdf", vec![b'z'; 7 * 1024])
        .build()
        .succeeds();
    assert!(page(&changed, "first").contains("(PDF, ৭ কিলোবাইট)"));
    assert!(raw_page(&changed, "first", "files/form-1.pdf").starts_with('z'));
}
