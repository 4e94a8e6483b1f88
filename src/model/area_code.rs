//! জেলা/উপজেলার কোড: the code of a district or an upazila, kept in ASCII digits, shown in Bangla.

use std::fmt;

use super::digits;

/// The code that the form of field offices asks for beside the telephone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode(String);

impl AreaCode {
    /// Accepts two to six digits, Bangla or Latin: what telephone exchanges and the census use.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let latin = digits::to_latin(text.trim());
        let fits = (2..=6).contains(&latin.len()) && latin.bytes().all(|b| b.is_ascii_digit());
        fits.then_some(Self(latin))
    }

    /// In ASCII digits, for data.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&digits::to_bangla(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_digits_of_either_script_and_keeps_its_zeros() {
        for text in ["0671", "০৬৭১", " ০৬71 "] {
            let code = AreaCode::parse(text).expect("a code");
            assert_eq!((code.as_str(), &*code.to_string()), ("0671", "০৬৭১"));
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "৬", "67-68", "রূপগঞ্জ", "01781271934", "৬৭ ৬৮"] {
            assert_eq!(AreaCode::parse(text), None, "{text}");
        }
    }
}
