//! What each template needs of the portal, read from its text, so that no theme has to say it.
//!
//! What a template does not name it cannot depend on. So a page is made once for all offices that say the same, and an
//! included template that names more, an officer's card for instance, is a piece of its own, made for each office and put
//! where it is included. That is so only where it changes nothing: the piece sees what it would have seen there.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Attributes, Scope, Source};
use super::uses::{Use, of_template};
use super::{Given, is_reserved};

/// Words of the language, which no template can read as names.
const WORDS: [&str; 22] = [
    "and",
    "break",
    "continue",
    "elif",
    "else",
    "endblock",
    "endfilter",
    "endfor",
    "endif",
    "endset",
    "filter",
    "for",
    "if",
    "in",
    "include",
    "is",
    "not",
    "or",
    "safe",
    "set",
    "set_global",
    "block",
];

/// What the templates of a theme need.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// The values of the portal that each template names, itself or through what it includes and is no piece.
    pub(super) named: BTreeMap<String, BTreeSet<Given>>,
    /// The same with its pieces.
    pub(super) reach: BTreeMap<String, BTreeSet<Given>>,
    /// The included templates that are pieces of their own, with the names that they read of where they are included.
    pub(super) pieces: BTreeMap<String, BTreeMap<String, Attributes>>,
    /// What each template reads of `assets`, itself or through others.
    pub(super) assets: BTreeMap<String, Attributes>,
    /// The same of `charter`.
    pub(super) charter: BTreeMap<String, Attributes>,
}

impl Needs {
    /// Of a theme's templates, by name.
    pub(super) fn of(sources: &BTreeMap<&str, Source>) -> Self {
        let mut theme = Templates {
            sources,
            fixed: BTreeSet::new(),
        };
        theme.fixed = theme.what_is_fixed();
        let mut needs = Self::default();
        for name in sources.keys() {
            theme.named(name, &mut needs.named);
        }
        for name in sources.keys() {
            let whole = theme.whole(name);
            let read_of = |value: &str| Some(((*name).to_owned(), theme.read_of(value, &whole)?));
            needs.assets.extend(read_of("assets"));
            needs.charter.extend(read_of(Given::Charter.name()));
            let reach = whole.iter().flat_map(|name| theme.own(name)).collect();
            needs.reach.insert((*name).to_owned(), reach);
            if theme.is_piece(name, &needs.named) {
                needs.pieces.insert((*name).to_owned(), theme.read(&whole));
            }
        }
        needs
    }
}

struct Templates<'a> {
    sources: &'a BTreeMap<&'a str, Source>,
    /// Those that are no pieces.
    fixed: BTreeSet<&'a str>,
}

impl<'a> Templates<'a> {
    /// Whether a template is a piece of its own: one that others include and that needs more of the portal than the way to
    /// its first page, or that several include, so that it is made once for all of them.
    fn is_piece(&self, name: &str, named: &BTreeMap<String, BTreeSet<Given>>) -> bool {
        let including = self.sources.values().filter(|source| {
            let mut scopes = source.scopes();
            scopes.any(|scope| scope.includes.iter().any(|include| include.name == name))
        });
        let named = named.get(name);
        let needs = named.is_some_and(|named| named.iter().any(|given| *given != Given::Root));
        let least = if needs { 1 } else { 2 };
        !self.fixed.contains(name) && including.count() >= least
    }

    /// What a template includes and extends.
    fn includes(&self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let scope = self.sources.get(name).map(|source| &source.main);
        scope.into_iter().flat_map(of_scope)
    }

    /// A template with all that it includes, and the components that any of them calls.
    fn whole(&self, name: &'a str) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![name];
        while let Some(next) = waiting.pop() {
            if seen.insert(next) {
                waiting.extend(self.includes(next));
                let components = self.components(next);
                waiting.extend(components.into_iter().flat_map(of_scope));
            }
        }
        seen
    }

