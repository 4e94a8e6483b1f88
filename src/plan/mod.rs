//! What a portal consists of: its pages in order, and the menu that leads to them.

mod fingerprint;

use std::sync::Arc;

pub use fingerprint::Fingerprint;

use crate::model::{Office, Page, Route, Section};

/// What is to be rendered for an office.
#[derive(Debug)]
pub struct Plan {
    /// Every file of the portal, assets apart; sorted.
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

/// Plans an office's portal.
#[must_use]
pub fn office(office: &Office) -> Plan {
    let routes = office.routes();
    let built_in = office
        .department
        .menu
        .iter()
        .map(|section| MenuEntry::Section(*section))
        .filter(|entry| routes.contains(&entry.route()));
    let mut menu: Vec<MenuEntry> = built_in.collect();
    menu.extend(
        office
            .pages
            .iter()
            .filter(|page| page.menu)
            .cloned()
            .map(MenuEntry::Page),
    );
    Plan {
        routes: routes.into_iter().collect(),
        menu,
    }
}
