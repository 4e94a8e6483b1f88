//! What a file is made of, without its words: what no correction of words may change.

use super::{front_matter, locate, table, text};
use crate::markdown;

/// A digest for comparing: the keys of a YAML file, the cells of a table, the Markdown of a page. `is_linked` says of the
/// fragment of a heading whether another file leads to it; then it is a part of it too.
#[must_use]
pub fn shape(file: &str, text: &str, is_linked: impl Fn(&str) -> bool) -> String {
    match file.rsplit('.').next().unwrap_or_default() {
        "csv" => {
            let cells = table::values(text).into_iter().map(|cell| cell.path);
            cells.collect::<Vec<_>>().join("\n")
        }
        "md" => match front_matter::parts(text) {
            Some((matter, body)) => {
                let body = markdown::shape(&text::nfc(&text[body..]), is_linked);
                format!("{}\n---\n{body}", locate::shape(&text[matter]))
            }
            None => markdown::shape(text, is_linked),
        },
        _ => locate::shape(text),
    }
}
