//! What was asked at the start is asked again: at the end, and some months later.

use super::assign::place;
use super::offer::{Offer, askable, offered};
use super::{Request, battery, deeds};
use crate::clock::Timestamp;
use crate::groups::Capability;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Result, groups};

/// From when to when it can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// From when.
    pub opens_at: Timestamp,
    /// Until when an answer is hoped for; later ones are taken too.
    pub due_at: Timestamp,
}

/// Asks these people everything that the battery asks before the first session, outside of a session. What asks about danger
/// while nobody is on duty is left out, or its twin is asked. Answers how many were asked, all people together.
pub async fn ask_again(work: &mut Work<'_>, group: GroupId, people: &[PersonId], again: Again) -> Result<usize> {
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    let count = u32::try_from(groups::sessions(work, group).await?.len()).unwrap_or(u32::MAX).max(1);
    let mut asked = 0;
    for entry in battery(work, group).await?.entries.iter().filter(|entry| entry.when.falls_before(1, count)) {
        let wanted = askable(work, &entry.instrument).await?;
        let Offer::Ask(instrument) = offered(work, group, wanted).await? else { continue };
        for person in people {
            let grant = deeds::may_assign(work, group, *person).await?;
            let Again { opens_at, due_at } = again;
            let request =
                Request { group, person: *person, session: None, instrument: &instrument.id, opens_at, due_at };
            asked += usize::from(place(work, &grant, &request, instrument).await?.is_some());
        }
    }
    Ok(asked)
}
