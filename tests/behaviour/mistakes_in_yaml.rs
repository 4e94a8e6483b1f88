//! Every mistake in YAML is reported at its exact place, with all others of the run.

use crate::support::paths::{CHARTER, COUNTRY, DEPARTMENT};
use crate::support::{Outcome, Portal};

/// Builds the small site with one text of the charter replaced.
fn charter(from: &str, to: &str) -> Outcome {
    Portal::small().edit(CHARTER, from, to).build()
}

#[test]
fn a_site_without_mistakes_builds_in_silence() {
    Portal::small().build().succeeds();
}

#[test]
fn a_missing_key_is_reported_at_its_service() {
    charter("      fee: ৫০ টাকা\n", "")
        .reports(&[(
            "missing-key",
            "content/dept/charter.yaml:6:7",
            "id: first-service",
        )])
        .says("`fee` is missing");
}

#[test]
fn an_unknown_key_is_reported_with_the_key_that_was_meant() {
    charter("      fee: ৫০", "      fees: ৫০")
        .reports(&[("unknown-key", "content/dept/charter.yaml:11:7", "fees")])
        .says("did you mean `fee`?");
}

#[test]
fn a_doubled_key_is_reported_where_it_stands_again() {
    charter("expectations:", "vision: আবার\nexpectations:").reports(&[(
        "doubled-key",
        "content/dept/charter.yaml:22:1",
        "vision",
    )]);
}

#[test]
fn a_doubled_id_is_reported_at_the_second_service() {
    charter("id: second-service", "id: first-service").reports(&[(
        "doubled-id",
        "content/dept/charter.yaml:15:11",
        "first-service",
    )]);
}

#[test]
fn an_id_that_cannot_be_an_address_is_reported() {
    charter("id: second-service", "id: ../secret").reports(&[(
        "bad-id",
        "content/dept/charter.yaml:15:11",
        "../secret",
    )]);
}

#[test]
fn an_unknown_placeholder_is_reported_with_the_one_that_was_meant() {
    charter("কার্যালয় {district}", "কার্যালয় {distict}")
        .reports(&[(
            "unknown-placeholder",
            "content/dept/charter.yaml:10:21",
            "জেলা কার্যালয় {distict}",
        )])
        .says("did you mean {district}?");
}

#[test]
fn an_unknown_post_is_reported_with_the_one_that_was_meant() {
    charter("responsible: clerk", "responsible: clark")
        .reports(&[("unknown-post", "content/dept/charter.yaml:14:20", "clark")])
        .says("did you mean `clerk`?");
}

#[test]
fn a_bad_date_is_reported() {
    charter("2025-06-30", "30/06/2025").reports(&[(
        "bad-date",
        "content/dept/charter.yaml:1:14",
        "30/06/2025",
    )]);
    charter("2025-06-30", "2025-02-29")
        .reports(&[("bad-date", "content/dept/charter.yaml:1:14", "2025-02-29")])
        .says("there is no day");
}

#[test]
fn a_phone_of_twelve_digits_is_reported_in_a_grievance_step() {
    charter("contact: district.grievance_officer", "phone: ০১৭৮১২২৭১৯৩৪")
        .reports(&[(
            "phone-length",
            "content/dept/charter.yaml:27:12",
            "০১৭৮১২২৭১৯৩৪",
        )])
        .says("has 12 digits");
}

#[test]
fn a_contact_that_is_none_is_reported() {
    let contact = "contact: district.grievance_officer";
    charter(contact, "contact: somebody").reports(&[(
        "unknown-contact",
        "content/dept/charter.yaml:27:14",
        "somebody",
    )]);
    charter("    contact: district.grievance_officer\n", "").says("say where a complaint goes");
    charter(contact, "host: www.doict.narayangan j.gov.bd").reports(&[(
        "bad-host",
        "content/dept/charter.yaml:27:11",
        "www.doict.narayangan j.gov.bd",
    )]);
    charter(contact, "email: office@ gmail.com").reports(&[(
        "bad-email",
        "content/dept/charter.yaml:27:12",
        "office@ gmail.com",
    )]);
}

#[test]
fn section_three_may_not_be_left_out() {
    charter("subordinate_offices: not-applicable\n", "")
        .reports(&[("missing-key", "content/dept/charter.yaml:1:1", "")])
        .says("section ৩");
}

#[test]
fn a_list_where_one_text_belongs_is_reported() {
    charter("vision: নমুনা ভিশন।", "vision: [এক, দুই]").reports(&[(
        "wrong-kind",
        "content/dept/charter.yaml:2:9",
        "[এক, দুই]",
    )]);
}

#[test]
fn a_bare_number_where_text_or_a_list_belongs_must_be_quoted() {
    charter("[আবেদনপত্র, পরিচয়পত্রের কপি]", "০১২").succeeds();
    charter("[আবেদনপত্র, পরিচয়পত্রের কপি]", "012")
        .reports(&[("wrong-kind", "content/dept/charter.yaml:9:27", "012")])
        .says("put a bare number in quotes");
}

