//! The country as templates see it.

use serde::Serialize;

use super::view::DateView;
use crate::model::{Country, Holiday, Hotline, ImportantLink, Localized, Weekday};
use crate::theme::Wording;

/// What all offices of the country share, for every template.
#[derive(Debug, Serialize)]
pub(super) struct CountryView {
    state: String,
    weekend: Vec<&'static str>,
    /// In the order of the calendar.
    holidays: Vec<HolidayView>,
    /// The last day up to which all are listed; null when nobody has said so.
    holidays_complete_until: Option<DateView>,
    /// Null when nobody has written when offices are open.
    hours: Option<HoursView>,
    /// All seven days.
    week: [DayView; 7],
    hotlines: Vec<HotlineView>,
    links: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct HolidayView {
    date: DateView,
    name: String,
}

/// As people say it: `সকাল ৯টা`.
#[derive(Debug, Serialize)]
struct HoursView {
    opens: String,
    closes: String,
}

#[derive(Debug, Serialize)]
struct DayView {
    key: &'static str,
    open: bool,
}

#[derive(Debug, Serialize)]
struct HotlineView {
    number: String,
    tel: String,
    label: String,
    checked_on: DateView,
}

#[derive(Debug, Serialize)]
struct LinkView {
    label: String,
    url: String,
}

impl CountryView {
    pub(super) fn new(country: &Country, wording: &Wording) -> Self {
        let said = |text: &Localized<String>| text.in_language(wording.language).to_owned();
        let hotline = |line: &Hotline| HotlineView {
            number: wording.digits(&line.number),
            tel: line.number.clone(),
            label: said(&line.label),
            checked_on: DateView::new(line.checked_on, wording),
        };
        let holiday = |holiday: &Holiday| HolidayView {
            date: DateView::new(holiday.date, wording),
            name: said(&holiday.name),
        };
        let day = |(key, day): (&'static str, Weekday)| DayView {
            key,
            open: !country.weekend.contains(&day),
        };
        let link = |link: &ImportantLink| LinkView {
            label: said(&link.label),
            url: link.url.to_string(),
        };
        Self {
            state: said(&country.state),
            weekend: country.weekend.iter().map(|day| day.key()).collect(),
            holidays: country.holidays.iter().map(holiday).collect(),
            holidays_complete_until: country
                .holidays_complete_until
                .map(|day| DateView::new(day, wording)),
            hours: country.hours.map(|hours| HoursView {
                opens: wording.clock(hours.opens),
                closes: wording.clock(hours.closes),
            }),
            week: Weekday::ALL.map(day),
            hotlines: country.hotlines.iter().map(hotline).collect(),
            links: country.links.iter().map(link).collect(),
        }
    }
}
