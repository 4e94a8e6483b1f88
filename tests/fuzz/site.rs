//! The small site in memory, of which one office changes; the real theme.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use crate::country::Office;
use crate::folder::{add_themes, small_site};
use crate::published::{Violation, file};

const FOLDER: &str = "content/dept/offices/first.sample";
const TABLE: &str = "content/dept/offices.csv";

pub(crate) struct Site {
    root: PathBuf,
    office: Office,
    /// What stands in the office's files, so that only what differs is written.
    written: BTreeMap<String, String>,
    /// Digests of files, with their names, that were judged clean.
    clean: HashSet<u64>,
}

impl Site {
    pub(crate) fn new() -> Self {
        let root = small_site();
        add_themes(&root);
        let portal = root.join("content/portal.yaml");
        let text = fs::read_to_string(&portal).expect("the country");
        fs::write(portal, text + "languages: [bn, en]\n").expect("the country");
        let _ = fs::remove_dir_all(root.join(FOLDER));
        let mut site = Self {
            office: Office::new(&root),
            root,
            written: BTreeMap::new(),
            clean: HashSet::new(),
        };
        let found = site.publish("");
        assert!(found.is_empty(), "a harmless site: {found:?}");
        site
    }

    /// Publishes what the office writes, and judges all of it.
    pub(crate) fn publish(&mut self, text: &str) -> Vec<Violation> {
        let wanted = wanted(text);
        let is_new_row = self.written.get(TABLE) != wanted.get(TABLE);
        self.write(wanted);
        if is_new_row {
            self.office.read_table();
        }
        let mut files = self.office.publish();
        if is_new_row {
            files.extend(self.office.directory());
        }
        self.judge(&files)
    }

    fn write(&mut self, wanted: BTreeMap<String, String>) {
        for (name, text) in &wanted {
            if self.written.get(name) != Some(text) {
                let path = self.root.join(name);
                fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
                fs::write(path, text).expect("a file");
            }
        }
        for name in self
            .written
            .keys()
            .filter(|name| !wanted.contains_key(*name))
        {
            fs::remove_file(self.root.join(name)).expect("a file of ours");
        }
        self.written = wanted;
    }

    fn judge(&mut self, files: &[(String, Vec<u8>)]) -> Vec<Violation> {
        let names: BTreeSet<&str> = files.iter().map(|(name, _)| &**name).collect();
        // The directory leads to portals that are not made here.
        let exists = |name: &str| names.contains(name) || name.contains(".gov.bd/");
        let mut found = Vec::new();
        for (name, bytes) in files {
            let mut hasher = DefaultHasher::new();
            (name, bytes).hash(&mut hasher);
            if self.clean.contains(&hasher.finish()) {
                continue;
            }
            let faults = file(name, bytes, exists);
            if faults.is_empty() {
                self.clean.insert(hasher.finish());
            }
            found.extend(faults);
        }
        if self.clean.len() > 1_000_000 {
            self.clean.clear();
        }
        found
    }
}

/// The files of the office that a text stands for.
fn wanted(text: &str) -> BTreeMap<String, String> {
    let mut parts = text
        .split("\n=====\n")
        .map(|part| part.strip_suffix("\n=====").unwrap_or(part));
    let mut next = || parts.next().filter(|part| !part.is_empty());
    let mut files = BTreeMap::new();
    let body = next();
    let (title, summary) = (next(), next());
    if body.is_some() || title.is_some() {
        let title = quoted(title.unwrap_or("ক"));
        let summary = summary
            .map(|text| format!("summary: {}\n", quoted(text)))
            .unwrap_or_default();
        let page = format!(
            "---\ntitle: {title}\n{summary}date: 2025-01-01\n---\n{}",
            body.unwrap_or_default()
        );
        files.insert(format!("{FOLDER}/notices/x.md"), page);
    }
    let own = [("officer", next()), ("address", next())];
    let own: String = own
        .iter()
        .filter_map(|(key, text)| Some(format!("{key}: {}\n", quoted((*text)?))))
        .collect();
    if !own.is_empty() {
        files.insert(format!("{FOLDER}/office.yaml"), own);
    }
    if let Some(name) = next() {
        let charter = format!(
            "services:\n  citizen:\n    - id: first-service\n      name: {}\n",
            quoted(name)
        );
        files.insert(format!("{FOLDER}/charter.yaml"), charter);
    }
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (upazila, officer) = (
        cell(next().unwrap_or("নমুনাপুর")),
        cell(next().unwrap_or_default()),
    );
    let table = format!(
        "id,upazila,officer,post,phone,email,verified_on\nfirst.sample,{upazila},{officer},clerk,,,2025-06-30\n\
         second.sample,দ্বিতীয় নমুনাপুর,,clerk,,,\n"
    );
    files.insert(TABLE.to_owned(), table);
    files
}

/// Between double quotes; what would end them does not.
fn quoted(text: &str) -> String {
    let mut value = String::from("\"");
    let mut signs = text.chars();
    while let Some(c) = signs.next() {
        match (c, signs.clone().next()) {
            ('"', _) => value.push_str("\\\""),
            ('\\', None) => {}
            ('\\', Some(next)) => {
                value.extend(['\\', next]);
                signs.next();
            }
            (c, _) => value.push(c),
        }
    }
    value + "\""
}