#[test]
fn an_open_quote_is_reported_where_it_begins() {
    charter("vision: নমুনা", "vision: \"নমুনা").reports(&[(
        "yaml-syntax",
        "content/dept/charter.yaml:2:9",
        "\"নমুনা ভিশন।",
    )]);
}

#[test]
fn a_second_document_is_reported_where_it_begins() {
    charter("vision: নমুনা", "---\nvision: নমুনা").reports(&[(
        "yaml-syntax",
        "content/dept/charter.yaml:2:1",
        "---",
    )]);
}

#[test]
fn a_tab_is_reported_with_the_remedy() {
    charter("    - id: second", "\t- id: second").says("indent with spaces");
}

#[test]
fn anchors_and_aliases_are_refused() {
    let code = |to| charter("vision: নমুনা ভিশন।", to).findings().remove(0).code;
    assert_eq!(code("vision: &a নমুনা"), "yaml-anchor");
    assert_eq!(code("vision: *a"), "yaml-anchor");
}

#[test]
fn bombs_of_nesting_and_of_size_are_refused() {
    let deep = format!("state: {}", "[".repeat(5000));
    let wide = format!("weekend: [{}]", "a, ".repeat(30_000));
    for text in [deep, wide] {
        let outcome = Portal::small().with(COUNTRY, text).build();
        assert_eq!(outcome.code, 1, "{}", outcome.stderr);
        assert!(!outcome.stderr.contains("panicked"));
    }
}

#[test]
fn a_file_that_is_not_utf8_is_reported_at_the_first_bad_byte() {
    Portal::small()
        .with(COUNTRY, b"state: a\xff\n")
        .build()
        .reports(&[("not-utf8", "content/portal.yaml:1:9", "\u{FFFD}")]);
}

#[test]
fn an_empty_file_is_reported() {
    for text in ["", "\n \n", "\u{FEFF}"] {
        Portal::small().with(CHARTER, text).build().reports(&[(
            "empty-file",
            "content/dept/charter.yaml:1:1",
            "",
        )]);
    }
    let outcome = Portal::small().with(CHARTER, "# only a comment\n").build();
    assert_eq!(outcome.code, 1, "{}", outcome.stderr);
}

#[test]
fn a_missing_file_is_reported() {
    for name in [
        CHARTER,
        DEPARTMENT,
        "content/dept/districts.csv",
        "content/dept/offices.csv",
        COUNTRY,
    ] {
        let findings = Portal::small().without(name).build().findings();
        let place = format!("{name}:1:1");
        assert!(
            findings
                .iter()
                .any(|finding| finding.code == "missing-file" && finding.place == place),
            "{findings:?}"
        );
    }
}

#[test]
fn an_unknown_theme_is_reported_at_its_key() {
    Portal::small()
        .edit(COUNTRY, "theme: portal", "theme: portl")
        .build()
        .reports(&[("unknown-theme", "content/portal.yaml:2:8", "portl")]);
}

#[test]
fn an_unknown_weekday_and_a_bad_hotline_are_reported() {
    Portal::small()
        .edit(COUNTRY, "[friday, saturday]", "[friday, satday]")
        .edit(COUNTRY, "\"999\"", "\"৯৯৯ ক\"")
        .build()
        .reports(&[
            ("unknown-weekday", "content/portal.yaml:3:19", "satday"),
            ("bad-hotline", "content/portal.yaml:5:13", "\"৯৯৯ ক\""),
        ]);
}

#[test]
fn a_holiday_that_stands_twice_or_is_no_day_is_reported_at_its_date() {
    Portal::small()
        .edit(
            COUNTRY,
            "hotlines:",
            "holidays:\n  - {date: 2025-12-16, name: বিজয় দিবস}\n  - {date: 2025-02-21, name: শহীদ দিবস}\n  - {date: ২০২৫-১২-১৬, name: বিজয় দিবস}\n  - {date: 2025-02-30, name: ভুল}\n  - {date: 2025-05-01}\nhotlines:",
        )
        .build()
        .reports(&[
            ("bad-holiday", "content/portal.yaml:7:12", "২০২৫-১২-১৬"),
            ("bad-date", "content/portal.yaml:8:12", "2025-02-30"),
            ("missing-key", "content/portal.yaml:9:5", "{date: 2025-05-01}"),
        ]);
}

#[test]
fn more_than_two_hundred_holidays_are_reported_at_the_first_too_many() {
    let with = |days: usize| {
        let day = |at: usize| {
            format!(
                "  - {{date: 20{:02}-01-{:02}, name: ছুটি}}\n",
                at / 28,
                at % 28 + 1
            )
        };
        let list: String = (0..days).map(day).collect();
        Portal::small()
            .edit(COUNTRY, "hotlines:", &format!("holidays:\n{list}hotlines:"))
            .build()
    };
    with(200).succeeds();
    with(201).reports(&[(
        "bad-holiday",
        "content/portal.yaml:205:5",
        "{date: 2007-01-05, name: ছুটি}",
    )]);
}

