//! What one layer says: a department to all its offices, or one office itself; and which piece of a page is made of what.
//!
//! A piece is a page's own part, a shell or a part of either. It belongs to the department when all that it needs is the
//! department's; then it is rendered and minified once, with marks in place of what differs. An office's own is not
//! minified, only freed of white space.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::charter_view::{self, CharterView, StepView, TableView};
use super::download::FileView;
use super::entries::Group;
use super::pictures::Images;
use super::press::Press;
use super::skeleton::{PartCall, Skeleton};
use super::template::{Shared, Values};
use super::values::MenuView;
use super::view::{self, OfficeView, PageView};
use crate::diagnostic::Diagnostic;
use crate::model::{
    CitizensCharter, Contact, Department, GrievanceContact, Language, Notice, Office, OfficeFile,
    Page, Places, Route,
};
use crate::plan::{MenuEntry, Plan};
use crate::theme::Given;

static NO_IMAGES: Images = Images::NONE;

/// What is rendered at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// What a page says itself.
    Page(Route),
    /// The text of a page or notice.
    Body(Route),
    /// A group of what the search can find.
    Entries(Group),
    /// What stands around it, at a depth and below the entry of the menu that is current.
    Shell(usize, Option<usize>),
    /// An included template; where its links lead from matters only when it needs `root`.
    Part(PartCall, Option<usize>),
}

/// What one layer says.
pub(super) struct Layer<'a> {
    pub(super) press: &'a Press<'a>,
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
    given: [OnceLock<Shared>; Given::ALL.len()],
}

/// The pieces of a department.
pub struct Pieces<'a> {
    pub(super) layer: Layer<'a>,
    plan: &'a Plan,
    /// `None` for a piece that turned out to be different in every office.
    made: HashMap<Piece, Option<Skeleton>>,
}

impl<'a> Layer<'a> {
    fn of_department(department: &'a Department, plan: &'a Plan, press: &'a Press<'a>) -> Self {
        Self {
            press,
            department,
            office: None,
            charter: &department.charter,
            pages: &department.pages,
            notices: &department.notices,
            files: &department.files,
            images: &NO_IMAGES,
            menu: &plan.menu,
            places: press.any_place.clone(),
            places_in_json: press.any_place_in_json.clone(),
            given: Default::default(),
        }
    }

