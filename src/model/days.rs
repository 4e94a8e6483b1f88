//! A number of days that can be counted on a calendar, for pages that say until when.

use std::fmt;

use super::digits;
use super::number_words::begins_as_number;
use super::time_limit::WHERE_IT_APPLIES;

/// The days after the day of application within which something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
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
    CalendarDays,
}

/// Nobody promises more than a year in days.
const LONGEST: u16 = 366;

const UNITS: [(&str, Unit); 5] = [
    ("কার্যদিবস", Unit::WorkingDays),
    ("কার্য দিবস", Unit::WorkingDays),
    ("কর্মদিবস", Unit::WorkingDays),
    ("কর্ম দিবস", Unit::WorkingDays),
    ("দিন", Unit::CalendarDays),
];

impl Days {
    /// Done on the day of application.
    pub(super) const AT_ONCE: Self = Self {
        least: 0,
        most: 0,
        unit: Unit::WorkingDays,
    };

    /// Reads `০৫ (পাঁচ) কার্যদিবস`, `১-৭ কার্যদিবস`, `সর্বোচ্চ ৩০ দিন`; `None` when the text says anything else, a condition for
    /// instance.
    pub(super) fn read(text: &str) -> Option<Self> {
        let latin = digits::to_latin(text.trim());
        let part = latin.strip_prefix("সর্বোচ্চ").unwrap_or(&latin);
        let (least, rest) = number(part)?;
        let (most, rest) = match rest.strip_prefix(['-', '–']) {
            Some(rest) => number(rest)?,
            None => (least, rest),
        };
        let (rest, unit) = UNITS
            .into_iter()
            .find_map(|(word, unit)| Some((rest.strip_prefix(word)?, unit)))?;
        let whole = matches!(rest.trim_end_matches('।'), "" | "ের মধ্যে" | "ে");
        (whole && least <= most && most <= LONGEST).then_some(Self { least, most, unit })
    }

    /// The number of working days, when it is one number of them.
    #[must_use]
    pub fn working(self) -> Option<u16> {
        let is_one = self.least == self.most && self.unit == Unit::WorkingDays;
        is_one.then_some(self.most)
    }

    /// From the earliest to the latest of some; `None` when there are none, or any of them is unknown.
    pub(super) fn from_to(mut all: impl Iterator<Item = Option<Self>>) -> Option<Self> {
        let first = all.next()??;
        all.try_fold(first, |whole, part| whole.and(part?))
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
        .filter(|(words, _)| is_no_condition(words))
        .map_or(rest, |(_, rest)| rest.trim_start());
    Some((value, rest))
}

/// Whether brackets behind figures hold the number once more, or the one condition that is understood. A number is one
/// word, spelled as it may be, or several like `একশত বিশ`.
fn is_no_condition(words: &str) -> bool {
    let mut all = words.split_whitespace();
    let first = all.next().unwrap_or_default();
    all.next().is_none() || begins_as_number(first) || WHERE_IT_APPLIES.contains(words)
}

impl fmt::Display for Days {
    /// As the script of the pages reads it: `5`, `1-7`, `0`; `30d` for days of the calendar.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most, unit } = self;
        if least < most {
            write!(f, "{least}-")?;
        }
        let days = if *unit == Unit::CalendarDays { "d" } else { "" };
        write!(f, "{most}{days}")
    }
}
