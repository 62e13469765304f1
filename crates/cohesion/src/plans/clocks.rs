//! The clocks of the usual formats (domain.md A7): what a session is made of where no curriculum says so. Every block can be
//! changed afterwards.

use ::techniques::Family;
use serde::{Deserialize, Serialize};

use crate::groups::{Capability, Charter};

/// The clock of one format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionClock {
    /// Cognitive behavioural group, 120 or 90 minutes.
    Cbt,
    /// DBT skills, 150 or 90 minutes.
    Dbt,
    /// Process group, 90 minutes.
    Process,
    /// Psychoeducation, 75 or 60 minutes.
    Psychoeducation,
    /// Mindfulness-based cognitive therapy, 150 or 120 minutes.
    Mbct,
    /// Planned exposures, 120 minutes.
    Exposure,
    /// Peer support, 90 or 60 minutes.
    PeerSupport,
}

/// A block of a clock: the Fluent key of its title, and its minutes in each length.
type Part = (&'static str, &'static [u32]);

const CBT: &[Part] = &[
    ("plans-part-arrival", &[5, 5]),
    ("plans-part-mood", &[10, 8]),
    ("plans-part-agenda", &[3, 2]),
    ("plans-part-homework-review", &[30, 20]),
    ("plans-part-new-skill", &[20, 15]),
    ("plans-part-practice", &[30, 22]),
    ("plans-part-homework", &[12, 10]),
    ("plans-part-take-home", &[10, 8]),
];

const DBT: &[Part] = &[
    ("plans-part-mindfulness", &[15, 5]),
    ("plans-part-round-of-homework", &[50, 35]),
    ("plans-part-break", &[15, 5]),
    ("plans-part-new-skill", &[55, 35]),
    ("plans-part-homework", &[10, 5]),
    ("plans-part-wind-down", &[5, 5]),
];

const PROCESS: &[Part] =
    &[("plans-part-check-in", &[5]), ("plans-part-open-work", &[75]), ("plans-part-closing-words", &[10])];

const PSYCHOEDUCATION: &[Part] = &[
    ("plans-part-welcome", &[5, 5]),
    ("plans-part-recap", &[5, 5]),
    ("plans-part-teaching", &[30, 20]),
    ("plans-part-activity", &[20, 15]),
    ("plans-part-questions", &[10, 10]),
    ("plans-part-summary", &[5, 5]),
];

const MBCT: &[Part] = &[
    ("plans-part-opening-practice", &[40, 35]),
    ("plans-part-inquiry", &[20, 15]),
    ("plans-part-home-practice-review", &[25, 20]),
    ("plans-part-theme", &[25, 20]),
    ("plans-part-second-practice", &[20, 15]),
    ("plans-part-home-practice", &[15, 10]),
    ("plans-part-closing", &[5, 5]),
];

const EXPOSURE: &[Part] = &[
    ("plans-part-check-in", &[10]),
    ("plans-part-homework-review", &[20]),
    ("plans-part-rationale", &[10]),
    ("plans-part-exposures", &[60]),
    ("plans-part-learning", &[10]),
    ("plans-part-homework", &[10]),
];

const PEER_SUPPORT: &[Part] = &[
    ("plans-part-welcome", &[3, 2]),
    ("plans-part-principles", &[4, 3]),
    ("plans-part-guidelines", &[3, 3]),
    ("plans-part-round", &[25, 18]),
    ("plans-part-talk", &[20, 12]),
    ("plans-part-helped", &[23, 14]),
    ("plans-part-help", &[2, 2]),
    ("plans-part-closing-round", &[10, 6]),
];

