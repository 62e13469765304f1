//! What everybody with a seat knows: the others near, elsewhere or away, the floor, the chat that was for them.

use serde::Serialize;

use super::gathered::Gathered;
use super::lead::LeadView;
use crate::hall::chair::{Chair, Home};
use crate::hall::{
    Apart, Channel, Hall, Heard, Muted, Privacy, Raised, Reaction, Role, SeatKind, Signal, Source, Stage, Turns,
};
use crate::{Floor, Phase, Purpose, Seat, Stick, Timer};

/// What somebody with a seat knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InsideView {
    /// When this was so, in milliseconds; browsers count down from it.
    pub now_ms: u64,
    /// How far it has come.
    pub stage: Stage,
    /// The viewer's own seat.
    pub seat: Seat,
    /// Their part.
    pub role: Role,
    /// How they take part.
    pub kind: SeatKind,
    /// Whether microphone and camera are passed on, in the order of [`Source::ALL`].
    pub muted: [Muted; 2],
    /// Whether they have said that somebody could listen: then nothing of the others' sound and pictures comes to them.
    pub is_overheard: bool,
    /// Where they belong for now.
    pub home: Home,
    /// Whether they are out of there.
    pub apart: Option<Apart>,
    /// What they have told those who lead.
    pub signals: Vec<OwnSignal>,
    /// Everybody with a seat, the viewer too, in the order in which they came.
    pub people: Vec<PersonView>,
    /// Whether the door is locked.
    pub is_locked: bool,
    /// Whom everybody sees first.
    pub spotlight: Option<Seat>,
    /// Whose sound is passed on with turns.
    pub heard: Heard,
    /// Whether the viewer's sound waits for their turn: only those in turn are heard now, and it is not theirs.
    pub waits_for_turn: bool,
    /// The floor.
    pub floor: FloorView,
    /// The lines that are for the viewer, the oldest first.
    pub lines: Vec<LineView>,
    /// What is gathered.
    pub gathered: Option<Gathered>,
    /// Breakouts, while they are open.
    pub breakouts: Option<BreakoutsView>,
    /// What only those who lead know.
    pub lead: Option<LeadView>,
}

impl InsideView {
    /// Whether a supervisor listens: everybody sees the banner.
    pub fn is_supervised(&self) -> bool {
        self.people.iter().any(|person| person.role == Role::Supervisor)
    }
}

/// A signal of the viewer's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OwnSignal {
    /// Which.
    pub signal: Signal,
    /// Whether somebody who leads has seen it.
    pub is_seen: bool,
}

/// Where somebody is, as another sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Where {
    /// In the viewer's circle.
    Here,
    /// In another part of the group.
    Elsewhere,
    /// Not with the group for now: a broken line, a moment, a talk. Which of them is theirs.
    Away,
}

/// Somebody with a seat, as everybody sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// Whose seat.
    pub seat: Seat,
    /// Their part.
    pub role: Role,
    /// How they take part.
    pub kind: SeatKind,
    /// Where they are.
    pub place: Where,
    /// Whether microphone and camera are passed on, in the order of [`Source::ALL`].
    pub passes: [bool; 2],
    /// The word that they gave just now, for those in their circle.
    pub reaction: Option<Reaction>,
}

/// What is under way at the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Doing {
    /// Nothing.
    Rest,
    /// A round.
    Round(Purpose),
    /// An open discussion.
    Open,
    /// It is over.
    Over,
}

/// The time of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TurnTime {
    /// How long it has been, in milliseconds.
    pub used_ms: u64,
    /// How much is left, in milliseconds; none where there is no end.
    pub left_ms: Option<u64>,
    /// When it is up, in milliseconds; none where there is no end or the time stands still.
    pub ends_at_ms: Option<u64>,
}

/// The floor, as one seat sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FloorView {
    /// What is under way.
    pub doing: Doing,
    /// Whose turn it is.
    pub holder: Option<Seat>,
    /// Whether the stick waits with whoever leads.
    pub is_with_leader: bool,
    /// Who is next.
    pub upcoming: Option<Seat>,
    /// Those to come in a round, in their order.
    pub ahead: Vec<Seat>,
    /// Those whose part in a round is over, in the order in which it ended.
    pub over: Vec<Seat>,
    /// Raised hands, the longest up first, with the milliseconds that they have waited.
    pub hands: Vec<(Seat, u64)>,
    /// The time of the turn, for whom it is.
    pub time: Option<TurnTime>,
    /// Whether the viewer could put their turn off.
    pub may_put_off: bool,
}

