//! The sizes of a picture that are shown, and the names of their files.

use crate::model::{Dimensions, Picture};

/// Changes whenever the same picture is made into other bytes: a new size, quality, or version of a package that decodes or
/// encodes. It is part of the names, so that no browser and no portal keeps what was made before.
const SETTINGS: &[u8] = b"1";

/// In pixels: half a wide text or a phone's width; a phone with two pixels for one of a style sheet; the whole text, and what opens larger.
const WIDTHS: [u32; 3] = [480, 720, 960];

/// A scanned letter fits; a picture of a whole roll does not.
const TALLEST: u32 = 1920;

/// How wide the text is at most, and how high a picture in it, in pixels of a style sheet: a letter or a portrait then stands
/// on the screen as a whole.
const TEXT: Dimensions = Dimensions {
    width: 756,
    height: 720,
};

/// The sizes that are shown, the widest last; none is wider than the picture itself.
#[must_use]
pub fn sizes(dimensions: Dimensions) -> Vec<Dimensions> {
    let widest = WIDTHS[2]
        .min(dimensions.width)
        .min(fitting(dimensions, TALLEST));
    // One that is nearly as wide would save nothing.
    let narrower = WIDTHS.iter().filter(|width| **width * 5 <= widest * 4);
    let mut sizes: Vec<Dimensions> = narrower.map(|width| dimensions.at_width(*width)).collect();
    sizes.push(dimensions.at_width(widest));
    sizes
}

/// How wide a picture stands in the text of a wide screen, in pixels of a style sheet.
#[must_use]
pub(crate) fn shown_width(dimensions: Dimensions) -> u32 {
    TEXT.width
        .min(dimensions.width)
        .min(fitting(dimensions, TEXT.height))
}

/// The width at which a picture has a height.
fn fitting(dimensions: Dimensions, height: u32) -> u32 {
    let width = u64::from(dimensions.width) * u64::from(height) / u64::from(dimensions.height);
    u32::try_from(width).unwrap_or(u32::MAX).max(1)
}

/// Where a size of a picture lies in the portal: below `assets/`, which browsers may keep for ever, for the name changes
/// with the picture.
#[must_use]
pub(crate) fn path(picture: &Picture, width: u32, ending: &str) -> String {
    let name = &picture.file.name;
    let stem = name.rsplit_once('.').map_or(&**name, |(stem, _)| stem);
    let mut digest = blake3::Hasher::new();
    digest.update(&picture.file.digest).update(SETTINGS);
    let digest = &digest.finalize().to_hex()[..16];
    format!("assets/pictures/{stem}-{width}.{digest}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(width: u32, height: u32) -> Vec<u32> {
        let sizes = sizes(Dimensions { width, height });
        sizes.iter().map(|size| size.width).collect()
    }

    #[test]
    fn no_size_is_wider_than_the_picture() {
        assert_eq!(widths(4000, 3000), [480, 720, 960]);
        assert_eq!(widths(3000, 4000), [480, 720, 960]);
        assert_eq!(widths(960, 720), [480, 720, 960]);
        assert_eq!(widths(800, 600), [480, 800]);
        assert_eq!(widths(500, 375), [500]);
        assert_eq!(widths(1, 1), [1]);
    }

    #[test]
    fn a_roll_is_narrower() {
        assert_eq!(widths(1000, 40_000), [48]);
        assert_eq!(
            sizes(Dimensions {
                width: 1,
                height: 9000
            })[0]
                .height,
            9000
        );
    }

    #[test]
    fn a_letter_stands_on_the_screen_as_a_whole() {
        let letter = Dimensions {
            width: 2480,
            height: 3508,
        };
        assert_eq!(shown_width(letter), 509);
        assert_eq!(
            shown_width(Dimensions {
                width: 4000,
                height: 3000
            }),
            756
        );
        assert_eq!(
            shown_width(Dimensions {
                width: 300,
                height: 200
            }),
            300
        );
    }
}
