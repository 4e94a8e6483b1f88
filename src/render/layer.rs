//! What one layer says: a department to all its offices, or one office itself; and which piece of a page is made of what.
//!
//! A piece is a page's own part, a shell or a part of either. It belongs to the department when all that it needs is the
//! department's; then it is rendered and minified once, with marks in place of what differs. An office's own is not
//! minified, only freed of white space.

use std::sync::{Arc, OnceLock};

use super::charter_view::{self, CharterView, StepView, TableView};
use super::download::FileView;
use super::edition::Edition;
use super::fragment::{Fragment, PartCall};
use super::office_view::OfficeView;
use super::page_view::{self, PageView};
use super::pictures::Images;
use super::piece::{EntryGroup, Piece};
use super::template::{SharedValue, Values};
use crate::diagnostic::Diagnostic;
use crate::model::{
    CitizensCharter, Contact, Department, GrievanceContact, Notice, Office, OfficeFile, Page,
    Places, Route,
};
use crate::plan::{MenuEntry, Plan};
use crate::theme::Given;

static NO_IMAGES: Images = Images::NONE;

/// What one layer says.
pub(super) struct Layer<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) department: &'a Department,
    /// The office; `None` when the layer is the department's.
    office: Option<&'a Office>,
    pub(super) charter: &'a CitizensCharter,
    pub(super) pages: &'a [Arc<Page>],
    pub(super) notices: &'a [Arc<Notice>],
    pub(super) files: &'a [OfficeFile],
    /// What it shows in every language; a department shows nothing.
    pub(super) images: &'a Images,
    pub(super) menu: &'a [MenuEntry],
    /// The office's words; marks when the layer is the department's.
    pub(super) places: Places,
    /// The same for text inside JSON.
    pub(super) places_in_json: Places,
    /// Values for templates, each converted when it is first needed.
    given: [OnceLock<SharedValue>; Given::ALL.len()],
}

impl<'a> Layer<'a> {
    pub(super) fn of_department(
        department: &'a Department,
        plan: &'a Plan,
        edition: &'a Edition<'a>,
    ) -> Self {
        Self {
            edition,
            department,
            office: None,
            charter: &department.charter,
            pages: &department.pages,
            notices: &department.notices,
            files: &department.files,
            images: &NO_IMAGES,
            menu: &plan.menu,
            places: edition.any_place.clone(),
            places_in_json: edition.any_place_in_json.clone(),
            given: Default::default(),
        }
    }

    pub(super) fn of_office(
        office: &'a Office,
        images: &'a Images,
        plan: &'a Plan,
        edition: &'a Edition<'a>,
    ) -> Self {
        Self {
            edition,
            department: &office.department,
            office: Some(office),
            charter: &office.charter,
            pages: &office.pages,
            notices: &office.notices,
            files: &office.files,
            images,
            menu: &plan.menu,
            places: office.places(edition.language()),
            places_in_json: office.places(edition.language()),
            given: Default::default(),
        }
    }

    pub(super) fn is_department(&self) -> bool {
        self.office.is_none()
    }

    /// The values of the portal that a piece is made from.
    fn needs(&self, piece: &Piece) -> &[Given] {
        piece
            .template()
            .map_or(&[], |template| self.edition.needs(template))
    }

