//! Which values of a portal a template can show, itself or through what it names: parts, included templates, components.
//! Read from its text, and rather too many than too few: a page that cannot show a changed value need not be made again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Given, Template};

/// What a template names, as positions in the list of all.
struct Named {
    /// Its parts.
    parts: Vec<usize>,
    /// All templates whose names occur in it.
    others: Vec<usize>,
}

/// The values within reach of each template, by its name. `given` says what a template itself receives.
pub(super) fn of_all(
    templates: &[Template],
    given: impl Fn(&str) -> BTreeSet<Given>,
) -> BTreeMap<String, BTreeSet<Given>> {
    let positions = |wanted: &dyn Fn(&Template) -> bool| -> Vec<usize> {
        let all = templates.iter().enumerate();
        all.filter(|(_, other)| wanted(other))
            .map(|(at, _)| at)
            .collect()
    };
    let named = |template: &Template| {
        let parts = parts(&template.source);
        Named {
            // A part that cannot be read from the text may be any.
            parts: positions(&|other| {
                let parts = parts.as_ref();
                parts.is_none_or(|parts| parts.contains(&other.name))
            }),
            others: positions(&|other| template.source.contains(&other.name)),
        }
    };
    let named: Vec<Named> = templates.iter().map(named).collect();
    // A component is called by its own name, so every template can reach the files that define any.
    let components = positions(&|template| template.source.contains("component"));
    let reach = |(at, template): (usize, &Template)| {
        let mut seen = vec![false; templates.len()];
        let mut values = given(&template.name);
        let mut waiting = components.clone();
        waiting.push(at);
        while let Some(next) = waiting.pop() {
            if std::mem::replace(&mut seen[next], true) {
                continue;
            }
            let Named { parts, others } = &named[next];
            for part in parts {
                values.extend(given(&templates[*part].name));
            }
            // What is included sees what the one who includes it receives.
            waiting.extend(parts.iter().chain(others));
        }
        (template.name.clone(), values)
    };
    templates.iter().enumerate().map(reach).collect()
}

/// The parts that a source asks for; `None` when one of them cannot be read from the text.
fn parts(source: &str) -> Option<BTreeSet<String>> {
    let part = |after: &str| {
        let name = after.trim_start().strip_prefix("name=")?;
        let quote = name.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (name, _) = name[1..].split_once(quote)?;
        Some(format!("parts/{name}.html"))
    };
    source.split("part(").skip(1).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(sources: &[(&str, &str)], of: &str) -> Vec<Given> {
        let templates: Vec<Template> = sources
            .iter()
            .map(|(name, source)| Template {
                name: (*name).to_owned(),
                file: (*name).into(),
                source: (*source).to_owned(),
            })
            .collect();
        let given = |name: &str| match name {
            "parts/a.html" => BTreeSet::from([Given::Steps]),
            "parts/b.html" => BTreeSet::from([Given::Charter]),
            "home.html" => BTreeSet::from([Given::Tables]),
            _ => BTreeSet::new(),
        };
        of_all(&templates, given)[of].iter().copied().collect()
    }

    #[test]
    fn a_page_reaches_what_its_parts_and_their_parts_receive() {
        let sources = [
            ("home.html", "{{ part(name=\"a\") }}"),
            ("parts/a.html", "{{ part( name='b', post=x) }}"),
            ("parts/b.html", ""),
        ];
        assert_eq!(
            reach(&sources, "home.html"),
            [Given::Charter, Given::Tables, Given::Steps]
        );
        assert_eq!(reach(&sources, "parts/b.html"), [Given::Charter]);
    }

    #[test]
    fn a_component_or_an_included_template_may_ask_for_a_part() {
        let component = "{% component x() %}{{ part(name=\"a\") }}{% endcomponent x %}";
        let sources = [
            ("home.html", ""),
            ("parts/c.html", component),
            ("parts/a.html", ""),
        ];
        assert_eq!(reach(&sources, "home.html"), [Given::Tables, Given::Steps]);
        let sources = [
            ("home.html", "{% include \"d.html\" %}"),
            ("d.html", "{{ part(name=\"b\") }}"),
            ("parts/b.html", ""),
        ];
        assert_eq!(
            reach(&sources, "home.html"),
            [Given::Charter, Given::Tables]
        );
    }

    #[test]
    fn a_part_whose_name_is_made_up_while_rendering_may_be_any() {
        let sources = [
            ("home.html", "{{ part(name=x) }}"),
            ("parts/a.html", ""),
            ("parts/b.html", ""),
        ];
        assert_eq!(
            reach(&sources, "home.html"),
            [Given::Charter, Given::Tables, Given::Steps]
        );
    }
}
