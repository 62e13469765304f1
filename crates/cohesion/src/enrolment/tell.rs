//! Who is told of what happens on the way into a group.

use super::Enrolment;
use crate::Result;
use crate::groups::{self, LeaderRole};
use crate::notices::{self, Kind};
use crate::work::Work;

/// Tells all who lead the group but whoever does it. A supervisor looks when they want to.
pub(super) async fn leaders(
    work: &mut Work<'_>,
    enrolment: &Enrolment,
    kind: Kind,
    round: impl Into<i64>,
) -> Result<()> {
    let round = round.into();
    for leader in groups::leaders(work, enrolment.group).await? {
        if leader.role != LeaderRole::Supervisor && Some(leader.person) != work.actor().person() {
            notices::tell(work, leader.person, kind, enrolment.id.0, round).await?;
        }
    }
    Ok(())
}