    /// Renders a piece; `None` when this layer cannot say it.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn fragment(&self, piece: &Piece) -> Result<Option<Fragment>, Diagnostic> {
        let Some(template) = piece.template() else {
            let text = match piece {
                Piece::SearchEntries(group) => Some(self.entries(*group).into_bytes()),
                _ => self.body_of(piece),
            };
            return Ok(text.map(|text| Fragment::of_text(&text)));
        };
        let Some(values) = self.values(piece, template) else {
            return Ok(None);
        };
        let html = if self.is_department() {
            self.edition.print(template, &values)?
        } else {
            self.edition.print_own(template, &values)?
        };
        match Fragment::read(&html) {
            None if self.office.is_some() => Err(self.edition.engine.damaged(Some(template))),
            fragment => Ok(fragment),
        }
    }

    /// The way from a page to the first page of its language.
    pub(super) fn root(depth: usize) -> String {
        "../".repeat(depth)
    }

    /// The ways from a page to the first page of its language, and to what all languages share.
    pub(super) fn with_ways(&self, values: Values, depth: usize) -> Values {
        values
            .with(Given::Root.name(), &Self::root(depth))
            .with("top", &self.edition.top(depth))
    }

    /// A value for templates; `None` when it is an office's own.
    pub(super) fn given(&self, given: Given) -> Option<&SharedValue> {
        if self.office.is_none() && self.differs(given) {
            return None;
        }
        Some(self.given[given as usize].get_or_init(|| self.convert(given)))
    }

    /// Whether a value always differs from office to office.
    fn differs(&self, given: Given) -> bool {
        let of_district = |step: &crate::model::GrievanceStep| {
            matches!(step.contact, GrievanceContact::DistrictOfficer)
        };
        match given {
            Given::Office => true,
            Given::Steps => self.charter.grievance.iter().any(of_district),
            _ => false,
        }
    }

    fn convert(&self, given: Given) -> SharedValue {
        let Self {
            charter,
            department,
            places,
            ..
        } = self;
        let wording = self.edition.wording;
        match given {
            Given::Root => SharedValue::new(&""),
            Given::Office => SharedValue::new(&self.office.map(|office| {
                let opening = self.edition.opening.as_deref();
                OfficeView::new(office, places, &self.images.qr, opening, wording)
            })),
            Given::Charter => {
                SharedValue::new(&CharterView::new(charter, department, places, wording))
            }
            Given::Tables => {
                let tables: Vec<TableView> =
                    charter_view::tables(charter, department, places, wording);
                SharedValue::new(&tables)
            }
            Given::Steps => {
                let nobody = Contact::default();
                let district = self
                    .office
                    .map_or(&nobody, |office| &office.district.contact);
                let steps: Vec<StepView> =
                    charter_view::grievance(charter, district, places, wording);
                SharedValue::new(&steps)
            }
            Given::Notices => {
                let notices = page_view::notices(self.notices, self.files, places, wording);
                SharedValue::new(&notices)
            }
            Given::Pages => {
                let pages: Vec<PageView> = page_view::pages(self.pages, places);
                SharedValue::new(&pages)
            }
            Given::Files => {
                let file = |file: &OfficeFile| FileView::of(file, charter, places, wording);
                SharedValue::new(&self.files.iter().map(file).collect::<Vec<_>>())
            }
        }
    }

    /// Whether an office's value is just what its department says.
    fn says_the_same(&self, given: Given, other: &Layer<'_>) -> bool {
        if other.differs(given) {
            return false;
        }
        match given {
            Given::Root => true,
            Given::Office => false,
            Given::Charter | Given::Tables | Given::Steps => {
                std::ptr::eq(self.charter, other.charter)
            }
            Given::Notices => same(self.notices, other.notices) && self.files == other.files,
            Given::Pages => same(self.pages, other.pages),
            // Downloads are called as the forms that they are.
            Given::Files => {
                let same_words = std::ptr::eq(self.charter, other.charter);
                self.files == other.files && (same_words || self.files.is_empty())
            }
        }
    }

    /// Whether a piece of an office is made of the department's words only.
    pub(super) fn shares(&self, piece: &Piece, other: &Layer<'_>) -> bool {
        let own = match piece {
            Piece::Page(Route::Service(id)) => {
                let same_words = std::ptr::eq(self.charter, other.charter);
                (same_words || self.service_is_shared(id, other)) && self.has_forms_of(id, other)
            }
            Piece::Page(Route::Page(slug)) | Piece::Body(Route::Page(slug)) => {
                let page = |layer: &Layer<'_>| layer.page(slug).map(Arc::as_ptr);
                page(self) == page(other)
            }
            Piece::Page(Route::Notice(slug)) | Piece::Body(Route::Notice(slug)) => {
                let notice = |layer: &Layer<'_>| layer.notice(slug).map(Arc::as_ptr);
                notice(self) == notice(other)
            }
            Piece::Shell(..) => self.menu == other.menu,
            // The pages that every portal has show the charter, too.
            Piece::SearchEntries(EntryGroup::BuiltIn | EntryGroup::Charter) => {
                self.says_the_same(Given::Charter, other)
            }
            Piece::SearchEntries(EntryGroup::Pages) => self.says_the_same(Given::Pages, other),
            Piece::SearchEntries(EntryGroup::Notices) => same(self.notices, other.notices),
            Piece::Page(_) | Piece::Body(_) | Piece::Part(..) => true,
        };
        let mut needs = self.needs(piece).iter();
        own && needs.all(|given| self.says_the_same(*given, other))
    }

    /// What every template receives, and what this one needs; `None` when the layer cannot say it.
    pub(super) fn common(&self, template: &str, depth: Option<usize>) -> Option<Values> {
        let mut values = self.edition.common();
        for given in self.edition.needs(template).iter().copied() {
            if given == Given::Root {
                let depth = depth.unwrap_or_default();
                values = self.with_ways(values, depth);
            } else {
                values = values.with_shared(given.name(), self.given(given)?);
            }
        }
        Some(values)
    }

    /// The piece for a part that is asked for at a depth.
    pub(super) fn part(&self, call: &PartCall, depth: usize) -> Piece {
        let needs_root = self.edition.needs(&call.template).contains(&Given::Root);
        Piece::Part(call.clone(), needs_root.then_some(depth))
    }
}

fn same<T>(one: &[Arc<T>], other: &[Arc<T>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| Arc::ptr_eq(one, other))
}
