//! A day of the calendar, as `2025-06-30` in the content.

use std::fmt;

use super::digits;

/// A day that exists, between the years 1900 and 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateError {
    /// Not written as year-month-day.
    Form,
    /// Written so, but there is no such day.
    NoSuchDay,
}

impl Date {
    /// Reads `2025-06-30`, in Latin or Bangla digits.
    ///
    /// # Errors
    /// When the text has another form, or names a day that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let latin = digits::to_latin(text);
        let parts: Vec<&str> = latin.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(DateError::Form);
        };
        if (year.len(), month.len(), day.len()) != (4, 2, 2)
            || !latin.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return Err(DateError::Form);
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| DateError::Form);
        let (year, month, day) = (number(year)?, number(month)?, number(day)?);
        if !(1900..2200).contains(&year)
            || !(1..=12).contains(&month)
            || day == 0
            || day > days_in(year, month)
        {
            return Err(DateError::NoSuchDay);
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| DateError::NoSuchDay);
        Ok(Self {
            year,
            month: small(month)?,
            day: small(day)?,
        })
    }

    /// The day that lies so many days after 1 January 1970; `None` outside the years that are known.
    #[must_use]
    pub fn after_1970(days: u64) -> Option<Self> {
        let mut rest = days;
        for year in 1970..2200 {
            for month in 1..=12 {
                let length = days_in(year, month);
                if rest < u64::from(length) {
                    return Some(Self {
                        year,
                        month: u8::try_from(month).ok()?,
                        day: u8::try_from(rest + 1).ok()?,
                    });
                }
                rest -= u64::from(length);
            }
        }
        None
    }

    /// The day that lies so many days after this one; `None` outside the years that are known.
    #[must_use]
    pub fn plus(self, days: u16) -> Option<Self> {
        let mut rest = u32::from(self.day) + u32::from(days);
        let (mut year, mut month) = (self.year, u16::from(self.month));
        while rest > days_in(year, month).into() {
            rest -= u32::from(days_in(year, month));
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
        }
        (year < 2200).then_some(Self {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(rest).ok()?,
        })
    }

    /// The day by which what was confirmed on this one is due again: the end of the next quarter. Quarters are those of
    /// the fiscal year, so they end with September, December, March and June.
    #[must_use]
    pub fn due(self) -> Self {
        let (year, month) = match self.month {
            1..=3 => (self.year, 6),
            4..=6 => (self.year, 9),
            7..=9 => (self.year, 12),
            _ => (self.year + 1, 3),
        };
        Self {
            year,
            month,
            day: if matches!(month, 6 | 9) { 30 } else { 31 },
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// As officials write it under a charter: `৩০/০৬/২০২৫`.
    #[must_use]
    pub fn official(self) -> String {
        digits::to_bangla(&format!("{:02}/{:02}/{}", self.day, self.month, self.year))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
