//! What comes to a hall: facts that the caller has made sure of, and wishes of those who are there.

use serde::{Deserialize, Serialize};

use super::chair::{Entry, LineId, Privacy, Role, SeatKind, Source};
use super::gather::{Answer, Asking};
use super::setup::Policy;
use crate::{Floor, Request, Seat};

/// One thing that comes to a hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// What the caller knows: tickets, connections, consents on file. No page can send one.
    Fact(Fact),
    /// What somebody asks for.
    Wish(Voice, Wish),
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Over a connection on the roster; one that was taken over or closed says nothing any more.
    Line(LineId),
    /// Without one, by a page whose login the caller has looked at.
    Seat(Seat),
}

/// Whether somebody is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    /// They belong to the group today.
    Yes,
    /// They do not, and whoever leads decides.
    No,
}

/// Somebody at the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// Whose seat.
    pub seat: Seat,
    /// Their part.
    pub role: Role,
    /// How they take part.
    pub kind: SeatKind,
    /// What they have answered.
    pub entry: Entry,
    /// Whether they are expected.
    pub expected: Expected,
}

/// Whether there is consent on file of everybody for a supervisor to listen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Supervision {
    /// There is not.
    #[default]
    Closed,
    /// There is.
    Consented,
}

/// Whether somebody's sound and pictures flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// They do.
    Up,
    /// They do not; the seat stays.
    Down,
}

/// What the caller has made sure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Somebody with a ticket is at the door, over this line. For a seat that is taken this line takes over.
    Knock(LineId, Guest),
    /// Somebody whose seat is taken is back, over this line.
    Resume(LineId, Seat),
    /// A line broke or was closed. One that is not on the roster any more changes nothing.
    LineLost(LineId),
    /// The media of a seat.
    Media(Seat, Flow),
    /// Consent on file. Without it no supervisor stays.
    Supervision(Supervision),
    /// Somebody no longer belongs to the group: out at once, and not in again.
    Revoke(Seat),
    /// Breakouts, as they were prepared.
    Prepare(Vec<Vec<Seat>>),
    /// The group has met at this floor before somebody led here, in one room and without a line.
    Gathered(Floor),
    /// The hall ends.
    End,
}

/// What those who are there ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To go.
    Leave,
    /// To take part in another way.
    TakeKind(SeatKind),
    /// Whether anybody near could listen.
    SayPlace(Privacy),
    /// One's own source is off.
    Mute(Source),
    /// One's own source is on again. There is no wish for another's.
    Unmute(Source),
    /// Something of the floor: hand, turn, round.
    Floor(Request),
    /// A word without an answer.
    React(Reaction),
    /// To write.
    Write(Channel, String),
    /// "I need a moment": to the quiet room.
    Moment,
    /// Back to the group, from the quiet or a private room.
    Return,
    /// Something that only those who lead learn of.
    Signal(Signal),
    /// Not any more.
    Withdraw(Signal),
    /// An answer to what is gathered.
    Answer(Answer),
    /// Something that only those who lead may ask for.
    Lead(Lead),
}

/// Four words without counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reaction {
    /// "I am with you."
    WithYou,
    /// "Thank you."
    Thanks,
    /// "I know that too."
    KnowThat,
    /// "Take your time."
    TakeYourTime,
}

/// To whom somebody writes. From one member to another there is no way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// Everybody in the same circle.
    All,
    /// Those who lead; between them it is a back channel.
    Leaders,
    /// From those who lead to one member.
    Member(Seat),
    /// From those who lead to every breakout.
    Breakouts,
}

/// Something that only those who lead learn of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Signal {
    /// "I do not feel safe."
    Unsafe,
    /// "I would like to talk afterwards."
    TalkAfter,
    /// "Please come", alone or from a breakout.
    Help,
}

/// Whose sound is passed on with turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Heard {
    /// Everybody's.
    #[default]
    Everybody,
    /// Of those with the group only theirs whose turn it is, and theirs who lead.
    InTurn,
}

/// What only those who lead may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Somebody who waits comes in.
    Admit(Seat),
    /// All who wait come in, in their order, as far as there are seats.
    AdmitAll,
    /// Somebody who waits is turned away, and may knock again.
    TurnAway(Seat),
    /// Who is let in from now on.
    Door(Policy),
    /// How long after the beginning somebody new can come, in milliseconds.
    LateLimit(Option<u64>),
    /// No new seats.
    Lock,
    /// New seats again.
    Unlock,
    /// Out at once, and not in again today.
    Remove(Seat),
    /// Somebody sits here in person, without a phone.
    SeatInPerson(Seat),
    /// Somebody who sat here in person has gone, and may come again.
    Gone(Seat),
    /// A member's source is off until they turn it on.
    Mute(Seat, Source),
    /// Every member's sound is off until they turn it on.
    MuteAll,
    /// Everybody sees this seat first, or nobody in particular.
    Spotlight(Option<Seat>),
    /// Whose sound is passed on with turns.
    Hear(Heard),
    /// A place at the floor for whoever asks.
    TakePart,
    /// No place at the floor.
    StandBeside,
    /// With this member to a private room, while somebody else who leads is with the group.
    Private(Seat),
    /// A signal was seen.
    Seen(Seat, Signal),
    /// Something is gathered, with these words.
    Gather(Asking, String),
    /// What was gathered is shown.
    Reveal,
    /// What was gathered is put away.
    PutAway,
    /// Breakouts are prepared, in place of those that were.
    Prepare(Vec<Vec<Seat>>),
    /// Breakouts open for so many milliseconds.
    OpenBreakouts(u64),
    /// They last longer, by milliseconds.
    ExtendBreakouts(u64),
    /// Somebody goes to this breakout, or with all.
    Assign(Seat, Option<u8>),
    /// Whoever asks looks in at this breakout, or is with all again.
    Visit(Option<u8>),
    /// Everybody is with all again.
    BackToAll,
    /// The hall ends; not while somebody does not feel safe and nobody who leads has seen it.
    End,
}

impl Call {
    /// A wish over a line.
    pub const fn over(line: LineId, wish: Wish) -> Self {
        Self::Wish(Voice::Line(line), wish)
    }

    /// A wish of a seat.
    pub const fn of(seat: Seat, wish: Wish) -> Self {
        Self::Wish(Voice::Seat(seat), wish)
    }

    /// A wish of somebody who leads.
    pub const fn lead(seat: Seat, lead: Lead) -> Self {
        Self::Wish(Voice::Seat(seat), Wish::Lead(lead))
    }
}
