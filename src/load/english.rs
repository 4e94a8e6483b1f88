//! `en:`, the English beside the Bangla of a record: keys of the same names, each of them optional.

use serde::Deserialize;

use super::fields::{Fields, Hint};
use super::schema::JsonSchema;
use super::text::{Text, TextOrList};
use crate::model::{
    CharterInEnglish, CountryInEnglish, DepartmentInEnglish, OfficeInEnglish, ServiceInEnglish,
    SharedText, StepInEnglish,
};

const HINT: Hint<'_> = (
    "write the English, or delete the key: then the Bangla is shown",
    "ইংরেজি লেখাটি দিন, অথবা কী-টি মুছে ফেলুন: তখন বাংলাটিই দেখা যায়",
);

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

/// Of a form.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFormInEnglish {
    /// ইংরেজিতে ফরমের নাম।
    ///
    /// What the form is called in English.
    #[schemars(with = "Option<SharedText>")]
    name: Option<Text>,
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

/// Of a service.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawServiceInEnglish {
    /// ইংরেজিতে সেবার নাম।
    ///
    /// The service's name in English.
    #[schemars(with = "Option<SharedText>")]
    name: Option<Text>,
    /// ইংরেজিতে সেবা প্রদান পদ্ধতি।
    ///
    /// How the service is given, in English.
    #[schemars(with = "Option<SharedText>")]
    delivery_method: Option<Text>,
    /// ইংরেজিতে প্রয়োজনীয় কাগজপত্র; বাংলায় যতগুলো, ততগুলো।
    ///
    /// The papers that are needed, in English, as many texts as in Bangla.
    required_documents: Option<TextOrList>,
    /// ইংরেজিতে সেবার ভিত্তি; বাংলায় যতগুলো, ততগুলো।
    ///
    /// The laws and rules in English, as many texts as in Bangla.
    legal_basis: Option<TextOrList>,
    /// ইংরেজিতে কাগজপত্র কোথায় পাওয়া যায়।
    ///
    /// Where the papers are to be had, in English.
    #[schemars(with = "Option<SharedText>")]
    available_at: Option<Text>,
    /// ইংরেজিতে মূল্য; বিনামূল্যে বা টাকার অঙ্ক নিজে থেকে ইংরেজিতে লেখা হয়।
    ///
    /// The fee in English; a service that is free, or costs a sum in taka, needs none.
    #[schemars(with = "Option<SharedText>")]
    fee: Option<Text>,
    /// ইংরেজিতে পরিশোধের পদ্ধতি।
    ///
    /// How it is paid, in English.
    #[schemars(with = "Option<SharedText>")]
    payment_method: Option<Text>,
    /// ইংরেজিতে সময়সীমা; কার্যদিবসের সংখ্যা নিজে থেকে ইংরেজিতে লেখা হয়।
    ///
    /// The time limit in English; a number of working days needs none.
    #[schemars(with = "Option<SharedText>")]
    time_limit: Option<Text>,
    /// ইংরেজিতে শাখা।
    ///
    /// The branch in English.
    #[schemars(with = "Option<SharedText>")]
    branch: Option<Text>,
    /// ইংরেজিতে কারণ, যে সেবা কার্যালয় দেয় না তার।
    ///
    /// In English, why the office does not offer the service.
    pub(super) reason: Option<Text>,
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

impl Fields<'_> {
    /// The map `en:` of this record, where it is written.
    fn english(&mut self) -> Fields<'_> {
        self.below("en")
    }

    /// A translation: an office's own text.
    fn plain(&mut self, key: &str, text: Option<Text>) -> Option<String> {
        text.and_then(|text| self.fixed(key, Some(text), HINT))
    }

    /// A translation that may hold placeholders.
    fn translated(&mut self, key: &str, text: Option<Text>) -> Option<SharedText> {
        text.and_then(|text| self.shared(key, Some(text), HINT))
    }

    /// The same as plain text.
    fn words(&mut self, key: &str, text: Option<Text>) -> Option<String> {
        self.translated(key, text).map(|text| text.raw().to_owned())
    }

    /// The translation of a list, which must have as many items as the Bangla; otherwise nobody could say which is which.
    fn list(
        &mut self,
        key: &str,
        texts: Option<Vec<String>>,
        bangla: usize,
    ) -> Option<Vec<SharedText>> {
        let texts = texts?;
        let english = texts.len();
        if english != bangla {
            self.wrong(
                key,
                "unequal-lists",
                (
                    format!("there are {english} texts in English here, and {bangla} in Bangla"),
                    format!(
                        "এখানে ইংরেজিতে {}টি লেখা, আর বাংলায় {}টি",
                        crate::model::digits::number(english),
                        crate::model::digits::number(bangla)
                    ),
                ),
                (
                    "write as many as in Bangla, in the same order, or delete the key",
                    "বাংলায় যতগুলো, একই ক্রমে ততগুলো লিখুন, অথবা কী-টি মুছে ফেলুন",
                ),
            );
            return None;
        }
        let items = texts.iter().map(|text| self.placeholders(key, text));
        items.collect()
    }
}

