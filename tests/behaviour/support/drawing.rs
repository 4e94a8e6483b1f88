//! Pictures for the tests, drawn here: nobody's photographs.

use std::io::Write as _;

use jpeg_encoder::{ColorType, Encoder};

/// A JPEG as a camera makes it, its left half red and its right half blue, with grain. `orientation` is how the camera was
/// held, `note` something private that it wrote beside the points.
pub(crate) fn photograph(width: u16, height: u16, orientation: u8, note: &str) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    // A TIFF directory of two entries: the orientation, and where it was taken (as text, to be found again).
    let mut exif = b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0]);
    exif.extend(b"\x88\x25\0\x02\0\0\0\x01\0\0\0\x26\0\0\0\0");
    exif.extend(note.as_bytes());
    encoder.add_exif_metadata(&exif).expect("a short note");
    let points = points(width.into(), height.into());
    encoder
        .encode(&points, width, height, ColorType::Rgb)
        .expect("a picture");
    file
}

fn points(width: usize, height: usize) -> Vec<u8> {
    let mut grain = 7_u32;
    let mut points = Vec::with_capacity(width * height * 3);
    for _ in 0..height {
        for x in 0..width {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let light = u8::try_from(grain >> 28).expect("four bits");
            let (red, blue) = if x < width / 2 { (200, 30) } else { (30, 200) };
            points.extend([red + light, 40 + light, blue + light]);
        }
    }
    points
}

/// The same without loss, as some programs save photographs.
pub(crate) fn photograph_as_png(width: u32, height: u32) -> Vec<u8> {
    let points = points(width as usize, height as usize);
    png(width, height, png::ColorType::Rgb, &points)
}

/// A drawing: a black disc that lets the ground through around it.
pub(crate) fn disc(side: u32) -> Vec<u8> {
    let middle = i64::from(side / 2);
    let mut points = Vec::new();
    for y in 0..i64::from(side) {
        for x in 0..i64::from(side) {
            let away = (x - middle).pow(2) + (y - middle).pow(2);
            points.extend([0, 0, 0, if away < middle * middle / 2 { 255 } else { 0 }]);
        }
    }
    png(side, side, png::ColorType::Rgba, &points)
}

/// A plan: a few lines on white.
pub(crate) fn plan(width: u32, height: u32) -> Vec<u8> {
    let line = |at: u32| if at % 100 < 3 { 0 } else { 255 };
    let rows = (0..height).flat_map(|y| (0..width).map(move |x| line(x).min(line(y))));
    png(
        width,
        height,
        png::ColorType::Grayscale,
        &rows.collect::<Vec<u8>>(),
    )
}

/// The first bytes of a PNG of any size, without its points.
pub(crate) fn only_the_head(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    drop(encoder.write_header().expect("a head"));
    file
}

fn png(width: u32, height: u32, colours: png::ColorType, points: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colours);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(points).expect("points");
    writer.finish().expect("an end");
    file
}

/// A small PNG whose profile of colours is a gigabyte of nothing, packed into a megabyte.
pub(crate) fn with_a_bomb() -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let nothing = vec![0; 1 << 20];
    for _ in 0..1024 {
        packer.write_all(&nothing).expect("memory");
    }
    let profile = [b"x\0\0".to_vec(), packer.finish().expect("memory")].concat();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a head");
    writer
        .write_chunk(png::chunk::iCCP, &profile)
        .expect("a chunk");
    writer.write_image_data(&[0, 99, 199, 255]).expect("points");
    writer.finish().expect("an end");
    file
}

/// A WebP without loss.
pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let points = points(width as usize, height as usize);
    image_webp::WebPEncoder::new(&mut file)
        .encode(&points, width, height, image_webp::ColorType::Rgb8)
        .expect("a picture");
    file
}

/// Width, height and points of a JPEG, three bytes a point.
pub(crate) fn seen(jpeg: &[u8]) -> (usize, usize, Vec<u8>) {
    let cursor = zune_jpeg::zune_core::bytestream::ZCursor::new(jpeg);
    let mut decoder = zune_jpeg::JpegDecoder::new(cursor);
    let points = decoder.decode().expect("a JPEG");
    let (width, height) = decoder.dimensions().expect("a head");
    (width, height, points)
}
