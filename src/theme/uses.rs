//! Where each file of `static/` is written: with the portals, with the directory of all offices, with the report of a check.
//! Read from what names it, so that nobody is sent what no page asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::needed::TEMPLATES;
use super::{Asset, Attributes};
use crate::diagnostic::{Diagnostic, say};
use crate::load::theme::Sheet;
use crate::model::Place;

/// What a file is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// Every portal.
    Portal,
    /// Portals that show pictures.
    Pictures,
    /// The directory of all offices.
    Directory,
    /// The report of a check.
    Report,
}

/// The templates of the directory.
const DIRECTORY: [&str; 2] = ["directory.html", "directory-shell.html"];

/// The templates of the report.
const REPORT: [&str; 3] = ["report.html", "report-district.html", "report-shell.html"];

/// The sheet of all pages for which `theme.yaml` names no other.
pub(super) const SHEET: &str = "style.css";

/// Stands in `theme.yaml` for all pages that show pictures.
pub(super) const PICTURES: &str = "pictures";

/// What the pages of a template belong to.
pub(super) fn of_template(name: &str) -> Use {
    if DIRECTORY.contains(&name) {
        Use::Directory
    } else if REPORT.contains(&name) {
        Use::Report
    } else {
        Use::Portal
    }
}

/// The style sheets that `theme.yaml` names; both sides must exist.
pub(super) fn sheets(
    listed: Vec<Sheet>,
    templates: &[(String, Arc<str>, String)],
    statics: &[(String, Vec<u8>)],
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    for Sheet { file, page, name } in &listed {
        let template = format!("{page}.html");
        let is_known = page == PICTURES || templates.iter().any(|(known, ..)| *known == template);
        if !is_known {
            let place = Place::key(file, format!("sheets.{page}"));
            found.push(say::unknown_sheet_template(&template).at(place));
        } else if !statics.iter().any(|(known, _)| known == name) {
            let place = Place::value(file, format!("sheets.{page}"));
            found.push(say::unknown_sheet_file(name).at(place));
        }
    }
    let listed = listed.into_iter();
    listed.map(|sheet| (sheet.page, sheet.name)).collect()
}

/// Notes for each file what it is written with. `sheets` is what `theme.yaml` says, `reads` what a template reads of
/// `assets`. A file that nothing names is written with everything, for a reader may ask for it all the same.
pub(super) fn note(
    assets: &mut [Asset],
    sheets: &BTreeMap<String, String>,
    reads: &BTreeMap<String, Attributes>,
) {
    let mut by_use: BTreeMap<Use, BTreeSet<String>> = BTreeMap::new();
    let pictures = sheets.get(PICTURES).cloned();
    by_use.entry(Use::Pictures).or_default().extend(pictures);
    for template in TEMPLATES {
        let names = by_use.entry(of_template(template)).or_default();
        if let Some(page) = template
            .strip_suffix(".html")
            .filter(|page| !page.ends_with("shell"))
        {
            names.insert(sheets.get(page).map_or(SHEET, String::as_str).to_owned());
        }
        let is_read = |asset: &&Asset| match reads.get(template) {
            Some(Some(keys)) => keys.contains(&asset.key()),
            // The names are made up while rendering.
            Some(None) => true,
            None => false,
        };
        names.extend(
            assets
                .iter()
                .filter(is_read)
                .map(|asset| asset.name.clone()),
        );
    }
    for names in by_use.values_mut() {
        let mut waiting: Vec<String> = names.iter().cloned().collect();
        while let Some(name) = waiting.pop() {
            let named = assets.iter().filter(|asset| asset.name == name);
            let linked = named.flat_map(|asset| &asset.links);
            waiting.extend(linked.filter(|link| names.insert((*link).clone())).cloned());
        }
    }
    for asset in assets {
        let uses = by_use
            .iter()
            .filter(|(_, names)| names.contains(&asset.name));
        asset.uses = uses.map(|(of, _)| *of).collect();
        if asset.uses.is_empty() && !asset.is_imported {
            asset.uses = [Use::Portal, Use::Directory, Use::Report].into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_with_what_names_it() {
        let asset = |name: &str| Asset {
            name: name.to_owned(),
            path: String::new(),
            bytes: Vec::new(),
            links: Vec::new(),
            is_imported: name == "base.css",
            uses: BTreeSet::new(),
        };
        let names = [
            "style.css",
            "list.css",
            "a.js",
            "b.js",
            "photo.css",
            "x.svg",
            "base.css",
        ];
        let mut assets = names.map(asset);
        assets[2].links.push("b.js".to_owned());
        let said = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter();
            pairs
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect()
        };
        let sheets = said(&[
            ("directory", "list.css"),
            ("pictures", "photo.css"),
            ("report", "list.css"),
        ]);
        let reads = [("directory-shell.html", "a_js")]
            .map(|(name, key)| (name.to_owned(), Some(BTreeSet::from([key.to_owned()]))));
        note(&mut assets, &sheets, &reads.into());
        let uses: Vec<Vec<Use>> = assets
            .iter()
            .map(|asset| asset.uses.iter().copied().collect())
            .collect();
        assert_eq!(uses[0], [Use::Portal, Use::Report]);
        assert_eq!(uses[1], [Use::Directory, Use::Report]);
        assert_eq!(
            (&uses[2], &uses[3]),
            (&vec![Use::Directory], &vec![Use::Directory])
        );
        assert_eq!(uses[4], [Use::Pictures]);
        assert_eq!(uses[5], [Use::Portal, Use::Directory, Use::Report]);
        assert!(uses[6].is_empty());
    }
}
