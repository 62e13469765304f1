//! Sockets that wait to show a ticket and whose browser has no login here: so many in all, and so many from one address.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::identity::ClientAddress;

/// How many may wait in all: each for a few seconds.
const STRANGERS_MAX: usize = 256;
/// How many from one address: two full rooms of a clinic that all come back at one moment.
const FROM_ONE_ADDRESS_MAX: usize = 32;

/// How many wait, by where they come from.
#[derive(Default)]
pub(super) struct Strangers(Mutex<HashMap<[u8; 16], usize>>);

/// One of them; the place is free again when this is gone.
pub(super) struct Place {
    strangers: Arc<Strangers>,
    from: [u8; 16],
}

impl Strangers {
    /// A place for one more from there, while there is one.
    pub fn place(self: &Arc<Self>, client: ClientAddress) -> Option<Place> {
        let (from, mut waiting) = (client.bucket(), self.waiting());
        let here = waiting.get(&from).copied().unwrap_or_default();
        if here >= FROM_ONE_ADDRESS_MAX || waiting.values().sum::<usize>() >= STRANGERS_MAX {
            return None;
        }
        waiting.insert(from, here + 1);
        Some(Place { strangers: Arc::clone(self), from })
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<[u8; 16], usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = self.strangers.waiting();
        match waiting.get_mut(&self.from) {
            Some(here) if *here > 1 => *here -= 1,
            _ => drop(waiting.remove(&self.from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_take_the_places_of_all_and_all_have_so_many() {
        let strangers = Arc::new(Strangers::default());
        let from = |last: usize| ClientAddress([192, 0, 2, u8::try_from(last).expect("it is small")].into());
        let mut places: Vec<Place> = (0..100).filter_map(|_| strangers.place(from(1))).collect();
        assert_eq!(places.len(), FROM_ONE_ADDRESS_MAX);
        places.extend((0..250).flat_map(|_| 2..12).filter_map(|last| strangers.place(from(last))));
        assert_eq!(places.len(), STRANGERS_MAX);
        assert!(strangers.place(from(200)).is_none());
        drop(places);
        assert!(strangers.waiting().is_empty() && strangers.place(from(200)).is_some());
    }
}
