//! The three kinds of pictures that are read. The only file that names the packages that decode.

use std::io::Cursor;

use png::{ColorType, Transformations};
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::Raster;
use super::profile::MAX_BYTES;
use super::upright::Turn;
use crate::model::PictureFault;

/// What a decoder may use beside the points themselves, in bytes.
const MEMORY: usize = 512 << 20;

/// The same for what stands before the points.
const MEMORY_OF_HEAD: usize = 16 << 20;

/// What a file is by its first bytes; its name may say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Webp,
}

/// What stands before the points.
pub(super) struct Head {
    /// As the camera held it.
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) turn: Turn,
}

pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some_and(|kind| kind == b"WEBP") {
        Some(Kind::Webp)
    } else {
        None
    }
}

/// Whether it was packed without loss, as drawings and pictures of screens are, rather than by a camera.
pub(super) fn is_drawn(bytes: &[u8]) -> bool {
    kind(bytes) == Some(Kind::Png)
}

pub(super) fn head(bytes: &[u8]) -> Result<Head, PictureFault> {
    let (size, exif) = match kind(bytes).ok_or(PictureFault::Foreign)? {
        Kind::Jpeg => {
            let mut decoder = jpeg(bytes);
            decoder.decode_headers().map_err(broken)?;
            (decoder.dimensions(), decoder.exif().cloned())
        }
        Kind::Png => {
            let mut decoder = png_decoder(bytes, MEMORY_OF_HEAD);
            let head = decoder.read_header_info().map_err(broken)?;
            let size = (head.width as usize, head.height as usize);
            (
                Some(size),
                head.exif_metadata.as_ref().map(|exif| exif.to_vec()),
            )
        }
        Kind::Webp => {
            let mut decoder = webp(bytes)?;
            let (width, height) = decoder.dimensions();
            let exif = decoder.exif_metadata().map_err(broken)?;
            (Some((width as usize, height as usize)), exif)
        }
    };
    let (width, height) = size.ok_or(PictureFault::Broken)?;
    Ok(Head {
        width,
        height,
        turn: exif.as_deref().map_or(Turn::default(), Turn::read),
    })
}

/// The profile of its colours, if it has one that is no larger than profiles are.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let profile = match kind(bytes)? {
        Kind::Jpeg => {
            let mut decoder = jpeg(bytes);
            decoder.decode_headers().ok()?;
            decoder.icc_profile()
        }
        Kind::Png => {
            // Packed small, it could be as large as memory: more than this is not unpacked.
            let mut decoder = png_decoder(bytes, MAX_BYTES);
            decoder.set_ignore_iccp_chunk(false);
            let reader = decoder.read_info().ok()?;
            let profile = reader.info().icc_profile.as_ref();
            profile.map(|profile| profile.to_vec())
        }
        Kind::Webp => {
            let mut decoder = webp(bytes).ok()?;
            decoder.set_memory_limit(MAX_BYTES);
            decoder.icc_profile().ok()?
        }
    };
    profile.filter(|profile| profile.len() <= MAX_BYTES)
}

/// All points, as the camera held them.
pub(super) fn points(bytes: &[u8]) -> Result<Raster, PictureFault> {
    match kind(bytes).ok_or(PictureFault::Foreign)? {
        Kind::Jpeg => jpeg_points(bytes),
        Kind::Png => png_points(bytes),
        Kind::Webp => webp_points(bytes),
    }
}

fn jpeg(bytes: &[u8]) -> zune_jpeg::JpegDecoder<ZCursor<&[u8]>> {
    // Sides have sixteen bits; what is too large altogether is refused before it is decoded. Cameras take liberties with
    // the standard, so it is not strict.
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options)
}

fn jpeg_points(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = jpeg(bytes);
    decoder.decode_headers().map_err(broken)?;
    let (colours, channels) = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => (ColorSpace::Luma, 1),
        _ => (ColorSpace::RGB, 3),
    };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(colours));
    let points = decoder.decode().map_err(broken)?;
    let (width, height) = decoder.dimensions().ok_or(PictureFault::Broken)?;
    raster(width, height, channels, points)
}

fn png_points(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = png_decoder(bytes, MEMORY);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or(PictureFault::Broken)?;
    let mut points = vec![0; size];
    let read = reader.next_frame(&mut points).map_err(broken)?;
    let channels = match read.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb | ColorType::Indexed => 3,
        ColorType::Rgba => 4,
    };
    points.truncate(read.buffer_size());
    raster(read.width as usize, read.height as usize, channels, points)
}

/// Profiles of colour are asked for by [`profile`] alone, texts by nobody; packed small, they could be as large as memory.
fn png_decoder(bytes: &[u8], memory: usize) -> png::Decoder<Cursor<&[u8]>> {
    let limits = png::Limits { bytes: memory };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder
}

fn webp(bytes: &[u8]) -> Result<image_webp::WebPDecoder<Cursor<&[u8]>>, PictureFault> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    decoder.set_memory_limit(MEMORY);
    Ok(decoder)
}

fn webp_points(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = webp(bytes)?;
    let (width, height) = decoder.dimensions();
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let size = decoder.output_buffer_size().ok_or(PictureFault::Broken)?;
    let mut points = vec![0; size];
    decoder.read_image(&mut points).map_err(broken)?;
    raster(width as usize, height as usize, channels, points)
}

fn raster(
    width: usize,
    height: usize,
    channels: usize,
    points: Vec<u8>,
) -> Result<Raster, PictureFault> {
    if points.len() != width * height * channels {
        return Err(PictureFault::Broken);
    }
    Ok(Raster {
        width,
        height,
        channels,
        points,
    })
}

/// What a decoder says means nothing to an officer.
fn broken(_: impl std::fmt::Debug) -> PictureFault {
    PictureFault::Broken
}
