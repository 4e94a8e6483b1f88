//! Dates: a charter is due every quarter, a notice has its time, a hotline is dialled once a year, holidays are listed
//! before they come.

use super::look::{Look, unquoted};
use crate::diagnostic::say;
use crate::model::{Date, Written};

/// A hotline that nobody has dialled for so long is doubtful.
const HOTLINE_YEARS: u16 = 1;
/// The longest limit that charters name is 60 working days; what people count today reaches at least so far.
const HOLIDAY_DAYS: u16 = 60;

pub(super) fn source(look: &mut Look<'_>) {
    let today = look.setting.today;
    match look.source.name() {
        "charter.yaml" => charter(look, today),
        "portal.yaml" => {
            hotlines(look, today);
            holidays(look, today);
        }
        _ if look.is_markdown() => notice(look, today),
        _ => {}
    }
}

fn day<'a>(look: &Look<'a>, path: &str) -> Option<(&'a Written, Date)> {
    let value = look.source.value(path)?;
    let day = Date::parse(unquoted(look.source.typed(value))).ok()?;
    Some((value, day))
}

fn charter(look: &mut Look<'_>, today: Date) {
    let Some((value, approved)) = day(look, "approved_on") else {
        return;
    };
    let due = approved.due();
    if approved > today {
        look.mark_all(value, say::future_charter());
    } else if today > due {
        look.mark_all(value, say::charter_overdue(due));
    }
}

fn notice(look: &mut Look<'_>, today: Date) {
    let draft = look
        .source
        .value("draft")
        .map(|draft| look.source.typed(draft));
    if draft == Some("true") {
        return;
    }
    let date = day(look, "date");
    if let Some((value, _)) = date.as_ref().filter(|(_, date)| *date > today) {
        look.mark_all(value, say::future_notice());
    }
    let Some((value, expires)) = day(look, "expires_on") else {
        return;
    };
    if date.is_some_and(|(_, date)| date > expires) {
        look.mark_all(value, say::expiry_before_date());
    } else if today > expires {
        look.mark_all(value, say::expired_notice());
    }
}

fn hotlines(look: &mut Look<'_>, today: Date) {
    let last_year = |day: Date| {
        (day.year() + HOTLINE_YEARS, day.month(), day.day())
            < (today.year(), today.month(), today.day())
    };
    for (value, typed) in look.values() {
        let old = value.key() == "checked_on" && Date::parse(unquoted(typed)).is_ok_and(last_year);
        if old {
            look.mark_all(value, say::unchecked_hotline());
        }
    }
}

/// A list that ends soon counts too few days off; one that nobody began promises nothing.
fn holidays(look: &mut Look<'_>, today: Date) {
    let days = look.values().filter_map(|(value, typed)| {
        let of_list = value.path.starts_with("holidays[") && value.key() == "date";
        let day = Date::parse(unquoted(typed)).ok()?;
        of_list.then_some((day, value))
    });
    let Some((last, value)) = days.max_by_key(|(day, _)| *day) else {
        return;
    };
    if today.plus(HOLIDAY_DAYS).is_some_and(|reach| last < reach) {
        look.mark_all(value, say::holidays_end(last));
    }
}
