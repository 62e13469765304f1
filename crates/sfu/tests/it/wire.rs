//! The network between the browsers and us: it delays, loses, changes the order and is narrow, always in the same way.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

const DELAY: Duration = Duration::from_millis(10);
/// How long a packet may wait in front of a narrow place.
const QUEUE: Duration = Duration::from_millis(250);

/// A datagram on its way.
pub struct Flying {
    pub from: SocketAddr,
    pub to: SocketAddr,
    pub bytes: Vec<u8>,
}

#[derive(Default)]
pub struct Wire {
    flying: BTreeMap<(Instant, u64), Flying>,
    count: u64,
    dice: u64,
    /// Losses, in hundredths.
    pub loss: u64,
    /// How much later than its turn a packet may come, in milliseconds.
    pub jitter_ms: u64,
    narrow: HashMap<SocketAddr, (u64, Option<Instant>)>,
    cut: Vec<SocketAddr>,
}

impl Wire {
    /// Lets no more than this through to an address.
    pub fn narrow(&mut self, to: SocketAddr, kbps: u64) {
        self.narrow.insert(to, (kbps, None));
    }

    pub fn widen(&mut self, to: SocketAddr) {
        self.narrow.remove(&to);
    }

    /// Lets nothing through to or from an address.
    pub fn cut(&mut self, address: SocketAddr) {
        self.cut.push(address);
    }

    pub fn mend(&mut self, address: SocketAddr) {
        self.cut.retain(|cut| *cut != address);
    }

    pub fn send(&mut self, flying: Flying, now: Instant) {
        let is_cut = self.cut.contains(&flying.from) || self.cut.contains(&flying.to);
        if is_cut || self.throw() % 100 < self.loss {
            return;
        }
        let Some(leaves) = self.through(&flying, now) else { return };
        let late = Duration::from_millis(if self.jitter_ms == 0 { 0 } else { self.throw() % self.jitter_ms });
        self.count += 1;
        self.flying.insert((leaves + DELAY + late, self.count), flying);
    }

    fn through(&mut self, flying: &Flying, now: Instant) -> Option<Instant> {
        let Some((kbps, free)) = self.narrow.get_mut(&flying.to) else { return Some(now) };
        let begins = free.unwrap_or(now).max(now);
        let ends = begins + Duration::from_micros(flying.bytes.len() as u64 * 8_000 / *kbps);
        if ends - now > QUEUE {
            return None;
        }
        *free = Some(ends);
        Some(ends)
    }

    /// When the next datagram arrives.
    pub fn next(&self) -> Option<Instant> {
        self.flying.first_key_value().map(|((at, _), _)| *at)
    }

    /// The next datagram that has arrived by now.
    pub fn arrived(&mut self, now: Instant) -> Option<Flying> {
        let entry = self.flying.first_entry()?;
        (entry.key().0 <= now).then(|| entry.remove())
    }

    /// Dice that fall the same way each time.
    fn throw(&mut self) -> u64 {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.dice >> 33
    }
}
