//! What Excel and people who use it leave in tables: accepted where it harms nothing, and otherwise told at its cell and kept
//! from one office only.

use std::fmt::Write as _;

use crate::support::paths::{DISTRICTS, OFFICES};
use crate::support::{Outcome, Portal};

const HEAD: &str = "id,upazila,officer,post,phone,email,verified_on";
const ROW: &str = "first.sample,নমুনাপুর,নমুনা কর্মকর্তা,clerk,01700000000,first@dept.example,2025-06-30";

fn table(text: &str) -> Portal {
    Portal::small()
        .without("content/dept/offices")
        .with(OFFICES, text)
}

/// Builds two offices, the first with another text for its officer.
fn officer(cell: &str) -> Outcome {
    let row = ROW.replace("নমুনা কর্মকর্তা", cell);
    table(&format!("{HEAD}\n{row}\nsecond.sample,দ্বিতীয়,,clerk,,,\n")).build()
}

fn is_built(outcome: &Outcome, host: &str) -> bool {
    !outcome.page(&format!("{host}/index.html")).is_empty()
}

#[test]
fn columns_and_rows_without_anything_are_nothing() {
    let plain = table(&format!("{HEAD}\n{ROW}\n"));
    plain.build().succeeds();
    for commas in [",", ",,,", ", ,\u{A0},"] {
        let wide = table(&format!(
            "{HEAD}{commas}\n{ROW}{commas}\n,,,,,,{commas}\n\n ,,,\n"
        ));
        wide.build().succeeds();
        assert_eq!(plain.output(), wide.output(), "{commas:?}");
    }
    let districts = plain.text(DISTRICTS);
    let wide = table(&format!("{HEAD}\n{ROW}\n"))
        .with(DISTRICTS, districts.replace('\n', ";;\n").replace(',', ";"));
    wide.build().succeeds();
    assert_eq!(plain.output(), wide.output());
}

#[test]
fn the_line_that_tells_excel_the_separator_is_no_row() {
    let plain = table(&format!("{HEAD}\n{ROW}\n"));
    plain.build().succeeds();
    for line in [
        "sep=;\r\n",
        "SEP=;\n",
        "\u{FEFF}sep=;\n",
        "\"sep=;\"\n",
        "sep=;;;;;;;\n",
    ] {
        let told = table(&format!(
            "{line}{}\n{}\n",
            HEAD.replace(',', ";"),
            ROW.replace(',', ";")
        ));
        told.build().succeeds();
        assert_eq!(plain.output(), told.output(), "{line:?}");
        told.run(&["new", "office", "fourth.sample", "--upazila", "চতুর্থ"])
            .succeeds();
        told.build().succeeds();
    }
}

#[test]
fn cells_missing_at_the_end_of_a_row_are_empty_and_told() {
    let short = table(&format!("{HEAD}\n{ROW}\nsecond.sample,দ্বিতীয়\n"));
    short
        .build()
        .succeeds()
        .page("dept.second.sample.gov.bd/index.html");
    short
        .check("short-row")
        .finds(&[("content/dept/offices.csv:3:1", "second.sample,দ্বিতীয়")]);
}

#[test]
fn a_comma_too_many_keeps_one_office_back() {
    let outcome = officer("নমুনা, কর্মকর্তা");
    let findings = outcome.findings();
    assert_eq!(findings.len(), 1, "{}", outcome.stderr);
    assert_eq!(findings[0].code, "ragged-row");
    assert!(is_built(&outcome, "dept.second.sample.gov.bd"));
    // In a wide table the last cell lands where no column is.
    let row = ROW.replace("নমুনা কর্মকর্তা", "নমুনা, কর্মকর্তা");
    let outcome = table(&format!(
        "{HEAD},,\n{row},\nsecond.sample,দ্বিতীয়,,clerk,,,,,\n"
    ))
    .build();
    outcome
        .says("ragged-row")
        .page("dept.second.sample.gov.bd/index.html");
}

#[test]
fn a_cell_in_a_column_without_a_name_is_told() {
    let text = format!("id,,{}\n", &HEAD[3..])
        + "first.sample,x,নমুনাপুর,,clerk,,,\nsecond.sample,,দ্বিতীয়,,clerk,,,\n";
    table(&text)
        .build()
        .reports(&[("ragged-row", "content/dept/offices.csv:2:14", "x")])
        .page("dept.second.sample.gov.bd/index.html");
}

