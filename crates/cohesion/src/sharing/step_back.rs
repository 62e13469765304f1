//! Looking after others' words wears people out, so whoever does may step back for a while and leave it to the others.

use super::{deeds, store, team};
use crate::clock::{Span, Timestamp};
use crate::groups::Capability;
use crate::id::GroupId;
use crate::limits::STEP_BACK_DAYS_MAX;
use crate::work::Work;
use crate::{Error, Result};

/// Steps back for so many days, as long as somebody else is there; none is coming back.
pub async fn step_back(work: &mut Work<'_>, group: GroupId, days: i64) -> Result<()> {
    let grant = deeds::may_moderate(work, group, Capability::ModerationTeam).await?;
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    if !(0..=STEP_BACK_DAYS_MAX).contains(&days) {
        return Err(Error::invalid("days", "fault-range"));
    }
    if days > 0 && !team::has_another(work, group, me).await? {
        return Err(Error::Conflict("sharing-conflict-alone"));
    }
    let until = work.now() + Span::days(days);
    store::save_break(work, &grant, group, me, until).await
}

/// Until when the actor has stepped back, if they have.
pub async fn away_until(work: &mut Work<'_>, group: GroupId) -> Result<Option<Timestamp>> {
    deeds::may_see_matters(work, group).await?;
    let me = work.actor().person();
    Ok(store::away(work, group).await?.into_iter().find(|(person, _)| Some(*person) == me).map(|(_, until)| until))
}
