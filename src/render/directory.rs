//! The planned directory of all offices → its pages.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Serialize;

use super::directory_index;
use super::edition::Edition;
use super::rendered::Rendered;
use super::shell::{self, Shell};

use crate::diagnostic::Diagnostic;
use crate::model::Language;
use crate::plan::{
    self, Area, Directory, DirectoryPage, ListGroup, ListItem, Listing, Name, PageHead, ParentPage,
};
use crate::theme::{Use, Wording};

/// Renders the directory in the language of each edition, and what it needs. A page comes after those that it leads to, and
/// before the same one in Bangla, so that written in this order no link ever leads nowhere.
///
/// # Errors
/// A mistake in a template.
pub fn directory(
    plan: &Directory<'_>,
    editions: &[Edition<'_>],
) -> Result<Vec<Rendered>, Diagnostic> {
    let mut files = editions.first().map(assets).unwrap_or_default();
    for edition in editions {
        let path = format!("{}{}", edition.language().folder(), directory_index::FILE);
        let entries = directory_index::script(plan, edition.wording);
        files.push(Rendered::bytes(path, entries));
    }
    let mut directories: Vec<DirectoryEdition<'_>> = editions
        .iter()
        .map(|edition| DirectoryEdition::new(plan, edition))
        .collect();
    for page in plan.pages.iter().rev() {
        for directory_edition in directories.iter_mut().rev() {
            files.push(directory_edition.page(page)?);
        }
    }
    Ok(files)
}

/// The files of the theme that the directory needs.
fn assets(edition: &Edition<'_>) -> Vec<Rendered> {
    let assets = edition.theme.assets.iter();
    let assets = assets.filter(|asset| asset.is_for(Use::Directory));
    let assets = assets.map(|asset| Rendered::bytes(&asset.path, asset.bytes.clone()));
    assets.collect()
}

/// The directory in one language.
struct DirectoryEdition<'a> {
    plan: &'a Directory<'a>,
    edition: &'a Edition<'a>,
    /// What stands around its pages, one for each depth.
    shells: BTreeMap<usize, Shell>,
}

impl<'a> DirectoryEdition<'a> {
    fn new(plan: &'a Directory<'a>, edition: &'a Edition<'a>) -> Self {
        Self {
            plan,
            edition,
            shells: BTreeMap::new(),
        }
    }

    fn page(&mut self, page: &DirectoryPage<'_>) -> Result<Rendered, Diagnostic> {
        let DirectoryPage { head, listing } = page;
        let edition = self.edition;
        let wording = edition.wording;
        let views = Views::new(&head.folder, self.plan.departments.len() > 1, edition);
        let above: Vec<AboveView> = head.above.iter().map(|above| views.above(above)).collect();
        let ListingView { groups, items } = views.listing(listing);
        let values = edition
            .common()
            .with("root", &views.root)
            .with("top", &views.top)
            .with("place", &name(&head.area, wording))
            .with("kind", kind(&head.area))
            .with("above", &above)
            .with("count", &wording.number(head.count))
            .with("groups", &groups)
            .with("items", &items);
        let main = edition.print("directory.html", &values)?;
        let file = format!("{}index.html", slashed(&head.folder));
        let content = shell::PageContent {
            title: &title(head, wording, "page_directory", "directory_title"),
            description: &title(head, wording, "about_directory", "about_directory_place"),
            path: &head.folder,
            file: &file,
            sheet: edition.theme.sheet("directory.html", false),
            unlisted: false,
            main: &main,
        };
        let html = self.shell(depth(&head.folder))?.page(&content);
        let folder = edition.language().folder();
        Ok(Rendered::bytes(format!("{folder}{file}"), html))
    }

    fn shell(&mut self, depth: usize) -> Result<&Shell, Diagnostic> {
        let edition = self.edition;
        Ok(match self.shells.entry(depth) {
            Entry::Occupied(shell) => shell.into_mut(),
            Entry::Vacant(room) => {
                let departments = self.plan.departments.iter();
                let departments: Vec<&str> = departments
                    .map(|name| name.in_language(edition.language()))
                    .collect();
                let count = edition.wording.number(departments.len());
                let values = edition
                    .common()
                    .with("root", &root(depth))
                    .with("top", &edition.top(depth))
                    .with("departments", &departments)
                    .with("department_count", &count);
                room.insert(Shell::render(edition, "directory-shell.html", values)?)
            }
        })
    }
}

#[derive(Serialize)]
struct AboveView {
    name: String,
    href: String,
}

#[derive(Serialize)]
struct ListingView<'a> {
    groups: Vec<GroupView<'a>>,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct GroupView<'a> {
    name: String,
    count: String,
    groups: Vec<GroupView<'a>>,
    items: Vec<ItemView<'a>>,
}

/// An office, or a page of the directory, which has a `count`.
#[derive(Serialize)]
struct ItemView<'a> {
    href: String,
    name: String,
    department: Option<&'a str>,
    count: Option<String>,
    confirmed: bool,
}

/// Makes the values of one page.
struct Views<'a> {
    wording: &'a Wording,
    folder: &'a str,
    /// The way to the first page of the language.
    root: String,
    /// The way to the top of the output, in which portals lie.
    top: String,
    several: bool,
}

