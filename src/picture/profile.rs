//! Colours as a camera or a screen means them → sRGB, which is what browsers take colours for that come without a profile.
//! The only file that names the package that reads profiles.
//!
//! A telephone saves photos in Display P3, a camera perhaps in Adobe RGB: shown as they are numbered, they are pale. A
//! profile that cannot be read is no reason to show nothing: its picture is taken for sRGB, as before there were profiles.

use moxcms::{ColorProfile, DataColorSpace, Layout, ParsingOptions, TransformOptions};

use super::Raster;
use super::resize::alpha;
use crate::guard::guarded;

/// No profile of a screen or a camera is larger, in bytes; those of printing presses are, and are for no picture in RGB.
pub(super) const MAX_BYTES: usize = 1 << 20;

/// So far colours may lie from sRGB and be taken for it: no eye sees a difference of one in 255.
const NEAR: u8 = 1;

/// Colours by which sRGB is told from others.
const COLOURS: [u8; 15] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 200, 80, 80, 40, 120, 60];

/// The picture in sRGB. It comes in three colours, or in grey, with or without opacity.
pub(super) fn to_srgb(raster: Raster, profile: &[u8]) -> Raster {
    // A profile comes from strangers, and what reads it is not ours.
    let convert = guarded(|| Conversion::new(profile)).ok().flatten();
    let Some(convert) = convert else {
        return raster;
    };
    let pixels = guarded(|| convert.pixels(&raster)).ok().flatten();
    match pixels {
        Some(pixels) if pixels.len() == raster.pixels.len() => Raster { pixels, ..raster },
        _ => raster,
    }
}

type Transform = dyn Fn(&[u8]) -> Option<Vec<u8>>;

/// Three colours of a profile, or its grey, to three colours of sRGB.
struct Conversion {
    is_grey: bool,
    transform: Box<Transform>,
}

impl Conversion {
    /// `None` for what cannot be read, for colours of a press, and for what is sRGB already.
    fn new(profile: &[u8]) -> Option<Self> {
        let limits = ParsingOptions {
            max_profile_size: MAX_BYTES,
            max_allowed_clut_size: MAX_BYTES,
            max_allowed_trc_size: 1 << 16,
        };
        let profile = ColorProfile::new_from_slice_with_options(profile, limits).ok()?;
        let is_grey = match profile.color_space {
            DataColorSpace::Gray => true,
            DataColorSpace::Rgb => false,
            _ => return None,
        };
        let layout = if is_grey { Layout::Gray } else { Layout::Rgb };
        let transform = profile
            .create_transform_8bit(
                layout,
                &ColorProfile::new_srgb(),
                Layout::Rgb,
                TransformOptions::default(),
            )
            .ok()?;
        let conversion = Self {
            is_grey,
            transform: Box::new(move |pixels| {
                let colours = if is_grey {
                    pixels.len()
                } else {
                    pixels.len() / 3
                };
                let mut converted = vec![0; colours * 3];
                transform.transform(pixels, &mut converted).ok()?;
                Some(converted)
            }),
        };
        let greys: Vec<u8> = (0..=u8::MAX).collect();
        let is_srgb = near(&greys, &conversion.greys()?)
            && (is_grey || near(&COLOURS, &(conversion.transform)(&COLOURS)?));
        (!is_srgb).then_some(conversion)
    }

    /// What each of the 256 greys becomes.
    fn greys(&self) -> Option<Vec<u8>> {
        let shades = if self.is_grey { 1 } else { 3 };
        let greys: Vec<u8> = (0..=u8::MAX).flat_map(|grey| vec![grey; shades]).collect();
        let converted = (self.transform)(&greys)?;
        // Grey is as much of each colour; of green the eye sees most.
        Some(converted.chunks_exact(3).map(|colour| colour[1]).collect())
    }

    fn pixels(&self, raster: &Raster) -> Option<Vec<u8>> {
        let channels = raster.channels;
        let colours = alpha(channels).unwrap_or(channels);
        let mut pixels = raster.pixels.clone();
        if colours == 1 {
            let greys = self.greys()?;
            for pixel in pixels.chunks_exact_mut(channels) {
                pixel[0] = greys[usize::from(pixel[0])];
            }
            return Some(pixels);
        }
        if self.is_grey {
            return None;
        }
        // Row by row, so that no second picture stands in memory.
        for row in pixels.chunks_exact_mut(raster.width * channels) {
            let seen: Vec<u8> = row
                .chunks_exact(channels)
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
                .collect();
            let seen = (self.transform)(&seen)?;
            for (pixel, colour) in row.chunks_exact_mut(channels).zip(seen.chunks_exact(3)) {
                pixel[..3].copy_from_slice(colour);
            }
        }
        Some(pixels)
    }
}

fn near(from: &[u8], to: &[u8]) -> bool {
    from.len() == to.len()
        && from
            .iter()
            .zip(to)
            .all(|(from, to)| from.abs_diff(*to) <= NEAR)
}
