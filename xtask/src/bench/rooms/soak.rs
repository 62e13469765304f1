//! Many evenings in a short time: members come, go, break off, come back on a second device and write, many times a second. What
//! the server holds must not grow.

use super::super::Result;
use super::super::figures::ratio;
use super::super::server::Server;
use super::super::{say, usage};
use super::room::Room;
use super::talk::in_all;
use serde::Serialize;
use serde_json::json;
use std::time::{Duration, Instant};

/// Between two acts in one room.
const PACE: Duration = Duration::from_millis(150);
/// Between two looks at the memory.
const GLANCE: Duration = Duration::from_secs(2);
/// The share of the time after which it counts as warm.
const WARM_AFTER: u32 = 10;

/// What was found.
#[derive(Debug, Serialize)]
pub struct Soak {
    /// For how long.
    pub minutes: u64,
    /// Sockets that were open at a time.
    pub sockets: usize,
    /// Things that were done.
    pub acts: usize,
    /// Of them, lines that ended and came back.
    pub comebacks: usize,
    /// Lines that had ended though nobody wanted that.
    pub unasked: usize,
    /// Memory of the server when it was warm, in the middle and at the end, in MB.
    pub resident_mb: [f64; 3],
    /// The most that was ever seen.
    pub most_mb: f64,
}

impl Soak {
    /// Memory at the end as a multiple of that when it was warm.
    pub fn growth(&self) -> Option<f64> {
        ratio(self.resident_mb[2], self.resident_mb[0])
    }
}

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    /// Writes to all.
    Write,
    /// Raises a hand, and lowers it.
    Hand,
    /// Takes a moment, and returns.
    Moment,
    /// Goes, and comes in by the door.
    Leave,
    /// Their line breaks, and the same page comes back.
    Break,
    /// Opens the room on a second device.
    Second,
}

/// Churns all rooms for so many minutes.
pub async fn measured(server: &Server, rooms: &mut Vec<Room>, minutes: u64) -> Result<Soak> {
    let (begun, lasting) = (Instant::now(), Duration::from_mins(minutes));
    let sockets = rooms.iter().map(|room| room.lines.len()).sum();
    let churning = in_all(rooms, move |room, _| churn(room, begun + lasting));
    let (resident, counts) = tokio::try_join!(watched(server, begun, lasting), churning)?;
    let most_mb = resident.iter().map(|(_, mb)| *mb).fold(0.0, f64::max);
    let at = |share: Duration| resident.iter().rev().find(|(after, _)| *after <= share).map_or(0.0, |(_, mb)| *mb);
    let resident_mb = [at(lasting / WARM_AFTER), at(lasting / 2), at(lasting)];
    let sum = |of: fn(&Counts) -> usize| counts.iter().map(of).sum::<usize>();
    let (acts, comebacks, unasked) = (sum(|one| one.acts), sum(|one| one.comebacks), sum(|one| one.unasked));
    Ok(Soak { minutes, sockets, acts, comebacks, unasked, resident_mb, most_mb })
}

/// The server's memory over the time.
#[expect(clippy::cast_precision_loss, reason = "memory in kB stays far below 2^52")]
async fn watched(server: &Server, begun: Instant, lasting: Duration) -> Result<Vec<(Duration, f64)>> {
    let (mut seen, mut told) = (Vec::new(), 0);
    while begun.elapsed() < lasting {
        let mb = usage::resident_kb(server.process()?)? as f64 / 1_024.0;
        seen.push((begun.elapsed(), mb));
        let minute = begun.elapsed().as_secs() / 60;
        if minute > told {
            told = minute;
            say(&format!("rooms: after {minute} minutes of churn the server holds {mb:.1} MB"));
        }
        tokio::time::sleep(GLANCE).await;
    }
    Ok(seen)
}

/// What was done in one room.
#[derive(Default)]
struct Counts {
    acts: usize,
    comebacks: usize,
    unasked: usize,
}

async fn churn(mut room: Room, until: Instant) -> Result<(Room, Counts)> {
    let (mut dice, mut away) = (Dice::of(room.number), vec![false; room.lines.len()]);
    let mut counts = Counts::default();
    while Instant::now() < until {
        let place = 1 + dice.below(room.lines.len() - 1);
        let doing = doing(dice.below(100));
        if act(&mut room, place, doing, &mut away[place]).await.is_err() {
            counts.unasked += 1;
            room.come(place, "").await?;
        }
        counts.acts += 1;
        counts.comebacks += usize::from(matches!(doing, Doing::Leave | Doing::Break | Doing::Second));
        tokio::time::sleep(PACE).await;
        room.forget();
    }
    Ok((room, counts))
}

/// `is_away` says whether the member has a moment for themselves.
async fn act(room: &mut Room, place: usize, doing: Doing, is_away: &mut bool) -> Result<()> {
    match doing {
        Doing::Write => {
            let (words, _) = room.words();
            room.wish(place, json!({ "do": "write", "choice": "all", "words": words })).await
        }
        Doing::Hand => {
            room.wish(place, json!({ "do": "raise" })).await?;
            room.wish(place, json!({ "do": "lower" })).await
        }
        Doing::Moment => {
            *is_away = !*is_away;
            room.wish(place, json!({ "do": if *is_away { "moment" } else { "return" } })).await
        }
        Doing::Leave => {
            *is_away = false;
            room.wish(place, json!({ "do": "leave" })).await?;
            room.come(place, "").await
        }
        Doing::Break => {
            let resume = room.lines[place].take().map(|line| line.resume.clone()).unwrap_or_default();
            room.come(place, &resume).await
        }
        Doing::Second => room.come(place, "").await,
    }
}

/// Of a hundred acts, half are words.
const fn doing(roll: usize) -> Doing {
    match roll {
        0..50 => Doing::Write,
        50..60 => Doing::Hand,
        60..70 => Doing::Moment,
        70..80 => Doing::Leave,
        80..95 => Doing::Break,
        _ => Doing::Second,
    }
}

/// Numbers that look like chance and are the same each time: the generator of Knuth's MMIX.
struct Dice(u64);

impl Dice {
    const fn of(seed: usize) -> Self {
        Self(seed as u64)
    }

    /// A number below this one.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_done_by_everybody() {
        let mut dice = Dice::of(3);
        let rolled: Vec<(usize, Doing)> = (0..4_000).map(|_| (dice.below(15), doing(dice.below(100)))).collect();
        for place in 0..15 {
            for wanted in [Doing::Write, Doing::Hand, Doing::Moment, Doing::Leave, Doing::Break, Doing::Second] {
                assert!(rolled.contains(&(place, wanted)), "{place} {wanted:?}");
            }
        }
        let words = rolled.iter().filter(|(_, doing)| *doing == Doing::Write).count();
        assert!((1_800..2_200).contains(&words), "{words}");
    }

    #[test]
    fn growth_is_from_warm_to_the_end() {
        let soak = Soak {
            minutes: 1,
            sockets: 2,
            acts: 3,
            comebacks: 1,
            unasked: 0,
            resident_mb: [100.0, 130.0, 105.0],
            most_mb: 130.0,
        };
        assert_eq!(soak.growth(), Some(1.05));
    }
}
