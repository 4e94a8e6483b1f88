//! The people of an office: who is shown, as what, and what is told of a list that cannot be right.

use crate::support::hosts::{FIRST, THIRD};
use crate::support::{Outcome, Portal, text_of};

const TABLE: &str = "content/dept/people.csv";
const OWN: &str = "content/dept/offices/first.sample/office.yaml";
const DEPARTMENT: &str = "content/dept/department.yaml";
const HEAD: &str =
    "office,name,post,phone,email,room,roles,charge,days,from,until,order,name_en,days_en\n";

/// The small site with a second post, and these rows of the first office in its table of people.
fn with_rows(rows: &str) -> Portal {
    let posts =
        "name: নমুনা সহকারী\n  - id: accountant\n    name: নমুনা হিসাবরক্ষক\n    en: {name: Accountant}";
    Portal::small()
        .edit(DEPARTMENT, "name: নমুনা সহকারী", posts)
        .with(TABLE, format!("{HEAD}{rows}"))
}

/// Three people: who leads the office, a guest for two days, and who led it before.
fn staffed() -> Portal {
    with_rows(
        "first.sample,নমুনা অতিথি,accountant,\"01800000001; 01800000002\",guest@dept.example,১০২,rti,additional,রবি ও মঙ্গলবার,,,২,Sample Guest,Sunday and Tuesday\n\
         first.sample,নমুনা প্রধান,clerk,01900000001,head@dept.example,২০১,head;grievance,,,2024-03-01,,১,Sample Head,\n\
         first.sample,পুরোনো প্রধান,clerk,,,,head,,,2021-07-01,2024-02-29,,,\n\
         first.sample,পুরোনো সহকারী,accountant,,,,,,,,2024-02-29,,,\n\
         first.sample,আগামীর সহকারী,accountant,,,,,,,2031-01-01,,,,\n",
    )
    .edit("content/dept/offices.csv", "নমুনা কর্মকর্তা,clerk,01700000000,first@dept.example", ",clerk,,")
}

fn built(portal: &Portal) -> Outcome {
    portal.run(&["build", "--today", "2025-07-01"]).succeeds()
}

fn officers(portal: &Portal) -> String {
    built(portal).page(&format!("{FIRST}/officers/index.html"))
}

#[test]
fn the_head_stands_first_then_the_others_then_former_heads() {
    let text = text_of(&officers(&staffed()));
    let at = |word: &str| {
        text.find(word)
            .unwrap_or_else(|| panic!("{word} is not in {text}"))
    };
    assert!(at("নমুনা প্রধান") < at("নমুনা অতিথি"), "{text}");
    assert!(at("নমুনা অতিথি") < at("প্রাক্তন অফিস-প্রধানগণ"), "{text}");
    assert!(
        text.contains("পুরোনো প্রধান , নমুনা সহকারী ১ জুলাই ২০২১ – ২৯ ফেব্রুয়ারি ২০২৪"),
        "{text}"
    );
    assert!(
        text.contains("অতিরিক্ত দায়িত্ব; অফিসে থাকেন: রবি ও মঙ্গলবার"),
        "{text}"
    );
    assert!(text.contains("দায়িত্বপ্রাপ্ত কর্মকর্তা (তথ্য অধিকার)"), "{text}");
    assert!(text.contains("অভিযোগ নিষ্পত্তি কর্মকর্তা (অনিক)"), "{text}");
    assert!(
        !text.contains("পুরোনো সহকারী") && !text.contains("আগামীর সহকারী"),
        "{text}"
    );
}

#[test]
fn the_head_of_the_list_is_the_officer_of_every_page() {
    let outcome = built(&staffed());
    for page in ["index.html", "contact/index.html", "charter/index.html"] {
        let html = outcome.page(&format!("{FIRST}/{page}"));
        assert!(html.contains("নমুনা প্রধান"), "{page}");
        assert!(html.contains("tel:+8801900000001"), "{page}");
    }
}

#[test]
fn each_person_can_be_kept_in_the_contacts_and_found() {
    let outcome = built(&staffed());
    let html = outcome.page(&format!("{FIRST}/officers/index.html"));
    assert!(html.contains("href=../officers/accountant.vcf"), "{html}");
    assert!(html.contains("href=../contact/office.vcf"), "{html}");
    let card = outcome.page(&format!("{FIRST}/officers/accountant.vcf"));
    for line in [
        "FN:নমুনা অতিথি",
        "TITLE:নমুনা হিসাবরক্ষক",
        "TEL;TYPE=WORK,VOICE:+8801800000001",
        "TEL;TYPE=WORK,VOICE:+8801800000002",
        "EMAIL;TYPE=INTERNET,WORK:guest@dept.example",
    ] {
        assert!(card.contains(&format!("\r\n{line}\r\n")), "{line}: {card}");
    }
    let entries = outcome.page(&format!("{FIRST}/site-map/entries.js"));
    assert!(
        entries.contains(
            "[5,\"নমুনা অতিথি\",\"officers/\",\"01800000001, 01800000002, guest@dept.example"
        ),
        "{entries}"
    );
    let worker = outcome.page(&format!("{FIRST}/sw.js"));
    assert!(worker.contains("\"officers/accountant.vcf\""), "{worker}");
}

