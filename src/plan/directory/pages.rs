//! Pages, from the top down: each lists as much as it has room for and leaves the rest to the pages below it.

use super::chunks::{Chunk, chunks};
use super::size_estimate::{self, SHORT_LIST};
use super::tree::{District, Division, Tree, Upazila};
use super::{Area, DirectoryPage, ListGroup, ListItem, Listing, PageHead, ParentPage, folder};

/// The pages so far.
pub(super) struct PageList<'a> {
    pages: Vec<DirectoryPage<'a>>,
    /// Whether departments have to be told apart.
    several: bool,
}

impl<'a> PageList<'a> {
    pub(super) fn new(several: bool) -> Self {
        Self {
            pages: Vec::new(),
            several,
        }
    }

    /// All pages.
    pub(super) fn country(mut self, tree: &Tree<'a>) -> Vec<DirectoryPage<'a>> {
        let head = PageHead {
            area: Area::Country,
            folder: String::new(),
            above: Vec::new(),
            count: tree.count,
        };
        let whole = self.whole(tree);
        if size_estimate::listing(&whole, self.several) <= SHORT_LIST {
            self.push(head, whole);
            return self.pages;
        }
        let districts = districts_by_division(tree);
        if self.fits(&head, &districts) {
            self.push(head, districts);
        } else {
            self.push_items(head, tree.divisions.iter().map(ListItem::from).collect());
        }
        for division in &tree.divisions {
            self.division(division);
        }
        self.pages
    }

    fn division(&mut self, division: &Division<'a>) {
        let head = PageHead {
            area: Area::Division(division.name),
            folder: division.folder.clone(),
            above: Vec::new(),
            count: division.count,
        };
        let above = vec![ParentPage::from(&head)];
        self.push_items(
            head,
            division.districts.iter().map(ListItem::from).collect(),
        );
        for district in &division.districts {
            self.district(district, &above);
        }
    }

    fn district(&mut self, district: &District<'a>, above: &[ParentPage<'a>]) {
        let head = PageHead {
            area: Area::District(district.name),
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
        self.push_items(head, district.upazilas.iter().map(ListItem::from).collect());
        for upazila in &district.upazilas {
            let head = PageHead {
                area: Area::Upazila(upazila.name),
                folder: upazila.folder.clone(),
                above: above.clone(),
                count: upazila.offices.len(),
            };
            self.push_items(head, upazila.items());
        }
    }

    /// Every office below its division and district.
    fn whole(&self, tree: &Tree<'a>) -> Listing<'a> {
        let district = |district: &District<'a>| ListGroup {
            area: Area::District(district.name),
            count: district.count,
            listing: self.offices(district),
        };
        let division = |division: &Division<'a>| ListGroup {
            area: Area::Division(division.name),
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
        let group = |upazila: &Upazila<'a>| ListGroup {
            area: Area::Upazila(upazila.name),
            count: upazila.offices.len(),
            listing: Listing::of_items(upazila.items()),
        };
        Listing::of_groups(upazilas.map(group).collect())
    }

    fn fits(&self, head: &PageHead<'a>, listing: &Listing<'a>) -> bool {
        size_estimate::listing(listing, self.several) <= size_estimate::room(head)
    }

    fn push(&mut self, head: PageHead<'a>, listing: Listing<'a>) {
        self.pages.push(DirectoryPage { head, listing });
    }

    /// A page with a plain list, in parts where it has to be.
    fn push_items(&mut self, head: PageHead<'a>, items: Vec<ListItem<'a>>) {
        let chunks = chunks(items, size_estimate::room(&head), self.several);
        self.push_shelves(head, chunks);
    }

    fn push_shelves(&mut self, head: PageHead<'a>, chunks: Vec<Chunk<'a>>) {
        let mut items = Vec::with_capacity(chunks.len());
        let mut below = Vec::new();
        for (number, chunk) in chunks.into_iter().enumerate() {
            let (area, count) = (chunk.area(self.several), chunk.count());
            match chunk {
                Chunk::Item(item) => items.push(item),
                Chunk::Part(chunks) => {
                    let part = PageHead {
                        area,
                        folder: folder::of_part(&head.folder, number),
                        above: head.with_itself(),
                        count,
                    };
                    items.push(ListItem::from(&part));
                    below.push((part, chunks));
                }
            }
        }
        self.push(head, Listing::of_items(items));
        for (part, chunks) in below {
            self.push_shelves(part, chunks);
        }
    }
}

/// Links to every district below its division.
fn districts_by_division<'a>(tree: &Tree<'a>) -> Listing<'a> {
    let group = |division: &Division<'a>| ListGroup {
        area: Area::Division(division.name),
        count: division.count,
        listing: Listing::of_items(division.districts.iter().map(ListItem::from).collect()),
    };
    Listing::of_groups(tree.divisions.iter().map(group).collect())
}

impl<'a> PageHead<'a> {
    /// What stands above the pages below it; the first page is above all without being listed.
    fn with_itself(&self) -> Vec<ParentPage<'a>> {
        let mut above = self.above.clone();
        if self.area != Area::Country {
            above.push(ParentPage::from(self));
        }
        above
    }
}

impl<'a> From<&PageHead<'a>> for ParentPage<'a> {
    fn from(head: &PageHead<'a>) -> Self {
        Self {
            area: head.area,
            folder: head.folder.clone(),
        }
    }
}

impl<'a> From<&PageHead<'a>> for ListItem<'a> {
    fn from(head: &PageHead<'a>) -> Self {
        Self::Page {
            area: head.area,
            folder: head.folder.clone(),
            count: head.count,
        }
    }
}

impl<'a> From<&Division<'a>> for ListItem<'a> {
    fn from(division: &Division<'a>) -> Self {
        Self::Page {
            area: Area::Division(division.name),
            folder: division.folder.clone(),
            count: division.count,
        }
    }
}

impl<'a> From<&District<'a>> for ListItem<'a> {
    fn from(district: &District<'a>) -> Self {
        Self::Page {
            area: Area::District(district.name),
            folder: district.folder.clone(),
            count: district.count,
        }
    }
}

impl<'a> From<&Upazila<'a>> for ListItem<'a> {
    fn from(upazila: &Upazila<'a>) -> Self {
        Self::Page {
            area: Area::Upazila(upazila.name),
            folder: upazila.folder.clone(),
            count: upazila.offices.len(),
        }
    }
}

impl<'a> Upazila<'a> {
    fn items(&self) -> Vec<ListItem<'a>> {
        self.offices.iter().copied().map(ListItem::Office).collect()
    }
}