    pub(super) fn of_office(
        office: &'a Office,
        images: &'a Images,
        plan: &'a Plan,
        press: &'a Press<'a>,
    ) -> Self {
        Self {
            press,
            department: &office.department,
            office: Some(office),
            charter: &office.charter,
            pages: &office.pages,
            notices: &office.notices,
            files: &office.files,
            images,
            menu: &plan.menu,
            places: office.places(press.language()),
            places_in_json: office.places(press.language()),
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
            .map_or(&[], |template| self.press.needs(template))
    }

    /// Renders a piece; `None` when this layer cannot say it.
    ///
    /// # Errors
    /// A mistake in the template.
    pub(super) fn skeleton(&self, piece: &Piece) -> Result<Option<Skeleton>, Diagnostic> {
        let Some(template) = piece.template() else {
            let text = match piece {
                Piece::Entries(group) => Some(self.entries(*group).into_bytes()),
                _ => self.body_of(piece),
            };
            return Ok(text.map(|text| Skeleton::of_text(&text)));
        };
        let Some(values) = self.values(piece, template) else {
            return Ok(None);
        };
        let html = if self.is_department() {
            self.press.print(template, &values)?
        } else {
            self.press.print_own(template, &values)?
        };
        match Skeleton::read(&html) {
            None if self.office.is_some() => Err(self.press.engine.damaged(Some(template))),
            skeleton => Ok(skeleton),
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
            .with("top", &self.press.top(depth))
    }

    /// A value for templates; `None` when it is an office's own.
    pub(super) fn given(&self, given: Given) -> Option<&Shared> {
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

    fn convert(&self, given: Given) -> Shared {
        let Self {
            charter,
            department,
            places,
            ..
        } = self;
        let wording = self.press.wording;
        match given {
            Given::Root => Shared::new(&""),
            Given::Office => Shared::new(&self.office.map(|office| {
                let opening = self.press.opening.as_deref();
                OfficeView::new(office, places, &self.images.qr, opening, wording)
            })),
            Given::Charter => Shared::new(&CharterView::new(charter, department, places, wording)),
            Given::Tables => {
                let tables: Vec<TableView> =
                    charter_view::tables(charter, department, places, wording);
                Shared::new(&tables)
            }
            Given::Steps => {
                let nobody = Contact::default();
                let district = self
                    .office
                    .map_or(&nobody, |office| &office.district.contact);
                let steps: Vec<StepView> =
                    charter_view::grievance(charter, district, places, wording);
                Shared::new(&steps)
            }
            Given::Notices => {
                let notices = view::notices(self.notices, self.files, places, wording);
                Shared::new(&notices)
            }
            Given::Pages => {
                let pages: Vec<PageView> = view::pages(self.pages, places);
                Shared::new(&pages)
            }
            Given::Files => {
                let file = |file: &OfficeFile| FileView::of(file, charter, places, wording);
                Shared::new(&self.files.iter().map(file).collect::<Vec<_>>())
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
    fn shares(&self, piece: &Piece, other: &Layer<'_>) -> bool {
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
            Piece::Entries(Group::BuiltIn | Group::Charter) => {
                self.says_the_same(Given::Charter, other)
            }
            Piece::Entries(Group::Pages) => self.says_the_same(Given::Pages, other),
            Piece::Entries(Group::Notices) => same(self.notices, other.notices),
            Piece::Page(_) | Piece::Body(_) | Piece::Part(..) => true,
        };
        let mut needs = self.needs(piece).iter();
        own && needs.all(|given| self.says_the_same(*given, other))
    }

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
                    page.text(self.press.language())
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

    /// What every template receives, and what this one needs; `None` when the layer cannot say it.
    pub(super) fn common(&self, template: &str, depth: Option<usize>) -> Option<Values> {
        let mut values = self.press.common();
        for given in self.press.needs(template).iter().copied() {
            if given == Given::Root {
                let depth = depth.unwrap_or_default();
                values = self.with_ways(values, depth);
            } else {
                values = values.with_shared(given.name(), self.given(given)?);
            }
        }
        Some(values)
    }
}

impl<'a> Pieces<'a> {
    /// Nothing made yet.
    #[must_use]
    pub fn new(department: &'a Department, plan: &'a Plan, press: &'a Press<'a>) -> Self {
        Self {
            layer: Layer::of_department(department, plan, press),
            plan,
            made: HashMap::default(),
        }
    }

    /// The language in which they are made.
    #[must_use]
    pub fn language(&self) -> Language {
        self.layer.press.language()
    }

    /// Makes all that the department's offices share. `map` applies a function to each item of a list, as many at the
    /// same time as it likes, and keeps the order.
    ///
    /// # Errors
    /// A mistake in a template, at its place.
    pub fn make(
        &mut self,
        map: impl Fn(&[Work], &Make<'_>) -> Vec<Made>,
    ) -> Result<(), Diagnostic> {
        let entries = Group::ALL.map(|group| Work(Piece::Entries(group)));
        let mut wanted: Vec<Work> = entries.into();
        for route in self.plan.routes.iter().filter(|route| route.is_page()) {
            let current = self.layer.menu.iter().position(|entry| entry.holds(route));
            wanted.push(Work(Piece::Page(route.clone())));
            if matches!(route, Route::Page(_) | Route::Notice(_)) {
                wanted.push(Work(Piece::Body(route.clone())));
            }
            wanted.push(Work(Piece::Shell(route.depth(), current)));
        }
        while !wanted.is_empty() {
            let mut new = Vec::new();
            for work in wanted {
                if !self.made.contains_key(&work.0) && !new.contains(&work) {
                    new.push(work);
                }
            }
            let made = map(&new, &|Work(piece)| Made(self.layer.skeleton(piece)));
            wanted = Vec::new();
            for (Work(piece), Made(skeleton)) in new.into_iter().zip(made) {
                let skeleton = skeleton?;
                let depth = piece.depth();
                let calls = skeleton.iter().flat_map(Skeleton::parts);
                wanted.extend(calls.map(|call| Work(self.layer.part(call, depth))));
                self.made.insert(piece, skeleton);
            }
        }
        Ok(())
    }

    /// The department's version of an office's piece, when it fits.
    pub(super) fn get(&self, piece: &Piece, of: &Layer<'_>) -> Option<&Skeleton> {
        let made = self.made.get(piece)?.as_ref()?;
        of.shares(piece, &self.layer).then_some(made)
    }
}

/// One piece to be made.
#[derive(Debug, PartialEq)]
pub struct Work(Piece);

/// A piece that was made.
#[derive(Debug)]
pub struct Made(Result<Option<Skeleton>, Diagnostic>);

/// Makes one piece.
pub type Make<'a> = dyn Fn(&Work) -> Made + Sync + 'a;

impl Piece {
    /// Its template; texts and entries have none.
    pub(super) fn template(&self) -> Option<&str> {
        match self {
            Self::Page(route) => Some(route.template()),
            Self::Body(_) | Self::Entries(_) => None,
            Self::Shell(..) => Some("shell.html"),
            Self::Part(call, _) => Some(&call.template),
        }
    }

    /// How many folders deep the page lies in which the piece stands.
    fn depth(&self) -> usize {
        match self {
            Self::Page(route) | Self::Body(route) => route.depth(),
            Self::Entries(_) => 0,
            Self::Shell(depth, _) => *depth,
            Self::Part(_, depth) => depth.unwrap_or_default(),
        }
    }
}

impl Layer<'_> {
    /// The piece for a part that is asked for at a depth.
    pub(super) fn part(&self, call: &PartCall, depth: usize) -> Piece {
        let needs_root = self.press.needs(&call.template).contains(&Given::Root);
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
