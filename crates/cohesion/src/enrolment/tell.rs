//! Who is told of what happens on the way into a group.

use super::Enrolment;
use crate::Result;
use crate::access::Grant;
use crate::groups::{self, LeaderRole};
use crate::identity;
use crate::notices::{self, Kind};
use crate::work::Work;

/// Tells all who lead the group but whoever does it. A supervisor looks when they want to.
pub(super) async fn leaders(work: &mut Work<'_>, enrolment: &Enrolment, kind: Kind, round: u32) -> Result<()> {
    for leader in groups::leaders(work, enrolment.group).await? {
        if leader.role != LeaderRole::Supervisor && Some(leader.person) != work.actor().person() {
            notices::tell(work, leader.person, kind, enrolment.id.0, i64::from(round)).await?;
        }
    }
    Ok(())
}

/// Tells the person, where they have pages of their own to read it on.
pub(super) async fn oneself(
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    kind: Kind,
    round: u32,
) -> Result<()> {
    if identity::has_account(work, grant, enrolment.person).await? {
        notices::tell(work, enrolment.person, kind, enrolment.id.0, i64::from(round)).await?;
    }
    Ok(())
}
