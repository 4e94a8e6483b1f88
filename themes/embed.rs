//! What is made when the program is: codes and messages from the catalogue of findings, and the list of the theme's files.
//!
//! The theme `themes/portal` is put into the program, for `sanad new site`: so the theme in the project and the one in the
//! program cannot differ. A program made for development reads the theme where it lies instead: otherwise each word changed
//! in a template would mean to compile again.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "../src/diagnostic/generate.rs"]
mod catalogue;

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=themes/embed.rs");
    println!("cargo::rerun-if-changed=src/diagnostic/generate.rs");
    println!("cargo::rerun-if-changed=src/diagnostic/catalogue");
    let out = env::var_os("OUT_DIR").ok_or("cargo names OUT_DIR")?;
    let out = Path::new(&out);
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let codes = catalogue::generate(&project.join("src/diagnostic"))?;
    fs::write(out.join("catalogue.rs"), codes)?;
    let out = out.join("theme.rs");
    if env::var_os("PROFILE").is_some_and(|profile| profile == "debug") {
        return Ok(fs::write(out, "&[]")?);
    }
    println!("cargo::rerun-if-changed=themes/portal");
    let theme = project.join("themes/portal");
    let mut files = Vec::new();
    collect(&theme, &mut files)?;
    files.sort();
    let mut list = "&[\n".to_owned();
    for file in files {
        let name = file
            .strip_prefix(&theme)?
            .to_string_lossy()
            .replace('\\', "/");
        let path = file.to_str().ok_or("a path in UTF-8")?;
        writeln!(list, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    list.push_str("]\n");
    Ok(fs::write(out, list)?)
}

/// Every file below a folder; hidden ones and what editors leave behind are passed over, as in the content.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '#']) || name.ends_with('~') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}
