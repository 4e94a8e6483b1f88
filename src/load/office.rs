//! One office: its row and what its own folder adds.

use std::path::Path;
use std::sync::Arc;

use super::department::{DepartmentContent, OfficeRow};
use super::files::Folder;
use super::page;
use crate::Result;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Holder, Office, Page};

/// An office and the mistakes in what it says itself.
#[derive(Debug)]
pub struct OfficeContent {
    /// The office; `None` when its row cannot be used.
    pub office: Option<Office>,
    /// Mistakes in its row and its folder.
    pub found: Vec<Diagnostic>,
}

/// What an office's folder may hold.
const FOLDERS: [&str; 3] = ["pages", "notices", "files"];

/// Reads an office: its row, then its folder. Without a department that can be used there is no office, only findings.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn office(content: &Path, of: &DepartmentContent, row: &OfficeRow) -> Result<OfficeContent> {
    let mut found = row.found.clone();
    let folder = Folder::new(content)
        .folder(of.label.as_str())
        .folder("offices")
        .folder(row.id.as_str());
    for entry in folder.entries()? {
        if !FOLDERS.contains(&entry.name.as_str()) {
            let hint = format!("an office's folder holds {}", FOLDERS.join(", "));
            let place = Place::file(&folder.shown(&entry.name));
            found.push(Diagnostic::error(
                "unexpected-file",
                place,
                format!("`{}` has no meaning here", entry.name),
                hint,
            ));
        }
    }
    let own_pages = page::pages(&folder.folder("pages"), &mut found)?;
    let notices = page::notices(&folder.folder("notices"), &mut found)?;
    let files = page::files(&folder.folder("files"), &mut found)?;
    let (Some(department), Some(district), Some(head_post)) =
        (&of.department, &row.district, &row.post)
    else {
        return Ok(OfficeContent {
            office: None,
            found,
        });
    };
    let office = Office {
        id: row.id.clone(),
        host: row.host.clone(),
        upazila: row.upazila.clone(),
        district: Arc::clone(district),
        department: Arc::clone(department),
        head_post: head_post.clone(),
        head: holder(row),
        phone: row.phone.clone(),
        email: row.email.clone(),
        verified_on: row.verified_on,
        pages: layered(&department.pages, own_pages),
        notices,
        files,
    };
    Ok(OfficeContent {
        office: Some(office),
        found,
    })
}

/// A post without a name is vacant only when the office has said so; until then nobody knows.
fn holder(row: &OfficeRow) -> Holder {
    match &row.officer {
        Some(name) => Holder::Held(name.clone()),
        None if row.verified_on.is_some() => Holder::Vacant,
        None => Holder::Unconfirmed,
    }
}

/// The department's pages and the office's own; an own page stands for the shared one of the same slug.
fn layered(shared: &[Arc<Page>], own: Vec<Arc<Page>>) -> Vec<Arc<Page>> {
    let kept = shared
        .iter()
        .filter(|page| !own.iter().any(|other| other.slug == page.slug))
        .cloned();
    let mut pages: Vec<Arc<Page>> = kept.collect();
    pages.extend(own);
    pages.sort_by_key(|page| page.order);
    pages
}
