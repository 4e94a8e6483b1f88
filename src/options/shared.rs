//! What several commands are given alike: how many threads, which language, which day.

use crate::model::{Date, Language};
use crate::{Error, Result};

/// More threads than this never help.
const MAX_JOBS: usize = 256;

pub(super) fn threads(jobs: Option<usize>) -> Result<usize> {
    match jobs {
        Some(0) => Err(Error::Usage(
            "--jobs takes a number from 1; leave it out for one job a core".to_owned(),
        )),
        Some(jobs) => Ok(jobs.min(MAX_JOBS)),
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
    }
}

/// The language that was asked for, or that of the locale.
#[must_use]
pub(crate) fn language(lang: Option<Language>) -> Language {
    lang.unwrap_or_else(locale)
}

pub(super) fn day_or_today(day: Option<&str>) -> Result<Date> {
    let Some(text) = day else { return today() };
    Date::parse(text).map_err(|_| {
        Error::Usage(format!(
            "--today {text}: write year-month-day, like 2025-09-30"
        ))
    })
}

/// Bangla when the first of the usual variables that says anything says so.
#[expect(
    clippy::disallowed_methods,
    reason = "this is where the environment is asked"
)]
fn locale() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match said {
        Some(value) if value.starts_with("bn") => Language::Bangla,
        _ => Language::English,
    }
}

/// Today in Dhaka, whose clocks are six hours ahead the whole year: the day that an officer calls today.
///
/// # Errors
/// When the machine's clock is centuries off.
pub(crate) fn today() -> Result<Date> {
    const AHEAD: u64 = 6 * 3600;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since
        .ok()
        .and_then(|since| Date::after_1970((since.as_secs() + AHEAD) / (24 * 3600)))
        .ok_or_else(|| {
            Error::Usage("the machine's clock shows no day of these centuries; set the clock, then try again".to_owned())
        })
}

/// The version, and the program file's size and time: while Sanad itself is being changed, the version stays the same.
pub(super) fn generator() -> String {
    let about = std::env::current_exe().and_then(std::fs::metadata);
    let file = about
        .map(|about| format!("{} {:?}", about.len(), about.modified().ok()))
        .unwrap_or_default();
    format!("{} {file}", env!("CARGO_PKG_VERSION"))
}