#[test]
fn an_unknown_menu_entry_is_reported() {
    Portal::small()
        .edit(DEPARTMENT, "posts:", "menu: [home, servces, home]\nposts:")
        .build()
        .reports(&[
            (
                "unknown-menu-entry",
                "content/dept/department.yaml:3:14",
                "servces",
            ),
            (
                "doubled-menu-entry",
                "content/dept/department.yaml:3:23",
                "home",
            ),
        ]);
}

#[test]
fn all_mistakes_of_a_run_are_reported_sorted_by_file_and_place() {
    Portal::small()
        .edit(CHARTER, "vision:", "vison:")
        .edit(CHARTER, "{upazila} উপজেলায়", "{upzila} উপজেলায়")
        .edit(CHARTER, "responsible: clerk", "responsible: clark")
        .edit("content/dept/offices.csv", "01700000000", "017000000000")
        .edit(
            "content/dept/offices/first.sample/notices/winter.md",
            "2025-01-15",
            "2025-13-15",
        )
        .edit("content/dept/pages/about.md", "summary:", "sumary:")
        .build()
        .reports(&[
            ("unknown-key", "content/dept/charter.yaml:2:1", "vison"),
            (
                "unknown-placeholder",
                "content/dept/charter.yaml:3:10",
                "\"{upzila} উপজেলায় নমুনা মিশন।\"",
            ),
            ("unknown-post", "content/dept/charter.yaml:14:20", "clark"),
            (
                "phone-length",
                "content/dept/offices.csv:2:45",
                "017000000000",
            ),
            (
                "bad-date",
                "content/dept/offices/first.sample/notices/winter.md:3:7",
                "2025-13-15",
            ),
            ("unknown-key", "content/dept/pages/about.md:3:1", "sumary"),
        ]);
}

#[test]
fn text_that_looks_like_a_number_or_a_truth_value_stays_text() {
    let portal = Portal::small()
        .edit(CHARTER, "name: প্রথম নমুনা সেবা", "name: 0123")
        .edit(CHARTER, "vision: নমুনা ভিশন।", "vision: no");
    let outcome = portal.build().succeeds();
    assert!(
        outcome
            .page("dept.first.sample.gov.bd/services/first-service/index.html")
            .contains("<h1>0123</h1>")
    );
    assert!(
        outcome
            .page("dept.first.sample.gov.bd/vision-mission/index.html")
            .contains("<p>no</p>")
    );
}

#[test]
fn text_that_begins_with_a_placeholder_without_quotes_is_reported_once_with_the_remedy() {
    charter("vision: নমুনা", "vision: {district} জেলার")
        .reports(&[("wrong-kind", "content/dept/charter.yaml:2:9", "{district}")])
        .says("needs quotes");
}

#[test]
fn hours_that_nobody_can_keep_are_reported() {
    for (hours, place, marked) in [
        (
            "{opens: 9 am, closes: 17:00}",
            "content/portal.yaml:3:16",
            "9 am",
        ),
        (
            "{opens: ০৯:০০, closes: ২৫:০০}",
            "content/portal.yaml:3:31",
            "২৫:০০",
        ),
        (
            "{opens: ০৯:০০, closes: ০৫:০০}",
            "content/portal.yaml:3:31",
            "০৫:০০",
        ),
    ] {
        Portal::small()
            .edit(
                "content/portal.yaml",
                "weekend:",
                &format!("hours: {hours}\nweekend:"),
            )
            .build()
            .reports(&[("bad-hours", place, marked)]);
    }
    Portal::small()
        .edit(
            "content/portal.yaml",
            "weekend:",
            "hours: {opens: ০৯:০০}\nweekend:",
        )
        .build()
        .reports(&[("missing-key", "content/portal.yaml:3:8", "{opens: ০৯:০০}")]);
}

#[test]
fn a_place_that_is_not_in_bangladesh_is_reported() {
    let office = "content/dept/offices/first.sample/office.yaml";
    let at = |line: &str| format!("{office}:{line}");
    for (text, code, place, marked) in [
        (
            "latitude: 90.5\nlongitude: 23.8\n",
            "bad-coordinates",
            at("1:11"),
            "90.5",
        ),
        (
            "latitude: ২৩° ৪৭′\nlongitude: 90.4\n",
            "bad-coordinates",
            at("1:11"),
            "২৩° ৪৭′",
        ),
    ] {
        Portal::small()
            .with(office, text)
            .build()
            .reports(&[(code, &place, marked)]);
    }
    Portal::small()
        .with(office, "latitude: 23.8\n")
        .build()
        .says("longitude");
}
