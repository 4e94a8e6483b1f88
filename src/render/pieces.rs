//! The pieces of a department: made once, for all its offices that they fit.

use std::collections::HashMap;

use super::layer::Layer;
use super::piece::{Group, Piece};
use super::press::Press;
use super::skeleton::Skeleton;
use crate::diagnostic::Diagnostic;
use crate::model::{Department, Language, Route};
use crate::plan::Plan;

/// The pieces of a department.
pub struct Pieces<'a> {
    pub(super) layer: Layer<'a>,
    plan: &'a Plan,
    /// `None` for a piece that turned out to be different in every office.
    made: HashMap<Piece, Option<Skeleton>>,
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
