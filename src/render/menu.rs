//! The menu as a page shows it.

use serde::Serialize;

use super::layer::Layer;
use crate::plan::MenuEntry;

/// An entry of the menu.
#[derive(Serialize)]
pub(super) struct MenuView {
    /// The built-in part, whose label is the string `menu_<key>`; null for a page.
    key: Option<&'static str>,
    /// The page's title.
    title: Option<String>,
    href: String,
    current: bool,
}

impl Layer<'_> {
    /// What the office's menu looks like from a page.
    pub(super) fn menu_view(&self, depth: usize, current: Option<usize>) -> Vec<MenuView> {
        let root = Self::root(depth);
        let entry = |(at, entry): (usize, &MenuEntry)| MenuView {
            key: match entry {
                MenuEntry::Section(section) => Some(section.key()),
                MenuEntry::Page(_) => None,
            },
            title: match entry {
                MenuEntry::Section(_) => None,
                MenuEntry::Page(page) => Some(
                    page.text(self.edition.language())
                        .title
                        .fill(&self.places)
                        .into_owned(),
                ),
            },
            href: format!("{root}{}", entry.route().file()),
            current: current == Some(at),
        };
        self.menu.iter().enumerate().map(entry).collect()
    }
}
