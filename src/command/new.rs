//! `sanad new`

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::{Begin, New};
use crate::model::Date;
use crate::options;
use crate::start::{self, Start};
use crate::{Error, Result, write};

pub(super) fn new(typed: &New) -> Result<ExitCode> {
    let today = options::today()?;
    let (start, next) = match &typed.what {
        Begin::Office {
            id,
            upazila,
            department,
            content,
        } => {
            let (upazila, department) = (upazila.as_deref(), department.as_deref());
            let start = start::office(content, id, upazila, department, today)?;
            (start, build(content))
        }
        Begin::Department { id, content } => {
            let start = start::department(content, id, today)?;
            (start, build(content))
        }
        Begin::Notice {
            office,
            title,
            date: day,
            department,
            content,
        } => {
            let day = day.as_deref().map_or(Ok(today), date)?;
            let title = title.join(" ");
            let start = start::notice(content, office, &title, department.as_deref(), day)?;
            (start, draft(content))
        }
        Begin::Page {
            of,
            title,
            department,
            content,
        } => {
            let start = start::page(content, of, &title.join(" "), department.as_deref())?;
            (start, draft(content))
        }
        Begin::Site { folder, department } => {
            let start = start::site(folder, department, today)?;
            (start, enter(folder))
        }
    };
    write::begin(&start)?;
    let said = report(&start, &next);
    let _ = anstream::stdout().write_all(said.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn date(text: &str) -> Result<Date> {
    Date::parse(text).map_err(|_| {
        Error::Usage(format!(
            "`{text}` is not a day; write year-month-day in figures, like 2025-06-30"
        ))
    })
}

/// More new files than these are counted, not listed.
const LISTED: usize = 6;

/// What was written, the blanks, and what to do next.
fn report(start: &Start, next: &str) -> String {
    let shown = |path: &Path| start.root.join(path).to_string_lossy().replace('\\', "/");
    let mut text = String::from("Written:\n");
    let listed = start.files.iter().take(LISTED);
    for file in listed {
        let _ = writeln!(text, "  {}", shown(&file.path));
    }
    if let Some(more) = start
        .files
        .len()
        .checked_sub(LISTED)
        .filter(|more| *more > 0)
    {
        let _ = writeln!(text, "  and {more} more files");
    }
    if let Some(table) = &start.table {
        let _ = writeln!(text, "  one row more in {}", shown(&table.path));
    }
    if let Some(schema) = start.schemas.first() {
        let folder = schema.path.parent().unwrap_or(&schema.path);
        let _ = writeln!(text, "  schemas for editors in {}", shown(folder));
    }
    let blanks = start.blanks();
    if !blanks.is_empty() {
        text.push_str("Still to be filled in:\n");
    }
    for blank in blanks {
        let _ = writeln!(
            text,
            "  {}:{}  {}",
            shown(&blank.path),
            blank.line,
            blank.text
        );
    }
    text.push_str(next);
    text
}

fn build(content: &Path) -> String {
    let content = if content == Path::new("content") {
        String::new()
    } else {
        format!(" --content {}", typed(content))
    };
    format!("Next: sanad build{content}\n")
}

fn draft(content: &Path) -> String {
    format!(
        "It is a draft: nobody sees it until the line `draft: true` is deleted.\n{}",
        build(content)
    )
}

fn enter(folder: &Path) -> String {
    if folder == Path::new(".") {
        "Next: sanad build\n".to_owned()
    } else {
        format!("Next:\n  cd {}\n  sanad build\n", typed(folder))
    }
}

/// A path as one has to type it.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}
