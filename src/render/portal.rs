//! All pages of one office: what it shares with others taken as it is, what it says itself put into the slots.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::fragment::{Field, Fragment, OfficeWords, PageBuffer, PartCall, Slot};
use super::layer::Layer;
use super::pictures::Images;
use super::piece::{EntryGroup, Piece};
use super::pieces::Pieces;
use super::rendered::{Content, Rendered};
use super::shell::PageContent;
use super::{card, data, search_index, sitemap};
use crate::diagnostic::Diagnostic;
use crate::escape;
use crate::hashing::HashMap;
use crate::model::{Body, Office, Places, Route};
use crate::plan::Plan;
use crate::theme::{Theme, Use};

/// Parts may stand in parts, but not for ever.
const MAX_NESTING: usize = 8;

/// Renders the files of an office's portal in one language whose paths are wanted.
///
/// # Errors
/// A mistake in a template, at its place.
pub fn portal(
    office: &Office,
    images: &Images,
    plan: &Plan,
    shared: &Pieces<'_>,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Rendered>, Diagnostic> {
    let mut portal = Portal::new(office, images, plan, shared);
    let mut files = Vec::with_capacity(plan.routes.len());
    for route in &plan.routes {
        if is_wanted(&portal.path(route)) {
            files.push(portal.file(route)?);
        }
    }
    Ok(files)
}

/// What pages link to beside each other: style sheets, scripts, pictures of the theme.
#[must_use]
pub fn assets(office: &Office, theme: &Theme) -> Vec<Rendered> {
    let assets = theme.assets.iter();
    let shows = office.bodies().any(Body::has_pictures);
    let assets =
        assets.filter(|asset| asset.is_for(Use::Portal) || (shows && asset.is_for(Use::Pictures)));
    assets
        .map(|asset| Rendered::bytes(&asset.path, asset.bytes.clone()))
        .collect()
}

/// The portal of one office while it is made.
struct Portal<'a> {
    office: &'a Office,
    shared: &'a Pieces<'a>,
    own: Layer<'a>,
    /// The office's words for the placeholders, escaped.
    words: OfficeWords,
    /// The same for text inside JSON.
    words_in_json: OfficeWords,
    /// Pieces that only this office has.
    fragments: HashMap<Piece, Rc<Fragment>>,
    /// Its parts, as they stand in its pages of each depth. A part that does not need `root` itself may hold one that
    /// does, so the depth always counts.
    parts: BTreeMap<usize, HashMap<PartCall, Part>>,
}

/// A part, as it stands in the pages of a depth.
struct Part {
    html: Vec<u8>,
    digest: [u8; 32],
}

/// A piece, whoever it belongs to.
enum FragmentRef<'a> {
    Shared(&'a Fragment),
    Own(Rc<Fragment>),
}

impl std::ops::Deref for FragmentRef<'_> {
    type Target = Fragment;

    fn deref(&self) -> &Fragment {
        match self {
            Self::Shared(fragment) => fragment,
            Self::Own(fragment) => fragment,
        }
    }
}

impl<'a> Portal<'a> {
    fn new(office: &'a Office, images: &'a Images, plan: &'a Plan, shared: &'a Pieces<'a>) -> Self {
        let own = Layer::of_office(office, images, plan, shared.layer.edition);
        let words = OfficeWords::new(&own.places, |word| escape::html(word).into_owned());
        let words_in_json = OfficeWords::new(&own.places, escape::in_data_block);
        Self {
            office,
            shared,
            own,
            words,
            words_in_json,
            fragments: HashMap::default(),
            parts: BTreeMap::new(),
        }
    }

