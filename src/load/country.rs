//! `portal.yaml`: what every office in the country shares.

use std::path::Path;

use serde::Deserialize;

use super::allow::{self, RawAllow};
use super::fields::Fields;
use super::files::Folder;
use super::holidays::{RawHoliday, holidays};
use super::reader::Reader;
use super::record::record;
use super::schema::{JsonSchema, ShortNumber};
use super::text::Text;
use super::yaml::{self, Parsed};
use crate::Result;
use crate::diagnostic::{Diagnostic, phrase, say};
use crate::model::{
    Country, Date, Hotline, Hours, ImportantLink, Language, Place, Slug, Source, TimeOfDay,
    WebAddress, Weekday, digits,
};

record! {
    /// সারা দেশের জন্য একবার লেখা তথ্য: প্রতিটি কার্যালয়ের পোর্টালে যা একই।
    ///
    /// What is written once for the whole country: the same in the portal of every office.
    pub(super) struct RawCountry, RawCountryInEnglish {
        ;
        /// রাষ্ট্রের নাম, প্রতিটি পাতার উপরে।
        ///
        /// The state's name, at the top of every page.
        #[schemars(required)]
        state: Option<Text>,
        ;
        /// পোর্টালের সাজ; themes/ ফোল্ডারের ভিতরের একটি ফোল্ডারের নাম।
        ///
        /// The look of the portals: the name of a folder in themes/.
        #[schemars(with = "Slug")]
        theme: Option<Text>,
        /// পোর্টালের ভাষা: bn, অথবা bn ও en। en থাকলে en/ ঠিকানায় পোর্টালটি ইংরেজিতেও থাকে।
        ///
        /// The languages of the portals: bn, or bn and en. With en there is an English mirror below en/.
        #[schemars(with = "Option<Vec<Language>>")]
        languages: Option<Vec<Text>>,
        /// সাপ্তাহিক ছুটির দিন: sunday monday tuesday wednesday thursday friday saturday।
        ///
        /// The days of the week on which offices are closed.
        #[schemars(with = "Option<Vec<Weekday>>")]
        weekend: Option<Vec<Text>>,
        /// সরকারি ছুটির দিন। date কোন দিন, name কীসের ছুটি। সেবা পাওয়ার শেষ তারিখ গুনতে সাপ্তাহিক ছুটির সঙ্গে এগুলোও বাদ যায়।
        ///
        /// Public holidays: date and name. With the weekend they are left out when the last day of a service is counted.
        #[schemars(length(max = 200))]
        holidays: Option<Vec<RawHoliday>>,
        /// যে দিন পর্যন্ত তালিকায় সব ছুটি আছে, ঈদসহ। না লিখলে পাতায় লেখা থাকে যে চাঁদ দেখার ছুটি এখনো ধরা হয়নি।
        ///
        /// The day up to which the list holds every holiday, Eid too. Without it pages say that holidays of the moon are not counted yet.
        #[schemars(with = "Option<Date>")]
        holidays_complete_until: Option<Text>,
        /// অফিস খোলার ও বন্ধের সময়, ২৪ ঘণ্টার হিসাবে: opens খোলে, closes বন্ধ হয়। ছুটির দিন weekend থেকে নেওয়া হয়।
        ///
        /// When offices open and close, on the 24-hour clock: opens and closes. Closed days are those of weekend.
        hours: Option<RawHours>,
        /// জরুরি নম্বর।
        ///
        /// Numbers for emergencies.
        hotlines: Option<Vec<RawHotline>>,
        /// প্রতিটি পাতার নিচের লিংক।
        ///
        /// Links at the bottom of every page.
        links: Option<Vec<RawLink>>,
        /// `sanad check` যা নিয়ে সন্দেহ করে অথচ যেমন আছে তেমনই ঠিক; code কোনটি, reason কেন।
        ///
        /// What `sanad check` doubts although it is right as it is: code says which finding, reason why.
        allow: Option<Vec<RawAllow>>,
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHours {
    /// কখন খোলে।
    ///
    /// When offices open.
    #[schemars(with = "TimeOfDay")]
    opens: Option<Text>,
    /// কখন বন্ধ হয়।
    ///
    /// When offices close.
    #[schemars(with = "TimeOfDay")]
    closes: Option<Text>,
}

record! {
    pub(super) struct RawHotline, RawHotlineInEnglish {
        /// নম্বরটি, ইংরেজি অঙ্কে।
        ///
        /// The number, in Latin digits.
        #[schemars(with = "ShortNumber")]
        number: Option<Text>,
        ;
        /// কীসের নম্বর।
        ///
        /// What the number is for.
        #[schemars(required)]
        label: Option<Text>,
        ;
        /// যে দিন নম্বরটি মিলিয়ে দেখা হয়েছে (বছর-মাস-দিন)।
        ///
        /// The day on which somebody made sure that the number is right (year-month-day).
        #[schemars(with = "Date")]
        checked_on: Option<Text>,
    }
}

record! {
    pub(super) struct RawLink, RawLinkInEnglish {
        ;
        /// কীসের লিংক।
        ///
        /// What the link leads to.
        #[schemars(required)]
        label: Option<Text>,
        ;
        /// পুরো ঠিকানা, শুরু হবে https:// দিয়ে।
        ///
        /// The whole address, beginning with https://.
        #[schemars(with = "WebAddress")]
        url: Option<Text>,
    }
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
        languages,
        weekend,
        holidays: days_off,
        holidays_complete_until,
        hours,
        hotlines,
        links,
        en,
        allow,
    } = raw;
    let mut top = Fields::new(&source.file, &excused, found);
    allow::answered(&mut top, allow);
    let en = en.unwrap_or_default();
    let state = top.plain("state", state, en.state, &phrase::needs_state);
    let theme = top.slug("theme", theme, &phrase::needs_theme);
    let languages = spoken(&mut top, languages);
    let weekend = weekend
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .filter_map(|(i, day)| weekday(&mut top, i, &day.0))
        .collect();
    let holidays = holidays(&mut top, days_off);
    let holidays_complete_until =
        holidays_complete_until.and_then(|day| top.date("holidays_complete_until", &day.0));
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
    let theme_origin = Place::value(&source.file, "theme");
    Ok(state.zip(theme).map(|(state, theme)| Country {
        state,
        theme,
        theme_origin,
        languages,
        weekend,
        holidays,
        holidays_complete_until,
        hours,
        hotlines,
        links,
    }))
}

/// The languages, Bangla first: a portal without Bangla would be none for its citizens.
fn spoken(top: &mut Fields<'_>, raw: Option<Vec<Text>>) -> Vec<Language> {
    let mut languages = vec![Language::Bangla];
    for (at, Text(key)) in raw.into_iter().flatten().enumerate() {
        match Language::ALL.iter().find(|(known, _)| *known == key) {
            Some((_, language)) if languages.contains(language) => {}
            Some((_, language)) => languages.push(*language),
            None => top.tell(&format!("languages[{at}]"), say::unknown_language_key(key)),
        }
    }
    languages
}

fn weekday(top: &mut Fields<'_>, at: usize, name: &str) -> Option<Weekday> {
    let day = Weekday::ALL
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, day)| *day);
    if day.is_none() {
        let known = Weekday::ALL.map(|(key, _)| key).join(", ");
        top.tell(&format!("weekend[{at}]"), say::unknown_weekday(name, known));
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
        fields.tell("closes", say::bad_hours_closing());
        return None;
    }
    Some(Hours { opens, closes })
}

