//! Live rooms: two hundred of ten with everybody's socket open, what is written and done in them, who is shown nothing any more,
//! and what the server holds over many comings and goings.

mod line;
mod parting;
mod room;
mod soak;
mod stock;
mod talk;

use super::house::House;
use super::server::Server;
use super::{Result, say, usage};
use room::Room;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use stock::{Meeting, meetings};
use talk::{Act, Stretch, discuss, go_on_until_late};

pub use parting::{Parted, Partings};
pub use soak::Soak;
pub use talk::Row;

/// Members of a room beside the one who leads.
const MEMBERS: usize = 9;
/// Rooms in which somebody is removed and somebody leaves.
const PARTING_ROOMS: usize = 50;
/// Rooms of a soak, and members of each.
const SOAK_ROOMS: usize = 4;
const SOAK_MEMBERS: usize = 15;

/// How much is looked at.
#[derive(Clone, Copy)]
pub struct Pace {
    /// How many rooms there are.
    pub rooms: usize,
    /// How long each thing is done in them.
    pub lasting: Duration,
    /// How many minutes the soak takes; 0 leaves it out.
    pub soak_minutes: u64,
}

impl Pace {
    /// For figures that are written down.
    pub const FULL: Self = Self { rooms: 200, lasting: Duration::from_mins(1), soak_minutes: 0 };
    /// For a look while working.
    pub const QUICK: Self = Self { rooms: 20, lasting: Duration::from_secs(12), soak_minutes: 0 };
}

/// What was measured there.
#[derive(Debug, Serialize)]
pub struct Rooms {
    /// How many rooms there were.
    pub count: usize,
    /// How many seats there were, each with its socket.
    pub seats: usize,
    /// The share of a core that the server takes when everybody is in and nobody does anything.
    pub rest_cores: f64,
    /// Memory of the server for each seat, in kB: what it holds more when everybody is in than when nobody was.
    pub seat_kb: f64,
    /// What was done, and how soon the others saw it.
    pub rows: Vec<Row>,
    /// Who was removed or has left.
    pub partings: Partings,
    /// The soak, where it was asked for.
    pub soak: Option<Soak>,
}

/// Builds the practices and measures.
pub async fn measured(program: &Path, folder: &Path, pace: Pace) -> Result<Rooms> {
    let (house, all) = stock(folder, "rooms", pace.rooms, MEMBERS).await?;
    let server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let empty_kb = usage::resident_kb(server.process()?)?;
    say("rooms: everybody comes");
    let mut rooms = Room::open_all(server.address, &all).await?;
    let seats = rooms.iter().map(|room| room.lines.len()).sum();
    say(&format!("rooms: {seats} seats are taken; nobody does anything"));
    let rest_cores = at_rest(&server, pace.lasting).await?;
    let seat_kb = share(usage::resident_kb(server.process()?)?.saturating_sub(empty_kb), seats);
    let rows = rows(&server, &mut rooms, Stretch { lasting: pace.lasting, at_rest: rest_cores }).await?;
    drop(rooms);
    server.stop().await?;
    let partings = partings(program, &house, &all).await?;
    let soak = match pace.soak_minutes {
        0 => None,
        minutes => Some(soaked(program, folder, minutes).await?),
    };
    Ok(Rooms { count: all.len(), seats, rest_cores, seat_kb, rows, partings, soak })
}

async fn stock(folder: &Path, name: &str, rooms: usize, members: usize) -> Result<(House, Vec<Arc<Meeting>>)> {
    let house = House::build(folder, name).await?;
    let told = |built: usize| {
        if built.is_multiple_of(40) || built == rooms {
            say(&format!("{name}: {built} of {rooms} groups are built"));
        }
    };
    let all = meetings(&house, rooms, members, told).await?;
    Ok((house, all.into_iter().map(Arc::new).collect()))
}

