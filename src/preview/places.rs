//! So many at the same time, and no more: one more takes the place of the oldest.
//!
//! A browser that was left open in some corner must never keep the author from the page that was opened just now, so the
//! newest is always let in. Nobody waits in a queue, and nothing is refused.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// Places for so many.
#[derive(Debug, Clone)]
pub(super) struct Places {
    limit: usize,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Debug, Default)]
struct Taken {
    /// How many places were ever given.
    given: u64,
    /// By number, so the oldest first. Whoever holds the place is told when the other end goes.
    held: BTreeMap<u64, oneshot::Sender<()>>,
}

/// A place; it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    number: u64,
    places: Places,
    end: oneshot::Receiver<()>,
}

impl Places {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            taken: Arc::default(),
        }
    }

    /// A place for one more.
    pub(super) fn take(&self) -> Place {
        let (told, end) = oneshot::channel();
        let mut taken = self.taken();
        if taken.held.len() >= self.limit {
            taken.held.pop_first();
        }
        taken.given += 1;
        let number = taken.given;
        taken.held.insert(number, told);
        drop(taken);
        Place {
            number,
            places: self.clone(),
            end,
        }
    }

    /// A thread that panicked while it held the list left it whole: every change is one insertion or removal.
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Waits until the place was given to somebody else.
    pub(super) async fn lost(&mut self) {
        let _ = (&mut self.end).await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.taken().held.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Place, Places};

    async fn is_lost(place: &mut Place) -> bool {
        let lost = tokio::time::timeout(Duration::from_millis(1), place.lost());
        lost.await.is_ok()
    }

    #[tokio::test]
    async fn the_oldest_gives_way_to_the_newest() {
        let places = Places::new(2);
        let [mut first, mut second] = [places.take(), places.take()];
        assert!(!is_lost(&mut first).await);
        let mut third = places.take();
        assert!(is_lost(&mut first).await);
        assert!(!is_lost(&mut second).await && !is_lost(&mut third).await);
    }

    #[tokio::test]
    async fn a_place_that_was_left_is_free_again() {
        let places = Places::new(2);
        let mut first = places.take();
        drop(places.take());
        let _third = places.take();
        assert!(!is_lost(&mut first).await);
    }
}
