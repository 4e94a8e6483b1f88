//! A scaffold: which files `sanad new` writes, and what the person has to fill in. Nothing is written here.
//!
//! The files stand beside this one as plain text. `(লিখুন)` marks what is a blank in them.

mod destination;
mod site;

use std::path::{Path, PathBuf};

use crate::escape;
use crate::load::{self, DepartmentContent, Tables};
use crate::model::{Date, OfficeId, RESERVED, SharedText, Slug, is_refused_by_windows};
use crate::{Error, Result, schema};

pub(crate) use site::site;

/// Marks a blank that somebody has to fill in.
pub(crate) const BLANK: &str = "(লিখুন)";

/// What is to be written. All of it, or nothing.
#[derive(Debug)]
pub(crate) struct Scaffold {
    /// The folder below which everything lies.
    pub root: PathBuf,
    /// New files.
    pub files: Vec<NewFile>,
    /// The schemas that the files name, as far as they are missing; one that is there is left as it is.
    pub schemas: Vec<NewFile>,
    /// A table that gets a row more.
    pub table: Option<TableWithRow>,
}

/// A file that is not there yet.
#[derive(Debug)]
pub(crate) struct NewFile {
    /// From `root`.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A table that gets a row more.
#[derive(Debug)]
pub(crate) struct TableWithRow {
    /// From `root`.
    pub path: PathBuf,
    /// What it must hold still.
    pub before: String,
    /// What it shall hold.
    pub after: String,
}

/// A line that somebody has to fill in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Blank {
    /// Its file, from `root`.
    pub path: PathBuf,
    /// Its line, from 1.
    pub line: usize,
    /// Its text, without what surrounds it.
    pub text: String,
}

impl Scaffold {
    /// The blanks of all that is written, in order.
    #[must_use]
    pub(crate) fn blanks(&self) -> Vec<Blank> {
        let files = self
            .files
            .iter()
            .map(|file| (&file.path, String::from_utf8_lossy(&file.bytes), 0));
        let table = self.table.iter().map(|table| {
            let old = table.before.lines().count();
            (&table.path, table.after.as_str().into(), old)
        });
        files
            .chain(table)
            .flat_map(|(path, text, from)| blanks_in(path, &text, from))
            .collect()
    }
}

fn blanks_in(path: &Path, text: &str, from: usize) -> Vec<Blank> {
    let lines = text.lines().enumerate().skip(from);
    lines
        .filter(|(_, line)| line.contains(BLANK))
        .map(|(at, line)| Blank {
            path: path.to_owned(),
            line: at + 1,
            text: line.trim().trim_start_matches("# ").to_owned(),
        })
        .collect()
}

/// An office: its folder, and its row where it has none. The upazila's name stays a blank when it is not given.
///
/// # Errors
/// When the id is none, its district has no row, or the department is not clear.
pub(crate) fn office(
    content: &Path,
    id: &str,
    upazila: Option<&str>,
    department: Option<&str>,
    today: Date,
) -> Result<Scaffold> {
    let id = office_id(id)?;
    let upazila = upazila
        .map(|name| one_line("--upazila", name))
        .transpose()?;
    let departments = destination::departments(content, today)?;
    let department = destination::department(&departments, department)?;
    let tables = tables(content, &department.label)?;
    known_district(&tables, &department.label, &id)?;
    let folder = Path::new(department.label.as_str())
        .join("offices")
        .join(id.as_str());
    let post = department
        .department
        .as_ref()
        .and_then(|department| department.posts.first())
        .map_or("officer", |post| post.id.as_str());
    let text = include_str!("office.yaml")
        .replace("%POST%", post)
        .replace("%TODAY%", &today.to_string());
    let table = if tables.has_row(&id) {
        None
    } else {
        let name = upazila.unwrap_or_else(|| format!("{} {BLANK}", id.upazila()));
        let after = tables
            .with_row(&id, &name)
            .ok_or_else(|| bad_table(&tables.path))?;
        Some(TableWithRow {
            path: Path::new(department.label.as_str()).join("offices.csv"),
            before: tables.text,
            after,
        })
    };
    Ok(Scaffold {
        root: content.to_owned(),
        files: vec![NewFile::naming("office", folder.join("office.yaml"), &text)],
        schemas: schemas(content),
        table,
    })
}

