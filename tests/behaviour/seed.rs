//! The real charter, cell by cell: what was typed is printed letter for letter, apart from exactly the mends that
//! `content/doict/SOURCE.md` lists.

use crate::support::{Portal, text_of, text_of_project};

/// A mend of `SOURCE.md`: on these lines of the seed, this text is printed as that.
struct Mend {
    lines: Vec<usize>,
    from: String,
    to: String,
}

fn mends() -> Vec<Mend> {
    let source = text_of_project("content/doict/SOURCE.md");
    let rows = source
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains('`'));
    let mends: Vec<Mend> = rows
        .map(|row| {
            let cells: Vec<&str> = row
                .trim_matches('|')
                .split(" | ")
                .map(|cell| cell.trim_start_matches(' '))
                .collect();
            let code = |cell: &str| cell.trim().trim_matches('`').to_owned();
            Mend {
                lines: line_numbers(cells[0]),
                from: code(cells[1]),
                to: code(cells[2]),
            }
        })
        .collect();
    assert!(mends.len() > 30, "the tables of SOURCE.md are read");
    mends
}

/// `27–31, 36` → 27, 28, 29, 30, 31, 36.
fn line_numbers(text: &str) -> Vec<usize> {
    let number = |text: &str| text.trim().parse::<usize>().expect("a line number");
    text.split(',')
        .flat_map(|part| match part.split_once('–') {
            Some((from, to)) => (number(from)..=number(to)).collect(),
            None => vec![number(part)],
        })
        .collect()
}

/// The seed's lines with every mend applied; line 1 is at 0.
fn mended() -> Vec<String> {
    let seed = text_of_project("tests/fixtures/seed-charter.txt");
    let mut lines: Vec<String> = seed.split('\n').map(str::to_owned).collect();
    for Mend {
        lines: numbers,
        from,
        to,
    } in mends()
    {
        for number in numbers {
            let line = &mut lines[number - 1];
            assert!(
                line.contains(&from),
                "SOURCE.md: line {number} does not hold {from:?}"
            );
            *line = line.replace(&from, &to);
        }
    }
    lines
}

/// White space folded, and `/ ` for every spacing of the slash.
fn folded(text: &str) -> String {
    let spaced = text.replace('/', " / ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").replace(" / ", "/ ")
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t').map(folded).collect()
}

/// The text of each cell of each row of the built charter's tables.
fn rows() -> Vec<Vec<String>> {
    let html = charter();
    let row = |row: &str| {
        let row = row.split("</tr>").next().unwrap_or_default();
        let cells = row.replace("<th", "<td").replace("</th>", "</td>");
        cells
            .split("<td")
            .skip(1)
            .map(|cell| folded(&text_of(&format!("<td{cell}"))))
            .collect::<Vec<_>>()
    };
    html.split("<tr").skip(1).map(row).collect()
}

fn charter() -> String {
    let portal = Portal::real();
    portal
        .build()
        .succeeds()
        .page("doict.rupganj.narayanganj.gov.bd/charter/index.html")
}

#[test]
fn every_cell_of_the_seed_stands_in_its_place_on_the_built_charter() {
    let seed = mended();
    let line = |number: usize| cells(&seed[number - 1]);
    let mut expected: Vec<Vec<String>> = Vec::new();
    // Each table with its head, as printed once; then its rows. Row ৯ of ২.২ is two lines.
    for (head, services) in [
        (25, vec![27..=32, 36..=36]),
        (40, vec![42..=50, 55..=56]),
        (60, vec![62..=66]),
    ] {
        expected.extend([line(head), line(head + 1)]);
        for number in services.into_iter().flatten() {
            let mut row = line(number);
            if number == 50 {
                row = row
                    .into_iter()
                    .zip(line(54))
                    .map(|(head, tail)| folded(&format!("{head} {tail}")))
                    .collect();
            }
            row[6] = format!("সানজিদা রাফিন {}", row[6]);
            expected.push(row);
        }
    }
    expected.push(line(71));
    expected.extend((74..=78).map(line));
    expected.push(line(82));
    expected.extend((83..=85).map(line));
    let rows = rows();
    for (at, (row, wanted)) in rows.iter().zip(&expected).enumerate() {
        assert_eq!(row, wanted, "row {at}");
    }
    assert_eq!(rows.len(), expected.len());
}

#[test]
fn everything_outside_the_tables_of_the_seed_stands_on_the_page_in_order() {
    let text = folded(&text_of(&charter()));
    let mut from = text.find("প্রতিশ্রুত সেবাসমূহ").map_or(0, |_| 0);
    for (at, line) in mended().iter().enumerate() {
        let line = folded(line.trim_start_matches('#'));
        // Rows of tables are compared above; 72 is the stray rule that SOURCE.md names.
        if line.is_empty() || at + 1 == 72 || mended()[at].contains('\t') {
            continue;
        }
        // The contents line repeats headings, so each is looked for behind the one before.
        from += text[from..]
            .find(&line)
            .unwrap_or_else(|| panic!("line {}: {line:?} does not follow", at + 1));
    }
}

#[test]
fn the_heads_that_a_page_break_repeated_say_the_same_as_the_first() {
    let seed = mended();
    assert_eq!(
        [cells(&seed[33]), cells(&seed[34])],
        [cells(&seed[24]), cells(&seed[25])]
    );
    assert_eq!(
        [cells(&seed[51]), cells(&seed[52])],
        [cells(&seed[39]), cells(&seed[40])]
    );
}
