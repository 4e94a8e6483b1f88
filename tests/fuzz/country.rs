//! All that stays while one office changes: read, compiled and printed once. What follows for the office is what
//! `sanad::pipeline` does with it — load, check, plan, render — but for the writing, which takes longer than all else.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sanad::check;
use sanad::diagnostic::any_error;
use sanad::load::{self, DepartmentContent};
use sanad::model::{Audience, Country, Date, Department, Language, Slug};
use sanad::plan::{self, DirectoryEntry, Name, Plan};
use sanad::render::{
    self, PictureSizes, Content, Engine, Images, ServiceWorker, Minifier, Pieces, Edition, Rendered,
};
use sanad::theme::Theme;

/// What the public reads, on a day.
fn public() -> Audience {
    Audience::Public {
        today: Date::parse("2025-07-01").expect("a day"),
    }
}

pub(crate) struct Office {
    content: PathBuf,
    department: DepartmentContent,
    theme: &'static Theme,
    editions: &'static [Edition<'static>],
    /// The department's pieces, in each language.
    pieces: Vec<Pieces<'static>>,
    service_worker: Option<ServiceWorker>,
}

/// For as long as the process lives.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn read(content: &Path) -> DepartmentContent {
    let mut found = Vec::new();
    let departments = load::departments(content, public(), &mut found);
    let mut departments =
        departments.unwrap_or_else(|error| panic!("the country is not read: {error}"));
    departments.remove(0)
}

impl Office {
    pub(crate) fn new(root: &Path) -> Self {
        let content = root.join("content");
        let mut found = Vec::new();
        let country = load::country(&content, &mut found)
            .expect("a country")
            .country;
        let country: &'static Country = kept(country.expect("a country"));
        let name = Slug::parse("portal").expect("a name");
        let theme = Theme::read(&root.join("themes"), &name, render::minify_css, &mut found);
        let theme: &'static Theme = kept(theme.expect("a theme").expect("a theme"));
        let engine: &'static Engine = kept(Engine::new(theme).expect("templates"));
        let edition = |language: &Language| {
            let wording = theme.wording(*language).expect("a language of the theme");
            Edition::new(country, theme, wording, engine, Minifier { on: true })
        };
        let editions: Vec<Edition<'static>> = country.languages.iter().map(edition).collect();
        let editions: &'static [Edition<'static>] = editions.leak();
        let mut office = Self {
            department: read(&content),
            content,
            theme,
            editions,
            pieces: Vec::new(),
            service_worker: ServiceWorker::new(theme, &country.languages),
        };
        let department = office.department.department.clone().expect("a department");
        office.pieces = editions
            .iter()
            .map(|edition| pieces_of(&department, edition))
            .collect();
        office
    }

    /// The table was changed; its row alone is new.
    pub(crate) fn read_table(&mut self) {
        self.department.rows = read(&self.content).rows;
    }

    /// The files of its portal, by their paths; none when the office made a mistake.
    pub(crate) fn publish(&self) -> Vec<(String, Vec<u8>)> {
        let Some(row) = self
            .department
            .rows
            .first()
            .filter(|row| !any_error(&row.found))
        else {
            return Vec::new();
        };
        let read = load::office(&self.content, &self.department, row, public());
        let read =
            read.unwrap_or_else(|error| panic!("a mistake of one office ends the build: {error}"));
        let mut found = read.found;
        found.extend(
            read.office
                .as_ref()
                .map(check::mistakes)
                .unwrap_or_default(),
        );
        let Some(office) = read.office.filter(|_| !any_error(&found)) else {
            return Vec::new();
        };
        let images = Images::new(&office, PictureSizes::new());
        let mut files = Vec::new();
        for pieces in &self.pieces {
            let plan = plan::office(&office, pieces.language());
            match render::portal(&office, &images, &plan, pieces, |_| true) {
                Ok(pages) => files.extend(pages),
                // A mistake at its place: the office keeps its last good portal.
                Err(_) => return Vec::new(),
            }
        }
        files.extend(render::assets(&office, self.theme));
        if let Some(service_worker) = &self.service_worker {
            let worker = service_worker.of_portal(&office, &images.sizes, files.iter());
            files.push(worker);
        }
        let host = office.host.to_string();
        files
            .into_iter()
            .filter_map(|file| bytes(&host, file))
            .collect()
    }

    /// The files of the directory, with the office's row in it.
    pub(crate) fn directory(&self) -> Vec<(String, Vec<u8>)> {
        let department = self.department.department.as_ref().expect("a department");
        let rows = self.department.rows.iter();
        let name = |name| Name::of(name, true);
        let entries: Vec<DirectoryEntry<'_>> = rows
            .filter_map(|row| {
                let district = row.district.as_ref()?;
                Some(DirectoryEntry {
                    id: &row.id,
                    host: &row.host,
                    office_name: name(&department.office_name),
                    department: name(&department.name),
                    upazila: name(&row.upazila),
                    district: name(&district.name),
                    division: name(&district.division),
                    confirmed: row.details.verified_on.is_some(),
                })
            })
            .collect();
        let files = render::directory(&plan::directory(&entries), self.editions).unwrap_or_default();
        files
            .into_iter()
            .filter_map(|file| bytes("", file))
            .collect()
    }
}

fn pieces_of(department: &Arc<Department>, edition: &'static Edition<'static>) -> Pieces<'static> {
    let department: &'static Arc<Department> = kept(Arc::clone(department));
    let plan: &'static Plan = kept(plan::department(department, edition.language()));
    let mut pieces = Pieces::new(department, plan, edition);
    let made = pieces.make(|work, make| work.iter().map(make).collect());
    made.unwrap_or_else(|finding| panic!("what all offices share: {finding:?}"));
    pieces
}

fn bytes(host: &str, file: Rendered) -> Option<(String, Vec<u8>)> {
    let path = if host.is_empty() {
        file.path
    } else {
        format!("{host}/{}", file.path)
    };
    match file.content {
        Content::Bytes(bytes) => Some((path, bytes)),
        Content::Copy { .. } | Content::Kept => None,
    }
}
