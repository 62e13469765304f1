//! How many connections there are, in all and from one address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Connections in all.
const ALL_MAX: usize = 4_096;
/// Connections from one address, or from one IPv6 network of 64 bits.
const FROM_ONE_MAX: usize = 64;

/// Who is connected now.
#[derive(Clone, Default)]
pub struct Crowd(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One connection's place; it is free again when this is dropped.
pub struct Place {
    crowd: Crowd,
    from: IpAddr,
}

impl Crowd {
    /// A place, unless the house or this address' share of it is full. Loopback has no share of its own: a proxy stands there.
    pub fn enter(&self, from: IpAddr) -> Option<Place> {
        let from = network(from);
        let mut crowd = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = crowd.values().sum();
        let here = crowd.entry(from).or_default();
        if all >= ALL_MAX || (*here >= FROM_ONE_MAX && !from.is_loopback()) {
            return None;
        }
        *here += 1;
        Some(Place { crowd: self.clone(), from })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut crowd = self.crowd.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = crowd.get_mut(&self.from) {
            *here -= 1;
            if *here == 0 {
                crowd.remove(&self.from);
            }
        }
    }
}

/// The address whose share a connection uses.
fn network(from: IpAddr) -> IpAddr {
    match from {
        IpAddr::V4(_) => from,
        IpAddr::V6(address) if address.is_loopback() => from,
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_gets_its_share_and_no_more() {
        let (crowd, one) = (Crowd::default(), IpAddr::from([192, 0, 2, 1]));
        let places: Vec<_> = (0..FROM_ONE_MAX).map(|_| crowd.enter(one)).collect();
        assert!(places.iter().all(Option::is_some));
        assert!(crowd.enter(one).is_none());
        assert!(crowd.enter(IpAddr::from([192, 0, 2, 2])).is_some());
        drop(places);
        assert!(crowd.enter(one).is_some());
    }

    #[test]
    fn an_ipv6_network_counts_as_one_address() {
        let address = |last: u16| IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, last]);
        assert_eq!(network(address(1)), network(address(2)));
    }
}
