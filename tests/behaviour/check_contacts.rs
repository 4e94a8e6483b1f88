//! Contacts: numbers, addresses and hosts that cannot be dialled, written to or opened, or that belong to others.

use crate::support::Portal;
use crate::support::paths::{CHARTER, FIRST_YAML, TRAINING};

const PAYMENT: &str = "চালানের মাধ্যমে";

/// The text of one field of a service.
fn text(text: &str) -> Portal {
    Portal::small().edit(CHARTER, PAYMENT, text)
}

fn page(text: &str) -> Portal {
    Portal::small().edit(TRAINING, "- এক\n", text)
}

#[test]
fn a_number_of_ten_or_twelve_digits_in_a_text_is_marked() {
    text("\"সহকারী ফোন: ০১৭৮১২২৭১৯৩৪ ও ০১৭৮১২৭১৯৩ ও ০১৭৮১২৭১৯৩৪\"")
        .check("phone-in-text")
        .finds(&[
            ("content/dept/charter.yaml:12:36", "০১৭৮১২২৭১৯৩৪"),
            ("content/dept/charter.yaml:12:51", "০১৭৮১২৭১৯৩"),
        ])
        .tells("this number has 12 digits")
        .tells("this number has 10 digits");
}

#[test]
fn other_long_numbers_are_no_telephones() {
    text("জাতীয় পরিচয়পত্র ১৯৮৫৬৭১৮৯৪৫৩২১০৯৮ ও কোড ০১-০৭-২০২৫")
        .check("phone-in-text")
        .finds(&[]);
}

#[test]
fn two_numbers_side_by_side_are_two_numbers() {
    text("০১৭০০০০০০০০ ০১৮০০০০০০০০")
        .check("phone-in-text")
        .finds(&[]);
}

#[test]
fn a_number_that_no_operator_has_is_marked_in_texts_and_fields() {
    text("ফোন ০১২৮১২৭১৯৩৪")
        .edit("content/dept/offices.csv", "01700000000", "01100000000")
        .check("unknown-operator")
        .finds(&[
            ("content/dept/charter.yaml:12:27", "০১২৮১২৭১৯৩৪"),
            ("content/dept/offices.csv:2:45", "01100000000"),
        ]);
}

#[test]
fn an_office_with_a_land_line_only_is_noted() {
    Portal::small()
        .with(FIRST_YAML, "phone: ০২-০০০০০০০০\n")
        .check("land-line")
        .finds(&[(
            "content/dept/offices/first.sample/office.yaml:1:8",
            "০২-০০০০০০০০",
        )]);
    Portal::small()
        .with(FIRST_YAML, "phone: ০২-০০০০০০০০\nmobile: ০১৭০০০০০০০১\n")
        .check("land-line")
        .finds(&[]);
}

#[test]
fn several_numbers_in_one_cell_are_a_mistake() {
    Portal::small()
        .with(FIRST_YAML, "phone: ০১৭০০০০০০০০, ০১৮০০০০০০০০\n")
        .check("phone-sign")
        .finds(&[(
            "content/dept/offices/first.sample/office.yaml:1:8",
            "০১৭০০০০০০০০, ০১৮০০০০০০০০",
        )]);
}

#[test]
fn a_number_spaced_like_two_is_noted_and_mended() {
    let portal = Portal::small().edit(
        CHARTER,
        "contact: district.grievance_officer",
        "phone: +৮৮০ ২৪১ ০২৪০৭০",
    );
    portal
        .check("phone-spacing")
        .finds(&[("content/dept/charter.yaml:27:12", "+৮৮০ ২৪১ ০২৪০৭০")])
        .tells("write `+৮৮০ ২৪১০২৪০৭০`");
    assert!(portal.mended(CHARTER).contains("phone: +৮৮০ ২৪১০২৪০৭০\n"));
}

#[test]
fn digits_of_two_scripts_in_one_number_are_marked_and_mended() {
    let portal = Portal::small().with(FIRST_YAML, "phone: ০17০০০০০০০০\n");
    portal.check("mixed-digits").finds(&[(
        "content/dept/offices/first.sample/office.yaml:1:8",
        "০17০০০০০০০০",
    )]);
    assert_eq!(portal.mended(FIRST_YAML), "phone: ০১৭০০০০০০০০\n");
}

