//! A list that is too long for any page, cut into parts, and these into parts again, until each fits.

use super::weight::{self, PART, PART_LINK};
use super::{Item, Name, Place};

/// Stands for the name of what has none.
const NAMELESS: Name<'static> = Name {
    bangla: "",
    english: "",
};

/// What stands in a list once it fits.
pub(super) enum Shelf<'a> {
    /// An item itself.
    Item(Item<'a>),
    /// A part, which gets a page of its own.
    Part(Vec<Shelf<'a>>),
}

/// Puts items on shelves of which the topmost has no more bytes than `room`. Names being short, every part holds five
/// things at least, so this ends.
pub(super) fn shelves(items: Vec<Item<'_>>, room: usize, several: bool) -> Vec<Shelf<'_>> {
    let mut shelves: Vec<Shelf<'_>> = items.into_iter().map(Shelf::Item).collect();
    let mut limit = room;
    while shelves.len() > 1 && weight_of(&shelves, several) > limit {
        shelves = packed(shelves, several);
        limit = room.min(PART);
    }
    shelves
}

fn packed(shelves: Vec<Shelf<'_>>, several: bool) -> Vec<Shelf<'_>> {
    let mut parts: Vec<Vec<Shelf<'_>>> = Vec::new();
    let mut filled = PART;
    for shelf in shelves {
        let weight = shelf.weight(several);
        match parts.last_mut() {
            Some(part) if filled + weight <= PART => {
                filled += weight;
                part.push(shelf);
            }
            _ => {
                filled = weight;
                parts.push(vec![shelf]);
            }
        }
    }
    parts.into_iter().map(Shelf::Part).collect()
}

fn weight_of(shelves: &[Shelf<'_>], several: bool) -> usize {
    shelves.iter().map(|shelf| shelf.weight(several)).sum()
}

impl<'a> Shelf<'a> {
    fn weight(&self, several: bool) -> usize {
        match self {
            Self::Item(item) => weight::item(item, several),
            Self::Part(_) => PART_LINK,
        }
    }

    /// How many offices it leads to.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Item(Item::Office(_)) => 1,
            Self::Item(Item::Page { count, .. }) => *count,
            Self::Part(below) => below.iter().map(Shelf::count).sum(),
        }
    }

    fn first(&self, several: bool) -> Name<'a> {
        match self {
            Self::Item(item) => name(item, several),
            Self::Part(below) => below.first().map_or(NAMELESS, |shelf| shelf.first(several)),
        }
    }

    fn last(&self, several: bool) -> Name<'a> {
        match self {
            Self::Item(item) => name(item, several),
            Self::Part(below) => below.last().map_or(NAMELESS, |shelf| shelf.last(several)),
        }
    }

    /// From where to where it goes.
    pub(super) fn place(&self, several: bool) -> Place<'a> {
        Place::Part(
            self.first(several).short_end(),
            self.last(several).short_end(),
        )
    }
}

/// The name under which an item stands in its list.
fn name<'a>(item: &Item<'a>, several: bool) -> Name<'a> {
    match item {
        Item::Office(entry) if several => entry.office_name,
        Item::Office(entry) => entry.upazila,
        Item::Page { place, .. } => match *place {
            Place::Country => NAMELESS,
            Place::Division(name) | Place::District(name) | Place::Upazila(name) => name,
            Place::Part(first, _) => first,
        },
    }
}
