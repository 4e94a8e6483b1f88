//! Fees and times that nobody has translated, on a page in another language: what is understood of them is said in the
//! words of the theme, the rest stays as it is written.

use crate::model::{
    Fee, GrievanceStep, Language, Limit, Places, Service, ServiceText, SharedText, TimeLimit,
};
use crate::theme::Wording;

/// A sum as data: whole taka without a point.
pub(super) fn sum(fee: Fee) -> Option<serde_json::Number> {
    match fee {
        Fee::Free => Some(0.into()),
        Fee::Taka(sum) => Some(sum.into()),
        Fee::Poisha(sum) => serde_json::Number::from_f64(f64::from(sum) / 100.0),
        Fee::ByPolicy | Fee::Unread => None,
    }
}

/// সেবার মূল্য.
pub(super) fn fee(service: &Service, places: &Places, wording: &Wording) -> String {
    let understood = match service.fee() {
        Fee::Free => Some(wording.string("free_of_charge").to_owned()),
        Fee::Taka(sum) => Some(wording.counted("taka", sum as usize)),
        Fee::Poisha(sum) => {
            let sum = wording.digits(&format!("{}.{:02}", sum / 100, sum % 100));
            Some(wording.string("taka").replace("{count}", &sum))
        }
        Fee::ByPolicy | Fee::Unread => None,
    };
    of_service(service, ServiceText::Fee, understood, places, wording)
}

/// সেবা প্রদানের সময়সীমা.
pub(super) fn time_limit(service: &Service, places: &Places, wording: &Wording) -> String {
    let understood = time(service.time_limit(), wording);
    of_service(service, ServiceText::TimeLimit, understood, places, wording)
}

/// নিষ্পত্তির সময়সীমা.
pub(super) fn settled_in(step: &GrievanceStep, places: &Places, wording: &Wording) -> String {
    let understood = time(&step.settled_in, wording);
    let text = step.time_limit.in_language(places.language);
    in_its_words(text, &step.time_limit.bangla, understood, places, wording)
}

/// A limit of which every part is one of these: at once, or a number of working days.
fn time(limit: &TimeLimit, wording: &Wording) -> Option<String> {
    let said = limit.parts().iter().map(|part| match part {
        Limit::AtOnce => Some(wording.string("at_once").to_owned()),
        Limit::Within {
            days,
            where_it_applies,
        } => {
            let said = wording.counted("within_days", days.working()?.into());
            // The condition is part of the promise.
            Some(if *where_it_applies {
                format!("{said} ({})", wording.string("where_it_applies"))
            } else {
                said
            })
        }
        Limit::AsDirected | Limit::NoLatest | Limit::Unread => None,
    });
    let said: Option<Vec<String>> = said.collect();
    Some(said?.join("/ "))
}

/// What a cell of a service says, of which this is understood.
fn of_service(
    service: &Service,
    text: ServiceText,
    understood: Option<String>,
    places: &Places,
    wording: &Wording,
) -> String {
    let read = service
        .cell(text)
        .and_then(|cell| cell.value.bangla.first());
    let said = service.texts(text, places).first();
    match (said, read) {
        (Some(said), Some(read)) => in_its_words(said, read, understood, places, wording),
        _ => String::new(),
    }
}

/// What is understood of the text that was `read`, where that would stand on a page in another language: a translation is
/// printed as it is written, even if there is Bangla in it.
fn in_its_words(
    said: &SharedText,
    read: &SharedText,
    understood: Option<String>,
    places: &Places,
    wording: &Wording,
) -> String {
    let is_foreign = wording.language != Language::of(said.raw());
    understood
        .filter(|_| is_foreign && said == read)
        .unwrap_or_else(|| said.fill(places).into_owned())
}
