//! Datagrams from addresses that nobody is known by: few of each, few in all, and bounded memory.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Instant;

/// Enough for a practice whose sixteen members connect at once from behind one address.
const EACH_PER_SECOND: u32 = 400;
const ALL_PER_SECOND: u32 = 4_000;
const ADDRESSES_MAX: usize = 1_024;

/// Counts what comes from strangers in windows of a second.
#[derive(Debug)]
pub(crate) struct Strangers {
    since: Instant,
    all: u32,
    each: HashMap<IpAddr, u32>,
}

impl Strangers {
    pub(crate) fn new(now: Instant) -> Self {
        Self { since: now, all: 0, each: HashMap::new() }
    }

    /// Whether one more datagram from this address is looked at.
    pub(crate) fn admit(&mut self, from: IpAddr, now: Instant) -> bool {
        if now.saturating_duration_since(self.since).as_secs() >= 1 {
            (self.since, self.all) = (now, 0);
            self.each.clear();
        }
        let network = network(from);
        if self.all >= ALL_PER_SECOND || (self.each.len() >= ADDRESSES_MAX && !self.each.contains_key(&network)) {
            return false;
        }
        let count = self.each.entry(network).or_default();
        if *count >= EACH_PER_SECOND {
            return false;
        }
        *count += 1;
        self.all += 1;
        true
    }
}

/// What one household or one server can have for the asking: an address, or 64 bits of a longer one.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(long) => IpAddr::V6((u128::from(long) & !u128::from(u64::MAX)).into()),
        short @ IpAddr::V4(_) => short,
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};
    use std::time::Duration;

    use super::*;

    fn admitted(strangers: &mut Strangers, from: impl Fn(u32) -> IpAddr, now: Instant) -> usize {
        (0..100_000).filter(|number| strangers.admit(from(*number), now)).count()
    }

    #[test]
    fn each_address_and_all_together_have_a_bound_that_opens_again_every_second() {
        let now = Instant::now();
        let mut strangers = Strangers::new(now);
        let one = |_| IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
        assert_eq!(admitted(&mut strangers, one, now), EACH_PER_SECOND as usize);
        let many = |number: u32| IpAddr::V4(Ipv4Addr::from(number));
        assert!(admitted(&mut strangers, many, now) < ALL_PER_SECOND as usize);
        assert!(strangers.each.len() <= ADDRESSES_MAX);
        let later = now + Duration::from_secs(1);
        assert_eq!(admitted(&mut strangers, one, later), EACH_PER_SECOND as usize);
    }

    #[test]
    fn the_addresses_of_one_household_count_as_one() {
        let now = Instant::now();
        let mut strangers = Strangers::new(now);
        let long = |number: u32| IpAddr::V6(Ipv6Addr::from(0x2001_0db8_u128 << 96 | u128::from(number)));
        assert_eq!(admitted(&mut strangers, long, now), EACH_PER_SECOND as usize);
        assert_eq!(strangers.each.len(), 1);
    }
}
