//! `holidays:` of `portal.yaml`: the days beside the weekend on which offices are closed.

use serde::Deserialize;

use super::fields::Fields;
use super::reader::Reader;
use super::record::record;
use super::schema::JsonSchema;
use super::text::Text;
use crate::diagnostic::{phrase, say};
use crate::model::{Date, Holiday};

/// Some seven years of holidays; more is most likely a list that was pasted twice.
const LIMIT: usize = 200;

record! {
    pub(super) struct RawHoliday, RawHolidayInEnglish {
        /// ছুটির দিন (বছর-মাস-দিন)।
        ///
        /// The day (year-month-day).
        #[schemars(with = "Date")]
        date: Option<Text>,
        ;
        /// কীসের ছুটি।
        ///
        /// What is celebrated or remembered.
        #[schemars(required)]
        name: Option<Text>,
        ;
    }
}

/// The holidays, in the order of the calendar, whatever order they are written in.
pub(super) fn holidays(top: &mut Fields<'_>, raw: Option<Vec<RawHoliday>>) -> Vec<Holiday> {
    let list = raw.unwrap_or_default();
    if list.len() > LIMIT {
        top.tell(
            &format!("holidays[{LIMIT}]"),
            say::bad_holiday_too_many(LIMIT),
        );
        return Vec::new();
    }
    let mut holidays: Vec<Holiday> = Vec::with_capacity(list.len());
    for (at, raw) in list.into_iter().enumerate() {
        let mut fields = top.below(format!("holidays[{at}]"));
        let Some(holiday) = holiday(&mut fields, raw) else {
            continue;
        };
        match holidays.binary_search_by_key(&holiday.date, |known| known.date) {
            Ok(_) => doubled(&mut fields, holiday.date),
            Err(place) => holidays.insert(place, holiday),
        }
    }
    holidays
}

fn holiday(fields: &mut Fields<'_>, raw: RawHoliday) -> Option<Holiday> {
    let RawHoliday { date, name, en } = raw;
    let date = fields.text("date", date, &phrase::needs_holiday);
    let date = date.and_then(|day| fields.date("date", &day));
    let en = en.unwrap_or_default();
    let name = fields.plain("name", name, en.name, &phrase::needs_holiday_name);
    Some(Holiday {
        date: date?,
        name: name?,
    })
}

fn doubled(fields: &mut Fields<'_>, date: Date) {
    fields.tell("date", say::bad_holiday_doubled(date));
}
