//! What may stand for a text, by what it is to become: a pattern that takes all that is understood, and what to write
//! instead.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::super::text::{Text, TextOrList};
use crate::diagnostic::{Code, Message, Severity, catalogue, phrase};
use crate::model::{
    AreaCode, Charge, CharterFormat, Date, Degrees, Email, GrievanceContact, Host, Language,
    PLACEHOLDERS, Phone, Role, Section, SharedText, Slug, TimeOfDay, WebAddress, Weekday, digits,
};

/// A text that may also be empty.
pub(in crate::load) struct AnyText;
/// The number of a hotline.
pub(in crate::load) struct ShortNumber;
/// One or several telephones.
pub(in crate::load) struct PhoneOrList;
/// One or several roles.
pub(in crate::load) struct RoleOrList;
/// The code of a finding.
pub(in crate::load) struct FindingCode;

/// Bangla digits are digits too.
const DIGIT: &str = "[0-9\u{09E6}-\u{09EF}]";

macro_rules! leaves {
    ($($name:ident: $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

leaves! {
    Text: text(r"\S", &phrase::one_text());
    AnyText: json_schema!({ "type": SCALAR });
    SharedText: text(&format!(r"{}[\s\S]*\S", placeholders()), &phrase::shared_text());
    TextOrList: text_or_list();
    Slug: text(r"^[a-z0-9\u0980-\u09F1\u09FC\u09FE]+(-[a-z0-9\u0980-\u09F1\u09FC\u09FE]+)*$", &Code::BadId.remedy());
    Date: text(&day(), &Code::BadDate.remedy());
    Phone: phone();
    PhoneOrList: list_of(&dialled(), &phrase::phone());
    RoleOrList: list_of(&one_of(&Role::ALL.map(|(key, _)| key)), &Code::UnknownRole.remedy());
    Charge: json_schema!({ "enum": Charge::ALL.map(|(key, _)| key) });
    Email: text(&format!("^[A-Za-z0-9_+-]([A-Za-z0-9._+-]*[A-Za-z0-9_+-])?@{HOST}$"), &Code::BadEmail.remedy());
    Host: text(&format!("^({HOST}|{})$", in_bangla()), &Code::BadHost.remedy());
    WebAddress: text(&web_address(), &Code::BadLink.remedy());
    AreaCode: text(&format!(r"^\s*{DIGIT}{{2,6}}\s*$"), &Code::BadCode.remedy());
    TimeOfDay: text(&format!(r"^\s*{DIGIT}{{1,2}}:{DIGIT}{{2}}\s*$"), &Code::BadHours.remedy());
    Degrees: text(&format!(r"^\s*{DIGIT}{{1,3}}(\.{DIGIT}+)?\s*$"), &phrase::degrees());
    ShortNumber: text(&format!("^{DIGIT}+$"), &Code::BadHotline.remedy());
    FindingCode: finding_code();
    CharterFormat: json_schema!({ "enum": CharterFormat::ALL.map(|(key, _)| key) });
    Language: json_schema!({ "enum": Language::ALL.map(|(key, _)| key) });
    Weekday: json_schema!({ "enum": Weekday::ALL.map(|(key, _)| key) });
    Section: json_schema!({ "enum": Section::ALL.map(|(key, _)| key) });
    GrievanceContact: json_schema!({ "enum": ["district.grievance_officer"] });
}

/// What YAML may take a text for.
const SCALAR: [&str; 3] = ["string", "number", "boolean"];

/// `patternErrorMessage` is what editors show in place of the pattern.
fn text(pattern: &str, hint: &Message) -> Schema {
    json_schema!({ "type": SCALAR, "pattern": pattern, "patternErrorMessage": both(hint) })
}

/// Looks ahead for a placeholder that there is not.
fn placeholders() -> String {
    let known = PLACEHOLDERS.join("|");
    format!(r"^(?![\s\S]*\{{(?!({known})\}})[a-z_]+\}})")
}

/// A bare number would lose its zeros before anybody could ask which of the two it is.
fn text_or_list() -> Schema {
    json_schema!({
        "type": ["string", "array"],
        "errorMessage": both(&phrase::kind_texts()),
        "pattern": placeholders(),
        "patternErrorMessage": both(&phrase::shared_text()),
        "items": { "type": SCALAR, "pattern": placeholders(), "patternErrorMessage": both(&phrase::shared_text()) },
    })
}

/// One or several values of a pattern: between semicolons, one a line, or as a list.
fn list_of(pattern: &str, hint: &Message) -> Schema {
    let one = pattern.trim_start_matches('^').trim_end_matches('$');
    json_schema!({
        "type": ["string", "array"],
        "errorMessage": both(&phrase::kind_texts()),
        "pattern": format!(r"^\s*({one})(\s*[;\n]\s*({one}))*\s*$"),
        "patternErrorMessage": both(hint),
        "minItems": 1,
        "items": { "type": SCALAR, "pattern": pattern, "patternErrorMessage": both(hint) },
    })
}

fn one_of(keys: &[&str]) -> String {
    format!("^({})$", keys.join("|"))
}

/// Year-month-day; whether the month has so many days is left to the program.
fn day() -> String {
    let digit = |from: u32, to: u32| {
        let both = (from..=to).map(|digit| {
            let bangla = digits::to_bangla(&digit.to_string());
            format!("{digit}{bangla}")
        });
        format!("[{}]", both.collect::<String>())
    };
    let year = format!(
        "({}{}|{}{})",
        digit(1, 1),
        digit(9, 9),
        digit(2, 2),
        digit(0, 1)
    );
    let month = format!(
        "({}{}|{}{})",
        digit(0, 0),
        digit(1, 9),
        digit(1, 1),
        digit(0, 2)
    );
    let day = format!(
        "({}{}|{}{DIGIT}|{}{})",
        digit(0, 0),
        digit(1, 9),
        digit(1, 2),
        digit(3, 3),
        digit(0, 1)
    );
    format!("^{year}{DIGIT}{{2}}-{month}-{day}$")
}

/// Without quotes `017812271934` is a number and has no digits to be counted, but a size: that of a mobile number with a
/// digit too many, or too few, is known for a mistake.
fn phone() -> Schema {
    let mut schema = text(&dialled(), &phrase::phone());
    let between = |from: u64, to: u64| json!({ "minimum": from, "maximum": to });
    let miscounted = [
        between(100_000_000, 199_999_999),
        between(10_000_000_000, 19_999_999_999),
    ];
    schema.insert(
        "if".to_owned(),
        json!({ "type": "number", "anyOf": miscounted }),
    );
    schema.insert(
        "then".to_owned(),
        json!({ "type": "string", "errorMessage": both(&phrase::phone()) }),
    );
    schema
}

/// With spaces and hyphens between the digits, with or without +880: mobiles of 11 digits, land lines of 7 to 11.
fn dialled() -> String {
    const ONE: &str = "[1\u{09E7}]";
    const MORE: &str = "[2-9\u{09E8}-\u{09EF}]";
    const ZERO: &str = "[0\u{09E6}]";
    const EIGHT: &str = "[8\u{09EE}]";
    const GAP: &str = "[ -]*";
    format!(
        r"^(\+{GAP}{EIGHT}{GAP}{EIGHT}{GAP}{ZERO}|{GAP}{ZERO}){GAP}({ONE}({GAP}{DIGIT}){{9}}|{MORE}({GAP}{DIGIT}){{5,9}}){GAP}$"
    )
}

/// At least one dot; labels of at most 63 signs.
const HOST: &str = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+";

/// A host with letters that are not Latin ones; which of them there can be is left to the program.
fn in_bangla() -> String {
    let sign = r#"[^\s"'<>\\/?#:@.]"#;
    let end = r#"[^\s"'<>\\/?#:@.-]"#;
    let label = format!("{end}({sign}*{end})?");
    format!(r"(?=[^/?#:]*[^\x00-\x7F]){label}(\.{label})+")
}

fn web_address() -> String {
    let latin = HOST.replace("[a-z", "[A-Za-z");
    let rest = r#"([/?#:][^\s"'<>\\]*)?"#;
    format!("^[Hh][Tt][Tt][Pp][Ss]?://({latin}|{}){rest}$", in_bangla())
}

/// Mistakes cannot be answered for. A code that is unknown is a doubt, so the known ones are only proposed.
fn finding_code() -> Schema {
    let doubts = catalogue::items()
        .iter()
        .filter(|item| item.severity != Severity::Error);
    let codes: Vec<&str> = doubts.map(|item| item.name).collect();
    let mut schema = text(r"\S", &phrase::one_text());
    schema.insert("examples".to_owned(), json!(codes));
    schema
}

/// What is wrong, in both languages: which one the reader knows cannot be asked.
pub(in crate::load) fn both(hint: &Message) -> String {
    format!(
        "{} · {}",
        hint.get(Language::Bangla),
        hint.get(Language::English)
    )
}