    /// The components that a template calls, itself or through others.
    fn components(&self, name: &str) -> Vec<&'a Scope> {
        let mut found: BTreeMap<&str, &Scope> = BTreeMap::new();
        let mut waiting: Vec<&Scope> = Vec::new();
        waiting.extend(self.sources.get(name).map(|source| &source.main));
        while let Some(scope) = waiting.pop() {
            for source in self.sources.values() {
                for (name, component) in &source.components {
                    if scope.names.contains_key(name) && found.insert(name, component).is_none() {
                        waiting.push(component);
                    }
                }
            }
        }
        found.into_values().collect()
    }

    /// The values of the portal that a template names itself, or that its components take.
    fn own(&self, name: &str) -> BTreeSet<Given> {
        let Some(source) = self.sources.get(name) else {
            return BTreeSet::new();
        };
        let taken = self.components(name);
        let taken = taken.iter().flat_map(|component| &component.implicit);
        let names = source.main.names.keys().chain(taken);
        names.filter_map(|name| Given::of(name)).collect()
    }

    /// Notes which values of the portal a template names, itself or through what it includes and is no piece.
    fn named(&self, name: &str, known: &mut BTreeMap<String, BTreeSet<Given>>) {
        if known.contains_key(name) {
            return;
        }
        // Templates that include each other end here; they are reported by Tera.
        known.insert(name.to_owned(), BTreeSet::new());
        let mut values = self.own(name);
        let components = self.components(name);
        let includes = components.into_iter().flat_map(of_scope);
        for included in self.includes(name).chain(includes) {
            self.named(included, known);
            if !self.is_piece(included, known) {
                values.extend(known.get(included).into_iter().flatten());
            }
        }
        known.insert(name.to_owned(), values);
    }

    /// Templates that are no pieces, whatever they need: what they print depends on where they stand.
    fn what_is_fixed(&self) -> BTreeSet<&'a str> {
        let mut fixed = BTreeSet::new();
        for (name, source) in self.sources {
            let main = &source.main;
            // Who gives another meaning to a value of the portal gives it to all that is included.
            let hides = main.binds.iter().any(|name| is_reserved(name));
            // What is made outside portals is printed where it stands.
            let hides = hides || of_template(name) != Use::Portal;
            for include in &main.includes {
                if hides || !include.is_between_tags {
                    fixed.extend(self.whole(&include.name));
                }
            }
            // A component hides all that it is not told.
            let inside = source.components.values().flat_map(of_scope);
            inside.for_each(|included| fixed.extend(self.whole(included)));
            fixed.extend(main.extends.iter().map(|base| &*base.name));
            let is_of_itself = self
                .includes(name)
                .any(|next| self.whole(next).contains(name));
            let asks = main.names.keys().any(|name| name.starts_with("__tera"));
            if !source.is_whole || is_of_itself || asks || (hides && main.extends.is_some()) {
                fixed.insert(name);
            }
        }
        fixed
    }

    /// What a template and all that it includes and calls read of a value.
    fn read_of(&self, value: &str, whole: &BTreeSet<&str>) -> Option<Attributes> {
        let scopes = whole.iter().flat_map(|name| {
            let main = self.sources.get(name).map(|source| &source.main);
            main.into_iter().chain(self.components(name))
        });
        let reads = scopes.filter_map(|scope| scope.names.get(value).cloned());
        reads.reduce(|one, other| {
            let (mut one, other) = (one?, other?);
            one.extend(other);
            Some(one)
        })
    }

    /// The names that a template and all that it includes read, without those that mean the same everywhere.
    fn read(&self, whole: &BTreeSet<&str>) -> BTreeMap<String, Attributes> {
        let mut read: BTreeMap<String, Attributes> = BTreeMap::new();
        for name in whole {
            let Some(source) = self.sources.get(name) else {
                continue;
            };
            let names = source.main.names.iter();
            let mut names: Vec<(&String, Attributes)> = names
                .map(|(name, attributes)| (name, attributes.clone()))
                .collect();
            for component in self.components(name) {
                names.extend(component.implicit.iter().map(|name| (name, None)));
            }
            for (name, attributes) in names {
                if is_reserved(name) || WORDS.contains(&&**name) {
                    continue;
                }
                match read.get_mut(name) {
                    None => {
                        read.insert(name.clone(), attributes);
                    }
                    Some(known) => match (known.as_mut(), attributes) {
                        (Some(known), Some(attributes)) => known.extend(attributes),
                        _ => *known = None,
                    },
                }
            }
        }
        read
    }
}