/// A line of the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineView {
    /// Its number; they rise, with gaps.
    pub number: u64,
    /// Whose it is.
    pub by: Seat,
    /// To whom it is.
    pub channel: Channel,
    /// The words.
    pub words: String,
    /// When it was written, in milliseconds.
    pub at_ms: u64,
}

/// Open breakouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BreakoutsView {
    /// How many there are.
    pub count: usize,
    /// When they end, in milliseconds.
    pub ends_ms: u64,
}

impl Hall {
    pub(super) fn inside(&self, chair: &Chair, now: u64) -> InsideView {
        let is_own = |raised: &&Raised| raised.seat == chair.seat && raised.withdrawn_ms.is_none();
        let own = self.raised.iter().filter(is_own);
        let lines = self.lines.iter().filter(|line| line.is_for(chair));
        InsideView {
            now_ms: now,
            stage: self.stage,
            seat: chair.seat,
            role: chair.role,
            kind: chair.kind,
            muted: chair.muted,
            is_overheard: chair.entry.privacy == Privacy::Overheard,
            home: chair.home,
            apart: chair.apart,
            signals: own.map(|raised| OwnSignal { signal: raised.signal, is_seen: raised.seen.is_some() }).collect(),
            people: self.chairs.iter().map(|other| self.person(chair, other)).collect(),
            is_locked: self.is_locked(),
            spotlight: self.spotlight,
            heard: self.heard,
            waits_for_turn: matches!(self.turns(), Turns::Only(seats) if !seats.contains(&chair.seat)),
            floor: floor_view(&self.floor, chair, now),
            lines: lines
                .map(|line| LineView {
                    number: line.number,
                    by: line.by,
                    channel: line.channel,
                    words: line.words.clone(),
                    at_ms: line.at_ms,
                })
                .collect(),
            gathered: self.gathered(chair.seat),
            breakouts: self.open.map(|open| BreakoutsView { count: self.plan.len(), ends_ms: open.ends_ms }),
            lead: chair.role.leads().then(|| self.lead_view()),
        }
    }

    fn person(&self, viewer: &Chair, other: &Chair) -> PersonView {
        let place = match other.apart {
            _ if other.is_lost() => Where::Away,
            _ if self.circle(viewer) == self.circle(other) => Where::Here,
            Some(_) => Where::Away,
            None => Where::Elsewhere,
        };
        let passes = Source::ALL.map(|source| other.passes(source));
        let reacted = other.reacted.filter(|reacted| place == Where::Here && reacted.circle == self.circle(other));
        let reaction = reacted.map(|reacted| reacted.reaction);
        PersonView { seat: other.seat, role: other.role, kind: other.kind, place, passes, reaction }
    }
}

pub(super) const fn doing(floor: &Floor) -> Doing {
    match floor.phase() {
        Phase::Rest => Doing::Rest,
        Phase::Round(round) => Doing::Round(round.purpose()),
        Phase::Open => Doing::Open,
        Phase::Over => Doing::Over,
    }
}

pub(super) fn turn_time(floor: &Floor, now: u64) -> Option<TurnTime> {
    floor.turn().map(|turn| TurnTime {
        used_ms: turn.used_ms(now),
        left_ms: turn.left_ms(now),
        ends_at_ms: turn.ends_at_ms(),
    })
}

fn floor_view(floor: &Floor, chair: &Chair, now: u64) -> FloorView {
    let round = floor.round();
    let shows_time = chair.role.leads() || floor.timer() == Timer::Everybody;
    FloorView {
        doing: doing(floor),
        holder: floor.holder(),
        is_with_leader: floor.stick() == Stick::WithLeader,
        upcoming: floor.upcoming(),
        ahead: round.map(|round| round.ahead().to_vec()).unwrap_or_default(),
        over: round.map(|round| round.over().iter().map(|spoken| spoken.seat).collect()).unwrap_or_default(),
        hands: floor.hands().iter().map(|hand| (hand.seat, hand.waited_ms(now))).collect(),
        time: if shows_time { turn_time(floor, now) } else { None },
        may_put_off: round.is_some_and(|round| round.may_put_off(chair.seat)),
    }
}
