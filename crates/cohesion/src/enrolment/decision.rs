//! The decision on entry: two questions kept apart, each with its reason, and what follows from them.

use serde::{Deserialize, Serialize};

use super::Step;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::{Error, Fault, Result};

/// Whether something fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fit {
    /// It does.
    Yes,
    /// Not at this time.
    NotNow,
    /// It does not.
    No,
}

/// One of the two questions, answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The answer.
    pub fit: Fit,
    /// Why.
    pub reason: String,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// A place is promised.
    Accept,
    /// A place is promised, and something comes first: no invitation goes out before it.
    AcceptAfterPreparation,
    /// The next free place.
    Waitlist,
    /// Something else fits better.
    Redirect,
    /// No.
    Decline,
}

/// Whether the co-leader must agree before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Countersign {
    /// It counts at once.
    NotAsked,
    /// It counts when the co-leader has agreed.
    Asked,
}

/// The decision on entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Is a group right for this person?
    pub group_for_person: Judgement,
    /// Is this person right for this group, now?
    pub person_for_group: Judgement,
    /// What follows.
    pub outcome: Outcome,
    /// What comes first, or what fits better.
    pub next: String,
    /// How a possible conflict with somebody in the group was weighed.
    pub conflict: String,
}

/// A decision with whoever made it and agreed to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which one it is; a new decision does not wipe out an earlier one.
    pub number: u32,
    /// What was decided.
    pub decision: Decision,
    /// By whom.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Whether it waits for the co-leader.
    pub waits: bool,
    /// Who agreed to it.
    pub countersigned_by: Option<PersonId>,
}

impl Countersign {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64
    }

    /// The choice that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            0 => Ok(Self::NotAsked),
            1 => Ok(Self::Asked),
            other => Err(Error::bug(format!("no countersignature has the number {other}"))),
        }
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 5] =
        [Self::Accept, Self::AcceptAfterPreparation, Self::Waitlist, Self::Redirect, Self::Decline];

    /// Whether it leads into the group.
    pub const fn leads_in(self) -> bool {
        matches!(self, Self::Accept | Self::AcceptAfterPreparation | Self::Waitlist)
    }

    /// The step that follows.
    pub const fn step(self) -> Step {
        match self {
            Self::Accept | Self::AcceptAfterPreparation => Step::Accept,
            Self::Waitlist => Step::Wait,
            Self::Redirect => Step::Redirect,
            Self::Decline => Step::Decline,
        }
    }
}

impl Decision {
    /// Refuses a decision without reasons, and one whose outcome does not follow from its two answers.
    pub fn check(&self) -> Result<()> {
        let both_fit = [&self.group_for_person, &self.person_for_group].iter().all(|judged| judged.fit == Fit::Yes);
        let needs_next = matches!(self.outcome, Outcome::AcceptAfterPreparation | Outcome::Redirect);
        let empty = |text: &str| text.trim().is_empty();
        let table = [
            (empty(&self.group_for_person.reason), "group_for_person_reason", "enrolment-fault-reason"),
            (empty(&self.person_for_group.reason), "person_for_group_reason", "enrolment-fault-reason"),
            (self.outcome.leads_in() && !both_fit, "outcome", "enrolment-fault-does-not-fit"),
            (!self.outcome.leads_in() && both_fit, "outcome", "enrolment-fault-fits"),
            (needs_next && empty(&self.next), "next", "enrolment-fault-next"),
        ];
        let faults: Vec<_> =
            table.into_iter().filter(|row| row.0).map(|(_, field, words)| Fault::new(field, words)).collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

impl std::fmt::Debug for Decision {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Decision([sealed])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(one: Fit, other: Fit, outcome: Outcome, words: &str) -> Vec<String> {
        let judged = |fit| Judgement { fit, reason: words.to_owned() };
        let (next, conflict) = (words.to_owned(), String::new());
        let decision =
            Decision { group_for_person: judged(one), person_for_group: judged(other), outcome, next, conflict };
        match decision.check() {
            Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn an_outcome_must_follow_from_the_two_answers() {
        for outcome in Outcome::ALL {
            let fits = faults(Fit::Yes, Fit::Yes, outcome, "because");
            let does_not = faults(Fit::Yes, Fit::NotNow, outcome, "because");
            assert_eq!(fits.is_empty(), outcome.leads_in(), "{outcome:?}");
            assert_eq!(does_not.is_empty(), !outcome.leads_in(), "{outcome:?}");
        }
        assert_eq!(faults(Fit::No, Fit::Yes, Outcome::Accept, "because"), ["outcome"]);
    }

    #[test]
    fn a_decision_without_reasons_is_refused() {
        let both = ["group_for_person_reason", "person_for_group_reason"];
        assert_eq!(faults(Fit::Yes, Fit::Yes, Outcome::Accept, " "), both);
        assert_eq!(
            faults(Fit::Yes, Fit::Yes, Outcome::AcceptAfterPreparation, " ").last().map(String::as_str),
            Some("next")
        );
        assert_eq!(faults(Fit::No, Fit::No, Outcome::Redirect, " ").last().map(String::as_str), Some("next"));
    }
}
