//! `portal.yaml`: what every office in the country shares.

use std::path::Path;

use serde::Deserialize;

use super::fields::Fields;
use super::files::Folder;
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Hotline, ImportantLink, Origin, Weekday};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    state: Option<Text>,
    theme: Option<Text>,
    weekend: Option<Vec<Text>>,
    hotlines: Option<Vec<RawHotline>>,
    links: Option<Vec<RawLink>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHotline {
    number: Option<Text>,
    label: Option<Text>,
    checked_on: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLink {
    label: Option<Text>,
    url: Option<Text>,
}

/// Reads `portal.yaml`.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn country(content: &Path, found: &mut Vec<Diagnostic>) -> Result<Option<Country>> {
    let Some(source) = Folder::new(content).text("portal.yaml", found)? else {
        return Ok(None);
    };
    let Some(Parsed {
        value: raw,
        excused,
    }) = yaml::read::<RawCountry>(&source.file, &source.text, 0, found)
    else {
        return Ok(None);
    };
    let RawCountry {
        state,
        theme,
        weekend,
        hotlines,
        links,
    } = raw;
    let mut top = Fields::new(&source.file, &excused, found);
    let state = top.text(
        "state",
        state,
        "the state's name, for the top of every page",
    );
    let theme = top.slug("theme", theme, "the folder of the theme, usually `portal`");
    let weekend = weekend
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .filter_map(|(i, day)| weekday(&mut top, i, &day.0))
        .collect();
    let hotlines = hotlines
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| hotline(&mut top.below(format!("hotlines[{i}]")), raw))
        .collect();
    let links = links
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .filter_map(|(i, raw)| link(&mut top.below(format!("links[{i}]")), raw))
        .collect();
    let theme_origin = Origin::key(&source.file, "theme");
    Ok(state.zip(theme).map(|(state, theme)| Country {
        state,
        theme,
        theme_origin,
        weekend,
        hotlines,
        links,
    }))
}

fn weekday(top: &mut Fields<'_>, at: usize, name: &str) -> Option<Weekday> {
    let day = Weekday::ALL
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, day)| *day);
    if day.is_none() {
        let known = Weekday::ALL.map(|(key, _)| key).join(", ");
        top.wrong(
            &format!("weekend[{at}]"),
            "unknown-weekday",
            format!("`{name}` is not a day of the week"),
            format!("the days are {known}"),
        );
    }
    day
}

fn hotline(fields: &mut Fields<'_>, raw: RawHotline) -> Option<Hotline> {
    let RawHotline {
        number,
        label,
        checked_on,
    } = raw;
    let number = fields.text("number", number, "the number, in Latin digits");
    if let Some(number) = number
        .as_deref()
        .filter(|number| !number.bytes().all(|b| b.is_ascii_digit()))
    {
        fields.wrong(
            "number",
            "bad-hotline",
            format!("`{number}` is not a short number"),
            "write Latin digits only; the page shows Bangla ones",
        );
    }
    let label = fields.text("label", label, "what the number is for");
    let checked_on = fields.text(
        "checked_on",
        checked_on,
        "the day on which somebody made sure that the number is right",
    );
    let checked_on = checked_on.and_then(|day| fields.date("checked_on", &day));
    Some(Hotline {
        number: number?,
        label: label?,
        checked_on: checked_on?,
    })
}

fn link(fields: &mut Fields<'_>, raw: RawLink) -> Option<ImportantLink> {
    let RawLink { label, url } = raw;
    let label = fields.text("label", label, "what the link leads to");
    let url = fields.text("url", url, "the address, beginning with https://");
    let url = url.and_then(|url| fields.web_address("url", &url));
    Some(ImportantLink {
        label: label?,
        url: url?,
    })
}
