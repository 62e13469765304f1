//! What a forwarded packet costs a server: its time on a core over the packets that arrived, once all of them arrive.

use super::call::Call;
use super::people::Size;
use super::tally::Tally;
use super::{Result, say};
use crate::bench::usage;
use serde::Serialize;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a server may take until everything arrives.
const WARM_WITHIN: Duration = Duration::from_secs(40);
/// How long it goes on like that before the figures are taken.
const SETTLING: Duration = Duration::from_secs(3);
/// The share of what is sent that has to arrive: below it, a server that does less would look as if it did it better.
pub const WHOLE: f64 = 0.97;

/// A server of either make.
pub trait Server {
    /// Lets everybody into their rooms.
    async fn fill(&mut self, size: Size, tally: &Arc<Tally>) -> Result<Vec<Call>>;
    /// Its process.
    fn process(&self) -> Result<u32>;
}

/// What was counted while it was looked.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Time on a core.
    pub cpu: Duration,
    /// Packets that arrived.
    pub packets: u64,
    /// How long was looked.
    pub time: Duration,
}

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cost {
    /// Packets that arrived in a second.
    pub per_s: f64,
    /// As a share of those that everybody should have got.
    pub delivered: f64,
    /// Cores that the server kept busy.
    pub cores: f64,
    /// Time on a core for each packet, in microseconds.
    pub us_per_packet: f64,
    /// The same, of the cheapest and of the dearest pass.
    pub passes_us: [f64; 2],
}

impl Cost {
    /// Condenses the passes.
    #[expect(clippy::cast_precision_loss, reason = "counts of packets stay far below 2^52")]
    pub fn of(passes: &[Counted], size: Size) -> Self {
        let cpu: Duration = passes.iter().map(|pass| pass.cpu).sum();
        let time: Duration = passes.iter().map(|pass| pass.time).sum();
        let packets = passes.iter().map(|pass| pass.packets).sum::<u64>() as f64;
        let us = |cpu: Duration, packets: f64| if packets > 0.0 { cpu.as_secs_f64() * 1e6 / packets } else { 0.0 };
        let each = passes.iter().map(|pass| us(pass.cpu, pass.packets as f64));
        let per_s = if time.is_zero() { 0.0 } else { packets / time.as_secs_f64() };
        Self {
            per_s,
            delivered: per_s / size.packets_per_s() as f64,
            cores: if time.is_zero() { 0.0 } else { cpu.as_secs_f64() / time.as_secs_f64() },
            us_per_packet: us(cpu, packets),
            passes_us: [each.clone().fold(f64::INFINITY, f64::min), each.fold(0.0, f64::max)],
        }
    }

    /// Whether what was sent arrived, so that it can be compared.
    pub fn is_whole(&self) -> bool {
        self.delivered >= WHOLE
    }
}

/// Fills a server's rooms, waits until everybody gets everybody, and looks.
pub async fn cost(mut server: impl Server, size: Size, lasting: Duration) -> Result<Counted> {
    let tally = Arc::default();
    let calls = server.fill(size, &tally).await?;
    warm(&tally, size).await;
    tokio::time::sleep(SETTLING).await;
    let (begun, cpu, got) = (Instant::now(), usage::cpu(server.process()?)?, tally.got());
    tokio::time::sleep(lasting).await;
    let cpu = usage::cpu(server.process()?)?.saturating_sub(cpu);
    let counted = Counted { cpu, packets: tally.got() - got, time: begun.elapsed() };
    drop(calls);
    Ok(counted)
}

/// Waits until nearly all arrives that is sent.
pub async fn warm(tally: &Tally, size: Size) {
    let begun = Instant::now();
    while begun.elapsed() < WARM_WITHIN {
        if delivered(tally, size, Duration::from_secs(1)).await >= WHOLE {
            return;
        }
    }
    say(&format!("media: after {} s not everything arrives", WARM_WITHIN.as_secs()));
}

/// The share that arrives, looked at for a while.
#[expect(clippy::cast_precision_loss, reason = "counts of packets stay far below 2^52")]
pub async fn delivered(tally: &Tally, size: Size, lasting: Duration) -> f64 {
    let (begun, before) = (Instant::now(), tally.got());
    tokio::time::sleep(lasting).await;
    (tally.got() - before) as f64 / begun.elapsed().as_secs_f64() / size.packets_per_s() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { rooms: 1, members: 8 };

    fn counted(cpu_ms: u64, packets: u64) -> Counted {
        Counted { cpu: Duration::from_millis(cpu_ms), packets, time: Duration::from_secs(10) }
    }

    #[test]
    fn passes_are_taken_together_and_the_spread_between_them_is_kept() {
        let cost = Cost::of(&[counted(500, 61_600), counted(700, 61_600)], SIZE);
        assert_eq!((cost.per_s, cost.delivered, cost.cores), (6_160.0, 1.0, 0.06));
        assert!((cost.us_per_packet - 1_200_000.0 / 123_200.0).abs() < 1e-9);
        assert!(cost.passes_us[0] < cost.us_per_packet && cost.us_per_packet < cost.passes_us[1]);
        assert!(cost.is_whole());
    }

    #[test]
    fn a_server_that_lets_packets_fall_is_not_whole() {
        assert!(!Cost::of(&[counted(500, 59_000)], SIZE).is_whole());
        assert!(!Cost::of(&[counted(500, 0)], SIZE).is_whole());
    }
}
