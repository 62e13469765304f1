//! A live room with everybody in it, and what is done in it: a message, a turn, and how long the others waited for it.

use super::super::Result;
use super::super::browser::{Browser, Login};
use super::super::threads::TEXTS;
use super::line::{Heard, Line, Way};
use super::stock::Meeting;
use http::StatusCode;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinSet;

/// Rooms that come in at once: a practice's groups do not all begin in the same second.
const AT_ONCE: usize = 8;
/// After which something is given up that did not come.
const LOST_AFTER: Duration = Duration::from_secs(30);
/// The place of whoever leads; members have the places after it.
pub const LEADER: usize = 0;

/// A room.
pub struct Room {
    /// Its number in the practice.
    pub number: usize,
    /// Who comes.
    pub meeting: Arc<Meeting>,
    /// The line of everybody by their place, while they have one.
    pub lines: Vec<Option<Line>>,
    /// What came.
    pub heard: UnboundedReceiver<Heard>,
    address: SocketAddr,
    session: String,
    tell: UnboundedSender<Heard>,
    said: usize,
}

/// What somebody else saw of something that was done.
#[derive(Clone, Copy)]
pub struct Seen {
    /// After which time.
    pub after: Duration,
    /// In a frame of so many bytes.
    pub bytes: usize,
}

impl Room {
    /// Whoever leads comes first; then the members, who wait until they are let in, all at once.
    pub async fn open(address: SocketAddr, number: usize, meeting: Arc<Meeting>) -> Result<Self> {
        let (tell, heard) = mpsc::unbounded_channel();
        let (session, lines) = (meeting.session.to_string(), Vec::new());
        let mut room = Self { number, meeting, lines, heard, address, session, tell, said: 0 };
        let places = room.meeting.members.len() + 1;
        room.lines.resize_with(places, || None);
        room.come(LEADER, "").await?;
        for place in 1..places {
            room.answer_at_the_door(place).await?;
            room.come(place, "").await?;
        }
        room.wish(LEADER, json!({ "do": "admit-all" })).await?;
        let began = Instant::now();
        room.seen_by_others(LEADER, began, r#""t":"connect""#).await?;
        Ok(room)
    }

    /// Opens all of them.
    pub async fn open_all(address: SocketAddr, meetings: &[Arc<Meeting>]) -> Result<Vec<Self>> {
        let (mut opening, gate) = (JoinSet::new(), Arc::new(Semaphore::new(AT_ONCE)));
        for (number, meeting) in meetings.iter().cloned().enumerate() {
            let gate = Arc::clone(&gate);
            opening.spawn(async move {
                let _place = gate.acquire().await?;
                Self::open(address, number, meeting).await
            });
        }
        opening.join_all().await.into_iter().collect()
    }

    /// Opens the line of a place, as a page that is new or that comes back.
    pub async fn come(&mut self, place: usize, resume: &str) -> Result<()> {
        let area = if place == LEADER { "care" } else { "me" };
        let (address, session) = (self.address, self.session.as_str());
        let way = Way { address, session, area, login: self.login(place), resume };
        let line = Line::open(&way, place, &self.tell).await?;
        self.lines[place] = Some(line);
        Ok(())
    }

    /// The login of whoever has this place.
    pub fn login(&self, place: usize) -> &Login {
        match place.checked_sub(1).and_then(|member| self.meeting.members.get(member)) {
            Some(member) => &member.login,
            None => &self.meeting.leader,
        }
    }

    async fn answer_at_the_door(&self, place: usize) -> Result<()> {
        let path = format!("/me/sessions/{}/door", self.session);
        let form = "kind=text&place=alone&agreed=yes".to_owned();
        let answer = Browser::open(self.address).await?.post(&path, Some(self.login(place)), form).await?;
        answer.expecting(StatusCode::SEE_OTHER, &path).map(drop)
    }

    /// Somebody asks for something.
    pub async fn wish(&mut self, place: usize, wish: Value) -> Result<()> {
        self.lines[place].as_mut().ok_or("whoever asks has no line")?.wish(wish).await
    }

    /// The number by which pages know a place.
    pub fn seat(&self, place: usize) -> Result<u64> {
        Ok(self.lines[place].as_ref().ok_or("nobody sits there")?.seat)
    }

    /// The words of the next message, and a sign in them by which it is known.
    pub fn words(&mut self) -> (String, String) {
        self.said += 1;
        let sign = format!("({}/{})", self.number, self.said);
        let text: String = TEXTS[self.said % TEXTS.len()].chars().take(120).collect();
        (format!("{text} {sign}"), sign)
    }

    /// Somebody writes to all; the answer is how long each of the others waited.
    pub async fn say(&mut self, place: usize) -> Result<Vec<Seen>> {
        let (words, sign) = self.words();
        self.forget();
        let sent = Instant::now();
        self.wish(place, json!({ "do": "write", "choice": "all", "words": words })).await?;
        self.seen_by_others(place, sent, &sign).await
    }

    /// Whoever leads gives the turn to somebody.
    pub async fn give_turn(&mut self, place: usize) -> Result<Vec<Seen>> {
        let seat = self.seat(place)?;
        self.forget();
        let began = Instant::now();
        self.wish(LEADER, json!({ "do": "give", "seat": seat })).await?;
        self.seen_by_others(LEADER, began, &turn_of(seat)).await
    }

    /// What came so far is of no use any more.
    pub fn forget(&mut self) {
        while self.heard.try_recv().is_ok() {}
    }

    /// Waits until each of the others who have a line has been shown what they are to see.
    async fn seen_by_others(&mut self, place: usize, sent: Instant, sign: &str) -> Result<Vec<Seen>> {
        let others = self.lines.iter().enumerate().map(|(other, line)| line.is_some() && other != place);
        let mut waiting: Vec<bool> = others.collect();
        let mut seen = Vec::new();
        while waiting.contains(&true) {
            let next = tokio::time::timeout(LOST_AFTER, self.heard.recv()).await;
            let heard = next.map_err(|_| "something was not seen by everybody")?.ok_or("the room is closed")?;
            let frame = heard.frame.ok_or("a line ended")?;
            let waits = waiting.get_mut(heard.place).ok_or("somebody has no place")?;
            if *waits && frame.contains(sign) {
                *waits = false;
                seen.push(Seen { after: heard.at.duration_since(sent), bytes: frame.len() });
            }
        }
        Ok(seen)
    }
}

/// From now on whoever is expected comes in by themselves.
pub async fn let_everybody_in(rooms: &mut [Room]) -> Result<()> {
    for room in rooms {
        room.wish(LEADER, json!({ "do": "let-expected-in" })).await?;
    }
    Ok(())
}

/// How a frame shows whose turn it is: the tile of a seat, in a piece of the page that stands in JSON.
fn turn_of(seat: u64) -> String {
    format!(r#"tile--turn\" id=\"tile-{seat}\""#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_known_by_its_tile_and_no_other() {
        let frame = json!({ "t": "regions", "html": [r#"<li class="tile tile--turn" id="tile-1">"#] }).to_string();
        assert!(frame.contains(&turn_of(1)), "{frame}");
        assert!(!frame.contains(&turn_of(11)) && !frame.contains(&turn_of(2)));
    }
}