/// What a template or a component includes and extends.
fn of_scope(scope: &Scope) -> impl Iterator<Item = &str> {
    let includes = scope.includes.iter().chain(&scope.extends);
    includes.map(|include| &*include.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(templates: &[(&'static str, &str)]) -> Needs {
        let sources = templates
            .iter()
            .map(|(name, text)| (*name, Source::read(text)));
        Needs::of(&sources.collect())
    }

    fn pieces(templates: &[(&'static str, &str)]) -> Vec<String> {
        needs(templates).pieces.into_keys().collect()
    }

    #[test]
    fn a_template_needs_what_it_names_and_reaches_what_its_pieces_name() {
        let needs = needs(&[
            (
                "home.html",
                "{{ tables }}{% include \"a.html\" %}{% include \"c.html\" %}",
            ),
            (
                "a.html",
                "{{ top }}{% for step in steps %}{% include 'b.html' %}{% endfor %}",
            ),
            ("b.html", "<p>{{ charter.vision }}</p>"),
            ("c.html", "{{ s.menu }}{{ root }}{{ x.office }}"),
        ]);
        let of = |name: &str| needs.named[name].iter().copied().collect::<Vec<_>>();
        assert_eq!(of("home.html"), [Given::Root, Given::Tables]);
        assert_eq!(of("a.html"), [Given::Root, Given::Steps]);
        let reach = &needs.reach["home.html"];
        assert_eq!(
            reach.iter().copied().collect::<Vec<_>>(),
            [Given::Root, Given::Charter, Given::Tables, Given::Steps]
        );
        assert_eq!(
            needs.pieces.keys().collect::<Vec<_>>(),
            ["a.html", "b.html"]
        );
    }

    #[test]
    fn a_piece_knows_what_it_reads_of_where_it_stands() {
        let needs = needs(&[
            (
                "home.html",
                "{% for service in tables %}{% include \"a.html\" %}{% endfor %}",
            ),
            (
                "a.html",
                "{{ office.name }}{{ service.post }}{% include \"b.html\" %}",
            ),
            (
                "b.html",
                "{{ service.id }}{{ steps }}{% if kind %}{% endif %}",
            ),
        ]);
        let read = &needs.pieces["a.html"];
        let of_service = BTreeSet::from(["id".to_owned(), "post".to_owned()]);
        assert_eq!(read["service"], Some(of_service));
        assert_eq!(read.keys().collect::<Vec<_>>(), ["kind", "service"]);
    }

    #[test]
    fn what_a_template_reads_of_the_charter_is_known_unless_it_hands_all_of_it_on() {
        let component = (
            "b.html",
            "{% component b(x) %}{{ x.vision }}{% endcomponent b %}",
        );
        let of = |home: &str| {
            needs(&[("home.html", home), component])
                .charter
                .remove("home.html")
        };
        let keys = |keys: &[&str]| Some(Some(keys.iter().map(|key| (*key).to_owned()).collect()));
        assert_eq!(of("{{ charter.vision }}"), keys(&["vision"]));
        assert_eq!(of("{{ <b x={charter.mission} /> }}"), keys(&["mission"]));
        assert_eq!(of("{{ <b x={charter} /> }}"), Some(None));
        assert_eq!(of("{{ charter[\"vision\"] }}"), Some(None));
        assert_eq!(of("{{ office }}"), None);
    }

    #[test]
    fn what_depends_on_where_it_stands_is_no_piece() {
        let part = ("a.html", "<p>{{ office.name }}</p>");
        for home in [
            "<p class=\"{% include \"a.html\" %}\"></p>",
            "{% set root = 1 %}{% include \"a.html\" %}",
            "{% for office in x %}{% include \"a.html\" %}{% endfor %}",
            "{% set x %}{% include \"a.html\" %}{% endset %}",
            "{% component b(office) %}{% include \"a.html\" %}{% endcomponent b %}",
            "{% extends \"a.html\" %}",
        ] {
            let templates = [("home.html", home), part];
            assert!(pieces(&templates).is_empty(), "{home}");
        }
        let home = ("home.html", "{% include \"a.html\" %}");
        assert_eq!(pieces(&[home, part]), ["a.html"]);
        assert!(pieces(&[home, ("a.html", "<p>{{ office.name }}")]).is_empty());
        assert!(pieces(&[home, part, ("directory.html", home.1)]).is_empty());
        assert!(pieces(&[home, ("a.html", "{{ office }}{% include \"a.html\" %}")]).is_empty());
        // One that stands in it is hidden from the portal's values, too.
        let between = [
            ("home.html", "{% set office = 1 %}{% include \"b.html\" %}"),
            ("b.html", home.1),
            part,
        ];
        assert!(pieces(&between).is_empty());
    }

    #[test]
    fn a_component_is_no_way_out_unless_it_says_so() {
        let call = ("home.html", "{{ <b /> }}");
        let of = |component: &str| {
            let text =
                format!("{{% component b({component}) %}}{{{{ office }}}}{{% endcomponent b %}}");
            needs(&[call, ("b.html", &text)]).named["home.html"].len()
        };
        assert_eq!(of("office"), 0);
        assert_eq!(of("@office"), 1);
    }
}
