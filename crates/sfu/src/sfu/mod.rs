//! All rooms of one worker: what goes in, what comes out, and when it wants to be asked again.

mod addresses;
mod follow;
mod live;

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::Seat;

use crate::Refusal;
use crate::act::{Act, Consent};
use crate::engine::{Datagram, stranger};
use crate::levels::Talk;
use crate::output::{Joined, Output};
use crate::room::Member;
use crate::seat::{ConnectionId, RoomId, Slot};
use crate::strangers::Strangers;
use addresses::Addresses;
use live::{Asked, Live};

/// The longest time-out, for when no room is open.
const IDLE: Duration = Duration::from_mins(1);

/// The media of the rooms of one worker.
///
/// After each call that changes something, ask [`Sfu::poll`] until it answers with a time.
pub struct Sfu {
    here: Vec<SocketAddr>,
    rooms: HashMap<RoomId, Live>,
    addresses: Addresses,
    strangers: Strangers,
    /// How many connections there have been.
    connections: u64,
    /// What rooms that are closed still have to say.
    last: VecDeque<Output>,
}

impl Sfu {
    /// Nothing is open yet. `here` are the addresses under which browsers reach the sockets, as the answers tell them.
    pub fn new(here: Vec<SocketAddr>, now: Instant) -> Self {
        Self {
            here,
            rooms: HashMap::new(),
            addresses: Addresses::default(),
            strangers: Strangers::new(now),
            connections: 0,
            last: VecDeque::new(),
        }
    }

    /// Opens a room.
    pub fn open(&mut self, room: RoomId, now: Instant) -> Result<(), Refusal> {
        if self.rooms.contains_key(&room) {
            return Err(Refusal::RoomOpen);
        }
        self.rooms.insert(room, Live::new(room, now));
        Ok(())
    }

    /// Closes a room and all its connections; what was counted of it is told and forgotten.
    pub fn close(&mut self, room: RoomId, now: Instant) -> Result<Talk, Refusal> {
        let mut live = self.rooms.remove(&room).ok_or(Refusal::NoRoom)?;
        self.addresses.forget(|whose| whose.0 == room);
        let talk = live.end(now);
        self.last.append(&mut live.outputs);
        Ok(talk)
    }

    /// Takes a member's offer and answers it. Whoever comes back with the same connection goes on with it; whoever comes with
    /// a new one takes up the same seat, behind the same slots, in the same silence. From then on nothing is told of any
    /// connection before it.
    pub fn join(
        &mut self,
        room: RoomId,
        seat: Seat,
        offer: &str,
        consent: Consent,
        now: Instant,
    ) -> Result<Joined, Refusal> {
        let live = self.rooms.get_mut(&room).ok_or(Refusal::NoRoom)?;
        let next = ConnectionId(self.connections + 1);
        let joined = live.join(seat, Asked { text: offer, consent, here: &self.here, next }, now)?;
        self.connections = self.connections.max(joined.connection.0);
        Ok(joined)
    }

    /// Ends a member's connection and frees the seat, with its circle and its silence; it can be taken again. Where there is
    /// no connection, whatever is left is freed, and where nothing is left nothing happens.
    pub fn leave(&mut self, room: RoomId, seat: Seat, now: Instant) -> Result<(), Refusal> {
        self.live(room)?.leave(seat, now);
        self.addresses.forget(|whose| *whose == (room, seat));
        Ok(())
    }

    /// Ends a member's connection for the rest of the session: from now on nothing more is sent to them, nothing of theirs is
    /// forwarded, and the seat cannot be taken again, by whoever had it or never came. Their numbers are gone too.
    pub fn remove(&mut self, room: RoomId, seat: Seat, now: Instant) -> Result<(), Refusal> {
        self.live(room)?.room.bar(seat);
        self.leave(room, seat, now)
    }

    /// Does what is asked of a room.
    pub fn act(&mut self, room: RoomId, act: Act, now: Instant) -> Result<(), Refusal> {
        self.live(room)?.act(act, now)
    }

    /// Who is behind which slot of a member's connection.
    pub fn slots(&self, room: RoomId, seat: Seat) -> Result<Vec<Slot>, Refusal> {
        let live = self.rooms.get(&room).ok_or(Refusal::NoRoom)?;
        live.room.member(seat).map(Member::slots).ok_or(Refusal::NoSeat)
    }

    /// Talk time so far, of those who agreed.
    pub fn talk(&mut self, room: RoomId, now: Instant) -> Result<Talk, Refusal> {
        Ok(self.live(room)?.room.talk(now))
    }

    /// Takes a datagram that came from `from` to our address `to`, as a socket of either family names them. What is nobody's
    /// is dropped.
    pub fn handle(&mut self, bytes: &[u8], from: SocketAddr, to: SocketAddr, now: Instant) {
        let [from, to] = [from, to].map(canonical);
        let datagram = Datagram { bytes, from, to };
        let known = self.addresses.whose(from).is_some_and(|whose| self.give(whose, datagram, now));
        if known || !self.strangers.admit(from.ip(), now) {
            return;
        }
        let named = stranger(bytes).and_then(|ufrag| self.rooms.values().find_map(|live| live.named(&ufrag)));
        if let Some(whose) = named
            && self.give(whose, datagram, now)
        {
            self.addresses.learn(from, whose);
        }
    }

    /// The next thing to do: ask until it is a time.
    pub fn poll(&mut self, now: Instant) -> Output {
        loop {
            let output = self.last.pop_front().or_else(|| self.rooms.values_mut().find_map(Live::output));
            if let Some(output) = output {
                return output;
            }
            let due = self.rooms.values().map(Live::due).min().unwrap_or(now + IDLE);
            if due > now {
                return Output::Timeout(due);
            }
            for live in self.rooms.values_mut().filter(|live| live.due() <= now) {
                live.tick(now);
            }
        }
    }

    fn give(&mut self, whose: (RoomId, Seat), datagram: Datagram<'_>, now: Instant) -> bool {
        self.rooms.get_mut(&whose.0).is_some_and(|live| live.receive(whose.1, datagram, now))
    }

    fn live(&mut self, room: RoomId) -> Result<&mut Live, Refusal> {
        self.rooms.get_mut(&room).ok_or(Refusal::NoRoom)
    }
}

/// A socket that listens on every address of both families names short ones in the long form; browsers do not.
fn canonical(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}
