//! A picture that a page or notice of an office shows.

use super::OfficeFile;

/// How large a picture is when it stands upright, in pixels; neither side is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimensions {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Dimensions {
    /// The same picture at another width.
    #[must_use]
    pub fn at_width(self, width: u32) -> Self {
        let exact = u64::from(self.height) * u64::from(width);
        let height = (exact + u64::from(self.width) / 2) / u64::from(self.width);
        Self {
            width,
            height: u32::try_from(height).unwrap_or(u32::MAX).max(1),
        }
    }
}

/// A file of `files/` that a page or notice shows as a picture.
#[derive(Debug, Clone, Hash)]
pub struct Picture {
    /// The file as the office put it there. The portal shows smaller ones that are made from it.
    pub file: OfficeFile,
    /// What it turned out to be.
    pub seen: Result<Dimensions, PictureFault>,
}

/// Why a file cannot be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureFault {
    /// It is not JPEG, PNG or WebP, whatever its name says.
    NotAPicture,
    /// It is damaged, or a part of it is missing.
    Broken,
    /// The file is larger than can be read, in bytes.
    TooManyBytes(u64),
    /// It has more pixels than can be read.
    TooManyPixels(Dimensions),
}
