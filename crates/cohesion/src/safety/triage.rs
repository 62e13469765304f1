//! What the facts would make typical: a proposal that the clinician follows or not.
//!
//! The clinician asks from their own C-SSRS screener and enters yes or no for its six questions, whose wording is not shipped.
//! The table is the published triage for that screener; domain.md D1 and B1 name the sources.

use serde::{Deserialize, Serialize};

use super::{Level, Sign};

/// Yes or no to each question of the screener, in its printed order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "five questions of one form, each answered yes or no")]
pub struct Outcomes {
    /// Question 1.
    pub first: bool,
    /// Question 2.
    pub second: bool,
    /// Question 3; asked where the second is a yes, as are the next two.
    pub third: bool,
    /// Question 4.
    pub fourth: bool,
    /// Question 5.
    pub fifth: bool,
    /// Question 6, and when.
    pub sixth: Behaviour,
}

/// The sixth question: whether, and how long ago.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Behaviour {
    /// Never.
    #[default]
    Never,
    /// Longer than three months ago.
    LongerAgo,
    /// Within the past three months.
    PastThreeMonths,
}

/// A level that would be typical, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The level.
    pub level: Level,
    /// What it rests on.
    pub basis: Basis,
}

/// What a proposal rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The six outcomes that the clinician entered.
    Outcomes,
    /// Answers to the ASQ.
    Asq,
}

impl Outcomes {
    /// The level that the screener's triage gives.
    pub const fn level(&self) -> Level {
        if self.fourth || self.fifth || matches!(self.sixth, Behaviour::PastThreeMonths) {
            Level::High
        } else if self.third || matches!(self.sixth, Behaviour::LongerAgo) {
            Level::Moderate
        } else if self.first || self.second {
            Level::Low
        } else {
            Level::Noted
        }
    }
}

impl Proposal {
    /// What would be typical for these facts; the higher one where two speak. A single positive item proposes nothing:
    /// it is a reason to ask.
    pub fn from(sign: &Sign, outcomes: Option<&Outcomes>) -> Option<Self> {
        let asked = outcomes.map(|outcomes| Self { level: outcomes.level(), basis: Basis::Outcomes });
        [asked, by_asq(sign)].into_iter().flatten().max_by_key(|proposal| proposal.level)
    }
}

/// ASQ: a yes to item 5 is acute; any other yes, or a refusal, is not.
fn by_asq(sign: &Sign) -> Option<Proposal> {
    let Sign::Answers { instrument, items, .. } = sign else { return None };
    if instrument != "asq" {
        return None;
    }
    let is_acute = items.iter().any(|item| item.item == "5" && item.now.is_some());
    Some(Proposal { level: if is_acute { Level::High } else { Level::Moderate }, basis: Basis::Asq })
}

#[cfg(test)]
mod tests {
    use super::{Behaviour, Level, Outcomes};

    const NONE: Outcomes =
        Outcomes { first: false, second: false, third: false, fourth: false, fifth: false, sixth: Behaviour::Never };

    /// The worked examples of domain.md B1, and each row of the published triage.
    #[test]
    fn the_screeners_triage_gives_the_published_levels() {
        for (outcomes, level) in [
            (NONE, Level::Noted),
            (Outcomes { first: true, ..NONE }, Level::Low),
            (Outcomes { second: true, ..NONE }, Level::Low),
            (Outcomes { second: true, third: true, ..NONE }, Level::Moderate),
            (Outcomes { sixth: Behaviour::LongerAgo, ..NONE }, Level::Moderate),
            (Outcomes { sixth: Behaviour::PastThreeMonths, ..NONE }, Level::High),
            (Outcomes { second: true, fourth: true, ..NONE }, Level::High),
            (Outcomes { second: true, fifth: true, ..NONE }, Level::High),
        ] {
            assert_eq!(outcomes.level(), level, "{outcomes:?}");
        }
    }
}
