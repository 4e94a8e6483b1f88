//! Text of others, made fit for a terminal.

/// The text without what a terminal would obey: names and values come from content, and content comes from strangers.
///
/// Control characters would rewrite the screen or the title of its window, signs of direction would show a name other than
/// the one that is there. What separates lines and columns becomes a space, so that no text can begin a line of ours.
pub(crate) fn plain(text: &str) -> String {
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
    use super::plain;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(plain("a\u{1b}]0;pwned\u{7}.pdf"), "a]0;pwned.pdf");
        assert_eq!(plain("\u{9b}31m\r\0\u{7f}"), "31m");
        assert_eq!(plain("a\u{202e}fdp.exe\u{2066}\u{200f}"), "afdp.exe");
        assert_eq!(plain("a\tb\nerror[c]"), "a b error[c]");
    }

    #[test]
    fn letters_join_as_they_did() {
        let text = "র‍্যাব, কে‌ন্দ্র";
        assert_eq!(plain(text), text);
    }
}
