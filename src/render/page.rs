//! What each page's template receives, and what the page is called.

use super::portal::Pages;
use super::template::Values;
use super::view::{NoticeView, ServiceView};
use crate::markdown;
use crate::model::{Body, Notice, Route, SharedText, Slug, fill};

impl Pages<'_> {
    /// The template of a page and what it receives.
    pub(super) fn values(&self, route: &Route) -> (&'static str, Values) {
        let common = self.common(route.depth());
        match route {
            Route::Home => {
                let values = common
                    .with_shared("tables", &self.tables)
                    .with_shared("steps", &self.steps);
                ("home.html", values.with_shared("notices", &self.notices))
            }
            Route::Charter => {
                let values = common
                    .with_shared("charter", &self.charter)
                    .with_shared("tables", &self.tables);
                ("charter.html", values.with_shared("steps", &self.steps))
            }
            Route::Services => ("services.html", common.with_shared("tables", &self.tables)),
            Route::Service(id) => ("service.html", self.service(id, common)),
            Route::VisionMission => (
                "vision-mission.html",
                common.with_shared("charter", &self.charter),
            ),
            Route::Expectations => (
                "expectations.html",
                common.with_shared("charter", &self.charter),
            ),
            Route::Officers => ("officers.html", common.with_shared("steps", &self.steps)),
            Route::Grievance => {
                let values = common.with_shared("steps", &self.steps);
                (
                    "grievance.html",
                    values.with_shared("pages", &self.page_list),
                )
            }
            Route::Notices => ("notices.html", common.with_shared("notices", &self.notices)),
            Route::Notice(slug) => {
                let notice = self
                    .notice(slug)
                    .expect("the plan names notices of this office");
                let view = NoticeView::new(notice, self.office, &self.places, self.theme);
                let values = common.with("notice", &view);
                (
                    "notice.html",
                    values.with("body", &self.body(&notice.body, route.depth())),
                )
            }
            Route::Downloads => ("downloads.html", common.with_shared("files", &self.files)),
            Route::Contact => ("contact.html", common),
            Route::SiteMap => {
                let values = common
                    .with_shared("tables", &self.tables)
                    .with_shared("notices", &self.notices);
                (
                    "site-map.html",
                    values.with_shared("pages", &self.page_list),
                )
            }
            Route::Page(slug) => {
                let page = self
                    .office
                    .pages
                    .iter()
                    .find(|page| page.slug == *slug)
                    .expect("the plan names pages of this office");
                let (title, _) = self.title(route);
                let values = common.with("slug", slug.as_str()).with("title", &title);
                (
                    "page.html",
                    values.with("body", &self.body(&page.body, route.depth())),
                )
            }
            Route::NotFound | Route::CharterData | Route::Feed | Route::File(_) => {
                ("not-found.html", common)
            }
        }
    }

    /// A service with its neighbours in the order of the charter.
    fn service(&self, id: &Slug, common: Values) -> Values {
        let services = &self.office.charter.services;
        let at = services
            .iter()
            .position(|service| service.id == *id)
            .expect("the plan names services of this office");
        let view = |at: usize| {
            let serial = services[..=at]
                .iter()
                .filter(|other| other.kind == services[at].kind)
                .count();
            ServiceView::new(&services[at], serial, self.office, &self.places)
        };
        common
            .with("service", &view(at))
            .with_shared("steps", &self.steps)
            .with("previous", &at.checked_sub(1).map(view))
            .with("next", &(at + 1 < services.len()).then(|| view(at + 1)))
    }

    fn notice(&self, slug: &Slug) -> Option<&Notice> {
        self.office
            .notices
            .iter()
            .find(|notice| notice.slug == *slug)
    }

    /// A page's name, and one sentence about it.
    pub(super) fn title(&self, route: &Route) -> (String, String) {
        let fill = |text: &str| fill(text, &self.places).into_owned();
        match route {
            Route::Service(id) => {
                let service = self
                    .office
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
            Route::Notice(slug) => self.written(
                self.notice(slug)
                    .map(|notice| (&notice.title, notice.summary.as_ref())),
            ),
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
