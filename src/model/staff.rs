//! Who is in an office on the day on which it is read, and what a portal has of each.

use std::collections::BTreeSet;

use super::{Office, Person, Slug, is_refused_by_windows};

impl Office {
    /// Who holds a post in it today, in their order.
    pub fn staff(&self) -> impl Iterator<Item = &Person> {
        self.people
            .iter()
            .filter(|person| person.is_there(self.today))
    }

    /// Who leads it today: the first in the list, should there be two.
    #[must_use]
    pub fn leader(&self) -> Option<&Person> {
        self.staff().find(|person| person.is_head())
    }

    /// Who holds a post in it today beside who leads it.
    pub fn others(&self) -> impl Iterator<Item = &Person> {
        let leader = self.leader();
        self.staff()
            .filter(move |person| leader.is_none_or(|leader| !std::ptr::eq(leader, *person)))
    }

    /// Who led it before, the last one first.
    #[must_use]
    pub fn former_heads(&self) -> Vec<&Person> {
        let people = self.people.iter();
        let left = people.filter(|person| person.is_head() && person.has_left(self.today));
        let mut former: Vec<&Person> = left.collect();
        former.sort_by_key(|person| std::cmp::Reverse((person.until, person.from)));
        former
    }

    /// Posts of its charter's services that nobody holds, each once, in the order of the charter. Only an office that lists
    /// its people can say so; of the post that leads it, it says so anyway.
    #[must_use]
    pub fn vacant_posts(&self) -> Vec<&Slug> {
        let mut vacant: Vec<&Slug> = Vec::new();
        if !self.lists_people {
            return vacant;
        }
        for service in &self.charter.services {
            let post = &service.responsible.value;
            let is_held = *post == self.head_post || self.staff().any(|one| one.post == *post);
            if !is_held && !vacant.contains(&post) {
                vacant.push(post);
            }
        }
        vacant
    }

    /// Those beside its leader who can be kept in the contacts of a telephone, each with the name of the card: the post's,
    /// so that the address stays when the officer changes.
    #[must_use]
    pub fn cards(&self) -> Vec<(Slug, &Person)> {
        let mut taken = BTreeSet::new();
        let reachable = self.others().filter(|person| {
            !person.phones.is_empty() || person.email.is_some() || self.details.is_reachable()
        });
        let card = |person: &'_ Person| {
            let name = free_name(&person.post, &taken);
            taken.insert(name.clone());
            name
        };
        let people: Vec<&Person> = reachable.collect();
        let names: Vec<Slug> = people.iter().copied().map(card).collect();
        names.into_iter().zip(people).collect()
    }
}

/// A name like that of a post which no other card has and every system can keep.
fn free_name(post: &Slug, taken: &BTreeSet<Slug>) -> Slug {
    let numbered = (2..).map(|number| Slug::of(&format!("{number} {post}")));
    std::iter::once(Some(post.clone()))
        .chain(numbered)
        .flatten()
        .find(|name| !taken.contains(name) && !is_refused_by_windows(name.as_str()))
        .expect("there is always a higher number")
}