#[test]
fn two_who_hold_one_post_have_a_card_each() {
    let outcome = built(&with_rows(
        "first.sample,এক নমুনা,accountant,,,,,,,,,,,\nfirst.sample,দুই নমুনা,accountant,,,,,,,,,,,\n",
    ));
    let one = outcome.page(&format!("{FIRST}/officers/accountant.vcf"));
    let two = outcome.page(&format!("{FIRST}/officers/2-accountant.vcf"));
    assert!(one.contains("FN:এক নমুনা") && two.contains("FN:দুই নমুনা"));
    assert!(
        two.contains("TEL;TYPE=WORK,VOICE:+8801700000000"),
        "the office's: {two}"
    );
}

#[test]
fn the_english_page_says_it_in_english() {
    let outcome = built(&staffed().in_both_languages());
    let html = outcome.page(&format!("{FIRST}/en/officers/index.html"));
    let text = text_of(&html);
    for says in [
        "Sample Head",
        "Other officers and staff",
        "Sample Guest Accountant",
        "Additional charge; in the office: Sunday and Tuesday",
        "Former heads of office",
        "1 July 2021 – 29 February 2024",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert!(
        html.contains("href=../../officers/accountant.vcf"),
        "{html}"
    );
}

#[test]
fn an_office_without_people_is_built_as_before() {
    let of = |portal: &Portal| {
        let files = portal.run(&["build"]).succeeds();
        drop(files);
        let mut files = portal.output();
        files.retain(|(name, _)| name.starts_with(THIRD));
        files
    };
    let without = of(&Portal::small());
    let with = of(&Portal::small().with(
        TABLE,
        format!("{HEAD}first.sample,নমুনা প্রধান,clerk,,,,head,,,,,,,\n"),
    ));
    assert!(without == with);
}

#[test]
fn who_comes_or_goes_changes_the_portal_on_that_day() {
    let portal = with_rows("first.sample,নমুনা অতিথি,accountant,,,,,,,2025-07-02,2025-07-05,,,\n");
    for (day, is_there) in [
        ("2025-07-01", false),
        ("2025-07-02", true),
        ("2025-07-05", true),
        ("2025-07-06", false),
    ] {
        let outcome = portal.run(&["build", "--today", day]).succeeds();
        let html = outcome.page(&format!("{FIRST}/officers/index.html"));
        assert_eq!(html.contains("নমুনা অতিথি"), is_there, "{day}");
    }
}

#[test]
fn the_list_in_office_yaml_stands_in_the_place_of_the_table() {
    let portal = staffed().with(
        OWN,
        "people:\n  - name: নিজের প্রধান\n    post: clerk\n    phone: [০১৭০০০০০০০৫, \"01700000006\"]\n    roles: [head, focal]\n    until: 2025-07-01\n  - {name: নিজের সহকারী, post: accountant, phone: ০১৭০০০০০০০৭}\n",
    );
    let text = text_of(&officers(&portal));
    for says in [
        "নিজের প্রধান",
        "নিজের সহকারী",
        "০১৭০০০০০০০৫",
        "01700000006",
        "ফোকাল পয়েন্ট কর্মকর্তা",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert!(
        !text.contains("নমুনা অতিথি") && !text.contains("প্রাক্তন"),
        "{text}"
    );
    let outcome = portal.run(&["build", "--today", "2025-07-02"]).succeeds();
    let text = text_of(&outcome.page(&format!("{FIRST}/officers/index.html")));
    assert!(
        text.contains("প্রাক্তন অফিস-প্রধানগণ নিজের প্রধান , নমুনা সহকারী ১ জুলাই ২০২৫ পর্যন্ত"),
        "{text}"
    );
}

#[test]
fn a_list_whose_key_is_written_with_escapes_knows_the_day_too() {
    let portal = staffed().with(
        OWN,
        "\"peo\\u0070le\":\n  - name: নিজের প্রধান\n    post: clerk\n    roles: head\n    until: 2025-07-01\n",
    );
    assert!(text_of(&officers(&portal)).contains("নিজের প্রধান"));
    let outcome = portal.run(&["build", "--today", "2025-07-02"]).succeeds();
    let text = text_of(&outcome.page(&format!("{FIRST}/officers/index.html")));
    assert!(text.contains("প্রাক্তন অফিস-প্রধানগণ নিজের প্রধান"), "{text}");
}

#[test]
fn who_holds_the_post_that_leads_is_the_head_where_nobody_is_said_to_be() {
    let portal = with_rows("third.sample,নমুনা প্রধান,clerk,01900000001,,,,,,,,,,\n");
    let outcome = built(&portal);
    let text = text_of(&outcome.page(&format!("{THIRD}/contact/index.html")));
    assert!(
        text.contains("নমুনা প্রধান") && !text.contains("পদ শূন্য"),
        "{text}"
    );
}

#[test]
fn a_post_of_the_charter_that_nobody_holds_is_said_to_be_vacant() {
    let portal = with_rows("first.sample,নমুনা প্রধান,clerk,,,,head,,,,,,,\n").edit(
        crate::support::paths::CHARTER,
        "time_limit: তাৎক্ষণিক\n      responsible: clerk",
        "time_limit: তাৎক্ষণিক\n      responsible: accountant",
    );
    let text = text_of(&officers(&portal));
    assert!(text.contains("শূন্য পদ নমুনা হিসাবরক্ষক"), "{text}");
    let silent = officers(&portal.without(TABLE));
    assert!(!text_of(&silent).contains("শূন্য পদ"), "nobody has told us");
}

#[test]
fn phones_may_stand_in_lines_of_a_cell() {
    let html = officers(&with_rows(
        "first.sample,নমুনা অতিথি,accountant,\"01800000001\n01800000002\",,,,,,,,,,\n",
    ));
    assert!(html.contains("tel:+8801800000001") && html.contains("tel:+8801800000002"));
}

#[test]
fn each_mistake_is_told_at_its_cell_and_keeps_that_office_back() {
    let portal = with_rows(
        "first.sample,,clerk,,,,,,,,,,,\n\
         first.sample,নমুনা,cleric,,,,,,,,,,,\n\
         first.sample,নমুনা,clerk,018000,,,,,,,,,,\n\
         first.sample,নমুনা,clerk,,,,boss,,,,,,,\n\
         first.sample,নমুনা,clerk,,,,,both,,,,,,\n\
         first.sample,নমুনা,clerk,,,,,,,2025-13-01,,,,\n\
         first.sample,নমুনা,clerk,,,,,,,,,প্রথম,,\n\
         fourth.sample,নমুনা,clerk,,,,,,,,,,,\n",
    );
    portal.build().reports(&[
        ("empty-cell", "content/dept/people.csv:2:14", ""),
        ("unknown-post", "content/dept/people.csv:3:20", "cleric"),
        ("phone-length", "content/dept/people.csv:4:26", "018000"),
        ("unknown-role", "content/dept/people.csv:5:29", "boss"),
        ("unknown-charge", "content/dept/people.csv:6:30", "both"),
        ("bad-date", "content/dept/people.csv:7:32", "2025-13-01"),
        ("bad-order", "content/dept/people.csv:8:34", "প্রথম"),
        (
            "unknown-office",
            "content/dept/people.csv:9:1",
            "fourth.sample",
        ),
    ]);
    assert!(portal.path(&format!("public/{THIRD}/index.html")).exists());
    assert!(!portal.path(&format!("public/{FIRST}/index.html")).exists());
}

#[test]
fn a_mistake_in_office_yaml_is_told_at_its_key() {
    let portal = with_rows("").with(
        OWN,
        "people:\n  - name: নমুনা\n    post: clerk\n    phone: [০১৭০০০০০০০৫, ০১৭০]\n  - post: clerk\n",
    );
    portal.build().reports(&[
        (
            "phone-length",
            &format!("{OWN}:4:12"),
            "[০১৭০০০০০০০৫, ০১৭০]",
        ),
        ("missing-key", &format!("{OWN}:5:5"), "post: clerk"),
    ]);
}

#[test]
fn a_post_is_not_vacant_that_somebody_of_the_list_holds() {
    let portal = staffed().with(OWN, "vacant: true\n");
    portal
        .build()
        .reports(&[("held-and-vacant", &format!("{OWN}:1:9"), "true")]);
}

#[test]
fn show_names_the_cell_of_each_value() {
    let portal = staffed();
    let shown = portal.run(&["show", "first.sample"]).succeeds().stdout;
    assert!(
        shown.contains("people[0].name  content/dept/people.csv:3\n  নমুনা প্রধান"),
        "{shown}"
    );
    assert!(
        shown.contains("people[1].days  content/dept/people.csv:2\n  রবি ও মঙ্গলবার"),
        "{shown}"
    );
    assert!(
        shown.contains("officer  content/dept/people.csv:3\n"),
        "{shown}"
    );
    let without = Portal::small().run(&["show", "first.sample"]).succeeds();
    assert!(!without.stdout.contains("people["));
}

#[test]
fn what_is_wrong_with_a_person_is_asked_of_that_persons_office() {
    let portal = with_rows(
        "first.sample,নমুনা কর্মকর্তা,clerk,,,,head,,,,,,,\n\
         third.sample,নমুনা অতিথি,accountant,,,,boss,,,,,,,\n\
         third.sample,দুই নমুনা,accountant,,,,,,রবিবার,,,,,\n",
    );
    portal.run(&["check", "--today", "2025-07-01", "--report", "calls"]);
    let page = |name: &str| text_of(&portal.text(&format!("calls/{name}")));
    let first = page("index.html");
    assert!(!first.contains("people.csv"), "{first}");
    let district = page("districts/sample/index.html");
    let third = district.find("তৃতীয় নমুনাপুর").expect("the office");
    for line in ["people.csv:3", "people.csv:4"] {
        let at = district.find(line);
        assert!(at.is_some_and(|at| at > third), "{line}: {district}");
    }
}
