//! What machines read of a portal: feed, list of addresses, card, data blocks, what the search finds, what is kept offline.

use serde_json::Value;

use super::address::{self, Use};
use super::{File, signs};

/// What a card says, each at most once.
const FIELDS: [&str; 12] = [
    "BEGIN",
    "VERSION",
    "FN",
    "N",
    "ORG",
    "TITLE",
    "TEL;TYPE=WORK,VOICE",
    "EMAIL;TYPE=INTERNET,WORK",
    "ADR;TYPE=WORK",
    "GEO",
    "URL",
    "END",
];
/// Elements of feeds, lists of addresses and drawings.
const ELEMENTS: &str = "feed title id updated author name link entry summary urlset url loc lastmod svg path rect g circle";
/// Names in data blocks whose value is an address.
const ADDRESSES: [&str; 8] = [
    "url",
    "@id",
    "sameAs",
    "logo",
    "image",
    "item",
    "target",
    "contentUrl",
];

/// A feed or a list of addresses names its own portal only; a drawing loads and runs nothing.
pub(super) fn xml(file: &File<'_>, tell: &mut impl FnMut(String)) {
    let document = match roxmltree::Document::parse(file.text) {
        Ok(document) => document,
        Err(error) => return tell(format!("not XML: {error}")),
    };
    let own = format!("https://{}/", file.host);
    let is_drawing = file.path.ends_with(".svg");
    for node in document.descendants() {
        let name = node.tag_name().name();
        if node.is_element() && !ELEMENTS.split(' ').any(|known| known == name) {
            tell(format!("<{name}> in data"));
        }
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            signs(text, "text", tell);
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            signs(value, "attribute", tell);
            let is_address = matches!(name, "href" | "src");
            let is_own = value.starts_with(&own) && !is_drawing;
            if name.starts_with("on") || name == "style" || (is_address && !is_own) {
                tell(format!("{name}={value}"));
            }
        }
        let holds_address = matches!(name, "loc" | "id") && node.is_element();
        if holds_address && !node.text().unwrap_or_default().starts_with(&own) {
            tell(format!("an address of another portal: {:?}", node.text()));
        }
    }
}

pub(super) fn json(text: &str, tell: &mut impl FnMut(String)) {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => texts(&value, tell),
        Err(error) => tell(format!("not JSON: {error}")),
    }
}

/// A block of linked data in a page.
pub(super) fn linked(text: &str, tell: &mut impl FnMut(String)) {
    json(text, tell);
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        addresses(&value, tell);
    }
}

fn addresses(value: &Value, tell: &mut impl FnMut(String)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let (true, Value::String(address)) = (ADDRESSES.contains(&&**name), value) {
                    let fault = address::fault(address, Use::Followed, ("", ""), |_| true);
                    fault.into_iter().for_each(&mut *tell);
                }
                addresses(value, tell);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| addresses(value, tell)),
        _ => {}
    }
}

/// The signs in all texts of a value; line ends are written as such in JSON.
fn texts(value: &Value, tell: &mut impl FnMut(String)) {
    match value {
        Value::String(text) => signs(text, "value", tell),
        Value::Array(list) => list.iter().for_each(|value| texts(value, tell)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            signs(name, "name", tell);
            texts(value, tell);
        }),
        _ => {}
    }
}

/// A card has the fields that are written, and no line that a text brought in.
pub(super) fn card(text: &str, tell: &mut impl FnMut(String)) {
    let lines = text.replace("\r\n ", "");
    if lines.replace("\r\n", "").contains(['\r', '\n']) || !lines.ends_with("\r\n") {
        tell("a line of the card does not end as lines of cards do".to_owned());
    }
    let mut seen = Vec::new();
    for line in lines.lines() {
        let name = line.split_once(':').map_or(line, |(name, _)| name);
        if !FIELDS.contains(&name) {
            tell(format!("the field {name} of a card"));
        }
        if seen.contains(&name) {
            tell(format!("two fields {name} in a card"));
        }
        seen.push(name);
    }
}

pub(super) fn robots(file: &File<'_>, tell: &mut impl FnMut(String)) {
    let list = format!("Sitemap: https://{}/sitemap.xml", file.host);
    for line in file.text.lines() {
        if !["User-agent: *", "Allow: /", "", &list].contains(&line) {
            tell(format!("a line of robots.txt: {line}"));
        }
    }
}

/// What the search finds: one value, and nothing behind it.
pub(super) fn entries(text: &str, tell: &mut impl FnMut(String)) {
    let Some(value) = text.strip_prefix("sanad.index=") else {
        return tell("does not begin with its value".to_owned());
    };
    let value = script_value(value, tell);
    let Some(list) = value.as_ref().and_then(|value| value.get("entries")) else {
        return;
    };
    for entry in list.as_array().into_iter().flatten() {
        let address = entry.get(2).and_then(Value::as_str).unwrap_or_default();
        if address.contains(':') || address.starts_with(['/', '\\']) {
            tell(format!("an address of the search: {address}"));
        }
    }
}

/// Ends the list of files of a service worker; its script follows.
const END: &str = "\n]};\n";

pub(super) fn worker(text: &str, tell: &mut impl FnMut(String)) {
    let value = text
        .strip_prefix("self.sanad=")
        .and_then(|rest| rest.split_once(END));
    match value {
        Some((value, _)) => drop(script_value(&format!("{value}\n]}}"), tell)),
        None => tell("does not begin with its value".to_owned()),
    }
}

/// What follows the value of a service worker.
pub(super) fn script_of_worker(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.split_once(END)
        .map_or_else(String::new, |(_, script)| script.to_owned())
}

/// A value in a script: JSON, but for commas behind the last of a list, and without what ends a script or its line.
fn script_value(text: &str, tell: &mut impl FnMut(String)) -> Option<Value> {
    if text.contains(['<', '\u{2028}', '\u{2029}']) {
        tell("a sign that may end a script".to_owned());
    }
    // A text holds no line end as such, so this is between values.
    let value = serde_json::from_str::<Value>(&text.replace(",\n]", "\n]"));
    match value {
        Ok(value) => {
            texts(&value, tell);
            Some(value)
        }
        Err(error) => {
            tell(format!("not a value: {error}"));
            None
        }
    }
}