    fn file(&mut self, route: &Route) -> Result<Rendered, Diagnostic> {
        match route {
            Route::CharterData => Ok(Rendered::bytes(
                route.file(),
                data::charter(self.office, self.own.edition.language()),
            )),
            Route::Feed => Ok(Rendered::bytes(
                route.file(),
                data::feed(self.office, self.own.edition.wording),
            )),
            Route::SearchIndex => self.entries(route),
            Route::Addresses => Ok(Rendered::bytes(
                route.file(),
                sitemap::addresses(self.office, &self.own.edition.languages),
            )),
            Route::Card => {
                let country = self.own.edition.wording.string("country");
                Ok(Rendered::bytes(
                    route.file(),
                    card::card(self.office, country, self.own.edition.language()),
                ))
            }
            Route::PersonCard(name) => {
                let country = self.own.edition.wording.string("country");
                let cards = self.office.cards();
                let (_, person) = cards
                    .iter()
                    .find(|(card, _)| card == name)
                    .expect("the plan names cards of this office");
                let language = self.own.edition.language();
                let text = card::of_person(self.office, person, country, language);
                Ok(Rendered::bytes(route.file(), text))
            }
            Route::QrCode => Ok(Rendered::bytes(route.file(), &*self.own.images.qr)),
            Route::Robots => Ok(Rendered::bytes(route.file(), sitemap::robots(self.office))),
            Route::File(name) => {
                let mut files = self.office.files.iter();
                let file = files
                    .find(|file| file.name == *name)
                    .expect("the plan names files of this office");
                Ok(Rendered {
                    path: route.file(),
                    content: Content::Copy {
                        root: Arc::clone(&file.root),
                        path: file.path.clone(),
                    },
                    size: file.bytes,
                    digest: blake3::Hash::from_bytes(file.digest).to_hex()[..32].to_owned(),
                })
            }
            _ => self.page(route),
        }
    }

    /// What the search can find: the groups, the office's words in their slots, and what only the office can say.
    fn entries(&mut self, route: &Route) -> Result<Rendered, Diagnostic> {
        let words = OfficeWords::new(&self.own.places, escape::in_script);
        let mut script = PageBuffer::with_capacity(16 * 1024);
        for group in EntryGroup::ALL {
            let group = self.fragment(&Piece::SearchEntries(group))?;
            group.write(&mut script, |slot, out| {
                if let Slot::Place(at) = slot {
                    out.push_word(&words, *at);
                }
                Ok(())
            })?;
        }
        script.push(search_index::own(self.office, self.own.edition.wording).as_bytes());
        let (script, digest) = script.finish();
        Ok(Rendered::made(self.path(route), script, digest))
    }

    fn page(&mut self, route: &Route) -> Result<Rendered, Diagnostic> {
        let depth = route.depth();
        let main = self.fragment(&Piece::Page(route.clone()))?;
        let mut body = PageBuffer::with_capacity(2 * main.len() + 4096);
        let here = Here {
            route,
            depth,
            nesting: 0,
            content: None,
        };
        self.write(&main, &mut body, here)?;
        let (body, body_digest) = body.finish();
        let current = self.own.menu.iter().position(|entry| entry.holds(route));
        let shell = self.fragment(&Piece::Shell(depth, current))?;
        let (title, description) = self.own.title(route);
        let file = route.file();
        let language = self.own.edition.language();
        let folder = language.folder();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        let Office { host, .. } = self.office;
        let Places {
            upazila,
            district,
            office,
            ..
        } = &self.own.places;
        let content = PageContent {
            title: &match route {
                // The first page is the office itself.
                Route::Home => format!("{office}, {upazila}, {district}"),
                _ => format!("{title} | {office}, {upazila}"),
            },
            description: &description,
            path: &format!("{host}/{folder}{path}"),
            // A page that was not found has no other to lead to than the first.
            file: if *route == Route::NotFound {
                "index.html"
            } else {
                &file
            },
            sheet: self.sheet(route),
            unlisted: matches!(route, Route::Withdrawn(_))
                && self.office.details.verified_on.is_some(),
            main: &body,
        };
        let mut page = PageBuffer::with_capacity(body.len() + 2 * shell.len());
        let content = Some((&content, body_digest.as_bytes()));
        self.write(&shell, &mut page, Here { content, ..here })?;
        let (page, digest) = page.finish();
        Ok(Rendered::made(self.path(route), page, digest))
    }

