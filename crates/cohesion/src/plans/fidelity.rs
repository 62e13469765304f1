//! Fidelity: how much of what was planned came about (domain.md C5), in numbers that are for supervision and for nothing else.

use serde::{Deserialize, Serialize};

use super::{Agenda, Progress};
use crate::clock::Timestamp;
use crate::{Error, Result};

/// Sessions below which nothing is said of a drift: a line through three points says little.
const DRIFT_SESSIONS_MIN: usize = 4;

/// How much of an element came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivered {
    /// As planned.
    Full,
    /// A part of it.
    Partly,
    /// Not at all.
    No,
}

impl Delivered {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Full, Self::Partly, Self::No];

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Full => "plans-delivered-full",
            Self::Partly => "plans-delivered-partly",
            Self::No => "plans-delivered-no",
        }
    }

    const fn halves(self) -> u32 {
        match self {
            Self::Full => 2,
            Self::Partly => 1,
            Self::No => 0,
        }
    }
}

impl std::str::FromStr for Delivered {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|delivered| delivered.word() == word).ok_or(Error::NotFound)
    }
}

/// One element of the plan, and what became of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// What it was.
    pub title: String,
    /// Minutes that were planned.
    pub planned: u32,
    /// How much of it came about.
    pub delivered: Delivered,
    /// Minutes that it had.
    pub minutes: u32,
    /// Why it was otherwise than planned; may be empty.
    pub reason: String,
}

/// Something that the curriculum asks about this session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What is asked, as the curriculum words it.
    pub words: String,
    /// Whether it was so.
    pub is_met: bool,
}

/// What is asked after every session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usual {
    /// Homework was set, and what could get in the way was asked.
    HomeworkSet,
    /// Something was tried in the room.
    Practised,
    /// Everybody was invited to speak.
    Invited,
    /// Safety was looked at.
    Safety,
    /// The measures were looked at.
    Measures,
    /// The group's agreement was kept to.
    Agreement,
}

impl Usual {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::HomeworkSet, Self::Practised, Self::Invited, Self::Safety, Self::Measures, Self::Agreement];

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::HomeworkSet => "homework-set",
            Self::Practised => "practised",
            Self::Invited => "invited",
            Self::Safety => "safety",
            Self::Measures => "measures",
            Self::Agreement => "agreement",
        }
    }

    /// The Fluent key of its words.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::HomeworkSet => "plans-usual-homework-set",
            Self::Practised => "plans-usual-practised",
            Self::Invited => "plans-usual-invited",
            Self::Safety => "plans-usual-safety",
            Self::Measures => "plans-usual-measures",
            Self::Agreement => "plans-usual-agreement",
        }
    }
}

impl std::str::FromStr for Usual {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|usual| usual.word() == word).ok_or(Error::NotFound)
    }
}

/// How a session went beside its plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fidelity {
    /// The elements of the plan.
    pub elements: Vec<Element>,
    /// What the curriculum asks about this session.
    pub checks: Vec<Check>,
    /// What was so of what is asked after every session.
    pub usual: Vec<Usual>,
    /// How many pieces of homework were reviewed, and of how many.
    pub reviewed: (u32, u32),
    /// What was otherwise, in words; may be empty.
    pub deviations: String,
}

impl std::fmt::Debug for Fidelity {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Fidelity([sealed])")
    }
}

impl Fidelity {
    /// The share of what was planned that came about, in whole percent, half a percent counted up: each element, each check and
    /// each usual thing weighs the same, and an element that came about in part weighs half.
    pub fn percent(&self) -> u32 {
        let elements: u32 = self.elements.iter().map(|element| element.delivered.halves()).sum();
        let checks = self.checks.iter().filter(|check| check.is_met).count();
        let usual = Usual::ALL.iter().filter(|usual| self.usual.contains(usual)).count();
        let met = u32::try_from(checks + usual).unwrap_or(0);
        let asked = self.elements.len() + self.checks.len() + Usual::ALL.len();
        let asked = u32::try_from(asked).unwrap_or(u32::MAX).max(1);
        ((elements + 2 * met) * 100 + asked) / (2 * asked)
    }
}

