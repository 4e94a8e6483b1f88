//! A picture is published in the colours that its camera meant: browsers take what comes without a profile for sRGB.

use std::io::Write as _;

use crate::support::Portal;
use crate::support::drawing::seen;
use crate::support::paths::FIRST_FOLDER;

const SHOWN: &str = "dept.first.sample.gov.bd/assets/pictures/";
const RED: [u8; 3] = [200, 80, 80];

/// A profile of colours (ICC.1:2001) whose curves are powers of `gamma`. `space` is what its colours are: `RGB ` with
/// the places of its three, or `GRAY`.
fn profile(space: [u8; 4], gamma: f64, colours: [[f64; 3]; 3]) -> Vec<u8> {
    let number = |value: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
        let fixed = (value * 65536.0).round() as i32;
        fixed.to_be_bytes()
    };
    let place = |place: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), place.map(number).concat()].concat();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small numbers"
    )]
    let power = ((gamma * 256.0).round() as u16).to_be_bytes();
    let curve = [&b"curv\0\0\0\0\0\0\0\x01"[..], &power, &[0, 0]].concat();
    let mut tags = vec![(b"wtpt", place([0.9642, 1.0, 0.8249]))];
    if &space == b"GRAY" {
        tags.push((b"kTRC", curve));
    } else {
        tags.extend(
            [b"rXYZ", b"gXYZ", b"bXYZ"]
                .into_iter()
                .zip(colours.map(place)),
        );
        tags.extend([b"rTRC", b"gTRC", b"bTRC"].map(|tag| (tag, curve.clone())));
    }
    let length = |bytes: usize| u32::try_from(bytes).expect("small").to_be_bytes();
    let (mut table, mut values) = (length(tags.len()).to_vec(), Vec::new());
    for (name, value) in &tags {
        let at = 128 + 4 + 12 * tags.len() + values.len();
        table.extend(
            [
                name.to_vec(),
                length(at).to_vec(),
                length(value.len()).to_vec(),
            ]
            .concat(),
        );
        values.extend(value);
    }
    let mut head = vec![0; 128];
    head[..4].copy_from_slice(&length(128 + table.len() + values.len()));
    head[8..12].copy_from_slice(&[2, 16, 0, 0]);
    head[12..16].copy_from_slice(b"mntr");
    head[16..20].copy_from_slice(&space);
    head[20..24].copy_from_slice(b"XYZ ");
    head[36..40].copy_from_slice(b"acsp");
    head[68..80].copy_from_slice(&[0.9642, 1.0, 0.8249].map(number).concat());
    [head, table, values].concat()
}

fn display_p3() -> Vec<u8> {
    let colours = [
        [0.5151, 0.2412, -0.0011],
        [0.2919, 0.6922, 0.0419],
        [0.1572, 0.0666, 0.7841],
    ];
    profile(*b"RGB ", 2.2, colours)
}

fn adobe_rgb() -> Vec<u8> {
    let colours = [
        [0.6097, 0.3111, 0.0195],
        [0.2053, 0.6257, 0.0609],
        [0.1492, 0.0632, 0.7446],
    ];
    profile(*b"RGB ", 2.2, colours)
}

fn grey(gamma: f64) -> Vec<u8> {
    profile(*b"GRAY", gamma, [[0.0; 3]; 3])
}

fn jpeg(colour: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
    encoder.add_icc_profile(profile).expect("a profile");
    let kind = match colour.len() {
        1 => jpeg_encoder::ColorType::Luma,
        3 => jpeg_encoder::ColorType::Rgb,
        _ => jpeg_encoder::ColorType::Cmyk,
    };
    encoder
        .encode(&colour.repeat(600 * 400), 600, 400, kind)
        .expect("a picture");
    file
}

fn png(colour: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(profile).expect("memory");
    let chunk = [b"x\0\0".to_vec(), packer.finish().expect("memory")].concat();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 600, 400);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a head");
    writer
        .write_chunk(png::chunk::iCCP, &chunk)
        .expect("a chunk");
    writer
        .write_image_data(&colour.repeat(600 * 400))
        .expect("points");
    writer.finish().expect("an end");
    file
}