impl<'v> Views<'v> {
    fn new(folder: &'v str, several: bool, edition: &Edition<'v>) -> Self {
        Self {
            wording: edition.wording,
            folder,
            root: root(depth(folder)),
            top: edition.top(depth(folder)),
            several,
        }
    }

    fn above(&self, above: &ParentPage<'_>) -> AboveView {
        AboveView {
            name: name(&above.area, self.wording).unwrap_or_default(),
            href: self.href(&above.folder),
        }
    }

    fn listing<'a>(&self, listing: &Listing<'a>) -> ListingView<'a> {
        let groups = listing.groups.iter().map(|group| self.group(group));
        let items = listing.items.iter().map(|item| self.item(item));
        let (mut groups, mut items): (Vec<_>, Vec<_>) = (groups.collect(), items.collect());
        // The plan has the order of Bangla dictionaries; a list of parts goes from one name to another in that order.
        let is_part = |item: &ListItem<'_>| {
            let area = match item {
                ListItem::Page { area, .. } => Some(area),
                ListItem::Office(_) => None,
            };
            matches!(area, Some(Area::Part(..)))
        };
        if self.wording.language != Language::Bangla && !listing.items.iter().any(is_part) {
            groups.sort_by(|one, other| one.name.cmp(&other.name));
            items.sort_by(|one, other| one.name.cmp(&other.name));
        }
        ListingView { groups, items }
    }

    fn group<'a>(&self, group: &ListGroup<'a>) -> GroupView<'a> {
        let ListingView { groups, items } = self.listing(&group.listing);
        GroupView {
            name: name(&group.area, self.wording).unwrap_or_default(),
            count: self.wording.number(group.count),
            groups,
            items,
        }
    }

    fn item<'a>(&self, item: &ListItem<'a>) -> ItemView<'a> {
        match item {
            ListItem::Office(entry) => self.office(entry),
            ListItem::Page {
                area,
                folder,
                count,
            } => ItemView {
                href: self.href(folder),
                name: self.short(area),
                department: None,
                count: Some(self.wording.number(*count)),
                confirmed: true,
            },
        }
    }

    fn office<'a>(&self, entry: &plan::DirectoryEntry<'a>) -> ItemView<'a> {
        let name = if self.several {
            entry.office_name
        } else {
            entry.upazila
        };
        let language = self.wording.language;
        let department = entry.department.in_language(language);
        ItemView {
            href: format!("{}{}/{}index.html", self.top, entry.host, language.folder()),
            name: name.in_language(language).to_owned(),
            department: self.several.then_some(department),
            count: None,
            confirmed: entry.confirmed,
        }
    }

    /// What a place is called in a list: what stands above the list says whether these are districts or upazilas.
    fn short(&self, area: &Area<'_>) -> String {
        match area {
            Area::Division(name) | Area::District(name) | Area::Upazila(name) => {
                name.in_language(self.wording.language).to_owned()
            }
            Area::Country | Area::Part(..) => name(area, self.wording).unwrap_or_default(),
        }
    }

    /// The way from this page to another one of the same language.
    fn href(&self, folder: &str) -> String {
        let own = slashed(self.folder);
        match folder.strip_prefix(&own) {
            Some(below) => format!("{below}/index.html"),
            None => format!("{}{folder}/index.html", self.root),
        }
    }
}

fn depth(folder: &str) -> usize {
    slashed(folder).matches('/').count()
}

fn root(depth: usize) -> String {
    "../".repeat(depth)
}

fn slashed(folder: &str) -> String {
    if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    }
}

/// The kind of a place, by which a template may choose its layout.
fn kind(area: &Area<'_>) -> &'static str {
    match area {
        Area::Country => "country",
        Area::Division(_) => "division",
        Area::District(_) => "district",
        Area::Upazila(_) => "upazila",
        Area::Part(..) => "part",
    }
}

/// What a place is called: `ঢাকা বিভাগ`.
fn name(area: &Area<'_>, wording: &Wording) -> Option<String> {
    let said = |name: Name<'_>| name.in_language(wording.language).to_owned();
    let named = |name, key| Some(format!("{} {}", said(name), wording.string(key)));
    match *area {
        Area::Country => None,
        Area::Division(name) => named(name, "directory_division"),
        Area::District(name) => named(name, "directory_district"),
        Area::Upazila(name) => named(name, "directory_upazila"),
        Area::Part(from, to) if said(from) == said(to) => Some(said(from)),
        Area::Part(from, to) => {
            let part = wording.string("directory_part");
            Some(
                part.replace("{from}", &said(from))
                    .replace("{to}", &said(to)),
            )
        }
    }
}

/// A sentence about a page: one string for the first page, another with `{place}` for the rest. Upazilas and parts of
/// lists are called alike in many districts, so what is above them is named too.
fn title(head: &PageHead<'_>, wording: &Wording, first: &str, other: &str) -> String {
    let Some(mut area) = name(&head.area, wording) else {
        return wording.string(first).to_owned();
    };
    if let (Area::Upazila(_) | Area::Part(..), Some(above)) = (&head.area, head.above.last())
        && let Some(above) = name(&above.area, wording)
    {
        area = format!("{area}, {above}");
    }
    wording.string(other).replace("{place}", &area)
}
