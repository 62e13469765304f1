//! What the members of a group gave each item of one questionnaire, time after time, for those who read their scores.

use std::collections::BTreeMap;

use super::tally::tallies_on;
use super::wording::instrument_here;
use super::{AssignmentId, deeds, store};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

/// One time that somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// What was answered.
    pub assignment: AssignmentId,
    /// The session that it was asked for.
    pub session: Option<SessionId>,
    /// When it was answered first.
    pub at: Timestamp,
    /// Points by item, in printed order; an item may be left out.
    pub values: Vec<(&'static str, i32)>,
}

/// The ratings of everybody who sits in the group, each in the order of time. Nothing where the charter measures nothing.
pub async fn ratings_in(
    work: &mut Work<'_>,
    group: GroupId,
    instrument: &str,
) -> Result<BTreeMap<PersonId, Vec<Rating>>> {
    let grant = deeds::may_see_scores(work, group).await?;
    let seated = groups::living_seats(work, group).await?;
    ratings_of(work, &grant, group, instrument, seated.into_iter().map(|(person, _)| person).collect()).await
}

/// The same of everybody who has ever sat there, so that what a session was like does not change when somebody leaves.
pub async fn ratings_ever(
    work: &mut Work<'_>,
    group: GroupId,
    instrument: &str,
) -> Result<BTreeMap<PersonId, Vec<Rating>>> {
    let grant = deeds::may_see_scores(work, group).await?;
    let sat = groups::sat_in(work, &grant, group).await?;
    ratings_of(work, &grant, group, instrument, sat.into_iter().map(|(person, ..)| person).collect()).await
}

async fn ratings_of(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    instrument: &str,
    mut people: Vec<PersonId>,
) -> Result<BTreeMap<PersonId, Vec<Rating>>> {
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    let instrument = instrument_here(work, instrument).await?;
    let index = work.vault().instrument_index(&instrument.id);
    let asked = store::asked_in(work, grant, group).await?;
    people.retain(|person| asked.iter().any(|one| one.is_answered && one.person == *person && one.instrument == index));
    let mut ratings = BTreeMap::new();
    for (person, tally) in tallies_on(work, grant, group, index, &people).await? {
        let of_one = tally.responses.into_iter().map(|response| Rating {
            assignment: response.assignment,
            session: response.session,
            at: response.answered_at,
            values: instrument
                .items
                .iter()
                .filter_map(|item| Some((item.id.as_str(), response.record.value_of(instrument, &item.id)?)))
                .collect(),
        });
        ratings.insert(person, of_one.collect());
    }
    Ok(ratings)
}
