//! Which keys go together: what no type can say.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

/// The condition that a switch is on.
pub(in crate::load) fn says(switch: &str) -> Value {
    json!({ "properties": { switch: { "const": true } }, "required": [switch] })
}

/// Two keys that mean nothing one without the other.
pub(in crate::load) fn together([one, other]: [&str; 2]) -> Value {
    let says = |key: &str| json!({ "properties": { key: { "not": { "type": "null" } } }, "required": [key] });
    json!([
        { "if": says(one), "then": says(other) },
        { "if": says(other), "then": says(one) },
    ])
}

/// The condition that a tier of complaint names no contact by itself.
pub(in crate::load) fn says_nobody() -> Value {
    let keys = ["designation", "address", "phone", "email", "host"];
    let says = |key: &str| json!({ "properties": { key: { "not": { "type": "null" } } }, "required": [key] });
    json!({ "not": { "anyOf": keys.map(says) } })
}

/// A key that may otherwise be left empty, and now may not.
pub(in crate::load) fn must_say<T: JsonSchema>(key: &str) -> Value {
    let value = SchemaGenerator::default().subschema_for::<T>();
    json!({ "properties": { key: value }, "required": [key] })
}

/// A vacant post has no officer.
pub(in crate::load) fn without_officer() -> Value {
    json!({ "properties": { "officer": false } })
}
