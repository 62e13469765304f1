//! What a goal says: the member's own words, how it is measured, who rates it, and when to look at it again. Pure.
//!
//! Goal attainment scaling follows Kiresuk and Sherman 1968; a rating from 0 to 10 follows the idea of goal-based outcomes.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use measures::Instrument;
use measures::goals::{Level, Rated, Weight};
use serde::{Deserialize, Serialize};

use crate::limits::{LINE_CHARS_MAX, SCALE_MAX, TEXT_CHARS_MAX};
use crate::{Error, Fault, Result};

/// The five levels of attainment, from much less than hoped to much more; 0 is as hoped.
pub const LEVELS: [i8; 5] = [-2, -1, 0, 1, 2];

/// The weights that a goal can have.
const WEIGHTS: RangeInclusive<u8> = 1..=3;

/// What a goal says, in one version.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The goal, in the member's own words.
    pub words: String,
    /// Why it matters; may be empty.
    pub why: String,
    /// How it is measured.
    pub scale: Scale,
    /// Who rates it.
    pub rater: Rater,
    /// When to look at it again.
    #[serde(with = "day")]
    pub review_on: Date,
    /// The canonical address of a questionnaire that measures what the goal is about.
    pub instrument: Option<String>,
    /// The id of a form or skill that helps towards it.
    pub technique: Option<String>,
}

/// How a goal is measured.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Goal attainment scaling.
    Attainment {
        /// What each level looks like, from −2 to +2.
        levels: [String; 5],
        /// How much the goal counts, from 1 to 3.
        weight: u8,
        /// The level at the start.
        start: i8,
    },
    /// A rating from 0 to 10.
    Outcome {
        /// The rating at the start.
        start: u8,
    },
}

/// Who rates a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rater {
    /// The member.
    Member,
    /// Whoever leads the group.
    Leader,
}

impl Rater {
    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Leader => "leader",
        }
    }
}

impl std::str::FromStr for Rater {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        [Self::Member, Self::Leader].into_iter().find(|rater| rater.word() == word).ok_or(Error::NotFound)
    }
}

impl Scale {
    /// The values that a rating can have.
    pub const fn range(&self) -> RangeInclusive<i8> {
        match self {
            Self::Attainment { .. } => -2..=2,
            Self::Outcome { .. } => 0..=10,
        }
    }

    /// The value at the start.
    pub fn start(&self) -> i8 {
        match self {
            Self::Attainment { start, .. } => *start,
            Self::Outcome { start } => i8::try_from(*start).unwrap_or(i8::MAX),
        }
    }

    /// What a level looks like; nothing for a rating from 0 to 10.
    pub fn describe(&self, value: i8) -> Option<&str> {
        let Self::Attainment { levels, .. } = self else { return None };
        LEVELS.iter().zip(levels).find(|(level, _)| **level == value).map(|(_, words)| words.as_str())
    }

    /// The goal as the attainment score counts it, at this level.
    pub fn rated(&self, value: i8) -> Option<Rated> {
        let Self::Attainment { weight, .. } = self else { return None };
        Some(Rated { level: Level::new(value).ok()?, weight: Weight::new(*weight).ok()? })
    }
}

impl Terms {
    /// Everything that needs mending, or nothing. `today` is the day of the act where the practice is.
    pub fn check(&self, today: Date) -> Result<()> {
        let mut faults = Vec::new();
        faults.extend(text_fault("words", &self.words, 1..=LINE_CHARS_MAX));
        faults.extend(text_fault("why", &self.why, 0..=TEXT_CHARS_MAX));
        self.scale.check(&mut faults);
        if self.review_on < today {
            faults.push(Fault::new("review_on", "goals-fault-review-past"));
        }
        if self.instrument.as_deref().is_some_and(|canonical| instrument_at(canonical).is_none()) {
            faults.push(Fault::new("instrument", "fault-choose"));
        }
        if self.technique.as_deref().is_some_and(|id| technique_title(id).is_none()) {
            faults.push(Fault::new("technique", "fault-choose"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }

    /// The questionnaire that it is linked to, as long as it comes with the program.
    pub fn linked_instrument(&self) -> Option<&'static Instrument> {
        instrument_at(self.instrument.as_deref()?)
    }

    /// The title of the technique that it is linked to, as long as it comes with the program.
    pub fn linked_technique(&self) -> Option<&'static str> {
        technique_title(self.technique.as_deref()?)
    }
}

impl Scale {
    fn check(&self, faults: &mut Vec<Fault>) {
        match self {
            Self::Attainment { levels, weight, start } => {
                for (place, words) in levels.iter().enumerate() {
                    faults.extend(text_fault(&format!("level-{place}"), words, 1..=LINE_CHARS_MAX));
                }
                if !WEIGHTS.contains(weight) {
                    faults.push(Fault::new("weight", "fault-range"));
                }
                if !self.range().contains(start) {
                    faults.push(Fault::new("start_level", "fault-range"));
                }
            }
            Self::Outcome { start } if *start > SCALE_MAX => {
                faults.push(Fault::new("start_rating", "fault-range"));
            }
            Self::Outcome { .. } => {}
        }
    }
}

/// What is wrong with a text of so many characters.
pub(super) fn text_fault(field: &str, text: &str, chars: RangeInclusive<usize>) -> Option<Fault> {
    match text.trim().chars().count() {
        0 if *chars.start() > 0 => Some(Fault::new(field, "fault-empty")),
        count if count > *chars.end() => Some(Fault::new(field, "fault-long")),
        _ => None,
    }
}

/// The questionnaire with this canonical address.
fn instrument_at(canonical: &str) -> Option<&'static Instrument> {
    measures::Catalogue::built_in().iter().find(|instrument| instrument.canonical == canonical)
}

/// The title of the form or skill with this id.
fn technique_title(id: &str) -> Option<&'static str> {
    let known = techniques::Catalogue::built_in();
    let form = known.form(id).map(|form| form.title.as_str());
    form.or_else(|| known.skill(id).map(|skill| skill.title.as_str()))
}

/// A day as `2026-11-24`.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
    pub(super) fn serialize<S: Serializer>(day: &Date, out: S) -> Result<S::Ok, S::Error> {
        day.to_string().serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(text: D) -> Result<Date, D::Error> {
        String::deserialize(text)?.parse().map_err(serde::de::Error::custom)
    }
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Terms([sealed])")
    }
}

impl std::fmt::Debug for Scale {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Scale([sealed])")
    }
}