#[test]
fn a_line_break_in_a_cell_becomes_a_space_and_is_told() {
    let row = ROW.replace("নমুনা কর্মকর্তা", "\"নমুনা\r\n কর্মকর্তা \n\"");
    let portal = table(&format!("{HEAD}\n{row}\n"));
    let outcome = portal.build().succeeds();
    let card = outcome.page("dept.first.sample.gov.bd/contact/office.vcf");
    assert!(card.contains("FN:নমুনা কর্মকর্তা"), "{card}");
    portal
        .check("line-break")
        .finds(&[("content/dept/offices.csv:2:24", "নমুনা")]);
    let name = "officer: |\n  নমুনা\n  কর্মকর্তা\n";
    let portal = Portal::small().with("content/dept/offices/first.sample/office.yaml", name);
    let card = portal
        .build()
        .succeeds()
        .page("dept.first.sample.gov.bd/contact/office.vcf");
    assert!(card.contains("FN:নমুনা কর্মকর্তা"), "{card}");
    portal
        .check("line-break")
        .finds(&[("content/dept/offices/first.sample/office.yaml:2:3", "নমুনা")]);
}

/// A table of offices, one for each of these officers.
fn officers(cells: &[&str]) -> Portal {
    let row =
        |(number, cell): (usize, &&str)| format!("o{}.sample,নমুনাপুর,{cell},clerk,,,\n", 10 + number);
    let rows: String = cells.iter().enumerate().map(row).collect();
    table(&format!("{HEAD}\n{rows}first.sample,প্রথম,,clerk,,,\n"))
}

#[test]
fn what_a_spreadsheet_leaves_in_place_of_a_value_is_told_at_its_cell() {
    for (code, cells) in [
        (
            "formula-error",
            &[
                "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#######",
            ][..],
        ),
        ("word-for-nothing", &["NULL", "N/A", "null"]),
        ("scientific-number", &["1.71E+09", "8.80171E+12"]),
        (
            "lost-letters",
            &[
                "???????? ?????",
                "???: ????",
                "?",
                "???? (ICT)",
                "নমু\u{FFFD}না",
                "?? ??",
            ],
        ),
        ("misread-letters", &["à¦¨à¦®à§", "à¦•", "αª¿αº"]),
    ] {
        let place = |number: usize| format!("content/dept/offices.csv:{}:21", number + 2);
        let places: Vec<String> = (0..cells.len()).map(place).collect();
        let expected = places
            .iter()
            .zip(cells)
            .map(|(place, cell)| (code, place.as_str(), *cell));
        officers(cells)
            .build()
            .reports(&expected.collect::<Vec<_>>())
            .page("dept.first.sample.gov.bd/index.html");
    }
    table(&format!(
        "{HEAD}\n{}\n",
        ROW.replace("01700000000", "1.71E+09")
    ))
    .build()
    .reports(&[(
        "scientific-number",
        "content/dept/offices.csv:2:45",
        "1.71E+09",
    )]);
}

#[test]
fn questions_and_numbers_of_people_are_left_alone() {
    officers(&["নমুনা (ক?)", "১২E", "E-1", "নমুনা #১২", "1E", "Na Sample"])
        .build()
        .succeeds();
}