impl SessionClock {
    /// Every clock.
    pub const ALL: [Self; 7] =
        [Self::Cbt, Self::Dbt, Self::Process, Self::Psychoeducation, Self::Mbct, Self::Exposure, Self::PeerSupport];

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Cbt => "plans-clock-cbt",
            Self::Dbt => "plans-clock-dbt",
            Self::Process => "plans-clock-process",
            Self::Psychoeducation => "plans-clock-psychoeducation",
            Self::Mbct => "plans-clock-mbct",
            Self::Exposure => "plans-clock-exposure",
            Self::PeerSupport => "plans-clock-peer-support",
        }
    }

    /// Whether members may see the time of a turn: in a process group a silence belongs to the work.
    pub const fn shows_timer(self) -> bool {
        !matches!(self, Self::Process)
    }

    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Cbt => CBT,
            Self::Dbt => DBT,
            Self::Process => PROCESS,
            Self::Psychoeducation => PSYCHOEDUCATION,
            Self::Mbct => MBCT,
            Self::Exposure => EXPOSURE,
            Self::PeerSupport => PEER_SUPPORT,
        }
    }

    /// Its blocks in the length that is nearest to a session's, the shorter one where two are as near: the Fluent key of each
    /// title, and minutes.
    pub fn blocks(self, session_minutes: u32) -> Vec<(&'static str, u32)> {
        let parts = self.parts();
        let lengths = parts.first().map_or(0, |(_, minutes)| minutes.len());
        let sum = |length: usize| parts.iter().map(|(_, minutes)| minutes[length]).sum::<u32>();
        let nearest = (0..lengths).min_by_key(|length| (sum(*length).abs_diff(session_minutes), sum(*length)));
        nearest.map_or_else(Vec::new, |length| parts.iter().map(|(key, minutes)| (*key, minutes[length])).collect())
    }

    /// The clock of a group: by what it follows, or by what is said of how it works.
    pub fn of(charter: &Charter, family: Option<Family>, approach: &str) -> Self {
        if charter.allow(Capability::ClinicalTechniques).is_err() {
            return Self::PeerSupport;
        }
        match family {
            Some(Family::Dbt) => Self::Dbt,
            Some(Family::Mbct) => Self::Mbct,
            Some(Family::Exposure) => Self::Exposure,
            Some(Family::Process) => Self::Process,
            Some(_) => Self::Cbt,
            None => Self::named_in(approach),
        }
    }

    fn named_in(approach: &str) -> Self {
        let words = approach.to_lowercase();
        let says = |names: &[&str]| {
            let mut single = words.split(|sign: char| !sign.is_alphanumeric());
            single.any(|word| names.iter().any(|name| word.starts_with(name)))
        };
        match () {
            () if says(&["dbt", "dialectic"]) => Self::Dbt,
            () if says(&["mbct", "mindful"]) => Self::Mbct,
            () if says(&["exposure", "erp"]) => Self::Exposure,
            () if says(&["process", "interpersonal", "psychodynamic", "psychoanaly", "analytic"]) => Self::Process,
            () if says(&["psychoeducat", "education"]) => Self::Psychoeducation,
            () => Self::Cbt,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(clock: SessionClock, minutes: u32) -> u32 {
        clock.blocks(minutes).iter().map(|(_, minutes)| minutes).sum()
    }

    #[test]
    fn each_clock_fills_the_lengths_that_its_format_has() {
        use SessionClock::{Cbt, Dbt, Exposure, Mbct, PeerSupport, Process, Psychoeducation};
        for (clock, minutes) in [
            (Cbt, 120),
            (Cbt, 90),
            (Dbt, 150),
            (Dbt, 90),
            (Process, 90),
            (Psychoeducation, 75),
            (Psychoeducation, 60),
            (Mbct, 150),
            (Mbct, 120),
            (Exposure, 120),
            (PeerSupport, 90),
            (PeerSupport, 60),
        ] {
            assert_eq!(sum(clock, minutes), minutes, "{clock:?}");
        }
    }

    #[test]
    fn another_length_takes_the_nearest_one() {
        assert_eq!((sum(SessionClock::Cbt, 100), sum(SessionClock::Cbt, 110)), (90, 120));
        assert_eq!((sum(SessionClock::Cbt, 105), sum(SessionClock::Cbt, 30)), (90, 90));
        assert_eq!(sum(SessionClock::Process, 60), 90);
    }

    #[test]
    fn what_a_group_follows_or_says_of_itself_chooses_its_clock() {
        let therapy = Charter::therapy();
        for (family, approach, clock) in [
            (Some(Family::Dbt), "CBT", SessionClock::Dbt),
            (Some(Family::Process), "", SessionClock::Process),
            (Some(Family::BehaviouralActivation), "DBT skills", SessionClock::Cbt),
            (None, "DBT skills", SessionClock::Dbt),
            (None, "Mindfulness", SessionClock::Mbct),
            (None, "Exposure for fears", SessionClock::Exposure),
            (None, "Interpersonal process", SessionClock::Process),
            (None, "ERP", SessionClock::Exposure),
            (None, "Psycho-education", SessionClock::Psychoeducation),
            (None, "Psychoeducation", SessionClock::Psychoeducation),
            (None, "Something of our own", SessionClock::Cbt),
        ] {
            assert_eq!(SessionClock::of(&therapy, family, approach), clock, "{family:?} {approach}");
        }
        assert_eq!(SessionClock::of(&Charter::support(), None, "CBT"), SessionClock::PeerSupport);
    }
}
