//! Whom a citizen reaches: the officer, or the district office where nobody is known; and what is said of the data.

use crate::support::hosts::{FIRST, SECOND, THIRD};
use crate::support::{Outcome, Portal, text_of};

const NOINDEX: &str = "<meta content=noindex name=robots>";

fn small() -> Outcome {
    Portal::small().build().succeeds()
}

#[test]
fn an_officer_is_named_with_a_number_that_can_be_dialled() {
    let outcome = small();
    for page in [
        "index.html",
        "contact/index.html",
        "officers/index.html",
        "services/first-service/index.html",
        "charter/index.html",
    ] {
        let html = outcome.page(&format!("{FIRST}/{page}"));
        assert!(
            html.contains("tel:+8801700000000") && html.contains("mailto:first@dept.example"),
            "{page}"
        );
        let text = text_of(&html);
        assert!(
            text.contains("নমুনা কর্মকর্তা") && text.contains("01700000000"),
            "{page}: {text}"
        );
    }
}

#[test]
fn a_vacant_post_is_told_plainly_with_the_district_office_to_ask() {
    let outcome = small();
    let html = outcome.page(&format!("{THIRD}/contact/index.html"));
    assert!(
        text_of(&html).contains("পদ শূন্য") && html.contains("tel:+880200000000"),
        "{html}"
    );
    assert!(!html.contains(NOINDEX), "the office has confirmed it");
}

#[test]
fn a_post_of_which_nobody_has_told_us_is_not_called_vacant() {
    let text = text_of(&small().page(&format!("{SECOND}/charter/index.html")));
    assert!(
        !text.contains("পদ শূন্য") && text.contains("নাম নিশ্চিত করা হয়নি"),
        "{text}"
    );
}

#[test]
fn the_note_on_unconfirmed_data_is_true_whether_there_is_any_or_not() {
    let portal = Portal::small().with(
        "content/dept/offices/second.sample/office.yaml",
        "officer: নমুনা নাম\nphone: 01800000000\nemail: second@dept.example\n",
    );
    let text = text_of(
        &portal
            .build()
            .succeeds()
            .page(&format!("{SECOND}/index.html")),
    );
    assert!(
        text.contains("অসম্পূর্ণ, পুরোনো বা ভুল হতে পারে") && !text.contains("পাওয়া যায়নি"),
        "{text}"
    );
    assert!(
        text.contains("নমুনা নাম") && text.contains("01800000000"),
        "{text}"
    );
}

#[test]
fn a_vacant_post_with_a_telephone_names_the_district_office_too() {
    let portal = Portal::small().with(
        "content/dept/offices/third.sample/office.yaml",
        "phone: 01900000000\n",
    );
    let text = text_of(
        &portal
            .build()
            .succeeds()
            .page(&format!("{THIRD}/index.html")),
    );
    assert!(
        text.contains("পদ শূন্য") && text.contains("প্রয়োজনে জেলা কার্যালয়ে যোগাযোগ করুন।"),
        "{text}"
    );
    assert!(text.contains("ফোন করুন 01900000000"), "{text}");
}

#[test]
fn a_button_that_calls_the_district_office_says_so() {
    let outcome = small();
    for page in ["index.html", "services/first-service/index.html"] {
        let html = outcome.page(&format!("{THIRD}/{page}"));
        let buttons = html.split("<a class=call ").skip(1);
        for button in buttons {
            let button = button.split("</a>").next().unwrap_or_default();
            assert!(button.contains("জেলা কার্যালয়ে ফোন করুন"), "{page}: {button}");
        }
        assert!(html.contains("<a class=call "), "{page}");
    }
}

#[test]
fn the_first_page_is_called_as_the_office_and_leads_to_the_charter() {
    let html = small().page(&format!("{FIRST}/index.html"));
    assert!(
        html.contains("<title>উপজেলা নমুনা কার্যালয়, নমুনাপুর, নমুনা জেলা</title>"),
        "{html}"
    );
    let (_, main) = html.split_once("<main").expect("the page's own part");
    assert!(
        main.contains("<a href=charter/index.html>সিটিজেনস চার্টার</a>"),
        "{main}"
    );
}

#[test]
fn unconfirmed_data_carries_a_visible_note_and_is_kept_from_search_engines() {
    let outcome = small();
    for page in [
        "index.html",
        "charter/index.html",
        "about/index.html",
        "404.html",
    ] {
        let html = outcome.page(&format!("{SECOND}/{page}"));
        assert!(
            text_of(&html).contains("তথ্য এখনো নিশ্চিত করা হয়নি") && html.contains(NOINDEX),
            "{page}"
        );
        let html = outcome.page(&format!("{FIRST}/{page}"));
        assert!(
            !text_of(&html).contains("তথ্য এখনো নিশ্চিত করা হয়নি") && !html.contains(NOINDEX),
            "{page}"
        );
    }
}

