//! Which address is whose. Only addresses that have proved it are here, and few for each member.

use std::collections::HashMap;
use std::net::SocketAddr;

use floor::Seat;

use crate::seat::RoomId;

/// Networks that one member may be on at once; the oldest are forgotten.
const EACH_MAX: usize = 8;

#[derive(Debug, Default)]
pub(super) struct Addresses {
    whose: HashMap<SocketAddr, (RoomId, Seat)>,
    each: HashMap<(RoomId, Seat), Vec<SocketAddr>>,
}

impl Addresses {
    pub(super) fn whose(&self, from: SocketAddr) -> Option<(RoomId, Seat)> {
        self.whose.get(&from).copied()
    }

    pub(super) fn learn(&mut self, from: SocketAddr, whose: (RoomId, Seat)) {
        if let Some(before) = self.whose.insert(from, whose)
            && let Some(list) = self.each.get_mut(&before)
        {
            list.retain(|address| *address != from);
        }
        let list = self.each.entry(whose).or_default();
        list.push(from);
        if list.len() > EACH_MAX {
            self.whose.remove(&list.remove(0));
        }
    }

    pub(super) fn forget(&mut self, is_gone: impl Fn(&(RoomId, Seat)) -> bool) {
        self.whose.retain(|_, whose| !is_gone(whose));
        self.each.retain(|whose, _| !is_gone(whose));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_eight_addresses_at_most_and_none_after_they_are_forgotten() {
        let mut addresses = Addresses::default();
        let (ana, ben) = ((RoomId(1), Seat(1)), (RoomId(1), Seat(2)));
        let at = |port: u16| SocketAddr::from(([192, 0, 2, 1], port));
        (1..=20).for_each(|port| addresses.learn(at(port), ana));
        assert_eq!((addresses.whose.len(), addresses.each[&ana].len()), (EACH_MAX, EACH_MAX));
        addresses.learn(at(20), ben);
        assert_eq!(addresses.whose(at(20)), Some(ben));
        assert_eq!(addresses.each[&ana].len(), EACH_MAX - 1);
        addresses.forget(|whose| *whose == ana);
        assert_eq!((addresses.whose(at(19)), addresses.whose(at(20))), (None, Some(ben)));
    }
}
