//! Points → a file for phones: JPEG for what a camera saw, PNG for drawings and for what lets the ground through. The only
//! file that names the packages that encode.

use jpeg_encoder::{ColorType, Encoder};

use super::shrink::opacity;
use super::{Made, Raster};

/// What names end in; a picture's own sizes all end in the same.
pub const ENDINGS: [&str; 2] = ["jpg", "png"];

/// At 75 and above nobody sees a difference at this size, and the bytes grow fast.
const QUALITY: u8 = 75;

/// Packs the sizes of one picture in the kind that suits it; `None` when a packer refuses.
///
/// JPEG can let no ground through, and makes lines and letters dirty; but PNG is many times larger for what a camera saw.
/// So a drawing stays PNG as long as that is not larger.
pub(super) fn all(rasters: &[Raster], drawn: bool) -> Option<Made> {
    let pngs = || rasters.iter().map(png).collect::<Option<Vec<_>>>();
    if rasters.iter().any(lets_through) {
        return Some(Made {
            ending: ENDINGS[1],
            pictures: pngs()?,
        });
    }
    let pictures: Vec<Vec<u8>> = rasters.iter().map(jpeg).collect::<Option<_>>()?;
    let weight = |files: &[Vec<u8>]| files.iter().map(Vec::len).sum::<usize>();
    if drawn {
        let pngs = pngs()?;
        if weight(&pngs) <= weight(&pictures) {
            return Some(Made {
                ending: ENDINGS[1],
                pictures: pngs,
            });
        }
    }
    Some(Made {
        ending: ENDINGS[0],
        pictures,
    })
}

fn lets_through(raster: &Raster) -> bool {
    let Some(opacity) = opacity(raster.channels) else {
        return false;
    };
    let points = raster.points.chunks_exact(raster.channels);
    points.into_iter().any(|point| point[opacity] < u8::MAX)
}

/// The points without their opacity.
fn opaque(raster: &Raster) -> (Vec<u8>, usize) {
    let Some(opacity) = opacity(raster.channels) else {
        return (raster.points.clone(), raster.channels);
    };
    let points = raster.points.chunks_exact(raster.channels);
    let seen = points.flat_map(|point| &point[..opacity]).copied();
    (seen.collect(), opacity)
}

fn jpeg(raster: &Raster) -> Option<Vec<u8>> {
    let (points, channels) = opaque(raster);
    let colours = if channels == 1 {
        ColorType::Luma
    } else {
        ColorType::Rgb
    };
    let mut file = Vec::new();
    let mut packer = Encoder::new(&mut file, QUALITY);
    // A tenth smaller, and a slow network shows the whole picture at once, rough first.
    packer.set_progressive(true);
    packer.set_optimized_huffman_tables(true);
    let width = u16::try_from(raster.width).ok()?;
    let height = u16::try_from(raster.height).ok()?;
    packer.encode(&points, width, height, colours).ok()?;
    Some(file)
}

fn png(raster: &Raster) -> Option<Vec<u8>> {
    let (points, channels) = if lets_through(raster) {
        (raster.points.clone(), raster.channels)
    } else {
        opaque(raster)
    };
    let mut file = Vec::new();
    let width = u32::try_from(raster.width).ok()?;
    let height = u32::try_from(raster.height).ok()?;
    let mut packer = png::Encoder::new(&mut file, width, height);
    packer.set_color(match channels {
        1 => png::ColorType::Grayscale,
        2 => png::ColorType::GrayscaleAlpha,
        3 => png::ColorType::Rgb,
        _ => png::ColorType::Rgba,
    });
    packer.set_depth(png::BitDepth::Eight);
    packer.set_compression(png::Compression::High);
    let mut writer = packer.write_header().ok()?;
    writer.write_image_data(&points).ok()?;
    writer.finish().ok()?;
    Some(file)
}
