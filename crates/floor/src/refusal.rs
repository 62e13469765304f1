//! Why a request came to nothing. Nothing was changed by it.

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is for whoever leads, or for whoever has that seat.
    #[error("only whoever leads may do this")]
    Leaders,
    /// The meeting is over.
    #[error("the meeting is over")]
    Over,
    /// Nobody has this seat.
    #[error("nobody has this seat")]
    NotHere,
    /// Whoever has this seat is away for now.
    #[error("whoever has this seat is away for now")]
    Away,
    /// No seat is left.
    #[error("every seat is taken")]
    Full,
    /// Somebody else has the turn.
    #[error("somebody else has the turn")]
    NotHolder,
    /// This seat has the turn already.
    #[error("this seat has the turn already")]
    HasTurn,
    /// Nobody has the turn.
    #[error("nobody has the turn")]
    NoTurn,
    /// No round is under way.
    #[error("no round is under way")]
    NoRound,
    /// Neither a round nor a discussion is under way.
    #[error("nothing is under way")]
    Resting,
    /// This seat has no turn to come in this round.
    #[error("this seat has no turn to come in this round")]
    NotToCome,
    /// This seat has spoken in this round.
    #[error("this seat has spoken in this round")]
    HadTurn,
    /// This seat has put its turn off once.
    #[error("this seat has put its turn off once")]
    PutOff,
    /// Nobody is next.
    #[error("nobody is next")]
    NobodyNext,
    /// The hand is up already.
    #[error("the hand is up already")]
    HandUp,
    /// No hand is up.
    #[error("no hand is up")]
    NoHand,
    /// A turn has no such length.
    #[error("a turn has no such length")]
    Length,
    /// The turn has no end that could be moved.
    #[error("the turn has no end")]
    Endless,
    /// The time stands still already.
    #[error("the time stands still already")]
    Paused,
    /// The time is running.
    #[error("the time is running")]
    Running,
}
