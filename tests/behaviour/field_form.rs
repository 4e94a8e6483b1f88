//! The form of field offices (`format: field`): eight columns, printed from the same records as the seven.

use crate::support::paths::{CHARTER, DISTRICTS, OFFICES};
use crate::support::{Outcome, Portal, text_of};

const OWN_CHARTER: &str = "content/dept/offices/third.sample/charter.yaml";
const OWN_WORDS: &str = "content/dept/offices/third.sample/office.yaml";

/// The text of each cell of the rows of the first table, its two heading rows included.
fn rows(outcome: &Outcome, office: &str) -> Vec<Vec<String>> {
    let html = outcome.page(&format!("dept.{office}.gov.bd/charter/index.html"));
    let (_, table) = html.split_once("<table").expect("a table");
    let (table, _) = table.split_once("</table>").expect("its end");
    let cells = |row: &str| {
        let row = row.replace("<th", "<td");
        let cells = row.split("<td").skip(1);
        cells.map(|cell| text_of(&format!("<td{cell}"))).collect()
    };
    table.split("<tr").skip(1).map(cells).collect()
}

fn field() -> Outcome {
    Portal::field().build().succeeds()
}

#[test]
fn the_table_has_the_eight_official_columns() {
    let rows = rows(&field(), "first.sample");
    assert_eq!(
        rows[0],
        [
            "ক্রমিক",
            "সেবার নাম",
            "সেবা প্রদানে সর্বোচ্চ সময়",
            "প্রয়োজনীয় কাগজপত্র",
            "প্রয়োজনীয় কাগজপত্র/আবেদন ফরম প্রাপ্তিস্থান",
            "সেবামূল্য এবং পরিশোধ পদ্ধতি (যদি থাকে)",
            "শাখার নামসহ দায়িত্বপ্রাপ্ত কর্মকর্তার পদবি, রুম নম্বর, জেলা/উপজেলার কোড, অফিসিয়াল টেলিফোন ও ই-মেইল",
            "ঊর্ধ্বতন কর্মকর্তার পদবি, রুম নম্বর, জেলা/উপজেলার কোডসহ অফিসিয়াল টেলিফোন ও ই-মেইল",
        ]
    );
    assert_eq!(
        rows[1],
        ["(১)", "(২)", "(৩)", "(৪)", "(৫)", "(৬)", "(৭)", "(৮)"]
    );
}

#[test]
fn a_row_says_in_eight_cells_all_that_the_form_asks_for() {
    let rows = rows(&field(), "first.sample");
    assert_eq!(
        rows[2],
        [
            "১",
            "প্রথম নমুনা সেবা",
            "০৫ (পাঁচ) কার্যদিবস",
            "আবেদনপত্র পরিচয়পত্রের কপি",
            "জেলা কার্যালয় নমুনা জেলা",
            "৫০ টাকা/ চালানের মাধ্যমে",
            "সেবা শাখা, নমুনাপুর নমুনা সহকারী রুম নম্বর: ২০৫, কোড: ০৬৭১ ফোন: 01700000000 first@dept.example",
            "নমুনা কর্মকর্তা, নমুনা জেলা কার্যালয় রুম নম্বর: ৪১২, কোড: ০৬৭ ফোন: 0200000000 sample@dept.example",
        ]
    );
}

#[test]
fn what_a_record_does_not_say_leaves_its_cell_empty() {
    let rows = rows(&field(), "first.sample");
    assert_eq!(
        rows[3][..6],
        ["২", "দ্বিতীয় নমুনা সেবা", "তাৎক্ষণিক", "", "", "বিনামূল্যে"]
    );
    assert!(rows[3][6].starts_with("নমুনা সহকারী রুম"), "no branch");
}

#[test]
fn an_office_of_which_nobody_has_told_us_names_the_district_office_and_no_room() {
    let rows = rows(&field(), "second.sample");
    assert_eq!(
        rows[2][6..],
        [
            "সেবা শাখা, দ্বিতীয় নমুনাপুর নমুনা সহকারী যোগাযোগ করুন: নমুনা জেলা কার্যালয় ফোন: 0200000000 sample@dept.example",
            "নমুনা কর্মকর্তা, নমুনা জেলা কার্যালয় রুম নম্বর: ৪১২, কোড: ০৬৭ ফোন: 0200000000 sample@dept.example",
        ]
    );
}

#[test]
fn a_vacant_post_is_told_plainly_and_the_superior_is_the_one_that_the_office_names() {
    let rows = rows(&field(), "third.sample");
    assert_eq!(
        rows[3][6..],
        [
            "নিজস্ব শাখা নমুনা সহকারী পদ শূন্য রুম নম্বর: ৩ যোগাযোগ করুন: নমুনা জেলা কার্যালয় ফোন: 0200000000 sample@dept.example",
            "নমুনা উপ-পরিচালক, নমুনা জেলা ফোন: ০২-০০০০০০০০",
        ],
        "nothing of the district's officer is mixed in"
    );
}

#[test]
fn a_district_without_an_officer_leaves_the_name_of_its_office() {
    let table = "id,name,division,office\nsample,নমুনা জেলা,নমুনা বিভাগ,নমুনা জেলা কার্যালয়\n";
    let outcome = Portal::field().with(DISTRICTS, table).build().succeeds();
    assert_eq!(rows(&outcome, "first.sample")[2][7], "নমুনা জেলা কার্যালয়");
}

