//! The form of field offices (`format: field`): eight columns, printed from the same records as the seven.

use crate::portal::{Outcome, Portal};

const CHARTER: &str = "content/dept/charter.yaml";
const DISTRICTS: &str = "content/dept/districts.csv";
const OFFICES: &str = "content/dept/offices.csv";
const OWN_CHARTER: &str = "content/dept/offices/third.sample/charter.yaml";
const OWN_WORDS: &str = "content/dept/offices/third.sample/office.yaml";

fn field() -> Outcome {
    Portal::field().build().succeeds()
}

#[test]
fn an_unknown_form_is_reported_with_the_two_that_exist() {
    Portal::field()
        .edit(CHARTER, "format: field", "format: feild")
        .build()
        .reports(&[("unknown-format", "content/dept/charter.yaml:2:9", "feild")])
        .says("`department`, the form with seven columns, or `field`");
}

#[test]
fn mistakes_in_the_tables_are_reported_at_their_cells() {
    Portal::field()
        .edit(DISTRICTS, "৪১২,০৬৭", "৪১২,নমুনা")
        .edit(OFFICES, "205,0671", "205,01700000000")
        .build()
        .reports(&[
            ("bad-code", "content/dept/districts.csv:2:123", "নমুনা"),
            ("bad-code", "content/dept/offices.csv:2:85", "01700000000"),
        ])
        .says("two to six digits");
    Portal::field()
        .edit(OFFICES, ",room,", ",rom,")
        .build()
        .says("did you mean `room`?");
}

#[test]
fn mistakes_in_the_yaml_are_reported_at_their_keys() {
    let superior = "superior:\n  designation: নমুনা, {distict}\n  room: \"\"\n  code: ক\n  phone: ০১৭৮১২২৭১৯৩৪\n  email: above@ dept.example\n  host: dept.example\n";
    Portal::field()
        .edit(CHARTER, "সেবা শাখা, {upazila}", "সেবা শাখা, {upzila}")
        .with(OWN_CHARTER, superior)
        .with(OWN_WORDS, "room: \" \"\ncode: 0671-2\n")
        .build()
        .reports(&[
            (
                "unknown-placeholder",
                "content/dept/charter.yaml:16:15",
                "সেবা শাখা, {upzila}",
            ),
            (
                "unknown-placeholder",
                &format!("{OWN_CHARTER}:2:16"),
                "নমুনা, {distict}",
            ),
            ("empty-value", &format!("{OWN_CHARTER}:3:9"), "\"\""),
            ("bad-code", &format!("{OWN_CHARTER}:4:9"), "ক"),
            (
                "phone-length",
                &format!("{OWN_CHARTER}:5:10"),
                "০১৭৮১২২৭১৯৩৪",
            ),
            (
                "bad-email",
                &format!("{OWN_CHARTER}:6:10"),
                "above@ dept.example",
            ),
            ("unknown-key", &format!("{OWN_CHARTER}:7:3"), "host"),
            ("empty-value", &format!("{OWN_WORDS}:1:7"), "\" \""),
            ("bad-code", &format!("{OWN_WORDS}:2:7"), "0671-2"),
        ]);
}

#[test]
fn a_superior_without_a_post_is_reported() {
    Portal::field()
        .with(OWN_CHARTER, "superior:\n  phone: 0200000001\n")
        .build()
        .reports(&[(
            "missing-key",
            &format!("{OWN_CHARTER}:2:3"),
            "phone: 0200000001",
        )])
        .says("`designation` is missing");
}

#[test]
fn show_names_the_places_of_what_the_form_adds() {
    let portal = Portal::field().with(OWN_WORDS, "code: ০৬৭২\n");
    let shown = |id: &str| portal.run(&["show", id]).succeeds().stdout;
    let first = shown("first.sample");
    for lines in [
        "room  content/dept/offices.csv:2\n  ২০৫\n",
        "code  content/dept/offices.csv:2\n  ০৬৭১\n",
        "district.room  content/dept/districts.csv:2\n  ৪১২\n",
        "district.code  content/dept/districts.csv:2\n  ০৬৭\n",
        "superior.designation  content/dept/districts.csv:2\n  নমুনা কর্মকর্তা\n",
        "superior.office  content/dept/districts.csv:2\n  নমুনা জেলা কার্যালয়\n",
        "services.first-service.branch  content/dept/charter.yaml:16\n  সেবা শাখা, নমুনাপুর\n",
    ] {
        assert!(first.contains(lines), "{lines}\n{first}");
    }
    let third = shown("third.sample");
    for lines in [
        "room  content/dept/offices.csv:4\n  ৩\n".to_owned(),
        format!("code  {OWN_WORDS}:1\n  ০৬৭২\n"),
        format!("superior.designation  {OWN_CHARTER}:6\n  নমুনা উপ-পরিচালক, নমুনা জেলা\n"),
        format!("superior.phone  {OWN_CHARTER}:7\n"),
        format!("services.second-service.branch  {OWN_CHARTER}:4\n  নিজস্ব শাখা\n"),
    ] {
        assert!(third.contains(&lines), "{lines}\n{third}");
    }
    assert!(!third.contains("superior.email"), "{third}");
}

#[test]
fn the_charter_for_machines_carries_what_the_form_adds() {
    let json = |outcome: &Outcome, office: &str| -> serde_json::Value {
        let text = outcome.page(&format!("dept.{office}.gov.bd/charter/charter.json"));
        serde_json::from_str(&text).expect("JSON")
    };
    let outcome = field();
    let first = json(&outcome, "first.sample");
    assert_eq!(first["format"], "field");
    assert_eq!(first["contact"]["room"], "205");
    assert_eq!(first["contact"]["code"], "0671");
    assert_eq!(first["services"][0]["branch"], "সেবা শাখা, নমুনাপুর");
    assert_eq!(first["services"][1].get("branch"), None);
    assert_eq!(first["superior"]["office"], "নমুনা জেলা কার্যালয়");
    assert_eq!(first["superior"]["room"], "৪১২");
    assert_eq!(first["superior"]["code"], "067");
    assert_eq!(first["superior"]["email"], "sample@dept.example");
    let third = json(&outcome, "third.sample");
    assert_eq!(third["superior"]["designation"], "নমুনা উপ-পরিচালক, নমুনা জেলা");
    assert_eq!(third["superior"].get("office"), None);
    let department = Portal::small().build().succeeds();
    let usual = json(&department, "first.sample");
    assert_eq!((usual.get("format"), usual.get("superior")), (None, None));
}
