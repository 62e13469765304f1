//! An alert goes to somebody else, who has as long to take it as the first one had; or one takes it over oneself.

use super::duty::who_answers;
use super::record::{record, to_answer};
use super::{Alert, AlertId, Event, Written, escalate};
use crate::groups::{self, LeaderRole};
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Result};

/// Hands an alert to one of those who may answer it. Handing it to oneself is taking it over, with the reason on record.
pub async fn hand_over(work: &mut Work<'_>, id: AlertId, to: PersonId, words: Written) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    if Some(to) != work.actor().person() && !who_may_take(work, &alert).await?.contains(&to) {
        return Err(Error::invalid("to", "safety-fault-to"));
    }
    let state = record(work, &grant, &alert, Event::HandedOver { to, words }).await?;
    escalate::queue(work, id, &state);
    Ok(())
}

/// Whom an alert can be handed to: those who have been told, those on duty, and those who lead the group.
pub async fn who_may_take(work: &mut Work<'_>, alert: &Alert) -> Result<Vec<PersonId>> {
    let mut people = alert.told.clone();
    people.extend(who_answers(work, alert.cause.group).await?.steps.into_iter().flatten());
    if let Some(group) = alert.cause.group {
        let leaders = groups::leaders(work, group).await?;
        people
            .extend(leaders.iter().filter(|leader| leader.role != LeaderRole::Supervisor).map(|leader| leader.person));
    }
    let mut seen = std::collections::HashSet::new();
    people.retain(|person| *person != alert.cause.person && seen.insert(*person));
    Ok(people)
}
