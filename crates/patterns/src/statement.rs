//! A statement about one member's records, with all that is needed to show it honestly.

use serde::Serialize;

use crate::day::{Period, Weekday};
use crate::words::Say;

/// What the records show: the sentence, its figures, how many records over which days, and for whom it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// Which pattern.
    pub pattern: Pattern,
    /// Who may read it.
    pub audience: Audience,
    /// How many records it rests on; never below [`Pattern::minimum`].
    pub n: usize,
    /// The days of these records.
    pub period: Period,
    /// The sentence, and the sentence that tells how it was worked out.
    pub say: Say,
    /// What stands in both, by name.
    pub figures: Vec<(&'static str, Figure)>,
}

/// A family of patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pattern {
    /// The course of a questionnaire's total.
    Trend,
    /// Mood or urges, day by day.
    Daily,
    /// Practice between sessions.
    Homework,
    /// Thought records.
    Thoughts,
    /// A skill beside a mood.
    Skills,
    /// Mastery and pleasure of activities.
    Activity,
    /// Exposure.
    Exposure,
    /// Speaking in the group.
    Participation,
    /// Coming to the group.
    Attendance,
    /// What was put off.
    Avoidance,
    /// The group's own ratings of its sessions.
    Climate,
    /// Signs of danger.
    Risk,
}

/// Who a statement is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// The member, and whoever the member lets read along; a therapist chooses whether it goes into a letter.
    Member,
    /// Leaders only.
    Leader,
}

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "value")]
pub enum Figure {
    /// So many.
    Count(usize),
    /// A number in the unit that the sentence names; shown with at most one decimal.
    Number(f64),
    /// The name of an activity, a skill, a mood or an obstacle, as the member or the form has it.
    Name(String),
    /// A day of the week.
    Weekday(Weekday),
}

impl Pattern {
    /// Each of them.
    pub const ALL: [Self; 12] = [
        Self::Trend,
        Self::Daily,
        Self::Homework,
        Self::Thoughts,
        Self::Skills,
        Self::Activity,
        Self::Exposure,
        Self::Participation,
        Self::Attendance,
        Self::Avoidance,
        Self::Climate,
        Self::Risk,
    ];

    /// The fewest records (days, tasks, sessions or signs) that anything is said about.
    pub fn minimum(self) -> usize {
        match self {
            Self::Daily | Self::Activity => 10,
            Self::Skills => 14,
            Self::Thoughts => 5,
            Self::Trend | Self::Participation => 4,
            Self::Homework | Self::Exposure | Self::Attendance | Self::Avoidance | Self::Climate => 3,
            Self::Risk => 1,
        }
    }

    /// Who its statements are for.
    pub fn audience(self) -> Audience {
        match self {
            Self::Participation | Self::Attendance | Self::Climate | Self::Risk => Audience::Leader,
            _ => Audience::Member,
        }
    }

    /// The statement, if there are records enough. Every pattern ends here, so that none can say too much too soon.
    pub(crate) fn state(
        self,
        n: usize,
        period: Option<Period>,
        say: Say,
        figures: Vec<(&'static str, Figure)>,
    ) -> Option<Statement> {
        if n < self.minimum() {
            return None;
        }
        Some(Statement { pattern: self, audience: self.audience(), n, period: period?, say, figures })
    }
}

impl From<usize> for Figure {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Figure {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Figure {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

/// Figures by their names: `figures![done, of = 5]`.
macro_rules! figures {
    ($($name:ident $(= $value:expr)?),* $(,)?) => {
        vec![$((stringify!($name), $crate::statement::figures!(@value $name $(= $value)?))),*]
    };
    (@value $name:ident) => { $crate::statement::Figure::from($name) };
    (@value $name:ident = $value:expr) => { $crate::statement::Figure::from($value) };
}
pub(crate) use figures;
