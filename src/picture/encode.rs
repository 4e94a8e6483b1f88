//! Pixels → a file for phones: JPEG for what a camera saw, PNG for drawings and for what lets the ground through. The only
//! file that names the packages that encode.

use std::borrow::Cow;

use jpeg_encoder::{ColorType, Encoder};

use super::resize::alpha;
use super::{EncodedPicture, Raster};

/// What names end in; a picture's own sizes all end in the same.
pub const ENDINGS: [&str; 2] = ["jpg", "png"];

/// At 75 and above nobody sees a difference at this size, and the bytes grow fast.
const QUALITY: u8 = 75;

/// Encodes the sizes of one picture in the format that suits it; `None` when an encoder refuses.
///
/// JPEG can let no ground through, and makes lines and letters dirty; but PNG is many times larger for what a camera saw.
/// So a drawing stays PNG as long as that is not larger.
pub(super) fn all(rasters: &[Raster], drawn: bool) -> Option<EncodedPicture> {
    let pngs = || rasters.iter().map(png).collect::<Option<Vec<_>>>();
    if rasters.iter().any(has_alpha) {
        return Some(EncodedPicture {
            ending: ENDINGS[1],
            pictures: pngs()?,
        });
    }
    let pictures: Vec<Vec<u8>> = rasters.iter().map(jpeg).collect::<Option<_>>()?;
    let weight = |files: &[Vec<u8>]| files.iter().map(Vec::len).sum::<usize>();
    if drawn {
        let pngs = pngs()?;
        if weight(&pngs) <= weight(&pictures) {
            return Some(EncodedPicture {
                ending: ENDINGS[1],
                pictures: pngs,
            });
        }
    }
    Some(EncodedPicture {
        ending: ENDINGS[0],
        pictures,
    })
}

fn has_alpha(raster: &Raster) -> bool {
    let Some(alpha) = alpha(raster.channels) else {
        return false;
    };
    let pixels = raster.pixels.chunks_exact(raster.channels);
    pixels.into_iter().any(|pixel| pixel[alpha] < u8::MAX)
}

/// The pixels without their opacity.
fn opaque(raster: &Raster) -> (Cow<'_, [u8]>, usize) {
    let Some(alpha) = alpha(raster.channels) else {
        return (Cow::Borrowed(&raster.pixels), raster.channels);
    };
    let pixels = raster.pixels.chunks_exact(raster.channels);
    let seen = pixels.flat_map(|pixel| &pixel[..alpha]).copied();
    (seen.collect(), alpha)
}

fn jpeg(raster: &Raster) -> Option<Vec<u8>> {
    let (pixels, channels) = opaque(raster);
    let colours = if channels == 1 {
        ColorType::Luma
    } else {
        ColorType::Rgb
    };
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, QUALITY);
    // A tenth smaller, and a slow network shows the whole picture at once, rough first.
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let width = u16::try_from(raster.width).ok()?;
    let height = u16::try_from(raster.height).ok()?;
    encoder.encode(&pixels, width, height, colours).ok()?;
    Some(file)
}

fn png(raster: &Raster) -> Option<Vec<u8>> {
    let (pixels, channels) = if has_alpha(raster) {
        (Cow::Borrowed(&*raster.pixels), raster.channels)
    } else {
        opaque(raster)
    };
    let mut file = Vec::new();
    let width = u32::try_from(raster.width).ok()?;
    let height = u32::try_from(raster.height).ok()?;
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(match channels {
        1 => png::ColorType::Grayscale,
        2 => png::ColorType::GrayscaleAlpha,
        3 => png::ColorType::Rgb,
        _ => png::ColorType::Rgba,
    });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(file)
}
