//! A list that is too long for any page, cut into parts, and these into parts again, until each fits.

use super::size_estimate::{self, PART, PART_LINK};
use super::{Area, ListItem, Name};

/// Stands for the name of what has none.
const NAMELESS: Name<'static> = Name {
    bangla: "",
    english: "",
};

/// What stands in a list once it fits.
pub(super) enum Chunk<'a> {
    /// An item itself.
    Item(ListItem<'a>),
    /// A part, which gets a page of its own.
    Part(Vec<Chunk<'a>>),
}

/// Puts items into chunks; those at the top have together no more bytes than `room`. Names being short, every part holds five
/// things at least, so this ends.
pub(super) fn chunks(items: Vec<ListItem<'_>>, room: usize, several: bool) -> Vec<Chunk<'_>> {
    let mut chunks: Vec<Chunk<'_>> = items.into_iter().map(Chunk::Item).collect();
    let mut limit = room;
    while chunks.len() > 1 && size_of(&chunks, several) > limit {
        chunks = packed(chunks, several);
        limit = room.min(PART);
    }
    chunks
}

fn packed(chunks: Vec<Chunk<'_>>, several: bool) -> Vec<Chunk<'_>> {
    let mut parts: Vec<Vec<Chunk<'_>>> = Vec::new();
    let mut filled = PART;
    for chunk in chunks {
        let size = chunk.size(several);
        match parts.last_mut() {
            Some(part) if filled + size <= PART => {
                filled += size;
                part.push(chunk);
            }
            _ => {
                filled = size;
                parts.push(vec![chunk]);
            }
        }
    }
    parts.into_iter().map(Chunk::Part).collect()
}

fn size_of(chunks: &[Chunk<'_>], several: bool) -> usize {
    chunks.iter().map(|chunk| chunk.size(several)).sum()
}

impl<'a> Chunk<'a> {
    fn size(&self, several: bool) -> usize {
        match self {
            Self::Item(item) => size_estimate::item(item, several),
            Self::Part(_) => PART_LINK,
        }
    }

    /// How many offices it leads to.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Item(ListItem::Office(_)) => 1,
            Self::Item(ListItem::Page { count, .. }) => *count,
            Self::Part(below) => below.iter().map(Chunk::count).sum(),
        }
    }

    fn first(&self, several: bool) -> Name<'a> {
        match self {
            Self::Item(item) => name(item, several),
            Self::Part(below) => below.first().map_or(NAMELESS, |chunk| chunk.first(several)),
        }
    }

    fn last(&self, several: bool) -> Name<'a> {
        match self {
            Self::Item(item) => name(item, several),
            Self::Part(below) => below.last().map_or(NAMELESS, |chunk| chunk.last(several)),
        }
    }

    /// From where to where it goes.
    pub(super) fn area(&self, several: bool) -> Area<'a> {
        Area::Part(
            self.first(several).short_end(),
            self.last(several).short_end(),
        )
    }
}

/// The name under which an item stands in its list.
fn name<'a>(item: &ListItem<'a>, several: bool) -> Name<'a> {
    match item {
        ListItem::Office(entry) if several => entry.office_name,
        ListItem::Office(entry) => entry.upazila,
        ListItem::Page { area, .. } => match *area {
            Area::Country => NAMELESS,
            Area::Division(name) | Area::District(name) | Area::Upazila(name) => name,
            Area::Part(first, _) => first,
        },
    }
}