fn webp(colour: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut file);
    encoder.set_icc_profile(profile.to_vec());
    let points = colour.repeat(600 * 400);
    encoder
        .encode(&points, 600, 400, image_webp::ColorType::Rgb8)
        .expect("a picture");
    file
}

/// The colour in the middle of what is published of a picture of one colour.
fn published(picture: &[u8]) -> [u8; 3] {
    let portal = Portal::small()
        .with(&format!("{FIRST_FOLDER}/files/ghat.jpg"), picture)
        .with(
            &format!("{FIRST_FOLDER}/pages/ghat.md"),
            "---\ntitle: ঘাট\n---\n![নদী](/files/ghat.jpg)\n",
        );
    portal.build().succeeds();
    let output = portal.output();
    let (name, bytes) = output
        .iter()
        .find(|(name, _)| name.starts_with(SHOWN))
        .expect("a picture");
    if name.ends_with(".png") {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .expect("a head");
        assert!(reader.info().icc_profile.is_none());
        let mut points = vec![0; reader.output_buffer_size().expect("a size")];
        let read = reader.next_frame(&mut points).expect("points");
        let channels = read.color_type.samples();
        return [0, 1, 2].map(|colour| points[colour % channels]);
    }
    let (width, height, points) = seen(bytes);
    let middle = (height / 2 * width + width / 2) * points.len() / (width * height);
    [0, 1, 2].map(|colour| points[(middle + colour).min(points.len() - 1)])
}

#[track_caller]
fn is_near(colour: [u8; 3], wanted: [u8; 3]) {
    let is_near = colour
        .iter()
        .zip(wanted)
        .all(|(one, other)| one.abs_diff(other) <= 3);
    assert!(is_near, "{colour:?} is not {wanted:?}");
}

#[test]
fn colours_of_telephones_and_cameras_become_those_of_browsers() {
    // As Little CMS converts them, with relative colours.
    for (profile, wanted) in [(display_p3(), [218, 67, 74]), (adobe_rgb(), [230, 79, 79])] {
        for picture in [
            jpeg(&RED, &profile),
            png(&RED, &profile),
            webp(&RED, &profile),
        ] {
            is_near(published(&picture), wanted);
        }
    }
}

#[test]
fn a_grey_picture_has_the_light_that_its_profile_says() {
    is_near(published(&jpeg(&[100], &grey(1.0))), [168; 3]);
    is_near(published(&jpeg(&[100], &grey(2.2))), [100; 3]);
}

#[test]
fn what_is_srgb_already_stays_as_it_is() {
    let colours = [
        [0.4361, 0.2225, 0.0139],
        [0.3851, 0.7169, 0.0971],
        [0.1431, 0.0606, 0.7139],
    ];
    is_near(
        published(&jpeg(&RED, &profile(*b"RGB ", 2.2, colours))),
        RED,
    );
}

#[test]
fn a_profile_that_cannot_be_used_stops_nobody() {
    let p3 = display_p3();
    let mut lies = p3.clone();
    lies[128..132].copy_from_slice(&[0xFF; 4]);
    let mut beyond = p3.clone();
    beyond[136..140].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xF0]);
    let too_large = [p3.clone(), vec![0; 2 << 20]].concat();
    for profile in [
        &b"nonsense"[..],
        &p3[..140],
        &lies,
        &beyond,
        &too_large,
        &profile(*b"CMYK", 2.2, [[0.1; 3]; 3]),
        &grey(1.8),
    ] {
        for picture in [jpeg(&RED, profile), png(&RED, profile), webp(&RED, profile)] {
            is_near(published(&picture), RED);
        }
    }
}

#[test]
fn a_picture_for_a_press_is_shown_whatever_its_profile_says() {
    let press = profile(*b"CMYK", 2.2, [[0.1; 3]; 3]);
    let with = published(&jpeg(&[0, 255, 255, 0], &press));
    is_near(with, published(&jpeg(&[0, 255, 255, 0], b"nonsense")));
}
