//! What a portal consists of: its pages in order, and the menu that leads to them. What the directory of all offices
//! consists of. What the call list of a check consists of.

mod call_list;
mod directory;
mod fingerprint;
mod shared_inputs;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use call_list::TableRow;
pub(crate) use call_list::{
    CallList, District as CallListDistrict, Division as CallListDivision, OVERDUE,
    Office as CallListOffice, OfficeFacts, OfficeState, Tally, call_list,
};
pub use directory::{
    Area, Directory, DirectoryEntry, DirectoryPage, ListGroup, ListItem, Listing, Name, PAGE_LIMIT,
    PageHead, ParentPage, directory,
};
pub(crate) use directory::{MIRROR as DIRECTORY_MIRROR, TOP as DIRECTORY_FOLDER};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use shared_inputs::Changes;
pub use shared_inputs::SharedInputs;

use crate::model::{Department, Language, Office, Page, Route, Section};

/// What is to be rendered for an office.
#[derive(Debug)]
pub struct Plan {
    /// Every file of the portal in one language, assets apart; sorted.
    pub routes: Vec<Route>,
    /// The menu, in order.
    pub menu: Vec<MenuEntry>,
}

/// An entry of the menu.
#[derive(Debug)]
pub enum MenuEntry {
    /// A part that every portal has.
    Section(Section),
    /// A page that asks for a place in the menu; such entries stand at the end only.
    Page(Arc<Page>),
}

impl MenuEntry {
    /// Where it leads.
    #[must_use]
    pub fn route(&self) -> Route {
        match self {
            Self::Section(section) => section.route(),
            Self::Page(page) => Route::Page(page.slug.clone()),
        }
    }

    /// Whether a page stands under it.
    #[must_use]
    pub fn holds(&self, route: &Route) -> bool {
        match self {
            Self::Section(section) => route.section() == Some(*section),
            Self::Page(_) => self.route() == *route,
        }
    }
}

impl PartialEq for MenuEntry {
    /// Whether both are the same part, or the very same page.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Section(one), Self::Section(other)) => one == other,
            (Self::Page(one), Self::Page(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// Plans an office's portal in a language.
#[must_use]
pub fn office(office: &Office, language: Language) -> Plan {
    plan(office.routes(), &office.department, &office.pages, language)
}

/// Plans the portal of an office that says nothing different from its department.
#[must_use]
pub fn department(department: &Department, language: Language) -> Plan {
    plan(department.routes(), department, &department.pages, language)
}

fn plan(
    mut routes: BTreeSet<Route>,
    department: &Department,
    pages: &[Arc<Page>],
    language: Language,
) -> Plan {
    if language != Language::Bangla {
        routes.retain(Route::is_mirrored);
    }
    let sections = department.menu.iter().copied().map(MenuEntry::Section);
    let built_in = sections.filter(|entry| routes.contains(&entry.route()));
    let written = pages.iter().filter(|page| page.menu).cloned();
    Plan {
        menu: built_in.chain(written.map(MenuEntry::Page)).collect(),
        routes: routes.into_iter().collect(),
    }
}
