//! A picture made smaller: each new pixel is the mean of the area that it covers, which neither blurs nor adds edges, and is
//! done in whole numbers.

use super::Raster;

/// One, as means are kept until the last step.
const ONE: u64 = 1 << 16;

/// Makes a picture smaller; one of this size already stays as it is.
pub(super) fn to(raster: &Raster, width: usize, height: usize) -> Raster {
    let channels = raster.channels;
    let spans = spans(raster.width, width);
    let mut pixels = Vec::with_capacity(width * height * channels);
    let mut row = vec![0_u64; width * channels];
    for span in self::spans(raster.height, height) {
        let mut sum = vec![0_u64; width * channels];
        for (at, y) in (span.first..=span.last).enumerate() {
            let from = y * raster.width * channels;
            let line = &raster.pixels[from..from + raster.width * channels];
            means(line, channels, &spans, &mut row);
            let weight = span.weight(at);
            for (sum, mean) in sum.iter_mut().zip(&row) {
                *sum += mean * weight;
            }
        }
        round(&sum, channels, &mut pixels);
    }
    Raster {
        width,
        height,
        channels,
        pixels,
    }
}

/// The old pixels that a new one covers, the outer two only in part.
struct Span {
    first: usize,
    last: usize,
    /// Parts of [`ONE`]: of the first, of each whole one, of the last.
    weights: [u64; 3],
}

impl Span {
    fn weight(&self, at: usize) -> u64 {
        if at == 0 {
            self.weights[0]
        } else if self.first + at == self.last {
            self.weights[2]
        } else {
            self.weights[1]
        }
    }
}

fn spans(from: usize, to: usize) -> Vec<Span> {
    let share = |part: usize| part as u64 * ONE / from as u64;
    let span = |at: usize| {
        // In units of which an old pixel has `to` and a new one `from`.
        let (start, end) = (at * from, (at + 1) * from);
        let (first, last) = (start / to, (end - 1) / to);
        let inner = share(to);
        let mut weights = [share((first + 1) * to - start), inner, 0];
        if first == last {
            weights[0] = ONE;
        } else {
            // What rounding took away goes to the last, so that all weights are one.
            weights[2] = ONE - weights[0] - inner * (last - first - 1) as u64;
        }
        Span {
            first,
            last,
            weights,
        }
    };
    (0..to).map(span).collect()
}

/// The means of a line. Colours count by their opacity, so that what nobody sees tints nothing.
fn means(line: &[u8], channels: usize, spans: &[Span], row: &mut [u64]) {
    let alpha = alpha(channels);
    for (x, span) in spans.iter().enumerate() {
        for channel in 0..channels {
            let value = |pixel: usize| {
                let value = u64::from(line[pixel * channels + channel]);
                match alpha {
                    Some(last) if channel < last => {
                        value * u64::from(line[pixel * channels + last])
                    }
                    _ => value,
                }
            };
            let mut inner = 0;
            if alpha.is_some() {
                inner = (span.first + 1..span.last).map(value).sum();
            } else {
                // Every pixel of a photograph passes here: told in the fewest steps, for a build for development takes each.
                let mut at = (span.first + 1) * channels + channel;
                let end = span.last * channels;
                while at < end {
                    inner += u64::from(line[at]);
                    at += channels;
                }
            }
            let [first, whole, last] = span.weights;
            let ends = value(span.first) * first + value(span.last) * last;
            row[x * channels + channel] = inner * whole + ends;
        }
    }
}

/// Which channel is the alpha.
pub(super) fn alpha(channels: usize) -> Option<usize> {
    matches!(channels, 2 | 4).then(|| channels - 1)
}

fn round(sums: &[u64], channels: usize, pixels: &mut Vec<u8>) {
    let alpha = alpha(channels);
    let byte = |value: u64| u8::try_from(value.min(255)).unwrap_or(u8::MAX);
    for pixel in sums.chunks_exact(channels) {
        for (channel, sum) in pixel.iter().enumerate() {
            let mean = match alpha {
                Some(last) if channel < last => (sum + pixel[last] / 2)
                    .checked_div(pixel[last])
                    .unwrap_or(0),
                _ => (sum + ONE * ONE / 2) / (ONE * ONE),
            };
            pixels.push(byte(mean));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resized(width: usize, channels: usize, pixels: &[u8], to_width: usize) -> Vec<u8> {
        let raster = Raster {
            width,
            height: pixels.len() / width / channels,
            channels,
            pixels: pixels.to_vec(),
        };
        to(&raster, to_width, 1).pixels
    }

    #[test]
    fn a_point_is_the_mean_of_what_it_covers() {
        assert_eq!(resized(4, 1, &[0, 100, 200, 200], 2), [50, 200]);
        assert_eq!(resized(3, 1, &[0, 90, 240], 2), [30, 190]);
        assert_eq!(resized(2, 1, &[10, 20, 30, 40], 1), [25]);
        assert_eq!(resized(3, 3, &[255; 9], 2), [255; 6]);
    }

    #[test]
    fn a_picture_of_the_same_size_stays_as_it_is() {
        assert_eq!(resized(3, 1, &[1, 2, 255], 3), [1, 2, 255]);
    }

    #[test]
    fn what_is_not_seen_tints_nothing() {
        // A red pixel beside a green one that nobody sees.
        let pixels = [200, 0, 0, 255, 0, 255, 0, 0];
        assert_eq!(resized(2, 4, &pixels, 1), [200, 0, 0, 128]);
        assert_eq!(resized(2, 2, &[9, 0, 7, 0], 1), [0, 0]);
    }
}
