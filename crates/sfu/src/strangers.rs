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
