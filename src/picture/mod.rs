//! A picture as an office puts it into `files/` → the smaller ones that its portal shows. Bytes in, bytes out; nothing here
//! reads or writes.
//!
//! 1. [`look`]: what it is and how large, from its first bytes; whether its end is there.
//! 2. [`sizes`]: the sizes that are shown.
//! 3. [`make`]: decoded, made smaller, its colours made those of sRGB, turned upright, packed. Nothing but the points
//!    themselves is taken over: no place, no time, no name of a camera or a person.
//!
//! The same picture gives the same bytes on every machine: the decoder and what reads profiles run without the instructions
//! that only some machines have, and all other arithmetic on points is in whole numbers. Not the package `image`: of what it
//! brings little is used here.

mod decode;
mod look;
mod pack;
mod profile;
mod shrink;
mod sizes;
mod upright;

pub(crate) use look::MAX_BYTES;
pub use look::look;
pub use pack::ENDINGS;
pub use sizes::sizes;
pub(crate) use sizes::{path, shown_width};

use crate::model::{Dimensions, PictureFault};

/// Points, row by row.
struct Raster {
    width: usize,
    height: usize,
    /// Bytes a point: 1 grey, 2 grey and opacity, 3 colours, 4 colours and opacity.
    channels: usize,
    points: Vec<u8>,
}

/// The pictures that are shown, in the order of [`sizes`].
#[derive(Debug)]
pub struct Made {
    /// The ending of their names, one of [`ENDINGS`].
    pub ending: &'static str,
    /// Their bytes.
    pub pictures: Vec<Vec<u8>>,
}

/// Makes the pictures that are shown.
///
/// # Errors
/// When the picture turns out to be damaged.
pub fn make(bytes: &[u8]) -> Result<Made, PictureFault> {
    let dimensions = look(bytes)?;
    let turn = decode::head(bytes)?.turn;
    let sizes = sizes(dimensions);
    // The picture lies as the camera held it; so must what it is made smaller to.
    let to = |raster: &Raster, size: Dimensions| {
        let (width, height) = turn.lying(size.width as usize, size.height as usize);
        shrink::to(raster, width, height)
    };
    let mut raster = decode::points(bytes)?;
    let between = sizes
        .last()
        .map_or(dimensions.width, |widest| widest.width * 3 / 2);
    if between < dimensions.width {
        // All points are read once only, to a size that every other one can be made of without loss that anybody sees.
        raster = to(&raster, dimensions.at_width(between));
    }
    if let Some(profile) = decode::profile(bytes) {
        raster = profile::to_srgb(raster, &profile);
    }
    let small = sizes.iter().map(|size| turn.apply(to(&raster, *size)));
    let small: Vec<Raster> = small.collect();
    pack::all(&small, decode::is_drawn(bytes)).ok_or(PictureFault::Broken)
}
