//! The order of Bangla dictionaries. The only file that names `icu_collator`.

use std::collections::{BTreeSet, HashMap};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

/// Names and their places in the order of Bangla dictionaries: ৎ, ড়, য় stand where a reader looks for them, not where
/// Unicode numbers them. Comparing by collation is slow, so every name is placed once.
pub(in crate::plan) struct Order<'a> {
    places: HashMap<&'a str, usize>,
}

impl<'a> Order<'a> {
    /// Places these names.
    pub(in crate::plan) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let collator = collator();
        // Names that collation holds for equal stay in the order of their signs.
        let mut names: Vec<&str> = names.collect::<BTreeSet<_>>().into_iter().collect();
        names.sort_by_cached_key(|name| {
            let mut key: Vec<u8> = Vec::with_capacity(name.len());
            let Ok(()) = collator.write_sort_key_to(name, &mut key);
            key
        });
        let places = names
            .into_iter()
            .enumerate()
            .map(|(rank, name)| (name, rank));
        Self {
            places: places.collect(),
        }
    }

    /// The rank of a name.
    pub(in crate::plan) fn rank(&self, name: &str) -> usize {
        self.places.get(name).copied().unwrap_or_default()
    }
}

fn collator() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("bn").into(), CollatorOptions::default())
        .expect("the order of Bangla is compiled into the program")
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn letters_stand_where_a_dictionary_has_them() {
        let expected = ["আড়াইহাজার", "নারায়ণগঞ্জ সদর", "বন্দর", "রূপগঞ্জ", "সোনারগাঁও"];
        let order = Order::of(expected.into_iter().rev());
        assert!(expected.map(|name| order.rank(name)).is_sorted());
    }
}
