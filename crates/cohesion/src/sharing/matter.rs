//! Something in a thread that somebody has to look after: why, how soon, and what may be done about it when. Pure.

use serde::{Deserialize, Serialize};

use super::Sort;
use crate::clock::Span;
use crate::coded;
use crate::limits::{MATTER_WITHIN, URGENT_MATTER_WITHIN};

coded! {
    /// Why somebody tells of a post, or takes it out.
    Reason "reason about a post" {
        /// Somebody may be in danger.
        Risk = 1 "risk" "sharing-reason-risk";
        /// It hurts or presses somebody.
        Harassment = 2 "harassment" "sharing-reason-harassment";
        /// It tells what was to stay among us, or who somebody is.
        Privacy = 3 "privacy" "sharing-reason-privacy";
        /// It tells others what to take, or to stop taking.
        Medical = 4 "medical" "sharing-reason-medical";
        /// It sells or recruits.
        Selling = 5 "selling" "sharing-reason-selling";
        /// It is sexual.
        Sexual = 6 "sexual" "sharing-reason-sexual";
        /// It runs people down for who they are.
        Hate = 7 "hate" "sharing-reason-hate";
        /// It poses as somebody else.
        Impersonation = 8 "impersonation" "sharing-reason-impersonation";
    }
}

coded! {
    /// How soon somebody has to look.
    Tier "tier" {
        /// Within a day.
        Low = 1 "low" "sharing-tier-low";
        /// Within a day, before what is low.
        Medium = 2 "medium" "sharing-tier-medium";
        /// Within the hour.
        High = 3 "high" "sharing-tier-high";
    }
}

coded! {
    /// What brought a matter up.
    Cause "cause of a matter" {
        /// Somebody in the group told of the post.
        Reported = 1 "reported" "sharing-cause-reported";
        /// A word list held it back.
        Held = 2 "held" "sharing-cause-held";
        /// In this group every post is read first.
        ReadFirst = 3 "read-first" "sharing-cause-read-first";
        /// Whoever leads took it up by themselves.
        Noticed = 4 "noticed" "sharing-cause-noticed";
    }
}

coded! {
    /// Where a matter is.
    Stage "stage of a matter" {
        /// Nobody has decided.
        Waiting = 1 "waiting" "sharing-stage-waiting";
        /// Somebody asked for a second opinion.
        SecondAsked = 2 "second-asked" "sharing-stage-second-asked";
        /// The post was taken out, and its writer may ask once for another look.
        TakenOut = 3 "taken-out" "sharing-stage-taken-out";
        /// The writer has asked for another look.
        Appealed = 4 "appealed" "sharing-stage-appealed";
        /// It is closed for good.
        Closed = 5 "closed" "sharing-stage-closed";
    }
}

coded! {
    /// What was decided about a post.
    Outcome "outcome of a matter" {
        /// It stands.
        Stands = 1 "stands" "sharing-outcome-stands";
        /// It was taken out.
        TakenOut = 2 "taken-out" "sharing-outcome-taken-out";
    }
}

impl Reason {
    /// How soon somebody has to look because of it.
    pub const fn tier(self) -> Tier {
        match self {
            Self::Risk => Tier::High,
            Self::Harassment | Self::Privacy | Self::Sexual | Self::Hate => Tier::Medium,
            Self::Medical | Self::Selling | Self::Impersonation => Tier::Low,
        }
    }
}

impl Tier {
    /// How soon somebody has to look because of words of this sort.
    pub const fn of(sort: Sort) -> Self {
        match sort {
            Sort::Risk | Sort::Method => Self::High,
            Sort::Contact | Sort::Dose => Self::Medium,
            Sort::Selling => Self::Low,
        }
    }

    /// The one that is sooner.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        if other.code() > self.code() { other } else { self }
    }

    /// How long it may wait.
    pub const fn within(self) -> Span {
        match self {
            Self::High => URGENT_MATTER_WITHIN,
            Self::Low | Self::Medium => MATTER_WITHIN,
        }
    }
}

impl Stage {
    /// Whether somebody still has to decide.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::SecondAsked | Self::Appealed)
    }
}

/// What is sealed of a matter.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// Which words a list found, and of which sort.
    pub found: Vec<super::Finding>,
    /// What those who moderate wrote to each other about it.
    pub opinions: Vec<Opinion>,
    /// Why the post was taken out.
    pub reason: Option<Reason>,
    /// What its writer was told.
    pub told: String,
    /// What the writer answered.
    pub appeal: Option<String>,
    /// What they were told in the end.
    pub answer: String,
    /// What was decided.
    pub outcome: Option<Outcome>,
}

/// A word from one who moderates to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Who, by name.
    pub by: String,
    /// What.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_waits_for_an_hour_and_all_else_for_a_day() {
        for reason in Reason::ALL {
            let hour = *reason == Reason::Risk;
            assert_eq!(reason.tier().within() == URGENT_MATTER_WITHIN, hour, "{reason:?}");
        }
        assert_eq!(Tier::Low.or(Tier::High).or(Tier::Medium), Tier::High);
    }

    #[test]
    fn a_matter_is_open_while_somebody_has_to_decide() {
        let open = Stage::ALL.iter().filter(|stage| stage.is_open()).count();
        assert_eq!(open, 3);
        assert!(!Stage::TakenOut.is_open() && !Stage::Closed.is_open());
    }
}
