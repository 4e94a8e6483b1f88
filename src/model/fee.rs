//! What a fee of the charter means, read beside its text.
//!
//! A charter is an official text: what is written is printed letter for letter. The meaning serves data, badges and
//! checks; what cannot be read, a fee with a condition for instance, stays text and never hinders publishing.

use super::digits;

/// What a service costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fee {
    /// `বিনামূল্যে`.
    Free,
    /// A sum in whole taka.
    Taka(u32),
    /// A sum that is no whole taka, in poisha.
    Poisha(u32),
    /// `নীতিমালা অনুযায়ী`: a rule elsewhere decides.
    ByPolicy,
    /// Anything else.
    Unread,
}

impl Fee {
    /// Reads the cell `সেবার মূল্য`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        if matches!(text, "বিনামূল্যে" | "বিনা মূল্যে" | "নেই" | "ফ্রি")
        {
            return Self::Free;
        }
        if text.contains("নীতিমালা") {
            return Self::ByPolicy;
        }
        let latin = digits::to_latin(text);
        let latin = latin.trim_end_matches("মাত্র").trim_end();
        let sum = latin.trim_end_matches("টাকা").trim().trim_end_matches("/-");
        let (taka, poisha) = sum.split_once('.').unwrap_or((sum, ""));
        let poisha = match poisha.len() {
            0 if !sum.ends_with('.') => Ok(0),
            // `৭.৫` is half a taka.
            1 => poisha.parse().map(|tenths: u8| tenths * 10),
            2 => poisha.parse::<u8>(),
            _ => return Self::Unread,
        };
        // `১,০০০`, `১,০০,০০০`
        match (taka.replace(',', "").parse::<u32>(), poisha) {
            (Ok(taka), Ok(0)) => Self::Taka(taka),
            (Ok(taka), Ok(poisha)) => (taka.checked_mul(100))
                .map_or(Self::Unread, |sum| Self::Poisha(sum + u32::from(poisha))),
            _ => Self::Unread,
        }
    }
}
