//! What a portal was made from, as one number: with the same one, nothing needs to be rendered.
//!
//! The key holds the generator, the theme, the country, the department and what the office says itself. It is taken over
//! whole values, so that a new field cannot be forgotten; at worst a portal is rendered once too often.

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::model::{Country, Department};
use crate::theme::Theme;

/// A digest of everything that a portal is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// What all offices of a department share, the charter apart. `generator` names this very program.
    pub(super) fn frame(
        generator: &str,
        theme: &Theme,
        country: &Country,
        department: &Department,
    ) -> Self {
        let Department {
            label,
            name,
            ministry,
            host,
            office_name,
            posts,
            menu,
            charter: _,
            pages,
            notices,
            files,
        } = department;
        let mut digest = Digest::default();
        digest.add(&(
            (generator, country),
            (
                &theme.templates,
                &theme.sheets,
                &theme.bangla,
                &theme.english,
            ),
            (label, name, ministry, host, office_name),
            (posts, menu, pages, notices),
        ));
        for file in files {
            digest.add(&(&file.name, file.digest));
        }
        digest.add(&theme.worker);
        for asset in &theme.assets {
            // The path carries a digest of the bytes.
            digest.add(&asset.path);
        }
        digest.fingerprint()
    }

    /// What the directory of all offices is made from.
    #[must_use]
    pub(crate) fn of_directory(
        generator: &str,
        theme: &Theme,
        country: &Country,
        entries: &[super::DirectoryEntry<'_>],
    ) -> Self {
        let mut digest = Digest::default();
        digest.add(&(generator, country, &theme.templates, &theme.sheets));
        digest.add(&(&theme.bangla, &theme.english));
        for asset in &theme.assets {
            digest.add(&asset.path);
        }
        digest.add(&entries);
        digest.fingerprint()
    }

    /// What one office adds: the digest of all that it says itself.
    #[must_use]
    pub(crate) fn of_office(inputs: [u8; 32]) -> Self {
        Self(inputs)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Feeds what `Hash` sees of a value to a digest that does not collide.
#[derive(Default)]
pub(super) struct Digest(blake3::Hasher);

impl Digest {
    pub(super) fn add(&mut self, value: &impl Hash) {
        value.hash(self);
    }

    pub(super) fn fingerprint(self) -> Fingerprint {
        Fingerprint(*self.0.finalize().as_bytes())
    }
}

impl Hasher for Digest {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Nobody asks for it: the digest is longer than what `Hash` has room for.
    fn finish(&self) -> u64 {
        0
    }
}
