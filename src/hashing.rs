//! Maps and sets in which something is looked up for every page of every office, or for every word of its texts: the standard
//! library's, with a quicker hash function. It is seeded anew in every run, so that content cannot be written to collide;
//! what one holds is in no order, as ever.

use std::collections;

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = collections::HashSet<T, RandomState>;
