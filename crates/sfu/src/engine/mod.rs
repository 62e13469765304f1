//! The one place that knows str0m: a member's connection, from offer to last packet.
//!
//! str0m's rule is kept here and nowhere else: one change, then everything that comes out of it, up to the next time-out. A
//! packet on its way out is taken alone, and what else comes of it with the next change.
//! Every step runs under `catch_unwind`, so a connection on which the engine fails takes no other down.

mod answer;
mod drain;
mod line;
mod payload;
mod receive;
mod send;

pub(crate) use line::{Line, Stranded};
pub(crate) use payload::Payload;
pub(crate) use receive::stranger;

use std::net::SocketAddr;

use crate::output::Transmit;
use crate::packet::Head;
use crate::seat::Layer;

/// What comes out of one connection.
pub(crate) enum Heard {
    /// A datagram for the network.
    Transmit(Transmit),
    /// A packet for the others.
    Packet(Head, Payload),
    /// The connection stands.
    Connected,
    /// The browser answers again after a while.
    Back,
    /// The browser does not answer.
    Broken,
    /// The browser has ended the connection.
    Ended,
    /// The receiver asks for a key frame at its slot for pictures in this place.
    KeyFrame(usize),
    /// What the line is thought to carry, in kbit/s.
    Estimate(u32),
}

/// A datagram as it came.
#[derive(Clone, Copy)]
pub(crate) struct Datagram<'a> {
    pub bytes: &'a [u8],
    pub from: SocketAddr,
    /// Our address that it came to.
    pub to: SocketAddr,
}

/// The names of the simulcast layers of a camera, the smallest first.
#[derive(Debug, Default)]
struct Rids(Vec<str0m::media::Rid>);

impl Rids {
    fn layer(&self, rid: Option<str0m::media::Rid>) -> Option<Layer> {
        match rid {
            None => Some(Layer::SMALLEST),
            Some(rid) => self.0.iter().position(|known| *known == rid).and_then(Layer::at),
        }
    }

    fn of(&self, layer: Layer) -> Option<str0m::media::Rid> {
        self.0.get(layer.place()).copied()
    }
}
