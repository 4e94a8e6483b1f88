//! When offices are open: times of the day, read in Bangla or Latin digits.

use super::digits;

/// The hours of every day on which offices are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hours {
    /// When they open.
    pub opens: TimeOfDay,
    /// When they close, later on the same day.
    pub closes: TimeOfDay,
}

/// A time of the day, by the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// Accepts `৯:০০`, `09:00` and `17:30`: hours of the whole day, two digits of minutes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let latin = digits::to_latin(text.trim());
        let (hour, minute) = latin.split_once(':')?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
            return None;
        }
        let time = Self {
            hour: hour.parse().ok()?,
            minute: minute.parse().ok()?,
        };
        (time.hour < 24 && time.minute < 60).then_some(time)
    }

    /// The hour of the whole day, from 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, from 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// `09:00`, for data.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_in_either_script() {
        for text in ["৯:০০", "09:00", " ০৯:00 "] {
            assert_eq!(
                TimeOfDay::parse(text).map(TimeOfDay::iso).as_deref(),
                Some("09:00"),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_time_of_a_day_is_refused() {
        for text in [
            "", "9", "24:00", "9:60", "9:5", "9.00", "+9:00", "9:00 am", "009:00",
        ] {
            assert_eq!(TimeOfDay::parse(text), None, "{text}");
        }
    }
}
