//! How a group meets in its live room, as those who lead it chose: where, who is let in, until when, and whether talk is counted.

use ::floor::hall::{Meets, Policy};

use super::online::Counting;
use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Format, Group};
use crate::id::GroupId;
use crate::work::Work;
use crate::{Error, Result};

/// How long after the beginning somebody new can come to a group that stays together, in minutes, until it is said otherwise.
const LATE_MINUTES: u32 = 30;
/// The longest that can be chosen: as long as a session can be.
pub(super) const LATE_MINUTES_MAX: u32 = 240;

/// How a group meets in its live room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Online, or in one room with perhaps some from elsewhere.
    pub meets: Meets,
    /// Who comes in by themselves once somebody leads.
    pub policy: Policy,
    /// Minutes after the beginning in which somebody new can come; none has no end.
    pub late_minutes: Option<u32>,
    /// Whether the talk of those who agree is counted. Without the group's yes no member is asked.
    pub counting: Counting,
}

impl Ways {
    /// Whoever comes late to a group that stays together comes into the middle of something.
    const fn usual(format: Format) -> Self {
        let late_minutes = match format {
            Format::Open => None,
            Format::Closed | Format::SlowOpen => Some(LATE_MINUTES),
        };
        Self { meets: Meets::Online, policy: Policy::Each, late_minutes, counting: Counting::Refused }
    }
}

/// A group's ways, as whoever leads it sees them.
pub struct KeptWays {
    /// The group.
    pub group: Group,
    /// Its ways.
    pub ways: Ways,
    /// When they were chosen; nothing where nobody ever has.
    pub kept_at: Option<Timestamp>,
    /// Whether the actor may have talk time counted: only those who may see it.
    pub may_count: bool,
}

/// A group's ways, for whoever leads it.
pub async fn ways(work: &mut Work<'_>, group: GroupId) -> Result<KeptWays> {
    let grant = deeds::may_lead_group(work, group).await?;
    let group = groups::group(work, &grant, group).await?;
    let kept = store::find_ways(work, &grant, group.id).await?;
    let (ways, kept_at) = kept.map_or((Ways::usual(group.format), None), |(ways, at)| (ways, Some(at)));
    Ok(KeptWays { may_count: deeds::sees_talk_in(work, group.id).await?, group, ways, kept_at })
}

/// The same under a grant that was given for another reason, such as a meeting that one takes part in.
pub(super) async fn ways_of(work: &mut Work<'_>, grant: &Grant, group: &Group) -> Result<Ways> {
    let kept = store::find_ways(work, grant, group.id).await?;
    Ok(kept.map_or_else(|| Ways::usual(group.format), |(ways, _)| ways))
}

/// Keeps them, from the next room on.
pub async fn keep_ways(work: &mut Work<'_>, group: GroupId, ways: Ways) -> Result<()> {
    let grant = deeds::may_lead_group(work, group).await?;
    if ways.late_minutes.is_some_and(|minutes| minutes > LATE_MINUTES_MAX) {
        return Err(Error::invalid("late", "fault-choose"));
    }
    if ways.counting == Counting::Agreed && !deeds::sees_talk_in(work, group).await? {
        return Err(Error::invalid("counting", "room-fault-counting"));
    }
    store::save_ways(work, &grant, group, ways).await
}
