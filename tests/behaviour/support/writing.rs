//! What people write: pages, and texts in YAML.

/// A notice of the first day of 2025.
pub(crate) fn notice(text: &str) -> String {
    format!("---\ntitle: ক\ndate: 2025-01-01\n---\n{text}\n")
}

/// A text in one of the ways in which YAML writes it, below a key.
pub(crate) fn written(style: usize, text: &str) -> String {
    let lines = text.replace('\n', "\n  ");
    let one_line = text.trim().replace('\n', " ");
    match style {
        0 => format!(" {one_line}"),
        1 => format!(" '{}'", one_line.replace('\'', "''")),
        2 => format!(
            " \"{}\"",
            one_line.replace('\\', "\\\\").replace('"', "\\\"")
        ),
        3 => format!(" |\n  {lines}"),
        _ => format!(" >\n  {lines}\n  আরও"),
    }
}
