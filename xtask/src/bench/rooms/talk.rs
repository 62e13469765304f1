//! What is done in many rooms at a time, one thing after the other in each: messages and turns, and how soon the others see them.

use super::super::Result;
use super::super::figures::{Load, ms, ratio};
use super::super::server::Server;
use super::super::usage;
use super::room::{LEADER, Room, Seen};
use serde::Serialize;
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Between two things that are done in one room: people read what was written, and think.
const PAUSE: Duration = Duration::from_secs(4);
/// Messages of each seat before an evening counts as late: as many as the room takes at once.
const WRITTEN_BEFORE: usize = 8;
/// After which a seat may write as many again.
const BREATH: Duration = Duration::from_secs(11);

/// What is done.
#[derive(Clone, Copy)]
pub enum Act {
    /// A message to all, by one after the other.
    Message,
    /// Whoever leads gives the turn to one after the other.
    Turn,
}

/// How soon something was seen by the others, and what that cost the server.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What it is.
    pub name: &'static str,
    /// From the moment it is sent to the moment each of the others has it.
    #[serde(flatten)]
    pub load: Load,
    /// Time on a core for each of them, in milliseconds, with what the server does meanwhile in any case.
    pub cpu_ms: Option<f64>,
    /// The same without that, as far as it was measured at rest.
    pub own_cpu_ms: Option<f64>,
    /// Bytes of the frame that brought it, on average.
    pub bytes: Option<f64>,
}

/// How long it is done, in which the server takes which share of a core when nobody does anything.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// How long.
    pub lasting: Duration,
    /// The share of a core.
    pub at_rest: f64,
}

/// Does it in all rooms.
#[expect(clippy::cast_precision_loss, reason = "counts and bytes stay far below 2^52")]
pub async fn measured(
    name: &'static str,
    server: &Server,
    rooms: &mut Vec<Room>,
    act: Act,
    Stretch { lasting, at_rest }: Stretch,
) -> Result<Row> {
    let (process, begun) = (server.process()?, Instant::now());
    let before = usage::cpu(process)?;
    let seen = in_all(rooms, move |room, share| go_on(room, share, act, begun + lasting)).await?;
    let together = begun.elapsed();
    let spent = usage::cpu(process)?.saturating_sub(before);
    let own = spent.saturating_sub(together.mul_f64(at_rest));
    let seen: Vec<Seen> = seen.into_iter().flatten().collect();
    let (count, bytes) = (seen.len() as f64, seen.iter().map(|seen| seen.bytes).sum::<usize>() as f64);
    let load = Load::of(seen.into_iter().map(|seen| seen.after).collect(), together);
    let (cpu_ms, own_cpu_ms) = (ratio(ms(spent), count), ratio(ms(own), count));
    Ok(Row { name, load, cpu_ms, own_cpu_ms, bytes: ratio(bytes, count) })
}

/// One thing after the other in one room, at the pace of people.
async fn go_on(mut room: Room, share: f64, act: Act, until: Instant) -> Result<(Room, Vec<Seen>)> {
    let mut seen = Vec::new();
    tokio::time::sleep(PAUSE.mul_f64(share)).await;
    for round in 0.. {
        let sent = Instant::now();
        if sent >= until {
            break;
        }
        let place = 1 + round % (room.lines.len() - 1);
        seen.extend(match act {
            Act::Message => room.say(place).await?,
            Act::Turn => room.give_turn(place).await?,
        });
        tokio::time::sleep(PAUSE.saturating_sub(sent.elapsed())).await;
    }
    Ok((room, seen))
}

/// An open discussion in each of them, so that turns can be given.
pub async fn discuss(rooms: &mut Vec<Room>) -> Result<()> {
    let discussing = in_all(rooms, |mut room, _| async move {
        room.wish(LEADER, json!({ "do": "discuss" })).await?;
        Ok((room, ()))
    });
    discussing.await.map(drop)
}

/// Everybody has written some messages before.
pub async fn go_on_until_late(rooms: &mut Vec<Room>) -> Result<()> {
    let writing = in_all(rooms, |mut room, share| async move {
        tokio::time::sleep(BREATH.mul_f64(share)).await;
        for _ in 0..WRITTEN_BEFORE {
            for place in 0..room.lines.len() {
                let (words, _) = room.words();
                room.wish(place, json!({ "do": "write", "choice": "all", "words": words })).await?;
            }
        }
        tokio::time::sleep(BREATH).await;
        Ok((room, ()))
    });
    writing.await.map(drop)
}

/// Does the same in all rooms at a time, each with its share of the way from the first to the last one.
#[expect(clippy::cast_precision_loss, reason = "rooms are few")]
pub async fn in_all<T, F>(rooms: &mut Vec<Room>, act: impl Fn(Room, f64) -> F) -> Result<Vec<T>>
where
    T: Send + 'static,
    F: Future<Output = Result<(Room, T)>> + Send + 'static,
{
    let (mut acting, count) = (JoinSet::new(), rooms.len() as f64);
    for room in rooms.drain(..) {
        let share = room.number as f64 / count;
        acting.spawn(act(room, share));
    }
    let mut all: Vec<(Room, T)> = acting.join_all().await.into_iter().collect::<Result<_>>()?;
    all.sort_by_key(|(room, _)| room.number);
    let (came, done) = all.into_iter().unzip();
    *rooms = came;
    Ok(done)
}
