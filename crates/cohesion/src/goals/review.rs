//! The day has come to look at a goal again: whoever leads the group is told, and the member.

use jiff::civil::Date;

use super::{GoalId, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, LeaderRole};
use crate::id::Bytes;
use crate::notices::{self, Kind};
use crate::practice::Settings;
use crate::work::{Job, Work};
use crate::{Error, Result, practice};

/// The job that tells of a goal's review, about the goal, in a round for each of its versions.
pub(crate) const REVIEW: &str = "goals.review";

/// The hour of the day at which people are told.
const MORNING: i8 = 8;

/// Queues what tells of a version's review in the morning of its day.
pub(super) async fn await_review(work: &mut Work<'_>, id: GoalId, version: u32, day: Date) -> Result<()> {
    let due = morning_of(day, &practice::settings(work).await?)?;
    work.enqueue(Job::once(REVIEW, id.0, due).in_round(version.into()));
    Ok(())
}

fn morning_of(day: Date, settings: &Settings) -> Result<Timestamp> {
    let morning = settings.time_zone().to_timestamp(day.at(MORNING, 0, 0, 0));
    let morning = morning.map_err(|cause| Error::bug(format!("a day without a morning: {cause}")))?;
    Ok(Timestamp(morning.as_millisecond()))
}

/// Tells of it, as long as this version still holds and its member still sits in the group.
pub(crate) async fn tell_of_review(work: &mut Work<'_>, about: Bytes, version: i64) -> Result<()> {
    let kept = match store::find_goal(work, GoalId(about)).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let grant = deeds::may_tell_of_review(work, &kept)?;
    let is_seated = groups::is_seated(work, kept.group, kept.person).await?;
    if kept.ended.is_some() || !is_seated || in_force(work, &grant, kept.id).await?.map(i64::from) != Some(version) {
        return Ok(());
    }
    for leader in groups::leaders(work, kept.group).await? {
        if leader.role != LeaderRole::Supervisor {
            notices::tell(work, leader.person, Kind::GoalReview, about, version).await?;
        }
    }
    notices::tell(work, kept.person, Kind::OwnGoalReview, about, version).await
}

/// The number of the version that both sides have agreed to.
async fn in_force(work: &mut Work<'_>, grant: &Grant, id: GoalId) -> Result<Option<u32>> {
    let terms = store::terms_of(work, grant, id).await?;
    let agreed = terms.iter().rev().find(|terms| terms.answered.is_some_and(|said| said.reply == super::Reply::Agree));
    Ok(agreed.map(|terms| terms.version))
}
