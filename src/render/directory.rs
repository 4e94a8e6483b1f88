//! The planned directory of all offices → its pages.

use std::collections::BTreeMap;

use serde::Serialize;

use super::press::Press;
use super::shell::{self, Shell};
use super::{Rendered, directory_entries};

use crate::diagnostic::Diagnostic;
use crate::model::digits;
use crate::plan::{Above, Directory, DirectoryPage, Entry, Group, Head, Item, Listing, Place};
use crate::theme::{Asset, Theme};

/// Renders the directory, and what it needs; a page comes after those that it leads to, so that written in this order no
/// link ever leads nowhere.
///
/// # Errors
/// A mistake in a template.
pub fn directory(plan: &Directory<'_>, press: &Press<'_>) -> Result<Vec<Rendered>, Diagnostic> {
    let assets = press.theme.assets.iter();
    let is_used =
        |asset: &&Asset| !asset.is_of_report() && !asset.is_of_portals() && !asset.is_of_pictures();
    let assets = assets.filter(is_used);
    let assets = assets.map(|asset| Rendered::bytes(&asset.path, asset.bytes.clone()));
    let mut files: Vec<Rendered> = assets.collect();
    let entries = directory_entries::script(plan, press.theme);
    files.push(Rendered::bytes(directory_entries::FILE, entries));
    let mut shells = Shells::default();
    for page in plan.pages.iter().rev() {
        let shell = shells.get(depth(&page.head.folder), plan, press)?;
        files.push(self::page(page, plan, press, shell)?);
    }
    Ok(files)
}

fn page(
    page: &DirectoryPage<'_>,
    plan: &Directory<'_>,
    press: &Press<'_>,
    shell: &Shell,
) -> Result<Rendered, Diagnostic> {
    let DirectoryPage { head, listing } = page;
    let views = Views {
        theme: press.theme,
        folder: &head.folder,
        root: root(depth(&head.folder)),
        several: plan.departments.len() > 1,
    };
    let above: Vec<AboveView> = head.above.iter().map(|above| views.above(above)).collect();
    let ListingView { groups, items } = views.listing(listing);
    let values = press
        .common()
        .with("root", &views.root)
        .with("place", &name(&head.place, press.theme))
        .with("kind", kind(&head.place))
        .with("above", &above)
        .with("count", &digits::number(head.count))
        .with("groups", &groups)
        .with("items", &items);
    let main = press.print("directory.html", &values)?;
    let content = shell::Content {
        title: &title(head, press.theme, "page_directory", "directory_title"),
        description: &title(
            head,
            press.theme,
            "about_directory",
            "about_directory_place",
        ),
        path: &head.folder,
        main: &main,
    };
    Ok(Rendered::bytes(
        format!("{}index.html", slashed(&head.folder)),
        shell.page(&content),
    ))
}

/// The shells, one for each depth.
#[derive(Default)]
struct Shells {
    made: BTreeMap<usize, Shell>,
}

impl Shells {
    fn get(
        &mut self,
        depth: usize,
        plan: &Directory<'_>,
        press: &Press<'_>,
    ) -> Result<&Shell, Diagnostic> {
        use std::collections::btree_map::Entry;
        Ok(match self.made.entry(depth) {
            Entry::Occupied(shell) => shell.into_mut(),
            Entry::Vacant(room) => {
                let values = press
                    .common()
                    .with("root", &root(depth))
                    .with("departments", &plan.departments)
                    .with("department_count", &digits::number(plan.departments.len()));
                room.insert(Shell::render(
                    press.engine,
                    "directory-shell.html",
                    values,
                    press.minifier,
                )?)
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
    theme: &'a Theme,
    folder: &'a str,
    root: String,
    several: bool,
}

impl Views<'_> {
    fn above(&self, above: &Above<'_>) -> AboveView {
        AboveView {
            name: name(&above.place, self.theme).unwrap_or_default(),
            href: self.href(&above.folder),
        }
    }

    fn listing<'a>(&self, listing: &Listing<'a>) -> ListingView<'a> {
        ListingView {
            groups: listing
                .groups
                .iter()
                .map(|group| self.group(group))
                .collect(),
            items: listing.items.iter().map(|item| self.item(item)).collect(),
        }
    }

    fn group<'a>(&self, group: &Group<'a>) -> GroupView<'a> {
        let ListingView { groups, items } = self.listing(&group.listing);
        GroupView {
            name: name(&group.place, self.theme).unwrap_or_default(),
            count: digits::number(group.count),
            groups,
            items,
        }
    }

    fn item<'a>(&self, item: &Item<'a>) -> ItemView<'a> {
        match item {
            Item::Office(entry) => self.office(entry),
            Item::Page {
                place,
                folder,
                count,
            } => ItemView {
                href: self.href(folder),
                name: self.short(place),
                department: None,
                count: Some(digits::number(*count)),
                confirmed: true,
            },
        }
    }

    fn office<'a>(&self, entry: &Entry<'a>) -> ItemView<'a> {
        let name = if self.several {
            entry.office_name
        } else {
            entry.upazila
        };
        ItemView {
            href: self.href(entry.host.as_str()),
            name: name.to_owned(),
            department: self.several.then_some(entry.department),
            count: None,
            confirmed: entry.confirmed,
        }
    }

    /// What a place is called in a list: what stands above the list says whether these are districts or upazilas.
    fn short(&self, place: &Place<'_>) -> String {
        match place {
            Place::Division(name) | Place::District(name) | Place::Upazila(name) => {
                (*name).to_owned()
            }
            Place::Country | Place::Part(..) => name(place, self.theme).unwrap_or_default(),
        }
    }

    /// The way from this page to another one.
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
fn kind(place: &Place<'_>) -> &'static str {
    match place {
        Place::Country => "country",
        Place::Division(_) => "division",
        Place::District(_) => "district",
        Place::Upazila(_) => "upazila",
        Place::Part(..) => "part",
    }
}

/// What a place is called: `ঢাকা বিভাগ`.
fn name(place: &Place<'_>, theme: &Theme) -> Option<String> {
    let named = |name: &str, key: &str| Some(format!("{name} {}", theme.string(key)));
    match place {
        Place::Country => None,
        Place::Division(name) => named(name, "directory_division"),
        Place::District(name) => named(name, "directory_district"),
        Place::Upazila(name) => named(name, "directory_upazila"),
        Place::Part(from, to) if from == to => Some((*from).to_owned()),
        Place::Part(from, to) => Some(
            theme
                .string("directory_part")
                .replace("{from}", from)
                .replace("{to}", to),
        ),
    }
}

/// A sentence about a page: one string for the first page, another with `{place}` for the rest. Upazilas and parts of
/// lists are called alike in many districts, so what is above them is named too.
fn title(head: &Head<'_>, theme: &Theme, first: &str, other: &str) -> String {
    let Some(mut place) = name(&head.place, theme) else {
        return theme.string(first).to_owned();
    };
    if let (Place::Upazila(_) | Place::Part(..), Some(above)) = (&head.place, head.above.last())
        && let Some(above) = name(&above.place, theme)
    {
        place = format!("{place}, {above}");
    }
    theme.string(other).replace("{place}", &place)
}
