//! What comes out of the engine: datagrams to send, events to tell, and the time at which it wants to be asked again.

use std::net::SocketAddr;
use std::time::Instant;

use floor::Seat;

use crate::seat::{ConnectionId, RoomId, Slot};

/// The next thing to do. Ask until it is a time.
pub enum Output {
    /// Send this.
    Transmit(Transmit),
    /// Tell this to whoever keeps the room.
    Told(Told),
    /// Nothing more now: ask again then, or after the next datagram or act.
    Timeout(Instant),
}

/// A datagram to send. What it carries is encrypted for its receiver.
pub struct Transmit {
    /// Our address that it goes out from.
    pub from: SocketAddr,
    /// Where it goes.
    pub to: SocketAddr,
    /// The datagram.
    pub bytes: Vec<u8>,
}

/// Something that happened to one seat's media.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where.
    pub room: RoomId,
    /// To whom.
    pub seat: Seat,
    /// About which of its connections: the one that [`Sfu::join`](crate::Sfu::join) answered last, or it is out of date.
    pub connection: ConnectionId,
    /// What.
    pub event: Event,
}

/// An offer's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The description for the browser.
    pub answer: String,
    /// The seat's connection from now on: a new one, or the same after a change of network.
    pub connection: ConnectionId,
}

/// What can happen to a seat's media.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The connection stands; sound and pictures flow.
    Connected,
    /// The browser does not answer. Its connection is kept for [`LINE_KEPT`](crate::LINE_KEPT) and may come back by itself.
    Broken,
    /// The connection is gone. A seat whose browser ended it is free; any other stays, and a new offer takes it up again.
    Lost(Loss),
    /// Who is behind which slot of this seat's connection, whole, after each change.
    Slots(Vec<Slot>),
    /// The line carries sound only, for want of bandwidth.
    AudioOnly,
    /// The line carries pictures again.
    PicturesBack,
}

/// Why a connection is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The browser did not answer any more.
    Silent,
    /// The browser ended it.
    Ended,
    /// The engine failed on this connection; no other is touched.
    Failed,
}
