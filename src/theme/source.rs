//! What a template's text says of itself, read without running it: which names it reads, what it includes, which strings it
//! prints. Tera keeps its own syntax tree to itself, so the text is read once more, for these few questions only. Where the
//! text leaves a doubt, the answer is the one that costs time and not the one that costs right pages.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::markup::Markup;
use super::tokens::{Kind, Tag, Token, tags};

/// What a template says of itself.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// What it says itself.
    pub(super) main: Scope,
    /// The components that it defines, by name; they see only what is passed to them.
    pub(super) components: BTreeMap<String, Scope>,
    /// The strings that it prints by name, `s.menu`, each with its place.
    pub(super) strings: Vec<(String, Range<usize>)>,
    /// Whether every element that it opens is closed in it.
    pub(super) is_whole: bool,
}

/// What a template or a component says.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The names that it reads, each with what is read of it; `None` where that is all of it.
    pub(super) names: BTreeMap<String, Attributes>,
    /// The names to which it gives values itself.
    pub(super) binds: BTreeSet<String>,
    /// What it includes.
    pub(super) includes: Vec<Include>,
    /// The template that it extends.
    pub(super) extends: Option<Include>,
    /// What a component takes from where it is called without being told: `@office`.
    pub(super) implicit: BTreeSet<String>,
}

/// What is read of a value; `None` for all of it.
pub(crate) type Attributes = Option<BTreeSet<String>>;

/// A template that another includes.
#[derive(Debug)]
pub(super) struct Include {
    pub(super) name: String,
    /// Where it is named.
    pub(super) range: Range<usize>,
    /// Whether it stands between the tags of HTML, and what it prints stays as it is.
    pub(super) is_between_tags: bool,
}

impl Source {
    /// Reads a text. What Tera would not accept is read as far as it can be; Tera reports it.
    pub(super) fn read(text: &str) -> Self {
        let mut reading = Reading::default();
        let mut at = 0;
        for tag in tags(text) {
            reading.markup.read(&text[at..tag.range.start]);
            at = tag.range.end;
            reading.tag(&tag);
        }
        reading.markup.read(&text[at..]);
        reading.source.is_whole = reading.markup.is_whole();
        reading.source
    }

    /// Itself and its components.
    pub(super) fn scopes(&self) -> impl Iterator<Item = &Scope> {
        std::iter::once(&self.main).chain(self.components.values())
    }
}

#[derive(Default)]
struct Reading {
    source: Source,
    markup: Markup,
    /// The component that is being read.
    component: Option<String>,
    /// How many tags are open that keep what stands in them as a text, for a filter, a variable or a component.
    kept: usize,
}

impl Reading {
    fn tag(&mut self, tag: &Tag<'_>) {
        let tokens = &*tag.tokens;
        let word = |at: usize| tokens.get(at).and_then(Token::name);
        match (word(0).filter(|_| tag.is_block), tokens) {
            (Some("component"), [_, name, parameters @ ..]) => return self.begin(name, parameters),
            (Some("endcomponent"), _) => self.component = None,
            (Some("include"), [_, name]) => self.include(name),
            (Some("extends"), [_, name]) => {
                let extends = self.included(name);
                self.scope().extends = extends;
            }
            (Some("filter"), _) => self.kept += 1,
            (Some("endset" | "endfilter"), _) => self.kept = self.kept.saturating_sub(1),
            (Some("set" | "set_global"), [_, name, rest @ ..]) => {
                self.bind(name);
                if !rest.first().is_some_and(|next| next.is("=")) {
                    self.kept += 1;
                }
            }
            (Some("for"), [_, names @ ..]) => {
                let bound = names.iter().take_while(|token| token.name() != Some("in"));
                bound.for_each(|name| self.bind(name));
            }
            // A component around others: `{% <card> %}`, `{% </card> %}`.
            (None, [open, .., last]) if tag.is_block && open.is("<") && !last.is("/>") => {
                self.kept += 1;
            }
            (None, [open, ..]) if tag.is_block && open.is("</") => {
                self.kept = self.kept.saturating_sub(1);
            }
            _ => {}
        }
        self.names(tokens);
    }

    fn scope(&mut self) -> &mut Scope {
        match &self.component {
            Some(name) => self.source.components.entry(name.clone()).or_default(),
            None => &mut self.source.main,
        }
    }

