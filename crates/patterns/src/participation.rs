//! Speaking in the group, for leaders only: rated by a leader, or counted in turns by members who agreed to that.

use crate::day::{Day, Period};
use crate::numbers::median;
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One member's sessions, in any order. Turns are counted by how loud it was, and only where the group and the member agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaking {
    /// A leader's rating: 0 silent, 1 little, 2 some, 3 much.
    Rated(Vec<(Day, Scale<3>)>),
    /// Turns, where the member agreed to their being counted.
    Turns(Vec<(Day, u32)>),
}

/// How many of the latest sessions are looked at.
const LATEST: usize = 3;

/// Little: the latest three sessions all rated 0 or 1, or all with fewer than half the turns of the member's own middle
/// before. Needs four sessions. Figures: `sessions` looked at; `usual`, the member's own middle over the earlier ones.
pub fn little(speaking: &Speaking) -> Option<Statement> {
    let sessions = in_order(speaking);
    let (before, latest) = sessions.split_at(sessions.len().checked_sub(LATEST)?);
    let usual = median(&before.iter().map(|(_, value)| *value).collect::<Vec<_>>())?;
    let (bound, say) = match speaking {
        Speaking::Rated(_) => (1.0, Say::ParticipationRatedLittle),
        Speaking::Turns(_) => (usual / 2.0, Say::ParticipationFewTurns),
    };
    let is_little = |value: f64| match speaking {
        Speaking::Rated(_) => value <= bound,
        Speaking::Turns(_) => value < bound,
    };
    if !latest.iter().all(|(_, value)| is_little(*value)) {
        return None;
    }
    stated(&sessions, say, figures![sessions = LATEST, usual])
}

/// The member's own middle over all sessions. Needs four. Figures: `middle`, a rating of 0 to 3 or turns; `sessions`.
pub fn level(speaking: &Speaking) -> Option<Statement> {
    let sessions = in_order(speaking);
    let middle = median(&sessions.iter().map(|(_, value)| *value).collect::<Vec<_>>())?;
    let say = match speaking {
        Speaking::Rated(_) => Say::ParticipationRated,
        Speaking::Turns(_) => Say::ParticipationTurns,
    };
    stated(&sessions, say, figures![middle, sessions = sessions.len()])
}

fn stated(
    sessions: &[(Day, f64)],
    say: Say,
    figures: Vec<(&'static str, crate::statement::Figure)>,
) -> Option<Statement> {
    let period = Period::of(sessions.iter().map(|(day, _)| *day));
    Pattern::Participation.state(sessions.len(), period, say, figures)
}

fn in_order(speaking: &Speaking) -> Vec<(Day, f64)> {
    let mut sessions: Vec<(Day, f64)> = match speaking {
        Speaking::Rated(sessions) => sessions.iter().map(|(day, rating)| (*day, rating.number())).collect(),
        Speaking::Turns(sessions) => sessions.iter().map(|(day, turns)| (*day, f64::from(*turns))).collect(),
    };
    sessions.sort_by_key(|(day, _)| *day);
    sessions
}
