//! The directory of all offices, as it was built.

use std::fs;

use super::outcome::Outcome;
use super::portal::Portal;

/// The targets of a page's links, from the top of the output.
pub(crate) fn links(name: &str, html: &str) -> Vec<String> {
    let targets = html.split("<a ").skip(1).filter_map(|rest| {
        let (_, rest) = rest.split_once("href=")?;
        Some(rest.split([' ', '>']).next()?.trim_matches('"'))
    });
    let paths = targets.filter(|target| !target.starts_with('#') && !target.contains(':'));
    paths.map(|target| joined(name, target)).collect()
}

fn joined(page: &str, target: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        if part == ".." {
            parts.pop().expect("a link stays in the output");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// The home pages of all offices in the tables.
pub(crate) fn homes(portal: &Portal) -> Vec<String> {
    let mut homes = Vec::new();
    for folder in fs::read_dir(portal.path("content")).expect("the content") {
        let folder = folder.expect("an entry");
        let department = folder.file_name();
        let Ok(table) = fs::read_to_string(folder.path().join("offices.csv")) else {
            continue;
        };
        let ids = table
            .lines()
            .skip(1)
            .filter_map(|row| row.split(',').next());
        let department = department.to_string_lossy();
        homes.extend(ids.map(|id| format!("{department}.{id}.gov.bd/index.html")));
    }
    homes.sort();
    homes
}

/// Builds a part of the country, which has few portals but the directory of all.
pub(crate) fn build(portal: &Portal) -> Outcome {
    portal.run(&["build", "--shard", "1/100"]).succeeds()
}
