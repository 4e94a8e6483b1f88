//! Copies of the content's own files: attachments, which need not pass through memory as a whole.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::system;
use crate::disk::{self, Trouble};
use crate::render::Rendered;
use crate::{Error, Result};

/// So much is copied at once.
const CHUNK: usize = 128 * 1024;

/// Opens a file of the content for reading. Between looking and copying somebody may have put a link or a pipe in its
/// place or in that of a folder above it, so that is looked at once more.
fn open_source(root: &Path, path: &Path) -> io::Result<File> {
    let opened = disk::place(root, path).and_then(|(folder, name)| folder.file(&name));
    opened.map_err(Trouble::into_error)
}

/// Copies a file of the content, below the folder `root`, into a new one.
///
/// # Errors
/// When one of the two fails, which is then named; when the file is not what was planned any more.
pub(super) fn copy(
    (root, source): (&Path, &Path),
    planned: &Rendered,
    new: &mut File,
    path: &Path,
) -> Result<()> {
    let read = |error| Error::read(source, error);
    let mut file = open_source(root, source).map_err(read)?;
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::render::Content;

    fn copied(source: &Path, bytes: &[u8], new: &Path) -> Result<()> {
        let planned = Rendered {
            path: "files/form.pdf".to_owned(),
            content: Content::Copy {
                root: source.parent().expect("a folder").into(),
                path: source.to_owned(),
            },
            size: bytes.len() as u64,
            digest: blake3::hash(bytes).to_hex()[..32].to_owned(),
        };
        let mut target = File::create(new).expect("a file");
        let root = source.parent().expect("a folder");
        copy((root, source), &planned, &mut target, new)
    }

    #[test]
    fn a_source_that_is_not_what_it_was_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (source, new) = (folder.path().join("source"), folder.path().join("new"));
        fs::write(&source, "as it was planned").expect("a file");
        copied(&source, b"as it was planned", &new).expect("a copy");
        assert_eq!(fs::read(&new).expect("a copy"), b"as it was planned");
        for planned in ["as it was printed", "shorter"] {
            let fault = copied(&source, planned.as_bytes(), &new).expect_err("another file");
            let said = fault.to_string();
            assert!(
                said.contains("source changed while it was copied"),
                "{said}"
            );
            assert!(said.contains("build again"), "{said}");
        }
        fs::remove_file(&source).expect("a file");
        let said = copied(&source, b"x", &new)
            .expect_err("no file")
            .to_string();
        assert!(
            said.starts_with("cannot read") && said.contains("source"),
            "{said}"
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_link_or_a_device_is_no_source() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (source, new) = (folder.path().join("source"), folder.path().join("new"));
        std::os::unix::fs::symlink("/dev/null", &source).expect("a link");
        copied(&source, b"", &new).expect_err("a link");
        copied(Path::new("/dev/zero"), b"", &new).expect_err("a device");
    }
}
