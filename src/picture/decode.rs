//! The three kinds of pictures that are read. The only file that names the packages that decode.

use std::io::Cursor;

use png::{ColorType, Transformations};
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::Raster;
use super::orientation::Orientation;
use super::profile::MAX_BYTES;
use crate::model::PictureFault;

/// What a decoder may use beside the pixels themselves, in bytes.
const MEMORY: usize = 512 << 20;

/// The same for what stands before the pixels.
const MEMORY_OF_HEAD: usize = 16 << 20;

/// What a file is by its first bytes; its name may say anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jpeg,
    Png,
    Webp,
}

/// What stands before the pixels.
pub(super) struct Header {
    /// As the camera held it.
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) orientation: Orientation,
}

pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Format::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Format::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12).is_some_and(|format| format == b"WEBP")
    {
        Some(Format::Webp)
    } else {
        None
    }
}

/// Whether it was encoded without loss, as drawings and pictures of screens are, rather than by a camera.
pub(super) fn is_drawn(bytes: &[u8]) -> bool {
    format(bytes) == Some(Format::Png)
}

pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureFault> {
    let (size, exif) = match format(bytes).ok_or(PictureFault::NotAPicture)? {
        Format::Jpeg => {
            let mut decoder = jpeg(bytes);
            decoder.decode_headers().map_err(broken)?;
            (decoder.dimensions(), decoder.exif().cloned())
        }
        Format::Png => {
            let mut decoder = png_decoder(bytes, MEMORY_OF_HEAD);
            let header = decoder.read_header_info().map_err(broken)?;
            let size = (header.width as usize, header.height as usize);
            (
                Some(size),
                header.exif_metadata.as_ref().map(|exif| exif.to_vec()),
            )
        }
        Format::Webp => {
            let mut decoder = webp(bytes)?;
            let (width, height) = decoder.dimensions();
            let exif = decoder.exif_metadata().map_err(broken)?;
            (Some((width as usize, height as usize)), exif)
        }
    };
    let (width, height) = size.ok_or(PictureFault::Broken)?;
    Ok(Header {
        width,
        height,
        orientation: exif
            .as_deref()
            .map_or(Orientation::default(), Orientation::read),
    })
}

/// The profile of its colours, if it has one that is no larger than profiles are.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let profile = match format(bytes)? {
        Format::Jpeg => {
            let mut decoder = jpeg(bytes);
            decoder.decode_headers().ok()?;
            decoder.icc_profile()
        }
        Format::Png => {
            // Packed small, it could be as large as memory: more than this is not unpacked.
            let mut decoder = png_decoder(bytes, MAX_BYTES);
            decoder.set_ignore_iccp_chunk(false);
            let reader = decoder.read_info().ok()?;
            let profile = reader.info().icc_profile.as_ref();
            profile.map(|profile| profile.to_vec())
        }
        Format::Webp => {
            let mut decoder = webp(bytes).ok()?;
            decoder.set_memory_limit(MAX_BYTES);
            decoder.icc_profile().ok()?
        }
    };
    profile.filter(|profile| profile.len() <= MAX_BYTES)
}

/// All pixels, as the camera held them.
pub(super) fn pixels(bytes: &[u8]) -> Result<Raster, PictureFault> {
    match format(bytes).ok_or(PictureFault::NotAPicture)? {
        Format::Jpeg => jpeg_pixels(bytes),
        Format::Png => png_pixels(bytes),
        Format::Webp => webp_pixels(bytes),
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

fn jpeg_pixels(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = jpeg(bytes);
    decoder.decode_headers().map_err(broken)?;
    let (colours, channels) = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => (ColorSpace::Luma, 1),
        _ => (ColorSpace::RGB, 3),
    };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(colours));
    let pixels = decoder.decode().map_err(broken)?;
    let (width, height) = decoder.dimensions().ok_or(PictureFault::Broken)?;
    raster(width, height, channels, pixels)
}

fn png_pixels(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = png_decoder(bytes, MEMORY);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or(PictureFault::Broken)?;
    let mut pixels = vec![0; size];
    let read = reader.next_frame(&mut pixels).map_err(broken)?;
    let channels = match read.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb | ColorType::Indexed => 3,
        ColorType::Rgba => 4,
    };
    pixels.truncate(read.buffer_size());
    raster(read.width as usize, read.height as usize, channels, pixels)
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

fn webp_pixels(bytes: &[u8]) -> Result<Raster, PictureFault> {
    let mut decoder = webp(bytes)?;
    let (width, height) = decoder.dimensions();
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let size = decoder.output_buffer_size().ok_or(PictureFault::Broken)?;
    let mut pixels = vec![0; size];
    decoder.read_image(&mut pixels).map_err(broken)?;
    raster(width as usize, height as usize, channels, pixels)
}

fn raster(
    width: usize,
    height: usize,
    channels: usize,
    pixels: Vec<u8>,
) -> Result<Raster, PictureFault> {
    if pixels.len() != width * height * channels {
        return Err(PictureFault::Broken);
    }
    Ok(Raster {
        width,
        height,
        channels,
        pixels,
    })
}

/// What a decoder says means nothing to an officer.
fn broken(_: impl std::fmt::Debug) -> PictureFault {
    PictureFault::Broken
}
