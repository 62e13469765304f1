//! What came of a request or of time.

use crate::{How, Purpose, Seat};

/// One thing that came about, in the order in which it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Somebody took a seat.
    Came(Seat),
    /// Somebody is here again.
    Back(Seat),
    /// Somebody's line broke.
    Lost(Seat),
    /// Somebody needs a moment.
    SteppedAside(Seat),
    /// Somebody's seat is free.
    Left(Seat),
    /// A hand went up.
    HandUp(Seat),
    /// A hand went down.
    HandDown(Seat),
    /// A round began.
    RoundBegan(Purpose),
    /// Nobody is left in the round.
    RoundEnded(Purpose),
    /// An open discussion began.
    DiscussionBegan,
    /// A round or discussion was ended.
    Rested,
    /// Somebody has the turn.
    TurnBegan(Seat),
    /// Somebody had the turn, or did without.
    TurnEnded(Seat, How),
    /// Somebody's turn goes on later: it was taken back, or they were not ready.
    TurnPutOff(Seat),
    /// Somebody has another place in the order.
    Moved(Seat),
    /// The time of this turn is up. The turn goes on until it is finished.
    TimeUp(Seat),
    /// This turn is longer.
    Added(Seat, u64),
    /// The time stands still.
    Paused,
    /// The time goes on.
    Resumed,
    /// The meeting is over.
    Ended,
}
