//! A time limit as days that can be counted on a calendar, for pages that say until when.

use std::fmt;

use super::digits;

/// The days after the day of application within which something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// At the earliest; the same as `most` unless a range is promised. 0 is at once.
    least: u16,
    /// At the latest.
    most: u16,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    /// কার্যদিবস: days on which offices are open.
    WorkingDays,
    /// দিন: days of the calendar.
    Days,
}

/// Nobody promises more than a year in days.
const LONGEST: u16 = 366;

/// Behind a limit, and no condition on its days; most limits of the seed's charter end so.
pub(crate) const WHERE_IT_APPLIES: &str = "(প্রযোজ্য ক্ষেত্রে)";

const UNITS: [(&str, Unit); 5] = [
    ("কার্যদিবস", Unit::WorkingDays),
    ("কার্য দিবস", Unit::WorkingDays),
    ("কর্মদিবস", Unit::WorkingDays),
    ("কর্ম দিবস", Unit::WorkingDays),
    ("দিন", Unit::Days),
];

impl Span {
    /// Reads the cell of a time limit: `তাৎক্ষণিক`, `০৫ (পাঁচ) কার্যদিবস`, `১-৭ কার্যদিবস`, `সর্বোচ্চ ৩০ দিন`, and several of
    /// them with `/` between. `None` when any part says something else, a condition for instance: a day that is printed is
    /// taken for a promise.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let latin = digits::to_latin(text);
        let mut parts = latin.split('/').map(|part| Self::read_one(part.trim()));
        let first = parts.next()??;
        parts.try_fold(first, |whole, part| whole.and(part?))
    }

    /// The number of working days, when it is one number of them.
    #[must_use]
    pub fn working_days(self) -> Option<u16> {
        let is_one = self.least == self.most && self.unit == Unit::WorkingDays;
        is_one.then_some(self.most)
    }

    fn read_one(part: &str) -> Option<Self> {
        if matches!(part, "তাৎক্ষণিক" | "তাৎক্ষণিকভাবে")
        {
            return Some(Self {
                least: 0,
                most: 0,
                unit: Unit::WorkingDays,
            });
        }
        let part = part.strip_prefix("সর্বোচ্চ").unwrap_or(part);
        let (least, rest) = number(part)?;
        let (most, rest) = match rest.strip_prefix(['-', '–']) {
            Some(rest) => number(rest)?,
            None => (least, rest),
        };
        let (rest, unit) = UNITS
            .into_iter()
            .find_map(|(word, unit)| Some((rest.strip_prefix(word)?, unit)))?;
        let rest = rest
            .strip_suffix(WHERE_IT_APPLIES)
            .unwrap_or(rest)
            .trim_end();
        let whole = matches!(rest.trim_end_matches('।'), "" | "ের মধ্যে" | "ে");
        (whole && least <= most && most <= LONGEST).then_some(Self { least, most, unit })
    }

    /// From the earlier to the later of both; `None` when they are counted differently. At once is the same in both.
    fn and(self, other: Self) -> Option<Self> {
        let unit = if self.most == 0 {
            other.unit
        } else {
            self.unit
        };
        (other.most == 0 || other.unit == unit).then_some(Self {
            least: self.least.min(other.least),
            most: self.most.max(other.most),
            unit,
        })
    }
}

/// A number, which may stand again as a word: `০৫ (পাঁচ)`; and what follows.
fn number(text: &str) -> Option<(u16, &str)> {
    let text = text.trim_start();
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text[..figures].parse().ok()?;
    let rest = text[figures..].trim_start();
    let rest = rest
        .strip_prefix('(')
        .and_then(|word| word.split_once(')'))
        .map_or(rest, |(_, rest)| rest.trim_start());
    Some((value, rest))
}

impl fmt::Display for Span {
    /// As the script of the pages reads it: `5`, `1-7`, `0`; `30d` for days of the calendar.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most, unit } = self;
        if least < most {
            write!(f, "{least}-")?;
        }
        let days = if *unit == Unit::Days { "d" } else { "" };
        write!(f, "{most}{days}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_counted_when_all_of_it_can_be() {
        for (text, read) in [
            ("তাৎক্ষণিক", Some("0")),
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
            let shown = Span::read(text).map(|span| span.to_string());
            assert_eq!(shown.as_deref(), read, "{text}");
        }
    }
}
