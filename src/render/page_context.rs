//! What the template of each piece receives beside what it needs of the portal, and what a page is called.

use std::sync::Arc;

use super::charter_view::ServiceView;
use super::layer::Layer;
use super::marks::mark;
use super::page_view::NoticeView;
use super::pictures::PictureWriter;
use super::piece::Piece;
use super::shell::with_fields;
use super::structured;
use super::template::Values;
use crate::markdown;
use crate::model::{
    Body, Elsewhere, Form, Language, Notice, OfficeFile, Page, PageText, Route, Service,
    ServiceText, SharedText, Slug, Withdrawn, fill, on_one_line,
};

impl Layer<'_> {
    /// What the template of a piece receives; `None` when this layer cannot say it.
    pub(super) fn values(&self, piece: &Piece, template: &str) -> Option<Values> {
        match piece {
            Piece::Page(route) => {
                let common = self.common(template, Some(route.depth()))?;
                Some(self.of_page(route, common))
            }
            Piece::Body(_) | Piece::SearchEntries(_) => None,
            Piece::Shell(depth, current) => {
                let common = self.common(template, Some(*depth))?;
                let menu = self.menu_view(*depth, *current);
                let common = self.with_ways(common, *depth);
                Some(with_fields(common).with("menu", &menu))
            }
            Piece::Part(call, depth) => {
                let common = self.common(template, *depth)?;
                let arguments = call.arguments.iter();
                Some(arguments.fold(common, Values::with_argument))
            }
        }
    }

    /// What a page's template receives of the page itself.
    fn of_page(&self, route: &Route, common: Values) -> Values {
        let common = self.with_ways(common, route.depth());
        match route {
            Route::Service(id) => self.service(id, common),
            Route::Withdrawn(id) => {
                let gone = self.withdrawn(id);
                common.with("title", &self.title(route).0).with(
                    "reason",
                    &gone.map(|gone| gone.reason.in_language(self.places.language)),
                )
            }
            Route::Notice(slug) => {
                let notice = self
                    .notice(slug)
                    .expect("the plan names notices that exist");
                let view = NoticeView::new(notice, self.files, &self.places, self.edition.wording);
                let text = notice.text(self.places.language);
                self.with_body(common.with("notice", &view), &text.body)
            }
            Route::Page(slug) => {
                let (title, _) = self.title(route);
                let page = self.page(slug).expect("the plan names pages that exist");
                let common = common.with("slug", slug.as_str()).with("title", &title);
                self.with_body(common, &page.text(self.places.language).body)
            }
            _ => common,
        }
    }

    /// The text of a page or notice; `None` when this layer cannot say it.
    pub(super) fn body_of(&self, piece: &Piece) -> Option<Vec<u8>> {
        let Piece::Body(route) = piece else {
            return None;
        };
        let body = self.text(route)?;
        let html = self.body(body, route.depth())?.into_bytes();
        // A text that nobody has translated says so once, on the element around it.
        Some(if self.is_foreign(body) {
            html
        } else {
            self.edition.in_its_language(html)
        })
    }

    /// Whether a text is in Bangla on a page that is not.
    fn is_foreign(&self, body: &Body) -> bool {
        self.edition.language() != Language::Bangla
            && Language::of(&body.markdown) == Language::Bangla
    }

    /// The mark of a text, and its language where it is not the page's.
    fn with_body(&self, values: Values, body: &Body) -> Values {
        let foreign = self.is_foreign(body);
        values
            .with("body_lang", &foreign.then(|| Language::Bangla.key()))
            .with("body", &mark("body"))
    }

    /// A service with its neighbours in the order of the charter.
    fn service(&self, id: &Slug, common: Values) -> Values {
        let at = self
            .position(id)
            .expect("the plan names services that exist");
        let view = |(service, serial): (&Service, usize)| {
            ServiceView::new(
                service,
                serial,
                self.department,
                &self.places,
                self.edition.wording,
            )
        };
        let in_full = |(service, serial): (&Service, usize)| {
            view((service, serial)).with_forms(
                service,
                self.files,
                &self.places,
                self.edition.wording,
            )
        };
        let [previous, this, next] = self.around(at);
        let data = this.map(|(service, _)| {
            structured::service(
                service,
                self.department,
                &self.places_in_json,
                self.edition.wording,
            )
        });
        common
            .with("data", &data)
            .with("format", self.charter.format.key())
            .with("service", &this.map(in_full))
            .with("previous", &previous.map(view))
            .with("next", &next.map(view))
    }

    fn withdrawn(&self, id: &Slug) -> Option<&Withdrawn> {
        let mut withdrawn = self.charter.withdrawn.iter();
        withdrawn.find(|gone| gone.service.id == *id)
    }

    fn position(&self, id: &Slug) -> Option<usize> {
        let mut services = self.charter.services.iter();
        services.position(|service| service.id == *id)
    }

    /// The service before one, itself, and the one after it, each with its number in its table.
    fn around(&self, at: usize) -> [Option<(&Service, usize)>; 3] {
        let services = &self.charter.services;
        let numbered = |at: usize| {
            let service = services.get(at)?;
            let before = services[..=at]
                .iter()
                .filter(|other| other.kind == service.kind);
            Some((service, before.count()))
        };
        [
            at.checked_sub(1).and_then(numbered),
            numbered(at),
            numbered(at + 1),
        ]
    }

    /// Whether a service has the same words, number and neighbours in both.
    pub(super) fn service_is_shared(&self, id: &Slug, other: &Layer<'_>) -> bool {
        fn around<'l>(layer: &'l Layer<'_>, id: &Slug) -> Option<impl PartialEq + use<'l>> {
            let [previous, this, next] = layer.around(layer.position(id)?);
            let named = |(service, _): (&'l Service, usize)| {
                let name = service.cell(ServiceText::Name);
                (&service.id, name.map(|cell| &cell.value))
            };
            let (service, serial) = this?;
            Some((
                (service.words(), layer.charter.format),
                serial,
                previous.map(named),
                next.map(named),
            ))
        }
        around(self, id) == around(other, id)
    }

    /// Whether the forms of a service are the same files in both.
    pub(super) fn has_forms_of(&self, id: &Slug, other: &Layer<'_>) -> bool {
        let (own, others) = (self.forms_of(id), other.forms_of(id));
        own.is_some() && own == others
    }

    /// The files of a service's forms; one that is missing was reported.
    fn forms_of(&self, id: &Slug) -> Option<Vec<Option<&OfficeFile>>> {
        let forms = &self.charter.services[self.position(id)?].forms.value;
        let file = |form: &Form| self.files.iter().find(|file| file.name == form.file);
        Some(forms.iter().map(file).collect())
    }

    pub(super) fn notice(&self, slug: &Slug) -> Option<&Arc<Notice>> {
        self.notices.iter().find(|notice| notice.slug == *slug)
    }

    pub(super) fn page(&self, slug: &Slug) -> Option<&Arc<Page>> {
        self.pages.iter().find(|page| page.slug == *slug)
    }

    /// The text of a page or notice.
    pub(super) fn text(&self, route: &Route) -> Option<&Body> {
        match route {
            Route::Notice(slug) => Some(&self.notice(slug)?.text(self.places.language).body),
            Route::Page(slug) => Some(&self.page(slug)?.text(self.places.language).body),
            _ => None,
        }
    }

    /// A page's name, and one sentence about it.
    pub(super) fn title(&self, route: &Route) -> (String, String) {
        let wording = self.edition.wording;
        let fill = |text: &str| fill(text, &self.places).into_owned();
        match route {
            Route::Service(id) => {
                let mut services = self.charter.services.iter();
                let name = services
                    .find(|service| service.id == *id)
                    .map(|service| on_one_line(&service.name(&self.places)).into_owned())
                    .unwrap_or_default();
                let about = format!("{name}: {}", fill(wording.string("about_service")));
                (name, about)
            }
            Route::Withdrawn(id) => {
                let gone = self.withdrawn(id);
                let name = gone.map(|gone| gone.service.name(&self.places).into_owned());
                let name = name.unwrap_or_default();
                let about = format!("{name}: {}", wording.string("service_withdrawn"));
                (name, about)
            }
            Route::Notice(slug) => {
                let notice = self.notice(slug);
                self.written(notice.map(|notice| notice.text(self.places.language)))
            }
            Route::Page(slug) => {
                let page = self.page(slug);
                self.written(page.map(|page| page.text(self.places.language)))
            }
            _ => {
                let key = built_in_key(route);
                (
                    fill(wording.string(&format!("page_{key}"))),
                    fill(wording.string(&format!("about_{key}"))),
                )
            }
        }
    }

    /// The title and summary of a Markdown file; without a summary the title has to do.
    fn written(&self, text: Option<&PageText>) -> (String, String) {
        let Some(PageText { title, summary, .. }) = text else {
            return Default::default();
        };
        let line = |text: &SharedText| on_one_line(&text.fill(&self.places)).into_owned();
        let (title, summary) = (line(title), summary.as_ref().map(line));
        (title.clone(), summary.unwrap_or(title))
    }

    /// A text as HTML. An office's words are filled in later, as text, so that none of their signs is taken for Markdown;
    /// only in addresses they must be there from the beginning, which the department's layer cannot do.
    fn body(&self, body: &Body, depth: usize) -> Option<String> {
        let (root, top) = (Self::root(depth), self.edition.top(depth));
        let in_address = |link: &crate::model::BodyLink| link.target.contains('{');
        // A picture is a file of the office, and differs with it.
        if self.is_department() && body.has_pictures() {
            return None;
        }
        if self.is_department() && body.links.iter().any(in_address) {
            return None;
        }
        let words = markdown::Words {
            text: self.edition.any_place.for_text(&body.markdown).in_order(),
            address: self.places.for_text(&body.markdown).in_order(),
        };
        let mut pictures = PictureWriter::new(&self.images.sizes, &top);
        let picture = |image: &markdown::Image, setting| pictures.html(image, setting);
        let resolve = |target: &str| address(target, &root, &top);
        Some(markdown::html(body, &words, resolve, picture))
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

/// Where a link in Markdown leads: a path from the portal's root becomes relative, to the page in the same language; the
/// rest was checked at loading.
fn address(target: &str, root: &str, top: &str) -> Option<String> {
    if target.starts_with('/') && !target.starts_with("//") {
        let (path, fragment) = target.split_at(target.find('#').unwrap_or(target.len()));
        let route = Route::parse(path)?;
        let from = if route.is_page() { root } else { top };
        return Some(format!("{from}{}{fragment}", route.file()));
    }
    if target.starts_with('#') {
        return Some(target.to_owned());
    }
    Some(Elsewhere::parse(target).ok()?.as_str().to_owned())
}
