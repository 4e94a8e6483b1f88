//! What a time limit of the charter means: read once, beside its text, into its parts. Data, badges, the days of the
//! calendar, the words in another language and the checks all come from these.
//!
//! As with a fee, what is written is printed letter for letter, and what cannot be read stays text.

use super::Days;

/// What a cell of the column `সময়সীমা` says: its parts, between which it has a `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct TimeLimit(Vec<Limit>);

/// One part of a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// `তাৎক্ষণিক`.
    AtOnce,
    /// `০৫ (পাঁচ) কার্যদিবস`, or with its condition: `০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে)`.
    Within {
        /// So many days.
        days: Days,
        /// Whether it is promised only where it applies.
        where_it_applies: bool,
    },
    /// `নির্দেশনা অনুযায়ী`.
    AsDirected,
    /// No latest day, even if there is a number: `কমপক্ষে ০৩ দিন`, `৩ মাস পর পর`.
    NoLatest,
    /// Anything else, and all that has another condition: a day that is printed is taken for a promise.
    Unread,
}

/// Words behind which a number of days is no promise of the latest day: at least so many, or again and again.
const NO_LATEST: [&str; 13] = [
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

/// The one condition that is understood; most limits of the seed's charter end so.
pub(super) const WHERE_IT_APPLIES: &str = "(প্রযোজ্য ক্ষেত্রে)";

impl TimeLimit {
    /// Reads a cell, which may name several limits: `তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(text.split('/').map(Limit::read).collect())
    }

    /// Its parts, as many as are written.
    #[must_use]
    pub fn parts(&self) -> &[Limit] {
        &self.0
    }

    /// Whether it says that something is done at once, whatever else it says.
    #[must_use]
    pub fn says_at_once(&self) -> bool {
        self.0.contains(&Limit::AtOnce)
    }

    /// Whether it says something other than until when.
    #[must_use]
    pub fn says_no_latest(&self) -> bool {
        self.0.contains(&Limit::NoLatest)
    }

    /// The days from the earliest to the latest; `None` when any part of it cannot be counted.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        Days::from_to(self.0.iter().map(|part| part.days()))
    }

    /// The number of working days that it promises, if it promises one and nothing else than at once.
    #[must_use]
    pub fn working_days(&self) -> Option<u16> {
        let later = self.0.iter().filter(|part| **part != Limit::AtOnce);
        Days::from_to(later.map(|part| part.days()))?.working()
    }
}

impl Limit {
    fn read(part: &str) -> Self {
        if NO_LATEST.iter().any(|word| part.contains(word)) {
            return Self::NoLatest;
        }
        let part = part.trim().trim_end_matches('।').trim_end();
        if matches!(part, "তাৎক্ষণিক" | "তাৎক্ষণিকভাবে")
        {
            return Self::AtOnce;
        }
        if part.starts_with("নির্দেশনা") {
            return Self::AsDirected;
        }
        let where_it_applies = part.contains(WHERE_IT_APPLIES);
        let words = part.strip_suffix(WHERE_IT_APPLIES).unwrap_or(part);
        Days::read(words).map_or(Self::Unread, |days| Self::Within {
            days,
            where_it_applies,
        })
    }

    fn days(self) -> Option<Days> {
        match self {
            Self::AtOnce => Some(Days::AT_ONCE),
            Self::Within { days, .. } => Some(days),
            Self::AsDirected | Self::NoLatest | Self::Unread => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_counted_when_all_of_it_can_be() {
        for (text, read) in [
            ("তাৎক্ষণিক", Some("0")),
            ("তাৎক্ষণিক।", Some("0")),
            ("০৫ (পাঁচ) কার্যদিবস", Some("5")),
            ("7 কর্ম দিবস", Some("7")),
            ("১-৭ কার্যদিবস", Some("1-7")),
            ("৩ (তিন) – ৫ (পাঁচ) কার্যদিবসের মধ্যে", Some("3-5")),
            ("তাৎক্ষণিক/ ০৫ (পাঁচ) কার্যদিবস", Some("0-5")),
            ("তাৎক্ষণিক/ ৩ দিন", Some("0-3d")),
            ("০৫ (পাঁচ) কার্যদিবস (প্রযোজ্য ক্ষেত্রে)", Some("5")),
            ("৩০ দিন", Some("30d")),
            ("সর্বোচ্চ ২৮ দিন", Some("28d")),
            ("০ কার্যদিবস", Some("0")),
            ("তাৎক্ষণিক/কার্যদিবস (প্রযোজ্য ক্ষেত্রে)", None),
            ("৫ কার্যদিবস (শুনানি সাপেক্ষে)", None),
            ("সর্বোচ্চ ২৮ দিন (জরুরি ১২ দিন", None),
            ("৩ কার্যদিবস/ ৩০ দিন", None),
            ("৭-১ কার্যদিবস", None),
            ("২(দুই) মাস", None),
            ("৩০মিনিট", None),
            ("৫০০০ দিন", None),
            ("নির্দেশনা অনুযায়ী", None),
            ("", None),
        ] {
            let shown = TimeLimit::read(text).days().map(|days| days.to_string());
            assert_eq!(shown.as_deref(), read, "{text}");
        }
    }
}
