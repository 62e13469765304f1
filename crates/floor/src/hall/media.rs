//! Who hears and sees whom, as the engine of the media takes it: a picture of the whole, and the steps from one to the next.

use serde::{Deserialize, Serialize};

use super::chair::{Apart, Chair, Home, Source};
use super::{Hall, Heard};
use crate::{Phase, Seat};

/// Those who hear each other: 0 is with all, from 1 on are breakouts, from 1000 quiet and from 2000 private rooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Circle(pub u16);

impl Circle {
    /// With all.
    pub const ROOM: Self = Self(0);
    const BREAKOUTS: u16 = 1;
    const QUIET: u16 = 1000;
    const PRIVATE: u16 = 2000;
}

/// Whose sound is passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Turns {
    /// Everybody's.
    #[default]
    Everybody,
    /// Theirs only, in every circle.
    Only(Vec<Seat>),
}

/// One step of the media.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Media {
    /// This seat may connect, in this circle.
    Open(Seat, Circle),
    /// This seat's connection ends, and it may not connect again.
    Close(Seat),
    /// This seat's connection ends; another device connects for it.
    Cut(Seat),
    /// Nothing more of this is passed on.
    Mute(Seat, Source),
    /// It is passed on, by its owner's own act.
    Unmute(Seat, Source),
    /// These seats go to these circles, all at once.
    Move(Vec<(Seat, Circle)>),
    /// Whose sound is passed on.
    Turns(Turns),
    /// Everybody sees this seat first.
    Spotlight(Option<Seat>),
}

/// One seat's media.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatMedia {
    /// Whose.
    pub seat: Seat,
    /// Among whom.
    pub circle: Circle,
    /// Whether microphone and camera are passed on, in the order of [`Source::ALL`].
    pub passes: [bool; 2],
}

/// The media as a whole, for an engine that begins anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaPicture {
    /// Everybody with a seat that is neither in person nor where somebody could listen, in the order of their numbers.
    pub seats: Vec<SeatMedia>,
    /// Whose sound is passed on.
    pub turns: Turns,
    /// Whom everybody sees first.
    pub spotlight: Option<Seat>,
}

impl MediaPicture {
    fn of(&self, seat: Seat) -> Option<&SeatMedia> {
        self.seats.iter().find(|media| media.seat == seat)
    }

    /// The steps from this picture to another: what silences comes before what is heard.
    pub fn until(&self, after: &Self) -> Vec<Media> {
        let gone = self.seats.iter().filter(|media| after.of(media.seat).is_none());
        let mut steps: Vec<Media> = gone.map(|media| Media::Close(media.seat)).collect();
        steps.extend(self.changes(after, false).map(|(seat, source)| Media::Mute(seat, source)));
        let moved = |media: &&SeatMedia| self.of(media.seat).is_some_and(|before| before.circle != media.circle);
        let moved: Vec<_> = after.seats.iter().filter(moved).map(|media| (media.seat, media.circle)).collect();
        if !moved.is_empty() {
            steps.push(Media::Move(moved));
        }
        if self.turns != after.turns {
            steps.push(Media::Turns(after.turns.clone()));
        }
        for media in after.seats.iter().filter(|media| self.of(media.seat).is_none()) {
            steps.push(Media::Open(media.seat, media.circle));
            let silent = Source::ALL.into_iter().filter(|source| !media.passes[*source as usize]);
            steps.extend(silent.map(|source| Media::Mute(media.seat, source)));
        }
        steps.extend(self.changes(after, true).map(|(seat, source)| Media::Unmute(seat, source)));
        if self.spotlight != after.spotlight {
            steps.push(Media::Spotlight(after.spotlight));
        }
        steps
    }

    /// Sources of seats that stay and pass from now on, or no longer.
    fn changes<'a>(&'a self, after: &'a Self, passes: bool) -> impl Iterator<Item = (Seat, Source)> + 'a {
        let both = after.seats.iter().filter_map(|media| self.of(media.seat).map(|before| (before, media)));
        both.flat_map(move |(before, media)| {
            let changed = move |source: &Source| {
                let source = *source as usize;
                before.passes[source] != media.passes[source] && media.passes[source] == passes
            };
            Source::ALL.into_iter().filter(changed).map(|source| (media.seat, source))
        })
    }

    /// Whether one would hear the other speak.
    pub fn hears(&self, listener: Seat, speaker: Seat) -> bool {
        let (Some(ear), Some(mouth)) = (self.of(listener), self.of(speaker)) else { return false };
        let in_turn = match &self.turns {
            Turns::Everybody => true,
            Turns::Only(seats) => seats.contains(&speaker),
        };
        listener != speaker && ear.circle == mouth.circle && mouth.passes[Source::Microphone as usize] && in_turn
    }
}

impl Hall {
    /// Whether this seat may connect: it is among those of [`Hall::media`].
    pub fn has_media(&self, seat: Seat) -> bool {
        self.chair(seat).is_some_and(Chair::has_media)
    }

    /// The media as they are to be.
    pub fn media(&self) -> MediaPicture {
        let seats = self.chairs.iter().filter(|chair| chair.has_media()).map(|chair| SeatMedia {
            seat: chair.seat,
            circle: self.circle(chair),
            passes: Source::ALL.map(|source| chair.passes(source)),
        });
        let mut seats: Vec<SeatMedia> = seats.collect();
        seats.sort_unstable_by_key(|media| media.seat);
        MediaPicture { seats, turns: self.turns(), spotlight: self.spotlight }
    }

    pub(super) fn circle(&self, chair: &Chair) -> Circle {
        let alone = Circle(Circle::QUIET + chair.number);
        match (chair.apart, chair.home) {
            (Some(Apart::Quiet), _) => alone,
            (Some(Apart::With(leader)), _) => {
                self.chair(leader).map_or(alone, |leader| Circle(Circle::PRIVATE + leader.number))
            }
            (None, Home::Room) => Circle::ROOM,
            (None, Home::Breakout(place)) => Circle(Circle::BREAKOUTS + u16::from(place)),
        }
    }

    /// Everybody in the same circle, the seat itself too.
    pub(super) fn circle_around(&self, seat: Seat) -> Vec<Seat> {
        let Some(circle) = self.chair(seat).map(|chair| self.circle(chair)) else { return Vec::new() };
        self.chairs.iter().filter(|chair| self.circle(chair) == circle).map(|chair| chair.seat).collect()
    }

    /// In a round, and while somebody has the turn, those with the group are heard in turn if that was said.
    pub(super) fn turns(&self) -> Turns {
        let holder = self.floor.holder();
        let is_open = match self.floor.phase() {
            Phase::Round(_) => false,
            Phase::Open => holder.is_none(),
            Phase::Rest | Phase::Over => true,
        };
        if self.heard == Heard::Everybody || is_open {
            return Turns::Everybody;
        }
        let heard =
            |chair: &&Chair| chair.role.leads() || holder == Some(chair.seat) || self.circle(chair) != Circle::ROOM;
        Turns::Only(self.chairs.iter().filter(heard).map(|chair| chair.seat).collect())
    }
}
