//! Pages, from the top down: each lists as much as it has room for and leaves the rest to the pages below it.

use super::parts::{Shelf, shelves};
use super::tree::{District, Division, Tree, Upazila};
use super::weight::{self, SHORT_LIST};
use super::{Above, Group, Head, Item, Listing, Page, Place, folder};

/// The pages so far.
pub(super) struct Drafts<'a> {
    pages: Vec<Page<'a>>,
    /// Whether departments have to be told apart.
    several: bool,
}

impl<'a> Drafts<'a> {
    pub(super) fn new(several: bool) -> Self {
        Self {
            pages: Vec::new(),
            several,
        }
    }

    /// All pages.
    pub(super) fn country(mut self, tree: &Tree<'a>) -> Vec<Page<'a>> {
        let head = Head {
            place: Place::Country,
            folder: String::new(),
            above: Vec::new(),
            count: tree.count,
        };
        let whole = self.whole(tree);
        if weight::listing(&whole, self.several) <= SHORT_LIST {
            self.push(head, whole);
            return self.pages;
        }
        let districts = districts_by_division(tree);
        if self.fits(&head, &districts) {
            self.push(head, districts);
        } else {
            self.push_items(head, tree.divisions.iter().map(Item::from).collect());
        }
        for division in &tree.divisions {
            self.division(division);
        }
        self.pages
    }

    fn division(&mut self, division: &Division<'a>) {
        let head = Head {
            place: Place::Division(division.name),
            folder: division.folder.clone(),
            above: Vec::new(),
            count: division.count,
        };
        let above = vec![Above::from(&head)];
        self.push_items(head, division.districts.iter().map(Item::from).collect());
        for district in &division.districts {
            self.district(district, &above);
        }
    }

    fn district(&mut self, district: &District<'a>, above: &[Above<'a>]) {
        let head = Head {
            place: Place::District(district.name),
            folder: district.folder.clone(),
            above: above.to_vec(),
            count: district.count,
        };
        let offices = self.offices(district);
        if self.fits(&head, &offices) {
            self.push(head, offices);
            return;
        }
        let above = head.with_itself();
        self.push_items(head, district.upazilas.iter().map(Item::from).collect());
        for upazila in &district.upazilas {
            let head = Head {
                place: Place::Upazila(upazila.name),
                folder: upazila.folder.clone(),
                above: above.clone(),
                count: upazila.offices.len(),
            };
            self.push_items(head, upazila.items());
        }
    }

    /// Every office below its division and district.
    fn whole(&self, tree: &Tree<'a>) -> Listing<'a> {
        let district = |district: &District<'a>| Group {
            place: Place::District(district.name),
            count: district.count,
            listing: self.offices(district),
        };
        let division = |division: &Division<'a>| Group {
            place: Place::Division(division.name),
            count: division.count,
            listing: Listing::of_groups(division.districts.iter().map(district).collect()),
        };
        Listing::of_groups(tree.divisions.iter().map(division).collect())
    }

    /// The offices of a district: by upazila where there are several departments; else there is one in each upazila.
    fn offices(&self, district: &District<'a>) -> Listing<'a> {
        let upazilas = district.upazilas.iter();
        if !self.several {
            return Listing::of_items(upazilas.flat_map(Upazila::items).collect());
        }
        let group = |upazila: &Upazila<'a>| Group {
            place: Place::Upazila(upazila.name),
            count: upazila.offices.len(),
            listing: Listing::of_items(upazila.items()),
        };
        Listing::of_groups(upazilas.map(group).collect())
    }

    fn fits(&self, head: &Head<'a>, listing: &Listing<'a>) -> bool {
        weight::listing(listing, self.several) <= weight::room(head)
    }

    fn push(&mut self, head: Head<'a>, listing: Listing<'a>) {
        self.pages.push(Page { head, listing });
    }

    /// A page with a plain list, in parts where it has to be.
    fn push_items(&mut self, head: Head<'a>, items: Vec<Item<'a>>) {
        let shelves = shelves(items, weight::room(&head), self.several);
        self.push_shelves(head, shelves);
    }

    fn push_shelves(&mut self, head: Head<'a>, shelves: Vec<Shelf<'a>>) {
        let mut items = Vec::with_capacity(shelves.len());
        let mut below = Vec::new();
        for (number, shelf) in shelves.into_iter().enumerate() {
            let (place, count) = (shelf.place(self.several), shelf.count());
            match shelf {
                Shelf::Item(item) => items.push(item),
                Shelf::Part(shelves) => {
                    let part = Head {
                        place,
                        folder: folder::of_part(&head.folder, number),
                        above: head.with_itself(),
                        count,
                    };
                    items.push(Item::from(&part));
                    below.push((part, shelves));
                }
            }
        }
        self.push(head, Listing::of_items(items));
        for (part, shelves) in below {
            self.push_shelves(part, shelves);
        }
    }
}

/// Links to every district below its division.
fn districts_by_division<'a>(tree: &Tree<'a>) -> Listing<'a> {
    let group = |division: &Division<'a>| Group {
        place: Place::Division(division.name),
        count: division.count,
        listing: Listing::of_items(division.districts.iter().map(Item::from).collect()),
    };
    Listing::of_groups(tree.divisions.iter().map(group).collect())
}

impl<'a> Head<'a> {
    /// What stands above the pages below it; the first page is above all without being listed.
    fn with_itself(&self) -> Vec<Above<'a>> {
        let mut above = self.above.clone();
        if self.place != Place::Country {
            above.push(Above::from(self));
        }
        above
    }
}

impl<'a> From<&Head<'a>> for Above<'a> {
    fn from(head: &Head<'a>) -> Self {
        Self {
            place: head.place,
            folder: head.folder.clone(),
        }
    }
}

impl<'a> From<&Head<'a>> for Item<'a> {
    fn from(head: &Head<'a>) -> Self {
        Self::Page {
            place: head.place,
            folder: head.folder.clone(),
            count: head.count,
        }
    }
}

impl<'a> From<&Division<'a>> for Item<'a> {
    fn from(division: &Division<'a>) -> Self {
        Self::Page {
            place: Place::Division(division.name),
            folder: division.folder.clone(),
            count: division.count,
        }
    }
}

impl<'a> From<&District<'a>> for Item<'a> {
    fn from(district: &District<'a>) -> Self {
        Self::Page {
            place: Place::District(district.name),
            folder: district.folder.clone(),
            count: district.count,
        }
    }
}

impl<'a> From<&Upazila<'a>> for Item<'a> {
    fn from(upazila: &Upazila<'a>) -> Self {
        Self::Page {
            place: Place::Upazila(upazila.name),
            folder: upazila.folder.clone(),
            count: upazila.offices.len(),
        }
    }
}

impl<'a> Upazila<'a> {
    fn items(&self) -> Vec<Item<'a>> {
        self.offices.iter().copied().map(Item::Office).collect()
    }
}