    /// The style sheet of a page: what few pages need costs the others nothing, and none asks for two.
    fn sheet(&self, route: &Route) -> &'a str {
        let shows_pictures = self.own.text(route).is_some_and(Body::has_pictures);
        self.own
            .edition
            .theme
            .sheet(route.template(), shows_pictures)
    }

    /// Where a page of this language lies in the portal.
    fn path(&self, route: &Route) -> String {
        format!("{}{}", self.own.edition.language().folder(), route.file())
    }

    /// A piece: the department's where it fits, otherwise the office's own.
    fn fragment(&mut self, piece: &Piece) -> Result<FragmentRef<'a>, Diagnostic> {
        if let Some(shared) = self.shared.get(piece, &self.own) {
            return Ok(FragmentRef::Shared(shared));
        }
        if let Some(own) = self.fragments.get(piece) {
            return Ok(FragmentRef::Own(Rc::clone(own)));
        }
        // An office can say all of its pieces; should one be missing all the same, it is this office's trouble alone.
        let made = self.own.fragment(piece)?;
        let made = made.ok_or_else(|| self.own.edition.engine.damaged(piece.template()));
        let made = Rc::new(made?);
        self.fragments.insert(piece.clone(), Rc::clone(&made));
        Ok(FragmentRef::Own(made))
    }

    fn write(
        &mut self,
        fragment: &Fragment,
        out: &mut PageBuffer,
        here: Here<'_>,
    ) -> Result<(), Diagnostic> {
        fragment.write(out, |slot, out| self.fill(slot, out, here))
    }

    fn fill(
        &mut self,
        slot: &Slot,
        out: &mut PageBuffer,
        here: Here<'_>,
    ) -> Result<(), Diagnostic> {
        match slot {
            Slot::Field(Field::Body) => {
                let text = self.fragment(&Piece::Body(here.route.clone()))?;
                self.write(&text, out, here)
            }
            Slot::Field(field) => {
                match (field, here.content) {
                    (Field::Main, Some((content, digest))) => out.push_known(content.main, digest),
                    (_, Some((content, _))) => content.fill(slot, out),
                    (_, None) => {}
                }
                Ok(())
            }
            Slot::Place(at) => {
                out.push_word(&self.words, *at);
                Ok(())
            }
            Slot::PlaceInJson(at) => {
                out.push_word(&self.words_in_json, *at);
                Ok(())
            }
            Slot::Part(call) => self.part(call, out, here),
        }
    }

    fn part(
        &mut self,
        call: &PartCall,
        out: &mut PageBuffer,
        here: Here<'_>,
    ) -> Result<(), Diagnostic> {
        let known = self.parts.get(&here.depth);
        if let Some(part) = known.and_then(|parts| parts.get(call)) {
            out.push_known(&part.html, &part.digest);
            return Ok(());
        }
        if here.nesting == MAX_NESTING {
            return Err(self.own.edition.engine.nested(&call.template));
        }
        let fragment = self.fragment(&self.own.part(call, here.depth))?;
        let nesting = here.nesting + 1;
        let mut part = PageBuffer::default();
        self.write(&fragment, &mut part, Here { nesting, ..here })?;
        let (html, digest) = part.finish();
        let digest = *digest.as_bytes();
        out.push_known(&html, &digest);
        if !call.is_of_page() {
            let parts = self.parts.entry(here.depth).or_default();
            parts.insert(call.clone(), Part { html, digest });
        }
        Ok(())
    }
}

/// Where something is put.
#[derive(Clone, Copy)]
struct Here<'a> {
    route: &'a Route,
    depth: usize,
    /// How many parts are around it.
    nesting: usize,
    /// What the page puts into its shell, with the digest of its own HTML; `None` in that itself.
    content: Option<(&'a PageContent<'a>, &'a [u8; 32])>,
}
