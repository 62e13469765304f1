//! The words of statements: each thing that can be said, with the keys of its sentence and of how it was worked out.

use fluent_bundle::FluentArgs;
use patterns::{Figure, Say, Statement, Weekday};

use crate::say;
use crate::web::words::{Said, Words};

/// What can be said, the key of the sentence, and the key of how it was worked out. What tells of danger, and ratings of how much
/// somebody spoke, which nobody gives here, are not among it.
const SAYINGS: &[(Say, &str, &str)] = &[
    (Say::TrendBetterLower, "feedback-say-trend-better-lower", "feedback-how-trend"),
    (Say::TrendBetterHigher, "feedback-say-trend-better-higher", "feedback-how-trend"),
    (Say::TrendWorseLower, "feedback-say-trend-worse-lower", "feedback-how-trend"),
    (Say::TrendWorseHigher, "feedback-say-trend-worse-higher", "feedback-how-trend"),
    (Say::TrendSame, "feedback-say-trend-same", "feedback-how-trend"),
    (Say::TrendLower, "feedback-say-trend-lower", "feedback-how-trend-open"),
    (Say::TrendHigher, "feedback-say-trend-higher", "feedback-how-trend-open"),
    (Say::TrendLevel, "feedback-say-trend-level", "feedback-how-trend-open"),
    (Say::DailyHigher, "feedback-say-daily-higher", "feedback-how-daily"),
    (Say::DailyLower, "feedback-say-daily-lower", "feedback-how-daily"),
    (Say::DailyLevel, "feedback-say-daily-level", "feedback-how-daily"),
    (Say::DailyWeekday, "feedback-say-daily-weekday", "feedback-how-daily-weekday"),
    (Say::HomeworkDone, "feedback-say-homework-done", "feedback-how-homework-done"),
    (Say::HomeworkDonePartly, "feedback-say-homework-done-partly", "feedback-how-homework-done-partly"),
    (Say::HomeworkObstacle, "feedback-say-homework-obstacle", "feedback-how-homework-obstacle"),
    (Say::HomeworkLatency, "feedback-say-homework-latency", "feedback-how-homework-latency"),
    (Say::HomeworkDifficulty, "feedback-say-homework-difficulty", "feedback-how-homework-difficulty"),
    (Say::BeliefLower, "feedback-say-thoughts-belief-lower", "feedback-how-belief"),
    (Say::BeliefHigher, "feedback-say-thoughts-belief-higher", "feedback-how-belief"),
    (Say::BeliefLevel, "feedback-say-thoughts-belief-level", "feedback-how-belief"),
    (Say::Habit, "feedback-say-thoughts-habit", "feedback-how-thoughts-habit"),
    (Say::SkillLower, "feedback-say-skill-lower", "feedback-how-skill"),
    (Say::SkillHigher, "feedback-say-skill-higher", "feedback-how-skill"),
    (Say::SkillLevel, "feedback-say-skill-level", "feedback-how-skill"),
    (Say::SkillNextLower, "feedback-say-skill-next-lower", "feedback-how-skill-next"),
    (Say::SkillNextHigher, "feedback-say-skill-next-higher", "feedback-how-skill-next"),
    (Say::SkillNextLevel, "feedback-say-skill-next-level", "feedback-how-skill-next"),
    (Say::ActivityPleasure, "feedback-say-activity-pleasure", "feedback-how-activity"),
    (Say::ActivityMastery, "feedback-say-activity-mastery", "feedback-how-activity"),
    (Say::ExposureOutcome, "feedback-say-exposure-outcome", "feedback-how-exposure-outcome"),
    (Say::ExposureExpected, "feedback-say-exposure-expected", "feedback-how-exposure-expected"),
    (Say::ExposureWithin, "feedback-say-exposure-within", "feedback-how-exposure-within"),
    (Say::ExposurePeakLower, "feedback-say-exposure-peak-lower", "feedback-how-peak"),
    (Say::ExposurePeakHigher, "feedback-say-exposure-peak-higher", "feedback-how-peak"),
    (Say::ExposurePeakLevel, "feedback-say-exposure-peak-level", "feedback-how-peak"),
    (Say::AttendanceRate, "feedback-say-attendance-rate", "feedback-how-attendance"),
    (Say::AttendanceAway, "feedback-say-attendance-away", "feedback-how-attendance"),
    (Say::AttendanceFell, "feedback-say-attendance-fell", "feedback-how-attendance"),
    (Say::AttendanceLater, "feedback-say-attendance-later", "feedback-how-attendance-later"),
    (Say::ParticipationFewTurns, "feedback-say-participation-few", "feedback-how-turns"),
    (Say::ParticipationTurns, "feedback-say-participation-turns", "feedback-how-turns"),
    (Say::ClimateHigher, "feedback-say-climate-higher", "feedback-how-climate"),
    (Say::ClimateLower, "feedback-say-climate-lower", "feedback-how-climate"),
    (Say::ClimateLevel, "feedback-say-climate-level", "feedback-how-climate"),
    (Say::Avoidance, "feedback-say-avoidance", "feedback-how-avoidance"),
];

