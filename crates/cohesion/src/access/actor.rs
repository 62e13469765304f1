//! Who acts.

use crate::clock::Timestamp;
use crate::id::{LoginId, PersonId, PracticeId};

/// Who acts, and for which practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody is signed in.
    Nobody(PracticeId),
    /// A person with a living login.
    Person(SignedIn),
    /// The program itself: jobs, the demo's builder, the command line.
    System(PracticeId),
}

/// A person with a living login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The practice that the login belongs to.
    pub practice: PracticeId,
    /// Who it is.
    pub person: PersonId,
    /// The browser's login.
    pub login: LoginId,
    /// When this person last proved who they are.
    pub proven_at: Timestamp,
}

impl Actor {
    /// The practice for which the act is done.
    pub const fn practice(&self) -> PracticeId {
        match self {
            Self::Nobody(practice) | Self::System(practice) => *practice,
            Self::Person(signed_in) => signed_in.practice,
        }
    }

    /// The person who acts, if it is one.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(signed_in) => Some(signed_in.person),
            Self::Nobody(_) | Self::System(_) => None,
        }
    }
}
