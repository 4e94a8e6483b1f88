//! Precompressed files beside the pages, for servers that send them as they are. The only file that names the packages
//! that compress.

use std::collections::HashMap;
use std::io::Write;

use super::Output;
use super::manifest::{Note, Noted};
use super::tree::Tree;
use crate::options::Compression;
use crate::render::{Content, Rendered};
use crate::{Error, Result};

/// Smaller files gain nothing that a reader would notice.
const WORTH_IT: u64 = 512;

/// What browsers are told apart by the ending; everything else is compressed already.
const ENDINGS: [&str; 9] = [
    "html",
    "css",
    "js",
    "json",
    "xml",
    "svg",
    "txt",
    "webmanifest",
    "csv",
];

impl Output {
    /// The files of a portal with what is to lie beside them. A file that did not change is not compressed again.
    ///
    /// # Errors
    /// When a packer fails, which only a lack of memory can cause.
    pub(crate) fn with_compressed(
        &self,
        name: &str,
        files: Vec<Rendered>,
        methods: &[Compression],
    ) -> Result<Vec<Rendered>> {
        if methods.is_empty() {
            return Ok(files);
        }
        all(
            files,
            methods,
            &self.noted(name),
            self.portal(name).as_ref(),
        )
    }

    /// The same for what belongs to no portal.
    ///
    /// # Errors
    /// When a packer fails, which only a lack of memory can cause.
    pub(crate) fn top_with_compressed(
        &self,
        files: Vec<Rendered>,
        methods: &[Compression],
    ) -> Result<Vec<Rendered>> {
        if methods.is_empty() {
            return Ok(files);
        }
        let top = self.top()?;
        all(files, methods, &self.noted_top(), Some(&top))
    }
}

/// Whether something compressed is to lie beside a file that we make.
#[must_use]
pub(crate) fn has_compressed(path: &str, size: u64) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    size >= WORTH_IT && ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Each file behind what lies beside it, so that a page is never newer than its compressed form.
fn all(
    files: Vec<Rendered>,
    methods: &[Compression],
    note: &Note,
    old: Option<&Tree>,
) -> Result<Vec<Rendered>> {
    let noted: HashMap<&str, Noted<'_>> = note.files().map(|noted| (noted.path, noted)).collect();
    let mut all = Vec::with_capacity(files.len() * (1 + methods.len()));
    for file in files {
        for method in methods {
            all.extend(beside(&file, *method, old, &noted)?);
        }
        all.push(file);
    }
    Ok(all)
}

/// The compressed file to lie beside another; `None` when it would be of no use.
fn beside(
    file: &Rendered,
    method: Compression,
    old: Option<&Tree>,
    noted: &HashMap<&str, Noted<'_>>,
) -> Result<Option<Rendered>> {
    let Content::Bytes(bytes) = &file.content else {
        return Ok(None);
    };
    if !has_compressed(&file.path, file.size) {
        return Ok(None);
    }
    let path = format!("{}.{}", file.path, method.ending());
    // What decides the page decides this too.
    let digest = format!("{}-{}", file.digest, method.ending());
    if let Some(noted) = noted.get(&*path).filter(|noted| noted.digest == digest)
        && old.is_some_and(|old| old.keeps(&path, noted.size))
    {
        return Ok(Some(Rendered {
            path,
            content: Content::Kept,
            size: noted.size,
            digest,
        }));
    }
    let packed =
        pack(bytes, method).map_err(|error| Error::write(std::path::Path::new(&path), error))?;
    Ok(Some(Rendered {
        path,
        size: packed.len() as u64,
        content: Content::Bytes(packed),
        digest,
    }))
}

/// The smallest that is to be had in a few milliseconds a page.
fn pack(bytes: &[u8], method: Compression) -> std::io::Result<Vec<u8>> {
    match method {
        Compression::Gzip => {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(bytes)?;
            packer.finish()
        }
        Compression::Brotli => {
            let mut packed = Vec::new();
            let settings = brotli::enc::BrotliEncoderParams {
                quality: 9,
                size_hint: bytes.len(),
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?;
            Ok(packed)
        }
    }
}
