//! What may be asked of a room's media while it is going on. No act asks the browser for a new description.

use floor::Seat;

use crate::seat::{Circle, Kind};

/// One act. Who may ask for it is decided by the caller, save for one: being heard again is the member's own act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Nothing more of this source is forwarded to anybody.
    Mute {
        /// Whose.
        seat: Seat,
        /// The microphone or the camera.
        kind: Kind,
    },
    /// It is forwarded again.
    Unmute {
        /// Whose.
        seat: Seat,
        /// The microphone or the camera.
        kind: Kind,
        /// Who asks; anybody but the member is refused.
        by: Seat,
    },
    /// Members go to circles, all at once: to breakouts, to a private room, and back.
    Move(Vec<(Seat, Circle)>),
    /// Everybody sees this member first, or nobody in particular.
    Spotlight(Option<Seat>),
    /// One member is heard and seen in every circle, or none.
    Broadcast(Option<Seat>),
    /// Whose sound is forwarded at all.
    Turns(Turns),
    /// What one member wants to see.
    View {
        /// Who looks.
        seat: Seat,
        /// At what.
        view: View,
    },
    /// A member agrees to be counted, or takes that back and their numbers are gone.
    Consent {
        /// Whose.
        seat: Seat,
        /// Which.
        consent: Consent,
    },
}

/// Whose sound is forwarded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Turns {
    /// Everybody's.
    #[default]
    Everybody,
    /// Theirs only: whoever holds the talking stick, and whoever leads.
    Only(Vec<Seat>),
}

impl Turns {
    pub(crate) fn allows(&self, seat: Seat) -> bool {
        match self {
            Self::Everybody => true,
            Self::Only(seats) => seats.contains(&seat),
        }
    }
}

/// What a member wants to see of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Those whom the page shows first or large, the most important first. The rest follow by themselves.
    pub first: Vec<Seat>,
    /// How much of pictures.
    pub pictures: Pictures,
}

/// How much of pictures a member wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pictures {
    /// None: sound only.
    None,
    /// Small ones, to save data.
    Smallest,
    /// As large as the line carries.
    #[default]
    All,
}

/// Whether a member agreed that their talk time is counted. Without a yes nothing of theirs is ever counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// Yes.
    Agreed,
    /// No, or not asked.
    #[default]
    Refused,
}
