//! Places: upazila, district, host and signature that contradict each other.

use crate::support::Portal;
use crate::support::paths::{CHARTER, OFFICES};

#[test]
fn a_signature_that_names_one_place_is_doubted() {
    Portal::charter("\"{upazila}, {district}।\"", "উপজেলা কার্যালয়, হুগলি, নারায়ণগঞ্জ।")
        .check("signature-place")
        .finds(&[(
            "content/dept/charter.yaml:31:10",
            "উপজেলা কার্যালয়, হুগলি, নারায়ণগঞ্জ।",
        )]);
}

#[test]
fn a_signature_under_another_name_of_the_office_is_noted() {
    Portal::charter("\"{upazila}, {district}।\"", "উপজেলা কার্যালয়, {upazila}।")
        .check("signature-office")
        .finds(&[("content/dept/charter.yaml:31:10", "উপজেলা কার্যালয়, {upazila}।")])
        .tells("`উপজেলা নমুনা কার্যালয়`");
    for right in ["\"{office}, {upazila}\"", "উপজেলা নমুনা কার্যালয়, {upazila}"]
    {
        Portal::charter("\"{upazila}, {district}।\"", right)
            .check("signature-office")
            .finds(&[]);
    }
}

#[test]
fn a_host_of_another_upazila_is_doubted_at_its_cell() {
    Portal::small()
        .with_column(
            OFFICES,
            "host",
            &[
                ("first.sample", "dept.secnod.sample.gov.bd"),
                ("second.sample", "second.example"),
            ],
        )
        .check("host-place")
        .finds(&[("content/dept/offices.csv:2:87", "dept.secnod.sample.gov.bd")]);
}

#[test]
fn a_district_office_of_another_name_is_doubted() {
    Portal::small()
        .edit("content/dept/districts.csv", "নমুনা জেলা কার্যালয়", "অন্য কার্যালয়")
        .check("district-office-name")
        .finds(&[("content/dept/districts.csv:2:1", "sample")]);
}

#[test]
fn a_shared_text_that_names_one_district_is_doubted() {
    Portal::charter("জেলা কার্যালয় {district}", "সরাসরি জেলা কার্যালয় নমুনা জেলা")
        .check("fixed-place")
        .finds(&[("content/dept/charter.yaml:10:28", "জেলা কার্যালয় নমুনা জেলা")]);
}

#[test]
fn an_address_in_another_upazila_is_doubted() {
    Portal::small()
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "address: তৃতীয় নমুনাপুর সড়ক\n",
        )
        .check("address-place")
        .finds(&[]);
    Portal::small()
        .edit(OFFICES, "third.sample,তৃতীয় নমুনাপুর", "third.sample,রূপনগর")
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "address: রূপনগর সড়ক\n",
        )
        .check("address-place")
        .finds(&[(
            "content/dept/offices/first.sample/office.yaml:1:10",
            "রূপনগর সড়ক",
        )]);
}

#[test]
fn a_vision_that_fits_any_office_is_noted() {
    Portal::charter("\"{upazila} উপজেলায় নমুনা মিশন।\"", "নমুনা মিশন।")
        .check("general-vision")
        .finds(&[("content/dept/charter.yaml:2:9", "নমুনা ভিশন।")]);
    Portal::small().check("general-vision").finds(&[]);
}

#[test]
fn a_charter_copied_from_a_district_office_is_noted() {
    Portal::charter("name: প্রথম নমুনা সেবা", "name: জেলা পর্যায়ে সভা আয়োজন")
        .edit(CHARTER, "দ্বিতীয় নমুনা সেবা", "দক্ষতা বৃদ্ধিতে উপজেলা কার্যালয় পরিদর্শন")
        .check("district-level")
        .finds(&[
            ("content/dept/charter.yaml:7:13", "জেলা পর্যায়ে"),
            ("content/dept/charter.yaml:10:21", "জেলা কার্যালয়"),
            ("content/dept/charter.yaml:16:29", "উপজেলা কার্যালয় পরিদর্শন"),
        ]);
    Portal::charter("জেলা কার্যালয় {district}", "উপজেলা কার্যালয় {upazila}")
        .check("district-level")
        .finds(&[]);
}
