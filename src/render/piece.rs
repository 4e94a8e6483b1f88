//! A piece of a portal: what is rendered at once, and shared as a whole or not at all.

use super::fragment::PartCall;
use crate::model::Route;

/// What is rendered at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// What a page says itself.
    Page(Route),
    /// The text of a page or notice.
    Body(Route),
    /// A group of what the search can find.
    SearchEntries(EntryGroup),
    /// What stands around it, at a depth and below the entry of the menu that is current.
    Shell(usize, Option<usize>),
    /// An included template; where its links lead from matters only when it needs `root`.
    Part(PartCall, Option<usize>),
}

impl Piece {
    /// Its template; texts and entries have none.
    pub(super) fn template(&self) -> Option<&str> {
        match self {
            Self::Page(route) => Some(route.template()),
            Self::Body(_) | Self::SearchEntries(_) => None,
            Self::Shell(..) => Some("shell.html"),
            Self::Part(call, _) => Some(&call.template),
        }
    }

    /// How many folders deep the page lies in which the piece stands.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Page(route) | Self::Body(route) => route.depth(),
            Self::SearchEntries(_) => 0,
            Self::Shell(depth, _) => *depth,
            Self::Part(_, depth) => depth.unwrap_or_default(),
        }
    }
}

/// What the search can find, by what it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum EntryGroup {
    /// The script's own words, and the pages that every portal has.
    BuiltIn,
    /// Services, and whom to complain to.
    Charter,
    Pages,
    Notices,
}

impl EntryGroup {
    /// In the order of the file.
    pub(super) const ALL: [Self; 4] = [Self::BuiltIn, Self::Charter, Self::Pages, Self::Notices];

    /// How many bytes it has at most, as long as titles alone have no more: what they leave is for words of texts. Packed, all
    /// of them together stay below 12 KB.
    pub(super) fn room(self) -> usize {
        match self {
            Self::BuiltIn => 6_000,
            Self::Charter => 10_000,
            Self::Pages => 11_000,
            // The newest have summaries, and are asked for most.
            Self::Notices => 18_000,
        }
    }
}
