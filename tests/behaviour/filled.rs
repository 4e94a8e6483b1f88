//! What stands between braces is filled in wherever it may stand, and refused where it may not: no citizen reads it.

use crate::support::Portal;
use crate::support::paths::{DISTRICTS, OFFICES};

const ALL: &str = "{upazila} {district} {division} {office} {host}";

/// The small site with every placeholder in every text of the charter, in pages and notices, in both languages.
fn everywhere() -> Portal {
    let tier = format!(
        "  - when: \"{ALL}\"\n    whom: \"{ALL}\"\n    designation: \"{ALL}\"\n    address: \"{ALL}\"\n    phone: ০২-৯৮৭৬৫৪৩\n    time_limit: \"{ALL}\"\n    en:\n      when: \"{ALL}\"\n      whom: \"{ALL}\"\n      designation: \"{ALL}\"\n      address: \"{ALL}\"\n      time_limit: \"{ALL}\"\n"
    );
    let texts = |indent: &str| {
        let keys = [
            "name",
            "delivery_method",
            "required_documents",
            "available_at",
            "fee",
            "payment_method",
            "time_limit",
            "branch",
            "legal_basis",
            "recipient",
        ];
        keys.map(|key| format!("{indent}{key}: \"{ALL}\"\n"))
            .concat()
    };
    let charter = format!(
        "approved_on: 2025-06-30\nformat: FORM\nvision: \"{ALL}\"\nmission: \"{ALL}\"\nservices:\n  citizen:\n    - id: first-service\n{}      responsible: clerk\n      forms:\n        - file: form.pdf\n          name: \"{ALL}\"\n          en: {{name: \"{ALL}\"}}\n      en:\n{}subordinate_offices: \"{ALL}\"\nexpectations: [\"{ALL}\"]\ngrievance:\n{tier}  - when: ক\n    whom: খ\n    contact: district.grievance_officer\n    time_limit: ৩০ কার্যদিবস\nsignature:\n  post: clerk\n  place: \"{ALL}\"\n  en: {{place: \"{ALL}\"}}\nsuperior:\n  designation: \"{ALL}\"\n  en: {{designation: \"{ALL}\"}}\nen:\n  vision: \"{ALL}\"\n  mission: \"{ALL}\"\n  subordinate_offices: \"{ALL}\"\n  expectations: [\"{ALL}\"]\n",
        texts("      "),
        texts("        "),
    );
    let page = format!("---\ntitle: \"{ALL}\"\nsummary: \"{ALL}\"\nmenu: true\n---\n\n{ALL}\n");
    let notice =
        format!("---\ntitle: \"{ALL}\"\ndate: 2025-06-01\nsummary: \"{ALL}\"\n---\n\n{ALL}\n");
    let english = format!("---\ntitle: \"{ALL}\"\nsummary: \"{ALL}\"\n---\n\n{ALL}\n");
    Portal::small()
        .with("content/dept/charter.yaml", charter)
        .with("content/dept/files/form.pdf", "%PDF-1.4\n")
        .with("content/dept/pages/filled.md", page)
        .with("content/dept/pages/filled.en.md", &english)
        .with("content/dept/notices/filled.md", notice)
        .with("content/dept/notices/filled.en.md", &english)
        .with(
            "content/dept/districts.csv",
            "id,name,division,office,host,designation,phone,email,name_en,office_en,designation_en\nsample,নমুনা জেলা,নমুনা বিভাগ,\"কার্যালয়, {district}\",dept.sample.example,\"কর্মকর্তা, {district}, {division}\",০২-৯৮৭৬৫৪৩,,Sample,\"Office, {district}\",\"Officer, {district}, {division}\"\n",
        )
        .in_both_languages()
}

