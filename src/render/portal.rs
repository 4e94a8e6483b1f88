//! All pages of one office.

use serde::Serialize;

use super::shell::{self, Shell, Shells};
use super::template::{Engine, Shared, Values};
use super::view::{
    self, CharterView, FileView, NoticeView, OfficeView, PageView, StepView, TableView,
};
use super::{Content, Rendered, data, minify};
use crate::diagnostic::Diagnostic;
use crate::markdown;
use crate::model::{Body, Country, Office, Places, Route, SharedText, fill};
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
) -> Result<Vec<Rendered>, Diagnostic> {
    let pages = Pages::new(office, plan, country, theme, engine);
    let mut shells = Shells::default();
    let mut files = Vec::with_capacity(plan.routes.len() + theme.assets.len());
    for route in &plan.routes {
        files.push(pages.file(route, &mut shells)?);
    }
    files.extend(theme.assets.iter().map(|asset| Rendered {
        path: asset.path.clone(),
        content: Content::Bytes(asset.bytes.clone()),
    }));
    Ok(files)
}

/// What the pages of an office are made from, converted once.
struct Pages<'a> {
    office: &'a Office,
    plan: &'a Plan,
    theme: &'a Theme,
    engine: &'a Engine,
    places: Places,
    strings: Shared,
    assets: Shared,
    office_view: Shared,
    charter: Shared,
    tables: Shared,
    steps: Shared,
    notices: Shared,
    files: Shared,
    pages: Shared,
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
            pages: Shared::new(&pages),
            office,
            plan,
            theme,
            engine,
            places,
        }
    }

    fn file(&self, route: &Route, shells: &mut Shells) -> Result<Rendered, Diagnostic> {
        match route {
            Route::CharterData => Ok(Rendered::text(route.file(), data::charter(self.office))),
            Route::Feed => Ok(Rendered::text(
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
            _ => self.page(route, shells),
        }
    }

    fn page(&self, route: &Route, shells: &mut Shells) -> Result<Rendered, Diagnostic> {
        let depth = route.depth();
        let (template, values) = self.values(route);
        let main = minify::html(&self.engine.render(template, &values)?);
        let (title, description) = self.title(route);
        let current = self.plan.menu.iter().position(|entry| entry.holds(route));
        let shell = shells.get(depth, current, || self.shell(depth, current))?;
        let file = route.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        Ok(Rendered::text(
            file.clone(),
            shell.page(&shell::Content {
                title: &title,
                description: &description,
                path,
                main: &main,
            }),
        ))
    }

    fn common(&self, depth: usize) -> Values {
        Values::default()
            .with("root", &"../".repeat(depth))
            .with_shared("s", &self.strings)
            .with_shared("assets", &self.assets)
            .with_shared("office", &self.office_view)
    }

    fn shell(&self, depth: usize, current: Option<usize>) -> Result<Shell, Diagnostic> {
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
            .with_shared("pages", &self.pages);
        Shell::render(self.engine, "shell.html", values)
    }

    /// The template of a page and what it receives.
    fn values(&self, route: &Route) -> (&'static str, Values) {
        let common = self.common(route.depth());
        match route {
            Route::Home => {
                let values = common
                    .with_shared("tables", &self.tables)
                    .with_shared("notices", &self.notices)
                    .with_shared("steps", &self.steps);
                ("home.html", values.with_shared("charter", &self.charter))
            }
            Route::Charter => {
                let values = common
                    .with_shared("charter", &self.charter)
                    .with_shared("tables", &self.tables);
                ("charter.html", values.with_shared("steps", &self.steps))
            }
            Route::Services => ("services.html", common.with_shared("tables", &self.tables)),
            Route::Service(id) => {
                let services = &self.office.department.charter.services;
                let at = services
                    .iter()
                    .position(|service| service.id == *id)
                    .expect("the plan names services of this office");
                let view = |at: usize| {
                    let service = &services[at];
                    let serial = services[..=at]
                        .iter()
                        .filter(|other| other.kind == service.kind)
                        .count();
                    view::ServiceView::new(service, serial, self.office, &self.places)
                };
                let values = common
                    .with("service", &view(at))
                    .with_shared("steps", &self.steps);
                let values = values.with("previous", &at.checked_sub(1).map(view));
                (
                    "service.html",
                    values.with("next", &(at + 1 < services.len()).then(|| view(at + 1))),
                )
            }
            Route::VisionMission => (
                "vision-mission.html",
                common.with_shared("charter", &self.charter),
            ),
            Route::Expectations => (
                "expectations.html",
                common.with_shared("charter", &self.charter),
            ),
            Route::Officers => ("officers.html", common.with_shared("steps", &self.steps)),
            Route::Grievance => (
                "grievance.html",
                common
                    .with_shared("steps", &self.steps)
                    .with_shared("pages", &self.pages),
            ),
            Route::Notices => ("notices.html", common.with_shared("notices", &self.notices)),
            Route::Notice(slug) => {
                let (at, notice) = self
                    .office
                    .notices
                    .iter()
                    .enumerate()
                    .find(|(_, notice)| notice.slug == *slug)
                    .expect("the plan names notices of this office");
                let notices: &[_] = &self.office.notices;
                let view = |at: usize| {
                    NoticeView::new(&notices[at], self.office, &self.places, self.theme)
                };
                (
                    "notice.html",
                    common
                        .with("notice", &view(at))
                        .with("body", &self.body(&notice.body, route.depth())),
                )
            }
            Route::Downloads => (
                "downloads.html",
                common
                    .with_shared("files", &self.files)
                    .with_shared("charter", &self.charter),
            ),
            Route::Contact => ("contact.html", common),
            Route::SiteMap => {
                let values = common
                    .with_shared("tables", &self.tables)
                    .with_shared("notices", &self.notices);
                ("site-map.html", values.with_shared("pages", &self.pages))
            }
            Route::Page(slug) => {
                let page = self
                    .office
                    .pages
                    .iter()
                    .find(|page| page.slug == *slug)
                    .expect("the plan names pages of this office");
                let (title, _) = self.title(route);
                let values = common
                    .with("slug", page.slug.as_str())
                    .with("title", &title)
                    .with("body", &self.body(&page.body, route.depth()));
                ("page.html", values)
            }
            Route::NotFound | Route::CharterData | Route::Feed | Route::File(_) => {
                ("not-found.html", common)
            }
        }
    }

    /// A page's name, and one sentence about it.
    fn title(&self, route: &Route) -> (String, String) {
        let fill = |text: &str| fill(text, &self.places).into_owned();
        match route {
            Route::Service(id) => {
                let service = self
                    .office
                    .department
                    .charter
                    .services
                    .iter()
                    .find(|service| service.id == *id);
                let name = service
                    .map(|service| fill(service.name.raw()))
                    .unwrap_or_default();
                let about = fill(self.theme.string("about_service"));
                (name.clone(), format!("{name}: {about}"))
            }
            Route::Notice(slug) => {
                let notice = self
                    .office
                    .notices
                    .iter()
                    .find(|notice| notice.slug == *slug);
                self.written(notice.map(|notice| (&notice.title, notice.summary.as_ref())))
            }
            Route::Page(slug) => {
                let page = self.office.pages.iter().find(|page| page.slug == *slug);
                self.written(page.map(|page| (&page.title, page.summary.as_ref())))
            }
            _ => {
                let key = built_in_key(route);
                let title = self.theme.string(&format!("page_{key}"));
                (
                    fill(title),
                    fill(self.theme.string(&format!("about_{key}"))),
                )
            }
        }
    }

    /// The title and summary of a Markdown file; without a summary the title has to do.
    fn written(&self, text: Option<(&SharedText, Option<&SharedText>)>) -> (String, String) {
        let Some((title, summary)) = text else {
            return Default::default();
        };
        let title = title.fill(&self.places).into_owned();
        let summary = summary.map(|summary| summary.fill(&self.places).into_owned());
        (title.clone(), summary.unwrap_or(title))
    }

    fn body(&self, body: &Body, depth: usize) -> String {
        let root = "../".repeat(depth);
        markdown::html(&fill(&body.markdown, &self.places), |target| {
            address(target, &root)
        })
    }
}

/// The key of a built-in page's strings: `page_charter`, `about_charter`.
fn built_in_key(route: &Route) -> String {
    match route {
        Route::Home => "home".to_owned(),
        Route::NotFound => "not_found".to_owned(),
        _ => route.to_string().replace('-', "_"),
    }
}

/// Where a link in Markdown leads: a path from the portal's root becomes relative, the rest was checked at loading.
fn address(target: &str, root: &str) -> Option<String> {
    if target.starts_with('/') && !target.starts_with("//") {
        let (path, fragment) = target.split_at(target.find('#').unwrap_or(target.len()));
        return Some(format!("{root}{}{fragment}", Route::parse(path)?.file()));
    }
    let allowed = ["#", "https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|start| target.starts_with(start));
    allowed.then(|| target.to_owned())
}
