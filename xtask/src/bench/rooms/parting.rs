//! Somebody is removed from a room, and somebody leaves the group, while the others go on: when the last frame reaches them, and
//! when their line is closed.

use super::super::Result;
use super::super::browser::Browser;
use super::super::figures::{Load, ms};
use super::line::Heard;
use super::room::{LEADER, Room};
use super::talk::in_all;
use http::StatusCode;
use serde::Serialize;
use serde_json::json;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// How long a room is watched after somebody's end.
const WATCHED: Duration = Duration::from_secs(3);
/// Between two messages of those who stay.
const PAUSE: Duration = Duration::from_millis(250);
/// After which a message is given up that does not reach somebody who stays.
const LOST_AFTER: Duration = Duration::from_secs(30);
/// Over how long the rooms' turns are spread.
const SPREAD: Duration = Duration::from_secs(20);
/// Who is removed, and who leaves the group.
const REMOVED: usize = 1;
const DEPARTED: usize = 2;

/// What was found.
#[derive(Debug, Serialize)]
pub struct Partings {
    /// Sockets that were open.
    pub sockets: usize,
    /// Members removed from their room by whoever leads.
    pub removed: Parted,
    /// Members who left the group by its page.
    pub departed: Parted,
    /// Messages of those who stayed, at each of the others who did.
    pub others: Load,
}

/// The ends of some lines, in milliseconds from the moment at which they were asked for.
#[derive(Debug, PartialEq, Serialize)]
pub struct Parted {
    /// How many.
    pub count: usize,
    /// When the last frame came, the latest of all.
    pub last_frame_ms: f64,
    /// When the line was closed, in the middle and the latest of all.
    pub closed_ms: [f64; 2],
    /// Frames that came later than a second after.
    pub late_frames: usize,
}

/// One end.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Parting {
    last_frame: Duration,
    closed: Duration,
    late_frames: usize,
}

/// Lets one member be removed and one leave in each room.
pub async fn measured(address: SocketAddr, rooms: &mut Vec<Room>) -> Result<Partings> {
    let begun = Instant::now();
    let sockets = rooms.iter().map(|room| room.lines.len()).sum();
    let all = in_all(rooms, move |mut room, share| async move {
        tokio::time::sleep(SPREAD.mul_f64(share)).await;
        let mut others = Vec::new();
        let asked = Instant::now();
        room.wish(LEADER, json!({ "do": "remove", "seat": room.seat(REMOVED)? })).await?;
        let removed = watch(&mut room, REMOVED, asked, &mut others).await?;
        let asked = Instant::now();
        leave(address, &room).await?;
        let departed = watch(&mut room, DEPARTED, asked, &mut others).await?;
        Ok((room, (removed, departed, others)))
    });
    let (mut removed, mut departed, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (taken, left, seen) in all.await? {
        removed.push(taken);
        departed.push(left);
        others.extend(seen);
    }
    let others = Load::of(others, begun.elapsed());
    Ok(Partings { sockets, removed: Parted::of(&removed), departed: Parted::of(&departed), others })
}

/// The member leaves by the page that is there for it.
async fn leave(address: SocketAddr, room: &Room) -> Result<()> {
    let member = room.meeting.members.get(DEPARTED - 1).ok_or("there is nobody to leave")?;
    let path = format!("/me/joining/{}/leave", member.enrolment);
    let answer = Browser::open(address).await?.post(&path, Some(&member.login), "reason=".to_owned()).await?;
    answer.expecting(StatusCode::SEE_OTHER, &path).map(drop)
}

/// Lets those who stay write, and looks what still comes to whoever goes.
async fn watch(room: &mut Room, gone: usize, asked: Instant, others: &mut Vec<Duration>) -> Result<Parting> {
    let mut came = Vec::new();
    let stay: Vec<usize> = (DEPARTED + 1..room.lines.len()).collect();
    for writer in stay.iter().cycle() {
        if asked.elapsed() >= WATCHED {
            break;
        }
        let (words, sign) = room.words();
        let sent = Instant::now();
        room.wish(*writer, json!({ "do": "write", "choice": "all", "words": words })).await?;
        let mut waiting: Vec<usize> = stay.iter().copied().filter(|place| place != writer).collect();
        // The next message follows after a pause, or when the last of those who stay has this one.
        while let Some(heard) = next(room, sent + if waiting.is_empty() { PAUSE } else { LOST_AFTER }).await {
            let frame = heard.frame.as_ref();
            if heard.place == gone {
                came.push((heard.at.duration_since(asked), frame.is_none()));
            } else if frame.is_some_and(|frame| frame.contains(&sign)) && waiting.contains(&heard.place) {
                waiting.retain(|place| *place != heard.place);
                others.push(heard.at.duration_since(sent));
            }
        }
        if !waiting.is_empty() {
            return Err(format!("{} of those who stayed did not get a message", waiting.len()).into());
        }
    }
    room.lines[gone] = None;
    Ok(parting(&came))
}

async fn next(room: &mut Room, until: Instant) -> Option<Heard> {
    tokio::time::timeout_at(until.into(), room.heard.recv()).await.ok().flatten()
}

/// What came to somebody after their end was asked for, and whether it was the end of their line. A line that was never closed
/// counts as closed when nobody looked any more.
fn parting(came: &[(Duration, bool)]) -> Parting {
    let frames = || came.iter().filter(|(_, is_end)| !is_end).map(|(after, _)| *after);
    let closed = came.iter().find(|(_, is_end)| *is_end).map_or(WATCHED, |(after, _)| *after);
    let late_frames = frames().filter(|after| *after > Duration::from_secs(1)).count();
    Parting { last_frame: frames().max().unwrap_or_default(), closed, late_frames }
}

impl Parted {
    fn of(all: &[Parting]) -> Self {
        let mut closed: Vec<Duration> = all.iter().map(|parting| parting.closed).collect();
        closed.sort_unstable();
        let at = |place: usize| ms(closed.get(place).copied().unwrap_or_default());
        let last_frame = all.iter().map(|parting| parting.last_frame).max().unwrap_or_default();
        Self {
            count: all.len(),
            last_frame_ms: ms(last_frame),
            closed_ms: [at(closed.len() / 2), at(closed.len().saturating_sub(1))],
            late_frames: all.iter().map(|parting| parting.late_frames).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn after(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn frames_after_a_second_are_counted_and_a_line_that_stays_open_counts_as_late() {
        let calm = parting(&[(after(3), false), (after(8), false), (after(9), true)]);
        assert_eq!(calm, Parting { last_frame: after(8), closed: after(9), late_frames: 0 });
        let barely = parting(&[(after(999), false), (after(1_001), false)]);
        assert_eq!(barely, Parting { last_frame: after(1_001), closed: WATCHED, late_frames: 1 });
        let leaky = Parting { last_frame: after(1_500), ..barely };
        let parted = Parted { count: 2, last_frame_ms: 1_500.0, closed_ms: [3_000.0, 3_000.0], late_frames: 1 };
        assert_eq!(Parted::of(&[calm, leaky]), parted);
        assert_eq!(parting(&[]), Parting { last_frame: after(0), closed: WATCHED, late_frames: 0 });
    }
}
