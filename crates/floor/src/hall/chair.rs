//! A seat that is taken in the hall: by whom in which part, over which line, heard or not, and where.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::call::Reaction;
use super::media::Circle;
use super::pace::Pace;
use super::setup::Question;
use crate::Seat;

/// One connection of one browser, by a number that the caller gives and never gives again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineId(pub u64);

/// Somebody's part in the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Leads.
    Leader,
    /// Leads with somebody.
    CoLeader,
    /// Comes for themselves.
    Member,
    /// Answers for a leader's work and listens; everybody sees that they are here.
    Supervisor,
}

impl Role {
    /// Whether they lead.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Leader | Self::CoLeader)
    }
}

/// How somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeatKind {
    /// With a picture and sound.
    Video,
    /// With sound.
    AudioOnly,
    /// By writing; they hear the others where nobody else does.
    TextOnly,
    /// In the same room in person, with a phone for pressing or without one.
    InPerson,
}

impl SeatKind {
    /// Whether it sends this at all.
    pub const fn sends(self, source: Source) -> bool {
        match source {
            Source::Microphone => matches!(self, Self::Video | Self::AudioOnly),
            Source::Camera => matches!(self, Self::Video),
        }
    }
}

/// What somebody sends to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// Sound.
    Microphone,
    /// A picture.
    Camera,
}

impl Source {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Microphone, Self::Camera];
}

/// Whether a source is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Muted {
    /// It is passed on.
    No,
    /// Its owner has it off, as everybody at first.
    Own,
    /// Whoever leads has muted it; its owner takes that back, nobody else.
    ByLeader,
}

/// Whether anybody near could listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Privacy {
    /// Nobody listens.
    Alone,
    /// Somebody may; then the seat is one for writing and reading, and nobody's sound or picture comes to it.
    Overheard,
}

/// What was answered at the door: that it was, not what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The questions that have an answer.
    pub given: BTreeSet<Question>,
    /// Whether nobody listens.
    pub privacy: Privacy,
}

/// Which part of the hall somebody belongs to for now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Home {
    /// With all.
    #[default]
    Room,
    /// In a breakout, by its place in the plan, from 0.
    Breakout(u8),
}

/// Out of the part that somebody belongs to, for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Apart {
    /// In the quiet room, alone.
    Quiet,
    /// In the private room of this leader.
    With(Seat),
}

/// Whether somebody has a place at the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Part {
    At,
    Beside,
}

/// A word without an answer, shown for a moment in the circle in which it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reacted {
    pub reaction: Reaction,
    pub circle: Circle,
    pub until_ms: u64,
}

/// A taken seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Chair {
    pub seat: Seat,
    pub role: Role,
    pub kind: SeatKind,
    pub entry: Entry,
    pub line: Option<LineId>,
    /// Its own number among those seated, for the numbers of circles.
    pub number: u16,
    pub since_ms: u64,
    pub lost_since_ms: Option<u64>,
    /// Since when sound and pictures are gone while the seat is here.
    pub silent_since_ms: Option<u64>,
    pub muted: [Muted; 2],
    pub home: Home,
    pub apart: Option<Apart>,
    pub part: Part,
    pub writing: Pace,
    pub reacting: Pace,
    /// The word that they gave last, while it is shown.
    #[serde(default)]
    pub reacted: Option<Reacted>,
}

impl Chair {
    pub(crate) const fn is_lost(&self) -> bool {
        self.lost_since_ms.is_some()
    }

    /// Whether sound and pictures of the others come to them at all: not where they are in the same room, and not where
    /// somebody else could hear or see them.
    pub(crate) const fn has_media(&self) -> bool {
        !matches!((self.kind, self.entry.privacy), (SeatKind::InPerson, _) | (_, Privacy::Overheard))
    }

    /// Leads, and is in reach.
    pub(crate) const fn leads_here(&self) -> bool {
        self.role.leads() && !self.is_lost()
    }

    /// Leads, and is with the group.
    pub(crate) const fn holds(&self) -> bool {
        self.leads_here() && self.apart.is_none()
    }

    pub(crate) const fn muted(&self, source: Source) -> Muted {
        self.muted[source as usize]
    }

    pub(crate) const fn mute(&mut self, source: Source, muted: Muted) {
        self.muted[source as usize] = muted;
    }

    /// Whether what this source sends goes on to the others.
    pub(crate) fn passes(&self, source: Source) -> bool {
        self.kind.sends(source) && self.muted(source) == Muted::No
    }

    /// A source that the kind of seat no longer has is off, and stays so.
    pub(crate) fn take_kind(&mut self, kind: SeatKind) {
        self.kind = kind;
        for source in Source::ALL.into_iter().filter(|source| !kind.sends(*source)) {
            if self.muted(source) == Muted::No {
                self.mute(source, Muted::Own);
            }
        }
    }
}
