//! What publishing needs beside the office, and what concerns all offices at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::listed;
use crate::diagnostic::{Diagnostic, any_error};
use crate::load::{self, DepartmentContent, OfficeRow};
use crate::model::{Country, Department, Language, Office};
use crate::options::{Options, Selection};
use crate::plan::{self, Changes, Fingerprint, SharedInputs};
use crate::render::{
    self, Edition, Engine, Images, Minifier, PictureSizes, Pieces, Rendered, ServiceWorker,
};
use crate::report::{Report, Stages};
use crate::theme::Theme;
use crate::write::{Output, Prepared, Standing, Written, has_compressed};
use crate::{Result, check};

/// What publishing needs beside the office.
pub(super) struct Site<'a> {
    country: &'a Country,
    theme: &'a Theme,
    options: &'a Options,
    output: Output,
    keeper: Option<ServiceWorker>,
    /// One for each language of the country, Bangla first.
    pub(super) editions: Vec<Edition<'a>>,
}

/// What the offices of a department share, while they are built.
pub(super) struct Shared<'a> {
    pub(super) said: &'a SharedInputs,
    /// The department's pieces in each language.
    pub(super) pieces: &'a [Pieces<'a>],
    /// The same when they were built last, and what has changed since.
    pub(super) before: Option<(SharedInputs, Changes)>,
}

/// Whether an office has nothing but the shared charter.
fn has_shared_charter(office: &Office) -> bool {
    Arc::ptr_eq(&office.charter, &office.department.charter)
}

/// What is to be done for an office.
pub(super) enum State {
    /// Nothing: these files stand.
    Unchanged(Written),
    /// Its portal is to be made.
    ToBuild,
}

impl<'a> Site<'a> {
    /// Opens the output, and holds it against other builds.
    ///
    /// # Errors
    /// When it cannot be made or another build holds it.
    pub(super) fn open(
        options: &'a Options,
        country: &'a Country,
        theme: &'a Theme,
        engine: &'a Engine,
    ) -> Result<Self> {
        let minifier = Minifier { on: options.minify };
        let edition = |language: &Language| {
            let wording = theme.wording(*language)?;
            Some(Edition::new(country, theme, wording, engine, minifier))
        };
        Ok(Self {
            country,
            theme,
            options,
            output: Output::open(&options.out, options.sync)?,
            keeper: ServiceWorker::new(theme, &country.languages),
            editions: country.languages.iter().filter_map(edition).collect(),
        })
    }

    /// What the offices of a department share.
    pub(super) fn said(&self, department: &Department) -> SharedInputs {
        let generator = &self.options.generator;
        SharedInputs::of(generator, self.theme, self.country, department)
    }

    /// The same when they were built last, and what has changed in it since, if that is the charter alone.
    pub(super) fn before(
        &self,
        department: &Department,
        said: &SharedInputs,
    ) -> Option<(SharedInputs, Changes)> {
        if self.options.clean {
            return None;
        }
        let before = self.output.said(department.label.as_str())?;
        let changes = said.since(&before)?;
        Some((before, changes))
    }

    /// Notes what they share, after they were built.
    pub(super) fn note(&self, department: &Department, said: &SharedInputs) -> Result<()> {
        self.output.note_said(department.label.as_str(), said)
    }

    /// Whether an office's portal was made from what it would be made from now. Only a portal without mistakes leaves a
    /// note, so the same inputs have no mistakes either. An office that is to be built anyway is not read for this.
    pub(super) fn state(
        &self,
        content: &Path,
        department: &DepartmentContent,
        row: &OfficeRow,
        shared: &SharedInputs,
    ) -> Result<State> {
        let portal = self.output.standing(row.host.as_str());
        if self.options.clean || any_error(&row.found) || !portal.shares(shared) {
            return Ok(State::ToBuild);
        }
        let own = Fingerprint::of_office(load::inputs(
            content,
            department,
            row,
            self.options.audience.today(),
        )?);
        let files = portal.unchanged(shared, own);
        Ok(files.map_or(State::ToBuild, State::Unchanged))
    }

