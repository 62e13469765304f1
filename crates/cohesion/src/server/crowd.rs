//! How many connections there are, in all and from one address.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// Connections in all.
const ALL_MAX: usize = 4_096;
/// Connections from one address, or from one IPv6 network of 64 bits.
const FROM_ONE_MAX: usize = 64;

/// Who is connected now.
#[derive(Clone)]
pub struct Crowd(Arc<House>);

struct House {
    proxies: Vec<IpAddr>,
    inside: Mutex<HashMap<IpAddr, usize>>,
}

/// One connection's place; it is free again when this is dropped.
pub struct Place {
    crowd: Crowd,
    from: IpAddr,
}

impl Crowd {
    /// Nobody yet. Proxies bring many visitors over few addresses, so what comes from them has no share of its own; nor has
    /// this machine, where a proxy often stands.
    pub fn without_shares_for(proxies: &[IpAddr]) -> Self {
        let here = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        let proxies = here.into_iter().chain(proxies.iter().map(IpAddr::to_canonical)).collect();
        Self(Arc::new(House { proxies, inside: Mutex::default() }))
    }

    /// A place, unless the house or this address' share of it is full.
    pub fn enter(&self, from: IpAddr) -> Option<Place> {
        // On a socket that takes both families, an IPv4 client has an IPv6 address around its own.
        let from = from.to_canonical();
        let is_proxy = self.0.proxies.contains(&from);
        let from = if is_proxy { from } else { network(from) };
        let mut inside = self.0.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = inside.values().sum();
        let here = inside.get(&from).copied().unwrap_or_default();
        if all >= ALL_MAX || (here >= FROM_ONE_MAX && !is_proxy) {
            return None;
        }
        inside.insert(from, here + 1);
        Some(Place { crowd: self.clone(), from })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut inside = self.crowd.0.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = inside.get_mut(&self.from) {
            *here -= 1;
            if *here == 0 {
                inside.remove(&self.from);
            }
        }
    }
}

/// The address whose share a connection uses.
fn network(from: IpAddr) -> IpAddr {
    match from {
        IpAddr::V4(_) => from,
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// As many as come in from one address, up to a few more than its share.
    fn fill(crowd: &Crowd, from: &str) -> Vec<Place> {
        (0..FROM_ONE_MAX + 3).filter_map(|_| crowd.enter(address(from))).collect()
    }

    #[test]
    fn one_address_gets_its_share_and_no_more() {
        let crowd = Crowd::without_shares_for(&[]);
        let places = fill(&crowd, "192.0.2.1");
        assert_eq!(places.len(), FROM_ONE_MAX);
        assert!(crowd.enter(address("192.0.2.2")).is_some());
        drop(places);
        assert!(crowd.enter(address("192.0.2.1")).is_some());
        assert!(crowd.0.inside.lock().expect("nobody panicked").is_empty(), "nobody is remembered");
    }

    #[test]
    fn on_a_socket_for_both_families_each_ipv4_address_has_its_own_share() {
        let crowd = Crowd::without_shares_for(&[]);
        let places = fill(&crowd, "::ffff:192.0.2.1");
        assert_eq!(places.len(), FROM_ONE_MAX);
        assert!(crowd.enter(address("192.0.2.1")).is_none(), "the same one");
        assert!(crowd.enter(address("::ffff:192.0.2.2")).is_some());
    }

    #[test]
    fn an_ipv6_network_counts_as_one_address() {
        let crowd = Crowd::without_shares_for(&[]);
        let places = fill(&crowd, "2001:db8:0:1::1");
        assert_eq!(places.len(), FROM_ONE_MAX);
        assert!(crowd.enter(address("2001:db8:0:1::2")).is_none());
        assert!(crowd.enter(address("2001:db8:0:2::1")).is_some());
    }

    #[test]
    fn this_machine_and_named_proxies_have_no_share_until_the_house_is_full() {
        let crowd = Crowd::without_shares_for(&[address("10.0.0.7"), address("2001:db8::7")]);
        for from in ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.7", "::ffff:10.0.0.7", "2001:db8::7"] {
            assert_eq!(fill(&crowd, from).len(), FROM_ONE_MAX + 3, "{from}");
        }
        assert_eq!(fill(&crowd, "2001:db8::8").len(), FROM_ONE_MAX, "a proxy's neighbour is none");
        let places: Vec<_> = (0..ALL_MAX).map(|_| crowd.enter(address("10.0.0.7"))).collect();
        assert!(places.iter().all(Option::is_some));
        assert!(crowd.enter(address("10.0.0.7")).is_none() && crowd.enter(address("192.0.2.1")).is_none());
    }
}
