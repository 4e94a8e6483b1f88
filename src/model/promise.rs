//! What a charter's fee and time mean, read beside their text.
//!
//! A charter is an official text: what is written is printed letter for letter. The meaning serves data, badges and
//! checks; what cannot be read stays text and never hinders publishing.

use super::{Span, digits};

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

/// Words behind which a number of days is no promise of the latest day: at least so many, or again and again.
const NO_LIMIT: [&str; 13] = [
    "কমপক্ষে",
    "কমপক্ষেও",
    "অন্তত",
    "ন্যূনতম",
    "নূন্যতম",
    "নুন্যতম",
    "ন্যুনতম",
    "সর্বনিম্ন",
    "পর পর",
    "পরপর",
    "অন্তর",
    "প্রতি ",
    "পরে",
];

impl TimeLimit {
    /// Reads the cell `সেবা প্রদানের সময়সীমা`, which may name several limits: `তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস`.
    #[must_use]
    pub fn read(text: &str) -> Vec<Self> {
        text.split('/').filter_map(Self::read_one).collect()
    }

    /// The number of working days that limits promise, if they promise one.
    #[must_use]
    pub fn working_days(limits: &[Self]) -> Option<u16> {
        limits.iter().find_map(|limit| match limit {
            Self::WorkingDays(days) => Some(*days),
            _ => None,
        })
    }

    /// Whether a text with figures says something other than until when: `কমপক্ষে ০৩ দিন`, `৩ মাস পর পর`.
    #[must_use]
    pub fn is_none(text: &str) -> bool {
        NO_LIMIT.iter().any(|word| text.contains(word))
    }

    fn read_one(part: &str) -> Option<Self> {
        let part = part.trim().trim_end_matches('।');
        if matches!(part, "তাৎক্ষণিক" | "তাৎক্ষণিকভাবে")
        {
            return Some(Self::Immediate);
        }
        if part.starts_with("নির্দেশনা") {
            return Some(Self::AsDirected);
        }
        Span::read(part)?.working_days().map(Self::WorkingDays)
    }
}
