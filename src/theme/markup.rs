//! Where a template stands in the HTML that it writes: between tags, or in one. Only the letters that stand in the template
//! are read; what its tags print is text.

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that hold text only, up to their end.
const TEXT_ONLY: [&str; 4] = ["script", "style", "title", "textarea"];

/// What has been read of a template's HTML.
#[derive(Debug, Default)]
pub(super) struct Markup {
    state: State,
    /// The elements that are open.
    open: Vec<String>,
    /// Whether an end has been met that ends nothing, or the end of something else.
    is_broken: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Between,
    /// Behind `<`: the name of the tag.
    Name(String),
    /// Behind the name; whether the last sign was a slash.
    Inside { slash: bool },
    /// In the value of an attribute, up to this quote.
    Quoted(char),
    /// In a comment or a document type.
    Aside(String),
}

impl Markup {
    /// Reads on.
    pub(super) fn read(&mut self, text: &str) {
        text.chars().for_each(|sign| self.sign(sign));
    }

    /// Whether what is printed here stands between tags, as HTML.
    pub(super) fn is_between_tags(&self) -> bool {
        self.state == State::Between && self.text_only().is_none()
    }

    /// Whether every element that was opened is closed.
    pub(super) fn is_whole(&self) -> bool {
        self.state == State::Between && self.open.is_empty() && !self.is_broken
    }

    /// The element that holds text only, if one is open.
    fn text_only(&self) -> Option<&str> {
        let last = self.open.last().map(String::as_str);
        last.filter(|name| TEXT_ONLY.contains(name))
    }

    fn sign(&mut self, sign: char) {
        let state = std::mem::take(&mut self.state);
        self.state = match (state, sign) {
            (State::Between, '<') => State::Name(String::new()),
            (State::Between, _) => State::Between,
            (State::Name(name), '!') if name.is_empty() => State::Aside(String::new()),
            (State::Name(mut name), sign)
                if sign.is_ascii_alphanumeric()
                    || sign == '-'
                    || (sign == '/' && name.is_empty()) =>
            {
                name.push(sign.to_ascii_lowercase());
                State::Name(name)
            }
            (State::Name(name), sign) => self.named(&name, sign),
            (State::Inside { slash }, '>') => {
                if slash {
                    self.open.pop();
                }
                self.without_end();
                State::Between
            }
            (State::Inside { .. }, quote @ ('"' | '\'')) => State::Quoted(quote),
            (State::Inside { .. }, sign) => State::Inside { slash: sign == '/' },
            (State::Quoted(quote), sign) if sign == quote => State::Inside { slash: false },
            (State::Quoted(quote), _) => State::Quoted(quote),
            (State::Aside(text), '>') if !text.starts_with("--") || text.ends_with("--") => {
                State::Between
            }
            (State::Aside(mut text), sign) => {
                text.push(sign);
                State::Aside(text)
            }
        };
    }

    /// The name of a tag has ended before a sign.
    fn named(&mut self, name: &str, sign: char) -> State {
        if let Some(name) = name.strip_prefix('/') {
            if self.text_only().is_some_and(|open| open != name) {
                return State::Between;
            }
            self.is_broken |= self.open.pop().as_deref() != Some(name);
            // As if it were one without an end, for its `>` opens nothing.
            self.open.push("wbr".to_owned());
        } else if name.is_empty() || self.text_only().is_some() {
            return State::Between;
        } else {
            self.open.push(name.to_owned());
        }
        self.state = State::Inside { slash: false };
        self.sign(sign);
        std::mem::take(&mut self.state)
    }

    /// A tag has ended: if its element has no end, it is closed.
    fn without_end(&mut self) {
        if self.open.last().is_some_and(|name| VOID.contains(&&**name)) {
            self.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    fn read(text: &str) -> Markup {
        let mut markup = Markup::default();
        markup.read(text);
        markup
    }

    #[test]
    fn a_whole_text_closes_what_it_opens() {
        for text in [
            "",
            "ক < খ",
            "<p>ক<br>খ</p>",
            "<p title=\"</p>\">ক</p>",
            "<script>if (a < b) '</p>'</script>",
            "<!doctype html><!-- <p> --><img src=a/b>",
            "<svg><path d='M0'/></svg>",
            "<P></p>",
        ] {
            assert!(read(text).is_whole(), "{text}");
        }
        for text in ["<p>", "</p>", "<p><b></p></b>", "<p", "<a href=\"", "<!-- "] {
            assert!(!read(text).is_whole(), "{text}");
        }
    }

    #[test]
    fn inside_a_tag_or_a_text_is_not_between_tags() {
        for text in ["", "<p>ক", "<p class=a>", "<title>ক</title>"] {
            assert!(read(text).is_between_tags(), "{text}");
        }
        for text in [
            "<p",
            "<p class=",
            "<p class=\"a",
            "<title>ক",
            "<script>",
            "<!-- ",
        ] {
            assert!(!read(text).is_between_tags(), "{text}");
        }
    }
}
