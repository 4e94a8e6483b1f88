//! `sanad schema`

use std::fmt::Write as _;
use std::process::ExitCode;

use super::say::say;
use crate::cli::Schema;
use crate::escape;
use crate::schema::{self, FileSchema};
use crate::{Error, Result, write};

pub(super) fn schema(typed: &Schema) -> Result<ExitCode> {
    let schemas = schema::all();
    let said = match &typed.name {
        Some(name) => named(&schemas, name)?.text.clone(),
        None => lay(&schemas, typed)?,
    };
    say(said)?;
    Ok(ExitCode::SUCCESS)
}

fn named<'a>(schemas: &'a [FileSchema], name: &str) -> Result<&'a FileSchema> {
    schemas
        .iter()
        .find(|schema| schema.name == name)
        .ok_or_else(|| {
            let known: Vec<&str> = schemas.iter().map(|schema| schema.name).collect();
            Error::Usage(format!(
                "there is no schema `{name}`; there are {}",
                known.join(", ")
            ))
        })
}

/// Writes all of them, and says which files each is for.
fn lay(schemas: &[FileSchema], typed: &Schema) -> Result<String> {
    if typed.out.is_none() && !typed.content.is_dir() {
        return Err(Error::Usage(format!(
            "there is no folder {}; say where it is with --content DIR, or where the schemas belong with --out DIR",
            typed.content.display()
        )));
    }
    let own = || typed.content.join(schema::FOLDER);
    let folder = typed.out.clone().unwrap_or_else(own);
    let written = write::schemas(&folder, schemas)?;
    let mut text = String::new();
    for schema in schemas {
        let path = folder.join(schema.file());
        let state = if written.contains(&path) {
            "written"
        } else {
            "the same"
        };
        let path = escape::terminal(&escape::slashes(&path));
        let _ = writeln!(text, "{state:8}  {path}  for {}", schema.of);
    }
    Ok(text)
}
