//! The one place that converts digits: Bangla on the page, ASCII in data, `tel:` and `datetime`.

const BANGLA_ZERO: u32 = 0x09E6;

/// The value of a Bangla or Latin digit.
#[must_use]
pub fn value(digit: char) -> Option<u32> {
    digit.to_digit(10).or_else(|| {
        let value = (digit as u32).checked_sub(BANGLA_ZERO)?;
        (value < 10).then_some(value)
    })
}

/// Whether a sign is a digit of either script.
#[must_use]
pub fn is_digit(sign: char) -> bool {
    value(sign).is_some()
}

/// Replaces every Latin digit by its Bangla one; all else stays.
#[must_use]
pub fn to_bangla(text: &str) -> String {
    text.chars()
        .map(|c| {
            c.to_digit(10)
                .and_then(|d| char::from_u32(BANGLA_ZERO + d))
                .unwrap_or(c)
        })
        .collect()
}

/// Replaces every Bangla digit by its Latin one; all else stays.
#[must_use]
pub fn to_latin(text: &str) -> String {
    text.chars()
        .map(|c| value(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c))
        .collect()
}

/// A number in Bangla digits.
#[must_use]
pub fn number(n: usize) -> String {
    to_bangla(&n.to_string())
}
