//! Precompressed files beside the pages, for servers that send them as they are. The only file that names the packages
//! that compress.

use std::io::Write;

use super::Output;
use super::manifest::Noted;
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
    pub fn with_compressed(
        &self,
        name: &str,
        files: Vec<Rendered>,
        methods: &[Compression],
    ) -> Result<Vec<Rendered>> {
        if methods.is_empty() {
            return Ok(files);
        }
        let note = self.noted(name);
        let old = self.portal(name);
        let mut all = Vec::with_capacity(files.len() * (1 + methods.len()));
        for file in files {
            for method in methods {
                all.extend(beside(&file, *method, old.as_ref(), |path| {
                    note.files().find(|noted| noted.path == path)
                })?);
            }
            all.push(file);
        }
        all.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(all)
    }
}

/// The compressed file to lie beside another; `None` when it would be of no use.
pub(super) fn beside<'a>(
    file: &Rendered,
    method: Compression,
    old: Option<&Tree>,
    noted: impl Fn(&str) -> Option<Noted<'a>>,
) -> Result<Option<Rendered>> {
    let (Content::Bytes(bytes), Some((_, ending))) = (&file.content, file.path.rsplit_once('.'))
    else {
        return Ok(None);
    };
    if file.size < WORTH_IT || !ENDINGS.contains(&ending) {
        return Ok(None);
    }
    let path = format!("{}.{}", file.path, method.ending());
    // What decides the page decides this too.
    let digest = format!("{}-{}", file.digest, method.ending());
    if let Some(noted) = noted(&path).filter(|noted| noted.digest == digest)
        && old.is_some_and(|old| old.size(&path) == Some(noted.size))
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
        Compression::Zstd => zstd::bulk::compress(bytes, 19),
    }
}
