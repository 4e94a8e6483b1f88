//! Tables: every separator that spreadsheets write, and every mistake at its cell.

use crate::support::paths::{DISTRICTS, OFFICES};
use crate::support::{Finding, Outcome, Portal, text_of};

fn offices(from: &str, to: &str) -> Outcome {
    Portal::small().edit(OFFICES, from, to).build()
}

#[test]
fn tables_may_use_commas_semicolons_or_tabs_with_or_without_bom_and_crlf() {
    let plain = Portal::small();
    plain.build().succeeds();
    let table = plain.text(OFFICES);
    for (sign, bom, line_end) in [
        (";", "", "\n"),
        ("\t", "\u{FEFF}", "\r\n"),
        (",", "\u{FEFF}", "\r\n"),
    ] {
        let text = format!("{bom}{}", table.replace(',', sign).replace('\n', line_end));
        let other = Portal::small().with(OFFICES, text);
        other.build().succeeds();
        assert_eq!(plain.output(), other.output(), "{sign:?} {line_end:?}");
    }
}

#[test]
fn a_quoted_cell_may_hold_the_separator_and_line_ends() {
    let outcome = offices("নমুনাপুর,নমুনা কর্মকর্তা", "নমুনাপুর,\"নমুনা, \"\"বড়\"\" কর্মকর্তা\"").succeeds();
    let page = text_of(&outcome.page("dept.first.sample.gov.bd/index.html"));
    assert!(page.contains("নমুনা, \"বড়\" কর্মকর্তা"), "{page}");
    offices(
        "নমুনাপুর,নমুনা কর্মকর্তা,clerk,01700000000",
        "নমুনাপুর,\"নমুনা\nকর্মকর্তা\",clerk,017",
    )
    .reports(&[("phone-length", "content/dept/offices.csv:3:18", "017")]);
}

#[test]
fn a_phone_that_is_none_is_reported_at_its_cell() {
    let faults = [
        ("phone-length", "০১৭৮১২২৭১৯৩৪"),
        ("phone-length", "017812719"),
        ("phone-zero", "1700000000"),
        ("phone-prefix", "44 20 7946 0000"),
        ("phone-sign", "01700000000 / 01800000000"),
        ("phone-sign", "ফোন নেই"),
    ];
    for (code, phone) in faults {
        offices("01700000000", phone).reports(&[(code, "content/dept/offices.csv:2:45", phone)]);
    }
}

#[test]
fn a_lost_zero_is_reported_with_the_whole_number() {
    offices("01700000000", "1700000000").says("write 01700000000");
}

#[test]
fn a_bad_address_a_bad_date_and_an_unknown_post_are_reported_at_their_cells() {
    offices("first@dept.example", "first dept.example").reports(&[(
        "bad-email",
        "content/dept/offices.csv:2:57",
        "first dept.example",
    )]);
    offices("2025-06-30", "30-06-2025").reports(&[(
        "bad-date",
        "content/dept/offices.csv:2:76",
        "30-06-2025",
    )]);
    offices("clerk,01700000000", "clark,01700000000").reports(&[(
        "unknown-post",
        "content/dept/offices.csv:2:39",
        "clark",
    )]);
}

#[test]
fn a_wrong_header_is_reported() {
    offices("upazila,officer", "upazilla,officer").reports(&[
        (
            "missing-column",
            "content/dept/offices.csv:1:1",
            "id,upazilla,officer,post,phone,email,verified_on",
        ),
        ("unknown-column", "content/dept/offices.csv:1:4", "upazilla"),
        (
            "unknown-office",
            "content/dept/offices/first.sample:1:1",
            "",
        ),
    ]);
    offices("post,phone", "phone,phone").reports(&[
        ("doubled-column", "content/dept/offices.csv:1:26", "phone"),
        (
            "unknown-office",
            "content/dept/offices/first.sample:1:1",
            "",
        ),
    ]);
}

#[test]
fn a_ragged_row_is_reported_and_the_others_are_built() {
    let outcome = offices("clerk,,,\n", "clerk,,,,x\n").reports(&[(
        "ragged-row",
        "content/dept/offices.csv:3:1",
        "second.sample,দ্বিতীয় নমুনাপুর,,clerk,,,,x",
    )]);
    outcome.page("dept.first.sample.gov.bd/index.html");
}

