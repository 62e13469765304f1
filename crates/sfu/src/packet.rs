//! What the forwarding may look at of a packet: its numbers, never its content.

use std::time::Instant;

use crate::seat::{Kind, Layer};

/// The head of a packet that a source has sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub kind: Kind,
    /// The simulcast layer; 0 for sound.
    pub layer: Layer,
    /// The number of the stream; another one has nothing to do with the numbers of the last.
    pub stream: u32,
    /// The source's own sequence number without rollover.
    pub seq: u64,
    /// The source's own media time, in ticks of the kind's clock.
    pub time: u32,
    /// The end of a frame of pictures, or the beginning of a spurt of sound.
    pub marker: bool,
    pub start: Start,
    /// The numbers inside a VP8 packet; empty for sound.
    pub picture: Picture,
    /// The length of the payload.
    pub bytes: usize,
    /// How loud it is, in dBov from -127 to 0, if the sender says so.
    pub level_dbov: Option<i8>,
    /// When it came.
    pub at: Instant,
}

/// Whether somebody who has seen nothing before can begin here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// Sound, or the first packet of a key frame.
    Here,
    /// A picture that needs those before it.
    Later,
}

/// The running numbers of VP8 that a receiver must see without a break.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The picture id, 15 bits.
    pub id: Option<u16>,
    /// `TL0PICIDX`, the number of the last picture of the lowest temporal layer.
    pub base: Option<u8>,
}

/// What stands on the packet when it leaves for one receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rewritten {
    pub kind: Kind,
    /// Without rollover; begins below 65,536 for each new connection.
    pub seq: u64,
    pub time: u32,
    pub marker: bool,
    pub picture: Picture,
}
