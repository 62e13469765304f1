//! The decision itself, and the proof of a yes that stores and sealed records ask for.

use super::{Actor, Deed, Standing, Tie};
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::limits;

/// What a deed is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The person whose record it touches.
    pub subject: Option<PersonId>,
    /// The group, session, answer or other thing.
    pub object: Option<Bytes>,
}

impl About {
    /// Nothing and nobody in particular.
    pub const NOTHING: Self = Self { subject: None, object: None };

    /// One person's record.
    pub const fn person(person: PersonId) -> Self {
        Self { subject: Some(person), object: None }
    }

    /// A thing that is no one person's, such as a group.
    pub const fn thing(object: Bytes) -> Self {
        Self { subject: None, object: Some(object) }
    }

    /// A thing in one person's record.
    pub const fn of(person: PersonId, object: Bytes) -> Self {
        Self { subject: Some(person), object: Some(object) }
    }
}

/// Proof that the table said yes to a deed about a thing. Only `decide` makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    deed: Deed,
    tie: Tie,
    about: About,
}

impl Grant {
    /// What was allowed.
    pub const fn deed(&self) -> Deed {
        self.deed
    }

    /// The tie that allowed it.
    pub const fn tie(&self) -> Tie {
        self.tie
    }

    /// What it is about.
    pub const fn about(&self) -> About {
        self.about
    }

    /// The same yes for one person among those the thing holds, such as a member of the group that was asked about.
    pub(crate) const fn narrowed_to(self, person: PersonId) -> Self {
        Self { about: About { subject: Some(person), object: self.about.object }, ..self }
    }
}

/// Why the table said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No tie allows it.
    NoTie,
    /// A tie allows it, after a fresh proof of identity.
    StaleProof,
}

/// Whether `actor`, standing so to the thing, may do the deed at `now`.
pub(crate) fn decide(
    actor: &Actor,
    now: Timestamp,
    deed: Deed,
    standing: Standing,
    about: About,
) -> Result<Grant, Refusal> {
    let standing = standing.and(innate(actor, about));
    let tie = deed.who_may().iter().copied().find(|tie| standing.has(*tie)).ok_or(Refusal::NoTie)?;
    match actor {
        Actor::Person(who) if deed.asks_fresh_proof() && !who.proven_at.is_within(limits::STEP_UP, now) => {
            Err(Refusal::StaleProof)
        }
        _ => Ok(Grant { deed, tie, about }),
    }
}

/// The ties that follow from who acts, without looking anything up.
fn innate(actor: &Actor, about: About) -> Standing {
    let standing = Standing::NONE.with(Tie::Anyone);
    match actor {
        Actor::Nobody(_) => standing,
        Actor::System(_) => standing.with(Tie::System),
        Actor::Person(who) if about.subject == Some(who.person) => standing.with(Tie::SignedIn).with(Tie::Oneself),
        Actor::Person(_) => standing.with(Tie::SignedIn),
    }
}