/// The sentence of a statement.
pub fn sentence(words: Words, statement: &Statement) -> Said {
    said(words, statement, |(_, sentence, _)| sentence)
}

/// How a statement was worked out.
pub fn worked_out(words: Words, statement: &Statement) -> Said {
    said(words, statement, |(_, _, how)| how)
}

/// Whether there are words for it.
pub(super) fn can_be_said(statement: &Statement) -> bool {
    SAYINGS.iter().any(|(say, ..)| *say == statement.say)
}

fn said(words: Words, statement: &Statement, key: fn(&(Say, &'static str, &'static str)) -> &'static str) -> Said {
    let Some(saying) = SAYINGS.iter().find(|(say, ..)| *say == statement.say) else { return Said::default() };
    let mut variables = FluentArgs::new();
    variables.set("n", statement.n.to_string());
    for (name, figure) in &statement.figures {
        variables.set(*name, shown(words, figure));
    }
    words.say(key(saying), Some(&variables))
}

/// A figure in a sentence; a number with at most one decimal.
fn shown(words: Words, figure: &Figure) -> String {
    match figure {
        Figure::Weekday(weekday) => {
            let number = Weekday::ALL.iter().position(|known| known == weekday).unwrap_or_default() + 1;
            say!(words, "date-weekday", number = number).into_owned()
        }
        other => other.english(),
    }
}

#[cfg(test)]
mod tests {
    use patterns::exposure::{Exposure, Outcome, outcome};
    use patterns::{Audience, Day, Pattern, Period};

    use super::*;

    #[test]
    fn the_sentences_are_those_of_the_crate_that_works_them_out() {
        for (say, sentence, how) in SAYINGS {
            let figures = names(say.sentence()).chain(names(say.how())).map(|name| (name, Figure::Count(3)));
            let statement = Statement {
                pattern: Pattern::Trend,
                audience: Audience::Member,
                n: 7,
                period: Period { from: Day(0), to: Day(1) },
                say: *say,
                figures: figures.collect(),
            };
            let words = Words::english();
            assert_eq!(super::sentence(words, &statement), statement.english(), "{sentence}");
            assert_eq!(worked_out(words, &statement), statement.how_english(), "{how}");
        }
    }

    #[test]
    fn a_weekday_and_a_number_are_said_in_words() {
        let words = Words::english();
        assert_eq!(shown(words, &Figure::Weekday(Weekday::Sunday)), "Sunday");
        assert_eq!(shown(words, &Figure::Number(2.25)), "2.2");
        let exposure = |day| Exposure {
            day: Day(day),
            step: "Bus".to_owned(),
            expected: None,
            outcome: Some(Outcome::DidNotHappen),
            distress: None,
        };
        let told = outcome(&[1, 2, 3].map(exposure)).expect("three are enough");
        assert_eq!(sentence(words, &told), "What you feared happened in 0 of 3 exposures.");
    }

    fn names(sentence: &'static str) -> impl Iterator<Item = &'static str> {
        sentence.split('{').skip(1).filter_map(|rest| rest.split('}').next()).filter(|name| *name != "n")
    }
}
