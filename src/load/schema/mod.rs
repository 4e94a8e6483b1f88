//! JSON Schemas of the files, for editors: made of the very shapes that are read, so that both say the same.
//!
//! 1. Each key's comment holds its words in Bangla, then in English; they become its description.
//! 2. [`leaves`]: what may stand for a text that has a rule.
//! 3. What no type says: which keys a department's service needs, which keys go together.

mod leaves;

pub(super) use leaves::{AnyText, FindingCode, ShortNumber};
pub(super) use schemars::JsonSchema;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::country::RawCountry;
use super::office_charter::RawOfficeCharter;
use super::office_values::RawOffice;
use super::raw_charter::RawCharter;
use super::raw_department::RawDepartment;
use super::raw_page::{RawNotice, RawPage, RawTranslation};
use super::theme::RawTheme;
use crate::diagnostic::{Message, phrase};
use crate::model::Language;

/// The schema of each kind of file, with its name and the file it is for.
#[must_use]
pub fn schemas() -> [(&'static str, &'static str, Value); 9] {
    let schema = |name, file, schema: Value| (name, file, schema);
    [
        schema("portal", "portal.yaml", of::<RawCountry>()),
        schema("department", "department.yaml", of::<RawDepartment>()),
        schema("charter", "charter.yaml", of::<RawCharter>()),
        schema(
            "office-charter",
            "offices/*/charter.yaml",
            of::<RawOfficeCharter>(),
        ),
        schema("office", "offices/*/office.yaml", of::<RawOffice>()),
        schema("page", "pages/*.md", of::<RawPage>()),
        schema("notice", "notices/*.md", of::<RawNotice>()),
        schema("translation", "*/*.en.md", of::<RawTranslation>()),
        schema("theme", "themes/*/theme.yaml", of::<RawTheme>()),
    ]
}

/// Draft 7 is what all editors know. Nothing is referred to: what stands behind `anyOf` and `$ref`, as a key that may be
/// left empty would, is neither explained nor proposed by them.
fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.remove("title");
    AsEditorsReadIt.transform(&mut schema);
    if schema.get("required").is_none() {
        // A file in which everything is still commented out.
        schema.insert("type".to_owned(), json!(["object", "null"]));
    }
    schema.to_value()
}

/// The last touches to every schema in a schema.
struct AsEditorsReadIt;

impl Transform for AsEditorsReadIt {
    fn transform(&mut self, schema: &mut Schema) {
        without_alternatives(schema);
        transform_subschemas(self, schema);
        any_scalar(schema);
        if let Some(Value::String(words)) = schema.get_mut("description") {
            *words = unfolded(words);
        }
    }
}

/// A list or a map that may be left empty, said as `anyOf` it and nothing: put into one.
fn without_alternatives(schema: &mut Schema) {
    let Some(Value::Array(alternatives)) = schema.get("anyOf") else {
        return;
    };
    let [Value::Object(one), Value::Object(nothing)] = &alternatives[..] else {
        return;
    };
    if nothing.get("type") != Some(&json!("null")) {
        return;
    }
    let one = one.clone();
    schema.remove("anyOf");
    let all = schema.ensure_object();
    for (key, value) in one {
        all.entry(key).or_insert(value);
    }
    let mut types = match all.remove("type") {
        Some(Value::Array(types)) => types,
        one => one.into_iter().collect(),
    };
    types.push(json!("null"));
    all.insert("type".to_owned(), Value::Array(types));
}

/// A text may be written as any scalar: `01781271934` without quotes is a number to an editor, and a text to us. Said by
/// `type`, editors would propose `true`, `false` and `null` for every one of them.
fn any_scalar(schema: &mut Schema) {
    let Some(Value::Array(types)) = schema.get("type") else {
        return;
    };
    if !types.contains(&json!("string")) || !types.contains(&json!("number")) {
        return;
    }
    let mut others = vec!["array", "object"];
    if !types.contains(&json!("null")) {
        others.push("null");
    }
    schema.remove("type");
    let text = json!({ "type": "string", "errorMessage": both(&phrase::one_text()) });
    let only_scalars = json!([{ "if": { "type": others }, "then": text }]);
    // For a key whose value has neither `type` nor `anyOf`, they would not even write the colon.
    schema.insert("anyOf".to_owned(), only_scalars);
}