    /// Begins a component. Its parameters are no names that it reads, unless it takes them from around its call.
    fn begin(&mut self, name: &Token<'_>, parameters: &[Token<'_>]) {
        self.component = name.name().map(str::to_owned);
        let implicit = parameters
            .windows(2)
            .filter(|pair| pair[0].is("@"))
            .filter_map(|pair| pair[1].name().map(str::to_owned));
        self.scope().implicit = implicit.collect();
    }

    fn bind(&mut self, name: &Token<'_>) {
        let name = name.name().map(str::to_owned);
        self.scope().binds.extend(name);
    }

    fn include(&mut self, name: &Token<'_>) {
        let include = self.included(name);
        self.scope().includes.extend(include);
    }

    fn included(&self, name: &Token<'_>) -> Option<Include> {
        let Kind::Text(text) = name.kind else {
            return None;
        };
        Some(Include {
            name: text.to_owned(),
            range: name.range.clone(),
            is_between_tags: self.kept == 0 && self.markup.is_between_tags(),
        })
    }

    /// Notes each name that is read. Words of the language and names of filters are among them, which does no harm.
    fn names(&mut self, tokens: &[Token<'_>]) {
        for (at, token) in tokens.iter().enumerate() {
            let Some(name) = token.name() else { continue };
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let is_attribute = before.is_some_and(|before| before.is(".") || before.is("?."));
            let next = tokens.get(at + 1);
            let is_argument = next.is_some_and(|next| next.is("="));
            if is_attribute || is_argument {
                continue;
            }
            let attribute = next
                .filter(|next| next.is(".") || next.is("?."))
                .and_then(|_| tokens.get(at + 2)?.name());
            let of_name = self.scope().names.entry(name.to_owned());
            let known = of_name.or_insert_with(|| Some(BTreeSet::new()));
            match (known.as_mut(), attribute) {
                (Some(known), Some(attribute)) => {
                    known.insert(attribute.to_owned());
                }
                (Some(_), None) => *known = None,
                (None, _) => {}
            }
            if name == "s" {
                self.source.strings.extend(string(&tokens[at + 1..]));
            }
        }
    }
}

/// The string of the theme that a template names behind `s`; none where its name is made up while rendering, or where the
/// template asks whether there is one.
fn string(behind: &[Token<'_>]) -> Option<(String, Range<usize>)> {
    let (key, rest) = match behind {
        [dot, key, rest @ ..] if dot.is(".") => (key.name()?, rest),
        [open, key, close, rest @ ..] if open.is("[") && close.is("]") => match key.kind {
            Kind::Text(text) => (text, rest),
            _ => return None,
        },
        _ => return None,
    };
    let asks = match rest {
        [is, not, test, ..] if is.name() == Some("is") && not.name() == Some("not") => test.name(),
        [is, test, ..] if is.name() == Some("is") => test.name(),
        [pipe, filter, ..] if pipe.is("|") => filter.name(),
        _ => None,
    };
    let may_be_missing = matches!(asks, Some("defined" | "undefined" | "default"));
    (!may_be_missing).then(|| (key.to_owned(), behind[1].range.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        Source::read(text).main.names.into_keys().collect()
    }

    #[test]
    fn names_are_read_in_tags_and_nowhere_else() {
        assert_eq!(
            names("office {# {{ pages }} #}{{ charter.office }}"),
            ["charter"]
        );
        assert_eq!(names("{% raw %}{{ office }}{% endraw %}"), ["raw"]);
        assert_eq!(names("{{ <a root={\"office\"} /> }}"), ["a"]);
        assert_eq!(names("{{- s[\"a\" ~ ...office] -}}"), ["office", "s"]);
        assert_eq!(names("{{ \"}} {{ office }}\" }}"), [""; 0]);
    }

    #[test]
    fn what_is_read_of_a_value_is_known() {
        let source = Source::read("{{ service.post }}{{ service.id }}{{ office.a }}{{ office }}");
        let names = source.main.names;
        let attributes = BTreeSet::from(["id".to_owned(), "post".to_owned()]);
        assert_eq!(names["service"], Some(attributes));
        assert_eq!(names["office"], None);
    }

    #[test]
    fn a_component_reads_only_what_it_is_told_or_takes() {
        let text =
            "{% component a(office, @pages) %}{{ office }}{{ pages }}{% endcomponent a %}{{ x }}";
        let source = Source::read(text);
        // The end of a component names it, which does no harm.
        let names: Vec<_> = source.main.names.keys().collect();
        assert_eq!(names, ["a", "endcomponent", "x"]);
        let implicit = &source.components["a"].implicit;
        assert_eq!(implicit.iter().collect::<Vec<_>>(), ["pages"]);
    }

    #[test]
    fn an_include_says_where_it_stands() {
        let between = |text: &str| {
            let source = Source::read(text);
            source
                .main
                .includes
                .iter()
                .all(|include| include.is_between_tags)
        };
        for text in [
            "<p>{% include \"a.html\" %}</p>",
            "<p class=\"{{ x }}\">{%- include 'a.html' -%}",
            "{% set a = 1 %}<br>{% include \"a.html\" %}",
            "{% set a %}x{% endset %}{% include \"a.html\" %}",
        ] {
            assert!(between(text), "{text}");
        }
        for text in [
            "<p class=\"{% include \"a.html\" %}\">",
            "<script>{% include \"a.html\" %}</script>",
            "{% set a %}{% include \"a.html\" %}{% endset %}",
            "{% filter upper %}{% include \"a.html\" %}{% endfilter %}",
            "{% <card> %}{% include \"a.html\" %}{% </card> %}",
        ] {
            assert!(!between(text), "{text}");
        }
    }

    #[test]
    fn strings_are_found_wherever_they_are_named() {
        let text = "{% if x %}{{ s.a | upper }}{{ s[\"b\"] }}{% endif %}{{ s[\"c\" ~ x] }}{{ x.s.d }}\
            {{ s.e | default(value=1) }}{% if s.f is defined %}{% endif %}{{ s[\"g\"] is not defined }}";
        let named: Vec<String> = Source::read(text)
            .strings
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        assert_eq!(named, ["a", "b"]);
    }
}