/// By how many percentage points fidelity moves from session to session, as the slope of the straight line that fits best (least
/// squares); nothing for fewer than four sessions.
pub fn drift(percents: &[u32]) -> Option<f64> {
    if percents.len() < DRIFT_SESSIONS_MIN {
        return None;
    }
    let points: Vec<(f64, f64)> = (0_u32..).map(f64::from).zip(percents.iter().copied().map(f64::from)).collect();
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean_place = points.iter().map(|(place, _)| place).sum::<f64>() / count;
    let mean_percent = points.iter().map(|(_, percent)| percent).sum::<f64>() / count;
    let together: f64 = points.iter().map(|(place, percent)| (place - mean_place) * (percent - mean_percent)).sum();
    let alone: f64 = points.iter().map(|(place, _)| (place - mean_place).powi(2)).sum();
    Some(together / alone)
}

/// What the running view already knows of each block: how much of it came about, where the session has gone through its agenda,
/// and the minutes that it had.
pub(super) fn known(agenda: &Agenda, now: Timestamp) -> Vec<(&str, u32, Option<Delivered>, u32)> {
    let has_run = agenda.is_begun();
    let of_one = |block: &'_ super::Block| {
        let delivered = match block.progress {
            Progress::Done | Progress::Now(_) => Delivered::Full,
            Progress::Skipped | Progress::Open => Delivered::No,
        };
        (has_run.then_some(delivered), block.used_minutes_at(now))
    };
    let blocks = agenda.blocks.iter();
    blocks
        .map(|block| {
            let (delivered, minutes) = of_one(block);
            (block.title.as_str(), block.minutes, delivered, minutes)
        })
        .collect()
}

#[cfg(test)]
mod rules {
    use super::*;

    fn element(delivered: Delivered) -> Element {
        Element { title: String::new(), planned: 10, delivered, minutes: 10, reason: String::new() }
    }

    fn check(is_met: bool) -> Check {
        Check { words: String::new(), is_met }
    }

    fn fidelity(elements: &[Delivered], checks: &[bool], usual: &[Usual]) -> Fidelity {
        Fidelity {
            elements: elements.iter().copied().map(element).collect(),
            checks: checks.iter().copied().map(check).collect(),
            usual: usual.to_vec(),
            reviewed: (0, 0),
            deviations: String::new(),
        }
    }

    /// By hand: of 5 elements three are full, one half, one missing: 3.5. Of 3 checks 2, of the 6 usual ones 5. 10.5 of 14 are 75
    /// percent.
    #[test]
    fn the_share_of_the_plan_that_came_about() {
        use Delivered::{Full, No, Partly};
        use Usual::{HomeworkSet, Invited, Measures, Practised, Safety};
        let elements = [Full, Full, Partly, Full, No];
        let usual = [HomeworkSet, Practised, Invited, Safety, Measures];
        assert_eq!(fidelity(&elements, &[true, true, false], &usual).percent(), 75);
    }

    /// By hand: without elements and checks only the six usual ones count: 1 of 6 is 16.7, so 17. With one half element, 0.5 of 7
    /// is 7.1, so 7; 3.5 of 8 is 43.75, so 44.
    #[test]
    fn shares_are_rounded_and_need_no_curriculum() {
        assert_eq!(fidelity(&[], &[], &[Usual::Safety]).percent(), 17);
        assert_eq!(fidelity(&[Delivered::Partly], &[], &[]).percent(), 7);
        let two = [Delivered::Full, Delivered::Partly];
        assert_eq!(fidelity(&two, &[], &[Usual::Safety, Usual::Invited]).percent(), 44);
        assert_eq!(fidelity(&[Delivered::Full], &[true], &Usual::ALL).percent(), 100);
        assert_eq!(fidelity(&[Delivered::No], &[false], &[]).percent(), 0);
    }

    #[test]
    fn the_same_usual_thing_twice_counts_once() {
        assert_eq!(fidelity(&[], &[], &[Usual::Safety, Usual::Safety]).percent(), 17);
    }

    /// By hand, for 90, 80, 85, 65: places −1.5, −0.5, 0.5, 1.5 around their mean; percents 10, 0, 5, −15 around 80. Products −15,
    /// 0, 2.5, −22.5 add to −35; squares 2.25, 0.25, 0.25, 2.25 add to 5. The slope is −7.
    #[test]
    fn drift_is_the_slope_of_the_line_that_fits_best() {
        assert_eq!(drift(&[90, 80, 85, 65]), Some(-7.0));
        assert_eq!(drift(&[70, 70, 70, 70, 70]), Some(0.0));
        assert_eq!(drift(&[60, 65, 70, 75]), Some(5.0));
    }

    #[test]
    fn nothing_is_said_of_a_drift_over_three_sessions() {
        assert_eq!(drift(&[90, 50, 10]), None);
        assert_eq!(drift(&[]), None);
    }
}
