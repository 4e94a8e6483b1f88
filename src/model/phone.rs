//! Telephone numbers of Bangladesh: printed as they are written, dialled in one form.

use std::fmt;

use super::digits;

/// A number that can be dialled from anywhere. Two that are written in different ways are different texts; what they dial
/// says [`Phone::international`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// As somebody wrote it: digits, spaces and hyphens.
    written: String,
    /// What follows `+880`.
    national: String,
}

/// Why a text is no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhoneError {
    /// A sign that no number has.
    Sign(char),
    /// A mobile number (01…) has 11 digits; this one has so many.
    MobileLength(usize),
    /// A land line has 7 to 11 digits with its leading 0; this one has so many.
    LandLineLength(usize),
    /// It begins neither with 0 nor with +880.
    Prefix,
    /// A lone leading zero was lost, as Excel does: `1781271934`.
    LostZero,
}

impl Phone {
    /// Reads a number in Bangla or Latin digits, with spaces and hyphens between groups, with or without `+880`.
    ///
    /// # Errors
    /// When it cannot be dialled as written.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let latin = digits::to_latin(text);
        let (international, rest) = match latin.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, latin.as_str()),
        };
        if let Some(sign) = rest
            .chars()
            .find(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '-'))
        {
            return Err(PhoneError::Sign(sign));
        }
        let figures: String = rest.chars().filter(char::is_ascii_digit).collect();
        let national = if international {
            figures.strip_prefix("880").ok_or(PhoneError::Prefix)?
        } else if let Some(national) = figures.strip_prefix('0') {
            national
        } else if figures.len() == 10 && figures.starts_with('1') {
            return Err(PhoneError::LostZero);
        } else {
            return Err(PhoneError::Prefix);
        };
        // With the leading 0: mobiles have 11 digits, land lines 7 (small exchanges) to 11.
        let length = national.len() + 1;
        if national.starts_with('1') && length != 11 {
            return Err(PhoneError::MobileLength(length));
        }
        if !(7..=11).contains(&length) || national.starts_with('0') {
            return Err(PhoneError::LandLineLength(length));
        }
        Ok(Self {
            written: text.trim().to_owned(),
            national: national.to_owned(),
        })
    }

    /// For `tel:` and data: `+8801781271934`.
    #[must_use]
    pub fn international(&self) -> String {
        format!("+880{}", self.national)
    }

    /// The form in which most offices write it: a mobile as `০১৭৮১২৭১৯৩৪`, a land line as `+৮৮০ ২৪৭৬৫১২৮৭`.
    #[must_use]
    pub fn usual(&self) -> String {
        let figures = digits::to_bangla(&self.national);
        if self.national.starts_with('1') {
            format!("০{figures}")
        } else {
            format!("+৮৮০ {figures}")
        }
    }
}

impl fmt::Display for Phone {
    /// As it is written, letter for letter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
