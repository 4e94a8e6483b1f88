//! The keys below `en:`, which are those of the record itself once more.

use schemars::Schema;
use serde_json::{Map, Value, json};

/// Makes of the texts of a record those of its `en:`: none has to be written, and each is described as English.
pub(in crate::load) fn in_english(schema: &mut Schema) {
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
