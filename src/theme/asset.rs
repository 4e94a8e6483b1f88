//! Files below `static/`: smaller where we know how, and under a name that carries a digest of their bytes.

use std::collections::BTreeSet;
use std::path::Path;

use super::Asset;
use crate::load::theme::import;
use crate::{Error, Result};

/// Makes the files of `static/` ready. The files in a folder whose name is that of a script, `find.js/1-words.js`, are one
/// script: browsers then ask once. So they do for a sheet that begins with another, `@import "style.css";`. A script may
/// name others as they lie in the theme, `assets/style.css`; it then gets the name with the digest. Such a script cannot be
/// named by another.
///
/// # Errors
/// A style sheet or script that is not UTF-8.
pub(super) fn all(
    statics: Vec<(String, Vec<u8>)>,
    minify_css: &impl Fn(&str) -> String,
) -> Result<Vec<Asset>> {
    let (files, imported) = with_imports(joined(statics));
    let mut assets: Vec<Asset> = files
        .into_iter()
        .map(|(name, bytes)| asset(name, bytes, minify_css))
        .collect::<Result<_>>()?;
    for asset in &mut assets {
        asset.is_imported = imported.contains(&asset.name);
    }
    let names: Vec<(String, String)> = assets
        .iter()
        .map(|asset| {
            (
                format!("'assets/{}'", asset.name),
                format!("'{}'", asset.path),
            )
        })
        .collect();
    for asset in assets.iter_mut().filter(|asset| ends(&asset.name, "js")) {
        let text = utf8(&asset.name, std::mem::take(&mut asset.bytes))?;
        let linked = names
            .iter()
            .fold(text.clone(), |text, (name, path)| text.replace(name, path));
        let links = names.iter().map(|(name, _)| name);
        let links = links.filter(|name| text.contains(*name));
        let links = links.filter_map(|name| name.strip_prefix("'assets/")?.strip_suffix('\''));
        asset.links = links.map(str::to_owned).collect();
        if linked != text {
            asset.path = path(&asset.name, linked.as_bytes());
        }
        asset.bytes = linked.into_bytes();
    }
    Ok(assets)
}

/// Parts of a script, which follow each other in the order of their names, as one.
fn joined(statics: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    let mut whole: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes) in statics {
        let script = name
            .split_once('/')
            .filter(|(folder, _)| ends(folder, "js"));
        let name = script.map_or(&*name, |(folder, _)| folder).to_owned();
        match whole.last_mut().filter(|last| last.0 == name) {
            Some(last) => last.1.extend(bytes),
            None => whole.push((name, bytes)),
        }
    }
    whole
}

/// The same files; a sheet that imports another has it in the place of that line. And the names of those.
fn with_imports(mut files: Vec<(String, Vec<u8>)>) -> (Vec<(String, Vec<u8>)>, BTreeSet<String>) {
    let mut imported = BTreeSet::new();
    let sheets = files.iter().filter(|(name, _)| ends(name, "css"));
    let sheets: Vec<(String, Vec<u8>)> = sheets.cloned().collect();
    for (_, bytes) in files.iter_mut().filter(|(name, _)| ends(name, "css")) {
        for (name, sheet) in &sheets {
            if import(bytes, name, sheet) {
                imported.insert(name.clone());
            }
        }
    }
    (files, imported)
}

fn asset(name: String, bytes: Vec<u8>, minify_css: &impl Fn(&str) -> String) -> Result<Asset> {
    let bytes = if ends(&name, "css") {
        minify_css(&utf8(&name, bytes)?).into_bytes()
    } else if ends(&name, "js") {
        without_comments(&utf8(&name, bytes)?).into_bytes()
    } else {
        bytes
    };
    let path = path(&name, &bytes);
    Ok(Asset {
        name,
        path,
        bytes,
        links: Vec::new(),
        is_imported: false,
        uses: BTreeSet::new(),
    })
}

/// A script without the lines that are comments, without indentation, and without the ends of lines after signs behind which
/// they mean nothing. Where a template literal could hold a line as text, the script stays as it is.
fn without_comments(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    if code.clone().any(|line| line.contains('`')) {
        return source.to_owned();
    }
    code.flat_map(|line| {
        let goes_on = line.ends_with([';', '{', ',', '(']);
        [line, if goes_on { "" } else { "\n" }]
    })
    .collect()
}

fn ends(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == ending)
}

fn utf8(name: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|_| {
        Error::Theme(format!(
            "static/{name} of the theme is not UTF-8; save it as UTF-8 again"
        ))
    })
}

fn path(name: &str, bytes: &[u8]) -> String {
    let digest = &blake3::hash(bytes).to_hex()[..8];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{digest}.{ending}"),
        None => format!("assets/{name}.{digest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let files = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let assets = all(files, &|css: &str| css.to_owned()).expect("UTF-8");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        assets
            .into_iter()
            .map(|asset| (asset.path, text(asset.bytes)))
            .collect()
    }

    #[test]
    fn a_script_names_others_with_their_digests_and_follows_them() {
        let made = |style: &str| paths(&[("a.css", style), ("b.js", "load('assets/a.css')")]);
        let [before, after] = [made("p{}"), made("q{}")];
        assert_eq!(before[1].1, format!("load('{}')\n", before[0].0));
        assert_ne!(before[1].0, after[1].0);
    }

    #[test]
    fn the_parts_of_a_script_are_one() {
        let made = paths(&[
            ("a.js/1-b.js", "b();\n"),
            ("a.js/2-c.js", "c();\n"),
            ("d.css", ""),
        ]);
        assert_eq!((made.len(), &*made[0].1), (2, "b();c();"));
        assert!(made[0].0.starts_with("assets/a."));
    }

    #[test]
    fn a_sheet_that_imports_another_is_one_with_it_and_follows_it() {
        let made = |style: &str| {
            let poster = "/* why */\n@import \"a.css\";\nq{}";
            paths(&[("a.css", style), ("b.css", poster)])
        };
        let [before, after] = [made("p{}"), made("i{}")];
        assert_eq!(before[1].1, "/* why */\np{}\nq{}");
        assert_eq!(before[0].1, "p{}");
        assert_ne!(before[1].0, after[1].0);
    }

    #[test]
    fn only_lines_that_are_comments_leave_a_script() {
        let source = "// why\n  a('https://x'); // b\n\n\t//c\nd(\n  e,\n)\nf();\n";
        assert_eq!(
            without_comments(source),
            "a('https://x'); // b\nd(e,)\nf();"
        );
        let text = "a(`\n// no comment\n`)\n";
        assert_eq!(without_comments(text), text);
    }
}
