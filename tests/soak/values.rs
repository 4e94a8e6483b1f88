//! Hostile values in all that one office can write, and the judge of all that is published.

use crate::hostile::attack::Attack;
use crate::hostile::site::Site;
use crate::support::random::Random;
use crate::{Counts, Part};

/// A site in Bangla and one in both languages, made when they are needed.
#[derive(Default)]
pub(crate) struct Values {
    sites: [Option<Site>; 2],
}

/// A check that mends is run so seldom, for it takes five runs of the program.
const MENDED: u64 = 8;

impl Part for Values {
    fn turn(&mut self, seed: u64, counts: &mut Counts) -> Vec<String> {
        let in_english = seed % 4 == 3;
        let site = self.sites[usize::from(in_english)].get_or_insert_with(|| Site::new(in_english));
        let attack = Attack::new(&mut Random::new(seed));
        let verdict = site.build(&attack);
        counts.edits += 1;
        counts.builds += 1;
        // A portal that was refused stands as it was, and was judged then.
        counts.pages += if verdict.published { verdict.pages } else { 0 };
        let mut faults = verdict.faults;
        if seed.is_multiple_of(MENDED) {
            faults.extend(site.mend(&attack));
            counts.builds += 2;
        }
        if !faults.is_empty() {
            faults.push(attack.told());
        }
        faults
    }
}
