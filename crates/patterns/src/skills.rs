//! A skill beside a mood: days with it against days without, the same day and the day after.

use std::collections::BTreeMap;

use crate::day::{Day, Period};
use crate::numbers::{NOISE, mean};
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One skill and one mood in one member's diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Diary {
    /// The skill's name.
    pub skill: String,
    /// The mood's name.
    pub mood: String,
    /// The days; of two entries for one day the later counts.
    pub entries: Vec<Entry>,
}

/// One day of the diary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: Day,
    /// How strong the mood was, in the diary's own unit.
    pub mood: f64,
    /// Whether the skill was used.
    pub practice: Practice,
}

/// Whether a skill was used on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Practice {
    /// It was.
    Used,
    /// It was not.
    NotUsed,
}

/// Days with the skill, and days without it, that a comparison needs.
const USES_MIN: usize = 5;

/// The mood on days with the skill against days without. Needs fourteen days, five of them with and five without.
///
/// Figures: `skill`, `mood`; `difference` of the two means, without sign; `with` and `without`, days; `overlap`, how
/// many of the days with the skill lie within the range of the days without. Says nothing about what leads to what.
pub fn same_day(diary: &Diary) -> Option<Statement> {
    let days = days(diary);
    let pairs: Vec<_> = days.iter().map(|(day, entry)| (*day, entry.practice, entry.mood)).collect();
    compared(diary, &pairs, [Say::SkillLower, Say::SkillHigher, Say::SkillLevel])
}

/// The mood on the day after days with the skill against the day after days without. Needs fourteen such pairs of days
/// that follow each other, five of each kind. Figures as for [`same_day`].
pub fn next_day(diary: &Diary) -> Option<Statement> {
    let days = days(diary);
    let after = |day: Day| Some(days.get(&Day(day.0.checked_add(1)?))?.mood);
    let pair = |(day, entry): (&Day, &Entry)| Some((*day, entry.practice, after(*day)?));
    let pairs: Vec<_> = days.iter().filter_map(pair).collect();
    compared(diary, &pairs, [Say::SkillNextLower, Say::SkillNextHigher, Say::SkillNextLevel])
}

fn compared(diary: &Diary, pairs: &[(Day, Practice, f64)], [lower, higher, level]: [Say; 3]) -> Option<Statement> {
    let moods = |of: Practice| pairs.iter().filter(|pair| pair.1 == of).map(|pair| pair.2).collect::<Vec<_>>();
    let (used, unused) = (moods(Practice::Used), moods(Practice::NotUsed));
    if used.len() < USES_MIN || unused.len() < USES_MIN {
        return None;
    }
    let difference = mean(&used)? - mean(&unused)?;
    let say = match difference {
        difference if difference < -NOISE => lower,
        difference if difference > NOISE => higher,
        _ => level,
    };
    let (least, most) =
        unused.iter().fold((f64::MAX, f64::MIN), |(least, most), mood| (mood.min(least), mood.max(most)));
    let overlap = used.iter().filter(|mood| (least..=most).contains(*mood)).count();
    let figures = figures![
        skill = diary.skill.as_str(),
        mood = diary.mood.as_str(),
        difference = difference.abs(),
        with = used.len(),
        without = unused.len(),
        overlap,
    ];
    Pattern::Skills.state(pairs.len(), Period::of(pairs.iter().map(|pair| pair.0)), say, figures)
}

fn days(diary: &Diary) -> BTreeMap<Day, Entry> {
    diary.entries.iter().filter(|entry| entry.mood.is_finite()).map(|entry| (entry.day, *entry)).collect()
}
