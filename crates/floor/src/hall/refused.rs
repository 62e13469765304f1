//! Why a call came to nothing. Nothing was changed by it.

use super::setup::Question;
use crate::Refusal;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Of the floor.
    #[error(transparent)]
    Floor(#[from] Refusal),
    /// It is for those who lead.
    #[error("only those who lead may do this")]
    Leaders,
    /// It is for members.
    #[error("this is for members")]
    Members,
    /// The hall is over.
    #[error("it is over")]
    Over,
    /// Whoever asks has no seat.
    #[error("whoever asks has no seat here")]
    NoSeat,
    /// Whoever asks still waits to be let in.
    #[error("whoever asks still waits to be let in")]
    StillWaiting,
    /// Whoever is meant has no seat.
    #[error("nobody has this seat")]
    Nobody,
    /// Nobody waits with this seat.
    #[error("nobody waits with this seat")]
    NotWaiting,
    /// Somebody who leads has to be here first.
    #[error("somebody who leads has to be here first")]
    Unled,
    /// Taken out today.
    #[error("this place is paused for today")]
    Barred,
    /// The door is locked.
    #[error("the door is locked")]
    Locked,
    /// It is locked or unlocked already.
    #[error("the door is so already")]
    LockedAlready,
    /// It is too late for somebody new.
    #[error("it is too late to come in today")]
    TooLate,
    /// No seat is left.
    #[error("every seat is taken")]
    Full,
    /// Something at the door has no answer.
    #[error("a question at the door has no answer yet")]
    Unanswered(Question),
    /// Where somebody may listen, there is a seat for writing.
    #[error("where somebody may listen, only a seat for writing is possible")]
    Overheard,
    /// There is no consent for a supervisor.
    #[error("not everybody has agreed that a supervisor listens")]
    NoConsent,
    /// A seat keeps its part for the whole session.
    #[error("a seat keeps its part for the whole session")]
    OtherRole,
    /// The line's number was used.
    #[error("this line is in use")]
    LineInUse,
    /// The seat is taken.
    #[error("this seat is taken")]
    Taken,
    /// It follows from coming and going, and is not asked for.
    #[error("this follows from coming and going")]
    ByItself,
    /// The kind of seat has no such source.
    #[error("this kind of seat does not send this")]
    NoSource,
    /// Who sits in the room is said at the door.
    #[error("whether somebody sits in the room is said at the door")]
    InPerson,
    /// Whoever is meant does not sit in the room.
    #[error("they do not sit in the room")]
    NotInPerson,
    /// The group meets online.
    #[error("the group meets online, and nobody sits in one room")]
    Online,
    /// A supervisor listens.
    #[error("a supervisor listens")]
    Listens,
    /// It is so already.
    #[error("it is so already")]
    Already,
    /// This format keeps the time to those who lead.
    #[error("this format shows the time only to those who lead")]
    TimerHidden,
    /// Whoever is meant is in the quiet or a private room.
    #[error("they are not with the group for now")]
    Apart,
    /// They are with the group.
    #[error("they are with the group")]
    NotApart,
    /// Whoever is meant is out of reach.
    #[error("they are out of reach for now")]
    Lost,
    /// Nobody else who leads is with the group.
    #[error("somebody else who leads has to stay with the group")]
    NobodyHolds,
    /// Somebody does not feel safe, and nobody who leads has seen it.
    #[error("somebody does not feel safe, and nobody who leads has seen it yet")]
    Unsafe,
    /// No such signal.
    #[error("there is no such signal")]
    NoSignal,
    /// Too often in a short time.
    #[error("that was a lot in a short time; wait a moment")]
    TooFast,
    /// No words, too many, or signs that are not for writing.
    #[error("these words are empty, too long or hold signs that cannot be shown")]
    Words,
    /// One member does not write to another.
    #[error("members write to all or to those who lead")]
    NoPrivateChat,
    /// Nothing is gathered.
    #[error("nothing is being gathered")]
    NothingGathered,
    /// Something else is being gathered.
    #[error("something is being gathered already")]
    Gathering,
    /// It is another question, or not on its scale.
    #[error("this is no answer to what is asked")]
    OtherAnswer,
    /// Answered already; an answer without a name cannot be found again.
    #[error("this was answered already")]
    AnsweredAlready,
    /// It is shown already.
    #[error("it is shown already")]
    Revealed,
    /// So few that one could tell who said what.
    #[error("too few have answered to show it without showing who")]
    TooFew,
    /// The plan of breakouts does not hold.
    #[error("each breakout has to have somebody, nobody can be in two, and there is a most of them")]
    Plan,
    /// There is no such breakout.
    #[error("there is no such breakout")]
    NoBreakout,
    /// Breakouts are open.
    #[error("breakouts are open")]
    BreakoutsOpen,
    /// No breakouts are open.
    #[error("no breakouts are open")]
    BreakoutsClosed,
    /// A time or number out of its bounds.
    #[error("this is out of its bounds")]
    Bounds,
}
