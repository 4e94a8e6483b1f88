//! `en:`, the English beside the Bangla of a record: keys of the same names, each of them optional.

use serde::Deserialize;

use super::fields::Fields;
use super::schema::JsonSchema;
use super::text::Text;
use crate::model::{
    CharterInEnglish, CountryInEnglish, DepartmentInEnglish, OfficeInEnglish, SharedText,
    StepInEnglish,
};

/// Of `portal.yaml`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCountryInEnglish {
    /// ইংরেজিতে রাষ্ট্রের নাম।
    ///
    /// The state's name in English.
    state: Option<Text>,
}

/// Of a number or a link.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLabelInEnglish {
    /// ইংরেজিতে একই কথা।
    ///
    /// The same in English.
    label: Option<Text>,
}

/// Of a holiday.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHolidayInEnglish {
    /// ইংরেজিতে ছুটির নাম।
    ///
    /// The holiday in English.
    name: Option<Text>,
}

/// Of a post.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPostInEnglish {
    /// ইংরেজিতে পদের নাম।
    ///
    /// The post in English.
    name: Option<Text>,
}

/// Of `department.yaml`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDepartmentInEnglish {
    /// ইংরেজিতে অধিদপ্তরের নাম।
    ///
    /// The department's name in English.
    name: Option<Text>,
    /// ইংরেজিতে মন্ত্রণালয়ের নাম।
    ///
    /// The ministry's name in English.
    ministry: Option<Text>,
    /// ইংরেজিতে একটি কার্যালয়ের নাম, উপজেলার নাম ছাড়া।
    ///
    /// What one of its offices is called in English, without the place.
    office_name: Option<Text>,
}

/// Of a charter.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCharterInEnglish {
    /// ইংরেজিতে ভিশন।
    ///
    /// The vision in English.
    #[schemars(with = "Option<SharedText>")]
    vision: Option<Text>,
    /// ইংরেজিতে মিশন।
    ///
    /// The mission in English.
    #[schemars(with = "Option<SharedText>")]
    mission: Option<Text>,
    /// ইংরেজিতে ৩ নম্বর অংশ।
    ///
    /// Section 3 in English.
    #[schemars(with = "Option<SharedText>")]
    subordinate_offices: Option<Text>,
    /// ইংরেজিতে ৪ নম্বর অংশ; বাংলায় যতগুলো, ততগুলো।
    ///
    /// Section 4 in English, as many texts as in Bangla.
    #[schemars(with = "Option<Vec<SharedText>>", length(min = 1))]
    expectations: Option<Vec<Text>>,
}

/// Of a tier of section ৫.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStepInEnglish {
    /// ইংরেজিতে কখন।
    ///
    /// When, in English.
    #[schemars(with = "Option<SharedText>")]
    when: Option<Text>,
    /// ইংরেজিতে কার কাছে।
    ///
    /// To whom, in English.
    #[schemars(with = "Option<SharedText>")]
    whom: Option<Text>,
    /// ইংরেজিতে পদবি।
    ///
    /// The officer's designation in English.
    #[schemars(with = "Option<SharedText>")]
    designation: Option<Text>,
    /// ইংরেজিতে ঠিকানা।
    ///
    /// The postal address in English.
    #[schemars(with = "Option<SharedText>")]
    address: Option<Text>,
    /// ইংরেজিতে সময়সীমা; কার্যদিবসের সংখ্যা নিজে থেকে ইংরেজিতে লেখা হয়।
    ///
    /// The time limit in English; a number of working days needs none.
    #[schemars(with = "Option<SharedText>")]
    time_limit: Option<Text>,
}

/// Of the signature.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSignatureInEnglish {
    /// ইংরেজিতে নামের নিচের লাইন।
    ///
    /// The line below the name in English.
    #[schemars(with = "Option<SharedText>")]
    place: Option<Text>,
}

/// Of the superior officer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSuperiorInEnglish {
    /// ইংরেজিতে পদবি।
    ///
    /// The officer's designation in English.
    #[schemars(with = "Option<SharedText>")]
    designation: Option<Text>,
}

