//! Cells of a table → values of the model, noting every mistake at its cell.

use super::fields;
use super::table::{Row, Table};
use crate::diagnostic::Diagnostic;
use crate::model::{AreaCode, Date, Email, Host, Phone};

/// A cell that must hold something.
pub(super) fn cell<'r>(
    table: &Table,
    row: &'r Row,
    columns: &[&str],
    column: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<&'r str> {
    let text = row.get(column);
    if text.is_none() && !row.is_told(column) {
        found.push(row.wrong(
            &table.file,
            column,
            "empty-cell",
            (
                format!("the cell `{}` is empty", columns[column]),
                format!("`{}` ঘরটি খালি", columns[column]),
            ),
            ("every row needs it", "প্রতিটি সারিতে এটি থাকতে হবে"),
        ));
    }
    text
}

/// A cell's text in which nothing is filled in: a placeholder would be printed as it is.
pub(super) fn fixed(
    table: &Table,
    row: &Row,
    column: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<String> {
    let text = row.get(column)?;
    unfilled(table, row, column, text, found).then(|| text.to_owned())
}

/// Whether no placeholder is left in a cell's text; one that is was reported.
pub(super) fn unfilled(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let placed = fields::placed(text);
    if let Some(name) = placed {
        found.push(row.wrong(
            &table.file,
            column,
            "placeholder-out-of-place",
            fields::out_of_place(name),
            fields::OUT_OF_PLACE_HINT,
        ));
    }
    placed.is_none()
}

/// A cell that holds a telephone number.
pub(super) fn phone(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Phone> {
    Phone::parse(text)
        .map_err(|error| {
            let (code, message, hint) = fields::phone_fault(text, error);
            found.push(row.wrong(&table.file, column, code, message, hint));
        })
        .ok()
}

/// A cell that holds an e-mail address.
pub(super) fn email(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Email> {
    let email = Email::parse(text);
    if email.is_none() {
        found.push(row.wrong(
            &table.file,
            column,
            "bad-email",
            (
                format!("`{text}` is not an e-mail address"),
                format!("`{text}` কোনো ই-মেইল ঠিকানা নয়"),
            ),
            fields::EMAIL_HINT,
        ));
    }
    email
}

/// A cell that holds a host name.
pub(super) fn host(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Host> {
    let host = Host::parse(text);
    if host.is_none() {
        found.push(row.wrong(
            &table.file,
            column,
            "bad-host",
            (
                format!("`{text}` is not a host name"),
                format!("`{text}` কোনো হোস্টের নাম নয়"),
            ),
            fields::HOST_HINT,
        ));
    }
    host
}

/// A cell that holds the code of a district or an upazila.
pub(super) fn area_code(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<AreaCode> {
    let code = AreaCode::parse(text);
    if code.is_none() {
        found.push(row.wrong(
            &table.file,
            column,
            "bad-code",
            fields::area_code_message(text),
            fields::AREA_CODE_HINT,
        ));
    }
    code
}

/// A cell that holds a day.
pub(super) fn date(
    table: &Table,
    row: &Row,
    column: usize,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Date> {
    Date::parse(text)
        .map_err(|error| {
            found.push(row.wrong(
                &table.file,
                column,
                "bad-date",
                fields::date_message(text, error),
                fields::DATE_HINT,
            ));
        })
        .ok()
}