#[test]
fn a_doubled_office_and_an_id_that_is_none_are_reported() {
    offices("second.sample", "first.sample").reports(&[(
        "doubled-id",
        "content/dept/offices.csv:3:1",
        "first.sample",
    )]);
    offices("second.sample", "../second").reports(&[(
        "bad-office-id",
        "content/dept/offices.csv:3:1",
        "../second",
    )]);
    offices("second.sample", "").reports(&[("empty-cell", "content/dept/offices.csv:3:1", "")]);
}

#[test]
fn an_unknown_district_is_reported_with_the_one_that_was_meant() {
    offices("second.sample", "second.sampel")
        .reports(&[(
            "unknown-district",
            "content/dept/offices.csv:3:1",
            "second.sampel",
        )])
        .says("did you mean `sample`?");
}

#[test]
fn two_offices_with_one_host_are_reported() {
    let table = "id,upazila,host\nfirst.sample,এক,a.example\nsecond.sample,দুই,a.example\n";
    Portal::small().with(OFFICES, table).build().reports(&[(
        "doubled-host",
        "content/dept/offices.csv:3:19",
        "a.example",
    )]);
}

#[test]
fn a_host_that_would_leave_the_output_is_refused() {
    for host in [
        "..",
        "../x.example",
        "/etc.d",
        "a b.example",
        "index.html",
        "x",
    ] {
        let table = format!("id,upazila,host\nfirst.sample,এক,{host}\n");
        Portal::small().with(OFFICES, table).build().reports(&[(
            "bad-host",
            "content/dept/offices.csv:2:17",
            host,
        )]);
    }
}

#[test]
fn mistakes_in_the_table_of_districts_are_reported_at_their_cells() {
    Portal::small()
        .edit(DISTRICTS, "0200000000", "+990200000000")
        .build()
        .reports(&[(
            "phone-prefix",
            "content/dept/districts.csv:2:88",
            "+990200000000",
        )]);
    Portal::small()
        .edit(DISTRICTS, "নমুনা জেলা,নমুনা", ",নমুনা")
        .build()
        .reports(&[("empty-cell", "content/dept/districts.csv:2:8", "")]);
}

#[test]
fn a_folder_of_no_office_is_reported() {
    Portal::small()
        .with(
            "content/dept/offices/other.sample/notices/a.md",
            "---\ntitle: ক\ndate: 2025-01-01\n---\n",
        )
        .build()
        .reports(&[(
            "unknown-office",
            "content/dept/offices/other.sample:1:1",
            "",
        )]);
}

#[test]
fn a_department_whose_folder_is_too_long_for_a_host_name_is_reported() {
    let label = "d".repeat(64);
    let portal = Portal::small();
    std::fs::rename(
        portal.path("content/dept"),
        portal.path(&format!("content/{label}")),
    )
    .expect("a folder");
    let outcome = portal.build();
    let place = format!("content/{label}:1:1");
    let findings = outcome.findings();
    let is_found = |finding: &Finding| finding.code == "bad-id" && finding.place == place;
    assert!(findings.iter().any(is_found), "{}", outcome.stderr);
    assert_eq!(outcome.code, 1, "{}", outcome.stderr);
}

#[test]
fn a_table_of_a_whole_country_is_read_and_one_beyond_all_measure_is_reported_once() {
    let rows = |count: usize| {
        (0..count).fold(
            "id,upazila,officer,post,phone,email,verified_on,host\n".to_owned(),
            |all, at| all + &format!("u{at}.sample,নমুনাপুর,{},clerk,,,,\n", "ক".repeat(200)),
        )
    };
    let many = Portal::small().with("content/dept/offices.csv", rows(2_000));
    many.run(&["build", "--office", "u7.sample"])
        .says("unknown-office");
    let many = many.without("content/dept/offices");
    many.run(&["build", "--office", "u7.sample"]).succeeds();
    Portal::small()
        .without("content/dept/offices")
        .with("content/dept/offices.csv", vec![b'x'; (32 << 20) + 1])
        .build()
        .reports(&[("file-too-large", "content/dept/offices.csv:1:1", "")])
        .says("32 MB");
}
