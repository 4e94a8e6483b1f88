//! What a charter's fee and time mean, read beside their text.
//!
//! A charter is an official text: what is written is printed letter for letter. The meaning serves data, badges and
//! checks; what cannot be read stays text and never hinders publishing.

use super::digits;

/// What a service costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fee {
    /// `বিনামূল্যে`.
    Free,
    /// A sum in taka, without poisha.
    Taka(u32),
    /// `নীতিমালা অনুযায়ী`: a rule elsewhere decides.
    ByPolicy,
    /// Anything else.
    Unread,
}

/// One of the limits that a cell of the column `সময়সীমা` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeLimit {
    /// `তাৎক্ষণিক`.
    Immediate,
    /// A number of working days.
    WorkingDays(u16),
    /// `নির্দেশনা অনুযায়ী`.
    AsDirected,
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
        let sum = latin
            .trim_end_matches("টাকা")
            .trim()
            .trim_end_matches("/-")
            .trim_end_matches(".00");
        sum.parse().map_or(Self::Unread, Self::Taka)
    }
}

impl TimeLimit {
    /// Reads the cell `সেবা প্রদানের সময়সীমা`, which may name several limits: `তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস`.
    #[must_use]
    pub fn read(text: &str) -> Vec<Self> {
        text.split('/').filter_map(Self::read_one).collect()
    }

    fn read_one(part: &str) -> Option<Self> {
        let part = part.trim();
        if part.starts_with("তাৎক্ষণিক") {
            return Some(Self::Immediate);
        }
        if part.starts_with("নির্দেশনা") {
            return Some(Self::AsDirected);
        }
        let latin = digits::to_latin(part);
        let figures = latin.bytes().take_while(u8::is_ascii_digit).count();
        let days = latin[..figures].parse().ok()?;
        // The number may stand again as a word: `০৫ (পাঁচ) কার্যদিবস`.
        let rest = latin[figures..].trim_start();
        let rest = rest
            .strip_prefix('(')
            .and_then(|word| word.split_once(')'))
            .map_or(rest, |(_, rest)| rest.trim_start());
        (rest.starts_with("কার্যদিবস") || rest.starts_with("কর্মদিবস") || rest.starts_with("কর্ম দিবস"))
            .then_some(Self::WorkingDays(days))
    }
}
