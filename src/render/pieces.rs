//! The pieces of a department: made once, for all its offices that they fit.

use super::edition::Edition;
use super::fragment::Fragment;
use super::layer::Layer;
use super::piece::{EntryGroup, Piece};
use crate::diagnostic::Diagnostic;
use crate::hashing::HashMap;
use crate::model::{Department, Language, Route};
use crate::plan::Plan;

/// The pieces of a department.
pub struct Pieces<'a> {
    pub(super) layer: Layer<'a>,
    plan: &'a Plan,
    /// `None` for a piece that turned out to be different in every office.
    made: HashMap<Piece, Option<Fragment>>,
}

impl<'a> Pieces<'a> {
    /// Nothing made yet.
    #[must_use]
    pub fn new(department: &'a Department, plan: &'a Plan, edition: &'a Edition<'a>) -> Self {
        Self {
            layer: Layer::of_department(department, plan, edition),
            plan,
            made: HashMap::default(),
        }
    }

    /// The language in which they are made.
    #[must_use]
    pub fn language(&self) -> Language {
        self.layer.edition.language()
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
        let entries = EntryGroup::ALL.map(|group| Work(Piece::SearchEntries(group)));
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
            let made = map(&new, &|Work(piece)| Made(self.layer.fragment(piece)));
            wanted = Vec::new();
            for (Work(piece), Made(fragment)) in new.into_iter().zip(made) {
                let fragment = fragment?;
                let depth = piece.depth();
                let calls = fragment.iter().flat_map(Fragment::parts);
                wanted.extend(calls.map(|call| Work(self.layer.part(call, depth))));
                self.made.insert(piece, fragment);
            }
        }
        Ok(())
    }

    /// The department's version of an office's piece, when it fits.
    pub(super) fn get(&self, piece: &Piece, of: &Layer<'_>) -> Option<&Fragment> {
        let made = self.made.get(piece)?.as_ref()?;
        of.shares(piece, &self.layer).then_some(made)
    }
}

/// One piece to be made.
#[derive(Debug, PartialEq)]
pub struct Work(Piece);

/// A piece that was made.
#[derive(Debug)]
pub struct Made(Result<Option<Fragment>, Diagnostic>);

/// Makes one piece.
pub type Make<'a> = dyn Fn(&Work) -> Made + Sync + 'a;
