//! The directory of all offices, planned: which pages it has, what each lists, where each lies.
//!
//! A few offices stand on one page. More of them are divided as a citizen looks for them, division › district › upazila,
//! and a page that would still be too heavy lists pages of its own: no page grows past [`PAGE_LIMIT`], whatever the
//! tables hold. There is one plan for all languages, with the same pages in each. The rule, step by step:
//!
//! 1. `index.html` lists every office when that stays light; else every district below its division; else the divisions.
//! 2. Each division has a page that lists its districts.
//! 3. Each district has a page that lists its offices when they fit; else its upazilas, which have a page each.
//! 4. A list that is too long in any case, such as the offices of hundreds of departments in one upazila, is cut into parts.
//!
//! A page keeps its address for as long as its place exists: only the last step numbers pages.

mod chunks;
mod folder;
mod name;
mod order;
mod pages;
mod size_estimate;
mod tree;

pub(crate) use folder::{MIRROR, TOP};
pub use name::Name;
pub(super) use order::Order;
pub use size_estimate::PAGE_LIMIT;

use self::pages::PageList;
use self::tree::Tree;
use crate::model::{Host, OfficeId};

/// An office, as the directory lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DirectoryEntry<'a> {
    /// Its id, which names its upazila and its district.
    pub id: &'a OfficeId,
    /// Its host, which is also its folder.
    pub host: &'a Host,
    /// What its department calls its offices.
    pub office_name: Name<'a>,
    /// Its department.
    pub department: Name<'a>,
    /// Its upazila.
    pub upazila: Name<'a>,
    /// Its district.
    pub district: Name<'a>,
    /// Its division.
    pub division: Name<'a>,
    /// Whether it has confirmed its data.
    pub confirmed: bool,
}

/// The planned directory.
#[derive(Debug, PartialEq, Eq)]
pub struct Directory<'a> {
    /// Its pages, each after the page that leads to it; the first is `index.html`.
    pub pages: Vec<DirectoryPage<'a>>,
    /// The departments whose offices it lists, in order. With more than one, an office's name alone tells it apart.
    pub departments: Vec<Name<'a>>,
}

/// A page of the directory.
#[derive(Debug, PartialEq, Eq)]
pub struct DirectoryPage<'a> {
    /// What it is about, and where it lies.
    pub head: PageHead<'a>,
    /// What it lists.
    pub listing: Listing<'a>,
}

/// What a page is about, and where it lies.
#[derive(Debug, PartialEq, Eq)]
pub struct PageHead<'a> {
    /// What it is about.
    pub area: Area<'a>,
    /// Its folder from the first page of its language; empty for that page.
    pub folder: String,
    /// The pages above it, the first page apart, from the top.
    pub above: Vec<ParentPage<'a>>,
    /// How many offices it leads to.
    pub count: usize,
}

/// A page above another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentPage<'a> {
    /// What it is about.
    pub area: Area<'a>,
    /// Its folder from the first page of its language.
    pub folder: String,
}

/// What a page or a group is about. Names are those of the tables, shortened where they are absurdly long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area<'a> {
    /// All offices.
    Country,
    /// A বিভাগ.
    Division(Name<'a>),
    /// A জেলা.
    District(Name<'a>),
    /// An উপজেলা.
    Upazila(Name<'a>),
    /// A part of a list, from one name to another.
    Part(Name<'a>, Name<'a>),
}

/// What stands on a page: groups with headings, or plain items.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listing<'a> {
    /// Groups, in order.
    pub groups: Vec<ListGroup<'a>>,
    /// Items, in order.
    pub items: Vec<ListItem<'a>>,
}

/// A part of a page with a heading of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct ListGroup<'a> {
    /// What it is about.
    pub area: Area<'a>,
    /// How many offices it leads to.
    pub count: usize,
    /// What it lists.
    pub listing: Listing<'a>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListItem<'a> {
    /// To an office's portal.
    Office(DirectoryEntry<'a>),
    /// To a page of the directory.
    Page {
        /// What that page is about.
        area: Area<'a>,
        /// Its folder from the first page of its language.
        folder: String,
        /// How many offices it leads to.
        count: usize,
    },
}

/// Plans the directory. Neither the order of the entries nor the machine matters; each entry is listed on exactly one page.
#[must_use]
pub fn directory<'a>(entries: &[DirectoryEntry<'a>]) -> Directory<'a> {
    let tree = Tree::of(entries);
    let pages = PageList::new(tree.departments.len() > 1).country(&tree);
    Directory {
        pages,
        departments: tree.departments,
    }
}

impl<'a> Listing<'a> {
    fn of_groups(groups: Vec<ListGroup<'a>>) -> Self {
        Self {
            groups,
            items: Vec::new(),
        }
    }

    fn of_items(items: Vec<ListItem<'a>>) -> Self {
        Self {
            groups: Vec::new(),
            items,
        }
    }
}