#[test]
fn no_published_file_holds_a_placeholder() {
    for form in ["department", "field"] {
        let portal = everywhere().edit("content/dept/charter.yaml", "FORM", form);
        portal.build().succeeds();
        for (name, bytes) in portal.output() {
            let text = String::from_utf8_lossy(&bytes);
            // The script of search and calculator has braces of its own, in strings of the theme.
            for placeholder in ALL.split(' ') {
                assert!(
                    !text.contains(placeholder),
                    "{form}: {placeholder} in {name}"
                );
            }
        }
    }
}

#[test]
fn a_placeholder_where_nothing_is_filled_in_is_refused_at_its_place() {
    for (file, from, to) in [
        (
            "content/portal.yaml",
            "state: গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
            "state: \"{district}\"",
        ),
        (
            "content/portal.yaml",
            "label: জরুরি সেবা",
            "label: \"সেবা {upazila}\"",
        ),
        (
            "content/dept/department.yaml",
            "name: নমুনা অধিদপ্তর",
            "name: \"{office}\"",
        ),
        (
            "content/dept/department.yaml",
            "office_name: উপজেলা নমুনা কার্যালয়",
            "office_name: \"কার্যালয় {upazila}\"",
        ),
        (
            "content/dept/department.yaml",
            "    name: নমুনা সহকারী",
            "    name: \"সহকারী {upazila}\"",
        ),
        ("content/dept/offices.csv", "নমুনা কর্মকর্তা", "নমুনা {upazila}"),
        (
            "content/dept/offices.csv",
            "first.sample,নমুনাপুর",
            "first.sample,{host}",
        ),
        (
            "content/dept/districts.csv",
            "নমুনা জেলা কার্যালয়",
            "কার্যালয় {upazila}",
        ),
        (
            "content/dept/districts.csv",
            "নমুনা কর্মকর্তা",
            "কর্মকর্তা {office}",
        ),
    ] {
        let outcome = Portal::small().edit(file, from, to).build();
        let found = outcome.findings();
        assert!(
            found
                .iter()
                .any(|one| one.code == "placeholder-out-of-place" && one.place.starts_with(file)),
            "{file} {to}: {found:?}\n{}",
            outcome.stderr
        );
    }
    for key in ["officer", "address", "room"] {
        let outcome = Portal::small()
            .with(
                "content/dept/offices/first.sample/office.yaml",
                format!("{key}: \"ক {{district}}\"\n"),
            )
            .build();
        let found = outcome.findings();
        assert_eq!(
            found[0].code, "placeholder-out-of-place",
            "{key}: {}",
            outcome.stderr
        );
    }
}

#[test]
fn a_placeholder_in_a_districts_row_stops_the_offices_of_that_district_only() {
    for (column, text) in [(5, "কর্মকর্তা {office}"), (1, "নমুনা {upazila}"), (8, "{host}")]
    {
        let mut cells = [
            "other",
            "অন্য জেলা",
            "নমুনা বিভাগ",
            "অন্য কার্যালয়",
            "dept.other.example",
            "",
            "",
            "",
            "",
        ];
        cells[column] = text;
        let portal = Portal::small()
            .edit(DISTRICTS, "phone,email\n", "phone,email,room\n")
            .edit(DISTRICTS, "sample@dept.example\n", "sample@dept.example,\n");
        let districts = portal.text(DISTRICTS);
        let offices = portal.text(OFFICES);
        let portal = portal
            .with(DISTRICTS, format!("{districts}{}\n", cells.join(",")))
            .with(OFFICES, format!("{offices}first.other,অন্যপুর,,clerk,,,\n"));
        let outcome = portal.build();
        let findings = outcome.findings();
        let codes: Vec<_> = findings.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(
            codes,
            ["placeholder-out-of-place"],
            "{text}: {}",
            outcome.stderr
        );
        let is_built = |host: &str| portal.path("public").join(host).join("index.html").exists();
        assert!(is_built("dept.first.sample.gov.bd"), "{text}");
        assert!(!is_built("dept.first.other.gov.bd"), "{text}");
    }
}
