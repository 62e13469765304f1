//! What is asked in the first talk, block by block, in our own words.
//!
//! The blocks follow the usual practice of selecting for groups (domain.md A3); no proprietary form is behind them.

use serde::{Deserialize, Serialize};

use crate::id::SessionId;

/// What was learned in the first talk.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Screening {
    /// For a therapy group.
    Structured(Box<Structured>),
    /// For a support group: whether it fits and is safe, and nothing clinical.
    Suitability(Suitability),
}

/// A therapy group's first talk.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structured {
    /// What they come for.
    pub focus: Focus,
    /// What they expect.
    pub expectations: Expectations,
    /// How they are among others.
    pub among_others: AmongOthers,
    /// What could be dangerous for them.
    pub risk: Risk,
    /// What could keep them from coming.
    pub practical: Practical,
    /// What could be dangerous for the others.
    pub others: OthersSafety,
}

/// What they come for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Focus {
    /// What troubles them most.
    pub problem: String,
    /// How heavy it is: scores and since when.
    pub severity: String,
    /// The diagnosis, where one was made.
    pub diagnosis: String,
    /// What they hope for, in their own words.
    pub hopes: String,
}

/// What they expect.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectations {
    /// How much they think that a group will help, 0 to 10.
    pub help: u8,
    /// What they are afraid of.
    pub fears: String,
    /// Groups they have been in, and how that ended; empty if none.
    pub earlier_groups: String,
}

/// How they are among others, each from 0 (not at all) to 10 (very much).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmongOthers {
    /// Speaks up.
    pub speaks_up: u8,
    /// Keeps things to themselves.
    pub private: u8,
    /// Listens.
    pub listens: u8,
    /// Argues.
    pub argues: u8,
    /// Helps.
    pub helps: u8,
    /// Steps back when it gets difficult.
    pub steps_back: u8,
    /// What they say about it.
    pub words: String,
    /// What the others must not learn.
    pub unsaid: String,
}

/// When something was so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    /// Never.
    #[default]
    Never,
    /// More than three months ago.
    Earlier,
    /// In the last three months.
    Lately,
    /// Now.
    Now,
    /// They did not want to say, or were not asked.
    NotSaid,
}

/// What could be dangerous for them.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    /// Thoughts of ending their life.
    pub suicidal: When,
    /// Hurting themselves.
    pub self_harm: When,
    /// Hurting somebody else, or wanting to.
    pub violence: When,
    /// Seeing or hearing what others do not, or being far too driven.
    pub unusual: When,
    /// Drinking: the sum of the three AUDIT-C questions, 0 to 12, where they were asked.
    pub drinking: Option<u8>,
    /// Other substances.
    pub substances: String,
    /// Whether there is a plan for bad days.
    pub has_plan: bool,
    /// What else was said.
    pub words: String,
}

/// What could keep them from coming.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practical {
    /// The sessions that they cannot come to.
    pub cannot_come: Vec<SessionId>,
    /// The way there, children, work, and what is coming up in their life.
    pub obstacles: String,
    /// Whether they have a room and a device of their own for meeting online.
    pub has_private_room: bool,
    /// What was agreed about fees.
    pub fees: String,
}

/// What could be dangerous for the others.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersSafety {
    /// Court orders that keep them away from somebody.
    pub orders: String,
    /// People they know in this practice or group.
    pub known_people: String,
    /// What they did to others that matters for a group.
    pub offences: String,
}

/// A support group's first talk.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suitability {
    /// What they share with the others, as they say it.
    pub shared: String,
    /// What they need to take part.
    pub needs: String,
    /// Whether they know that this is not treatment.
    pub knows_it_is_not_treatment: bool,
    /// Whether anything speaks against their being safe here, or the others.
    pub worries: String,
}

/// An answer in a first talk that somebody has to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Thoughts of ending their life.
    Suicidal,
    /// Hurting themselves.
    SelfHarm,
    /// Hurting somebody else.
    Violence,
    /// Psychosis or mania.
    Unusual,
}

impl Screening {
    /// What somebody has to look at. A question about ending one's life that stayed open counts like a yes.
    pub fn signs(&self) -> Vec<Sign> {
        let Self::Structured(structured) = self else { return Vec::new() };
        let risk = &structured.risk;
        let table = [
            (risk.suicidal >= When::Lately, Sign::Suicidal),
            (matches!(risk.self_harm, When::Lately | When::Now), Sign::SelfHarm),
            (matches!(risk.violence, When::Lately | When::Now), Sign::Violence),
            (risk.unusual == When::Now, Sign::Unusual),
        ];
        table.into_iter().filter(|(is_there, _)| *is_there).map(|(_, sign)| sign).collect()
    }

    /// What was written down about danger.
    pub(super) fn risk_words(&self) -> &str {
        match self {
            Self::Structured(structured) => &structured.risk.words,
            Self::Suitability(_) => "",
        }
    }
}

impl std::fmt::Debug for Screening {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Screening([sealed])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(risk: Risk) -> Vec<Sign> {
        let (focus, expectations, among_others) = Default::default();
        let (practical, others) = Default::default();
        let structured = Structured { focus, expectations, among_others, risk, practical, others };
        Screening::Structured(Box::new(structured)).signs()
    }

    #[test]
    fn what_is_recent_or_unsaid_about_ending_ones_life_is_a_sign() {
        let expected = [(When::Never, 0), (When::Earlier, 0), (When::Lately, 1), (When::Now, 1), (When::NotSaid, 1)];
        for (suicidal, count) in expected {
            assert_eq!(signs(Risk { suicidal, ..Risk::default() }).len(), count, "{suicidal:?}");
        }
    }

    #[test]
    fn other_dangers_are_signs_while_they_are_recent() {
        let risk = Risk { self_harm: When::Lately, violence: When::Now, unusual: When::Now, ..Risk::default() };
        assert_eq!(signs(risk), [Sign::SelfHarm, Sign::Violence, Sign::Unusual]);
        let past = Risk { self_harm: When::Earlier, violence: When::Earlier, unusual: When::Lately, ..Risk::default() };
        assert_eq!(signs(past), []);
    }

    #[test]
    fn a_support_group_asks_nothing_that_could_be_a_sign() {
        assert_eq!(Screening::Suitability(Suitability::default()).signs(), []);
    }
}
