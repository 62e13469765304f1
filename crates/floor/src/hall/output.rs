//! What came of a call or of time: what to tell to whom, what the media do, which lines to close.

use super::call::{Channel, Reaction, Signal};
use super::chair::{Home, LineId, Role, Source};
use super::media::Media;
use crate::Seat;

/// One thing that came about, in the order in which it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Tell this.
    Tell(To, News),
    /// The media do this.
    Media(Media),
    /// This line is to be closed; it is off the roster.
    Close(LineId, Parting),
}

/// To whom something is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// One seat, waiting or seated.
    Seat(Seat),
    /// These seats.
    Seats(Vec<Seat>),
    /// Those who lead.
    Leaders,
    /// Everybody with a seat.
    Everybody,
}

/// Why a line is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// Another device of the same person has the seat now.
    TakenOver,
    /// Whoever has the seat went.
    Left,
    /// Not let in for now.
    TurnedAway,
    /// Taken out, for today.
    Removed,
    /// There is no consent for a supervisor.
    NoConsent,
    /// The hall is over.
    Ended,
}

/// Why a hall is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Ending {
    /// Somebody ended it.
    Ended,
    /// Nobody who leads came back in time.
    Unled,
}

/// Where somebody is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whither {
    /// Where they belong: with all, or in a breakout.
    Home(Home),
    /// The quiet room.
    Quiet,
    /// The private room of this leader.
    Private(Seat),
}

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// To whoever waits.
    Waiting,
    /// To those who lead: somebody waits.
    Knocked(Seat),
    /// To whoever comes in, or is back.
    Welcome(Role),
    /// Somebody took a seat.
    Came(Seat, Role),
    /// Somebody is not in reach or not with the group. Why is for those who lead.
    Away(Seat),
    /// Somebody is here again.
    Back(Seat),
    /// Somebody's seat is free.
    Left(Seat),
    /// Somebody who leads is here: it begins, or goes on.
    Led,
    /// Nobody who leads is here. It waits until then, in milliseconds.
    Unled(u64),
    /// To those who lead: nobody of them is with the group.
    NobodyHolds,
    /// The door was locked.
    Locked,
    /// The door was unlocked.
    Unlocked,
    /// To a member: whoever leads has muted this.
    MutedByLeader(Source),
    /// Everybody sees this seat first.
    Spotlight(Option<Seat>),
    /// From now on only those in turn are heard.
    HeardInTurn,
    /// Everybody is heard again.
    HeardAll,
    /// Something of the floor.
    Floor(crate::Output),
    /// To one seat: where it is now.
    Moved(Whither),
    /// To those who lead: somebody needs a moment.
    Moment(Seat),
    /// To those who lead.
    Signal(Seat, Signal),
    /// To those who lead.
    Withdrawn(Seat, Signal),
    /// To whoever gave the signal: somebody who leads has seen it.
    Seen(Signal),
    /// A word of somebody's, gone in a moment.
    Reaction(Seat, Reaction),
    /// That word is gone.
    Faded(Seat),
    /// A line of the chat: by whom, to whom, and its number in the view.
    Written(Seat, Channel, u64),
    /// Something is gathered.
    Gathering,
    /// So many have answered.
    Answered(usize),
    /// What was gathered is there to see.
    Revealed,
    /// What was gathered is put away.
    PutAway,
    /// Breakouts are open until then, in milliseconds.
    BreakoutsOpen(u64),
    /// They end in a minute.
    BreakoutsEndSoon,
    /// They last until then, in milliseconds.
    BreakoutsExtended(u64),
    /// Everybody is with all again.
    BreakoutsOver,
    /// It is over, and the chat is gone.
    Ended(Ending),
}