#[test]
fn an_office_whose_name_is_lost_is_not_listed_under_another() {
    let portal = table(&format!("{HEAD}\n{ROW}\nsecond.sample,দ্বিতীয়,,clerk,,,\n"));
    portal.build().succeeds();
    let lost = portal.edit(OFFICES, "দ্বিতীয়", "???????");
    let outcome = lost.build();
    assert_eq!(outcome.code, 1);
    let pages: String = lost
        .output()
        .into_iter()
        .filter(|(name, _)| name.ends_with("index.html") && !name.contains(".gov.bd"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"))
        .collect();
    assert!(
        !pages.contains("????") && pages.contains("নমুনাপুর"),
        "{pages}"
    );
    assert!(
        lost.path("public/dept.second.sample.gov.bd/index.html")
            .is_file()
    );
}

#[test]
fn bytes_that_are_no_utf8_are_a_trouble_of_their_row() {
    let mut text = format!("{HEAD}\nsecond.sample,").into_bytes();
    text.extend(*b"Rup\x96ganj");
    text.extend(format!(",,clerk,,,\n{ROW}\n").into_bytes());
    Portal::small()
        .without("content/dept/offices")
        .with(OFFICES, &text)
        .build()
        .reports(&[(
            "lost-letters",
            "content/dept/offices.csv:2:15",
            "Rup\u{FFFD}ganj",
        )])
        .page("dept.first.sample.gov.bd/index.html");
    let utf16: Vec<u8> = "\u{FEFF}id,upazila\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    Portal::small()
        .with(OFFICES, utf16)
        .build()
        .says("the file is UTF-16, not UTF-8");
}

#[test]
fn a_mistake_in_the_row_of_a_district_keeps_only_its_offices_back() {
    let districts = std::fs::read_to_string(Portal::small().path(DISTRICTS)).expect("the table");
    let other = "other,অন্য জেলা,নমুনা বিভাগ,অন্য জেলা কার্যালয়,dept.other.example,নমুনা কর্মকর্তা,1.71E+09,\n";
    let outcome = table(&format!("{HEAD}\n{ROW}\nsecond.other,দ্বিতীয়,,clerk,,,\n"))
        .with(DISTRICTS, districts + other)
        .build();
    let findings = outcome.findings();
    assert_eq!(findings.len(), 1, "{}", outcome.stderr);
    assert_eq!(findings[0].code, "scientific-number");
    assert!(is_built(&outcome, "dept.first.sample.gov.bd"));
}

#[test]
fn a_quotation_mark_that_stands_alone_is_a_letter_and_moves_no_place() {
    let cells = [
        "নমু\"না",
        "করিম\"",
        "১২\" পাইপ",
        "\"বাবু\" রহমান",
        "ক \"খ\" গ",
        "\"\"",
        "\" \"",
    ];
    let mut text = format!("{HEAD}\n");
    let mut places = Vec::new();
    for (number, cell) in cells.iter().enumerate() {
        let _ = writeln!(text, "o{number}.sample,নমুনাপুর,{cell},clerk,017,,");
        let column = "o1.sample,নমুনাপুর,,clerk,".chars().count() + cell.chars().count() + 1;
        places.push(format!("content/dept/offices.csv:{}:{column}", number + 2));
    }
    let expected = places
        .iter()
        .map(|place| ("phone-length", place.as_str(), "017"));
    table(&text).build().reports(&expected.collect::<Vec<_>>());
    let page = officer("নমু\"না")
        .succeeds()
        .page("dept.first.sample.gov.bd/officers/index.html");
    assert!(
        page.contains("নমু\"না") || page.contains("নমু&quot;না"),
        "{page}"
    );
}

#[test]
fn a_quote_that_is_not_closed_keeps_one_office_back() {
    officer("\"নমুনা কর্মকর্তা")
        .reports(&[(
            "open-quote",
            "content/dept/offices.csv:2:23",
            "\"নমুনা কর্মকর্তা",
        )])
        .page("dept.second.sample.gov.bd/index.html");
}

#[test]
fn lost_letters_are_told_in_yaml_and_markdown_too() {
    const OFFICE: &str = "content/dept/offices/first.sample/office.yaml";
    const PAGE: &str = "content/dept/offices/first.sample/pages/lost.md";
    for (code, text) in [
        ("lost-letters", "????? ????"),
        ("lost-letters", "নমু\u{FFFD}না"),
        ("misread-letters", "à¦¨à¦®à§"),
    ] {
        let outcome = Portal::small()
            .with(OFFICE, format!("address: {text}\n"))
            .build();
        assert_eq!(outcome.findings()[0].code, code, "{}", outcome.stderr);
        let page = format!("---\ntitle: পাতা\n---\n\nআগে\n\n{text}\n");
        let outcome = Portal::small().with(PAGE, page).build();
        assert_eq!(outcome.findings()[0].code, code, "{}", outcome.stderr);
        let page = format!("---\ntitle: {text}\n---\n\nক\n");
        let outcome = Portal::small().with(PAGE, page).build();
        assert_eq!(outcome.findings()[0].code, code, "{}", outcome.stderr);
    }
    let asked = "---\ntitle: কী কী লাগে?\n---\n\nকী লাগে??? কোথায় যাব ??\n\nজানেন কি ???\n\n`????`\n\n[ক](https://x.example/?a=??)\n";
    Portal::small().with(PAGE, asked).build().succeeds();
    Portal::small()
        .with(OFFICE, "# ????? ????\naddress: ক\n")
        .build()
        .succeeds();
}

#[test]
fn text_that_was_misread_is_not_called_bijoy() {
    let page = "---\ntitle: পাতা\n---\n\nà¦¨à¦®à§à¦¨à¦¾ à¦•à¦°à§\n";
    Portal::small()
        .with("content/dept/offices/first.sample/pages/lost.md", page)
        .check("bijoy-text")
        .finds(&[]);
}