fn time(fields: &mut Fields<'_>, key: &str, text: Option<Text>) -> Option<TimeOfDay> {
    let text = fields.text(key, text, &phrase::needs_time_of_day)?;
    let time = TimeOfDay::parse(&text);
    if time.is_none() {
        fields.tell(key, say::bad_hours(text));
    }
    time
}

fn hotline(fields: &mut Fields<'_>, raw: RawHotline) -> Option<Hotline> {
    let RawHotline {
        number,
        label,
        checked_on,
        en,
    } = raw;
    let number = fields.text("number", number, &phrase::needs_hotline);
    let number = number.map(|number| digits::to_latin(&number));
    if let Some(number) = number
        .as_deref()
        .filter(|number| !number.bytes().all(|b| b.is_ascii_digit()))
    {
        fields.tell("number", say::bad_hotline(number));
    }
    let en = en.unwrap_or_default();
    let label = fields.plain("label", label, en.label, &phrase::needs_hotline_label);
    let checked_on = fields.text("checked_on", checked_on, &phrase::needs_checked_on);
    let checked_on = checked_on.and_then(|day| fields.date("checked_on", &day));
    Some(Hotline {
        number: number?,
        label: label?,
        checked_on: checked_on?,
    })
}

fn link(fields: &mut Fields<'_>, raw: RawLink) -> Option<ImportantLink> {
    let RawLink { label, url, en } = raw;
    let en = en.unwrap_or_default();
    let label = fields.plain("label", label, en.label, &phrase::needs_link_label);
    let url = fields.text("url", url, &phrase::needs_url);
    let url = url.and_then(|url| fields.web_address("url", &url));
    Some(ImportantLink {
        label: label?,
        url: url?,
    })
}
