//! Text made fit for where it is put: each function says for which place, and what can then no longer happen there.
//!
//! Whatever is said here is foreign: names and values come from content, and content comes from strangers.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use memchr::{memchr2, memchr3};
use percent_encoding::{CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

/// Text for an element of HTML or an attribute in quotes: it begins no tag and ends no attribute.
pub(crate) fn html(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if memchr3(b'&', b'<', b'>', bytes).is_none() && memchr2(b'"', b'\'', bytes).is_none() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Text for an element of XML, which can hold no control character, not even as a number. Not for attributes.
pub(crate) fn xml(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    clean
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A value as a script may hold it: JSON, without what older engines take for the end of a line or a page for its own.
pub(crate) fn script(value: &(impl Serialize + ?Sized)) -> String {
    let json = serde_json::to_string(value).expect("text and lists of text have a JSON form");
    // Both ends of lines begin with this byte, which few texts hold.
    if memchr2(b'<', 0xE2, json.as_bytes()).is_none() {
        return json;
    }
    json.replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A word that is put between the quotes of a text in a script.
pub(crate) fn in_script(word: &str) -> String {
    between_quotes(&script(word))
}

/// JSON as it may stand between the tags of a `script`: nothing in it ends the element or begins a comment.
pub(crate) fn data_block(value: &Value) -> String {
    let mut safe = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            c => safe.push(c),
        }
    }
    safe
}

/// A word that is put between the quotes of a text in such JSON.
pub(crate) fn in_data_block(word: &str) -> String {
    between_quotes(&data_block(&Value::from(word)))
}

fn between_quotes(quoted: &str) -> String {
    quoted[1..quoted.len() - 1].to_owned()
}

/// A text value of a vCard, where commas and semicolons divide values and a line is one property.
pub(crate) fn vcard(value: &str) -> String {
    let mut safe = String::with_capacity(value.len() + 8);
    for c in value.chars() {
        match c {
            '\\' | ',' | ';' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// A text of one line in YAML, whatever stands in it.
pub(crate) fn yaml(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A cell of a table: in quotes where it could not be told from several cells, or where all are quoted.
pub(crate) fn cell(cell: &str, delimiter: char, always: bool) -> String {
    if always || cell.contains([delimiter, '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The path of an address as it is sent: the letters of Bangla names in percent signs. What has a meaning in a path keeps it.
pub(crate) fn address(path: &str) -> String {
    utf8_percent_encode(path, CONTROLS).to_string()
}

/// A path of a file as the URI reference it must be: forward slashes, and what has a meaning in URIs in percent signs.
pub(crate) fn uri(file: &str) -> String {
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    // An absolute path is not relative to anything; a name with a colon would be read as a scheme, hence escaped above.
    if uri.starts_with('/') {
        format!("file://{uri}")
    } else {
        uri
    }
}

/// A path as people read it: with forward slashes on every system.
pub(crate) fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A path as one has to type it at a shell.
pub(crate) fn shell(path: &Path) -> String {
    let path = terminal(&path.to_string_lossy());
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// The text without what a terminal would obey.
///
/// Control characters would rewrite the screen or the title of its window, signs of direction would show a name other than
/// the one that is there. What separates lines and columns becomes a space, so that no text can begin a line of ours.
pub(crate) fn terminal(text: &str) -> String {
    text.chars()
        .map(|c| if separates(c) { ' ' } else { c })
        .filter(|c| !c.is_control() && !directs(*c))
        .collect()
}

fn separates(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{2028}' | '\u{2029}')
}

/// Signs of Unicode's bidirectional algorithm. Those that join letters, which Bangla needs, are not among them.
fn directs(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_tag_or_ends_an_attribute() {
        assert_eq!(html("ক & \"<b>'"), "ক &amp; &quot;&lt;b&gt;&#39;");
        assert!(matches!(html("ক খ"), Cow::Borrowed("ক খ")));
        assert_eq!(xml("a\u{0}<b>&\n"), "a&lt;b&gt;&amp;");
    }

    #[test]
    fn no_word_ends_the_script_or_the_text_in_which_it_stands() {
        let word = "\"</script><!-- \\ & \n\u{2028}";
        for inside in [in_script(word), in_data_block(word)] {
            assert!(!inside.contains(['<', '\n']), "{inside}");
            let whole: Value = serde_json::from_str(&format!("\"{inside}\"")).expect("JSON");
            assert_eq!(whole, word);
        }
        assert!(!in_data_block(word).contains(['>', '&']));
        assert!(!in_script(word).contains('\u{2028}'));
    }

    #[test]
    fn signs_that_divide_values_stay_part_of_the_text() {
        assert_eq!(vcard("ক, খ; গ\\ঘ\nঙ\t"), "ক\\, খ\\; গ\\\\ঘ\\nঙ");
        assert_eq!(yaml("a \"b\" \\"), "\"a \\\"b\\\" \\\\\"");
        assert_eq!(cell("a;b", ',', false), "a;b");
        assert_eq!(cell("a\",b", ',', false), "\"a\"\",b\"");
    }

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(terminal("a\u{1b}]0;pwned\u{7}.pdf"), "a]0;pwned.pdf");
        assert_eq!(terminal("\u{9b}31m\r\0\u{7f}"), "31m");
        assert_eq!(terminal("a\u{202e}fdp.exe\u{2066}\u{200f}"), "afdp.exe");
        assert_eq!(terminal("a\tb\nerror[c]"), "a b error[c]");
    }

    #[test]
    fn letters_join_as_they_did() {
        let text = "র‍্যাব, কে‌ন্দ্র";
        assert_eq!(terminal(text), text);
    }
}
