//! Schemas as an editor uses them: which file follows which, and whether it fits.

use std::path::Path;

use sanad::schema;
use serde_json::Value;

use super::files::files;

/// A schema as JSON.
pub(crate) fn of(name: &str) -> Value {
    let schemas = schema::all();
    let found = schemas.iter().find(|schema| schema.name == name);
    let text = &found.unwrap_or_else(|| panic!("no schema {name}")).text;
    serde_json::from_str(text).expect("JSON")
}

/// A YAML text as an editor reads it; one of comments alone holds nothing.
pub(crate) fn read(text: &str) -> Value {
    let matter = text.strip_prefix("---\n").map_or(text, |rest| {
        rest.split_once("\n---\n")
            .expect("the end of front matter")
            .0
    });
    let is_said = |line: &str| !line.trim().is_empty() && !line.trim().starts_with('#');
    if !matter.lines().any(is_said) {
        return Value::Null;
    }
    serde_yaml::from_str(matter).unwrap_or_else(|error| panic!("{error}\n{matter}"))
}

/// Which schema a file of a site follows, by its path.
pub(crate) fn kind(path: &str) -> Option<&'static str> {
    let own = path.contains("/offices/");
    Some(match path.rsplit('/').next()? {
        "portal.yaml" => "portal",
        "department.yaml" => "department",
        "charter.yaml" if own => "office-charter",
        "charter.yaml" => "charter",
        "office.yaml" => "office",
        "theme.yaml" => "theme",
        _ if path.ends_with(".en.md") => "translation",
        _ if path.ends_with(".md") && path.contains("/pages/") => "page",
        _ if path.ends_with(".md") && path.contains("/notices/") => "notice",
        _ => return None,
    })
}

#[track_caller]
pub(crate) fn fits(name: &str, file: &str, text: &str) {
    let instance = read(text);
    let validator = jsonschema::validator_for(&of(name)).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(&instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{file} as {name}: {errors:#?}");
}

/// Every file of a folder that has a schema fits it; gives how many there are.
#[track_caller]
pub(crate) fn all_fit(folder: &Path) -> usize {
    let mut seen = 0;
    for (path, bytes) in files(folder) {
        let path = format!("/{path}");
        if let Some(name) = kind(&path) {
            fits(name, &path, &String::from_utf8(bytes).expect("UTF-8"));
            seen += 1;
        }
    }
    seen
}

/// Every key of a schema with its own schema, at any depth.
pub(crate) fn keys(schema: &Value) -> Vec<(String, &Value)> {
    let mut all = Vec::new();
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        all.push((key.clone(), value));
        all.extend(keys(value));
        all.extend(keys(&value["items"]));
    }
    all
}

/// What stands behind `$schema=` in the first lines of a file.
pub(crate) fn named(text: &str) -> &str {
    let mut lines = text.lines().skip_while(|line| *line == "---");
    let line = lines.next().expect("a line");
    line.strip_prefix("# yaml-language-server: $schema=")
        .unwrap_or_else(|| panic!("no schema is named in {line:?}"))
}

/// Every file with a schema names it, and it lies there.
#[track_caller]
pub(crate) fn all_name(folder: &Path) -> usize {
    let mut seen = 0;
    for (path, bytes) in files(folder) {
        let shown = format!("/{path}");
        let Some(name) = kind(&shown) else { continue };
        let text = String::from_utf8(bytes).expect("UTF-8");
        let from = folder.join(&path);
        let to = from.parent().expect("a folder").join(named(&text));
        let to = to
            .canonicalize()
            .unwrap_or_else(|error| panic!("{path} names {}: {error}", to.display()));
        assert!(
            to.ends_with(format!("content/.schema/{name}.json")),
            "{path}"
        );
        seen += 1;
    }
    seen
}