#[test]
fn a_service_page_answers_in_the_order_of_a_citizens_questions() {
    let text = text_of(&small().page(&format!("{FIRST}/services/first-service/index.html")));
    let body = &text[text
        .find("প্রথম পাতা ›")
        .or_else(|| text.find("নাগরিক সেবা ১"))
        .expect("the page's own part")..];
    let order = [
        "প্রথম নমুনা সেবা",
        "৫০ টাকা",
        "চালানের মাধ্যমে",
        "০৫ (পাঁচ) কার্যদিবস",
        "ফোন করুন 01700000000",
        "আবেদনপত্র",
        "পরিচয়পত্রের কপি",
        "জেলা কার্যালয় নমুনা জেলা",
        "সরাসরি/ ই-মেইল",
        "দায়িত্বপ্রাপ্ত কর্মকর্তা ন নমুনা কর্মকর্তা",
        "অভিযোগ নিষ্পত্তি কর্মকর্তা (অনিক)",
        "সিটিজেনস চার্টারে এই সেবাটি দেখুন",
        "দ্বিতীয় নমুনা সেবা",
    ];
    let mut from = 0;
    for words in order {
        from += body[from..]
            .find(words)
            .unwrap_or_else(|| panic!("{words:?} does not follow in {body}"));
    }
}

#[test]
fn the_menu_names_the_pages_that_ask_for_it_at_its_end_only() {
    let outcome = small();
    let text = text_of(&outcome.page(&format!("{FIRST}/index.html")));
    assert!(text.contains("অভিযোগ যোগাযোগ নমুনা প্রশিক্ষণ"), "{text}");
    assert!(
        !outcome
            .page(&format!("{SECOND}/index.html"))
            .contains("নমুনা প্রশিক্ষণ")
    );
}

#[test]
fn the_charter_for_machines_has_latin_digits_and_what_the_text_means() {
    let json: serde_json::Value =
        serde_json::from_str(&small().page(&format!("{FIRST}/charter/charter.json")))
            .expect("JSON");
    assert_eq!(json["contact"]["phone"], "+8801700000000");
    assert_eq!(json["approved_on"], "2025-06-30");
    assert_eq!(json["services"][0]["fee_taka"], 50);
    assert_eq!(json["services"][0]["working_days"], 5);
    assert_eq!(json["services"][0]["fee"], "৫০ টাকা");
    assert_eq!(json["services"][1]["fee_taka"], 0);
    assert_eq!(json["services"][1]["immediate"], true);
    assert_eq!(json["grievance"][0]["working_days"], 30);
}

#[test]
fn the_feed_lists_the_notices_with_whole_addresses() {
    let feed = small().page(&format!("{FIRST}/notices/feed.xml"));
    assert!(
        feed.contains("<link href=\"https://dept.first.sample.gov.bd/notices/winter/\"/>"),
        "{feed}"
    );
    assert!(
        feed.contains("<updated>2025-01-15T00:00:00+06:00</updated>"),
        "{feed}"
    );
}

#[test]
fn an_officer_who_is_known_can_be_kept_in_the_contacts_of_a_telephone() {
    let portal = Portal::small().with(
        "content/dept/offices/first.sample/office.yaml",
        "address: নমুনা সড়ক, নমুনাপুর\n",
    );
    let outcome = portal.build().succeeds();
    let card = outcome.page(&format!("{FIRST}/contact/office.vcf"));
    assert!(
        card.split("\r\n")
            .all(|line| !line.contains('\n') && line.len() <= 75)
    );
    let card = card.replace("\r\n ", "");
    let lines: Vec<&str> = card.split_terminator("\r\n").collect();
    assert_eq!(
        lines,
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:নমুনা কর্মকর্তা",
            "N:নমুনা কর্মকর্তা;;;;",
            "ORG:উপজেলা নমুনা কার্যালয়\\, নমুনাপুর",
            "TITLE:নমুনা সহকারী",
            "TEL;TYPE=WORK,VOICE:+8801700000000",
            "EMAIL;TYPE=INTERNET,WORK:first@dept.example",
            "ADR;TYPE=WORK:;;নমুনা সড়ক\\, নমুনাপুর;নমুনাপুর;নমুনা জেলা;;বাংলাদেশ",
            "URL:https://dept.first.sample.gov.bd/",
            "END:VCARD",
        ]
    );
    for page in ["contact", "officers"] {
        let html = outcome.page(&format!("{FIRST}/{page}/index.html"));
        assert!(html.contains("contact/office.vcf"), "{page}");
    }
}