async fn rows(server: &Server, rooms: &mut Vec<Room>, stretch: Stretch) -> Result<Vec<Row>> {
    say("rooms: messages");
    let first = talk::measured("a message, at the beginning", server, rooms, Act::Message, stretch).await?;
    say("rooms: turns");
    discuss(rooms).await?;
    let turns = talk::measured("a turn", server, rooms, Act::Turn, stretch).await?;
    say("rooms: it becomes late");
    go_on_until_late(rooms).await?;
    let late = talk::measured("a message, after 80 others", server, rooms, Act::Message, stretch).await?;
    Ok(vec![first, turns, late])
}

/// The share of a core that the server takes by itself.
async fn at_rest(server: &Server, lasting: Duration) -> Result<f64> {
    // Logins are noted as seen right after the rooms were entered.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let before = usage::cpu(server.process()?)?;
    tokio::time::sleep(lasting).await;
    Ok(usage::cpu(server.process()?)?.saturating_sub(before).as_secs_f64() / lasting.as_secs_f64())
}

async fn partings(program: &Path, house: &House, all: &[Arc<Meeting>]) -> Result<Partings> {
    let server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let some = &all[..all.len().min(PARTING_ROOMS)];
    let mut rooms = Room::open_all(server.address, some).await?;
    say(&format!("rooms: somebody is removed and somebody leaves, in {} of them", rooms.len()));
    let partings = parting::measured(server.address, &mut rooms).await?;
    drop(rooms);
    server.stop().await?;
    Ok(partings)
}

async fn soaked(program: &Path, folder: &Path, minutes: u64) -> Result<Soak> {
    let (house, all) = stock(folder, "soak", SOAK_ROOMS, SOAK_MEMBERS).await?;
    let server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let mut rooms = Room::open_all(server.address, &all).await?;
    room::let_everybody_in(&mut rooms).await?;
    say(&format!("rooms: {minutes} minutes of coming and going"));
    let soak = soak::measured(&server, &mut rooms, minutes).await?;
    drop(rooms);
    server.stop().await?;
    Ok(soak)
}

#[expect(clippy::cast_precision_loss, reason = "memory in kB stays far below 2^52")]
fn share(kb: u64, seats: usize) -> f64 {
    if seats == 0 { 0.0 } else { kb as f64 / seats as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::figures::Load;
    use super::super::targets::{Verdict, of_rooms};
    use super::*;

    fn rooms(soak: Option<Soak>) -> Rooms {
        let load = |p99_ms| Load { count: 9, per_s: 9.0, p50_ms: 1.0, p95_ms: 1.0, p99_ms };
        let row = |p99_ms| Row { name: "a turn", load: load(p99_ms), cpu_ms: None, own_cpu_ms: None, bytes: None };
        let parted = |last_frame_ms, closed_ms| Parted { count: 1, last_frame_ms, closed_ms, late_frames: 0 };
        let (removed, departed) = (parted(4.0, [5.0, 6.0]), parted(1_000.5, [20.0, 900.0]));
        let partings = Partings { sockets: 500, removed, departed, others: load(80.0) };
        Rooms { count: 1, seats: 10, rest_cores: 0.1, seat_kb: 90.0, rows: vec![row(50.0), row(12.0)], partings, soak }
    }

    #[test]
    fn the_worst_of_all_rows_and_partings_counts() {
        let found = |rooms: Option<&Rooms>| of_rooms(rooms).map(|target| (target.found, target.verdict));
        let resident_mb = [100.0, 100.0, 120.0];
        let soak = Soak { minutes: 1, sockets: 2, acts: 3, comebacks: 1, unasked: 0, resident_mb, most_mb: 120.0 };
        let expected = [
            (Some(50.0), Verdict::Pass),
            (Some(1_000.5), Verdict::Miss),
            (Some(900.0), Verdict::Pass),
            (Some(1.2), Verdict::Miss),
        ];
        assert_eq!(found(Some(&rooms(Some(soak)))), expected);
        assert_eq!(found(Some(&rooms(None)))[3], (None, Verdict::NotRun));
        assert_eq!(found(None), [(None, Verdict::NotRun); 4]);
    }
}
