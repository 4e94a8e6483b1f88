//! Who may know whom: the table of the house, held by reading the `use` lines.
//!
//! Departures from a strict pipeline, with their reasons: `markdown` uses `model` for slugs, `diagnostic` for Bangla numbers; `theme` uses `load` for its
//! YAML and its walk, as an importer would; every stage may name the crate's `Error` and `Result`.

use std::collections::BTreeSet;

use crate::support::{files, project};

const ALLOWED: [(&str, &[&str]); 29] = [
    ("escape", &[]),
    ("hashing", &[]),
    ("disk", &[]),
    ("model", &[]),
    ("diagnostic", &["escape", "model"]),
    ("error", &["escape", "guard"]),
    ("guard", &["escape", "model"]),
    ("markdown", &["model"]),
    ("theme", &["diagnostic", "load", "model"]),
    ("picture", &["guard", "model"]),
    (
        "load",
        &[
            "disk",
            "escape",
            "model",
            "markdown",
            "picture",
            "diagnostic",
        ],
    ),
    ("check", &["model", "diagnostic", "escape"]),
    ("plan", &["model", "theme", "diagnostic"]),
    (
        "render",
        &[
            "escape",
            "hashing",
            "model",
            "plan",
            "theme",
            "markdown",
            "picture",
            "diagnostic",
        ],
    ),
    (
        "write",
        &[
            "disk", "hashing", "plan", "render", "options", "scaffold", "schema",
        ],
    ),
    ("report", &["diagnostic", "model", "write"]),
    ("watch", &[]),
    ("findings", &["diagnostic", "load", "model"]),
    ("provenance", &["model", "load"]),
    ("schema", &["load"]),
    ("scaffold", &["escape", "model", "load", "schema"]),
    ("cli", &["model"]),
    ("options", &["cli", "model", "diagnostic"]),
    ("fix", &["disk", "diagnostic", "escape", "load"]),
    (
        "examine",
        &[
            "guard",
            "model",
            "load",
            "check",
            "diagnostic",
            "findings",
            "fix",
            "pipeline",
            "plan",
            "render",
            "theme",
        ],
    ),
    (
        "call_list",
        &[
            "examine",
            "diagnostic",
            "findings",
            "model",
            "plan",
            "render",
            "write",
        ],
    ),
    (
        "pipeline",
        &[
            "model",
            "markdown",
            "theme",
            "load",
            "check",
            "plan",
            "render",
            "write",
            "diagnostic",
            "options",
            "report",
            "guard",
            "findings",
            "examine",
        ],
    ),
    (
        "preview",
        &[
            "guard",
            "model",
            "pipeline",
            "options",
            "report",
            "write",
            "watch",
            "diagnostic",
        ],
    ),
    (
        "command",
        &[
            "escape",
            "guard",
            "pipeline",
            "examine",
            "findings",
            "fix",
            "call_list",
            "preview",
            "report",
            "provenance",
            "options",
            "cli",
            "model",
            "write",
            "diagnostic",
            "scaffold",
            "schema",
        ],
    ),
];