#[test]
fn a_mail_address_with_a_space_is_marked_and_mended() {
    let portal = text("office@ dept.example ও first @dept.example");
    portal.check("split-mail").finds(&[
        ("content/dept/charter.yaml:12:23", "office@ dept.example"),
        ("content/dept/charter.yaml:12:46", "first @dept.example"),
    ]);
    assert!(
        portal
            .mended(CHARTER)
            .contains("payment_method: office@dept.example ও first@dept.example\n")
    );
}

#[test]
fn a_mail_address_without_its_sign_is_marked() {
    text("মেইল name.office.gmail.com")
        .check("mail-without-at")
        .finds(&[("content/dept/charter.yaml:12:28", "name.office.gmail.com")]);
}

#[test]
fn a_private_mail_address_is_doubted_wherever_it_stands() {
    text("office@gmail.com ও office@doict.gov.bd")
        .edit(
            "content/dept/offices.csv",
            "first@dept.example",
            "first@yahoo.com",
        )
        .check("private-mail")
        .finds(&[
            ("content/dept/charter.yaml:12:23", "office@gmail.com"),
            ("content/dept/offices.csv:2:57", "first@yahoo.com"),
        ]);
}

#[test]
fn a_host_with_a_space_is_mended_when_it_is_an_offices_own() {
    let portal = text("office@dept.example www.dept.fir st.sample.gov.bd");
    portal
        .check("split-host")
        .finds(&[(
            "content/dept/charter.yaml:12:43",
            "www.dept.fir st.sample.gov.bd",
        )])
        .tells("--fix writes it");
    assert!(
        portal
            .mended(CHARTER)
            .contains("office@dept.example www.dept.first.sample.gov.bd\n")
    );
}

#[test]
fn a_host_with_a_space_that_nobody_knows_is_marked_but_left() {
    let portal = text("www.elsewhe re.gov.bd");
    let outcome = portal
        .check("split-host")
        .finds(&[("content/dept/charter.yaml:12:23", "www.elsewhe re.gov.bd")]);
    assert!(!outcome.stdout.contains("--fix"), "{}", outcome.stdout);
    assert!(portal.mended(CHARTER).contains("www.elsewhe re.gov.bd"));
}

#[test]
fn two_hosts_side_by_side_are_two_hosts() {
    text("www.doict.gov.bd www.grs.gov.bd")
        .check("split-host")
        .finds(&[]);
}

#[test]
fn the_host_of_another_office_is_marked_in_an_offices_own_text() {
    page("দেখুন dept.second.sample.gov.bd, dept.first.sample.gov.bd\n")
        .check("foreign-host")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:7:7",
            "dept.second.sample.gov.bd",
        )]);
}

#[test]
fn one_host_in_two_ways_is_noted() {
    page("dept.first.sample.gov.bd ও www.dept.first.sample.gov.bd\n")
        .check("mixed-www")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:7:28",
            "www.dept.first.sample.gov.bd",
        )]);
}

#[test]
fn a_link_without_encryption_is_noted() {
    page("[সাইট](http://www.doict.gov.bd)\n")
        .check("http-link")
        .finds(&[(
            "content/dept/offices/first.sample/pages/training.md:7:8",
            "http://",
        )]);
}

#[test]
fn a_contact_typed_into_a_service_is_noted_once_a_field() {
    text("\"সহকারী ফোন: ০১৭৮১২৭১৯৩৪ office@dept.example www.dept.first.sample.gov.bd\"")
        .check("contact-in-text")
        .finds(&[("content/dept/charter.yaml:12:36", "০১৭৮১২৭১৯৩৪")]);
}

#[test]
fn a_number_in_the_address_of_a_tier_or_an_office_is_looked_at_too() {
    let tier = "    designation: উপপরিচালক\n    address: \"নমুনা ভবন, ফোন: ০১৭০০০০০০\"\n";
    Portal::small()
        .edit(CHARTER, "    contact: district.grievance_officer\n", tier)
        .with(FIRST_YAML, "address: নমুনা সড়ক, টেলিফোন ০২-৯৮৭\n")
        .check("phone-in-text")
        .finds(&[
            ("content/dept/charter.yaml:28:31", "০১৭০০০০০০"),
            (
                "content/dept/offices/first.sample/office.yaml:1:30",
                "০২-৯৮৭",
            ),
        ]);
}
