//! A picture as an office puts it into `files/` → the smaller ones that its portal shows. Bytes in, bytes out; nothing here
//! reads or writes.
//!
//! 1. [`inspect`]: what it is and how large, from its first bytes; whether its end is there.
//! 2. [`sizes`]: the sizes that are shown.
//! 3. [`make`]: decoded, made smaller, its colours made those of sRGB, turned upright, encoded. Nothing but the pixels
//!    themselves is taken over: no place, no time, no name of a camera or a person.
//!
//! The same picture gives the same bytes on every machine: the decoder and what reads profiles run without the instructions
//! that only some machines have, and all other arithmetic on pixels is in whole numbers. Not the package `image`: of what it
//! brings little is used here.

mod decode;
mod encode;
mod inspect;
mod orientation;
mod profile;
mod resize;
mod sizes;

pub use encode::ENDINGS;
pub(crate) use inspect::MAX_BYTES;
pub use inspect::inspect;
pub use sizes::sizes;
pub(crate) use sizes::{path, shown_width};

use crate::model::{Dimensions, PictureFault};

/// Pixels, row by row.
struct Raster {
    width: usize,
    height: usize,
    /// Bytes a pixel: 1 grey, 2 grey and opacity, 3 colours, 4 colours and opacity.
    channels: usize,
    pixels: Vec<u8>,
}

/// The pictures that are shown, in the order of [`sizes`].
#[derive(Debug)]
pub struct EncodedPicture {
    /// The ending of their names, one of [`ENDINGS`].
    pub ending: &'static str,
    /// Their bytes.
    pub pictures: Vec<Vec<u8>>,
}

/// Makes the pictures that are shown.
///
/// # Errors
/// When the picture turns out to be damaged.
pub fn make(bytes: &[u8]) -> Result<EncodedPicture, PictureFault> {
    let dimensions = inspect(bytes)?;
    let orientation = decode::header(bytes)?.orientation;
    let sizes = sizes(dimensions);
    // The picture lies as the camera held it; so must what it is made smaller to.
    let to = |raster: &Raster, size: Dimensions| {
        let (width, height) = orientation.turned_size(size.width as usize, size.height as usize);
        resize::to(raster, width, height)
    };
    let mut raster = decode::pixels(bytes)?;
    let between = sizes
        .last()
        .map_or(dimensions.width, |widest| widest.width * 3 / 2);
    if between < dimensions.width {
        // All pixels are read once only, to a size that every other one can be made of without loss that anybody sees.
        raster = to(&raster, dimensions.at_width(between));
    }
    if let Some(profile) = decode::profile(bytes) {
        raster = profile::to_srgb(raster, &profile);
    }
    let small = sizes
        .iter()
        .map(|size| orientation.apply(to(&raster, *size)));
    let small: Vec<Raster> = small.collect();
    encode::all(&small, decode::is_drawn(bytes)).ok_or(PictureFault::Broken)
}