/// Outside packages that one file alone may name.
const OWNERS: [(&str, &[&str]); 32] = [
    ("foldhash", &["hashing.rs"]),
    ("fast_qr", &["render/qr.rs"]),
    ("strsim", &["load/yaml.rs"]),
    ("notify", &["watch.rs"]),
    ("hyper", &["preview/server.rs", "preview/events.rs"]),
    ("hyper_util", &["preview/server.rs"]),
    (
        "http_body_util",
        &["preview/server.rs", "preview/events.rs"],
    ),
    ("idna", &["model/address.rs"]),
    ("moxcms", &["picture/profile.rs"]),
    (
        "percent_encoding",
        &[
            "escape.rs",
            "model/elsewhere.rs",
            "model/route.rs",
            "preview/answer.rs",
        ],
    ),
    ("open", &["command/serve.rs"]),
    ("flate2", &["write/compress.rs"]),
    ("brotli", &["write/compress.rs"]),
    ("indicatif", &["command/progress.rs"]),
    ("serde_yaml", &["load/yaml.rs"]),
    (
        "schemars",
        &[
            "load/schema/conditions.rs",
            "load/schema/english.rs",
            "load/schema/leaves.rs",
            "load/schema/mod.rs",
            "load/schema/services.rs",
            "load/schemas.rs",
        ],
    ),
    ("granit_parser", &["load/locate.rs"]),
    ("walkdir", &["write/foreign.rs", "error.rs"]),
    (
        "pulldown_cmark",
        &[
            "markdown.rs",
            "markdown/footnotes.rs",
            "markdown/indent.rs",
            "markdown/lines.rs",
            "markdown/numbers.rs",
            "markdown/pictures.rs",
            "markdown/placeholders.rs",
            "markdown/reading.rs",
            "markdown/rows.rs",
            "markdown/shape.rs",
            "markdown/shown.rs",
            "markdown/stars.rs",
            "markdown/tables.rs",
        ],
    ),
    ("zune_jpeg", &["picture/decode.rs"]),
    ("image_webp", &["picture/decode.rs"]),
    ("png", &["picture/decode.rs", "picture/encode.rs"]),
    ("jpeg_encoder", &["picture/encode.rs"]),
    ("rustix", &["disk/unix.rs", "write/system.rs"]),
    ("tera", &["render/template.rs"]),
    ("minify_html", &["render/minify.rs"]),
    ("rayon", &["pipeline/offices.rs"]),
    ("icu_collator", &["plan/directory/order.rs"]),
    ("icu_normalizer", &["load/text.rs"]),
    ("clap", &["cli.rs", "cli/new.rs", "command/mod.rs"]),
    ("clap_complete", &["command/completions.rs"]),
    ("clap_mangen", &["command/manual.rs"]),
];

fn sources() -> Vec<(String, String)> {
    files(&project().join("src"))
        .into_iter()
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
}

#[test]
fn modules_import_with_the_flow_only() {
    for (name, text) in sources() {
        let module = name.split(['/', '.']).next().expect("a name");
        if matches!(module, "main" | "lib") {
            continue;
        }
        let allowed = ALLOWED
            .iter()
            .find(|(known, _)| *known == module)
            .unwrap_or_else(|| panic!("{module} is not in the table"))
            .1;
        for line in code(&text) {
            for rest in line.split("crate::").skip(1) {
                let imported: BTreeSet<&str> = if let Some(list) = rest.strip_prefix('{') {
                    list.split([',', '}'])
                        .filter_map(|item| item.trim().split("::").next())
                        .collect()
                } else {
                    rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                        .take(1)
                        .collect()
                };
                for target in imported.into_iter().filter(|target| {
                    target.starts_with(|c: char| c.is_ascii_lowercase()) && *target != module
                }) {
                    assert!(
                        allowed.contains(&target),
                        "{name}: {module} may not import {target}: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_package_is_named_in_one_place() {
    for (name, text) in sources() {
        for (package, owners) in OWNERS {
            let named = code(&text).any(|line| {
                let used = line.strip_prefix(&format!("use {package}"));
                // `use clap_complete` does not name `clap`.
                let whole =
                    |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
                line.contains(&format!("{package}::")) || used.is_some_and(whole)
            });
            assert!(
                !named || owners.contains(&name.as_str()),
                "{name} names {package}"
            );
        }
    }
}

#[test]
fn only_write_writes_and_nothing_ends_the_process() {
    for (name, text) in sources() {
        for line in code(&text) {
            for call in [
                "fs::write",
                "fs::rename",
                "fs::remove",
                "fs::create_dir",
                "fs::copy",
                "File::create",
            ] {
                assert!(
                    !line.contains(call) || name.starts_with("write/"),
                    "{name}: {line}"
                );
            }
            for call in [
                ".unwrap()",
                "process::exit",
                "todo!",
                "unimplemented!",
                "dbg!",
            ] {
                assert!(!line.contains(call), "{name}: {line}");
            }
        }
    }
}