/// A department: charter, tables with a made-up row, and a page.
///
/// # Errors
/// When the id cannot be part of a host name.
pub(crate) fn department(content: &Path, id: &str, today: Date) -> Result<Scaffold> {
    Ok(Scaffold {
        root: content.to_owned(),
        files: department_files(&label(id)?, today),
        schemas: schemas(content),
        table: None,
    })
}

fn department_files(label: &Slug, today: Date) -> Vec<NewFile> {
    let folder = Path::new(label.as_str());
    let table = |name: &str, text: &str| NewFile::new(folder.join(name), text);
    let charter = include_str!("charter.yaml").replace("%TODAY%", &today.to_string());
    vec![
        NewFile::naming(
            "department",
            folder.join("department.yaml"),
            include_str!("department.yaml"),
        ),
        NewFile::naming("charter", folder.join("charter.yaml"), &charter),
        table("districts.csv", include_str!("districts.csv")),
        table("offices.csv", include_str!("offices.csv")),
        NewFile::naming(
            "page",
            folder.join("pages/about.md"),
            include_str!("about.md"),
        ),
    ]
}

/// A notice of an office; a draft until somebody has written it.
///
/// # Errors
/// When no table names the office, or the title gives no file name.
pub(crate) fn notice(
    content: &Path,
    office: &str,
    title: &str,
    department: Option<&str>,
    date: Date,
) -> Result<Scaffold> {
    let id = office_id(office)?;
    let title = page_title(title)?;
    let slug = slug_of(&title)?;
    let departments = destination::departments(content, date)?;
    let of = destination::department_of(&departments, &id, department)?;
    let text = include_str!("notice.md")
        .replace("%DATE%", &date.to_string())
        .replace("%TITLE%", &escape::yaml(&title));
    let folder = destination::office_folder(of, &id).join("notices");
    Ok(one_page(content, "notice", &folder, &slug, &text))
}

/// A page of an office, or of all offices of a department; a draft until somebody has written it.
///
/// # Errors
/// When there is no such office or department, or the title gives no file name.
pub(crate) fn page(
    content: &Path,
    of: &str,
    title: &str,
    department: Option<&str>,
    today: Date,
) -> Result<Scaffold> {
    let title = page_title(title)?;
    let slug = slug_of(&title)?;
    if RESERVED.contains(&slug.as_str()) {
        let message = format!("`{slug}` is a page that every portal has; choose another title");
        return Err(Error::Usage(message));
    }
    let folder = if of.contains('.') {
        let id = office_id(of)?;
        let departments = destination::departments(content, today)?;
        destination::office_folder(
            destination::department_of(&departments, &id, department)?,
            &id,
        )
    } else {
        let departments = destination::departments(content, today)?;
        PathBuf::from(
            destination::department(&departments, Some(of))?
                .label
                .as_str(),
        )
    };
    let text = include_str!("page.md").replace("%TITLE%", &escape::yaml(&title));
    let folder = folder.join("pages");
    Ok(one_page(content, "page", &folder, &slug, &text))
}

fn one_page(content: &Path, kind: &str, folder: &Path, slug: &Slug, text: &str) -> Scaffold {
    let path = folder.join(format!("{slug}.md"));
    Scaffold {
        root: content.to_owned(),
        files: vec![NewFile::naming(kind, path, text)],
        schemas: schemas(content),
        table: None,
    }
}

/// The schemas that a content folder does not hold yet.
fn schemas(content: &Path) -> Vec<NewFile> {
    let missing = schema::missing(content).into_iter();
    missing
        .map(|(path, text)| NewFile::new(path, text))
        .collect()
}