#[test]
fn there_is_no_card_of_nobody() {
    let portal = Portal::small();
    let outcome = portal.build().succeeds();
    for host in [SECOND, THIRD] {
        assert!(
            !portal
                .path(&format!("public/{host}/contact/office.vcf"))
                .exists()
        );
        for page in ["contact", "officers"] {
            let html = outcome.page(&format!("{host}/{page}/index.html"));
            assert!(!html.contains(".vcf"), "{host}/{page}");
        }
    }
}

#[test]
fn the_week_shows_when_offices_are_open_only_where_somebody_has_written_it() {
    let page = format!("{FIRST}/contact/index.html");
    let portal = Portal::small();
    let text = text_of(&portal.build().succeeds().page(&page));
    assert!(
        text.contains("শুক্রবার ও শনিবার") && !text.contains("অফিসের সময়"),
        "{text}"
    );
    let portal = portal.edit(
        "content/portal.yaml",
        "weekend:",
        "hours: {opens: 9:00, closes: \"১৭:৩০\"}\nweekend:",
    );
    let outcome = portal.build().succeeds();
    let html = outcome.page(&page);
    let home = outcome.page(&format!("{FIRST}/index.html"));
    for (page, html) in [("contact", &html), ("home", &home)] {
        let text = text_of(html);
        for says in [
            "অফিসের সময় সকাল ৯টা থেকে বিকেল ৫টা ৩০ মিনিট",
            "সাপ্তাহিক ছুটি শুক্রবার ও শনিবার",
        ] {
            assert!(text.contains(says), "{says} is not on {page}: {text}");
        }
    }
    assert!(html.contains("\"openingHours\":\"Su,Mo,Tu,We,Th 09:00-17:30\""));
}

#[test]
fn an_office_that_says_where_it_stands_is_found_on_the_map() {
    let portal = Portal::small().with(
        "content/dept/offices/first.sample/office.yaml",
        "address: নমুনা সড়ক\nlatitude: ২৩.৭৯১২\nlongitude: 90.5043\n",
    );
    let outcome = portal.build().succeeds();
    let html = outcome.page(&format!("{FIRST}/contact/index.html"));
    assert!(html.contains("<a href=geo:23.7912,90.5043>"), "{html}");
    let address = "<address class=muted><span class=line>উপজেলা নমুনা কার্যালয়</span> <span class=line>নমুনা সড়ক</span> <span class=line>নমুনাপুর, নমুনা জেলা</span></address>";
    assert_eq!(
        html.matches("নমুনা সড়ক").count(),
        2,
        "once, and for machines: {html}"
    );
    for page in ["index.html", "contact/index.html"] {
        let html = outcome.page(&format!("{FIRST}/{page}"));
        assert!(html.contains(address), "{page}: {html}");
    }
    assert!(html.contains("\"latitude\":23.7912,\"longitude\":90.5043"));
    let card = outcome.page(&format!("{FIRST}/contact/office.vcf"));
    assert!(card.contains("\r\nGEO:23.7912;90.5043\r\n"), "{card}");
    let other = outcome.page(&format!("{THIRD}/contact/index.html"));
    assert!(!other.contains("geo:"), "nobody has said where");
}

#[test]
fn a_mobile_number_stands_beside_the_telephone_and_the_offices_own_wins() {
    let outcome = Portal::small()
        .with(
            "content/dept/offices.csv",
            "id,upazila,officer,post,phone,mobile,verified_on\nfirst.sample,নমুনাপুর,নমুনা কর্মকর্তা,clerk,0298765432,01700000001,2025-06-30\nsecond.sample,দ্বিতীয় নমুনাপুর,,clerk,,01700000002,\n",
        )
        .with(
            "content/dept/offices/first.sample/office.yaml",
            "mobile: ০১৭০০-০০০০০৩\n",
        )
        .build()
        .succeeds();
    let first = outcome.page(&format!("{FIRST}/contact/index.html"));
    assert!(
        text_of(&first).contains("মোবাইল: ০১৭০০-০০০০০৩") && first.contains("tel:+8801700000003"),
        "{first}"
    );
    assert!(!first.contains("+8801700000001"), "{first}");
    let second = outcome.page(&format!("{SECOND}/contact/index.html"));
    assert!(second.contains("tel:+8801700000002"), "{second}");
}

#[test]
fn a_mobile_number_with_a_digit_too_many_is_told_in_its_cell() {
    Portal::small()
        .with(
            "content/dept/offices.csv",
            "id,upazila,mobile\nfirst.sample,নমুনাপুর,017000000001\n",
        )
        .build()
        .reports(&[(
            "phone-length",
            "content/dept/offices.csv:2:23",
            "017000000001",
        )]);
}
