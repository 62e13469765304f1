//! A long meeting in a short time: fifteen people who come and go as often as in two hours. What a server keeps of those who
//! are gone shows in its memory.

use super::Result;
use super::call::Call;
use super::cost::{Server, WHOLE, delivered, warm};
use super::division::Cores;
use super::ours::Ours;
use super::people::Size;
use super::tally::Tally;
use crate::bench::{say, usage};
use serde::Serialize;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZE: Size = Size { rooms: 1, members: 15 };
const ROOM: u64 = 1;
/// Each of fifteen comes back every seven and a half minutes for two hours: far more often than people do.
const RETURNS: u32 = 240;
/// Everybody has come back three times, once in each manner, before the first look: a server fills its stores once.
const RETURNS_BEFORE: u32 = 45;
/// Each look is the middle one of so many.
const LOOKS: usize = 24;
/// At the end, what arrives is looked at for so long.
const LAST_LOOK: Duration = Duration::from_secs(5);

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Soak {
    /// How long it took.
    pub minutes: f64,
    /// How often somebody came back in that time.
    pub returns: u32,
    /// Memory at the beginning, in the middle and at the end, in MB.
    pub resident_mb: [f64; 3],
    /// The share of packets that arrives at the end.
    pub delivered: f64,
}

impl Soak {
    /// Memory is flat that ends at no more than this multiple of its beginning: two megabytes of forty.
    pub const FLAT: f64 = 1.05;

    /// Whether memory stayed flat, and everybody still gets everybody.
    pub fn is_clean(&self) -> bool {
        self.growth().is_some_and(|growth| growth <= Self::FLAT) && self.delivered >= WHOLE
    }

    /// Memory at the end as a multiple of that at the beginning.
    pub fn growth(&self) -> Option<f64> {
        crate::bench::figures::ratio(self.resident_mb[2], self.resident_mb[0])
    }
}

/// The manners of coming back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Return {
    /// They said that they go, and come with a new connection.
    Left,
    /// They fell silent, and take up their seat with a new connection.
    Lost,
    /// They go on with their connection from another network.
    Wandered,
}

/// Who is the next to come back, and how: everybody in turn, each time in the next manner.
fn next(number: u32) -> (u64, Return) {
    let manners = [Return::Left, Return::Lost, Return::Wandered];
    let (turn, seat) = (number / 15, number % 15);
    (u64::from(seat) + 1, manners[((seat + turn) % 3) as usize])
}

/// Holds the meeting.
pub async fn soak(program: &Path, address: IpAddr, cores: Cores, lasting: Duration) -> Result<Soak> {
    let tally = Arc::default();
    let mut server = Ours::start(program, address, cores)?;
    let calls = server.fill(SIZE, &tally).await?;
    let mut meeting = Meeting { server, calls, tally, looks: Vec::new() };
    warm(&meeting.tally, SIZE).await;
    let pause = lasting / RETURNS;
    say("media: a long meeting begins");
    for number in 0..RETURNS_BEFORE {
        meeting.come_back(number, pause).await?;
    }
    meeting.looks.clear();
    let begun = Instant::now();
    for number in RETURNS_BEFORE..RETURNS_BEFORE + RETURNS {
        meeting.come_back(number, pause).await?;
    }
    let minutes = begun.elapsed().as_secs_f64() / 60.0;
    let delivered = delivered(&meeting.tally, SIZE, LAST_LOOK).await;
    Ok(Soak { minutes, returns: RETURNS, resident_mb: begun_middle_end(&meeting.looks), delivered })
}

struct Meeting {
    server: Ours,
    /// By seat, from 1.
    calls: Vec<Call>,
    tally: Arc<Tally>,
    /// Memory after each return, in kB.
    looks: Vec<u64>,
}

impl Meeting {
    async fn come_back(&mut self, number: u32, pause: Duration) -> Result<()> {
        let begun = Instant::now();
        let (seat, manner) = next(number);
        let index = usize::try_from(seat - 1)?;
        match manner {
            Return::Wandered => self.server.wander((ROOM, seat), &self.calls[index]).await?,
            Return::Left | Return::Lost => {
                let gone = self.calls.remove(index);
                if manner == Return::Left {
                    gone.hang_up().await?;
                    self.server.leave((ROOM, seat)).await?;
                } else {
                    drop(gone);
                }
                tokio::time::sleep(pause / 2).await;
                let call = self.server.join((ROOM, seat), SIZE.others(), &self.tally).await?;
                self.calls.insert(index, call);
            }
        }
        tokio::time::sleep(pause.saturating_sub(begun.elapsed())).await;
        self.looks.push(usage::resident_kb(self.server.process()?)?);
        Ok(())
    }
}

/// The middle one of the first looks, of those in the middle and of the last ones, in MB.
#[expect(clippy::cast_precision_loss, reason = "memory in kB stays far below 2^52")]
fn begun_middle_end(looks: &[u64]) -> [f64; 3] {
    let last = looks.len().saturating_sub(LOOKS);
    [0, last / 2, last].map(|first| {
        let mut some: Vec<u64> = looks.iter().skip(first).take(LOOKS).copied().collect();
        some.sort_unstable();
        some.get(some.len() / 2).map_or(0.0, |kb| *kb as f64 / 1_024.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn everybody_comes_back_in_each_manner_before_the_first_look() {
        let before: HashSet<_> = (0..RETURNS_BEFORE).map(|number| format!("{:?}", next(number))).collect();
        assert_eq!(before.len(), 45);
        assert_eq!(next(0), (1, Return::Left));
        assert_eq!(next(15), (1, Return::Lost));
    }

    #[test]
    fn one_look_that_differs_says_nothing() {
        let mut looks = vec![10 * 1_024; 240];
        (looks[0], looks[239]) = (1, 99 * 1_024);
        assert_eq!(format!("{:.0?}", begun_middle_end(&looks)), "[10, 10, 10]");
        let growing: Vec<u64> = (0..240).map(|look| look * 1_024).collect();
        assert_eq!(format!("{:.0?}", begun_middle_end(&growing)), "[12, 120, 228]");
    }
}
