//! How many bytes a page will have. Weighed before it is rendered, and never too little: by what its template writes around
//! each name at most, in the language in which it takes more, so that the plan depends on nothing but the tables.

use unicode_segmentation::UnicodeSegmentation;

use super::{Area, DirectoryEntry, ListGroup, ListItem, Listing, Name, PageHead};
use crate::model::Language;

/// No page of the directory has more bytes than this.
pub const PAGE_LIMIT: usize = 60_000;

/// What the shell may have of it: head, masthead, hotlines, footer.
const SHELL: usize = 12_000;

/// All offices stand on one page as long as its list has no more than this. A page may weigh more, but nobody likes to
/// look through hundreds of names on a phone where choosing a district first leads to a dozen.
pub(super) const SHORT_LIST: usize = 24_000;

/// What the list of a part may have, and of a list that consists of parts.
pub(super) const PART: usize = 20_000;

/// A name is shown up to this many bytes, which is about 80 Bangla letters; real ones are shorter.
const NAME: usize = 240;

/// In the name of a part, each of its two ends is shown up to this many bytes.
const END_NAME: usize = 90;

/// Elements around an office, its way to the top and the folder of a language included.
const OFFICE: usize = 110;
/// The note on an office that has not confirmed its data.
const UNCONFIRMED: usize = 150;
/// Elements and words around a link to another page.
const LINK: usize = 200;
/// Elements and words around a group.
const GROUP: usize = 260;
/// A page's name stands in its title, its description, its path and its heading; the first two name the page above too.
const TIMES_NAMED: usize = 4;
const TIMES_NAMED_BELOW: usize = 2;

/// Elements around a name in Bangla on a page in English.
const SAID: usize = "<span lang=bn></span>".len();

/// The beginning of a name that is too long, whole otherwise; never cut inside a cluster.
pub(super) fn short(name: &str) -> &str {
    cut(name, NAME)
}

/// The same for an end of a part.
pub(super) fn short_end(name: &str) -> &str {
    cut(name, END_NAME)
}

fn cut(name: &str, limit: usize) -> &str {
    if name.len() <= limit {
        return name;
    }
    let fits = name
        .grapheme_indices(true)
        .map(|(at, cluster)| at + cluster.len())
        .take_while(|end| *end <= limit);
    let end = fits
        .last()
        .unwrap_or_else(|| name.floor_char_boundary(limit));
    &name[..end]
}

/// Bytes of a text on a page, where some signs are written as up to six.
fn text(text: &str) -> usize {
    let longer = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'/');
    text.len() + 5 * text.bytes().filter(longer).count()
}

/// Bytes of a name, in the language in which it has more.
fn name(name: Name<'_>) -> usize {
    let said = match Language::of(name.english) {
        Language::Bangla => SAID,
        Language::English => 0,
    };
    text(name.bangla).max(text(name.english) + said)
}

fn area(area: &Area<'_>) -> usize {
    match *area {
        Area::Country => 0,
        Area::Division(of) | Area::District(of) | Area::Upazila(of) => name(of),
        Area::Part(first, last) => name(first) + name(last),
    }
}

/// Bytes of an office in a list.
fn office(entry: &DirectoryEntry<'_>, several: bool) -> usize {
    let note = if entry.confirmed { 0 } else { UNCONFIRMED };
    let names = if several {
        name(entry.office_name) + name(entry.department) + OFFICE / 2
    } else {
        name(entry.upazila)
    };
    OFFICE + note + entry.host.as_str().len() + names
}

/// Bytes of an item; `several` says whether departments have to be told apart.
pub(super) fn item(item: &ListItem<'_>, several: bool) -> usize {
    match item {
        ListItem::Office(entry) => office(entry, several),
        ListItem::Page {
            area: to, folder, ..
        } => LINK + folder.len() + area(to),
    }
}

/// Bytes of a link to a part, at most.
pub(super) const PART_LINK: usize = LINK + 450 + 2 * (6 * END_NAME + SAID);

/// Bytes of a listing.
pub(super) fn listing(listing: &Listing<'_>, several: bool) -> usize {
    let group =
        |group: &ListGroup<'_>| GROUP + area(&group.area) + self::listing(&group.listing, several);
    let groups: usize = listing.groups.iter().map(group).sum();
    let items: usize = listing.items.iter().map(|link| item(link, several)).sum();
    groups + items
}

/// Bytes that the list of a page may have.
pub(super) fn room(head: &PageHead<'_>) -> usize {
    let above = head.above.iter();
    let path: usize = above
        .map(|above| LINK + above.folder.len() + area(&above.area))
        .sum();
    // The other language's page of the same name.
    let other = LINK + head.folder.len();
    let above = head.above.last().map_or(0, |above| area(&above.area));
    let names = TIMES_NAMED * area(&head.area) + TIMES_NAMED_BELOW * above;
    PAGE_LIMIT.saturating_sub(SHELL + GROUP + path + other + names)
}

#[cfg(test)]
mod tests {
    use super::{NAME, short};

    #[test]
    fn a_name_is_cut_between_clusters_only() {
        let long = "ক্ষি".repeat(100);
        let cut = short(&long);
        assert!(cut.len() <= NAME && cut.len().is_multiple_of("ক্ষি".len()) && !cut.is_empty());
        assert_eq!(short("রূপগঞ্জ"), "রূপগঞ্জ");
    }

    #[test]
    fn a_cluster_without_end_is_cut_too() {
        let cut = "ক".to_owned() + &"\u{09BC}".repeat(1000);
        assert!(short(&cut).len() <= NAME && !short(&cut).is_empty());
    }
}
