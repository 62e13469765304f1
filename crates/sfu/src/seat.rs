//! Names of rooms, circles, kinds of media and simulcast layers.

use std::fmt;

/// A live room, by a number of the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoomId(pub u128);

/// One connection of one browser, by a number that the engine gives and never gives again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(pub u64);

/// Those who hear each other: the whole room is circle 0, breakouts and private rooms are the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Circle(pub u16);

/// What a source makes and a slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Sound: Opus at 48 kHz.
    Audio,
    /// Pictures: VP8 at 90 kHz.
    Video,
}

impl Kind {
    /// Ticks of the media clock in a second.
    pub(crate) const fn clock_hz(self) -> u32 {
        match self {
            Self::Audio => 48_000,
            Self::Video => 90_000,
        }
    }
}

/// The most simulcast layers of one camera.
pub(crate) const LAYERS_MAX: usize = 3;

/// One of the sizes in which a camera sends its picture; 0 is the smallest, and the only one without simulcast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Layer(u8);

impl Layer {
    pub(crate) const SMALLEST: Self = Self(0);

    /// The layer at this place in the offer, which names the smallest first; none beyond [`LAYERS_MAX`].
    pub(crate) fn at(place: usize) -> Option<Self> {
        u8::try_from(place).ok().filter(|_| place < LAYERS_MAX).map(Self)
    }

    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }
}

/// A place at a receiver's connection, by its `mid`: fixed for the connection's life, whoever is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The `a=mid` of its line in the offer.
    pub mid: String,
    /// What it takes.
    pub kind: Kind,
    /// Who is behind it now.
    pub seat: Option<floor::Seat>,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Audio => "audio",
            Self::Video => "video",
        })
    }
}
