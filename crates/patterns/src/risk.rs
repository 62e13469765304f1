//! Signs of danger: rules that anyone can read, and a task for a person. There is no score.

use crate::day::{Day, Period};
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// Something that may be a sign of danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// The day it was told.
    pub day: Day,
    /// What was told.
    pub what: What,
}

/// What was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An urge to end one's life, from a diary; a sign from 4 of 5 on.
    SuicideUrge(Scale<5>),
    /// Self-harm.
    SelfHarm,
    /// An answer to a questionnaire that its rules call a signal.
    Answer,
    /// The member asked for help.
    AskedForHelp,
    /// A leader saw or heard something.
    LeaderSaw,
    /// Another person is worried about the member; who it is stays out of this.
    SomebodyWorried,
    /// Stayed away after a sign of danger.
    MissedAfterSign,
}

/// The urge from which a person must look.
const URGE_FROM: u8 = 4;

/// A task for whoever answers signs of danger. One sign is enough.
///
/// Figures: `signs` that meet a rule; `urges`, `self_harm`, `answers`, `asked`, `others` among them.
pub fn task(signs: &[Sign]) -> Option<Statement> {
    let met = signs.iter().filter(|sign| meets(sign.what));
    let count = |is_so: fn(What) -> bool| met.clone().filter(|sign| is_so(sign.what)).count();
    let figures = figures![
        signs = met.clone().count(),
        urges = count(|what| matches!(what, What::SuicideUrge(_))),
        self_harm = count(|what| what == What::SelfHarm),
        answers = count(|what| what == What::Answer),
        asked = count(|what| what == What::AskedForHelp),
        others = count(|what| matches!(what, What::LeaderSaw | What::SomebodyWorried | What::MissedAfterSign)),
    ];
    Pattern::Risk.state(met.clone().count(), Period::of(met.map(|sign| sign.day)), Say::RiskTask, figures)
}

fn meets(what: What) -> bool {
    match what {
        What::SuicideUrge(urge) => urge.get() >= URGE_FROM,
        _ => true,
    }
}
