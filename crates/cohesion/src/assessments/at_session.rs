//! What members answered around one session, for whoever writes about it.

use std::collections::BTreeMap;

use measures::Instrument;
use measures::change::{self, Trend, Yardstick};

use super::tally::{Tally, tallies_on};
use super::{AssignmentState, deeds, store};
use crate::Result;
use crate::groups::Session;
use crate::id::{PersonId, SessionId};
use crate::work::Work;

/// One member's score on one questionnaire that was asked for a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionScore {
    /// The questionnaire.
    pub instrument: &'static Instrument,
    /// What it came to, in points.
    pub total: f64,
    /// The first score of all, where this is not the first.
    pub start: Option<f64>,
    /// The direction since the start, by reliable change; nothing where no threshold is known.
    pub trend: Option<Trend>,
}

/// Everyone's scores at a session, for those who read the group's scores.
pub async fn scores_at(work: &mut Work<'_>, session: &Session) -> Result<BTreeMap<PersonId, Vec<SessionScore>>> {
    let grant = deeds::may_see_scores(work, session.group).await?;
    let mut answered: BTreeMap<[u8; 32], Vec<PersonId>> = BTreeMap::new();
    for asked in store::asked_in(work, &grant, session.group).await?.into_iter().filter(|asked| asked.is_answered) {
        answered.entry(asked.instrument).or_default().push(asked.person);
    }
    let mut scores: BTreeMap<PersonId, Vec<SessionScore>> = BTreeMap::new();
    for (index, people) in answered {
        let Some(instrument) = work.vault().instrument(index) else { continue };
        for (person, tally) in tallies_on(work, &grant, session.group, index, &people).await? {
            scores.entry(person).or_default().extend(score_at(instrument, &tally, session.id));
        }
    }
    for of_one in scores.values_mut() {
        of_one.sort_by(|one, other| one.instrument.short_title.cmp(&other.instrument.short_title));
    }
    Ok(scores)
}

/// How many of the questionnaires that were asked before a session each member has answered, and of how many: whether somebody has
/// checked in, and nothing of what they answered.
pub async fn checked_in(work: &mut Work<'_>, session: &Session) -> Result<BTreeMap<PersonId, (u32, u32)>> {
    let grant = deeds::may_see_battery(work, session.group).await?;
    let mut people: BTreeMap<PersonId, (u32, u32)> = BTreeMap::new();
    let asked = store::asked_before(work, &grant, session).await?.into_iter();
    for (person, state) in asked.filter(|(_, state)| *state != AssignmentState::Withdrawn) {
        let (answered, of) = people.entry(person).or_default();
        *answered += u32::from(state == AssignmentState::Answered);
        *of += 1;
    }
    Ok(people)
}

fn score_at(instrument: &'static Instrument, tally: &Tally, session: SessionId) -> Option<SessionScore> {
    let at = tally.responses.iter().rposition(|response| response.session == Some(session))?;
    let total = tally.responses.get(at)?.record.score.total?;
    let until_then = tally.responses.iter().take(at + 1);
    let totals: Vec<f64> = until_then.filter_map(|response| response.record.score.total).collect();
    let start = totals.first().copied().filter(|_| totals.len() > 1);
    let trend = Yardstick::of(instrument).and_then(|yardstick| change::trend(&yardstick, &totals));
    Some(SessionScore { instrument, total, start, trend })
}
