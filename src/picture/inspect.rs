//! What a picture is, from its first bytes; whether it is whole, from its last.

use super::decode;
use crate::model::{Dimensions, PictureFault};

/// No camera of an office makes larger files, in bytes.
pub(crate) const MAX_BYTES: u64 = 20 << 20;

/// No camera, scanner or screen gives a longer side, in pixels. A picture one pixel wide and fifty million high costs a
/// decoder far more than its pixels.
const MAX_SIDE: u32 = 16_384;

/// Pixels that fit into the memory of a small machine, decoded.
const MAX_PIXELS: u64 = 50_000_000;

/// What a picture is, and how large when it stands upright. Costs nothing but a look at its ends.
///
/// # Errors
/// When it cannot be shown.
pub fn inspect(bytes: &[u8]) -> Result<Dimensions, PictureFault> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(PictureFault::TooManyBytes(bytes.len() as u64));
    }
    let header = decode::header(bytes)?;
    let (width, height) = header.orientation.turned_size(header.width, header.height);
    let side = |length: usize| u32::try_from(length).map_err(|_| PictureFault::Broken);
    let dimensions = Dimensions {
        width: side(width)?,
        height: side(height)?,
    };
    let pixels = u64::from(dimensions.width) * u64::from(dimensions.height);
    match pixels {
        0 => Err(PictureFault::Broken),
        _ if pixels > MAX_PIXELS || dimensions.width.max(dimensions.height) > MAX_SIDE => {
            Err(PictureFault::TooManyPixels(dimensions))
        }
        _ if !is_whole(bytes) => Err(PictureFault::Broken),
        _ => Ok(dimensions),
    }
}

/// Whether the end is there: most damaged pictures are half-copied ones, and decoders show these with a grey rest.
fn is_whole(bytes: &[u8]) -> bool {
    let holds = |mark: &[u8]| memchr::memmem::rfind(bytes, mark);
    match decode::format(bytes) {
        // Cameras put more behind the end; a small picture before the pixels has an end of its own.
        Some(decode::Format::Jpeg) => {
            let end = holds(&[0xFF, 0xD9]);
            end.is_some_and(|end| holds(&[0xFF, 0xDA]).is_some_and(|pixels| pixels < end))
        }
        Some(decode::Format::Png) => holds(b"IEND").is_some(),
        Some(decode::Format::Webp) => {
            let said = bytes.get(4..8).and_then(|size| size.try_into().ok());
            said.is_some_and(|size| u32::from_le_bytes(size) as usize + 8 <= bytes.len() + 1)
        }
        None => false,
    }
}
