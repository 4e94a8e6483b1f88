//! What a reader sees of a page.

/// The text of an HTML page as a reader sees it: no tags, entities resolved, white space folded.
pub(crate) fn text_of(html: &str) -> String {
    // Where a word may break nothing stands, not even a space.
    let html = &html.replace("<wbr>", "");
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    for (entity, sign) in [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a page says outside of what says that it is in Bangla.
pub(crate) fn in_english(html: &str) -> String {
    const SAYS: &str = " lang=bn>";
    let mut rest = html.to_owned();
    while let Some(at) = rest.find(SAYS) {
        let open = rest[..at].rfind('<').expect("an element");
        let name = rest[open + 1..].split(' ').next().expect("a name");
        let close = format!("</{name}>");
        let length = rest[open..].find(&close).expect("its end") + close.len();
        rest.replace_range(open..open + length, "");
    }
    // Data is no text.
    while let Some(at) = rest.find("<script") {
        let end = rest[at..].find("</script>").expect("its end");
        rest.replace_range(at..at + end, "");
    }
    text_of(&rest)
}

/// Whether a sign is of the Bangla script.
pub(crate) fn is_bangla(sign: char) -> bool {
    matches!(sign, '\u{0980}'..='\u{09FF}')
}
