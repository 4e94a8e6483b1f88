//! All pages of one office.

use serde::Serialize;

use super::minify::Minifier;
use super::shell::{self, Shell, Shells};
use super::template::{Engine, Shared, Values};
use super::view::{
    self, CharterView, FileView, NoticeView, OfficeView, PageView, StepView, TableView,
};
use super::{Content, Rendered, data};
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Office, Places, Route};
use crate::plan::{MenuEntry, Plan};
use crate::theme::Theme;

/// Renders every file of an office's portal.
///
/// # Errors
/// A mistake in a template, at its place.
pub fn portal(
    office: &Office,
    plan: &Plan,
    country: &Country,
    theme: &Theme,
    engine: &Engine,
    minifier: &mut Minifier,
) -> Result<Vec<Rendered>, Diagnostic> {
    let pages = Pages::new(office, plan, country, theme, engine);
    let mut shells = Shells::default();
    let mut files = Vec::with_capacity(plan.routes.len() + theme.assets.len());
    for route in &plan.routes {
        files.push(pages.file(route, &mut shells, minifier)?);
    }
    files.extend(theme.assets.iter().map(|asset| Rendered {
        path: asset.path.clone(),
        content: Content::Bytes(asset.bytes.clone()),
    }));
    Ok(files)
}

/// What the pages of an office are made from, converted once.
pub(super) struct Pages<'a> {
    pub(super) office: &'a Office,
    plan: &'a Plan,
    pub(super) theme: &'a Theme,
    engine: &'a Engine,
    pub(super) places: Places,
    strings: Shared,
    assets: Shared,
    office_view: Shared,
    pub(super) charter: Shared,
    pub(super) tables: Shared,
    pub(super) steps: Shared,
    pub(super) notices: Shared,
    pub(super) files: Shared,
    pub(super) page_list: Shared,
}

/// An entry of the menu.
#[derive(Serialize)]
struct MenuView {
    /// The built-in part, whose label is the string `menu_<key>`; null for a page.
    key: Option<&'static str>,
    /// The page's title.
    title: Option<String>,
    href: String,
    current: bool,
}

impl<'a> Pages<'a> {
    fn new(
        office: &'a Office,
        plan: &'a Plan,
        country: &Country,
        theme: &'a Theme,
        engine: &'a Engine,
    ) -> Self {
        let places = office.places();
        let notices: Vec<NoticeView> = office
            .notices
            .iter()
            .map(|notice| NoticeView::new(notice, office, &places, theme))
            .collect();
        let files: Vec<FileView> = office
            .files
            .iter()
            .map(|file| FileView::new(file, theme))
            .collect();
        let steps: Vec<StepView> = view::grievance(office, &places);
        let tables: Vec<TableView> = view::tables(office, &places);
        let pages: Vec<PageView> = view::pages(office, &places);
        Self {
            strings: Shared::new(&theme.strings),
            assets: Shared::new(&theme.asset_paths()),
            office_view: Shared::new(&OfficeView::new(office, country, theme)),
            charter: Shared::new(&CharterView::new(office, &places, theme)),
            tables: Shared::new(&tables),
            steps: Shared::new(&steps),
            notices: Shared::new(&notices),
            files: Shared::new(&files),
            page_list: Shared::new(&pages),
            office,
            plan,
            theme,
            engine,
            places,
        }
    }

    fn file(
        &self,
        route: &Route,
        shells: &mut Shells,
        minifier: &mut Minifier,
    ) -> Result<Rendered, Diagnostic> {
        match route {
            Route::CharterData => Ok(Rendered::bytes(route.file(), data::charter(self.office))),
            Route::Feed => Ok(Rendered::bytes(
                route.file(),
                data::feed(self.office, self.theme),
            )),
            Route::File(name) => {
                let file = self
                    .office
                    .files
                    .iter()
                    .find(|file| file.name == *name)
                    .expect("the plan names files of this office");
                Ok(Rendered {
                    path: route.file(),
                    content: Content::Copy(file.path.clone()),
                })
            }
            _ => self.page(route, shells, minifier),
        }
    }

    fn page(
        &self,
        route: &Route,
        shells: &mut Shells,
        minifier: &mut Minifier,
    ) -> Result<Rendered, Diagnostic> {
        let depth = route.depth();
        let (template, values) = self.values(route);
        let main = minifier.html(&self.engine.render(template, &values)?);
        let (title, description) = self.title(route);
        let current = self.plan.menu.iter().position(|entry| entry.holds(route));
        let shell = shells.get(depth, current, || self.shell(depth, current, minifier))?;
        let file = route.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        let Office {
            host,
            upazila,
            department,
            ..
        } = self.office;
        let title = format!("{title} | {}, {upazila}", department.office_name);
        let path = format!("{host}/{path}");
        Ok(Rendered::bytes(
            file.clone(),
            shell.page(&shell::Content {
                title: &title,
                description: &description,
                path: &path,
                main: &main,
            }),
        ))
    }

    /// What every template receives.
    pub(super) fn common(&self, depth: usize) -> Values {
        Values::default()
            .with("root", &"../".repeat(depth))
            .with_shared("s", &self.strings)
            .with_shared("assets", &self.assets)
            .with_shared("office", &self.office_view)
    }

    fn shell(
        &self,
        depth: usize,
        current: Option<usize>,
        minifier: &mut Minifier,
    ) -> Result<Shell, Diagnostic> {
        let root = "../".repeat(depth);
        let entry = |(at, entry): (usize, &MenuEntry)| MenuView {
            key: match entry {
                MenuEntry::Section(section) => Some(section.key()),
                MenuEntry::Page(_) => None,
            },
            title: match entry {
                MenuEntry::Section(_) => None,
                MenuEntry::Page(page) => Some(page.title.fill(&self.places).into_owned()),
            },
            href: format!("{root}{}", entry.route().file()),
            current: current == Some(at),
        };
        let menu: Vec<MenuView> = self.plan.menu.iter().enumerate().map(entry).collect();
        let values = self
            .common(depth)
            .with("menu", &menu)
            .with_shared("pages", &self.page_list);
        Shell::render(self.engine, "shell.html", values, minifier)
    }
}