pub(super) fn country(top: &mut Fields<'_>, raw: Option<RawCountryInEnglish>) -> CountryInEnglish {
    let Some(RawCountryInEnglish { state }) = raw else {
        return CountryInEnglish::default();
    };
    CountryInEnglish {
        state: top.english().plain("state", state),
    }
}

pub(super) fn label(fields: &mut Fields<'_>, raw: Option<RawLabelInEnglish>) -> Option<String> {
    fields.english().plain("label", raw?.label)
}

pub(super) fn post(fields: &mut Fields<'_>, raw: Option<RawPostInEnglish>) -> Option<String> {
    fields.english().plain("name", raw?.name)
}

pub(super) fn holiday(fields: &mut Fields<'_>, raw: Option<RawHolidayInEnglish>) -> Option<String> {
    fields.english().plain("name", raw?.name)
}

pub(super) fn form(fields: &mut Fields<'_>, raw: Option<RawFormInEnglish>) -> Option<SharedText> {
    fields.english().translated("name", raw?.name)
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
    let mut fields = top.english();
    DepartmentInEnglish {
        name: fields.plain("name", name),
        ministry: fields.plain("ministry", ministry),
        office_name: fields.plain("office_name", office_name),
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
    let mut fields = top.english();
    let texts = |list: Vec<Text>| list.into_iter().map(|text| text.0).collect();
    CharterInEnglish {
        vision: fields.translated("vision", raw.vision),
        mission: fields.translated("mission", raw.mission),
        subordinate_offices: fields.translated("subordinate_offices", raw.subordinate_offices),
        expectations: fields.list("expectations", raw.expectations.map(texts), expectations),
        signature_place,
    }
}

pub(super) fn signature_place(
    fields: &mut Fields<'_>,
    raw: Option<RawSignatureInEnglish>,
) -> Option<SharedText> {
    fields.english().translated("place", raw?.place)
}

pub(super) fn superior(
    fields: &mut Fields<'_>,
    raw: Option<RawSuperiorInEnglish>,
) -> Option<SharedText> {
    fields.english().translated("designation", raw?.designation)
}

/// `documents` and `laws` are how many there are in Bangla.
pub(super) fn service(
    fields: &mut Fields<'_>,
    raw: Option<RawServiceInEnglish>,
    (documents, laws): (usize, usize),
) -> ServiceInEnglish {
    let Some(raw) = raw else {
        return ServiceInEnglish::default();
    };
    let mut fields = fields.english();
    let basis = raw.legal_basis.map(|list| list.0);
    let papers = raw.required_documents.map(|list| list.0);
    ServiceInEnglish {
        name: fields.translated("name", raw.name),
        delivery_method: fields.translated("delivery_method", raw.delivery_method),
        required_documents: fields.list("required_documents", papers, documents),
        legal_basis: fields.list("legal_basis", basis, laws),
        available_at: fields.translated("available_at", raw.available_at),
        fee: fields.translated("fee", raw.fee),
        payment_method: fields.translated("payment_method", raw.payment_method),
        time_limit: fields.translated("time_limit", raw.time_limit),
        branch: fields.translated("branch", raw.branch),
    }
}

/// Why an office does not give a service.
pub(super) fn reason(fields: &mut Fields<'_>, raw: Option<RawServiceInEnglish>) -> Option<String> {
    fields.english().plain("reason", raw?.reason)
}

pub(super) fn step(fields: &mut Fields<'_>, raw: Option<RawStepInEnglish>) -> StepInEnglish {
    let Some(raw) = raw else {
        return StepInEnglish::default();
    };
    let mut fields = fields.english();
    StepInEnglish {
        when: fields.translated("when", raw.when),
        whom: fields.translated("whom", raw.whom),
        designation: fields.words("designation", raw.designation),
        address: fields.words("address", raw.address),
        time_limit: fields.translated("time_limit", raw.time_limit),
    }
}

pub(super) fn office(top: &mut Fields<'_>, raw: Option<RawOfficeInEnglish>) -> OfficeInEnglish {
    let Some(raw) = raw else {
        return OfficeInEnglish::default();
    };
    let mut fields = top.english();
    OfficeInEnglish {
        officer: fields.plain("officer", raw.officer),
        address: fields.plain("address", raw.address),
        // The name of a place is the table's to say, in both languages.
        upazila: None,
    }
}
