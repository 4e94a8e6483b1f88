//! Copies of the content's own files: attachments, which need not pass through memory as a whole.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::system;
use crate::render::Rendered;
use crate::{Error, Result};

/// So much is copied at once.
const CHUNK: usize = 128 * 1024;

/// Opens a file of the content for reading. Between looking and copying somebody may have put a link or a pipe in its
/// place, so that is looked at once more.
fn open_source(path: &Path) -> io::Result<File> {
    system::open_plain(path)
}

/// Copies a file of the content into a new one.
///
/// # Errors
/// When one of the two fails, which is then named; when the file is not what was planned any more.
pub(super) fn copy(source: &Path, planned: &Rendered, new: &mut File, path: &Path) -> Result<()> {
    let read = |error| Error::read(source, error);
    let mut file = open_source(source).map_err(read)?;
    let (mut size, mut digest) = (0, blake3::Hasher::new());
    let mut chunk = vec![0; CHUNK];
    loop {
        let part = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(length) => &chunk[..length],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(read(error)),
        };
        digest.update(part);
        size += part.len() as u64;
        new.write_all(part)
            .map_err(|error| Error::write(path, error))?;
    }
    if size == planned.size && short(&digest) == planned.digest {
        Ok(())
    } else {
        Err(Error::Changed(source.to_owned()))
    }
}

/// The digest of a plain file, as plans and notes have it.
pub(super) fn digest(path: &Path) -> io::Result<String> {
    let mut digest = blake3::Hasher::new();
    io::copy(&mut system::open_plain(path)?, &mut digest)?;
    Ok(short(&digest))
}

fn short(digest: &blake3::Hasher) -> String {
    digest.finalize().to_hex()[..32].to_owned()
}