/// What is wrong, in both languages: which one the reader knows cannot be asked.
fn both(hint: &Message) -> String {
    format!(
        "{} · {}",
        hint.get(Language::Bangla),
        hint.get(Language::English)
    )
}

/// Each paragraph on a line of its own: editors take the end of a line for the end of a paragraph.
fn unfolded(words: &str) -> String {
    let paragraphs = words
        .split("\n\n")
        .map(|paragraph| paragraph.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Keys of a service that a department must write; an office only for a service of its own. `delivery_method` too where the
/// form prints it.
const OF_A_WHOLE_SERVICE: [&str; 5] = ["id", "name", "fee", "time_limit", "responsible"];

/// Makes of the services that an office writes those of a department: whole, and without the keys that only an office has.
pub(super) fn whole_services(services: &mut Schema) {
    let tables = services
        .get_mut("properties")
        .and_then(Value::as_object_mut);
    for table in tables.into_iter().flat_map(Map::values_mut) {
        let Some(Value::Object(service)) = table.get_mut("items") else {
            continue;
        };
        service.remove("if");
        service.remove("then");
        service.insert("required".to_owned(), json!(OF_A_WHOLE_SERVICE));
        let Some(Value::Object(keys)) = service.get_mut("properties") else {
            continue;
        };
        let of_offices = |key: &str| super::service::ONLY_IN_OFFICES.contains(&key);
        keys.retain(|key, _| !of_offices(key));
        let english = keys
            .get_mut("en")
            .and_then(|english| english.get_mut("properties"));
        if let Some(Value::Object(english)) = english {
            english.retain(|key, _| !of_offices(key));
        }
        for key in OF_A_WHOLE_SERVICE {
            if let Some(Value::Array(types)) = keys.get_mut(key).and_then(|key| key.get_mut("type"))
            {
                types.retain(|kind| kind != "null");
            }
        }
    }
}

/// Makes of the texts of a record those of its `en:`: none has to be written, and each is described as English.
pub(super) fn in_english(schema: &mut Schema) {
    schema.remove("required");
    let keys = schema.get_mut("properties").and_then(Value::as_object_mut);
    for key in keys.into_iter().flat_map(Map::values_mut) {
        let Some(key) = key.as_object_mut() else {
            continue;
        };
        key.remove("examples");
        let mut types = match key.remove("type") {
            Some(Value::Array(types)) => types,
            one => one.into_iter().collect(),
        };
        if !types.contains(&json!("null")) {
            types.push(json!("null"));
        }
        key.insert("type".to_owned(), Value::Array(types));
        if let Some(Value::String(words)) = key.get_mut("description")
            && let Some((bangla, english)) = words.split_once("\n\n")
        {
            *words = format!("ইংরেজিতে: {bangla}\n\nIn English: {english}");
        }
    }
}

/// The condition that a switch is on.
pub(super) fn says(switch: &str) -> Value {
    json!({ "properties": { switch: { "const": true } }, "required": [switch] })
}

/// Two keys that mean nothing one without the other.
pub(super) fn together([one, other]: [&str; 2]) -> Value {
    let says = |key: &str| json!({ "properties": { key: { "not": { "type": "null" } } }, "required": [key] });
    json!([
        { "if": says(one), "then": says(other) },
        { "if": says(other), "then": says(one) },
    ])
}

/// The condition that a tier of complaint names no contact by itself.
pub(super) fn says_nobody() -> Value {
    let keys = ["designation", "address", "phone", "email", "host"];
    let says = |key: &str| json!({ "properties": { key: { "not": { "type": "null" } } }, "required": [key] });
    json!({ "not": { "anyOf": keys.map(says) } })
}

/// A key that may otherwise be left empty, and now may not.
pub(super) fn must_say<T: JsonSchema>(key: &str) -> Value {
    let value = SchemaGenerator::default().subschema_for::<T>();
    json!({ "properties": { key: value }, "required": [key] })
}

/// A vacant post has no officer.
pub(super) fn without_officer() -> Value {
    json!({ "properties": { "officer": false } })
}
