//! Where an office stands on the map.

use std::fmt;

use super::digits;

/// A place in Bangladesh, in degrees of WGS 84, as `geo:` addresses have it (RFC 5870).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coordinates {
    latitude: Degrees,
    longitude: Degrees,
}

/// Millionths of a degree: a tenth of a metre, which is finer than anybody measures a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degrees(u32);

/// What lies between these is Bangladesh or close to it.
const LATITUDES: [u32; 2] = [20_300_000, 26_700_000];
const LONGITUDES: [u32; 2] = [88_000_000, 92_700_000];

impl Coordinates {
    /// A place, when it is in Bangladesh; whoever swaps both numbers ends up outside.
    #[must_use]
    pub fn new(latitude: Degrees, longitude: Degrees) -> Option<Self> {
        let within = |Degrees(value): Degrees, [from, to]: [u32; 2]| (from..=to).contains(&value);
        let fits = within(latitude, LATITUDES) && within(longitude, LONGITUDES);
        fits.then_some(Self {
            latitude,
            longitude,
        })
    }

    /// Degrees north.
    #[must_use]
    pub fn latitude(self) -> Degrees {
        self.latitude
    }

    /// Degrees east.
    #[must_use]
    pub fn longitude(self) -> Degrees {
        self.longitude
    }
}

impl Degrees {
    /// Accepts `23.7912` in Bangla or Latin digits; what is finer than a millionth is left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let latin = digits::to_latin(text.trim());
        let (whole, part) = latin.split_once('.').unwrap_or((&latin, "0"));
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !number(whole) || !number(part) || whole.len() > 3 {
            return None;
        }
        let millionths: String = part.chars().chain("000000".chars()).take(6).collect();
        let whole: u32 = whole.parse().ok()?;
        let millionths: u32 = millionths.parse().ok()?;
        Some(Self(whole * 1_000_000 + millionths))
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1_000_000.0
    }
}

impl fmt::Display for Degrees {
    /// In ASCII digits, without zeros at the end: `23.7912`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:06}", self.0 / 1_000_000, self.0 % 1_000_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(latitude: &str, longitude: &str) -> Option<String> {
        let place = Coordinates::new(Degrees::parse(latitude)?, Degrees::parse(longitude)?)?;
        Some(format!("{},{}", place.latitude(), place.longitude()))
    }

    #[test]
    fn degrees_are_read_in_either_script() {
        assert_eq!(read("২৩.৭৯১২", "90.5").as_deref(), Some("23.7912,90.5"));
        assert_eq!(read("24", " 90.12345678 ").as_deref(), Some("24,90.123456"));
    }

    #[test]
    fn what_is_no_number_or_not_in_bangladesh_is_refused() {
        for (latitude, longitude) in [
            ("90.5", "23.8"),
            ("20.29", "90"),
            ("26.8", "90"),
            ("23", "87.9"),
            ("23", "92.8"),
            ("23,8", "90"),
            ("23.", "90"),
            ("-23", "90"),
            ("২৩° ৪৭′", "90"),
        ] {
            assert_eq!(read(latitude, longitude), None, "{latitude} {longitude}");
        }
    }
}
