//! The JSON Schema of each kind of file, as editors read it best.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::country::RawCountry;
use super::office_charter::RawOfficeCharter;
use super::office_values::RawOffice;
use super::raw_charter::RawCharter;
use super::raw_department::RawDepartment;
use super::raw_page::{RawNotice, RawPage, RawTranslation};
use super::schema::{JsonSchema, both};
use super::theme::RawTheme;
use crate::diagnostic::phrase;

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

/// Each paragraph on a line of its own: editors take the end of a line for the end of a paragraph.
fn unfolded(words: &str) -> String {
    let paragraphs = words
        .split("\n\n")
        .map(|paragraph| paragraph.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
