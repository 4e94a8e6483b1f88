//! A department's folder: `department.yaml`, charter, pages, and the tables of districts and offices.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::fields::{self, Fields};
use super::files::{self, Folder};
use super::table::{self, Row, Table};
use super::text::Text;
use super::yaml::Parsed;
use super::{charter, page, yaml};
use crate::Result;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Contact, Date, Department, District, Email, Host, OfficeId, Origin, Phone, Post, Section, Slug,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDepartment {
    name: Option<Text>,
    ministry: Option<Text>,
    host: Option<Text>,
    office_name: Option<Text>,
    posts: Option<Vec<RawPost>>,
    menu: Option<Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPost {
    id: Option<Text>,
    name: Option<Text>,
}

/// A department and the rows of its table of offices.
#[derive(Debug)]
pub struct DepartmentContent {
    /// Its folder's name.
    pub label: Slug,
    /// What its offices share; `None` when it cannot be used.
    pub department: Option<Arc<Department>>,
    /// Mistakes in what its offices share.
    pub shared: Vec<Diagnostic>,
    /// Mistakes in the table of offices that belong to no usable row.
    pub stray: Vec<Diagnostic>,
    /// Its offices, in the order of the table.
    pub rows: Vec<OfficeRow>,
}

/// A row of `offices.csv`.
#[derive(Debug)]
pub struct OfficeRow {
    /// The office.
    pub id: OfficeId,
    /// Its host, from the row or made of department and id.
    pub host: Host,
    /// The upazila's name.
    pub upazila: String,
    /// Its district; `None` when the row names an unknown one.
    pub district: Option<Arc<District>>,
    /// The post that leads it.
    pub post: Option<Slug>,
    /// Who holds the post.
    pub officer: Option<String>,
    /// The office's telephone.
    pub phone: Option<Phone>,
    /// The office's e-mail.
    pub email: Option<Email>,
    /// The day on which the office last confirmed its data.
    pub verified_on: Option<Date>,
    /// Where its host comes from.
    pub host_place: Place,
    /// Where each cell stands, in the order of the columns.
    pub(super) origins: Vec<Origin>,
    /// Mistakes in the row.
    pub found: Vec<Diagnostic>,
}

const DISTRICT_COLUMNS: [&str; 8] = [
    "id",
    "name",
    "division",
    "office",
    "host",
    "designation",
    "phone",
    "email",
];
/// The columns of `offices.csv`.
pub(super) const OFFICE_COLUMNS: [&str; 8] = [
    "id",
    "upazila",
    "officer",
    "post",
    "phone",
    "email",
    "verified_on",
    "host",
];

/// Reads every department of the content folder, sorted by label.
///
/// # Errors
/// When a file or folder is there but cannot be read.
pub fn departments(content: &Path, found: &mut Vec<Diagnostic>) -> Result<Vec<DepartmentContent>> {
    let root = Folder::new(content);
    let mut departments = Vec::new();
    for entry in root.entries()? {
        let file = root.shown(&entry.name);
        if entry.is_link {
            found.push(files::link_finding(&file));
        } else if !entry.is_folder {
            if entry.name != "portal.yaml" {
                let hint = "the content folder holds portal.yaml and one folder per department";
                found.push(Diagnostic::warning(
                    "unexpected-file",
                    Place::file(&file),
                    format!("`{}` is not read", entry.name),
                    hint,
                ));
            }
        } else if let Some(label) =
            Slug::parse(&entry.name).filter(|label| label.as_str().is_ascii())
        {
            departments.push(department(label, &root.folder(&entry.name))?);
        } else {
            let hint = "a department's folder is its label in host names: small Latin letters, digits and hyphens, like `doict`";
            found.push(Diagnostic::error(
                "bad-id",
                Place::file(&file),
                format!("`{}` cannot be part of an address", entry.name),
                hint,
            ));
        }
    }
    if departments.is_empty() {
        let hint = "make a folder like `doict` with department.yaml, charter.yaml, districts.csv and offices.csv";
        found.push(Diagnostic::error(
            "no-department",
            Place::file(&root.shown("")),
            "the content holds no department",
            hint,
        ));
    }
    doubled_hosts(&mut departments);
    Ok(departments)
}

/// Two offices with one host would overwrite each other's portal.
fn doubled_hosts(departments: &mut [DepartmentContent]) {
    let mut taken: BTreeMap<Host, OfficeId> = BTreeMap::new();
    for row in departments
        .iter_mut()
        .flat_map(|department| &mut department.rows)
    {
        if let Some(other) = taken.get(&row.host) {
            let message = format!("the office `{other}` has the host {} already", row.host);
            row.found.push(Diagnostic::error(
                "doubled-host",
                row.host_place.clone(),
                message,
                "each office needs a host of its own",
            ));
        } else {
            taken.insert(row.host.clone(), row.id.clone());
        }
    }
}

fn department(label: Slug, folder: &Folder) -> Result<DepartmentContent> {
    let mut shared = Vec::new();
    let mut stray = Vec::new();
    let details = details(folder, &mut shared)?;
    let posts = details.as_ref().map_or(&[][..], |details| &details.posts);
    let charter = charter::charter(folder, posts, &mut shared)?;
    let pages = page::pages(&folder.folder("pages"), &mut shared)?;
    let districts = districts(folder, &mut shared)?;
    let rows = office_rows(&label, folder, &districts, posts, &mut stray)?;
    unknown_folders(folder, &rows, &mut stray)?;
    let of = label.clone();
    let department = details.zip(charter).map(|(details, charter)| {
        let Details {
            name,
            ministry,
            host,
            office_name,
            posts,
            menu,
        } = details;
        Arc::new(Department {
            label,
            name,
            ministry,
            host,
            office_name,
            posts,
            menu,
            charter: Arc::new(charter),
            pages,
        })
    });
    Ok(DepartmentContent {
        label: of,
        department,
        shared,
        stray,
        rows,
    })
}

struct Details {
    name: String,
    ministry: Option<String>,
    host: Option<Host>,
    office_name: String,
    posts: Vec<Post>,
    menu: Vec<Section>,
}

fn details(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Option<Details>> {
    let Some(source) = folder.text("department.yaml", found)? else {
        return Ok(None);
    };
    let Some(Parsed {
        value: raw,
        excused,
    }) = yaml::read::<RawDepartment>(&source.file, &source.text, 0, found)
    else {
        return Ok(None);
    };
    let RawDepartment {
        name,
        ministry,
        host,
        office_name,
        posts,
        menu,
    } = raw;
    let mut top = Fields::new(&source.file, &excused, found);
    let name = top.text("name", name, "the department's name");
    let office_name = top.text(
        "office_name",
        office_name,
        "what one of its offices is called, like `উপজেলা আইসিটি কার্যালয়`",
    );
    let ministry = ministry.map(|text| text.0);
    let host = host.and_then(|text| top.host("host", &text.0));
    let posts = known_posts(&mut top, posts);
    let menu = menu.map_or_else(
        || Section::ALL.map(|(_, section)| section).to_vec(),
        |menu| sections(&mut top, menu),
    );
    Ok(name.zip(office_name).map(|(name, office_name)| Details {
        name,
        ministry,
        host,
        office_name,
        posts,
        menu,
    }))
}

fn known_posts(top: &mut Fields<'_>, raw: Option<Vec<RawPost>>) -> Vec<Post> {
    let Some(list) = raw.filter(|list| !list.is_empty()) else {
        top.missing(
            "posts",
            "list the posts that the charter names, each with `id` and `name`",
        );
        return Vec::new();
    };
    let mut posts: Vec<Post> = Vec::new();
    for (at, RawPost { id, name }) in list.into_iter().enumerate() {
        let mut fields = top.below(format!("posts[{at}]"));
        let id = fields.slug(
            "id",
            id,
            "a name in Latin letters, like `assistant-programmer`",
        );
        let name = fields.text("name", name, "the post as printed");
        let Some((id, name)) = id.zip(name) else {
            continue;
        };
        if posts.iter().any(|post| post.id == id) {
            fields.wrong(
                "id",
                "doubled-id",
                format!("another post has the id `{id}`"),
                "each post needs an id of its own",
            );
        }
        posts.push(Post { id, name });
    }
    posts
}

fn sections(top: &mut Fields<'_>, menu: Vec<Text>) -> Vec<Section> {
    let keys = Section::ALL.map(|(key, _)| key);
    let mut sections = Vec::new();
    for (at, Text(name)) in menu.into_iter().enumerate() {
        let key = format!("menu[{at}]");
        match Section::ALL.iter().find(|(key, _)| *key == name) {
            Some((_, section)) if sections.contains(section) => {
                top.wrong(
                    &key,
                    "doubled-menu-entry",
                    format!("the menu names `{name}` twice"),
                    "keep one of the two",
                );
            }
            Some((_, section)) => sections.push(*section),
            None => {
                let hint = yaml::nearest(&name, &keys).map_or_else(
                    || format!("the entries are {}", keys.join(", ")),
                    |close| format!("did you mean `{close}`?"),
                );
                top.wrong(
                    &key,
                    "unknown-menu-entry",
                    format!("`{name}` is not an entry of the menu"),
                    hint,
                );
            }
        }
    }
    sections
}

type Districts = BTreeMap<Slug, Arc<District>>;

fn districts(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Districts> {
    let Some(source) = folder.text("districts.csv", found)? else {
        return Ok(Districts::new());
    };
    let table = table::read(&source, &DISTRICT_COLUMNS, 4, found);
    let mut districts = Districts::new();
    for row in &table.rows {
        let Some(id) = cell(&table, row, &DISTRICT_COLUMNS, 0, found) else {
            continue;
        };
        let Some(slug) = Slug::parse(id).filter(|slug| slug.as_str().is_ascii()) else {
            found.push(row.wrong(
                &table.file,
                0,
                "bad-id",
                format!("`{id}` cannot be part of an address"),
                "write the district's label in host names, like `narayanganj`",
            ));
            continue;
        };
        let [name, division, office] = [1, 2, 3].map(|column| {
            cell(&table, row, &DISTRICT_COLUMNS, column, found)
                .unwrap_or_default()
                .to_owned()
        });
        let contact = Contact {
            designation: row.get(5).map(str::to_owned),
            address: None,
            phone: row
                .get(6)
                .and_then(|text| phone(&table, row, 6, text, found)),
            email: row
                .get(7)
                .and_then(|text| email(&table, row, 7, text, found)),
            host: row
                .get(4)
                .and_then(|text| host(&table, row, 4, text, found)),
        };
        let district = Arc::new(District {
            id: slug.clone(),
            name,
            division,
            office,
            contact,
            origin: row.origin(&table.file, 0),
        });
        if districts.insert(slug, district).is_some() {
            found.push(row.wrong(
                &table.file,
                0,
                "doubled-id",
                format!("the district `{id}` stands here twice"),
                "keep one of the two rows",
            ));
        }
    }
    Ok(districts)
}

fn office_rows(
    label: &Slug,
    folder: &Folder,
    districts: &Districts,
    posts: &[Post],
    stray: &mut Vec<Diagnostic>,
) -> Result<Vec<OfficeRow>> {
    let Some(source) = folder.text("offices.csv", stray)? else {
        return Ok(Vec::new());
    };
    let table = table::read(&source, &OFFICE_COLUMNS, 2, stray);
    let mut rows: Vec<OfficeRow> = Vec::new();
    for row in &table.rows {
        let Some(id) = cell(&table, row, &OFFICE_COLUMNS, 0, stray) else {
            continue;
        };
        let Some(id) = OfficeId::parse(id) else {
            stray.push(row.wrong(
                &table.file,
                0,
                "bad-office-id",
                format!("`{id}` is not the id of an office"),
                "write <upazila>.<district> as in its address, like `rupganj.narayanganj`",
            ));
            continue;
        };
        if rows.iter().any(|other| other.id == id) {
            stray.push(row.wrong(
                &table.file,
                0,
                "doubled-id",
                format!("the office `{id}` stands here twice"),
                "keep one of the two rows",
            ));
            continue;
        }
        rows.push(office_row(label, &table, row, id, districts, posts));
    }
    Ok(rows)
}

fn office_row(
    label: &Slug,
    table: &Table,
    row: &Row,
    id: OfficeId,
    districts: &Districts,
    posts: &[Post],
) -> OfficeRow {
    let mut found = Vec::new();
    let upazila = cell(table, row, &OFFICE_COLUMNS, 1, &mut found)
        .unwrap_or_default()
        .to_owned();
    let district =
        Slug::parse(id.district()).and_then(|district| districts.get(&district).cloned());
    if district.is_none() {
        let known: Vec<&str> = districts.keys().map(Slug::as_str).collect();
        let hint = match yaml::nearest(id.district(), &known) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "add a row for it to districts.csv".to_owned(),
        };
        found.push(row.wrong(
            &table.file,
            0,
            "unknown-district",
            format!("districts.csv has no district `{}`", id.district()),
            hint,
        ));
    }
    let post = row.get(3).and_then(|text| {
        let known = posts.iter().find(|post| post.id.as_str() == text);
        if known.is_none() {
            let ids: Vec<&str> = posts.iter().map(|post| post.id.as_str()).collect();
            let hint = format!("the posts in department.yaml are {}", ids.join(", "));
            found.push(row.wrong(
                &table.file,
                3,
                "unknown-post",
                format!("department.yaml has no post `{text}`"),
                hint,
            ));
        }
        known.map(|post| post.id.clone())
    });
    let written_host = row
        .get(7)
        .and_then(|text| host(table, row, 7, text, &mut found));
    if let Some(host) = written_host
        .as_ref()
        .filter(|host| host.as_str().rsplit('.').next() == Some("html"))
    {
        found.push(row.wrong(
            &table.file,
            7,
            "bad-host",
            format!("`{host}` is the name of a page"),
            fields::HOST_HINT,
        ));
    }
    let own_host = format!("{label}.{id}.gov.bd");
    OfficeRow {
        host: written_host
            .or_else(|| Host::parse(&own_host))
            .expect("a label and an id are parts of a host name"),
        upazila,
        district,
        post: post.or_else(|| posts.first().map(|post| post.id.clone())),
        officer: row.get(2).map(str::to_owned),
        phone: row
            .get(4)
            .and_then(|text| phone(table, row, 4, text, &mut found)),
        email: row
            .get(5)
            .and_then(|text| email(table, row, 5, text, &mut found)),
        verified_on: row
            .get(6)
            .and_then(|text| date(table, row, 6, text, &mut found)),
        host_place: row.place(&table.file, if row.get(7).is_some() { 7 } else { 0 }),
        origins: (0..OFFICE_COLUMNS.len())
            .map(|column| row.origin(&table.file, column))
            .collect(),
        id,
        found,
    }
}

/// A folder of an office that the table does not name would never be read.
fn unknown_folders(folder: &Folder, rows: &[OfficeRow], found: &mut Vec<Diagnostic>) -> Result<()> {
    let offices = folder.folder("offices");
    for entry in offices.entries()? {
        if !rows.iter().any(|row| row.id.as_str() == entry.name) {
            let hint = "name the folder like the office's id in offices.csv, or add its row there";
            let place = Place::file(&offices.shown(&entry.name));
            found.push(Diagnostic::error(
                "unknown-office",
                place,
                format!("offices.csv has no office `{}`", entry.name),
                hint,
            ));
        }
    }
    Ok(())
}

fn cell<'r>(
    table: &Table,
    row: &'r Row,
    columns: &[&str],
    column: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<&'r str> {
    let text = row.get(column);
    if text.is_none() {
        found.push(row.wrong(
            &table.file,
            column,
            "empty-cell",
            format!("the cell `{}` is empty", columns[column]),
            "every row needs it",
        ));
    }
    text
}

fn phone(
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

fn email(
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
            format!("`{text}` is not an e-mail address"),
            fields::EMAIL_HINT,
        ));
    }
    email
}

fn host(
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
            format!("`{text}` is not a host name"),
            fields::HOST_HINT,
        ));
    }
    host
}

fn date(
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
