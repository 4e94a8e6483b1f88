//! `portal.yaml`: what every office in the country shares.

use std::path::Path;

use serde::Deserialize;

use super::allow::{self, RawAllow};
use super::fields::Fields;
use super::files::Folder;
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::Diagnostic;
use crate::model::{Country, Hotline, Hours, ImportantLink, Origin, Source, TimeOfDay, Weekday};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    state: Option<Text>,
    theme: Option<Text>,
    weekend: Option<Vec<Text>>,
    hours: Option<RawHours>,
    hotlines: Option<Vec<RawHotline>>,
    links: Option<Vec<RawLink>>,
    allow: Option<Vec<RawAllow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHours {
    opens: Option<Text>,
    closes: Option<Text>,
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

/// `portal.yaml`, as it is meant and as it was written.
#[derive(Debug, Default)]
pub struct CountryContent {
    /// What it says; `None` when it cannot be used.
    pub country: Option<Country>,
    /// The file.
    pub sources: Vec<Source>,
}

/// Reads `portal.yaml`.
///
/// # Errors
/// When a file is there but cannot be read.
pub fn country(content: &Path, found: &mut Vec<Diagnostic>) -> Result<CountryContent> {
    let folder = Folder::new(content);
    Ok(CountryContent {
        country: read(&folder, found)?,
        sources: folder.sources(),
    })
}

fn read(folder: &Folder, found: &mut Vec<Diagnostic>) -> Result<Option<Country>> {
    let Some(source) = folder.text("portal.yaml", found)? else {
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
        hours,
        hotlines,
        links,
        allow,
    } = raw;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let state = top.text(
        "state",
        state,
        (
            "the state's name, for the top of every page",
            "রাষ্ট্রের নাম, প্রতিটি পাতার উপরে থাকে",
        ),
    );
    let theme = top.slug(
        "theme",
        theme,
        (
            "the folder of the theme, usually `portal`",
            "থিমের ফোল্ডার, সাধারণত `portal`",
        ),
    );
    let weekend = weekend
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .filter_map(|(i, day)| weekday(&mut top, i, &day.0))
        .collect();
    let hours = hours.and_then(|raw| opening(&mut top.below("hours"), raw));
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
        hours,
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
            (
                format!("`{name}` is not a day of the week"),
                format!("`{name}` সপ্তাহের কোনো দিন নয়"),
            ),
            (
                format!("the days are {known}"),
                format!("দিনগুলো হলো {known}"),
            ),
        );
    }
    day
}

/// The hours, when both times can be used and the day ends after it begins.
fn opening(fields: &mut Fields<'_>, raw: RawHours) -> Option<Hours> {
    let RawHours { opens, closes } = raw;
    let opens = time(fields, "opens", opens);
    let closes = time(fields, "closes", closes);
    let (opens, closes) = opens.zip(closes)?;
    if opens >= closes {
        fields.wrong(
            "closes",
            "bad-hours",
            (
                "offices would close before they open",
                "এতে খোলার আগেই অফিস বন্ধ হয়ে যায়",
            ),
            (
                "write hours of the whole day: 5 in the afternoon is ১৭:০০",
                "২৪ ঘণ্টার হিসাবে লিখুন: বিকাল ৫টা হলো ১৭:০০",
            ),
        );
        return None;
    }
    Some(Hours { opens, closes })
}

fn time(fields: &mut Fields<'_>, key: &str, text: Option<Text>) -> Option<TimeOfDay> {
    let hint = (
        "a time of the day, like ০৯:০০",
        "দিনের একটি সময়, যেমন ০৯:০০",
    );
    let text = fields.text(key, text, hint)?;
    let time = TimeOfDay::parse(&text);
    if time.is_none() {
        fields.wrong(
            key,
            "bad-hours",
            (
                format!("`{text}` is not a time of the day"),
                format!("`{text}` দিনের কোনো সময় নয়"),
            ),
            (
                "write hours and minutes of the whole day, like ০৯:০০ or ১৭:০০",
                "২৪ ঘণ্টার হিসাবে ঘণ্টা ও মিনিট লিখুন, যেমন ০৯:০০ বা ১৭:০০",
            ),
        );
    }
    time
}

fn hotline(fields: &mut Fields<'_>, raw: RawHotline) -> Option<Hotline> {
    let RawHotline {
        number,
        label,
        checked_on,
    } = raw;
    let number = fields.text(
        "number",
        number,
        ("the number, in Latin digits", "নম্বরটি ইংরেজি অঙ্কে লিখুন"),
    );
    if let Some(number) = number
        .as_deref()
        .filter(|number| !number.bytes().all(|b| b.is_ascii_digit()))
    {
        fields.wrong(
            "number",
            "bad-hotline",
            (
                format!("`{number}` is not a short number"),
                format!("`{number}` কোনো সংক্ষিপ্ত নম্বর নয়"),
            ),
            (
                "write Latin digits only; the page shows Bangla ones",
                "শুধু ইংরেজি অঙ্কে লিখুন; পাতায় বাংলা অঙ্ক দেখাবে",
            ),
        );
    }
    let label = fields.text(
        "label",
        label,
        ("what the number is for", "নম্বরটি কিসের জন্য"),
    );
    let checked_on = fields.text(
        "checked_on",
        checked_on,
        (
            "the day on which somebody made sure that the number is right",
            "যে দিন নম্বরটি যাচাই করা হয়েছে",
        ),
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
    let label = fields.text(
        "label",
        label,
        ("what the link leads to", "লিংকটি কোথায় নেয়"),
    );
    let url = fields.text(
        "url",
        url,
        (
            "the address, beginning with https://",
            "ঠিকানা, শুরু হবে https:// দিয়ে",
        ),
    );
    let url = url.and_then(|url| fields.web_address("url", &url));
    Some(ImportantLink {
        label: label?,
        url: url?,
    })
}
