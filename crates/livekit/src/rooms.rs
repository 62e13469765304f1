//! Live rooms as a hall sees them: opened, entered by tickets, changed by acts, closed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use data_encoding::HEXLOWER;
use floor::Seat;
use keyring::Secret;
use sfu::{Act, ConnectionId, Event, Loss, RoomId, Told};
use tokio::sync::mpsc;

use crate::plan::Names;
use crate::round::Opened;
use crate::{Fault, RoomService};

/// How often LiveKit is asked who is there, when nothing happens here.
const EVERY: Duration = Duration::from_secs(2);
/// How long nobody is made to wait again for a server that did not answer.
const REST: Duration = Duration::from_secs(10);

/// The number of every connection: LiveKit's clients come back by themselves, and a seat has one at a time.
pub const CONNECTION: ConnectionId = ConnectionId(0);

/// The rooms of one program that one LiveKit server carries.
pub struct Rooms {
    calls: RoomService,
    every: Duration,
    open: Mutex<HashMap<RoomId, Arc<Opened>>>,
    out_since: Mutex<Option<Instant>>,
}

/// A browser's way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayIn {
    /// Where LiveKit's client connects to.
    pub url: String,
    /// What lets it in: one room, one name, two minutes.
    pub token: Secret<String>,
}

impl Rooms {
    /// None is open yet.
    pub fn new(calls: RoomService) -> Self {
        Self::asking_every(calls, EVERY)
    }

    /// As [`new`](Self::new), with another pace of looking.
    pub fn asking_every(calls: RoomService, every: Duration) -> Self {
        Self { calls, every, open: Mutex::default(), out_since: Mutex::default() }
    }

    /// Opens a room, if it is not open; what happens in it is told there. Its LiveKit rooms are made when somebody comes.
    /// Whoever drops the other end of `events` has closed it.
    pub fn open(&self, room: RoomId, events: mpsc::Sender<Told>) {
        let mut open = self.lock();
        open.retain(|_, opened| !opened.is_over());
        if let Some(opened) = open.get(&room) {
            return opened.tell_there(events);
        }
        let opened = Arc::new(Opened::new(room, events));
        tokio::spawn(Arc::clone(&opened).run(self.calls.clone(), self.every));
        open.insert(room, opened);
    }

    /// A seat's way in, with all that holds for it when it comes.
    pub async fn ticket(&self, room: RoomId, seat: Seat, arrival: &[Act]) -> Result<WayIn, Fault> {
        let opened = self.opened(room).ok_or(Fault::NoRoom)?;
        let names = Names { room: random()?, identity: random()? };
        self.check_rest()?;
        let way = opened.plan().seat(seat, arrival, names);
        let made = self.calls.create_room(&way.room).await;
        self.note(&made);
        let token = made.and_then(|()| self.calls.join_token(&way.room, &way.identity, way.grants));
        if token.is_err() && !opened.plan().is_here(seat) {
            opened.plan().leave(seat);
        }
        opened.tell_slots();
        opened.ring();
        Ok(WayIn { url: self.calls.address().for_browsers(), token: token? })
    }

    /// Whatever may be asked while it goes on; a room that is not open has nobody in it.
    pub fn act(&self, room: RoomId, act: &Act) {
        let Some(opened) = self.opened(room) else { return };
        let moved = opened.plan().act(act);
        if !moved.is_empty() {
            opened.tell(moved.into_iter().map(|seat| (seat, Event::Lost(Loss::Ended))));
            opened.tell_slots();
        }
        opened.ring();
    }

    /// Ends a seat's connection; it can be given another ticket.
    pub fn leave(&self, room: RoomId, seat: Seat) {
        let Some(opened) = self.opened(room) else { return };
        opened.plan().leave(seat);
        opened.tell_slots();
        opened.ring();
    }

    /// Closes a room; whoever is still in it is let out.
    pub fn close(&self, room: RoomId) {
        let Some(opened) = self.lock().remove(&room) else { return };
        opened.plan().end();
        opened.ring();
    }

    fn opened(&self, room: RoomId) -> Option<Arc<Opened>> {
        self.lock().get(&room).filter(|opened| !opened.is_over()).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<RoomId, Arc<Opened>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A server that is out of reach holds up nobody twice.
    fn check_rest(&self) -> Result<(), Fault> {
        let out_since = *self.out_since.lock().unwrap_or_else(PoisonError::into_inner);
        let rests = out_since.is_some_and(|since| since.elapsed() < REST);
        if rests { Err(Fault::Unreachable(self.calls.address().authority())) } else { Ok(()) }
    }

    fn note<T>(&self, answer: &Result<T, Fault>) {
        let is_out = answer.as_ref().is_err_and(Fault::is_outage);
        *self.out_since.lock().unwrap_or_else(PoisonError::into_inner) = is_out.then(Instant::now);
    }
}

/// A name that says nothing: 128 bits.
fn random() -> Result<String, Fault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::NoToken)?;
    Ok(HEXLOWER.encode(&bytes))
}
