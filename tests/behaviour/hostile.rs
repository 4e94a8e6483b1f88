//! What one office writes can neither reach another's page nor stop the country.
//!
//! Hostile texts are put at random into all that an office can write; `tests/soak` does the same for hours.

pub(crate) mod attack;
pub(crate) mod program;
pub(crate) mod site;
pub(crate) mod values;

use self::attack::Attack;
use self::site::Site;
use crate::random::Random;

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
    builds(false, 0..16);
}

#[test]
fn nor_where_portals_speak_two_languages() {
    builds(true, 1000..1008);
}

#[test]
fn mending_what_a_hostile_office_wrote_breaks_nothing() {
    let site = Site::new(false);
    for seed in 2000..2006 {
        let attack = Attack::new(&mut Random::new(seed));
        holds(seed, &attack, &site.mend(&attack));
    }
}