/// Of `office.yaml`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOfficeInEnglish {
    /// ইংরেজিতে কর্মকর্তার নাম।
    ///
    /// The officer's name in English.
    officer: Option<Text>,
    /// ইংরেজিতে ডাকের ঠিকানা।
    ///
    /// The postal address in English.
    address: Option<Text>,
}

pub(super) fn country(top: &mut Fields<'_>, raw: Option<RawCountryInEnglish>) -> CountryInEnglish {
    let Some(RawCountryInEnglish { state }) = raw else {
        return CountryInEnglish::default();
    };
    CountryInEnglish {
        state: top.plain_english("state", state),
    }
}

pub(super) fn label(fields: &mut Fields<'_>, raw: Option<RawLabelInEnglish>) -> Option<String> {
    fields.plain_english("label", raw?.label)
}

pub(super) fn post(fields: &mut Fields<'_>, raw: Option<RawPostInEnglish>) -> Option<String> {
    fields.plain_english("name", raw?.name)
}

pub(super) fn holiday(fields: &mut Fields<'_>, raw: Option<RawHolidayInEnglish>) -> Option<String> {
    fields.plain_english("name", raw?.name)
}

pub(super) fn department(
    top: &mut Fields<'_>,
    raw: Option<RawDepartmentInEnglish>,
) -> DepartmentInEnglish {
    let Some(raw) = raw else {
        return DepartmentInEnglish::default();
    };
    let RawDepartmentInEnglish {
        name,
        ministry,
        office_name,
    } = raw;
    let fields = top;
    DepartmentInEnglish {
        name: fields.plain_english("name", name),
        ministry: fields.plain_english("ministry", ministry),
        office_name: fields.plain_english("office_name", office_name),
    }
}

/// `expectations` is how many there are in Bangla.
pub(super) fn charter(
    top: &mut Fields<'_>,
    raw: Option<RawCharterInEnglish>,
    expectations: usize,
    signature_place: Option<SharedText>,
) -> CharterInEnglish {
    let Some(raw) = raw else {
        return CharterInEnglish {
            signature_place,
            ..CharterInEnglish::default()
        };
    };
    let fields = top;
    let texts = |list: Vec<Text>| -> Vec<String> { list.into_iter().map(|text| text.0).collect() };
    CharterInEnglish {
        vision: fields.shared_english("vision", raw.vision),
        mission: fields.shared_english("mission", raw.mission),
        subordinate_offices: fields.shared_english("subordinate_offices", raw.subordinate_offices),
        expectations: raw
            .expectations
            .map(texts)
            .and_then(|texts| fields.english_list("expectations", &texts, expectations)),
        signature_place,
    }
}

pub(super) fn signature_place(
    fields: &mut Fields<'_>,
    raw: Option<RawSignatureInEnglish>,
) -> Option<SharedText> {
    fields.shared_english("place", raw?.place)
}

pub(super) fn superior(
    fields: &mut Fields<'_>,
    raw: Option<RawSuperiorInEnglish>,
) -> Option<SharedText> {
    fields.shared_english("designation", raw?.designation)
}

pub(super) fn step(fields: &mut Fields<'_>, raw: Option<RawStepInEnglish>) -> StepInEnglish {
    let Some(raw) = raw else {
        return StepInEnglish::default();
    };
    StepInEnglish {
        when: fields.shared_english("when", raw.when),
        whom: fields.shared_english("whom", raw.whom),
        designation: fields
            .shared_english("designation", raw.designation)
            .map(|text| text.raw().to_owned()),
        address: fields
            .shared_english("address", raw.address)
            .map(|text| text.raw().to_owned()),
        time_limit: fields.shared_english("time_limit", raw.time_limit),
    }
}

pub(super) fn office(top: &mut Fields<'_>, raw: Option<RawOfficeInEnglish>) -> OfficeInEnglish {
    let Some(raw) = raw else {
        return OfficeInEnglish::default();
    };
    let fields = top;
    OfficeInEnglish {
        officer: fields.plain_english("officer", raw.officer),
        address: fields.plain_english("address", raw.address),
        // The name of a place is the table's to say, in both languages.
        upazila: None,
    }
}