impl NewFile {
    fn new(path: PathBuf, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path,
            bytes: bytes.into(),
        }
    }

    /// A file of the content that names its schema: in its first line, or in the first of its front matter.
    fn naming(kind: &str, path: PathBuf, text: &str) -> Self {
        let line = schema::line(kind, &path);
        let text = match text.strip_prefix("---\n") {
            Some(rest) => format!("---\n{line}{rest}"),
            None => format!("{line}{text}"),
        };
        Self::new(path, text)
    }
}

fn tables(content: &Path, department: &Slug) -> Result<Tables> {
    let path = content.join(department.as_str()).join("offices.csv");
    load::tables(content, department)?.ok_or_else(|| bad_table(&path))
}

fn bad_table(path: &Path) -> Error {
    Error::Usage(format!(
        "{} cannot take a row, because it has mistakes; `sanad build` says which",
        path.display()
    ))
}

/// More districts than these are not listed.
const LISTED: usize = 12;

fn known_district(tables: &Tables, department: &Slug, id: &OfficeId) -> Result<()> {
    let district = id.district();
    if tables
        .districts
        .iter()
        .any(|known| known.as_str() == district)
    {
        return Ok(());
    }
    let known: Vec<&str> = tables.districts.iter().map(Slug::as_str).collect();
    let hint = match load::nearest(district, &known) {
        Some(close) => format!("did you mean `{}.{close}`?", id.upazila()),
        None if known.is_empty() => "it has no row that can be used.".to_owned(),
        None if known.len() <= LISTED => format!("it has {}.", known.join(", ")),
        None => format!(
            "it has {} and {} more.",
            known[..LISTED].join(", "),
            known.len() - LISTED
        ),
    };
    Err(Error::Usage(format!(
        "districts.csv of `{department}` has no district `{district}`; {hint} A new district needs its row there first"
    )))
}

fn office_id(text: &str) -> Result<OfficeId> {
    let id = OfficeId::parse(text).ok_or_else(|| {
        Error::Usage(format!(
            "`{text}` is not the id of an office; write <upazila>.<district> as in its address, like `rupganj.narayanganj`"
        ))
    })?;
    fits_windows(text)?;
    Ok(id)
}

/// A department's id: one label of a host name.
fn label(text: &str) -> Result<Slug> {
    let label = Slug::parse(text)
        .filter(|label| label.as_str().is_ascii() && text.len() <= 63)
        .ok_or_else(|| {
            Error::Usage(format!(
                "`{text}` cannot be a department's id; write its label in host names: small Latin letters, digits and hyphens, like `doict`"
            ))
        })?;
    fits_windows(text)?;
    Ok(label)
}

fn page_title(text: &str) -> Result<String> {
    let title = one_line("the title", text)?;
    match SharedText::parse(&title) {
        Ok(_) => Ok(title),
        Err(unknown) => Err(Error::Usage(format!(
            "{{{unknown}}} is not a placeholder; leave the braces out of the title"
        ))),
    }
}

fn one_line(name: &str, text: &str) -> Result<String> {
    let text = load::nfc(text.trim());
    if text.is_empty() || text.chars().any(char::is_control) {
        return Err(Error::Usage(format!(
            "{name} is one line of text; write some, without line breaks"
        )));
    }
    Ok(text)
}

fn slug_of(title: &str) -> Result<Slug> {
    let slug = Slug::of(title).ok_or_else(|| {
        Error::Usage(format!(
            "`{title}` has no letter or digit that a file name could be made of; give it a title with one"
        ))
    })?;
    fits_windows(slug.as_str())?;
    Ok(slug)
}

/// What is begun may be carried to any machine.
fn fits_windows(name: &str) -> Result<()> {
    if is_refused_by_windows(name) {
        return Err(Error::Usage(format!(
            "Windows cannot store a file or folder called `{name}`; choose another name"
        )));
    }
    Ok(())
}
