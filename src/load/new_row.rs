//! A department's tables as a new row needs them: which districts there are, and `offices.csv` with one row more, every
//! other byte as it was.

use std::path::{Path, PathBuf};

use super::district_table::districts;
use super::files::Folder;
use super::source_text::SourceText;
use super::{rows, table};
use crate::Result;
use crate::escape;
use crate::model::{OfficeId, Slug};

/// The tables of a department.
#[derive(Debug)]
pub struct Tables {
    /// The districts of `districts.csv`, sorted.
    pub districts: Vec<Slug>,
    /// The file `offices.csv`.
    pub path: PathBuf,
    /// Its text, byte for byte.
    pub text: String,
    /// Its cells, the first line's too.
    records: Vec<Vec<String>>,
}

/// Reads the tables; `None` when `offices.csv` cannot be read as a table of offices.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn tables(content: &Path, department: &Slug) -> Result<Option<Tables>> {
    let folder = Folder::new(content).folder(department.as_str());
    let mut found = Vec::new();
    let districts = districts(&folder, &mut found)?.into_keys().collect();
    let Some(source) = folder.text("offices.csv", &mut found)? else {
        return Ok(None);
    };
    let records = table::texts(&source).filter(|records| {
        let has = |name: &str| records.first().is_some_and(|header| holds(header, name));
        has("id") && has("upazila")
    });
    Ok(records.map(|records| Tables {
        districts,
        path: folder.path().join("offices.csv"),
        text: source.text.to_string(),
        records,
    }))
}

impl Tables {
    /// Whether the office has a row, even one with other mistakes.
    #[must_use]
    pub fn has_row(&self, id: &OfficeId) -> bool {
        let at = self.records[0].iter().position(|column| column == "id");
        let of = |record: &Vec<String>| at.and_then(|at| record.get(at).cloned());
        self.records[1..]
            .iter()
            .any(|record| of(record).as_deref() == Some(id.as_str()))
    }

    /// The text with one row more, in the separator, quoting and line end of the first line; `None` when a row behind
    /// the last one would not be read as such.
    #[must_use]
    pub fn with_row(&self, id: &OfficeId, upazila: &str) -> Option<String> {
        let (start, sign) = rows::beginning(&self.text);
        let first = rows::first_line(&self.text[start..]);
        let line_end = match first.trim_end_matches(['\r', '\n']).len() {
            end if end < first.len() => &first[end..],
            _ => "\n",
        };
        let delimiter = char::from(sign);
        let all_quoted = first.starts_with('"');
        let row: Vec<&str> = self.records[0]
            .iter()
            .map(|column| match column.as_str() {
                "id" => id.as_str(),
                "upazila" => upazila,
                _ => "",
            })
            .collect();
        let cells: Vec<String> = row
            .iter()
            .map(|cell| escape::cell(cell, delimiter, all_quoted))
            .collect();
        let gap = if self.text.ends_with(['\r', '\n']) {
            ""
        } else {
            line_end
        };
        let cells = cells.join(&delimiter.to_string());
        let text = format!("{}{gap}{cells}{line_end}", self.text);
        self.read_back(&text, &row).then_some(text)
    }

    /// Whether a text holds the rows of this table and then just this one.
    fn read_back(&self, text: &str, row: &[&str]) -> bool {
        let source = SourceText::new("".into(), text.to_owned());
        table::texts(&source).is_some_and(|records| {
            records
                .split_last()
                .is_some_and(|(last, before)| last == row && before == self.records)
        })
    }
}

fn holds(header: &[String], name: &str) -> bool {
    header.iter().any(|column| column == name)
}
