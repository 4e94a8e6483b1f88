//! The services of a department and those of an office are written with the same keys; what differs is said here.

use schemars::Schema;
use serde_json::{Map, Value, json};

/// Keys that make sense only where an office speaks of a shared service.
const ONLY_IN_OFFICES: [&str; 3] = ["after", "withdrawn", "reason"];

/// Keys of a service that a department must write; an office only for a service of its own. `delivery_method` too where the
/// form prints it.
const OF_A_WHOLE_SERVICE: [&str; 5] = ["id", "name", "fee", "time_limit", "responsible"];

/// Makes of the services that an office writes those of a department: whole, and without the keys that only an office has.
pub(in crate::load) fn whole_services(services: &mut Schema) {
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
        let of_offices = |key: &str| ONLY_IN_OFFICES.contains(&key);
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
