//! What somebody asks of the floor, and who may ask for it.

use crate::{Floor, Order, Purpose, Refusal, Seat, Timer};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whoever leads.
    Leader,
    /// Whoever has a seat.
    Seat(Seat),
}

/// How a round goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it is for.
    pub purpose: Purpose,
    /// In which order.
    pub order: Order,
    /// How long a turn is, in milliseconds; none has no end.
    pub turn_ms: Option<u64>,
    /// Who sees the time.
    pub timer: Timer,
}

/// What is asked for. The first nine may be asked by whoever has the seat; whoever leads may ask for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// To be here, or here again: the same seat and place.
    Arrive(Seat),
    /// The line broke.
    Lose(Seat),
    /// A moment for oneself.
    StepAside(Seat),
    /// To go; seat, place and hand are free.
    Leave(Seat),
    /// To say something.
    Raise(Seat),
    /// Not any more.
    Lower(Seat),
    /// The turn is over.
    Finish(Seat),
    /// Not this time: now, or ahead of the turn.
    Pass(Seat),
    /// Later in this round: once a round.
    NotReady(Seat),
    /// A round begins.
    Begin(Plan),
    /// An open discussion begins; `None` has no end for a turn.
    Discuss(Option<u64>, Timer),
    /// The round or discussion ends.
    Rest,
    /// This seat has the turn now. A turn that was running goes on later.
    Give(Seat),
    /// Whoever is next has the turn.
    Next,
    /// The stick goes to whoever leads; the turn goes on later.
    TakeBack,
    /// This seat has no turn in this round.
    Skip(Seat),
    /// This seat is at that place of those to come, from 0.
    Move(Seat, usize),
    /// The turn is longer, by milliseconds.
    Add(u64),
    /// The time stands still.
    Pause,
    /// The time goes on.
    Resume,
    /// The meeting is over.
    End,
}

/// Who asks for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Who asks.
    pub by: By,
    /// For what.
    pub request: Request,
}

impl Request {
    /// Whose own request it may be.
    pub const fn own(&self) -> Option<Seat> {
        match *self {
            Self::Arrive(seat)
            | Self::Lose(seat)
            | Self::StepAside(seat)
            | Self::Leave(seat)
            | Self::Raise(seat)
            | Self::Lower(seat)
            | Self::Finish(seat)
            | Self::Pass(seat)
            | Self::NotReady(seat) => Some(seat),
            _ => None,
        }
    }
}

impl Input {
    /// By whoever leads.
    pub const fn leader(request: Request) -> Self {
        Self { by: By::Leader, request }
    }

    /// By whoever has this seat.
    pub const fn of(seat: Seat, request: Request) -> Self {
        Self { by: By::Seat(seat), request }
    }

    pub(crate) fn check(&self, floor: &Floor) -> Result<(), Refusal> {
        match (self.by, self.request.own()) {
            (By::Seat(_), None) => Err(Refusal::Leaders),
            (By::Seat(by), Some(own)) if by != own => Err(Refusal::Leaders),
            _ if floor.is_over() => Err(Refusal::Over),
            _ => Ok(()),
        }
    }
}