    /// Waits until the disk holds what was written.
    pub(super) fn settle(&self) -> Result<()> {
        self.output.settle()
    }

    /// plan → render → prepare.
    pub(super) fn portal(
        &self,
        office: &Office,
        shared: &Shared<'_>,
        own: Fingerprint,
        stages: &mut Stages,
    ) -> Result<std::result::Result<Prepared<'_>, Diagnostic>> {
        let host = office.host.as_str();
        let start = Instant::now();
        let standing = self.output.standing(host);
        let mut kept = match &shared.before {
            Some((before, _)) if has_shared_charter(office) && standing.is_from(before, own) => {
                standing.kept()
            }
            _ => BTreeMap::new(),
        };
        let (album, pictures) = match self.pictures(office, &standing)? {
            Ok(pictures) => pictures,
            Err(finding) => return Ok(Err(finding)),
        };
        let images = Images::new(office, album);
        let (mut files, mut made) = (pictures, Vec::new());
        for pieces in shared.pieces {
            let language = pieces.language();
            let plan = plan::office(office, language);
            let taken = self.unconcerned(&plan, language, shared, &mut kept);
            let held: BTreeSet<&str> = taken.iter().map(|file: &Rendered| &*file.path).collect();
            let is_wanted = |path: &str| !held.contains(path);
            match render::portal(office, &images, &plan, pieces, is_wanted) {
                Ok(pages) => made.extend(pages),
                Err(finding) => return Ok(Err(finding)),
            }
            files.extend(taken);
        }
        made.extend(render::assets(office, self.theme));
        if let Some(keeper) = &self.keeper {
            let worker = keeper.of_portal(office, &images.sizes, files.iter().chain(&made));
            made.push(worker);
        }
        stages.render += start.elapsed();
        let start = Instant::now();
        let methods = &self.options.compress;
        files.extend(self.output.with_compressed(host, made, methods)?);
        let prepared = self.output.prepare(host, (shared.said, own), &files)?;
        stages.write += start.elapsed();
        Ok(Ok(prepared))
    }

    /// The sizes of an office's pictures. Their names change with the picture, so those that its portal has already stay,
    /// whatever else changed: only a new picture is decoded.
    fn pictures(
        &self,
        office: &Office,
        standing: &Standing<'_>,
    ) -> Result<std::result::Result<(PictureSizes, Vec<Rendered>), Diagnostic>> {
        let (mut album, mut files) = (PictureSizes::new(), Vec::new());
        let mut known = BTreeSet::new();
        let mut kept = if office.pictures.is_empty() || self.options.clean {
            BTreeMap::new()
        } else {
            standing.kept()
        };
        for picture in &office.pictures {
            let Ok(frame) = picture.seen else { continue };
            let sizes = if let Some(sizes) = render::kept_pictures(picture, frame, &mut kept) {
                sizes
            } else {
                let bytes = load::bytes(&picture.file)?;
                match render::new_pictures(picture, frame, &bytes) {
                    Ok(sizes) => sizes,
                    Err(fault) => return Ok(Err(check::broken(office, picture, fault))),
                }
            };
            let paths = sizes.iter().map(|(size, file)| (*size, file.path.clone()));
            album.insert(picture.file.name.clone(), paths.collect());
            // The same picture under two names, `a.jpg` and `a.png`, is made once: its bytes name the files.
            let sizes = sizes.into_iter().map(|(_, file)| file);
            files.extend(sizes.filter(|file| known.insert(file.path.clone())));
        }
        Ok(Ok((album, files)))
    }

    /// The pages of a language that stay as they are, because nothing in them changed.
    fn unconcerned(
        &self,
        plan: &plan::Plan,
        language: Language,
        shared: &Shared<'_>,
        kept: &mut BTreeMap<&str, Rendered>,
    ) -> Vec<Rendered> {
        let Some((_, changes)) = &shared.before else {
            return Vec::new();
        };
        let routes = plan.routes.iter();
        let routes = routes.filter(|route| !changes.concern(route, self.theme));
        routes
            .flat_map(|route| {
                let path = format!("{}{}", language.folder(), route.file());
                self.take(&path, kept)
            })
            .collect()
    }

    /// A file that stays as it is, with what lies beside it; nothing when any of it is not there any more.
    fn take(&self, path: &str, kept: &mut BTreeMap<&str, Rendered>) -> Vec<Rendered> {
        let Some(page) = kept.get(path) else {
            return Vec::new();
        };
        let mut files = Vec::new();
        if has_compressed(path, page.size) {
            let beside = self.options.compress.iter();
            let beside: Vec<String> = beside
                .map(|method| format!("{path}.{}", method.ending()))
                .collect();
            if !beside.iter().all(|path| kept.contains_key(&**path)) {
                return Vec::new();
            }
            files.extend(beside.iter().filter_map(|path| kept.remove(&**path)));
        }
        files.extend(kept.remove(path));
        files
    }

    /// What concerns all offices at once: portals that no table names any more, and the directory.
    pub(super) fn finish(
        &self,
        departments: &[DepartmentContent],
        report: &mut Report,
    ) -> Result<Vec<Diagnostic>> {
        let readable = departments
            .iter()
            .all(|department| department.department.is_some() && !any_error(&department.stray));
        let is_whole = match self.options.selection {
            Selection::All => true,
            Selection::Part { .. } => report.is_of_all(),
            _ => false,
        };
        if is_whole && readable {
            let rows = departments.iter().flat_map(|department| &department.rows);
            let named: BTreeSet<&str> = rows.map(|row| row.host.as_str()).collect();
            report.pruned = self.output.prune(|host| named.contains(host))?;
        }
        // A directory of nothing would replace yesterday's.
        if report.built == 0 && !report.failed.is_empty() {
            return Ok(Vec::new());
        }
        match self.directory(departments)? {
            Ok(written) => {
                report.directory_replaced = written.touched();
                report.files += written;
                Ok(Vec::new())
            }
            Err(finding) => Ok(vec![finding]),
        }
    }

    /// The list of all offices that have a portal, or will have one: a part of the country lists the whole, so that parts
    /// laid together are the same as one build, and the first build of a preview lists those that are to come.
    fn directory(
        &self,
        departments: &[DepartmentContent],
    ) -> Result<std::result::Result<Written, Diagnostic>> {
        let selection = &self.options.selection;
        let is_to_come = |at: usize, row: &OfficeRow| match selection {
            Selection::Shard { .. } => true,
            Selection::Part { positions, .. } => {
                at >= positions.end && !selection.holds(at, row.id.as_str(), row.host.as_str())
            }
            _ => false,
        };
        let is_listed = |(at, row): &(usize, &OfficeRow)| {
            is_to_come(*at, row) || self.output.has(row.host.as_str())
        };
        let rows = departments
            .iter()
            .filter_map(|content| Some((content.department.as_ref()?, &content.rows)))
            .flat_map(|(department, rows)| {
                let listed = rows.iter().enumerate().filter(is_listed);
                listed.map(move |(_, row)| (department, row))
            });
        let in_english = self.country.languages.contains(&Language::English);
        let entries: Vec<plan::DirectoryEntry<'_>> = rows
            .filter_map(|(department, row)| listed::entry(department, row, in_english))
            .collect();
        let generator = &self.options.generator;
        let made_from =
            Fingerprint::of_directory(generator, self.theme, self.country, &entries).to_string();
        if let Some(files) = self
            .output
            .top_unchanged(&made_from)
            .filter(|_| !self.options.clean)
        {
            return Ok(Ok(files));
        }
        match render::directory(&plan::directory(&entries), &self.editions) {
            Ok(files) => {
                let methods = &self.options.compress;
                let files = self.output.top_with_compressed(files, methods)?;
                self.output.replace_top(&files, &made_from).map(Ok)
            }
            Err(finding) => Ok(Err(finding)),
        }
    }
}
