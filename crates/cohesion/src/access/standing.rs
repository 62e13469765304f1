//! How an actor stands to a thing: the set of ties that the decision table knows.

use super::Deed;

/// One tie between an actor and a thing. The reason written beside each yes in the audit log is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Tie {
    /// No tie is needed.
    Anyone,
    /// Any living login.
    SignedIn,
    /// The record is about the actor.
    Oneself,
    /// The actor holds a seat in the group.
    Seated,
    /// The actor leads the group.
    Leader,
    /// The actor leads the group as the second one.
    CoLeader,
    /// The actor supervises a leader of the group.
    Supervisor,
    /// The actor facilitates the support group.
    Facilitator,
    /// The actor is on duty, or was told of this alert.
    OnDuty,
    /// The actor is a clinician of the practice.
    Clinician,
    /// The actor plans the practice's calendar.
    Scheduler,
    /// The actor runs the practice's server.
    Administrator,
    /// The program itself.
    System,
}

impl Tie {
    /// Every tie, in the order of the table.
    pub const ALL: [Self; 13] = [
        Self::Anyone,
        Self::SignedIn,
        Self::Oneself,
        Self::Seated,
        Self::Leader,
        Self::CoLeader,
        Self::Supervisor,
        Self::Facilitator,
        Self::OnDuty,
        Self::Clinician,
        Self::Scheduler,
        Self::Administrator,
        Self::System,
    ];

    /// The word written into the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::SignedIn => "signed-in",
            Self::Oneself => "oneself",
            Self::Seated => "seated",
            Self::Leader => "leader",
            Self::CoLeader => "co-leader",
            Self::Supervisor => "supervisor",
            Self::Facilitator => "facilitator",
            Self::OnDuty => "on-duty",
            Self::Clinician => "clinician",
            Self::Scheduler => "scheduler",
            Self::Administrator => "administrator",
            Self::System => "system",
        }
    }
}

/// All ties of one actor to one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing(u16);

impl Standing {
    /// No tie at all.
    pub const NONE: Self = Self(0);

    /// This standing and one more tie.
    #[must_use]
    pub const fn with(self, tie: Tie) -> Self {
        Self(self.0 | 1 << tie as u16)
    }

    /// This standing but for one tie.
    #[must_use]
    pub const fn without(self, tie: Tie) -> Self {
        Self(self.0 & !(1 << tie as u16))
    }

    /// The ties of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is enough for a deed: what a page offers follows from it. The act asks by itself.
    pub fn allows(self, deed: Deed) -> bool {
        deed.who_may().iter().any(|tie| self.has(*tie))
    }

    /// Whether the tie is among them.
    pub const fn has(self, tie: Tie) -> bool {
        self.0 & (1 << tie as u16) != 0
    }
}

impl FromIterator<Tie> for Standing {
    fn from_iter<I: IntoIterator<Item = Tie>>(ties: I) -> Self {
        ties.into_iter().fold(Self::NONE, Self::with)
    }
}
