//! All pages of one office: what it shares with others taken as it is, what it says itself put into the holes.

use std::collections::HashMap;
use std::rc::Rc;

use super::layer::{Layer, Piece, Pieces};
use super::shell::Content as PageContent;
use super::skeleton::{Hole, Skeleton, escaped};
use super::{Content, Rendered, data};
use crate::diagnostic::Diagnostic;
use crate::model::{Office, Route};
use crate::plan::Plan;

/// Parts may stand in parts, but not for ever.
const MAX_NESTING: usize = 8;

/// Renders every file of an office's portal.
///
/// # Errors
/// A mistake in a template, at its place.
pub fn portal(
    office: &Office,
    plan: &Plan,
    shared: &Pieces<'_>,
) -> Result<Vec<Rendered>, Diagnostic> {
    let theme = shared.layer.press.theme;
    let mut portal = Portal::new(office, plan, shared);
    let mut files = Vec::with_capacity(plan.routes.len() + theme.assets.len());
    for route in &plan.routes {
        files.push(portal.file(route)?);
    }
    files.extend(theme.assets.iter().map(|asset| Rendered {
        path: asset.path.clone(),
        content: Content::Bytes(asset.bytes.clone()),
    }));
    Ok(files)
}

/// The portal of one office while it is made.
struct Portal<'a> {
    office: &'a Office,
    shared: &'a Pieces<'a>,
    own: Layer<'a>,
    /// The office's words for the placeholders, escaped, in the order of `PLACEHOLDERS`.
    words: [String; 5],
    /// Pieces that only this office has.
    skeletons: HashMap<Piece, Rc<Skeleton>, ahash::RandomState>,
    /// Its parts, as they stand in its pages.
    parts: HashMap<Piece, Rc<[u8]>, ahash::RandomState>,
}

/// A piece, whoever it belongs to.
enum Found<'a> {
    Shared(&'a Skeleton),
    Own(Rc<Skeleton>),
}

impl std::ops::Deref for Found<'_> {
    type Target = Skeleton;

    fn deref(&self) -> &Skeleton {
        match self {
            Self::Shared(skeleton) => skeleton,
            Self::Own(skeleton) => skeleton,
        }
    }
}

impl<'a> Portal<'a> {
    fn new(office: &'a Office, plan: &'a Plan, shared: &'a Pieces<'a>) -> Self {
        let own = Layer::of_office(office, plan, shared.layer.press);
        let words = own.places.in_order().map(escaped);
        Self {
            office,
            shared,
            own,
            words,
            skeletons: HashMap::default(),
            parts: HashMap::default(),
        }
    }

    fn file(&mut self, route: &Route) -> Result<Rendered, Diagnostic> {
        match route {
            Route::CharterData => Ok(Rendered::bytes(route.file(), data::charter(self.office))),
            Route::Feed => Ok(Rendered::bytes(
                route.file(),
                data::feed(self.office, self.own.press.theme),
            )),
            Route::File(name) => {
                let mut files = self.office.files.iter();
                let file = files
                    .find(|file| file.name == *name)
                    .expect("the plan names files of this office");
                Ok(Rendered {
                    path: route.file(),
                    content: Content::Copy(file.path.clone()),
                })
            }
            _ => self.page(route),
        }
    }

    fn page(&mut self, route: &Route) -> Result<Rendered, Diagnostic> {
        let depth = route.depth();
        let main = self.skeleton(&Piece::Page(route.clone()))?;
        let mut body = Vec::with_capacity(2 * main.len() + 4096);
        self.write(&main, &mut body, depth, 0)?;
        let current = self.own.menu.iter().position(|entry| entry.holds(route));
        let shell = self.skeleton(&Piece::Shell(depth, current))?;
        let (title, description) = self.own.title(route);
        let file = route.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        let Office {
            host,
            upazila,
            department,
            ..
        } = self.office;
        let content = PageContent {
            title: &format!("{title} | {}, {upazila}", department.office_name),
            description: &description,
            path: &format!("{host}/{path}"),
            main: &body,
        };
        let mut page = Vec::with_capacity(body.len() + 2 * shell.len());
        shell.write(&mut page, |hole, out| match hole {
            Hole::Field(_) => {
                content.fill(hole, out);
                Ok(())
            }
            Hole::Place(_) | Hole::Part(_) => self.fill(hole, out, depth, 0),
        })?;
        Ok(Rendered::bytes(file, page))
    }

    /// A piece: the department's where it fits, otherwise the office's own.
    fn skeleton(&mut self, piece: &Piece) -> Result<Found<'a>, Diagnostic> {
        if let Some(shared) = self.shared.get(piece, &self.own) {
            return Ok(Found::Shared(shared));
        }
        if let Some(own) = self.skeletons.get(piece) {
            return Ok(Found::Own(Rc::clone(own)));
        }
        let made = self.own.skeleton(piece)?;
        let made = Rc::new(made.expect("an office can say all of its pieces"));
        self.skeletons.insert(piece.clone(), Rc::clone(&made));
        Ok(Found::Own(made))
    }

    fn write(
        &mut self,
        skeleton: &Skeleton,
        out: &mut Vec<u8>,
        depth: usize,
        nesting: usize,
    ) -> Result<(), Diagnostic> {
        skeleton.write(out, |hole, out| self.fill(hole, out, depth, nesting))
    }

    fn fill(
        &mut self,
        hole: &Hole,
        out: &mut Vec<u8>,
        depth: usize,
        nesting: usize,
    ) -> Result<(), Diagnostic> {
        match hole {
            Hole::Field(_) => {}
            Hole::Place(at) => out.extend_from_slice(self.words[*at].as_bytes()),
            Hole::Part(call) => {
                let piece = self.own.part(call, depth);
                if let Some(part) = self.parts.get(&piece) {
                    out.extend_from_slice(part);
                    return Ok(());
                }
                if nesting == MAX_NESTING {
                    return Err(self.own.press.engine.nested(&call.name));
                }
                let skeleton = self.skeleton(&piece)?;
                let start = out.len();
                self.write(&skeleton, out, depth, nesting + 1)?;
                self.parts.insert(piece, out[start..].into());
            }
        }
        Ok(())
    }
}