#[test]
fn the_shared_charter_may_name_the_superior_of_all_offices() {
    let superior = "superior:\n  designation: নমুনা জেলা প্রশাসক\n  room: 7\n  code: 067\n  phone: 0200000001\n  email: above@dept.example\nvision:";
    let outcome = Portal::field()
        .edit(CHARTER, "vision:", superior)
        .build()
        .succeeds();
    assert_eq!(
        rows(&outcome, "first.sample")[2][7],
        "নমুনা জেলা প্রশাসক রুম নম্বর: ৭, কোড: ০৬৭ ফোন: 0200000001 above@dept.example"
    );
    let own = &rows(&outcome, "third.sample")[2][7];
    assert!(own.starts_with("নমুনা উপ-পরিচালক"), "{own}");
}

#[test]
fn an_office_says_its_room_and_code_over_its_row() {
    let outcome = Portal::field()
        .with(OWN_WORDS, "room: ৫\ncode: ০৬৭২\n")
        .build()
        .succeeds();
    let cell = &rows(&outcome, "third.sample")[2][6];
    assert!(cell.contains("রুম নম্বর: ৫, কোড: ০৬৭২"), "{cell}");
}

#[test]
fn the_page_of_a_service_shows_branch_room_and_superior() {
    let outcome = field();
    let text = text_of(&outcome.page("dept.first.sample.gov.bd/services/first-service/index.html"));
    for words in [
        "দায়িত্বপ্রাপ্ত কর্মকর্তা শাখা: সেবা শাখা, নমুনাপুর রুম নম্বর: ২০৫, কোড: ০৬৭১ ন নমুনা নাম নমুনা সহকারী ফোন করুন",
        "ঊর্ধ্বতন কর্মকর্তা নমুনা কর্মকর্তা, নমুনা জেলা কার্যালয় রুম নম্বর: ৪১২, কোড: ০৬৭ ফোন: 0200000000",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let text =
        text_of(&outcome.page("dept.second.sample.gov.bd/services/second-service/index.html"));
    assert!(
        text.contains("দায়িত্বপ্রাপ্ত কর্মকর্তা – নাম নিশ্চিত করা হয়নি")
            && text.contains("sample@dept.example ঊর্ধ্বতন কর্মকর্তা"),
        "{text}"
    );
}

#[test]
fn both_forms_are_printed_from_the_same_records() {
    let outcome = Portal::field()
        .edit(CHARTER, "format: field", "format: department")
        .build()
        .succeeds();
    let table = rows(&outcome, "first.sample");
    assert_eq!(table[1].len(), 7);
    for page in ["charter", "services/first-service"] {
        let text = text_of(&outcome.page(&format!("dept.first.sample.gov.bd/{page}/index.html")));
        for words in ["রুম নম্বর:", "সেবা শাখা", "ঊর্ধ্বতন কর্মকর্তা"]
        {
            assert!(!text.contains(words), "{page}: {words}");
        }
    }
    let unsaid = Portal::field().edit(CHARTER, "format: field\n", "").build();
    assert_eq!(rows(&unsaid.succeeds(), "first.sample"), table);
}

#[test]
fn all_else_in_the_charter_is_the_same_in_both_forms() {
    let around = |outcome: &Outcome| {
        let html = outcome.page("dept.second.sample.gov.bd/charter/index.html");
        let (before, rest) = html.split_once("<table").expect("a table");
        let (_, after) = rest.split_once("</table>").expect("its end");
        (before.to_owned(), after.to_owned())
    };
    let department = Portal::field().edit(CHARTER, "format: field\n", "").build();
    assert_eq!(around(&field()), around(&department.succeeds()));
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

#[test]
fn a_new_room_renders_the_offices_that_it_concerns_again() {
    let portal = Portal::field();
    portal.build().succeeds();
    let page = |office: &str| rows(&portal.build().succeeds(), office)[2].clone();
    let (first, second) = (page("first.sample"), page("second.sample"));
    let portal = portal.edit(OFFICES, "205,0671", "206,0671");
    let page = |office: &str| rows(&portal.build().succeeds(), office)[2].clone();
    assert_ne!(page("first.sample"), first);
    assert_eq!(page("second.sample"), second);
    let portal = portal.edit(DISTRICTS, "৪১২", "৪১৩");
    let page = |office: &str| rows(&portal.build().succeeds(), office)[2].clone();
    assert!(page("second.sample")[7].contains("৪১৩"));
    let portal = portal.edit(OWN_CHARTER, "০২-০০০০০০০০", "০২-০০০০০০০৯");
    let page = |office: &str| rows(&portal.build().succeeds(), office)[2].clone();
    assert!(page("third.sample")[7].contains("০২-০০০০০০০৯"));
}

#[test]
fn text_of_the_new_fields_is_never_obeyed() {
    let outcome = Portal::field()
        .edit(CHARTER, "সেবা শাখা, {upazila}", "<b>শাখা</b>")
        .edit(OFFICES, "205", "<i>205")
        .edit(OWN_CHARTER, "নমুনা উপ-পরিচালক", "<u>উপ-পরিচালক")
        .build()
        .succeeds();
    for office in ["first.sample", "third.sample"] {
        for page in ["charter", "services/first-service"] {
            let html = outcome.page(&format!("dept.{office}.gov.bd/{page}/index.html"));
            assert!(html.contains("&lt;b>শাখা") || html.contains("&lt;b&gt;শাখা"));
            for tag in ["<b>শাখা", "<i>", "<u>"] {
                assert!(!html.contains(tag), "{office} {page}: {tag}");
            }
        }
    }
}
