//! A department's folder: `department.yaml`, charter and pages; its tables are read in `district_table`, `office_table`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::district_table::districts;
use super::fields::Fields;
use super::files::{self, Folder};
use super::office_table::{OfficeRow, office_rows};
use super::text::Text;
use super::yaml::Parsed;
use super::{charter, page, yaml};
use crate::Result;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Department, Host, OfficeId, Post, Section, Slug};

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
    let notices = page::shared_notices(&folder.folder("notices"), &mut shared)?;
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
            notices,
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

/// A folder of an office that the table does not name would never be read.
fn unknown_folders(folder: &Folder, rows: &[OfficeRow], found: &mut Vec<Diagnostic>) -> Result<()> {
    let offices = folder.folder("offices");
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    for entry in offices.entries()? {
        if !known.contains(entry.name.as_str()) {
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
