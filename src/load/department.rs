//! A department's folder: `department.yaml`, charter and pages; its tables are read in `district_table`, `office_table`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::allow;
use super::district_table::districts;
use super::fields::Fields;
use super::files::Folder;
use super::office_table::{OfficeRow, office_rows};
use super::raw_department::{RawDepartment, RawPost};
use super::reader::Reader;
use super::text::Text;
use super::yaml::Parsed;
use super::{charter, forms, offered, page, people_table, unread, windows, yaml};
use crate::Result;
use crate::diagnostic::{Diagnostic, phrase, say};
use crate::disk::Kind;
use crate::model::{
    Audience, CitizensCharter, Department, District, Host, Localized, OfficeFile, OfficeId, Place,
    Post, Section, Slug, Source,
};

/// A department and the rows of its table of offices.
#[derive(Debug)]
pub struct DepartmentContent {
    /// Its folder's name.
    pub label: Slug,
    /// What one of its offices is called; empty when `department.yaml` cannot be used.
    pub office_name: String,
    /// Its own web site.
    pub host: Option<Host>,
    /// What its offices share; `None` when it cannot be used.
    pub department: Option<Arc<Department>>,
    /// Mistakes in what its offices share.
    pub shared: Vec<Diagnostic>,
    /// Mistakes in the table of offices that belong to no usable row.
    pub stray: Vec<Diagnostic>,
    /// Its offices, in the order of the table.
    pub rows: Vec<OfficeRow>,
    /// Its districts, in the order of their ids.
    pub districts: Vec<Arc<District>>,
    /// The files that its offices share, as they were written.
    pub sources: Vec<Source>,
}

/// Reads every department of the content folder for an audience, sorted by label.
///
/// # Errors
/// When a file or folder is there but cannot be read.
pub fn departments(
    content: &Path,
    audience: Audience,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<DepartmentContent>> {
    let root = Folder::new(content);
    let mut departments = Vec::new();
    for entry in root.entries(found)? {
        let file = root.shown(&entry.name);
        if entry.kind == Kind::Link {
            found.push(unread::link_finding(&file));
        } else if let Some(refused) = windows::refused(&entry.name, || Place::file(&file)) {
            found.push(refused);
        } else if entry.kind != Kind::Folder {
            if entry.name != "portal.yaml" {
                found.push(say::unread_file(&entry.name).at(Place::file(&file)));
            }
        } else if let Some(label) = Slug::parse(&entry.name).filter(can_be_label) {
            // Each remembers its own texts.
            let folder = Folder::new(content).folder(&entry.name);
            departments.push(department(label, &folder, audience)?);
        } else {
            found.push(say::bad_id_folder(&entry.name).at(Place::file(&file)));
        }
    }
    if departments.is_empty() {
        found.push(say::no_department().at(Place::file(&root.shown(""))));
    }
    doubled_hosts(&mut departments);
    Ok(departments)
}

/// Whether a department's folder can be a label in host names (RFC 1035: at most 63 bytes).
fn can_be_label(label: &Slug) -> bool {
    label.as_str().is_ascii() && label.as_str().len() <= 63
}

/// Two offices with one host would overwrite each other's portal.
fn doubled_hosts(departments: &mut [DepartmentContent]) {
    let mut taken: BTreeMap<Host, OfficeId> = BTreeMap::new();
    for row in departments
        .iter_mut()
        .flat_map(|department| &mut department.rows)
    {
        if let Some(other) = taken.get(&row.host) {
            row.found
                .push(say::doubled_host(other, &row.host).at(row.host_place.clone()));
        } else {
            taken.insert(row.host.clone(), row.id.clone());
        }
    }
}

fn department(label: Slug, folder: &Folder, audience: Audience) -> Result<DepartmentContent> {
    let mut shared = Vec::new();
    let mut stray = Vec::new();
    let details = details(folder, &mut shared)?;
    let posts = details.as_ref().map_or(&[][..], |details| &details.posts);
    let charter = charter::charter(folder, posts, &mut shared)?;
    let pages = page::pages(&folder.folder("pages"), audience, &mut shared)?;
    let notices = page::shared_notices(&folder.folder("notices"), audience, &mut shared)?;
    let files = match &charter {
        Some(charter) => files_of_forms(folder, charter, &mut shared)?,
        None => Vec::new(),
    };
    let districts = districts(folder, &mut shared)?;
    stray.extend(districts.values().flat_map(|row| row.found.clone()));
    let mut rows = office_rows(&label, folder, &districts, posts, &mut stray)?;
    people_table::people(folder, posts, &mut rows, &mut stray)?;
    unknown_folders(folder, &rows, &mut stray)?;
    let of = label.clone();
    let (office_name, own_host) = details.as_ref().map_or_else(Default::default, |details| {
        (details.office_name.bangla.clone(), details.host.clone())
    });
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
            files,
        })
    });
    Ok(DepartmentContent {
        label: of,
        office_name,
        host: own_host,
        department,
        shared,
        stray,
        rows,
        districts: districts.into_values().map(|row| row.district).collect(),
        sources: folder.sources(),
    })
}

/// The files that the shared charter's forms offer; what else lies in the folder is nobody's.
fn files_of_forms(
    folder: &Folder,
    charter: &CitizensCharter,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<OfficeFile>> {
    let offered = forms::offered(charter);
    if offered.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = offered::files(&folder.folder("files"), found)?;
    files.retain(|file| offered.contains(file.name.as_str()));
    Ok(files)
}

struct Details {
    name: Localized<String>,
    ministry: Option<Localized<String>>,
    host: Option<Host>,
    office_name: Localized<String>,
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
        en,
        allow,
    } = raw;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let en = en.unwrap_or_default();
    let name = top.plain("name", name, en.name, &phrase::needs_department);
    let office_name = top.plain(
        "office_name",
        office_name,
        en.office_name,
        &phrase::needs_office_name,
    );
    let ministry = top.plain_where_written("ministry", ministry, en.ministry);
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
        top.missing("posts", &phrase::needs_posts);
        return Vec::new();
    };
    let mut posts: Vec<Post> = Vec::new();
    for (at, RawPost { id, name, en }) in list.into_iter().enumerate() {
        let mut fields = top.below(format!("posts[{at}]"));
        let id = fields.slug("id", id, &phrase::needs_post_id);
        let en = en.unwrap_or_default();
        let name = fields.plain("name", name, en.name, &phrase::needs_post_name);
        let Some((id, name)) = id.zip(name) else {
            continue;
        };
        if posts.iter().any(|post| post.id == id) {
            fields.tell("id", say::doubled_id_post(&id));
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
                top.tell(&key, say::doubled_menu_entry(name));
            }
            Some((_, section)) => sections.push(*section),
            None => {
                let said = say::unknown_menu_entry(&name, keys.join(", "));
                top.tell(&key, said.meant(yaml::nearest(&name, &keys)));
            }
        }
    }
    sections
}

/// A folder of an office that the table does not name would never be read.
fn unknown_folders(folder: &Folder, rows: &[OfficeRow], found: &mut Vec<Diagnostic>) -> Result<()> {
    let offices = folder.folder("offices");
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    for entry in offices.entries(found)? {
        if !known.contains(entry.name.as_str()) {
            let place = Place::file(&offices.shown(&entry.name));
            found.push(say::unknown_office(&entry.name).at(place));
        }
    }
    Ok(())
}
