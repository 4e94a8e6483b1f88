//! How the camera was held: the one thing that is read from what it wrote beside the pixels (EXIF), and undone.

use super::Raster;

/// How a picture is to be turned to stand upright: mirrored left to right, then turned by quarters clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Orientation {
    mirrored: bool,
    quarters: u8,
}

/// The tag of the orientation (EXIF 2.3, 4.6.4 A).
const ORIENTATION: u16 = 0x0112;

impl Orientation {
    /// Reads the orientation; what cannot be read needs no turn.
    pub(super) fn read(exif: &[u8]) -> Self {
        match orientation(exif) {
            Some(2) => Self::of(true, 0),
            Some(3) => Self::of(false, 2),
            Some(4) => Self::of(true, 2),
            Some(5) => Self::of(true, 3),
            Some(6) => Self::of(false, 1),
            Some(7) => Self::of(true, 1),
            Some(8) => Self::of(false, 3),
            _ => Self::default(),
        }
    }

    fn of(mirrored: bool, quarters: u8) -> Self {
        Self { mirrored, quarters }
    }

    /// Width and height before the turn, of what has these after it; and the other way round.
    pub(super) fn turned_size(self, width: usize, height: usize) -> (usize, usize) {
        if self.quarters % 2 == 1 {
            (height, width)
        } else {
            (width, height)
        }
    }

    pub(super) fn apply(self, raster: Raster) -> Raster {
        if self == Self::default() {
            return raster;
        }
        let Raster {
            width: from_width,
            height: from_height,
            channels,
            pixels,
        } = raster;
        let (width, height) = self.turned_size(from_width, from_height);
        let mut turned = Vec::with_capacity(pixels.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match self.quarters {
                    0 => (x, y),
                    1 => (y, from_height - 1 - x),
                    2 => (from_width - 1 - x, from_height - 1 - y),
                    _ => (from_width - 1 - y, x),
                };
                let from_x = if self.mirrored {
                    from_width - 1 - from_x
                } else {
                    from_x
                };
                let at = (from_y * from_width + from_x) * channels;
                turned.extend_from_slice(&pixels[at..at + channels]);
            }
        }
        Raster {
            width,
            height,
            channels,
            pixels: turned,
        }
    }
}

/// The orientation in the first directory of EXIF data, which is a small TIFF file.
fn orientation(exif: &[u8]) -> Option<u16> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let big = match exif.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let pair = |at: usize| -> Option<u16> {
        let bytes = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        })
    };
    let (one, other) = (usize::from(pair(4)?), usize::from(pair(6)?));
    let directory = if big {
        one << 16 | other
    } else {
        other << 16 | one
    };
    let entries = usize::from(pair(directory)?);
    (0..entries)
        .map(|entry| directory + 2 + entry * 12)
        .find(|entry| pair(*entry) == Some(ORIENTATION))
        .and_then(|entry| pair(entry + 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two pixels beside each other, then what the eye must see, row by row.
    fn turned(orientation: u8) -> (usize, Vec<u8>) {
        let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([orientation, 0, 0]);
        let raster = Raster {
            width: 3,
            height: 2,
            channels: 1,
            pixels: vec![1, 2, 3, 4, 5, 6],
        };
        let orientation = Orientation::read(&exif).apply(raster);
        (orientation.width, orientation.pixels)
    }

    #[test]
    fn each_of_the_eight_orientations_is_undone() {
        assert_eq!(turned(1), (3, vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(turned(2), (3, vec![3, 2, 1, 6, 5, 4]));
        assert_eq!(turned(3), (3, vec![6, 5, 4, 3, 2, 1]));
        assert_eq!(turned(4), (3, vec![4, 5, 6, 1, 2, 3]));
        assert_eq!(turned(5), (2, vec![1, 4, 2, 5, 3, 6]));
        assert_eq!(turned(6), (2, vec![4, 1, 5, 2, 6, 3]));
        assert_eq!(turned(7), (2, vec![6, 3, 5, 2, 4, 1]));
        assert_eq!(turned(8), (2, vec![3, 6, 2, 5, 1, 4]));
    }

    #[test]
    fn what_is_no_exif_needs_no_turn() {
        for exif in [&b""[..], b"MM\0*", b"II*\0\xff\xff\xff\xff", b"nonsense"] {
            assert_eq!(Orientation::read(exif), Orientation::default());
        }
    }
}
