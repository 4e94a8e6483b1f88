//! What one office writes can neither reach another's page nor stop the country.
//!
//! Hostile texts are put at random into all that an office can write; `tests/soak` does the same for hours.

pub(crate) mod attack;
pub(crate) mod program;
pub(crate) mod site;
pub(crate) mod values;

use self::attack::Attack;
use self::site::Site;
use crate::support::drawing::photograph;
use crate::support::random::Random;

#[track_caller]
fn holds(seed: u64, attack: &Attack, faults: &[String]) {
    let told = attack.told();
    assert!(
        faults.is_empty(),
        "seed {seed}:\n{}\n{told}",
        faults.join("\n")
    );
}

/// Builds with many attacks; how many of them were published, for an attack that is refused shows little.
fn builds(in_english: bool, seeds: std::ops::Range<u64>) {
    let site = Site::new(in_english);
    let mut published = 0;
    let all = seeds.end - seeds.start;
    for seed in seeds {
        let attack = Attack::new(&mut Random::new(seed));
        let verdict = site.build(&attack);
        holds(seed, &attack, &verdict.faults);
        assert!(
            verdict.pages > 0,
            "seed {seed}: its last good portal stands"
        );
        published += u64::from(verdict.published);
    }
    assert!(
        published * 5 >= all,
        "only {published} of {all} were published"
    );
}

#[test]
fn nothing_that_an_office_writes_reaches_others_or_acts_in_its_own_portal() {
    builds(false, 0..14);
}

#[test]
fn nor_where_portals_speak_two_languages() {
    builds(true, 1000..1010);
}

#[test]
fn mending_what_a_hostile_office_wrote_breaks_nothing() {
    let site = Site::new(false);
    for seed in 2000..2004 {
        let attack = Attack::new(&mut Random::new(seed));
        holds(seed, &attack, &site.mend(&attack));
    }
}

/// An office that published one file, which once did harm.
fn alone(name: &str, text: &str) -> Attack {
    Attack::none().with(name, Some(text.as_bytes()))
}

const NOTICE: &str = "---\ntitle: ক\ndate: 2025-01-01\n---\n";

#[test]
fn a_fences_language_brings_no_part_of_the_theme_into_a_page() {
    let site = Site::new(false);
    for (part, argument) in [
        (
            "footer-links",
            "root&#xE001;6a6176617363726970743a616c6572742831292f2f",
        ),
        ("masthead", "root&#57345;2f2f6576696c2e6578616d706c652f"),
    ] {
        let fence = format!("```&#xE000;parts/{part}.html&#xE001;{argument}&#xE000;\nx\n```\n");
        let attack = alone("notices/x.md", &(NOTICE.to_owned() + &fence));
        holds(0, &attack, &site.build(&attack).faults);
    }
}

#[test]
fn half_a_mark_in_a_fences_language_stops_nobody() {
    let site = Site::new(false);
    for fence in [
        "```&#xE000;\nx\n```\n",
        "~~~ &#57344; host\nx\n~~~\n",
        // A placeholder is filled with a mark, of which the name of a language holds the first word only.
        "```rust{upazila}\nx\n```\n",
    ] {
        let attack = alone("notices/x.md", &(NOTICE.to_owned() + fence));
        holds(0, &attack, &site.build(&attack).faults);
    }
}

#[test]
fn signs_that_no_page_may_hold_reach_none_by_an_escape_of_yaml() {
    let site = Site::new(false);
    for (at, sign) in [
        "\\0",
        "\\e[2J",
        "\\x7f",
        "\\uFFFE",
        "\\U0001FFFF",
        "\\uE000",
    ]
    .iter()
    .enumerate()
    {
        let notice =
            format!("---\ntitle: \"ক{sign}\"\nsummary: \"{sign}খ\"\ndate: 2025-01-01\n---\n");
        let attack = if at % 2 == 0 {
            alone("notices/x.md", &notice)
        } else {
            alone("office.yaml", &format!("address: \"ক{sign}খ\"\n"))
        };
        holds(0, &attack, &site.build(&attack).faults);
    }
}

#[test]
fn what_lies_wrongly_in_one_offices_folder_stops_no_other() {
    let site = Site::new(false);
    let photo = photograph(40, 30, 1, "");
    let shown = NOTICE.to_owned() + "![ক](/files/a.jpg)\n\n![খ](/files/a.png)\n";
    // A photograph that was uploaded twice.
    let twice = alone("notices/x.md", &shown)
        .with("files/a.jpg", Some(&photo))
        .with("files/a.png", Some(&photo));
    let folders = ["office.yaml", "charter.yaml"].map(|name| Attack::none().with(name, None));
    for attack in std::iter::once(twice).chain(folders) {
        holds(0, &attack, &site.build(&attack).faults);
    }
}

#[test]
fn a_reference_to_a_character_is_shown_as_it_was_written() {
    let site = Site::new(false);
    for reference in ["&#XE000;", "&#xE000;&#57344;", "&#X3C;b&#X3E; &lt;b&gt;"] {
        let attack = alone(
            "notices/x.md",
            &format!("---\ntitle: 'ক {reference}'\ndate: 2025-01-01\n---\n"),
        );
        holds(0, &attack, &site.build(&attack).faults);
        let page = site.page("notices/x/index.html");
        let shown = crate::support::text_of(&page);
        assert!(
            shown.contains(&format!("ক {reference}")),
            "{reference}: {page}"
        );
    }
}
